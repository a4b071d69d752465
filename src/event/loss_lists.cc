// Reads lists of losses line by line, from the text: such lines have no grammar that a tree could show.
//
//     "artillery systems – 519 (+6),"   ->  of "artillery systems": 519, and 6 more
//
// Word lists: cumulative; numbers.tsv for "about", "more than". Left out on purpose: tables, whose cells are no
// paragraphs; lines whose number stands first ("12 tanks"), which the count mentions read.
#include "event/loss_lists.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::size_t longest_item = 60;  // bytes of what is counted
constexpr std::size_t longest_hedge = 4;  // words

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// One line under its announcement; positions are bytes of the text.
class Line {
 public:
  Line(std::string_view text, Span span, const NumberLexicon& numbers)
      : text_(text.substr(0, span.end)), begin_(span.begin), numbers_(numbers) {}

  // The counts of the line: none if it is no line of a list.
  std::vector<Count> read() const {
    std::vector<Count> counts;
    std::size_t at = begin_;
    const auto dash = find_dash(at);
    if (!dash) return counts;
    const std::string item(text_.substr(at, dash->begin - at));
    if (item.empty() || item.size() > longest_item) return counts;
    at = dash->end;
    const NumberUse hedge = read_hedge(at);
    const auto number = read_number(at);
    if (!number) return counts;
    Count total = bounded(hedge, *number);
    total.of = item;
    total.span = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at)};
    counts.push_back(std::move(total));
    skip_spaces(at);
    if (text_.substr(at).starts_with("(+")) {
      std::size_t inner = at + 2;
      skip_spaces(inner);
      if (const auto more = read_number(inner)) {
        Count since;
        since.low = since.best = since.high = *more;
        since.of = item;
        since.span = {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(inner)};
        counts.push_back(std::move(since));
      }
    }
    for (Count& count : counts) {
      count.text = std::string(slice(text_, count.span));
      count.effect = "lost";
      count.rule = "loss-list";
    }
    return counts;
  }

 private:
  void skip_spaces(std::size_t& at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      if (!is_space(next_code_point(text_, next))) return;
      at = next;
    }
  }

  // The dash between what is counted and its number: the first that spaces stand around, or a colon.
  std::optional<Span> find_dash(std::size_t from) const {
    constexpr std::array<char32_t, 5> dashes{U'-', U'\u2012', U'\u2013', U'\u2014', U':'};
    for (std::size_t at = from; at < text_.size() && at - from <= longest_item;) {
      const std::size_t here = at;
      const char32_t c = next_code_point(text_, at);
      if (is_digit(c)) return std::nullopt;
      if (std::find(dashes.begin(), dashes.end(), c) == dashes.end()) continue;
      std::size_t end = here, begin = at;
      while (end > from) {
        std::size_t before = end;
        if (!is_space(previous_code_point(text_, before))) break;
        end = before;
      }
      skip_spaces(begin);
      if (c != U':' && end == here) continue;  // the hyphen of a word
      return Span{static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(begin)};
    }
    return std::nullopt;
  }

  // "about", "more than" at `at`, which moves behind it; `exact` if there is none.
  NumberUse read_hedge(std::size_t& at) const {
    std::vector<std::string> words;
    std::vector<std::size_t> ends;
    for (std::size_t t = at; words.size() < longest_hedge && t < text_.size();) {
      const std::size_t begin = t;
      while (t < text_.size()) {
        std::size_t next = t;
        if (!is_letter(next_code_point(text_, next))) break;
        t = next;
      }
      if (t == begin) break;
      words.push_back(to_lower(text_.substr(begin, t - begin)));
      ends.push_back(t);
      skip_spaces(t);
    }
    const auto hedge = numbers_.match_at(
        words, {NumberUse::about, NumberUse::above, NumberUse::low, NumberUse::high, NumberUse::below});
    if (hedge) at = ends[hedge->words - 1];
    skip_spaces(at);
    return hedge ? hedge->entry->use : NumberUse::exact;
  }

  static Count bounded(NumberUse hedge, std::int64_t number) {
    Count count;
    switch (hedge) {
      case NumberUse::about:
        count.best = number;
        break;
      case NumberUse::above:
        count.low = number + 1;
        break;
      case NumberUse::low:
        count.low = number;
        break;
      case NumberUse::high:
        count.high = number;
        break;
      case NumberUse::below:
        count.high = number - 1;
        break;
      default:
        count.low = count.best = count.high = number;
    }
    return count;
  }

  // Figures, with a comma, a space or an apostrophe between groups of three; none beyond 64 bits.
  std::optional<std::int64_t> read_number(std::size_t& at) const {
    constexpr std::int64_t most = (INT64_MAX - 9) / 10;
    if (at >= text_.size() || !is_figure(text_[at])) return std::nullopt;
    std::int64_t value = 0;
    std::size_t t = at;
    const auto three = [&](std::size_t from) {
      return from + 3 <= text_.size() && is_figure(text_[from]) && is_figure(text_[from + 1]) &&
             is_figure(text_[from + 2]) && (from + 3 == text_.size() || !is_figure(text_[from + 3]));
    };
    while (t < text_.size()) {
      if (is_figure(text_[t])) {
        if (value > most) return std::nullopt;
        value = value * 10 + (text_[t++] - '0');
        continue;
      }
      std::size_t next = t;
      const char32_t c = next_code_point(text_, next);
      if ((c != U',' && c != U'\'' && !is_space(c)) || c == U'\n' || !three(next)) break;
      t = next;
    }
    at = t;
    return value;
  }

  std::string_view text_;
  std::size_t begin_;
  const NumberLexicon& numbers_;
};

// Parts of a paragraph that a comma or semicolon ends, not between figures.
std::vector<Span> lines_of(std::string_view text, Span paragraph) {
  std::vector<Span> lines;
  std::uint32_t begin = paragraph.begin;
  const auto end_line = [&](std::uint32_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    if (begin < end) lines.push_back({begin, end});
  };
  for (std::uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
    const bool parts = text[at] == ';' || text[at] == '\n' ||
                       (text[at] == ',' && (at + 1 == paragraph.end || !is_figure(text[at + 1])));
    if (!parts) continue;
    end_line(at);
    begin = at + 1;
  }
  end_line(paragraph.end);
  return lines;
}

}  // namespace

void add_loss_lists(std::vector<Event>& events, const Dispatch& dispatch, const Tree& tree, const WordLists& lists,
                    const NumberLexicon& numbers) {
  const WordList* cumulative = lists.find("cumulative");
  const std::string_view text = dispatch.text;
  std::size_t next_paragraph = 0;  // no list is read twice
  for (Event& event : events) {
    if (event.type != "LOSS" || event.head == no_token) continue;
    const Sentence& sentence = tree.syntax()[tree.sentence_of(event.head)];
    const Span home = dispatch.paragraphs[sentence.paragraph].span;
    const auto colon = text.substr(0, home.end).find(':', event.trigger.span.end);
    if (sentence.paragraph < next_paragraph || colon == std::string_view::npos) continue;
    bool total = false;
    for (auto t = index(sentence.first); t < index(sentence.last); ++t)
      total = total || (tree[TokenId{t}].span.end <= colon && cumulative != nullptr &&
                        cumulative->contains(tree.lemma(TokenId{t})));
    const auto take = [&](Span paragraph) {
      bool any = false;
      for (const Span line : lines_of(text, paragraph))
        for (Count& count : Line(text, line, numbers).read()) {
          count.cumulative = total && text[count.span.begin] != '+';
          event.counts.push_back(std::move(count));
          any = true;
        }
      return any;
    };
    const bool inside = take({static_cast<std::uint32_t>(colon + 1), home.end});
    std::size_t p = sentence.paragraph + 1;
    if (!inside)
      while (p < dispatch.paragraphs.size() && take(dispatch.paragraphs[p].span)) ++p;
    next_paragraph = p;
  }
}

}  // namespace sayso
