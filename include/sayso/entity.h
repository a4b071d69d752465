// Who is who: people, governments, forces, groups, outlets, units, things — as sources, actors and recipients name
// them.
//
//     "the Kremlin"                        -> entity gov:RUS  "Government of Russia"  kind government, country RUS
//     "spokesman Igor Konashenkov"         -> entity per:igor-konashenkov              kind person, of mil:RUS …
//     "the 93rd mechanized brigade"        -> entity unit:93rd-mechanized-brigade      kind unit, country UKR
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

enum class EntityKind : std::uint8_t {
  unnamed,
  person,
  organisation,
  government,
  military,
  group,
  document,
  outlet,  // kinds a source can have
  unit,
  civilians,
  infrastructure,
  equipment,
  country,
  place,  // kinds only actors and recipients have
};

std::string_view name_of(EntityKind kind);            // "person", "government" …
EntityKind entity_kind_named(std::string_view name);  // unnamed if it is none of them

enum class EntityId : std::uint32_t {};  // index into Mentions::entities
constexpr EntityId no_entity{0xFFFFFFFFU};
constexpr std::uint32_t index(EntityId id) { return static_cast<std::uint32_t>(id); }

struct Entity {
  std::string id{};    // stable over dispatches: from the actors lexicon, or a folded name under its kind
  std::string name{};  // canonical name
  EntityKind kind = EntityKind::unnamed;
  std::string country{};  // ISO 3166-1 alpha-3; empty if unknown
  std::string of{};       // name of the body it speaks for or belongs to: "Ministry of Defence of Russia"
  std::string side{};     // free name of a side where country does not say it ("pro-Moscow separatists"); mostly empty
  std::vector<std::string> aliases{};  // other forms seen in this dispatch or in the lexicon
  std::string rule{};                  // "actors.tsv:gov:RUS", "name+role", …

  bool operator==(const Entity&) const = default;
};

}  // namespace sayso
