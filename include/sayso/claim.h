// A claim: an attribution with the events in its content — one row of the ledger, whole in itself.
//
//     {"source": {"text": "Konashenkov", …}, "cue": {"text": "said", …}, "content": [{"text": "The bridge is ours
//     …"}],
//      "events": [{"type": "LOSS", …}], "rule": "said-quoted"}
//
// A claim copies the words it rests on, so that it can be stored, sent and checked without its reading. Its id is the
// same for the same bytes read by the same rules: 16 hex digits over dispatch, cue, content and rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sayso/attribution.h"
#include "sayso/event.h"

namespace sayso {

// A relation between two claims of the ledger: "denies", "repeats", "headline-of", "supersedes".
struct Link {
  std::string to{};  // Claim::id
  std::string relation{};
  std::string rule{};

  bool operator==(const Link&) const = default;
};

struct Claim {
  std::string id{};
  std::string dispatch{};     // Dispatch::id
  Attribution attribution{};  // `within` is cleared; see `links` with relation "within"
  Span sentence{};            // the sentence of the cue, else of the content
  std::vector<Event> events{};
  std::vector<Link> links{};

  bool operator==(const Claim&) const = default;
};

// The contract's name of the record printed by `sayso read --json`.
constexpr std::string_view claim_schema = "sayso.claim/1";

}  // namespace sayso
