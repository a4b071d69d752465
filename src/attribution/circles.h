// Attributions that stand inside one another come to an end outside.
#pragma once

#include <vector>

#include "sayso/attribution.h"

namespace sayso {

// Takes away the `within` that closes a circle: afterwards every walk along `within` ends. REQUIRES: every `within` is
// an index of the list. Linear.
void open_circles(std::vector<Attribution>& attributions);

}  // namespace sayso
