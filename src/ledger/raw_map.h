// The way back from a dispatch's text to its file, packed into a few bytes a piece.
//
//     {text [0,40) raw [2,42) verbatim}, {text [40,41) raw [42,44)}  ->  01 02  00 28 04 51  00 01 00 04
//
// A page has one piece for every entity, tag and folded blank, thousands of them, and nobody asks for a single one in
// SQL: the map is only ever read whole, with its dispatch. As rows it would be the largest table of the ledger.
//
// Format: byte 1 (version), then the number of pieces, then for each piece four numbers: text begin minus the end of
// the piece before; text length; raw begin minus the raw end before; raw length doubled, plus 1 if verbatim. The first
// and third are signed (zigzag: 0, -1, 1, -2 … as 0, 1, 2, 3 …). Every number is LEB128: seven bits a byte, low ones
// first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/dispatch.h"

namespace sayso::ledger {

// REQUIRES: no span ends before it begins.
std::string pack(const std::vector<RawPiece>& pieces);
std::optional<std::vector<RawPiece>> unpack(std::string_view bytes);  // nothing if the bytes are no such map

}  // namespace sayso::ledger
