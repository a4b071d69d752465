// Kinds of paragraphs by general tests on their shape: "**TASS**" above the first body paragraph is a credit, because
// it is short, has no verb's room, and names an agency of the table; "By Anna Kesh" is a byline. Leaves out on purpose:
// anything a reader could only know from the words' meaning; in doubt a paragraph is body. The labels ("Related
// article:", "Original url:") are in page_labels.cc.
#include "dispatch/page_parts.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/address.h"
#include "dispatch/characters.h"
#include "dispatch/page_labels.h"
#include "dispatch/release_head.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

Span whole(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

bool mostly_linked(const Block& block, std::size_t from) {
  return block.text.size() > from && block.linked * 10 >= (block.text.size() - from) * 8;
}

// A sentence that could be read for claims: long, or short and closed by a full stop.
bool reads_as_body(const Block& block) {
  if (block.level > 0) return false;
  const std::size_t words = word_count(block.text);
  return words >= 20 || (words >= 5 && ends_sentence(block.text) && !block.text.ends_with(':'));
}

bool is_capitals(std::string_view text) {
  std::size_t upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (is_lower(character)) return false;
    upper += is_upper(character);
  }
  return upper >= 2;
}

// Words with two letters in a row: "4:00 P.M. EST" has one.
std::size_t real_words(std::string_view text) {
  std::size_t count = 0;
  std::size_t letters = 0;  // in a row
  bool counted = false;     // this word
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    letters = is_letter(character) ? letters + 1 : 0;
    if (is_space(character)) counted = false;
    if (letters < 2 || counted) continue;
    counted = true;
    ++count;
  }
  return count;
}

bool name_related(std::vector<Block>& blocks, std::size_t i) {
  Block& block = blocks[i];
  const std::size_t label = related_label(block.text);
  if (label == 0) return false;
  const bool alone = label == block.text.size();
  const bool colon = block.text[label - 1] == ':';
  if (!(colon && (alone || !block.links.empty())) && !mostly_linked(block, label) &&
      !(alone && block.links.empty() && i + 1 < blocks.size() && mostly_linked(blocks[i + 1], 0)))
    return false;
  decide(block, ParagraphKind::related);
  for (std::size_t next = i + 1;
       alone && next < blocks.size() && mostly_linked(blocks[next], 0) && !is_address(blocks[next].text); ++next)
    decide(blocks[next], ParagraphKind::related);
  return true;
}

bool name_address(std::vector<Block>& blocks, std::size_t i) {
  Block& block = blocks[i];
  if (is_address(block.text)) {
    decide(block, ParagraphKind::address);
    const bool labelled = i > 0 && blocks[i - 1].kind == ParagraphKind::address;
    if (labelled || i + 1 == blocks.size() || i == 0)
      block.marks.push_back({.of = Mark::Of::url,
                             .value = block.text,
                             .rule = labelled ? "address-label" : "address-line",
                             .span = whole(block)});
    return true;
  }
  const std::size_t label = address_label(block.text);
  if (label == 0) return false;
  const std::string_view rest = trim(std::string_view(block.text).substr(label));
  if (rest.empty() && block.text.ends_with(':') && i + 1 < blocks.size() && is_address(blocks[i + 1].text))
    return decide(block, ParagraphKind::address);
  std::string url;
  if (is_address(rest)) url = rest;
  if (url.empty() && block.links.size() == 1 && mostly_linked(block, label) && is_address(block.links[0].url))
    url = block.links[0].url;
  if (url.empty()) return false;
  block.marks.push_back({.of = Mark::Of::url, .value = url, .rule = "address-label", .span = whole(block)});
  return decide(block, ParagraphKind::address);
}

// "our correspondent", "a staff reporter in Kesh": who wrote it, without a name.
bool names_correspondent(std::string_view text) {
  constexpr std::size_t longest = 6;
  if (word_count(text) > longest) return false;
  const std::string lower = to_lower(text);
  const std::string_view words = lower;
  for (const std::string_view opening : {"our ", "a ", "an ", "staff ", "special "})
    for (const std::string_view role : {"correspondent", "reporter", "staff writer"})
      if (words.starts_with(opening) && words.find(role) != std::string_view::npos) return true;
  return false;
}

bool name_byline(Block& block, bool front) {
  const std::size_t label = byline_label(block.text);
  if (label == 0 || word_count(block.text) > 16) return false;
  std::size_t at = label;
  if (at >= block.text.size()) return false;
  const bool correspondent = names_correspondent(std::string_view(block.text).substr(label));
  if (!correspondent && !is_upper(next_code_point(block.text, at))) return false;
  const bool by = label <= 3;  // "By "; elsewhere than on top it may begin a sentence
  if (by && !correspondent && (!front || ends_sentence(block.text))) return false;
  std::string_view name = std::string_view(block.text).substr(label);
  std::size_t end = name.size();
  if (const std::optional<WrittenDate> date = find_date(block.text)) {
    block.marks.push_back({.of = Mark::Of::published,
                           .value = std::string(slice(block.text, date->span)),
                           .rule = "byline",
                           .span = date->span,
                           .day = date->day});
    if (date->span.begin > label) end = date->span.begin - label;
  }
  for (const std::string_view stop : {" | ", " \xe2\x80\x94 ", " \xe2\x80\x93 ", " - ", " \xe2\x80\xa2 ", ";", ")"})
    end = std::min(end, name.find(stop));
  name = trim(name.substr(0, end));
  while (!name.empty() && (name.back() == ',' || name.back() == '|' || name.back() == '.'))
    name = trim(name.substr(0, name.size() - 1));
  if (name.empty()) return false;
  const auto begin = static_cast<std::uint32_t>(name.data() - block.text.data());
  block.marks.push_back({.of = Mark::Of::byline,
                         .value = std::string(name),
                         .rule = "byline",
                         .span = {begin, begin + static_cast<std::uint32_t>(name.size())}});
  return decide(block, ParagraphKind::byline);
}

bool name_date(Block& block, bool front) {
  if (!front || block.level > 0) return false;
  std::optional<WrittenDate> date = read_date_line(block.text);
  if (!date && word_count(block.text) <= 12 && !ends_sentence(block.text) && !block.decided)
    date = find_date(block.text);
  if (!date) return false;
  block.marks.push_back({.of = Mark::Of::published,
                         .value = std::string(slice(block.text, date->span)),
                         .rule = "date-line",
                         .span = date->span,
                         .day = date->day});
  return decide(block, ParagraphKind::dateline);
}

// "TASS", "Photo: Anna Kesh / AFP", "Varnia Press Service / Handout".
bool name_credit(Block& block, bool front, const Outlets& outlets) {
  if (block.level > 0 || word_count(block.text) > 14 || ends_sentence(block.text)) return false;
  std::string_view value = block.text;
  std::string rule;
  if (const std::size_t label = credit_label(block.text); label > 0 && label < block.text.size()) {
    value = trim(value.substr(label));
    rule = "credit-label";
  } else if (front && word_count(block.text) <= 6) {
    const Outlet* const known = outlets.by_name(block.text);
    if (known != nullptr && known->kind != OutletKind::agency) {
      block.marks.push_back({.of = Mark::Of::outlet, .value = known->name, .rule = "name-line", .span = whole(block)});
      return decide(block, ParagraphKind::credit);
    }
    bool part_known = known != nullptr;
    for (const std::string_view part : split(block.text, '/'))
      part_known = part_known || outlets.by_name(trim(part)) != nullptr || credit_word(part);
    if (part_known) rule = "agency-line";
    if (!part_known && block.all_emphasised() && word_count(block.text) == 1 && is_capitals(block.text))
      rule = "emphasised-line";
  }
  if (rule.empty()) return false;
  const auto begin = static_cast<std::uint32_t>(value.data() - block.text.data());
  block.marks.push_back({.of = Mark::Of::credit,
                         .value = std::string(value),
                         .rule = rule,
                         .span = {begin, begin + static_cast<std::uint32_t>(value.size())}});
  return decide(block, ParagraphKind::credit);
}

// A last full stop belongs to a sentence, unless it is an abbreviation's ("… in the U.S."). A line that the next goes
// on in lower case is half a sentence.
bool can_be_headline(const std::vector<Block>& blocks, std::size_t i) {
  const Block& block = blocks[i];
  if (real_words(block.text) < 3 || word_count(block.text) > 30 || block.list_item) return false;
  std::size_t next = i + 1;
  while (next < blocks.size() && real_words(blocks[next].text) == 0) ++next;
  if (next < blocks.size() && begins_lower(blocks[next].text)) return false;
  const char last = block.text.back();
  if (last == ',' || last == ';' || last == ':') return false;
  if (last != '.') return true;
  const std::size_t size = block.text.size();
  return (size >= 4 && block.text[size - 3] == '.') || block.text.ends_with("...");
}

void name_headline(std::vector<Block>& blocks, std::size_t front, const ReadOptions& options) {
  for (const Block& block : blocks)
    if (block.kind == ParagraphKind::headline) return;
  Block* best = nullptr;
  std::string rule;
  if (!options.title.empty()) {
    const std::string wanted = fold(options.title);
    for (std::size_t i = 0; i < std::min(front + 1, blocks.size()) && best == nullptr; ++i)
      if (fold(blocks[i].text) == wanted) best = &blocks[i];
    rule = "option";
  }
  const bool given = !options.title.empty();
  for (std::size_t i = 0; !given && i < front; ++i) {
    if (blocks[i].level == 0 || blocks[i].decided || (best != nullptr && best->level <= blocks[i].level)) continue;
    best = &blocks[i];
    rule = "markdown:h" + std::to_string(blocks[i].level);
  }
  for (std::size_t i = 0; !given && best == nullptr && i < front; ++i) {
    if (blocks[i].decided) continue;  // a date, a name, an address above the headline
    if (!can_be_headline(blocks, i)) break;
    best = &blocks[i];
    rule = "first-line";
  }
  if (best == nullptr) return;
  decide(*best, ParagraphKind::headline);
  best->marks.push_back({.of = Mark::Of::title, .value = best->text, .rule = rule, .span = whole(*best)});
}

// "KYIV, Sept 12, 2022 (Reuters) — The …": the agency, and the date if it has a year. The words stay in the body.
void read_dateline(Block& block, const Outlets& outlets) {
  const std::string_view text = std::string_view(block.text).substr(0, 120);
  std::size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" \xe2\x80\x94", " \xe2\x80\x93", " - ", " -- "})
    dash = std::min(dash, text.find(mark));
  if (dash == std::string_view::npos || dash > 80) return;
  const std::string_view head = text.substr(0, dash);
  const std::size_t place = std::min(head.find_first_of(",("), head.size());
  if (!is_capitals(head.substr(0, place))) return;
  std::optional<WrittenDate> date = find_date(head);
  if (!date) date = find_cable_date(head);
  if (date)
    block.marks.push_back({.of = Mark::Of::published,
                           .value = std::string(slice(head, date->span)),
                           .rule = "dateline",
                           .span = date->span,
                           .day = date->day});
  const std::size_t open = head.find('(');
  const std::size_t close = head.find(')', std::min(open, head.size()));
  if (open == std::string_view::npos || close == std::string_view::npos) return;
  const std::string_view agency = trim(head.substr(open + 1, close - open - 1));
  const Outlet* const known = outlets.by_name(agency);
  if (known == nullptr) return;
  const Span span{static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)};
  block.marks.push_back({.of = Mark::Of::credit, .value = std::string(agency), .rule = "dateline", .span = span});
  block.marks.push_back({.of = Mark::Of::outlet, .value = known->name, .rule = "dateline", .span = span});
}

bool is_heading(const Block& block) {
  if (block.level > 0) return true;
  const std::size_t words = word_count(block.text);
  if (words == 0 || words > 14 || block.list_item || block.text.back() == '.' || block.text.back() == ',' ||
      block.text.back() == ';')
    return false;
  return block.all_emphasised() || (words <= 10 && real_words(block.text) >= 2 && is_capitals(block.text) &&
                                    block.text.find(": ") == std::string::npos);
}

}  // namespace

void name_parts(std::vector<Block>& blocks, const Outlets& outlets, const ReadOptions& options) {
  read_release_head(blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (!blocks[i].decided && !name_related(blocks, i)) name_address(blocks, i);

  // The front: what stands above the first paragraph that reads as body. If nothing does, only the first block is
  // front.
  std::size_t front = 0;
  while (front < blocks.size() && (blocks[front].decided || !reads_as_body(blocks[front]))) ++front;
  // With nothing but short lines the second that carries no name is taken for the body.
  if (front == blocks.size() && blocks.size() > 1) --front;
  if (front == blocks.size()) front = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (block.decided || block.list_item) continue;
    const bool top = i < front;
    const bool near_end = i + 3 >= blocks.size();
    if (name_byline(block, top) || (read_date_line(block.text) && name_date(block, top || near_end))) continue;
    name_credit(block, top, outlets);
  }
  name_headline(blocks, front, options);
  for (std::size_t i = 0; i < front; ++i)
    if (!blocks[i].decided && !blocks[i].list_item) name_date(blocks[i], true);
  if (front < blocks.size()) read_dateline(blocks[front], outlets);
  for (Block& block : blocks) {
    if (!block.decided && block.kind == ParagraphKind::body && is_heading(block)) block.kind = ParagraphKind::heading;
    if (block.quoted && block.kind == ParagraphKind::body) block.kind = ParagraphKind::quote;
    if (block.kind == ParagraphKind::related)
      for (Hyperlink& link : block.links) link.related = true;
  }
}

}  // namespace sayso::dispatch
