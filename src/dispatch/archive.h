// Web archives a page at a time: WARC 0.17 to 1.1 (also WET), ARC 1 and 2; plain, gzip or zstd; from a file of any size
// in bounded memory.
//
//     auto archive = ArchiveReader::open("CC-NEWS-20220912.warc.gz");    // "-" is standard input
//     while (auto page = archive->next()) {
//       if (!*page) { complain(page->error()); continue; }   // "CC-NEWS….warc.gz:81223: …"; the next record follows
//       (*page)->where;      // "CC-NEWS….warc.gz:784"
//       (*page)->payload;    // the page's bytes, as its server meant them: no chunks, no compression
//     }
//     archive->passed_over(PassedOver::request);   // 2,133
//
// Only what can be a news page comes out: a response or resource of an address of the web, with status 200, labelled
// HTML, XHTML, plain text or a feed; and the plain text of WET. Everything else is counted by its reason. Labels lie,
// so they are tried: chunks, encodings and lengths that do not hold are passed by, and a note says so.
//
// Every record is one of: a page, an error, or passed over for one reason.
//
// Memory: the largest page twice (as it lies in the archive and as it is given out), each at most 64 MiB and by far
// mostly under 1, and about 10 MiB; zstd frames may ask for a window of up to 128 MiB more. What is passed over is
// never held.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "sayso/result.h"

namespace sayso::dispatch {

struct ArchivePage {
  std::string
      where{};  // file and place: "a.warc.gz:784"; inside a member that holds several records "a.warc.gz:784+5120"
  std::uint64_t offset = 0;    // the byte of the file at which the record, or the member that holds it, begins
  std::string record_id{};     // "<urn:uuid:…>" as written; empty in ARC
  std::string url{};           // as written, without the <> of some writers
  int status = 0;              // of HTTP; 0: the record has none (resources, WET, some ARC)
  std::string content_type{};  // "text/html": small letters, without parameters; empty if nobody says
  std::string charset{};  // as the HTTP header names it, in small letters: a claim, not a finding; empty if it does not
  std::string language{};      // of WET: "spa,eng" as identified by the crawler; empty otherwise
  std::string crawled{};       // when it was fetched, "2017-03-06T04:02:06Z" or shorter; never when it was published
  std::string_view payload{};  // until the next call of next()
  bool cut = false;  // the payload is not whole or not sound: the crawler, the server or the archive broke off, or its
                     // checksum does not hold; notes say which
  std::vector<std::string>
      notes{};  // what did not hold, in plain words: "Content-Encoding says gzip; the bytes are plain"
};

// Why a record is no news page.
enum class PassedOver : std::uint8_t {
  warcinfo,    // about the archive; in ARC its first record
  request,     // what the crawler asked
  metadata,    // about another record, or a resource that is no address of the web ("metadata://…", "urn:…")
  dns,         // answers of name servers, whois
  revisit,     // the same as before: no payload
  other_kind,  // continuation and kinds nobody has heard of
  status,      // not 200
  type,        // not HTML, XHTML, plain text or a feed by its label (XML also by its first tag)
  robots,      // robots.txt
  empty,       // no payload, or white space only
};
constexpr std::size_t passed_over_kinds = 10;

const char* name_of(PassedOver reason);  // "warcinfo", "other-kind" …

struct ArchiveLimits {
  std::uint64_t payload_bytes = 64ull << 20;  // of a page, before and after Content-Encoding; more is too_large
  std::uint64_t header_bytes = 1ull << 20;    // of WARC and of HTTP headers; more is unreadable
};

class ArchiveReader {
 public:
  // Errors: unreadable (missing, a directory, no permission). What is no archive is told by next(). "-" is standard
  // input.
  static Result<ArchiveReader> open(const std::filesystem::path& path, const ArchiveLimits& limits = {});
  // From a byte at which a page began once (ArchivePage::offset), with the places of the whole file. Not for zstd with
  // a dictionary, which lies at the file's beginning.
  static Result<ArchiveReader> open_at(std::uint64_t from, const std::filesystem::path& path,
                                       const ArchiveLimits& limits = {});

  // `name` stands in `where` and in errors.
  ArchiveReader(std::unique_ptr<ByteSource> source, std::string name, const ArchiveLimits& limits = {});
  ArchiveReader(ArchiveReader&&) noexcept;
  ArchiveReader& operator=(ArchiveReader&&) noexcept;
  ~ArchiveReader();

  // The next page, or what is wrong with a record (the next call goes on behind it), or nothing at the end.
  // Errors: unreadable (a broken record or member; no archive at all; the disk fails), too_large (beyond the limits, or
  // a bomb). Their place is "file:byte" as in ArchivePage::where.
  std::optional<Result<ArchivePage>> next();

  std::uint64_t passed_over(PassedOver reason) const;
  std::uint64_t pages() const;
  std::uint64_t errors() const;
  std::uint64_t bytes_read() const;  // of the file so far, as it lies on the disk: for a progress line

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// By the first bytes, and for compressed ones by their content: a WARC or ARC file? 512 bytes are enough, for zstd 128
// KiB. What a name says (.warc, .warc.gz, .warc.zst, .wet.gz, .arc, .arc.gz) is the caller's to know.
bool looks_like_archive(std::string_view head);

}  // namespace sayso::dispatch
