// Addresses put together with what they are relative to, and told apart by what they may do.
//
//     resolve_address("http://kesh.example/a/b.html", "../c?d=1")   "http://kesh.example/c?d=1"
//     resolve_address("", "news/1")                                 "news/1": nothing to resolve it with
//     is_safe_address("java\nscript:alert(1)")                      false: browsers read over the line break
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso::dispatch {

// RFC 3986, section 5.2, forgiving: as browsers do, it takes off white space and controls at both ends and leaves out
// line breaks. A reference with a scheme stays as it is.
std::string resolve_address(std::string_view base, std::string_view reference);

// A base for all the addresses of a feed has to be no longer: it would let a small file grow large.
constexpr std::size_t longest_base = 512;  // bytes

// The scheme in lower case, "http"; empty for a relative address. Read as browsers do: over tabs, line breaks and
// controls.
std::string scheme_of(std::string_view address);

// Relative, or of a scheme that only leads somewhere (http, https, ftp, mailto, news …): nothing that runs or embeds.
bool is_safe_address(std::string_view address);

}  // namespace sayso::dispatch
