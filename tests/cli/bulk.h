// A folder of invented pages and a file of lines, and ways to compare the ledgers made of them.
#pragma once

#include <string>
#include <vector>

#include "base/sha256.h"
#include "cli/program.h"
#include "ledger/sql.h"

namespace sayso::cli_test {

// One small dispatch, another for each number; every fifth has a second version under the same address.
inline std::string invented(int number) {
  const std::string n = std::to_string(number);
  return "Varnia says it lost " + n + " soldiers\n\nKESH — \"We lost up to " + n +
         " soldiers near Dovran on Monday,\" spokesman Ilmar Tosk said on Tuesday.\n\nPresident Oda Renn of Ostrel "
         "denied that her army had struck the power station " +
         n + ".\n";
}

inline std::string invented_line(int number) {
  std::string text = invented(number);
  for (std::size_t at = 0; (at = text.find_first_of("\"\n", at)) != std::string::npos; at += 2)
    text.replace(at, 1, text[at] == '"' ? "\\\"" : "\\n");
  return R"({"url": "https://post.example/)" + std::to_string(number - (number % 5 == 4 ? 1 : 0)) +
         R"(", "date": "2031-03-11", "text": ")" + text + "\"}\n";
}

inline std::string invented_lines(int begin, int end) {
  std::string lines;
  for (int number = begin; number < end; ++number) lines += invented_line(number);
  return lines;
}

// A web archive's record: the page as its server gave it, behind the request for it.
inline std::string warc_records(const std::string& url, const std::string& page,
                                const std::string& content_type = "text/html; charset=utf-8") {
  const auto record = [&](const std::string& type, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nWARC-Date: 2031-03-12T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + sha256_hex(url + type).substr(0, 32) +
           ">\r\nContent-Type: application/http; msgtype=" + type +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  };
  return record("request", "GET / HTTP/1.1\r\nHost: post.example\r\n\r\n") +
         record("response", "HTTP/1.1 200 OK\r\nContent-Type: " + content_type +
                                "\r\nContent-Length: " + std::to_string(page.size()) + "\r\n\r\n" + page);
}

inline std::string invented_page(int number) {
  std::string text = invented(number);
  for (std::size_t at = 0; (at = text.find("\n\n", at)) != std::string::npos;) text.replace(at, 2, "</p><p>");
  return "<!doctype html><html lang=en><head><title>Losses of Varnia, part " + std::to_string(number) +
         "</title></head><body><article><h1>Varnia says it lost soldiers</h1><p>" + text +
         "</p></article></body></html>";
}

inline std::string invented_archive(int begin, int end) {
  std::string bytes;
  for (int number = begin; number < end; ++number)
    bytes += warc_records("https://post.example/page/" + std::to_string(number), invented_page(number));
  return bytes;
}

// A feed with these entries, each a whole text, and a teaser.
inline std::string invented_feed(int begin, int end) {
  std::string feed = "<?xml version='1.0'?><rss version='2.0'><channel><title>The Dovran Post</title>";
  for (int number = begin; number < end; ++number) {
    std::string text = invented(number);
    for (char& c : text)
      if (c == '\n') c = ' ';
    feed += "<item><title>Losses</title><link>https://post.example/feed/" + std::to_string(number) +
            "</link><description>" + text + text + text + "</description></item>";
  }
  return feed +
         "<item><title>Two soldiers killed</title><link>https://post.example/teaser</link>"
         "<description>Read on.</description></item></channel></rss>";
}

// How two ledgers differ, or "".
inline std::string difference(const std::filesystem::path& one, const std::filesystem::path& two) {
  if (dump(one) != dump(two)) return "other rows";
  const std::string a = bytes_of(one), b = bytes_of(two);
  if (a.size() != b.size()) return "other sizes";
  for (std::size_t at = 0; at < a.size(); ++at)
    if (a[at] != b[at]) return "byte " + std::to_string(at);
  return "";
}

}  // namespace sayso::cli_test
