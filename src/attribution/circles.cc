// Opens circles of attributions: a page that prints its words twice can have one content hold the other's cue and the
// other way round, "Moscow fears (that Kyiv expects … )" and "Kyiv expects (that Moscow fears … )".
//
//     0 within 1, 1 within 0   ->  0 within 1, 1 within nothing
//
// The one met last on the walk from the first is let out; which of the two is the outer one, the spans cannot tell.
#include "attribution/circles.h"

#include <cstdint>

namespace sayso {

void open_circles(std::vector<Attribution>& attributions) {
  constexpr std::uint32_t not_met = 0;
  std::vector<std::uint32_t> met_on(attributions.size(), not_met);  // number of the walk that came by first
  for (std::uint32_t start = 0; start < attributions.size(); ++start) {
    const std::uint32_t walk = start + 1;
    std::uint32_t at = start;
    while (met_on[at] == not_met) {
      met_on[at] = walk;
      const auto& outer = attributions[at].within;
      if (!outer) break;
      if (met_on[index(*outer)] == walk) {
        attributions[at].within.reset();
        break;
      }
      at = index(*outer);
    }
  }
}

}  // namespace sayso
