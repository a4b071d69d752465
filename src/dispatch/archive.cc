// Lets the pages of a web archive through and counts the rest.
//
//     a response of 200, text/html, chunked and gzip  -> a page
//     the request before it                           -> passed_over(PassedOver::request) + 1
//     a record whose member breaks off                -> a page that is cut, or an error that names file and byte
//
// Order of looking: the kind of record, its address, then of HTTP the status and the type, and only then the payload,
// so that pictures and films are never held. Leaves out on purpose: revisits (their payload lies in another record,
// often of another file); what the page is about; and whether it is news.
#include "dispatch/archive.h"

#include <algorithm>
#include <utility>

#include "base/tsv.h"
#include "base/unpacker.h"
#include "dispatch/archive_record.h"
#include "dispatch/content_encoding.h"
#include "dispatch/http_body.h"
#include "dispatch/record_stream.h"
#include "dispatch/sniff.h"

namespace sayso::dispatch {
namespace {

enum class Wanted : std::uint8_t { yes, no, look };  // look: the payload's first bytes decide

Wanted wanted_type(std::string_view type) {
  constexpr std::array<std::string_view, 7> yes{
      "text/html",           "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml",
      "application/rdf+xml", "application/x-rss+xml"};
  constexpr std::array<std::string_view, 6> look{"", "text/xml", "application/xml", "unk", "no-type", "unknown"};
  if (std::find(yes.begin(), yes.end(), type) != yes.end()) return Wanted::yes;
  return std::find(look.begin(), look.end(), type) != look.end() ? Wanted::look : Wanted::no;
}

// The name of the first element, without its prefix: "html", "rss", "feed", "RDF".
std::string_view first_element(std::string_view text) {
  for (;;) {
    const std::size_t open = text.find('<');
    if (open == std::string_view::npos || open + 1 >= text.size()) return {};
    text.remove_prefix(open + 1);
    if (text.starts_with("!--")) {
      text.remove_prefix(std::min(text.find("-->"), text.size()));
    } else if (text[0] != '!' && text[0] != '?') {
      const std::string_view name = text.substr(0, text.find_first_of(" \t\r\n/>"));
      return name.substr(name.find(':') + 1);  // npos + 1 == 0
    }
  }
}

bool is_page_or_feed(std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, 4096))
    if (c != '\0') head += c;  // UTF-16 too
  const std::string_view root = first_element(head);
  return same_name(root, "html") || root == "rss" || root == "feed" || root == "RDF";
}

bool begins_with_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() && url[scheme.size()] == ':' && same_name(url.substr(0, scheme.size()), scheme);
}

bool is_robots(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t host = url.find("://");
  if (host == std::string_view::npos) return false;
  const std::size_t path = url.find('/', host + 3);
  return path != std::string_view::npos && same_name(url.substr(path), "/robots.txt");
}

// Why the head alone says that the record is no page.
std::optional<PassedOver> kind_passed_over(const RecordHead& head, bool arc) {
  if (arc ? begins_with_scheme(head.url, "filedesc") : head.type == "warcinfo") return PassedOver::warcinfo;
  if (!arc) {
    if (head.type == "request") return PassedOver::request;
    if (head.type == "metadata") return PassedOver::metadata;
    if (head.type == "revisit") return PassedOver::revisit;
    if (head.type != "response" && head.type != "resource" && head.type != "conversion") return PassedOver::other_kind;
  }
  if (head.media.type == "text/dns" || begins_with_scheme(head.url, "dns") || begins_with_scheme(head.url, "whois"))
    return PassedOver::dns;
  if (head.url.empty()) return std::nullopt;
  for (const std::string_view scheme : {"http", "https", "file", "ftp"})
    if (begins_with_scheme(head.url, scheme))
      return is_robots(head.url) ? std::optional(PassedOver::robots) : std::nullopt;
  return PassedOver::metadata;
}

}  // namespace

const char* name_of(PassedOver reason) {
  constexpr std::array<const char*, passed_over_kinds> names{"warcinfo",   "request", "metadata", "dns",    "revisit",
                                                             "other-kind", "status",  "type",     "robots", "empty"};
  return names[static_cast<std::size_t>(reason)];
}

struct ArchiveReader::Parts {
  Parts(std::unique_ptr<ByteSource> source, std::string name, const ArchiveLimits& given)
      : records(std::move(source), std::move(name), given), limits(given) {}

  using Step = std::optional<Result<ArchivePage>>;  // nothing: passed over

  Step record();
  Step pass(PassedOver reason);
  Error here(ErrorCode code, std::string message) const { return {code, records.where(), std::move(message)}; }

  RecordStream records;
  ArchiveLimits limits;
  BodyStore store{};
  std::array<std::uint64_t, passed_over_kinds> passed{};
  std::uint64_t pages = 0;
  std::uint64_t errors = 0;
};

ArchiveReader::Parts::Step ArchiveReader::Parts::pass(PassedOver reason) {
  if (!records.pass()) return records.trouble();
  ++passed[static_cast<std::size_t>(reason)];
  return std::nullopt;
}

ArchiveReader::Parts::Step ArchiveReader::Parts::record() {
  const RecordHead& head = records.head();
  if (const auto reason = kind_passed_over(head, records.is_arc())) return pass(*reason);
  if (*head.length == 0) return pass(PassedOver::empty);

  ArchivePage page;
  HttpHead http;
  std::size_t payload = 0;  // where it begins in the block
  http.media = head.media;
  const bool says_http = head.media.type == "application/http";
  if (says_http || records.is_arc() || head.type == "response") {
    const bool is_http = records.block_start(5) == "HTTP/" || records.block_start(4) == "ICY ";
    if (is_http) {
      const auto size = records.fields_in_block();
      const auto parsed = http_head(records.block_start(size.value_or(0)));
      if (parsed) {
        http = *parsed;
        payload = *size;
        if (http.status != 200) return pass(PassedOver::status);
      }
    }
    if (payload == 0) {
      if (is_http) page.notes.emplace_back("the HTTP head has no end");
      if (says_http) {
        http.media = {};
        if (!is_http) page.notes.emplace_back("there is no HTTP head");
      }
    }
  }
  if (http.media.type.empty()) http.media.type = head.payload_type;
  const Wanted wanted = wanted_type(http.media.type);
  if (wanted == Wanted::no) return pass(PassedOver::type);
  if (*head.length - payload > limits.payload_bytes) {
    records.give_up();  // its length may be wrong: the next record is where one is seen
    return here(ErrorCode::too_large, "its payload is larger than " + size_in_words(limits.payload_bytes));
  }

  auto block = records.hold();
  if (!block) return block.error();
  if (block->bytes.size() <= payload && block->cut)
    return here(ErrorCode::unreadable, block->notes.empty() ? "nothing of its payload is here" : block->notes.front());
  if (block->bytes.size() - payload > limits.payload_bytes)  // longer than it says
    return here(ErrorCode::too_large, "its payload is larger than " + size_in_words(limits.payload_bytes));
  auto body = read_body(block->bytes.substr(payload), http, limits.payload_bytes, store);
  if (!body) return here(body.error().code, body.error().message);
  if (trim(body->bytes).empty()) {
    ++passed[static_cast<std::size_t>(PassedOver::empty)];
    return std::nullopt;
  }
  if (wanted == Wanted::look && !is_page_or_feed(body->bytes) &&
      !(http.media.type != "text/xml" && http.media.type != "application/xml" &&
        looks_like_html(body->bytes.substr(0, 8192), {}))) {
    ++passed[static_cast<std::size_t>(PassedOver::type)];
    return std::nullopt;
  }

  page.where = records.where();
  page.offset = records.offset();
  page.record_id = head.record_id;
  page.url = head.url;
  page.status = http.status;
  page.content_type = std::move(http.media.type);
  page.charset = std::move(http.media.charset);
  page.language = head.language;
  page.crawled = head.crawled;
  page.payload = body->bytes;
  // A page that ends as pages do and is as long as its server said is whole, whatever the record's length says.
  const bool all_here = http.encodings.empty() && !http.chunked && http.length && *http.length <= body->bytes.size() &&
                        ends_page(body->bytes);
  page.cut = (block->cut && !all_here) || body->cut || !head.truncated.empty() || head.segmented;
  if (!head.truncated.empty()) page.notes.push_back("the crawler broke off: " + head.truncated);
  if (head.segmented) page.notes.emplace_back("only the first segment of a longer record");
  page.notes.insert(page.notes.end(), block->notes.begin(), block->notes.end());
  page.notes.insert(page.notes.end(), body->notes.begin(), body->notes.end());
  return Step(std::move(page));
}

Result<ArchiveReader> ArchiveReader::open(const std::filesystem::path& path, const ArchiveLimits& limits) {
  return open_at(0, path, limits);
}

Result<ArchiveReader> ArchiveReader::open_at(std::uint64_t from, const std::filesystem::path& path,
                                             const ArchiveLimits& limits) {
  auto source = open_source(path, from);
  if (!source) return source.error();
  return ArchiveReader(std::move(*source), path.string(), limits);
}

ArchiveReader::ArchiveReader(std::unique_ptr<ByteSource> source, std::string name, const ArchiveLimits& limits)
    : parts_(std::make_unique<Parts>(std::move(source), std::move(name), limits)) {}
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

std::optional<Result<ArchivePage>> ArchiveReader::next() {
  for (;;) {
    Parts::Step step;
    switch (parts_->records.find()) {
      case RecordStream::Found::end:
        return std::nullopt;
      case RecordStream::Found::trouble:
        step = parts_->records.trouble();
        break;
      case RecordStream::Found::record:
        step = parts_->record();
        break;
    }
    if (!step) continue;
    ++(*step ? parts_->pages : parts_->errors);
    return step;
  }
}

std::uint64_t ArchiveReader::passed_over(PassedOver reason) const {
  return parts_->passed[static_cast<std::size_t>(reason)];
}
std::uint64_t ArchiveReader::pages() const { return parts_->pages; }
std::uint64_t ArchiveReader::errors() const { return parts_->errors; }
std::uint64_t ArchiveReader::bytes_read() const { return parts_->records.bytes_read(); }

bool looks_like_archive(std::string_view head) {
  if (head.starts_with("\x5d\x2a\x4d\x18")) return true;  // a zstd dictionary inside the file: only archives do that
  Unpacker in(source_of(head));
  in.pull();
  std::string_view bytes = in.ahead();
  bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
  return begins_warc(bytes) || bytes.starts_with("filedesc:") || arc_head(bytes.substr(0, bytes.find('\n')), 1);
}

}  // namespace sayso::dispatch
