// The head of one record of a web archive.
//
//     warc_head("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://kesh.example/a\r\nContent-Length:
//     975\r\n\r\n")
//       ->  type "response", url "http://kesh.example/a", length 975
//     arc_head("http://kesh.example/a b 192.0.2.7 20140216050221 text/html 1591", 1)
//       ->  url "http://kesh.example/a b", crawled "2014-02-16T05:02:21Z", media "text/html", length 1591
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dispatch/header_fields.h"

namespace sayso::dispatch {

struct RecordHead {
  std::string type{};       // "response" …; empty in ARC
  std::string record_id{};  // "<urn:uuid:…>"
  std::string url{};        // UTF-8; bytes that no address may hold are percent-encoded
  std::string crawled{};
  std::string language{};
  std::string truncated{};                // why the crawler broke off, as WARC-Truncated says
  bool segmented = false;                 // it goes on in other records
  MediaType media{};                      // of the block
  std::string payload_type{};             // WARC-Identified-Payload-Type
  std::optional<std::uint64_t> length{};  // of the block; nothing if it is no number
};

// "WARC/0.17" and the like at the start of a line.
bool begins_warc(std::string_view bytes);

// REQUIRES: begins_warc(lines).
RecordHead warc_head(std::string_view lines);

// One line of ARC, version 1 or 2, or nothing if it is none. Addresses with spaces are understood.
std::optional<RecordHead> arc_head(std::string_view line, int version);

// 1 or 2: what the block of an ARC file's first record says.
int arc_version(std::string_view block);

}  // namespace sayso::dispatch
