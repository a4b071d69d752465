// Finds the author that a page shows: <p class="article-author">Von <a rel="author">Anna Kesh</a></p> -> Anna Kesh.
// Leaves out on purpose: names in running text, and lines that hold more than names.
#include "dispatch/html_byline.h"

#include <algorithm>

#include "base/joined.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/author_names.h"
#include "dispatch/word_list.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

constexpr std::uint32_t byline_reach = 600;  // nodes behind the headline; further down stand other articles' authors
constexpr std::size_t longest_names_line = 200;  // bytes
constexpr std::size_t most_around = 8;  // author's parts one in the other: each reads again what the inner ones hold
constexpr std::string_view author_words[] = {
    "auteur",     "auteurs",  "author",     "authorname", "authornames", "authors",   "autor",      "autore",
    "autoren",    "autores",  "autori",     "byline",     "bylines",     "forfatter", "journalist", "penulis",
    "postauthor", "reporter", "textauthor", "writer",     "writers",     "yazar"};
constexpr WordList author_list(author_words);

bool names_author(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z')) {
      if (author_list.holds(word)) return true;
      word.clear();
    }
    if (letter) word += upper ? static_cast<char>(c + 32) : c;
  }
  return false;
}

// "/autoren/anna-kesh": a link to somebody's own page.
bool leads_to_author(std::string_view address) {
  const std::vector<std::string_view> parts = split(address.substr(0, address.find_first_of("?#")), '/');
  for (std::size_t i = 0; i + 1 < parts.size(); ++i)
    if (author_list.holds(parts[i]) && !parts[i + 1].empty()) return true;
  return false;
}

bool is_author_part(const HtmlTree& tree, std::uint32_t node) {
  if (tree.nodes[node].attributes == 0) return false;
  if (tree.nodes[node].tag == Tag::a && leads_to_author(tree.written(node, Attribute::href))) return true;
  return tree.attribute(node, Attribute::itemprop) == "author" || tree.attribute(node, Attribute::rel) == "author" ||
         names_author(tree.attribute(node, Attribute::class_)) || names_author(tree.attribute(node, Attribute::id));
}

// Names of persons in a line, if it holds little else.
std::vector<std::string> persons_in(std::string line, const std::vector<std::string>& outlets) {
  if (line.empty() || line.size() > longest_names_line) return {};
  if (const std::optional<WrittenDate> date = find_date(line)) line.resize(date->span.begin);
  std::vector<std::string> persons;
  for (std::string& name : split_names(line)) {
    if (is_outlets_own(name, outlets)) continue;
    if (!looks_like_person(name)) break;
    persons.push_back(std::move(name));
  }
  return persons;
}

// Whether a part holds more text than a byline and what stands beside it can have.
bool is_long(const HtmlTree& tree, std::uint32_t node) {
  constexpr std::size_t most = 2000;  // bytes of source, its white space included
  std::size_t bytes = 0;
  for (std::uint32_t i = node; i < tree.nodes[node].end && bytes <= most; ++i)
    if (tree.nodes[i].tag == Tag::text) bytes += tree.nodes[i].source.size();
  return bytes > most;
}

// "von", "and", ", " stand between names.
bool names_somebody(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c) && !is_lower(c)) return true;
  }
  return false;
}

// <span>Anna Kesh</span> <span>Bo Ostrel</span>: elements of a kind side by side that each hold a name and nothing
// else.
std::vector<std::string> names_side_by_side(const HtmlTree& tree, std::uint32_t node,
                                            const std::vector<std::string>& outlets) {
  std::vector<std::string> names;
  std::uint32_t first = 0;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::script || tag == Tag::style) i = tree.nodes[i].end - 1;
    if (tag != Tag::text) continue;
    const std::string text = tree.text(i);
    if (!names_somebody(text)) continue;
    const std::uint32_t element = tree.nodes[i].parent;
    std::vector<std::string> here = persons_in(text, outlets);
    if (here.size() != 1 || element == node || tree.nodes[element].end != i + 1) return {};
    if (first == 0) first = element;
    if (tree.nodes[element].parent != tree.nodes[first].parent || tree.nodes[element].tag != tree.nodes[first].tag)
      return {};
    names.push_back(std::move(here.front()));
  }
  return names.size() > 1 ? names : std::vector<std::string>{};
}

// Text nodes of a part one by one: each link, item or span is a line of its own.
std::vector<std::string> names_one_by_one(const HtmlTree& tree, std::uint32_t node,
                                          const std::vector<std::string>& outlets) {
  std::vector<std::string> names;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::script || tag == Tag::style) i = tree.nodes[i].end - 1;
    if (tag != Tag::text && tag != Tag::a) continue;
    std::vector<std::string> here = persons_in(tree.text(i), outlets);
    if (tag == Tag::text && tree.nodes[tree.nodes[i].parent].tag != Tag::a && !names.empty()) continue;  // a role
    for (std::string& name : here)
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (tag == Tag::a) i = tree.nodes[i].end - 1;
  }
  return names;
}

// The line as a whole only if it says more: its elements may run together ("VonAnna Kesh", "Anna KeshReporter").
std::vector<std::string> names_in(const HtmlTree& tree, std::uint32_t node, const std::vector<std::string>& outlets) {
  std::vector<std::string> names = names_side_by_side(tree, node, outlets);
  if (!names.empty()) return names;
  names = names_one_by_one(tree, node, outlets);
  std::size_t parts = 0;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].end; ++i)
    parts += tree.nodes[i].tag == Tag::a || tree.nodes[i].tag == Tag::li ? 1U : 0U;
  if (parts >= 2) return names;
  std::vector<std::string> whole = persons_in(tree.text(node), outlets);
  return whole.size() > names.size() ? whole : names;
}

}  // namespace

std::optional<Mark> find_shown_byline(const HtmlTree& tree, std::uint32_t headline,
                                      const std::vector<std::string>& outlets) {
  const auto count = static_cast<std::uint32_t>(tree.nodes.size());
  const std::uint32_t last = headline == 0 ? count : std::min(count, headline + byline_reach);
  std::vector<std::uint32_t> around;  // where the parts end that were read in vain and hold this node
  for (std::uint32_t i = headline + 1; i < last; ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::aside || tag == Tag::footer || tag == Tag::nav || tag == Tag::script || tag == Tag::style) {
      i = tree.nodes[i].end - 1;
      continue;
    }
    if (tag == Tag::text || !is_author_part(tree, i)) continue;
    if (tree.nodes[i].end - i > byline_reach) continue;  // an article that is called "…-author"
    while (!around.empty() && around.back() <= i) around.pop_back();
    around.push_back(tree.nodes[i].end);
    if (around.size() > most_around) {
      i = around.back() - 1;
      continue;
    }
    if (is_long(tree, i)) continue;
    std::vector<std::string> names = names_in(tree, i, outlets);
    if (names.empty()) continue;
    Mark mark{.of = Mark::Of::byline, .value = joined(names, ", "), .rule = "html:byline"};
    mark.names = std::move(names);
    return mark;
  }
  return std::nullopt;
}

std::optional<Mark> take_byline_line(std::vector<Block>& article, const std::vector<std::string>& outlets) {
  constexpr std::size_t most_first = 4;  // a standfirst or two may stand above the byline
  if (article.size() < 3) return std::nullopt;
  std::vector<Block*> lines;
  for (std::size_t i = 0; i < std::min(most_first, article.size() - 1); ++i) {
    lines.push_back(&article[i]);
    if (article[i].kind == ParagraphKind::body && !article[i].all_emphasised()) break;  // the text has begun
  }
  lines.push_back(&article.back());
  for (Block* const block : lines) {
    if (block->level > 0 || block->kind != ParagraphKind::body || !block->all_emphasised()) continue;
    std::vector<std::string> names = split_names(block->text);
    if (names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return !looks_like_person(name) || is_outlets_own(name, outlets);
        }))
      continue;
    block->kind = ParagraphKind::byline;
    return Mark{.of = Mark::Of::byline, .value = block->text, .rule = "byline-line", .names = std::move(names)};
  }
  return std::nullopt;
}

void order_bylines(std::vector<Mark>& metadata, std::optional<Mark> shown, const std::vector<std::string>& outlets) {
  std::vector<Mark> others, persons, own;
  for (Mark& mark : metadata) {
    if (mark.of != Mark::Of::byline) {
      others.push_back(std::move(mark));
      continue;
    }
    std::vector<std::string> names;
    const std::vector<std::string> given = mark.names.empty() ? std::vector{mark.value} : mark.names;
    for (const std::string& one : given)
      for (std::string& name : split_names(one))
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.empty()) continue;
    const bool anybody = std::any_of(names.begin(), names.end(),
                                     [&](const std::string& name) { return !is_outlets_own(name, outlets); });
    mark.names = std::move(names);
    (anybody ? persons : own).push_back(std::move(mark));
  }
  metadata = std::move(others);
  for (Mark& mark : persons) metadata.push_back(std::move(mark));
  if (shown) metadata.push_back(*std::move(shown));
  for (Mark& mark : own) metadata.push_back(std::move(mark));
}

}  // namespace sayso::dispatch
