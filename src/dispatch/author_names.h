// The names in a byline.
//
//     split_names("By Anna Kesh and Bo van Ostrel, Dovran")     Anna Kesh; Bo van Ostrel; Dovran
//     split_names("Elena Ober (obe)")                           Elena Ober
//     looks_like_person("Anna Kesh"), !looks_like_person("Breaking news from the front")
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::dispatch {

// Labels ("By", "Von", "Par" …), e-mail addresses and short codes in brackets are no part of a name; each name once.
// "Kesh, Anna" stays whole: words alone beside a comma may be one name turned round.
std::vector<std::string> split_names(std::string_view byline);

// Two to five words that begin in capitals, particles ("van", "de") aside; or two to eight letters of a script without
// capitals.
bool looks_like_person(std::string_view name);

// "kesh.example", "The Kesh Times" beside the outlet "Kesh Times", "desk@kesh.example", "10542": nobody's name.
bool is_outlets_own(std::string_view name, const std::vector<std::string>& outlets);

}  // namespace sayso::dispatch
