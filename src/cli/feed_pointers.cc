// Reads feeds whole and answers for addresses (example in the header). Leaves out on purpose: the entries' own texts,
// which are dispatches if the feed itself is added.
#include "cli/feed_pointers.h"

#include <memory>

#include "base/compression.h"
#include "cli/source.h"
#include "dispatch/feed.h"
#include "dispatch/feed_inputs.h"

namespace sayso::cli {
namespace {

struct Indexed {
  explicit Indexed(Feed read) : feed(std::move(read)), index(feed) {}

  Feed feed;
  FeedIndex index;  // points into the feed
};

}  // namespace

Result<PointerLookup> read_pointers(const std::vector<std::string>& feeds) {
  if (feeds.empty()) return PointerLookup();
  auto read = std::make_shared<std::vector<std::unique_ptr<const Indexed>>>();
  for (const std::string& path : feeds) {
    auto bytes = read_unpacked(path, max_file_bytes);
    if (!bytes) return bytes.error();
    if (!looks_like_feed(*bytes)) return Error{ErrorCode::wrong_use, path, "is no feed"};
    auto feed = read_feed(*bytes, {.path = path});
    if (!feed) return feed.error();
    read->push_back(std::make_unique<const Indexed>(std::move(*feed)));
  }
  return PointerLookup([read](std::string_view address) -> std::optional<Pointer> {
    for (const auto& one : *read)
      if (const FeedEntry* const entry = one->index.find(address)) return pointer_of(one->feed, *entry);
    return std::nullopt;
  });
}

}  // namespace sayso::cli
