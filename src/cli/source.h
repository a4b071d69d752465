// Where dispatches come from: a file that is one, or one that holds many.
//
//     std::unique_ptr<Source> source = lines_source("news.jsonl", given);
//     while (auto next = source->next()) …              // news.jsonl:1, news.jsonl:2, …
//     source->position()                                // {bytes 48213, items 2}: where another run may go on
//
// A new kind of file is one more function that makes a Source, and a line in inputs.cc that says when.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::cli {

// A file of more than this is not read at all; of one that holds many dispatches, no single one.
constexpr std::uint64_t max_file_bytes = std::uint64_t{256} << 20U;

// The bytes of one dispatch and what is known of it.
struct Input {
  std::string where{};  // "pages/a.html", "news.jsonl:12"
  std::string bytes{};
  ReadOptions options{};
  std::vector<std::string>
      notes{};  // what was wrong with it before it came here: a record cut short, a day that is none
};

// "no article was found (the file ends in the middle of this record)"
std::string with_notes(std::string message, const std::vector<std::string>& notes);

// Reads it by these options; its notes go to the dispatch, or behind the message that says why there is none.
Result<Reading> read_input(const Reader& reader, const Input& input, const ReadOptions& options);

// A place in a file that holds many dispatches.
struct Position {
  std::uint64_t bytes = 0;  // of the file as it lies on the disk
  std::uint64_t items = 0;  // that lie before it, in the source's own count: lines, records, entries

  bool operator==(const Position&) const = default;
};

struct Item {
  std::string where{};
  Result<Input> input;  // or why there is none at that place; the next item may be sound
};

// Parts of a file that are no dispatches, by their reason: "record-request", "teaser".
struct PassedOver {
  std::string reason{};
  std::size_t count = 0;
};

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  virtual std::optional<Item> next() = 0;     // nothing at the end
  virtual Position position() const = 0;      // behind what next() gave
  virtual void pass_to(const Position&) = 0;  // REQUIRES: a position() of the same file; nothing was asked yet
  virtual std::vector<PassedOver> passed_over() const { return {}; }  // so far
};

// A dispatch by itself; "-" is standard input.
std::unique_ptr<Source> file_source(const std::filesystem::path& path, const ReadOptions& given);

// JSON lines, a dispatch each (docs/cli.md); "-" is standard input.
std::unique_ptr<Source> lines_source(const std::filesystem::path& path, const ReadOptions& given);

// Of standard input, unpacked, of which `head` was read already.
std::unique_ptr<Source> lines_source(std::string head, std::unique_ptr<ByteSource> rest, const ReadOptions& given);

// A web archive: WARC, WET, ARC; "-" is standard input.
std::unique_ptr<Source> archive_source(const std::filesystem::path& path, const ReadOptions& given);

// A feed's entries that hold a whole text. A file that turns out to be none is one dispatch, if `named`, or nothing.
std::unique_ptr<Source> feed_source(const std::filesystem::path& path, const ReadOptions& given, bool named);

// The same of standard input, read whole, or why it cannot be read.
std::unique_ptr<Source> feed_source(Result<std::string> bytes, const ReadOptions& given);

struct FeedItems {
  std::vector<Item> items{};  // or the one reason why the feed cannot be read
  std::size_t teasers = 0;
};

// The same of a feed's bytes. `content_type` is the header they were served with.
FeedItems feed_items(std::string_view bytes, const ReadOptions& given, const std::string& where,
                     const std::string& content_type = {});

}  // namespace sayso::cli
