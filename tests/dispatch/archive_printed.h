// What comes out of a web archive, a line each, as the tests state it.
//
//     page a.warc:487 http://kesh.example/a 200 text/html utf-8 2022-09-12T05:00:00Z 1270 "<!doctype html>…" cut | note
//     error a.warc:2980: its payload is broken gzip (unreadable)
//     passed over: warcinfo 2, request 1
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/names.h"
#include "dispatch/archive.h"

namespace sayso::test {

inline std::string one_line(std::string_view bytes, std::size_t most) {
  std::string out;
  for (const char c : bytes.substr(0, most)) out += c == '\n' || c == '\r' ? ' ' : c;
  return out + (bytes.size() > most ? "…" : "");
}

inline std::string printed(const dispatch::ArchivePage& page, std::size_t shown) {
  std::string out = "page " + page.where + " " + page.url + " " + std::to_string(page.status) + " " +
                    (page.content_type.empty() ? "-" : page.content_type) + " " +
                    (page.charset.empty() ? "-" : page.charset) + " " + (page.crawled.empty() ? "-" : page.crawled) +
                    " " + std::to_string(page.payload.size()) + " \"" + one_line(page.payload, shown) + "\"";
  if (page.cut) out += " cut";
  for (const std::string& note : page.notes) out += " | " + note;
  return out + "\n";
}

inline std::string printed(dispatch::ArchiveReader archive, std::size_t shown = 20) {
  std::string out;
  while (auto next = archive.next())
    out += *next ? printed(**next, shown)
                 : "error " + next->error().where + ": " + next->error().message + " (" + name_of(next->error().code) +
                       ")\n";
  std::string passed;
  for (std::size_t i = 0; i < dispatch::passed_over_kinds; ++i) {
    const auto reason = static_cast<dispatch::PassedOver>(i);
    if (archive.passed_over(reason) > 0)
      passed += (passed.empty() ? "" : ", ") + std::string(name_of(reason)) + " " +
                std::to_string(archive.passed_over(reason));
  }
  return out + (passed.empty() ? "" : "passed over: " + passed + "\n");
}

// `bytes` must outlive the call only.
inline std::string outcome_of(std::string_view bytes, const dispatch::ArchiveLimits& limits = {},
                              std::size_t shown = 20) {
  return printed(dispatch::ArchiveReader(source_of(bytes), "a", limits), shown);
}

}  // namespace sayso::test
