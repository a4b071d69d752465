// Claims against gold claims, field by field.
//
//     {"id":"S05","source":"Konashenkov","cue":"said","content":["The bridge is ours …"],"events":[{"type":"LOSS",
//     …}]}
//
// A field that a gold claim does not have is not judged. Texts compare without case, white space, a final comma or stop
// and enclosing quotation marks. Actors and recipients compare by the countries known of them ("pro-Moscow separatists"
// have none). A claim is wholly right if every judged field is; `events` is judged as a whole list: as many, and each
// gold event with one of ours.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sayso/claim.h"

namespace sayso::eval {

struct FieldResult {
  std::string field{};
  bool right = false;
  std::string gold{};
  std::string ours{};
};

struct ClaimResult {
  std::string id{};
  const Claim* ours = nullptr;  // null: nothing of ours fits
  std::vector<FieldResult> fields{};

  bool wholly_right() const;
};

struct GoldResult {
  std::vector<ClaimResult> claims{};   // in gold order
  std::vector<const Claim*> beyond{};  // ours that no gold claim has
};

// Each gold claim is paired with the claim of ours that has most fields right among those whose content overlaps or
// whose cue and source agree; a claim of ours is used once. Pointers are into `ours`.
GoldResult match_gold(const std::vector<nlohmann::json>& gold, const std::vector<Claim>& ours);

}  // namespace sayso::eval
