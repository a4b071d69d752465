// Wraps inked text into lines.
//
//     width 24, indent 2:  "The bridge is ours" marked, " he said"
//       "  «There are enemy\n  losses» he said\n"
//
// A line breaks at spaces, after a dash, and beside wide characters (which have no spaces between words); a word longer
// than a line, such as an address, is cut where the line is full. Linear in the text: every cell is looked at twice.
#include "publish/page.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "publish/terminal_text.h"

namespace sayso::publish {
namespace {

// One printed position with the marks that sit on it.
struct Cell {
  std::string text{};
  std::size_t width = 0;
  Ink ink = Ink::plain;
  bool space = false;
  bool breaks_after = false;
};

std::string_view sgr(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::marked:
      return "\x1b[1;4m";
    case Ink::act:
      return "\x1b[36m";
    case Ink::event:
      return "\x1b[1;32m";
    case Ink::doubt:
      return "\x1b[33m";
  }
  return "";
}

void append_cells(std::vector<Cell>& cells, std::string_view text, Ink ink) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    std::string shown;
    append_safe(shown, c);
    if (shown.empty()) continue;
    const bool space = shown == " ";
    if (space && (cells.empty() || cells.back().space)) continue;
    std::size_t inner = 0;
    const char32_t printed = next_code_point(shown, inner);
    const std::size_t width = display_width(printed);
    if (width == 0 && !cells.empty() && !cells.back().space) {
      cells.back().text += shown;
      continue;
    }
    if (width == 2 && !cells.empty()) cells.back().breaks_after = true;
    cells.push_back({std::move(shown), width, ink, space, width == 2 || printed == 0x2014});
  }
}

// Without colour the marked words stand between « and », which take part in the wrapping like any character.
std::vector<Cell> cells_of(const std::vector<Run>& runs, bool colour) {
  std::vector<Cell> cells;
  bool marked = false;
  for (const Run& run : runs) {
    if (run.text.empty()) continue;
    if (!colour && (run.ink == Ink::marked) != marked) {
      marked = !marked;
      append_cells(cells, marked ? "«" : "»", Ink::plain);
    }
    append_cells(cells, run.text, run.ink);
  }
  if (marked) append_cells(cells, "»", Ink::plain);
  while (!cells.empty() && cells.back().space) cells.pop_back();
  return cells;
}

void append_inked(std::string& out, const Cell* begin, const Cell* end, bool colour) {
  Ink ink = Ink::plain;
  for (const Cell* cell = begin; cell != end; ++cell) {
    if (colour && cell->ink != ink) {
      if (ink != Ink::plain) out += "\x1b[0m";
      ink = cell->ink;
      out += sgr(ink);
    }
    out += cell->text;
  }
  if (ink != Ink::plain) out += "\x1b[0m";
}

std::size_t width_of(const std::vector<Cell>& cells) {
  std::size_t width = 0;
  for (const Cell& cell : cells) width += cell.width;
  return width;
}

// Width of a finished line, whose only escape sequences are our own: ESC [ … m.
std::size_t shown_width(std::string_view line) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '\x1b') {
      at = line.find('m', at) + 1;
    } else {
      width += display_width(next_code_point(line, at));
    }
  }
  return width;
}

// The cell behind the last one that fits on a line of `limit` cells beginning at `begin`; at least one cell further.
std::size_t line_end(const std::vector<Cell>& cells, std::size_t begin, std::size_t limit) {
  std::size_t width = 0;
  std::size_t last_break = begin;
  std::size_t at = begin;
  for (; at < cells.size(); ++at) {
    if (cells[at].space) last_break = at;
    width += cells[at].width;
    if (width > limit && !cells[at].space) break;
    if (cells[at].breaks_after) last_break = at + 1;
  }
  if (at == cells.size()) return at;
  if (last_break > begin) return last_break;
  return std::max(at, begin + 1);
}

}  // namespace

Page::Page(Paper paper) : paper_(paper) { paper_.width = std::max<std::size_t>(paper.width, 40); }

void Page::add_within(std::size_t width, std::size_t first, std::size_t rest, const std::vector<Run>& runs) {
  const std::vector<Cell> cells = cells_of(runs, paper_.colour);
  std::size_t indent = first;
  for (std::size_t begin = 0; begin < cells.size();) {
    const std::size_t limit = width > indent + 20 ? width - indent : 20;
    const std::size_t end = line_end(cells, begin, limit);
    out_.append(indent, ' ');
    append_inked(out_, cells.data() + begin, cells.data() + end, paper_.colour);
    out_ += '\n';
    begin = end;
    while (begin < cells.size() && cells[begin].space) ++begin;
    indent = rest;
  }
}

void Page::add_field(std::size_t indent, std::string_view label, std::size_t column, const std::vector<Run>& runs) {
  const std::vector<Cell> name = cells_of({{std::string(label), Ink::faint}}, paper_.colour);
  const std::size_t used = width_of(name);
  const std::size_t value = indent + std::max(column, used + 1);
  const std::size_t start = out_.size();
  add(value, runs);
  if (out_.size() == start) return;
  std::string head(indent, ' ');
  append_inked(head, name.data(), name.data() + name.size(), paper_.colour);
  head.append(value - indent - used, ' ');
  out_.replace(start, value, head);
}

void Page::add_headed(std::size_t first, std::size_t rest, const std::vector<Run>& left, const Run& right) {
  const std::vector<Cell> edge = cells_of({right}, paper_.colour);
  const std::size_t edge_width = width_of(edge);
  const bool fits = edge_width + 22 < paper_.width;
  const std::size_t start = out_.size();
  add_within(fits ? paper_.width - edge_width - 2 : paper_.width, first, rest, left);
  const std::size_t first_end = out_.find('\n', start);
  if (!fits || first_end == std::string::npos) return add(rest, {right});
  const std::size_t used = shown_width(std::string_view(out_).substr(start, first_end - start)) + edge_width;
  std::string tail(used < paper_.width ? paper_.width - used : 1, ' ');
  append_inked(tail, edge.data(), edge.data() + edge.size(), paper_.colour);
  out_.insert(first_end, tail);
}

void Page::add_unwrapped(const Run& run) {
  const std::vector<Cell> cells = cells_of({run}, paper_.colour);
  if (cells.empty()) return;
  append_inked(out_, cells.data(), cells.data() + cells.size(), paper_.colour);
  out_ += '\n';
}

std::string cut_to(std::string_view text, std::size_t cells) {
  if (display_width(text) <= cells) return std::string(text);
  std::size_t width = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += display_width(next_code_point(text, at));
    if (width + 1 > cells) break;
    kept = at;
  }
  return std::string(text.substr(0, kept)) + "…";
}

}  // namespace sayso::publish
