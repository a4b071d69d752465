// Makes pages of entries: {title "Two hit", content "<p>Two bridges were …"} gives
// <html lang="en"><article><h1>Two hit</h1><p>Two bridges were …</article></html>, with the entry's link as its
// address. The content is what html_cleaning.h left of it. Leaves out on purpose: fetching the page; entries with a
// teaser only.
#include "dispatch/feed_inputs.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/html_tree.h"

namespace sayso {
namespace {

// Parameters that say where a reader came from, and change nothing on the page.
constexpr std::array<std::string_view, 12> counting_parameters{"cmpid",   "fbclid", "gclid",    "igshid",
                                                               "mc_cid",  "mc_eid", "msclkid",  "ocid",
                                                               "ref_src", "smid",   "wt.mc_id", "yclid"};
static_assert(std::is_sorted(counting_parameters.begin(), counting_parameters.end()));

bool only_counts(std::string_view parameter) {
  const std::string name = to_lower(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") || std::binary_search(counting_parameters.begin(), counting_parameters.end(), name);
}

std::size_t count_words(std::string_view text, std::size_t enough) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size() && words < enough;) {
    while (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size()) ++words;
    at = std::min(text.find(' ', at), text.size());
  }
  return words;
}

void escape(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

// Plain text as paragraphs: an empty line parts two.
void write_paragraphs(std::string& out, std::string_view text) {
  std::string paragraph;
  const auto close = [&] {
    if (paragraph.empty()) return;
    out += "<p>";
    escape(out, paragraph);
    out += "</p>\n";
    paragraph.clear();
  };
  for (const std::string_view line : split(text, '\n')) {
    const std::string_view words = trim(line);
    if (words.empty()) {
      close();
    } else {
      paragraph.append(paragraph.empty() ? "" : " ").append(words);
    }
  }
  close();
}

// The text of an entry that is long enough: the longest content, else the summary. Null if there is none.
const FeedText* whole_text(const FeedEntry& entry) {
  const FeedText* best = nullptr;
  for (const FeedText& one : entry.content)
    if ((one.is_html() || one.type == "text/plain") && (best == nullptr || one.value.size() > best->value.size()))
      best = &one;
  if (best != nullptr && count_words(words_of(*best), least_content_words) >= least_content_words) return best;
  const bool long_summary =
      !entry.summary.type.empty() && count_words(words_of(entry.summary), least_summary_words) >= least_summary_words;
  return long_summary ? &entry.summary : nullptr;
}

}  // namespace

std::string words_of(const FeedText& text) {
  if (text.is_html()) {
    dispatch::Mends mends;
    return dispatch::read_html_tree(text.value, mends).text(0);
  }
  std::string words;
  for (std::size_t at = 0; at < text.value.size();) {
    const std::size_t begin = at;
    const char32_t character = next_code_point(text.value, at);
    if (!is_space(character)) {
      words.append(text.value, begin, at - begin);
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

Pointer pointer_of(const Feed& feed, const FeedEntry& entry) {
  Pointer pointer{.title = words_of(entry.title), .rule = "feed"};
  pointer.outlet = words_of(entry.source && !entry.source->title.value.empty() ? entry.source->title : feed.title);
  for (const FeedPerson& one : entry.authors)
    if (!one.name.empty()) pointer.byline.append(pointer.byline.empty() ? "" : ", ").append(one.name);
  for (const FeedDate* const date : {&entry.published, &entry.created})
    if (pointer.published.empty() && date->day) pointer.published = iso(*date->day, date->clock);
  // RSS has one date (dc:date); Atom's and JSON Feed's last change may be any day after the publication.
  const bool changes = feed.kind.starts_with("atom") || feed.kind.starts_with("json");
  if (pointer.published.empty() && !changes && entry.updated.day)
    pointer.published = iso(*entry.updated.day, entry.updated.clock);
  pointer.language = !entry.language.empty() ? entry.language : feed.language;
  return pointer;
}

std::vector<FeedInput> feed_inputs(const Feed& feed, std::string_view path) {
  std::vector<FeedInput> inputs;
  for (std::size_t i = 0; i < feed.entries.size(); ++i) {
    const FeedEntry& entry = feed.entries[i];
    const FeedText* const text = whole_text(entry);
    if (text == nullptr) continue;
    FeedInput input{.entry = i};
    input.options.path = std::string(path).append("#").append(std::to_string(i + 1));
    input.options.format = "html";
    input.options.encoding = "UTF-8";
    input.options.url = entry.link;
    input.options.pointer = pointer_of(feed, entry);
    input.bytes = "<html lang=\"";
    escape(input.bytes, text->language.empty() ? input.options.pointer.language : text->language);
    input.bytes += "\"><article><h1>";
    escape(input.bytes, input.options.pointer.title);
    input.bytes += "</h1>\n";
    if (text->is_html()) {
      input.bytes += text->value;
    } else {
      write_paragraphs(input.bytes, text->value);
    }
    input.bytes += "</article></html>\n";
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::string address_key(std::string_view address) {
  address = trim(address);
  const std::string scheme = to_lower(address.substr(0, std::min<std::size_t>(address.size(), 8)));
  const std::size_t begin = scheme.starts_with("https://") ? 8 : scheme.starts_with("http://") ? 7 : 0;
  if (begin == 0) return {};
  address = address.substr(begin);
  address = address.substr(0, address.find('#'));
  const std::size_t mark = std::min(address.find('?'), address.size());
  std::string_view path = address.substr(0, mark);
  const std::size_t slash = std::min(path.find('/'), path.size());
  std::string host = to_lower(path.substr(0, slash));
  path = path.substr(slash);
  if (host.starts_with("www.")) host.erase(0, 4);
  for (const std::string_view port : {":80", ":443"})
    if (host.ends_with(port)) host.erase(host.size() - port.size());
  if (host.empty()) return {};
  while (path.ends_with('/')) path.remove_suffix(1);
  std::string key = host.append(path);
  char parting = '?';
  if (mark < address.size())
    for (const std::string_view parameter : split(address.substr(mark + 1), '&')) {
      if (parameter.empty() || only_counts(parameter)) continue;
      (key += parting).append(parameter);
      parting = '&';
    }
  return key;
}

FeedIndex::FeedIndex(const Feed& feed) : feed_(feed) {
  for (std::size_t i = 0; i < feed.entries.size(); ++i) {
    const FeedEntry& entry = feed.entries[i];
    const auto add = [&](std::string_view address) {
      if (std::string key = address_key(address); !key.empty()) entries_.try_emplace(std::move(key), i);
    };
    add(entry.link);
    for (const FeedLink& link : entry.links)
      if (link.rel == "alternate") add(link.href);
    for (const FeedField& field : entry.fields)  // where a counting service puts the address that it hides
      if (field.name == "feedburner:origlink") add(field.value);
  }
  // An id only where no link says otherwise: some feeds repeat an old address as the id of a new item.
  for (std::size_t i = 0; i < feed.entries.size(); ++i)
    if (std::string key = address_key(feed.entries[i].id); !key.empty()) entries_.try_emplace(std::move(key), i);
}

const FeedEntry* FeedIndex::find(std::string_view address) const {
  const auto found = entries_.find(address_key(address));
  return found == entries_.end() || found->first.empty() ? nullptr : &feed_.entries[found->second];
}

}  // namespace sayso
