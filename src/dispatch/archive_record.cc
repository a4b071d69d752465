// Reads the heads of WARC and ARC records (examples in the header).
//
// Leaves out on purpose: digests. A page with a wrong digest is still a page, and checking them would cost more than
// all the rest.
#include "dispatch/archive_record.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2017-03-06T04:02:06Z", also cut short or with fractions; anything else is no time.
std::string warc_time(std::string_view text) {
  constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd";
  if (text.size() < 4 || text.size() > 35) return {};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (i >= form.size() ? !(digit || text[i] == '.' || text[i] == 'Z')
                         : !(form[i] == 'd' ? digit : text[i] == form[i] || (text[i] == 'Z' && i + 1 == text.size())))
      return {};
  }
  return std::string(text);
}

std::string arc_time(std::string_view digits) {  // "20140216050221"
  const auto part = [digits](std::size_t at, std::size_t size) { return std::string(digits.substr(at, size)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
         "Z";
}

std::string clean_url(std::string_view url) {
  if (url.size() > 1 && url.front() == '<' && url.back() == '>') url = url.substr(1, url.size() - 2);
  url = trim(url);
  const bool utf8 = !first_invalid(url);
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f || (byte >= 0x80 && !utf8)) {
      constexpr std::string_view hex = "0123456789ABCDEF";
      out += '%';
      out += hex[byte >> 4U];
      out += hex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool begins_warc(std::string_view bytes) {
  return bytes.size() > 5 && bytes.starts_with("WARC/") && bytes[5] >= '0' && bytes[5] <= '9';
}

RecordHead warc_head(std::string_view lines) {
  RecordHead head;
  lines.remove_prefix(std::min(lines.find('\n'), lines.size() - 1) + 1);
  const auto first = [](std::string& field, std::string_view value) {
    if (field.empty()) field = printable(value);
  };
  bool length_seen = false;
  for_each_field(lines, [&](std::string_view name, std::string_view value) {
    if (same_name(name, "WARC-Type")) {
      first(head.type, value);
    } else if (same_name(name, "WARC-Record-ID")) {
      first(head.record_id, value);
    } else if (same_name(name, "WARC-Target-URI")) {
      if (head.url.empty()) head.url = clean_url(value);
    } else if (same_name(name, "WARC-Date")) {
      if (head.crawled.empty()) head.crawled = warc_time(value);
    } else if (same_name(name, "WARC-Truncated")) {
      first(head.truncated, value);
    } else if (same_name(name, "WARC-Segment-Number")) {
      head.segmented = true;
    } else if (same_name(name, "WARC-Identified-Content-Language")) {
      first(head.language, value);
    } else if (same_name(name, "WARC-Identified-Payload-Type")) {
      if (head.payload_type.empty()) head.payload_type = media_type(value).type;
    } else if (same_name(name, "Content-Type")) {
      if (head.media.type.empty()) head.media = media_type(value);
    } else if (same_name(name, "Content-Length") && !length_seen) {
      head.length = whole_number(value);
      length_seen = true;
    }
  });
  return head;
}

// The address comes first and may hold spaces; what follows it is counted from the end of the line.
std::optional<RecordHead> arc_head(std::string_view line, int version) {
  const std::size_t scheme = line.find(':');
  if (scheme == std::string_view::npos || scheme == 0 || scheme > 16 ||
      !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(scheme),
                   [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'; }))
    return std::nullopt;
  line = trim(line);
  const auto fields_from_end = [line](std::size_t count) {
    std::vector<std::string_view> fields;
    std::string_view left = line;
    while (fields.size() < count) {
      const std::size_t space = left.rfind(' ');
      if (space == std::string_view::npos) return std::vector<std::string_view>{};
      fields.insert(fields.begin(), left.substr(space + 1));
      left = left.substr(0, space);
    }
    fields.insert(fields.begin(), left);
    return fields;
  };
  // 1: URL IP date type length.  2: URL IP date type status checksum location offset file length.
  const std::array<std::size_t, 2> counts =
      version == 2 ? std::array<std::size_t, 2>{9, 4} : std::array<std::size_t, 2>{4, 9};
  for (const std::size_t count : counts) {
    const std::vector<std::string_view> fields = fields_from_end(count);
    if (fields.empty() || !is_digits(fields[2]) || fields[2].size() < 14 || fields[2].size() > 18 || fields[0].empty())
      continue;
    RecordHead head;
    head.url = clean_url(fields[0]);
    head.crawled = arc_time(fields[2]);
    head.media = media_type(fields[3]);
    head.length = whole_number(fields.back());
    return head;
  }
  return std::nullopt;
}

int arc_version(std::string_view block) { return block.starts_with("2") ? 2 : 1; }

}  // namespace sayso::dispatch
