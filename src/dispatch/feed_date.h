// Dates as feeds print them, to an instant.
//
//     read_feed_date("Thu, 01 Jan 2004 14:48:21 EST")   2004-01-01T19:48:21Z, day 2004-01-01
//     read_feed_date("2003-12-31T10:14:55-08:00")       2003-12-31T18:14:55Z, day 2003-12-31
//     read_feed_date("2003-12")                         2003-12-01T00:00:00Z, no day: none is printed
//     read_feed_date("yesterday")                       no instant
#pragma once

#include <string_view>

#include "dispatch/feed.h"

namespace sayso::dispatch {

FeedDate read_feed_date(std::string_view printed);

}  // namespace sayso::dispatch
