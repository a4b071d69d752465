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
  FeedSource(Result<std::string> bytes, const std::string& where, const ReadOptions& given, bool named) {
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
    // How large a feed may be is the feed reader's to say.
    FeedItems feed = feed_items(*bytes, options, where);
    items_ = std::move(feed.items);
    if (feed.teasers > 0) passed_over_.push_back({"teaser", feed.teasers});
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

FeedItems feed_items(std::string_view bytes, const ReadOptions& given, const std::string& where,
                     const std::string& content_type) {
  FeedItems all;
  const auto feed = read_feed(bytes, given, {.content_type = content_type});
  if (!feed) {
    all.items.push_back({where, feed.error()});
  } else {
    all.teasers = add_items(*feed, given, where, all.items);
  }
  return all;
}

std::unique_ptr<Source> feed_source(const std::filesystem::path& path, const ReadOptions& given, bool named) {
  return std::make_unique<FeedSource>(read_unpacked(path, max_file_bytes), path.string(), given, named);
}

std::unique_ptr<Source> feed_source(Result<std::string> bytes, const ReadOptions& given) {
  return std::make_unique<FeedSource>(std::move(bytes), "-", given, true);
}

}  // namespace sayso::cli
