// Header lines "Name: value" as WARC and HTTP write them.
//
//     for_each_field("WARC-Type: response\r\nX: a\r\n b\r\n", use);   // use("WARC-Type", "response"), use("X", "a b")
//     same_name("Content-TYPE", "content-type")
//     media_type("Text/HTML; charset=\"UTF-8\"") == {"text/html", "utf-8"}
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::dispatch {

// The first line is a field already. Lines without a colon are passed over; a line that begins with white space goes on
// with the field before. Views live as long as the call.
void for_each_field(std::string_view lines,
                    const std::function<void(std::string_view name, std::string_view value)>& use);

bool same_name(std::string_view a, std::string_view b);  // without regard to the case of ASCII letters

struct MediaType {
  std::string type{};     // small letters, without parameters
  std::string charset{};  // small letters
};
MediaType media_type(std::string_view value);

// Decimal digits and nothing else, at most 18 of them.
std::optional<std::uint64_t> whole_number(std::string_view digits);

// What stands in a header for people to read: other bytes than printable ASCII become '?', and it ends after `most`.
std::string printable(std::string_view text, std::size_t most = 200);

// The end of a run of header lines: behind the first empty line, or nothing if there is none yet. `from` is where to
// look, for callers that ask again when more bytes have come.
std::optional<std::size_t> end_of_fields(std::string_view bytes, std::size_t from = 0);

}  // namespace sayso::dispatch
