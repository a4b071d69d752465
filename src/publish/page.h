// Lines for a terminal: runs of text in a few inks, wrapped to a width, with or without colour.
//
//     Page page({.width = 40});
//     page.add(4, {{"Two bridges were ", Ink::plain}, {"blown up", Ink::marked}});
//     page.take()   ->  "    Two bridges were «blown up»\n"
//
// Whatever a run holds is made safe first (see terminal_text.h). With colour an ink is SGR, closed at every line's end;
// without colour only Ink::marked shows, between « and ».
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::publish {

enum class Ink : std::uint8_t { plain, strong, faint, marked, act, event, doubt };

struct Run {
  std::string text{};
  Ink ink = Ink::plain;

  bool operator==(const Run&) const = default;
};

struct Paper {
  std::size_t width = 80;  // cells; less than 40 counts as 40
  bool colour = false;
};

class Page {
 public:
  explicit Page(Paper paper);

  // One paragraph: the first line begins at cell `first`, the others at `rest`. White space folds to single spaces.
  void add(std::size_t first, std::size_t rest, const std::vector<Run>& runs) {
    add_within(paper_.width, first, rest, runs);
  }
  void add(std::size_t indent, const std::vector<Run>& runs) { add(indent, indent, runs); }

  // "      where  near Kesh": a faint label in its own column of `column` cells, then the value beside it.
  void add_field(std::size_t indent, std::string_view label, std::size_t column, const std::vector<Run>& runs);

  // `left`, wrapped to leave room for `right` at the right edge of the first line.
  void add_headed(std::size_t first, std::size_t rest, const std::vector<Run>& left, const Run& right);

  // One line however long, so that an address stays one word to click on or to copy. Nothing for an empty run.
  void add_unwrapped(const Run& run);

  void blank() { out_ += '\n'; }

  std::string take() { return std::move(out_); }

 private:
  void add_within(std::size_t width, std::size_t first, std::size_t rest, const std::vector<Run>& runs);

  Paper paper_;
  std::string out_;
};

// At most `cells` wide, ending in "…" where something was cut. `text` must be safe already.
std::string cut_to(std::string_view text, std::size_t cells);

}  // namespace sayso::publish
