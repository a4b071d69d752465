// Addresses and names of files: stretches without white space that stay one word, whatever marks they hold.
//
//     "<desk@example.org>,"  from byte 1 -> "desk@example.org"
//     "(see plan-7_final.doc)."          -> "plan-7_final.doc"
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/characters.h"
#include "language/spelling.h"

namespace sayso::language {

// Where the chunk that begins at `at` ends: white space, a double quotation mark or an angle bracket part chunks.
std::size_t chunk_end(const std::vector<Character>& chars, std::size_t at);

// Is there an address or the name of a file in the chunk [begin, end)? Linear in the chunk.
bool holds_address(std::string_view text, const std::vector<Character>& chars, std::size_t begin, std::size_t end,
                   const Spelling& spelling);

// Where the address that begins at `at` ends, without the marks that close the sentence about it. REQUIRES: at < end.
std::size_t address_end(const std::vector<Character>& chars, std::size_t at, std::size_t end);

}  // namespace sayso::language
