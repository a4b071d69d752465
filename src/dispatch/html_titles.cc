// Makes the titles of a page plain: "World | Two bridges hit - Kesh Times" with the heading "Two bridges hit" gives
// "Two bridges hit". What the page shows as a heading is believed more than any list of sections. Leaves out on
// purpose: kickers with a colon ("Dovran: Two hit"), which are the title's own.
#include "dispatch/html_titles.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/characters.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t shortest_headline = 12;  // bytes; shorter headings are a section's or a logo's
constexpr std::size_t most_headings = 8;
constexpr std::size_t most_title_parts = 16;  // of a title that is looked through
constexpr std::size_t longest_tail = 200;     // bytes
constexpr int most_cuts = 8;                  // outlet, section and date behind one another

constexpr std::string_view separators[] = {
    " - ",  " | ",          " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xb7 ", " \xe2\x80\xa2 ",
    " :: ", " // ",         " \xc2\xbb ",     " \xe2\x80\xba ", " * ",        " : ",
    "--",   "\xef\xbc\x9a", "\xef\xbd\x9c",   "\xe3\x85\xa3",   "_",          "|"};

bool parted(std::string_view title) {
  return std::any_of(std::begin(separators), std::end(separators),
                     [&](std::string_view one) { return title.find(one) != std::string_view::npos; });
}

constexpr std::array<bool, 256> begins_separator = [] {
  std::array<bool, 256> begins{};
  for (const std::string_view one : separators) begins[static_cast<unsigned char>(one[0])] = true;
  return begins;
}();

// The separator that begins here; empty if none does.
std::string_view separator_at(std::string_view title, std::size_t at) {
  if (at >= title.size() || !begins_separator[static_cast<unsigned char>(title[at])]) return {};
  for (const std::string_view one : separators)
    if (title.substr(at).starts_with(one)) return one;
  return {};
}

struct OutletName {
  std::string folded{};
  std::string letters{};
};

// Whether a tail is the outlet's name with at most some words in front ("World - Kesh Times"), or the name's beginning.
bool names_outlet(const std::string& tail, const OutletName& name) {
  constexpr std::size_t least = 4;
  if (name.folded.empty()) return false;
  if (tail == name.folded) return true;
  if (tail.ends_with(name.folded) && word_count(tail) <= word_count(name.folded) + (parted(tail) ? 1 : 3)) return true;
  if (tail.size() >= least && name.folded.starts_with(tail)) return true;
  return name.letters.size() >= least && name.letters == letters_of(tail);  // "Kesh Times" at keshtimes.example
}

// Where the tail begins that is the outlet's or a date; the title's size if it has none.
std::size_t tail_of(const std::string& title, const std::vector<OutletName>& names) {
  for (std::size_t at = title.size() > longest_tail ? title.size() - longest_tail : 1; at < title.size(); ++at) {
    const std::string_view separator = separator_at(title, at);
    if (separator.empty()) continue;
    const std::string tail = fold(std::string_view(title).substr(at + separator.size()));
    if (read_date_line(tail) ||
        std::any_of(names.begin(), names.end(), [&](const OutletName& name) { return names_outlet(tail, name); }))
      return at;
  }
  return title.size();
}

// The part of a title that is one of the headlines, where separators part it from the rest; else the whole title.
std::string headline_in(const std::string& title, const std::vector<std::string>& headlines) {
  if (title.size() > longest_title || segments_of(title).size() > most_title_parts) return title;
  const auto is_headline = [&](std::string_view part) {
    const std::string letters = letters_of(part);
    return std::find(headlines.begin(), headlines.end(), letters) != headlines.end();
  };
  for (std::size_t at = 1; at < title.size(); ++at) {
    const std::string_view separator = separator_at(title, at);
    if (separator.empty()) continue;
    const std::string_view front = trim(std::string_view(title).substr(0, at));
    if (is_headline(front)) return std::string(front);
    const std::string_view back = trim(std::string_view(title).substr(at + separator.size()));
    if (is_headline(back)) return std::string(back);
  }
  return title;
}

// "Two hit" where another of the page's titles is "Two hit | Sport": what comes behind is the page's, not the title's.
void drop_longer_titles(std::vector<Mark>& metadata) {
  const auto longer = [](const std::string& title, const std::string& shorter) {
    return title.size() > shorter.size() && title.starts_with(shorter) && !separator_at(title, shorter.size()).empty();
  };
  std::vector<std::string> titles;
  for (const Mark& mark : metadata)
    if (mark.of == Mark::Of::title && mark.value.size() >= shortest_headline) titles.push_back(mark.value);
  std::erase_if(metadata, [&](const Mark& mark) {
    return mark.of == Mark::Of::title && std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
             return longer(mark.value, title);
           });
  });
}

// Whether half of the heading's longer words, and two of them, stand in the title.
bool tells_the_same(std::string_view heading, std::string_view title) {
  constexpr std::size_t least_letters = 4;
  constexpr std::size_t most = 40;  // words
  const std::string words = fold(title), asked = fold(heading);
  std::size_t all = 0, shared = 0;
  for (const std::string_view word : split(asked, ' ')) {
    const std::string letters = letters_of(word);
    if (letters.size() < least_letters || ++all > most) continue;
    shared += words.find(letters) != std::string::npos ? 1U : 0U;
  }
  return shared >= 2 && 2 * shared >= std::min(all, most);
}

// The headline that JSON-LD declares is often written for search engines. If no heading of the page shows it, but the
// next that gives a title, most often og:title, agrees with a heading, that is what the page's readers see.
void lead_with_shown(std::vector<Mark>& metadata, const std::vector<std::string>& headlines) {
  const auto is_title = [](const Mark& mark) { return mark.of == Mark::Of::title; };
  const auto is_shown = [&](const Mark& mark) {
    return mark.value.size() <= longest_title &&
           std::find(headlines.begin(), headlines.end(), letters_of(mark.value)) != headlines.end();
  };
  const auto first = std::find_if(metadata.begin(), metadata.end(), is_title);
  if (first == metadata.end() || is_shown(*first)) return;
  const auto second = std::find_if(first + 1, metadata.end(), is_title);
  if (second != metadata.end() && is_shown(*second)) std::iter_swap(first, second);
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c)) out.append(folded, begin, at - begin);
  }
  return out;
}

std::string without_outlet(const std::string& title, const std::vector<std::string>& outlets) {
  if (title.size() > longest_title) return title;
  std::vector<OutletName> names;
  names.reserve(outlets.size());
  for (const std::string& outlet : outlets) names.push_back({fold(outlet), letters_of(outlet)});
  std::string out = title;
  for (int i = 0; i < most_cuts; ++i) {
    const std::size_t end = tail_of(out, names);
    if (end == out.size()) break;
    out = std::string(trim(std::string_view(out).substr(0, end)));
  }
  return out;
}

std::vector<std::string> segments_of(std::string_view title) {
  std::vector<std::string> segments;
  if (title.size() > longest_title) return segments;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= title.size(); ++at) {
    const std::string_view separator = at == title.size() ? std::string_view() : separator_at(title, at);
    if (separator.empty() && at < title.size()) continue;
    if (const std::string_view part = trim(title.substr(from, at - from)); !part.empty()) segments.emplace_back(part);
    from = at + separator.size();
    if (!separator.empty()) at = from - 1;
  }
  return segments;
}

void settle_titles(std::vector<Mark>& metadata, const std::vector<std::string>& shown,
                   const std::vector<std::string>& outlets) {
  std::vector<std::string> headlines;
  for (const std::string& heading : shown) {
    if (heading.size() < shortest_headline || heading.size() > longest_title) continue;
    if (std::string letters = letters_of(heading); !letters.empty()) headlines.push_back(std::move(letters));
    if (headlines.size() == most_headings) break;
  }
  for (Mark& mark : metadata)
    if (mark.of == Mark::Of::title) {
      mark.value = without_outlet(mark.value, outlets);
      if (mark.rule != "json-ld") mark.value = headline_in(mark.value, headlines);  // JSON-LD's is a headline, whole
    }
  drop_longer_titles(metadata);
  lead_with_shown(metadata, headlines);
}

void drop_window_title(std::vector<Mark>& metadata, std::string_view heading) {
  const auto is_title = [](const Mark& mark) { return mark.of == Mark::Of::title; };
  const auto first = std::find_if(metadata.begin(), metadata.end(), is_title);
  if (first == metadata.end() || first->rule != "title") return;
  if (heading.size() > longest_title || first->value.size() > longest_title) return;
  const bool kicker_in_front = letters_of(heading).ends_with(letters_of(first->value));
  if (!kicker_in_front && tells_the_same(heading, first->value)) std::erase_if(metadata, is_title);
}

}  // namespace sayso::dispatch
