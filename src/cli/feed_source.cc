// The entries of a feed that hold a whole text.
//
//     kesh.rss  ->  items "kesh.rss#1", "kesh.rss#3"; the second entry is a teaser of a few words: passed over,
//     "teaser"
//
// An .xml or .json file that is no feed is passed over, unless it was named: then it is read as one dispatch.
#include "base/compression.h"
#include "cli/source.h"
#include "dispatch/feed.h"
#include "dispatch/feed_inputs.h"

namespace sayso::cli {
namespace {

constexpr std::uint64_t max_feed_bytes = std::uint64_t{64} << 20U;

// Adds the entries of a feed that are texts; says how many are not.
std::size_t add_items(const Feed& feed, const ReadOptions& given, const std::string& where, std::vector<Item>& items) {
  std::vector<FeedInput> inputs = feed_inputs(feed, where);
  for (FeedInput& input : inputs) {
    ReadOptions options = std::move(input.options);
    options.attitudes = given.attitudes;
    if (!given.outlet.empty()) options.outlet = given.outlet;
    if (!given.title.empty()) options.title = given.title;
    if (!given.published.empty()) options.published = given.published;
    items.push_back({options.path, Input{options.path, std::move(input.bytes), std::move(options)}});
    items.back().input->where = items.back().where;
  }
  return feed.entries.size() - inputs.size();
}

class FeedSource : public Source {
 public:
  FeedSource(const std::filesystem::path& path, const ReadOptions& given, bool named) {
    const std::string where = path.string();
    auto bytes = read_unpacked(path, max_feed_bytes);
    if (!bytes) {
      items_.push_back({where, bytes.error()});
      return;
    }
    ReadOptions options = given;
    options.path = where;
    if (given.format != "feed" && !looks_like_feed(*bytes)) {
      if (named) items_.push_back({where, Input{where, std::move(*bytes), std::move(options)}});
      if (!named) passed_over_.push_back({"other-kind", 1});
      return;
    }
    const auto feed = read_feed(*bytes, options);
    if (!feed) {
      items_.push_back({where, feed.error()});
    } else if (const std::size_t teasers = add_items(*feed, given, where, items_); teasers > 0) {
      passed_over_.push_back({"teaser", teasers});
    }
  }

  std::optional<Item> next() override {
    if (next_ == items_.size()) return std::nullopt;
    return std::move(items_[next_++]);
  }

  Position position() const override { return {}; }
  void pass_to(const Position&) override {}
  std::vector<PassedOver> passed_over() const override { return passed_over_; }

 private:
  std::vector<Item> items_{};
  std::size_t next_ = 0;
  std::vector<PassedOver> passed_over_{};
};

}  // namespace

std::vector<Item> feed_items(std::string_view bytes, const ReadOptions& given, const std::string& where) {
  std::vector<Item> items;
  const auto feed = read_feed(bytes, given);
  if (feed) add_items(*feed, given, where, items);
  return items;
}

std::unique_ptr<Source> feed_source(const std::filesystem::path& path, const ReadOptions& given, bool named) {
  return std::make_unique<FeedSource>(path, given, named);
}

}  // namespace sayso::cli
