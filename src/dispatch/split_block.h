// Cuts a block in two.
//
//     "News Release KESH, Varnia (May 4) - The …" at 13 -> "News Release" and "KESH, Varnia (May 4) - The …"
#pragma once

#include "dispatch/block.h"

namespace sayso::dispatch {

// Returns what stands from `at` on; white space about the cut is in neither part. Links and marks go with their first
// byte. Both parts must hold words; the bounds are of characters.
Block split_block(Block& block, std::size_t at);

}  // namespace sayso::dispatch
