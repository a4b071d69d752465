// What is said to have happened.
//
//     "Rocket strikes near Kesh hit trucks of the 7th motor brigade"
//      type ASSAULT  mode heavy-weapons  trigger [strikes]
//      recipients [the 7th motor brigade]   where [Kesh] near   tense past
//
// Types and modes are PLOVER's (manual "draft 2.0", openeventdata/PLOVER); CONTROL, LOSS and OUTAGE are sayso's own in
// the same form. Names, not numbers, are stored, so that the rule files own the list: data/lexicons/event_types.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/attribution.h"
#include "sayso/entity.h"
#include "sayso/mention.h"
#include "sayso/span.h"
#include "sayso/time.h"

namespace sayso {

// Someone or something with a part in an event. `text` and `span` are unset when no words of the event name it and a
// rule supplied it ("side-of-speaker").
struct Participant {
  std::string name{};
  std::string country{};  // ISO 3166-1 alpha-3; empty if unknown
  EntityKind kind = EntityKind::unnamed;
  std::string entity{};  // Entity::id
  std::optional<Words> words{};
  std::string rule{};

  bool operator==(const Participant&) const = default;
};

struct Event {
  std::string type{};                  // "ASSAULT", "CONTROL" …
  std::string mode{};                  // "heavy-weapons", "gain" …; empty if none
  std::vector<std::string> context{};  // what it is about, PLOVER's names ("legal", "election"); rising, often empty
  std::string cameo{};  // CAMEO code or root, leading zeros kept ("19", "190"); empty if CAMEO has no place for it
  Words trigger{};
  TokenId head = no_token;
  std::vector<Participant> actors{};
  std::vector<Participant> recipients{};
  std::vector<Participant> instruments{};
  std::vector<Place> where{};
  std::optional<When> when{};
  std::vector<Count> counts{};
  Polarity polarity = Polarity::positive;
  Certainty certainty = Certainty::certain;
  Tense tense = Tense::none;
  std::string rule{};

  bool operator==(const Event&) const = default;
};

}  // namespace sayso
