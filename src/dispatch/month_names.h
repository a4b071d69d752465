// Months by their names in the languages of large outlets: month_named("september") == 9, month_named("сентября") == 9.
#pragma once

#include <string_view>

namespace sayso::dispatch {

unsigned month_named(std::string_view lower_case);  // 1 to 12; 0: no month

}  // namespace sayso::dispatch
