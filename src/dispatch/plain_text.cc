// Plain text to blocks.
//
//     The mayor of Kesh said on        one block: the second line goes on, since "Monday" would not
//     Monday that the bridge stands.   have fitted on the first
//         She gave no date.            a new one: indented
//
// A line break inside a group of lines is a paragraph's end if the next line is indented and this one is not, if the
// lines are too long to be wrapped ones, or if the next line's first word would have fitted here: whoever wrapped the
// text chose to break. Leaves out on purpose: undoing hyphens at line ends ("counter-\noffensive" may be right as it
// is).
#include "dispatch/plain_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "dispatch/block_builder.h"
#include "dispatch/characters.h"
#include "dispatch/release_head.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t widest_wrap = 120;  // columns; longer lines were not wrapped by hand or by a mailer

struct Line {
  Span span{};               // without the line's end and white space around it
  std::uint32_t indent = 0;  // columns of white space in front
  std::size_t width = 0;     // characters
  std::size_t first = 0;     // characters of the first word
};

// Where a line ends from `at` on, and where the next begins: CR, LF, both, or Unicode's line and paragraph separators.
std::pair<std::size_t, std::size_t> line_end(std::string_view source, std::size_t at) {
  for (; at < source.size(); ++at) {
    if (source[at] == '\n') return {at, at + 1};
    if (source[at] == '\r') return {at, at + (source.substr(at, 2) == "\r\n" ? 2 : 1)};
    const auto mark = source.substr(at, 3);
    if (mark == "\xe2\x80\xa8" || mark == "\xe2\x80\xa9") return {at, at + 3};
  }
  return {source.size(), source.size() + 1};
}

std::vector<Line> cut_lines(std::string_view source) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at <= source.size();) {
    const auto [end, next] = line_end(source, at);
    Line line;
    std::size_t begin = at;
    std::size_t stop = end;
    while (begin < end) {
      std::size_t behind = begin;
      if (!is_space(next_code_point(source, behind))) break;
      line.indent += source[begin] == '\t' ? 8u : 1u;
      begin = behind;
    }
    while (stop > begin) {
      std::size_t before = stop;
      if (!is_space(previous_code_point(source, before)) || before < begin) break;
      stop = before;
    }
    line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
    bool in_first = true;
    for (std::size_t i = begin; i < stop; ++i) {
      if (source[i] == ' ') in_first = false;
      if ((source[i] & 0xc0) == 0x80) continue;
      ++line.width;
      if (in_first) ++line.first;
    }
    lines.push_back(line);
    at = next;
  }
  return lines;
}

// Whether the break between two lines of a group ends a paragraph. `width` is the group's widest line.
bool breaks(std::string_view source, const Line& line, const Line& next, std::size_t width) {
  if (next.indent >= line.indent + 2) return true;
  if (line.width > widest_wrap || next.width > widest_wrap) return true;
  if (has_release_number(slice(source, line.span)) || has_release_number(slice(source, next.span))) return true;
  const bool would_fit = line.width + 1 + next.first <= width;
  if (!would_fit) return false;
  const std::string_view text = slice(source, line.span);
  if (begins_lower(slice(source, next.span))) return false;
  return ends_sentence(text) || line.width + 1 + next.first + 8 <= width;
}

}  // namespace

std::vector<Block> read_plain_text(std::string_view source, Mends& mends) {
  BlockBuilder builder(source, mends);
  const std::vector<Line> lines = cut_lines(source);
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].span.empty()) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::size_t width = 0;
    for (; end < lines.size() && !lines[end].span.empty(); ++end) width = std::max(width, lines[end].width);
    width = std::min(width, widest_wrap);
    builder.open();
    for (std::size_t line = i; line < end; ++line) {
      builder.copy(lines[line].span);
      if (line + 1 == end) break;
      if (breaks(source, lines[line], lines[line + 1], width)) {
        builder.open();
      } else {
        builder.space({lines[line].span.end, lines[line + 1].span.begin});
      }
    }
    builder.close();
    i = end;
  }
  return builder.take();
}

}  // namespace sayso::dispatch
