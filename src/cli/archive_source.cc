// The pages of a web archive.
//
//     cc-news.warc.gz  ->  items "cc-news.warc.gz:784", "cc-news.warc.gz:81223" …, each under the address it was
//     fetched from
//
// A broken record is an item with its reason. What is no page is counted by its reason. A feed in it gives its entries,
// and lies behind the position only with the last of them: another run reads the feed again and finds what is kept.
// Another run begins with the member that held the last page and passes by the pages of it that were given out; in
// zstd, whose dictionary stands at the file's beginning, it passes by all pages from there on.
#include <algorithm>
#include <deque>
#include <iterator>

#include "base/utf8.h"
#include "cli/source.h"
#include "dispatch/archive.h"
#include "dispatch/feed.h"

namespace sayso::cli {
namespace {

using dispatch::ArchivePage;
using dispatch::ArchiveReader;

class ArchiveSource : public Source {
 public:
  ArchiveSource(std::filesystem::path path, const ReadOptions& given) : path_(std::move(path)), given_(given) {
    by_beginning_ = path_ == "-" || to_lower(path_.extension().string()).starts_with(".zst");
    open(0);
  }

  std::optional<Item> next() override {
    if (auto fault = std::exchange(fault_, std::nullopt)) return Item{path_.string(), std::move(*fault)};
    if (!entries_.empty()) return next_entry();
    while (archive_) {
      auto page = archive_->next();
      if (!page) break;
      if (!*page) return Item{page->error().where, page->error()};
      before_feed_ = position_;
      move_to(**page);
      if (!looks_like_feed((*page)->payload)) return item(**page);
      FeedItems feed = feed_items((*page)->payload, options_of(**page), (*page)->where, served_as(**page));
      teasers_ += feed.teasers;
      for (Item& entry : feed.items)
        if (entry.input) entry.input->notes = (*page)->notes;
      entries_.assign(std::move_iterator(feed.items.begin()), std::move_iterator(feed.items.end()));
      if (!entries_.empty()) return next_entry();
    }
    return std::nullopt;
  }

  Position position() const override { return entries_.empty() ? position_ : before_feed_; }

  void pass_to(const Position& position) override {
    if (!by_beginning_) open(position.bytes);
    while (archive_ && position_.items < position.items) {
      const auto page = archive_->next();
      if (!page) return;
      if (*page) move_to(**page);
    }
  }

  std::vector<PassedOver> passed_over() const override {
    std::vector<PassedOver> all;
    for (std::size_t i = 0; archive_ && i < dispatch::passed_over_kinds; ++i) {
      const auto reason = static_cast<dispatch::PassedOver>(i);
      if (const auto count = archive_->passed_over(reason); count > 0)
        all.push_back({std::string("record-") + dispatch::name_of(reason), count});
    }
    if (teasers_ > 0) all.push_back({"teaser", teasers_});
    return all;
  }

 private:
  void open(std::uint64_t from) {
    auto archive = ArchiveReader::open_at(from, path_);
    if (archive) {
      archive_.emplace(std::move(*archive));
    } else {
      fault_ = archive.error();
    }
  }

  void move_to(const ArchivePage& page) {
    const bool same_member = page.offset == position_.bytes && position_.items > 0;
    position_.items = same_member || by_beginning_ ? position_.items + 1 : 1;
    position_.bytes = page.offset;
  }

  ReadOptions options_of(const ArchivePage& page) const {
    ReadOptions options = given_;
    options.path = page.where;
    options.format.clear();
    if (page.content_type == "text/html" || page.content_type == "application/xhtml+xml") options.format = "html";
    if (page.content_type == "text/plain") options.format = "text";
    if (options.url.empty()) options.url = page.url;
    options.http_charset = page.charset;
    return options;
  }

  // The header in which its server named type and encoding.
  static std::string served_as(const ArchivePage& page) {
    return page.charset.empty() ? page.content_type : page.content_type + "; charset=" + page.charset;
  }

  Item item(const ArchivePage& page) const {
    return {page.where, Input{page.where, std::string(page.payload), options_of(page), page.notes}};
  }

  Item next_entry() {
    Item entry = std::move(entries_.front());
    entries_.pop_front();
    return entry;
  }

  std::filesystem::path path_;
  ReadOptions given_;
  bool by_beginning_ = false;  // positions count pages from the file's beginning
  std::optional<ArchiveReader> archive_{};
  std::optional<Error> fault_{};
  std::deque<Item> entries_{};  // of a feed in it
  std::size_t teasers_ = 0;
  Position position_{};     // behind the page that was read last
  Position before_feed_{};  // before it, while entries of it are left
};

}  // namespace

std::unique_ptr<Source> archive_source(const std::filesystem::path& path, const ReadOptions& given) {
  return std::make_unique<ArchiveSource>(path, given);
}

}  // namespace sayso::cli
