// Web archives: what comes out of invented ones, whole, lying, broken and hostile, and of public test files.
#include "dispatch/archive.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/file.h"
#include "dispatch/archive_printed.h"
#include "packing.h"

namespace sayso::test {
namespace {

using dispatch::ArchiveLimits;
using dispatch::ArchiveReader;

const std::string bridge_page = "<html><body><p>The bridge at Dovran was hit.</p></body></html>";

// A record of WARC/1.0; `fields` are further lines, each with its line end. `length` is what it says, if not the truth.
std::string warc(std::string_view type, std::string_view fields, std::string_view block, std::string_view length = "") {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Date: 2022-09-12T05:00:00Z\r\n" +
         std::string(fields) +
         "Content-Length: " + (length.empty() ? std::to_string(block.size()) : std::string(length)) + "\r\n\r\n" +
         std::string(block) + "\r\n\r\n";
}

std::string http(std::string_view fields, std::string_view body, std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

std::string response(std::string_view url, std::string_view block, std::string_view length = "") {
  return warc("response",
              "WARC-Target-URI: " + std::string(url) + "\r\nContent-Type: application/http; msgtype=response\r\n",
              block, length);
}

const std::string html_field = "Content-Type: text/html; charset=UTF-8\r\n";
const std::string other_record = response("http://kesh.example/b", http(html_field, "<p>The dam holds.</p>"));

// The line of a page without its place and what stands before its size.
std::string short_of(const std::string& line) {
  const std::size_t date = line.find("2022-09-12T05:00:00Z ");
  return date == std::string::npos ? line : line.substr(date + 21);
}
std::string outcome_of_body(std::string_view fields, std::string_view body) {
  return short_of(outcome_of(response("http://kesh.example/a", http(html_field + std::string(fields), body)), {}, 100));
}
const std::string whole_page = std::to_string(bridge_page.size()) + " \"" + bridge_page + "\"";

TEST(Archive, gives_pages_with_what_the_archive_knows) {
  ArchiveReader archive(source_of(other_record), "a.warc");
  auto next = archive.next();
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->where, "a.warc:0");
  EXPECT_EQ((*next)->url, "http://kesh.example/b");
  EXPECT_EQ((*next)->status, 200);
  EXPECT_EQ((*next)->content_type, "text/html");
  EXPECT_EQ((*next)->charset, "utf-8");
  EXPECT_EQ((*next)->crawled, "2022-09-12T05:00:00Z");
  EXPECT_EQ((*next)->payload, "<p>The dam holds.</p>");
  EXPECT_FALSE((*next)->cut);
  EXPECT_FALSE(archive.next());
  EXPECT_FALSE(archive.next());
  EXPECT_EQ(archive.pages(), 1U);
  EXPECT_EQ(archive.bytes_read(), other_record.size());
}

TEST(Archive, only_pages_get_past_the_door) {
  const auto of_type = [](std::string_view type, std::string_view body = "<p>The dam.</p>") {
    return response("http://kesh.example/c", http("Content-Type: " + std::string(type) + "\r\n", body));
  };
  const std::string archive =
      warc("warcinfo", "", "software: none\r\n") + warc("request", "", "GET / HTTP/1.1\r\n\r\n") +
      warc("metadata", "", "x: y") + warc("revisit", "", http(html_field, "")) + warc("continuation", "", "x") +
      warc("resource", "WARC-Target-URI: metadata://gnu.org/log\r\nContent-Type: text/plain\r\n", "log") +
      warc("resource", "WARC-Target-URI: urn:text:a\r\nContent-Type: text/plain\r\n", "log") +
      warc("response", "WARC-Target-URI: dns:kesh.example\r\nContent-Type: text/dns\r\n", "20220912\n") +
      response("http://kesh.example/d", http(html_field, bridge_page, "404 Not Found")) +
      response("http://kesh.example/e", http(html_field, "", "301 Moved")) +
      response("http://kesh.example/robots.txt?a", http("Content-Type: text/plain\r\n", "User-agent: *")) +
      response("http://kesh.example/f", http(html_field, " \r\n\t ")) + response("http://kesh.example/g", "") +
      of_type("image/jpeg") + of_type("application/pdf") + of_type("text/css") + of_type("application/json") +
      of_type("application/xml", "<?xml version='1.0'?><!-- a --><urlset></urlset>") +
      of_type("TEXT/HTML ; charset=\"Windows-1251\"") + of_type("application/xhtml+xml") +
      of_type("text/plain", "The dam.") + of_type("application/rss+xml", "<rss/>") +
      of_type("application/atom+xml", "<feed/>") +
      of_type("text/xml;charset=utf-8", "<?xml version='1.0'?>\n<!-- <a> --><rss version='2.0'>") +
      of_type("application/xml", "<rdf:RDF xmlns='a'>") + of_type("", "<!doctype html><p>The dam.</p>") +
      of_type("", "The dam.") +
      warc("resource", "WARC-Target-URI: <https://kesh.example/h>\r\nContent-Type: text/html; charset=utf-8\r\n",
           bridge_page) +
      warc("conversion",
           "WARC-Target-URI: https://kesh.example/i\r\nContent-Type: text/plain\r\n"
           "WARC-Identified-Content-Language: eng\r\n",
           "The dam holds.");
  EXPECT_EQ(
      outcome_of(archive, {}, 0),
      "page a:3481 http://kesh.example/c 200 text/html windows-1251 2022-09-12T05:00:00Z 15 \"…\"\n"
      "page a:3745 http://kesh.example/c 200 application/xhtml+xml - 2022-09-12T05:00:00Z 15 \"…\"\n"
      "page a:3996 http://kesh.example/c 200 text/plain - 2022-09-12T05:00:00Z 8 \"…\"\n"
      "page a:4229 http://kesh.example/c 200 application/rss+xml - 2022-09-12T05:00:00Z 6 \"…\"\n"
      "page a:4469 http://kesh.example/c 200 application/atom+xml - 2022-09-12T05:00:00Z 7 \"…\"\n"
      "page a:4711 http://kesh.example/c 200 text/xml utf-8 2022-09-12T05:00:00Z 53 \"…\"\n"
      "page a:5002 http://kesh.example/c 200 application/xml - 2022-09-12T05:00:00Z 19 \"…\"\n"
      "page a:5251 http://kesh.example/c 200 - - 2022-09-12T05:00:00Z 30 \"…\"\n"
      "page a:5719 https://kesh.example/h 0 text/html utf-8 2022-09-12T05:00:00Z 62 \"…\"\n"
      "page a:5954 https://kesh.example/i 0 text/plain - 2022-09-12T05:00:00Z 14 \"…\"\n"
      "passed over: warcinfo 1, request 1, metadata 3, dns 1, revisit 1, other-kind 1, status 2, type 6, robots 1, "
      "empty 2\n");
}

TEST(Archive, feeds_in_any_encoding) {
  std::string feed = "\xff\xfe";
  for (const char c : std::string_view("<?xml version='1.0'?><rss><channel/></rss>")) feed += std::string{c, '\0'};
  EXPECT_EQ(short_of(outcome_of(response("http://kesh.example/a", http("Content-Type: text/xml\r\n", feed)), {}, 0)),
            "86 \"…\"\n");
}

TEST(Archive, the_same_pages_however_it_is_packed) {
  const std::string request = warc("request", "", "GET / HTTP/1.1\r\n\r\n");
  const std::string first = response("http://kesh.example/a", http(html_field, bridge_page));
  const auto told = [&](const std::string& a, const std::string& b) {
    const std::string tail = " 200 text/html utf-8 2022-09-12T05:00:00Z ";
    return "page a:" + a + " http://kesh.example/a" + tail + "62 \"…\"\npage a:" + b + " http://kesh.example/b" + tail +
           "21 \"…\"\npassed over: request 1\n";
  };
  const auto place = [](std::size_t at) { return std::to_string(at); };
  const auto inside = [](std::size_t at) { return "0+" + std::to_string(at); };
  EXPECT_EQ(outcome_of(request + first + other_record, {}, 0),
            told(place(request.size()), place((request + first).size())));
  EXPECT_EQ(outcome_of(gzip(request) + gzip(first) + gzip(other_record), {}, 0),
            told(place(gzip(request).size()), place((gzip(request) + gzip(first)).size())));
  EXPECT_EQ(outcome_of(zstd(request) + zstd(first) + zstd(other_record), {}, 0),
            told(place(zstd(request).size()), place((zstd(request) + zstd(first)).size())));
  EXPECT_EQ(outcome_of(gzip(request + first + other_record), {}, 0),
            told(inside(request.size()), inside((request + first).size())))
      << "one member for all";

  const std::string dictionary = request + first.substr(0, 300);
  const std::string frames = zstd(request, dictionary) + zstd(first, dictionary) + zstd(other_record, dictionary);
  const std::size_t head = skippable(dictionary).size() + zstd(request, dictionary).size();
  EXPECT_EQ(outcome_of(skippable(dictionary) + frames, {}, 0),
            told(place(head), place(head + zstd(first, dictionary).size())));
  EXPECT_TRUE(outcome_of(skippable(zstd(dictionary)) + frames, {}, 0).ends_with("request 1\n"));

  std::string split;  // members that end anywhere
  const std::string all = request + first + other_record;
  for (std::size_t at = 0; at < all.size(); at += 100) split += gzip(all.substr(at, 100));
  std::string single;
  for (const char c : all) single += gzip(std::string(1, c));
  for (const std::string& packed : {split, single}) {
    const std::string out = outcome_of(packed, {}, 0);
    EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 3) << out;
    EXPECT_TRUE(out.ends_with("passed over: request 1\n")) << out;
  }
  EXPECT_EQ(outcome_of("\r\n\r\n" + other_record + "\r\n\r\n\r\n" + first, {}, 0).substr(0, 8), "page a:4");
  const std::string old = "WARC/0.18\nWARC-Type: response\nWARC-Target-URI: http://kesh.example/a\nContent-Length: " +
                          std::to_string(http(html_field, bridge_page).size()) + "\n\n" +
                          http(html_field, bridge_page) + "\n\n";
  EXPECT_EQ(outcome_of(old), "page a:0 http://kesh.example/a 200 text/html utf-8 - 62 \"<html><body><p>The b…\"\n");
}

TEST(Archive, chunks) {
  const std::string label = "Transfer-Encoding: chunked\r\n";
  for (const std::size_t size : {1U, 7U, 62U, 1000U})
    EXPECT_EQ(outcome_of_body(label, chunked(bridge_page, size)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body("Transfer-Encoding: gzip, Chunked\r\n", chunked(bridge_page, 9)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label, "10;a=b\r\n" + bridge_page.substr(0, 16) + "\r\n2E \r\n" + bridge_page.substr(16) +
                                       "\r\n0\r\nX: y\r\n\r\n"),
            whole_page + "\n")
      << "extensions, spaces, capitals, a trailer";
  EXPECT_EQ(outcome_of_body(label, bridge_page),
            whole_page + " | Transfer-Encoding says chunked; the bytes have no chunks\n");
  EXPECT_EQ(outcome_of_body("", chunked(bridge_page, 10)),
            whole_page + " | the bytes are chunked, and no Transfer-Encoding says so\n");
  // Sizes too small, too large, and far beyond the end.
  const std::string rest = "\r\n" + chunked(bridge_page.substr(20), 10);
  for (const std::string_view wrong : {"5", "18", "fffff", "14"})
    EXPECT_EQ(outcome_of_body(label, std::string(wrong) + "\r\n" + bridge_page.substr(0, 20) + rest),
              whole_page + (wrong == "14" ? "\n" : " | chunks of a wrong size\n"));
  // Cut inside a chunk, between two, and before the last.
  const std::string many = chunked(bridge_page, 10);
  EXPECT_EQ(outcome_of_body(label, many.substr(0, 20)),
            "12 \"" + bridge_page.substr(0, 12) + "\" cut | the last chunk is missing\n");
  EXPECT_EQ(outcome_of_body(label, many.substr(0, 16)),
            "10 \"" + bridge_page.substr(0, 10) + "\" cut | the last chunk is missing\n");
  EXPECT_EQ(outcome_of_body(label, many.substr(0, many.size() - 5)), whole_page + "\n") << "ends as a page ends";
}

TEST(Archive, encodings_as_they_are_and_as_they_are_called) {
  const auto label = [](std::string_view name) { return "Content-Encoding: " + std::string(name) + "\r\n"; };
  for (const std::string_view name : {"gzip", "x-gzip", "GZIP"})
    EXPECT_EQ(outcome_of_body(label(name), gzip(bridge_page)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("deflate"), deflate(bridge_page, Frame::zlib)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("deflate"), deflate(bridge_page, Frame::none)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("br"), brotli(bridge_page)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("zstd"), zstd(bridge_page)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("gzip"), gzip(bridge_page.substr(0, 30)) + gzip(bridge_page.substr(30))),
            whole_page + "\n");
  for (const std::string_view name : {"identity", "none", "", "identity, none"})
    EXPECT_EQ(outcome_of_body(label(name), bridge_page), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("gzip, br"), brotli(gzip(bridge_page))), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("gzip") + label("zstd"), zstd(gzip(bridge_page))), whole_page + "\n");
  EXPECT_EQ(outcome_of_body(label("identity, gzip"), gzip(bridge_page)), whole_page + "\n");
  EXPECT_EQ(outcome_of_body("Transfer-Encoding: chunked\r\n" + label("gzip"), chunked(gzip(bridge_page), 16)),
            whole_page + "\n");
  // Labels that lie.
  for (const std::string_view name : {"gzip", "deflate", "br", "zstd", "utf-8"})
    EXPECT_EQ(outcome_of_body(label(name), bridge_page),
              whole_page + " | Content-Encoding says " + std::string(name) + "; the bytes are not\n");
  EXPECT_EQ(outcome_of_body(label("deflate"), gzip(bridge_page)),
            whole_page + " | Content-Encoding says deflate; the bytes are gzip\n");
  EXPECT_EQ(outcome_of_body(label("gzip"), zstd(bridge_page)),
            whole_page + " | Content-Encoding says gzip; the bytes are zstd\n");
  EXPECT_EQ(outcome_of_body(label("gzip"), deflate(bridge_page, Frame::zlib)),
            whole_page + " | Content-Encoding says gzip; the bytes are deflate\n");
  EXPECT_EQ(outcome_of_body("", gzip(bridge_page)),
            whole_page + " | the bytes are gzip, and no Content-Encoding says so\n");
  EXPECT_EQ(outcome_of_body("", zstd(bridge_page)),
            whole_page + " | the bytes are zstd, and no Content-Encoding says so\n");
  EXPECT_EQ(outcome_of_body(label("gzip"), gzip(gzip(bridge_page))),
            whole_page + " | the bytes are gzip, and no Content-Encoding says so\n");
  EXPECT_EQ(
      outcome_of_body("Transfer-Encoding: chunked\r\nContent-Length: 7\r\n" + label("gzip"), bridge_page),
      whole_page +
          " | Transfer-Encoding says chunked; the bytes have no chunks | Content-Encoding says gzip; the bytes are "
          "not\n");
}

// Half of a body in any encoding: the beginning of the page, and said to be cut.
TEST(Archive, encodings_that_break_off) {
  std::string large = "<html>";
  for (std::size_t i = 0; i < 20000; ++i) large += "<p>Line " + std::to_string(i * i * 7919) + "</p>";
  const std::pair<std::string, std::string> packed[] = {{"gzip", gzip(large)},
                                                        {"deflate", deflate(large, Frame::zlib)},
                                                        {"deflate", deflate(large, Frame::none)},
                                                        {"br", brotli(large)},
                                                        {"zstd", zstd(large)}};
  for (const auto& [name, bytes] : packed) {
    const std::string block =
        http(html_field + "Content-Encoding: " + name + "\r\n", bytes.substr(0, bytes.size() / 2));
    const std::string record = response("http://kesh.example/a", block);
    ArchiveReader archive(source_of(record), "a");
    const auto next = archive.next();
    ASSERT_TRUE(next && *next) << name;
    EXPECT_TRUE((*next)->cut) << name;
    EXPECT_GT((*next)->payload.size(), large.size() / 4) << name;
    EXPECT_EQ((*next)->payload, large.substr(0, (*next)->payload.size())) << name;
  }
  EXPECT_EQ(
      outcome_of(response("http://kesh.example/a", http(html_field, gzip(bridge_page).substr(0, 10))) + other_record,
                 {}, 0),
      "error a:0: its payload is broken gzip (unreadable)\n"
      "page a:249 http://kesh.example/b 200 text/html utf-8 2022-09-12T05:00:00Z 21 \"…\"\n");
}

TEST(Archive, lengths_of_http_that_are_wrong) {
  EXPECT_EQ(outcome_of_body("Content-Length: 62\r\n", bridge_page), whole_page + "\n");
  EXPECT_EQ(outcome_of_body("Content-Length: 7\r\n", bridge_page),
            whole_page + " | Content-Length says 7 bytes; 62 are here\n");
  EXPECT_EQ(outcome_of_body("Content-Length: 700\r\n", bridge_page),
            whole_page + " | Content-Length says 700 bytes; 62 are here\n");
  EXPECT_EQ(outcome_of_body("Content-Length: many\r\n", bridge_page), whole_page + "\n");
  EXPECT_EQ(outcome_of_body("Content-Length: 62\r\n", bridge_page.substr(0, 20)),
            "20 \"<html><body><p>The b\" cut | Content-Length says 62 bytes; 20 are here\n");
}

// The record's own length wrong: the same page, and the next record.
TEST(Archive, lengths_of_records_that_are_wrong) {
  const std::string block = http(html_field, bridge_page);
  const std::string right = std::to_string(block.size());
  for (const std::string_view wrong : {"90", "60", "140", "300", "99999"}) {
    const std::string first = response("http://kesh.example/a", block, wrong);
    for (const std::string& archive : {first + other_record, gzip(first) + gzip(other_record),
                                       gzip(first + other_record), zstd(first) + zstd(other_record)}) {
      const std::string out = outcome_of(archive, {}, 100);
      EXPECT_NE(out.find(whole_page + " | the record's length is given as " + std::string(wrong) + " bytes; it has " +
                         right + "\n"),
                std::string::npos)
          << wrong << "\n"
          << out;
      EXPECT_NE(out.find("The dam holds."), std::string::npos) << wrong << "\n" << out;
    }
  }
  for (const std::string_view none : {"-1", "many", "99999999999999999999"})
    EXPECT_EQ(outcome_of(response("http://kesh.example/a", block, none) + other_record, {}, 0).substr(0, 56),
              "error a:0: the length of this record is no number (unrea");
  const std::string passed = warc("request", "", "GET / HTTP/1.1\r\n\r\n", "12");
  EXPECT_EQ(short_of(outcome_of(passed + other_record, {}, 0)), "21 \"…\"\npassed over: request 1\n");
  EXPECT_EQ(short_of(outcome_of(warc("request", "", "GET / HTTP/1.1\r\n\r\n", "100") + other_record, {}, 0)),
            "21 \"…\"\npassed over: request 1\n");
}

TEST(Archive, what_the_crawler_cut) {
  const std::string fields = "WARC-Target-URI: http://kesh.example/a\r\nContent-Type: application/http\r\n";
  EXPECT_EQ(short_of(outcome_of(warc("response", fields + "WARC-Truncated: length\r\n", http(html_field, bridge_page)),
                                {}, 0)),
            "62 \"…\" cut | the crawler broke off: length\n");
  EXPECT_EQ(short_of(outcome_of(warc("response", fields + "WARC-Segment-Number: 1\r\n", http(html_field, bridge_page)),
                                {}, 0)),
            "62 \"…\" cut | only the first segment of a longer record\n");
  EXPECT_EQ(short_of(outcome_of(warc("response", fields, bridge_page), {}, 0)), "62 \"…\" | there is no HTTP head\n");
}

// Every beginning of an archive: nothing but the beginnings of its pages, said to be cut, or an error.
TEST(Archive, cut_anywhere) {
  const std::string first = response("http://kesh.example/a", http(html_field, bridge_page));
  const std::string request = warc("request", "", "GET / HTTP/1.1\r\n\r\n");
  for (const std::string& archive :
       {request + first + other_record, gzip(request) + gzip(first) + gzip(other_record),
        gzip(request + first + other_record), zstd(request) + zstd(first) + zstd(other_record)}) {
    for (std::size_t size = 0; size <= archive.size(); ++size) {
      const std::string beginning = archive.substr(0, size);
      ArchiveReader reader(source_of(beginning), "a");
      std::size_t ends = 0;
      while (const auto next = reader.next()) {
        ASSERT_LT(++ends, 6U) << size;
        if (!*next) continue;
        const std::string_view real =
            (*next)->url.ends_with("a") ? std::string_view(bridge_page) : "<p>The dam holds.</p>";
        EXPECT_TRUE(real.starts_with((*next)->payload)) << size;
        EXPECT_TRUE((*next)->cut || (*next)->payload == real) << size;
      }
      EXPECT_TRUE(ends > 0 || size >= request.size() / 3) << size;
    }
  }
}

// A byte that is wrong, anywhere: never more than the record is lost that holds it.
TEST(Archive, a_broken_byte_costs_one_record) {
  const std::string first = gzip(response("http://kesh.example/a", http(html_field, bridge_page)));
  const std::string last = gzip(other_record);
  for (std::size_t at = 0; at < first.size(); ++at) {
    std::string archive = last + first + last;
    archive[last.size() + at] = static_cast<char>(archive[last.size() + at] ^ 0x55);
    const std::string out = outcome_of(archive, {}, 30);
    std::size_t found = 0;
    for (std::size_t place = out.find("The dam holds."); place != std::string::npos;
         place = out.find("The dam holds.", place + 1))
      ++found;
    EXPECT_EQ(found, 2U) << at << "\n" << out;
  }
}

TEST(Archive, members_that_break_off_in_the_middle) {
  std::string large = "<html>";
  for (std::size_t i = 0; i < 2000; ++i) large += "<p>Line " + std::to_string(i * i * 7919) + "</p>";
  const std::string first = gzip(response("http://kesh.example/a", http(html_field, large)));
  const std::string archive = first.substr(0, first.size() / 2) + gzip(other_record);
  ArchiveReader reader(source_of(archive), "a");
  auto next = reader.next();
  ASSERT_TRUE(next && *next);
  EXPECT_TRUE((*next)->cut);
  EXPECT_GT((*next)->payload.size(), large.size() / 4);
  EXPECT_TRUE((*next)->notes.front().find("the gzip member is broken") != std::string::npos) << (*next)->notes.front();
  next = reader.next();
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->payload, "<p>The dam holds.</p>");
  EXPECT_FALSE(reader.next());
}

// All bytes are there, but they are not those that were packed.
TEST(Archive, checksums_that_do_not_hold) {
  std::string packed = gzip(response("http://kesh.example/a", http(html_field, bridge_page)));
  packed[packed.size() - 6] ^= 1;
  const std::string out = outcome_of(packed + gzip(other_record), {}, 100);
  EXPECT_NE(out.find(whole_page + " cut | at byte " + std::to_string(packed.size() - 4) +
                     ": the gzip member is broken (incorrect data check)\npage a:" + std::to_string(packed.size())),
            std::string::npos)
      << out;
  const std::string sound =
      outcome_of(gzip(other_record) + std::string("\x1f\x8b\x08\0\0\0\0\0\0\0\xff\xff", 12), {}, 0);
  EXPECT_EQ(sound.find(" cut"), std::string::npos) << "the next member's fault is not this record's\n" << sound;
  packed = gzip(warc("request", "", "GET / HTTP/1.1\r\n\r\n"));
  packed[packed.size() - 6] ^= 1;
  EXPECT_TRUE(outcome_of(packed, {}, 0).ends_with("the gzip member is broken (incorrect data check) (unreadable)\n"));
}

TEST(Archive, what_is_no_record_is_passed_by) {
  const std::string line = "http://kesh.example/b 200 text/html utf-8 2022-09-12T05:00:00Z 21 \"…\"\n";
  EXPECT_EQ(outcome_of(other_record + "garbage\r\nand more\r\n" + other_record, {}, 0),
            "page a:0 " + line + "error a:260: 19 bytes here are no record; they were passed by (unreadable)\n" +
                "page a:279 " + line);
  const std::size_t size = gzip(other_record).size();
  EXPECT_EQ(outcome_of(gzip(other_record) + gzip("garbage\r\n") + gzip(other_record), {}, 0),
            "page a:0 " + line + "error a:" + std::to_string(size) +
                ": 9 bytes here are no record; they were passed by (unreadable)\npage a:" +
                std::to_string(size + gzip("garbage\r\n").size()) + " " + line);
  EXPECT_EQ(outcome_of(""), "error a: the file holds no record (empty)\n");
  EXPECT_EQ(outcome_of(gzip("")), "error a: the file holds no record (empty)\n");
  const std::string none =
      "error a:0: this is no web archive: no WARC or ARC record is in its first bytes (not-text)\n";
  EXPECT_EQ(outcome_of("<html><p>The bridge was hit.</p>"), none);
  EXPECT_EQ(outcome_of(gzip("<html><p>The bridge was hit.</p>")), none);
  EXPECT_EQ(outcome_of(std::string(3 << 20, 'x')), none);
  EXPECT_EQ(outcome_of("WARC/1.0"), "error a:0: the head of this record has no end (unreadable)\n");
  EXPECT_EQ(outcome_of("WARC/1.0\r\n" + std::string(2 << 20, 'x')),
            "error a:0: the head of this record has no end (unreadable)\n");
  // Control bytes and bad UTF-8 in an address do not get out.
  EXPECT_EQ(
      outcome_of(response("http://kesh.example/\x1b[31m\xff", http(html_field, bridge_page)), {}, 0).substr(0, 43),
      "page a:0 http://kesh.example/%1B[31m%FF 200");
}

TEST(Archive, too_much) {
  const ArchiveLimits small{.payload_bytes = 1000, .header_bytes = 1000};
  const std::string zeros(std::size_t{16} << 20, ' ');
  const std::string large = response("http://kesh.example/a", http(html_field, std::string(5000, 'x')));
  EXPECT_EQ(outcome_of(large + other_record, small, 0).substr(0, 64),
            "error a:0: its payload is larger than 1000 bytes (too-large)\npag");
  EXPECT_EQ(outcome_of(gzip(large) + gzip(other_record), small, 0).substr(0, 61),
            "error a:0: its payload is larger than 1000 bytes (too-large)\n");
  // Not unpacked at all, unpacked to the limit, and beyond any sense.
  const std::string encoded =
      response("http://kesh.example/a", http(html_field + "Content-Encoding: gzip\r\n", gzip(std::string(5000, 'x'))));
  EXPECT_EQ(outcome_of(encoded + other_record, small, 0).substr(0, 73),
            "error a:0: its payload unpacks to more than 1000 bytes (too-large)\npage a");
  for (const std::string& body : {gzip(zeros), zstd(zeros), brotli(zeros)}) {
    const std::string name = body[0] == '\x1f' ? "gzip" : body[0] == '\x28' ? "zstd" : "br";
    const std::string record =
        response("http://kesh.example/a", http(html_field + "Content-Encoding: " + name + "\r\n", body));
    const std::string out = outcome_of(record + other_record, {}, 0);
    EXPECT_TRUE(out.starts_with("error a:0: its payload unpacks to more than 256 times its size (too-large)\npage"))
        << name << out;
  }
  // A bomb of a member, of a page and of what is passed over.
  for (const std::string& record :
       {response("http://kesh.example/a", http(html_field, zeros)), warc("request", "", zeros)}) {
    const std::string out = outcome_of(gzip(other_record) + gzip(record) + gzip(other_record), {}, 0);
    EXPECT_NE(out.find(": unpacks to more than 256 times its size (too-large)\npage a:"), std::string::npos) << out;
  }
}

// What is passed over is not held, of whatever size.
TEST(Archive, large_records_are_passed_over) {
  std::string film(std::size_t{40} << 20, '\0');
  std::uint32_t state = 1;
  for (char& c : film) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  const std::string record = response("http://kesh.example/a", http("Content-Type: video/mp4\r\n", film));
  for (const std::string& archive :
       {record + other_record, gzip(record) + gzip(other_record), zstd(record) + zstd(other_record)})
    EXPECT_EQ(short_of(outcome_of(archive, {}, 0)), "21 \"…\"\npassed over: type 1\n");
  EXPECT_TRUE(outcome_of(record.substr(0, std::size_t{20} << 20))
                  .starts_with("error a:0: the file ends in the middle of this record"));
}

TEST(Archive, arc) {
  const auto filedesc = [](std::string_view version, std::string_view columns) {
    const std::string block = std::string(version) + " 0 Crawler\n" + std::string(columns) + "\n";
    return "filedesc://a.arc 0.0.0.0 20140216050221 text/plain " + std::to_string(block.size()) + "\n" + block + "\n";
  };
  const auto record = [](const std::string& head, const std::string& block) {
    return head + " " + std::to_string(block.size()) + "\n" + block + "\n";
  };
  const std::string block = http(html_field, bridge_page);
  const std::string one = filedesc("1", "URL IP-address Archive-date Content-type Archive-length") +
                          record("http://kesh.example/a b 192.0.2.7 20140216050221 text/html", block) +
                          record("dns:kesh.example 192.0.2.7 20140216050221 text/dns", "x") +
                          record("http://kesh.example/c 192.0.2.7 20140216050221 image/gif", "x") +
                          record("http://kesh.example/d 192.0.2.7 20140216050221 text/html", bridge_page);
  const std::string two =
      filedesc(
          "2",
          "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length") +
      record("http://kesh.example/a 192.0.2.7 20140216050221 text/html 200 - - 209 a.arc", block);
  const std::string tail = " 2014-02-16T05:02:21Z 62 \"…\"\n";
  EXPECT_EQ(outcome_of(one, {}, 0), "page a:123 http://kesh.example/a b 200 text/html utf-8" + tail +
                                        "page a:424 http://kesh.example/d 0 text/html -" + tail +
                                        "passed over: warcinfo 1, dns 1, type 1\n");
  EXPECT_EQ(outcome_of(two, {}, 0),
            "page a:170 http://kesh.example/a 200 text/html utf-8" + tail + "passed over: warcinfo 1\n");
  // Lengths that are wrong or none: the next line that is a head counts.
  std::string wrong = one;
  wrong.replace(wrong.find(std::to_string(block.size()) + "\nHTTP"), 3, "150");
  EXPECT_NE(outcome_of(wrong, {}, 100).find(whole_page + " | the record's length is given as 150"), std::string::npos)
      << outcome_of(wrong);
  wrong.replace(wrong.find("150\nHTTP"), 3, "-1 ");
  EXPECT_EQ(outcome_of(wrong, {}, 0),
            "error a:123: the length of this record is no number (unreadable)\n"
            "page a:424 http://kesh.example/d 0 text/html -" +
                tail + "passed over: warcinfo 1, dns 1, type 1\n");
}

TEST(Archive, is_told_from_other_files_by_its_bytes) {
  using dispatch::looks_like_archive;
  EXPECT_TRUE(looks_like_archive(other_record.substr(0, 20)));
  EXPECT_TRUE(looks_like_archive(gzip(other_record)));
  EXPECT_TRUE(looks_like_archive(gzip(other_record).substr(0, 100)));
  EXPECT_TRUE(looks_like_archive(zstd(other_record)));
  EXPECT_TRUE(looks_like_archive(skippable("x")));
  EXPECT_TRUE(looks_like_archive("filedesc://a.arc 0.0.0.0 2014"));
  EXPECT_FALSE(looks_like_archive(""));
  EXPECT_FALSE(looks_like_archive(bridge_page));
  EXPECT_FALSE(looks_like_archive(gzip(bridge_page)));
  EXPECT_FALSE(looks_like_archive("WARC is a format"));
}

// Time in proportion to the bytes, whatever they are.
TEST(Archive, hostile_archives_take_linear_time) {
  constexpr std::size_t size = std::size_t{8} << 20;
  const auto repeated = [](std::string_view one) {
    std::string out;
    while (out.size() < size) out += one;
    return out;
  };
  const std::clock_t begin = std::clock();
  for (const std::string& archive :
       {repeated("WARC/1.0\r\nContent-Length: 3\r\n\r\n"), repeated("\nWARC/1.0"),
        repeated("WARC/1.0\r\nContent-Length: 900000\r\n\r\n"),
        other_record + repeated("http://a 1 20140216050221 a 5000000\n"),
        response("http://kesh.example/a",
                 http(html_field + "Transfer-Encoding: chunked\r\n", "9\r\n" + repeated("5\r\n"))),
        response("http://kesh.example/a",
                 http(html_field + "Transfer-Encoding: chunked\r\n", "9\r\n" + repeated("3\r\na"))),
        response("http://kesh.example/a", http(repeated("A: b\r\n "), bridge_page)), repeated(gzip("")),
        repeated("\x1f\x8b\x08\x08"), repeated(gzip("WARC/1.0\r\n")), repeated("\x28\xb5\x2f\xfd"),
        gzip(other_record) + repeated(std::string("\x1f\x8b\x08\0\0\0\0\0\0\0\x62", 11))})
    outcome_of(archive);
  EXPECT_LT(std::clock() - begin, 60 * CLOCKS_PER_SEC);
}

// Public test files, each with what must come out; several are broken on purpose. Skipped where the suite is absent.
TEST(Archive, public_suite) {
  const std::filesystem::path suite = std::filesystem::path(SAYSO_SHARED_DIR) / "data/suites/warc";
  if (!std::filesystem::exists(suite)) GTEST_SKIP() << suite;
  const std::string example = " http://example.com/ 200 text/html - 2017-03-06T04:02:06Z 1270 \"…\"";
  const std::string old = " 200 text/html - 2014-02-16T05:02:21Z ";
  const std::string whirlwind =
      " https://an.wikipedia.org/wiki/Escopete 200 text/html utf-8 2024-05-18T01:58:10Z 72848 \"…\"\n";
  const std::string wet = " https://an.wikipedia.org/wiki/Escopete 0 text/plain - 2024-05-18T01:58:10Z 4456 \"…\"\n";
  const std::string no_number = ": the length of this record is no number (unreadable)\n";
  const std::string all = "passed over: warcinfo 2, request 2, revisit 1\n";
  const std::pair<std::string, std::string> cases[] = {
      {"warcio/bad.arc", "error a:134" + no_number + "error a:262" + no_number + "passed over: warcinfo 1, empty 1\n"},
      {"warcio/example-bad-non-chunked.warc.gz", "page a:0+1197" + example + "\n" + all},
      {"warcio/example-bad.warc.gz.bad",
       "page a:0+460 http://example.com?example=1 200 text/html - 2014-01-03T03:03:21Z 1270 \"…\"\n"
       "passed over: warcinfo 1, request 2, revisit 1, status 1\n"},
      {"warcio/example-digest.warc", "passed over: request 4\n"},
      {"warcio/example-iana.org-chunked.warc",
       "page a:405 http://www.iana.org/ 200 text/html utf-8 2017-03-06T16:54:09Z 7223 \"…\"\n"
       "passed over: warcinfo 1, request 1\n"},
      {"warcio/example-resource.warc.gz",
       "page a:802 http://example.com/ 0 text/html utf-8 2017-04-29T01:30:30Z 1303 \"…\"\npassed over: warcinfo 2\n"},
      {"warcio/example-space-in-target-uri.warc.gz", "passed over: warcinfo 1, type 1\n"},
      {"warcio/example-space-in-url.arc",
       "page a:151 http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples From The Live Web&IsPopUp=False" +
           old +
           "1271 \"…\" | the file ends in the middle of this record | Content-Length says 1270 bytes; 1271 are here\n"
           "passed over: warcinfo 1\n"},
      {"warcio/example-trunc.warc", "page a:1197" + example +
                                        " | the record's length is given as 973 bytes; it has 975\n"
                                        "passed over: warcinfo 2, request 1\n"},
      {"warcio/example-wget-bad-target-uri.warc.gz",
       "page a:824 http://example.com/ 200 text/html - 2018-02-09T15:12:11Z 1270 \"…\"\n"
       "passed over: warcinfo 1, request 1, metadata 3\n"},
      {"warcio/example-wrong-chunks.warc.gz",
       "page a:0 http://example.com/ 200 text/html utf-8 2018-11-02T18:55:11Z 1270 \"…\" | Content-Length says 1271 "
       "bytes; 1270 "
       "are here\npassed over: request 1\n"},
      {"warcio/example.arc", "page a:151 http://example.com/" + old + "1270 \"…\"\npassed over: warcinfo 1\n"},
      {"warcio/example.arc.gz", "page a:171 http://example.com/" + old + "1270 \"…\"\npassed over: warcinfo 1\n"},
      {"warcio/example.warc", "page a:1197" + example + "\n" + all},
      {"warcio/example.warc.gz", "page a:784" + example + "\n" + all},
      {"warcio/post-test.warc.gz", "passed over: request 3, type 3\n"},
      {"whirlwind/whirlwind.warc", "page a:1375" + whirlwind + "passed over: warcinfo 1, request 1, metadata 1\n"},
      {"whirlwind/whirlwind.warc.gz", "page a:1023" + whirlwind + "passed over: warcinfo 1, request 1, metadata 1\n"},
      {"whirlwind/whirlwind.warc.wat", "passed over: warcinfo 1, metadata 1\n"},
      {"whirlwind/whirlwind.warc.wat.gz", "passed over: warcinfo 1, metadata 1\n"},
      {"whirlwind/whirlwind.warc.wet", "page a:635" + wet + "passed over: warcinfo 1\n"},
      {"whirlwind/whirlwind.warc.wet.gz", "page a:466" + wet + "passed over: warcinfo 1\n"}};
  for (const auto& [name, expected] : cases) {
    const auto bytes = read_file(suite / name);
    ASSERT_TRUE(bytes) << name;
    EXPECT_EQ(outcome_of(*bytes, {}, 0), expected) << name;
  }
  // The broken ones give the same page as the sound one.
  const auto first_page = [&suite](const std::string& name) {
    auto archive = ArchiveReader::open(suite / name);
    if (!archive) return std::string("none");
    const auto next = archive->next();
    return next && *next ? std::string((*next)->payload) : std::string("none");
  };
  for (const std::string_view name : {"bad-non-chunked.warc.gz", "trunc.warc", "wget-bad-target-uri.warc.gz"})
    EXPECT_EQ(first_page("warcio/example-" + std::string(name)), first_page("warcio/example.warc.gz")) << name;
  EXPECT_EQ(first_page("whirlwind/whirlwind.warc"), first_page("whirlwind/whirlwind.warc.gz"));
}

// As from a pipe: three bytes at a time, and perhaps an error in place of the end.
class TricklingSource : public ByteSource {
 public:
  TricklingSource(std::string_view bytes, bool fails) : left_(bytes), fails_(fails) {}
  Result<std::size_t> read(char* to, std::size_t room) override {
    if (left_.empty() && fails_) return Error{ErrorCode::unreadable, "disk", "Input/output error"};
    const std::size_t size = left_.substr(0, std::min<std::size_t>(room, 3)).copy(to, 3);
    left_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view left_;
  bool fails_;
};

TEST(Archive, pipes_and_failing_disks) {
  const std::string first = response("http://kesh.example/a", http(html_field, bridge_page));
  for (const std::string& archive : {first + other_record, gzip(first) + gzip(other_record), gzip(first + other_record),
                                     zstd(first) + zstd(other_record)}) {
    const std::string sound = outcome_of(archive);
    EXPECT_EQ(printed(ArchiveReader(std::make_unique<TricklingSource>(archive, false), "a")), sound);
    EXPECT_EQ(printed(ArchiveReader(std::make_unique<TricklingSource>(archive, true), "a")),
              sound + "error a: Input/output error (unreadable)\n");
    const std::string half = archive.substr(0, archive.size() / 2);
    const std::string out = printed(ArchiveReader(std::make_unique<TricklingSource>(half, true), "a"), 0);
    EXPECT_NE(out.find("Input/output error"), std::string::npos) << out;
  }
}

TEST(Archive, files_that_are_not_there) {
  const auto missing = ArchiveReader::open("/nonexistent.warc");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().where, "/nonexistent.warc");
  EXPECT_EQ(ArchiveReader::open("/tmp").error().message, "is a directory");
}

}  // namespace
}  // namespace sayso::test
