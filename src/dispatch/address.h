// Web addresses: what they say by themselves.
//
//     host_of("https://www.Example.org:8080/2022/09/12/x")    "example.org"
//     date_in("https://example.org/2022/09/12/bridges-hit")   2022-09-12
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/time.h"

namespace sayso::dispatch {

bool is_address(std::string_view text);                // http:// or https:// and a host, without white space
std::string host_of(std::string_view address);         // lower case, without "www.", user and port; empty if it is none
std::optional<Day> date_in(std::string_view address);  // /2022/09/12/, /2022-09-12, /20220912/ , /2022/sep/12/

}  // namespace sayso::dispatch
