// Builds blocks from slices of the source, mending characters and keeping the map.
//
//     BlockBuilder builder(source, mends);
//     builder.open();
//     builder.copy({2, 6});               // "Two "
//     builder.put("&", {6, 11});          // "&amp;" in the source
//     builder.line_break({11, 12});
//     auto blocks = builder.take();
//
// White space of any kind and length becomes one space, none stands at a block's ends; soft hyphens, zero-width,
// direction and control characters are left out (joiners inside emoji and scripts stay). A block that ends up without
// text is forgotten.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

class BlockBuilder {
 public:
  // The source must outlive the builder. REQUIRES: source.size() < 4 GiB.
  BlockBuilder(std::string_view source, Mends& mends) : source_(source), mends_(mends) {}

  Block& open();  // closes an open block first
  void close();
  bool is_open() const { return open_; }
  Block& block() { return block_; }

  void copy(Span source);                        // as it stands there
  void put(std::string_view text, Span source);  // text that the source writes in another way
  void space(Span source);                       // white space, whatever stands there
  void open_link(std::string url);
  void close_link();
  void emphasis(int change) { emphasis_ += change; }  // +1 at a start, -1 at an end

  std::vector<Block> take();

 private:
  void visible(std::string_view text, Span source, bool verbatim);
  void piece(std::size_t size, Span source, bool verbatim);

  std::string_view source_;
  Mends& mends_;
  std::vector<Block> blocks_{};
  Block block_{};
  bool open_ = false;
  std::optional<Span> pending_space_{};
  int emphasis_ = 0;
  std::string link_{};
  bool in_link_ = false;
  std::optional<std::uint32_t> link_begin_{};
};

}  // namespace sayso::dispatch
