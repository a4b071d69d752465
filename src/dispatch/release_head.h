// The head of a press release: its number, its dateline, what an office prints around them.
//
//     Patrol Finds Cache in Kesh                                       headline
//     Kesh Joint Command 2031-02-S-117 For Immediate Release           credit
//     DOVRAN, Varnia (Feb. 17) -                                       dateline  published 2031-02-17 "dateline"
//     A patrol found a cache yesterday.                                body
//
// All of it may stand in one line; it is cut there. A date without a year takes the year that brings it nearest to the
// month of the release's number; without a number it stays unknown. Where no dateline gives a day, "Feb. 17: " at the
// beginning of the headline does, or a full date at its end.
#pragma once

#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

// True for "Kesh Joint Command 2031-02-S-117": a line of its own, however short the one before it.
bool has_release_number(std::string_view line);

// Cuts the lines of the head apart and decides them. Does nothing to a page that has no such dateline and no number.
void read_release_head(std::vector<Block>& blocks);

}  // namespace sayso::dispatch
