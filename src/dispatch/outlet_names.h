// Names of outlets beside their addresses.
//
//     label_of("www.kesh-times.co.example")               "keshtimes"
//     bearing_of("The Kesh Times", "keshtimes")           whole
//     bearing_of("Kesh Times Publishing", "keshtimes")    holds
//     bearing_of("Times", "keshtimes")                    part
//     bearing_of("Varnian Post", "keshtimes")             none
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

// How far an address bears a name out, weakest first.
enum class Bearing : std::uint8_t { none, part, holds, whole };

std::string label_of(std::string_view host);  // the letters by which a host is told from others
Bearing bearing_of(std::string_view name, std::string_view label);

// The name that the address bears out best, the shortest of several; null if none is borne out. REQUIRES: the marks
// outlive what is returned.
const Mark* best_outlet(const std::vector<Mark>& metadata, std::string_view label);

// Names in passing: parts of the titles, and who holds the copyright by the page's lines. Only those that the address
// bears out: anybody's name may stand there.
std::vector<Mark> find_outlet_names(const std::vector<std::string>& titles, const std::vector<Block>& lines,
                                    const std::string& host);

}  // namespace sayso::dispatch
