// Who wrote it, of one line of text: RSS has people as "me@kesh.example (Anna Dovran)".
//
//     read_person("me@kesh.example (Anna Dovran)")    {"Anna Dovran", "me@kesh.example"}
//     read_person("Anna Dovran <me@kesh.example>")    the same
//     read_person("Anna Dovran")                      {"Anna Dovran", ""}
#pragma once

#include <string_view>

#include "dispatch/feed.h"

namespace sayso::dispatch {

FeedPerson read_person(std::string_view text);

}  // namespace sayso::dispatch
