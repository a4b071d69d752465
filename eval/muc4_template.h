// Templates of MUC-4: an incident of a message in 25 numbered slots, and how key files write it.
//
//     4.  INCIDENT: TYPE                  ATTACK
//     11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT: "KESH FRONT"
//         -> slots[Slot::type] = {{"ATTACK"}}, slots[Slot::confidence] = {{"REPORTED AS FACT", "KESH FRONT"}}
//
// Slots that do not apply (*) and slots without an answer (-) are both empty here, as they are for the score.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

enum class Slot : std::uint8_t {
  message,
  number,
  date,
  location,
  type,
  stage,
  instrument_id,
  instrument_type,
  category,
  perp_individual,
  perp_organization,
  confidence,
  target_id,
  target_type,
  target_number,
  target_nation,
  target_effect,
  target_total,
  human_name,
  human_description,
  human_type,
  human_number,
  human_nation,
  human_effect,
  human_total,
};
constexpr std::size_t slot_count = 25;

// What a slot is filled with: one of a list, words of the text, or something in a form of its own.
enum class FillKind : std::uint8_t { none, date, location, set, string, number };

struct SlotShape {
  std::string_view label{};  // in a key file: "INCIDENT: DATE"
  std::string_view id{};     // in a report: "inc-date"
  FillKind kind = FillKind::none;
  bool tagged = false;  // its fills say which fill of another slot they are about
};
const SlotShape& shape_of(Slot slot);

template <typename T>
struct BySlot {
  std::array<T, slot_count> values{};

  T& operator[](Slot slot) { return values[static_cast<std::size_t>(slot)]; }
  const T& operator[](Slot slot) const { return values[static_cast<std::size_t>(slot)]; }
};

// The slots that are scored: 2 to 24, in order.
const std::vector<Slot>& scored_slots();

// One answer. Upper case, single spaces; strings without the quotes around them.
struct Fill {
  std::string value{};
  std::string tag{};  // the value in another slot it is about; "-" about none of them; empty: no tag

  bool operator==(const Fill&) const = default;
};

// One answer that is wanted: any of the values, with any of the tags.
struct KeyFill {
  std::vector<std::string> values{};  // never empty
  std::vector<std::string> tags{};
  bool optional = false;  // no answer is right, too

  bool operator==(const KeyFill&) const = default;
};

// An incident as a system answers it.
struct ResponseTemplate {
  std::string message{};  // "TST1-MUC3-0001"
  BySlot<std::vector<Fill>> slots{};
};

// An incident as the key wants it.
struct KeyTemplate {
  std::string message{};
  std::string number{};   // as it stands there; only to name it by
  bool optional = false;  // nothing is lost without it
  BySlot<std::vector<KeyFill>> slots{};
};

// Fills as a key file writes them: `DEATH: "MAYOR"`, `? "ROCKETS" / "ROCKET"`.
std::string written(Slot slot, const Fill& fill);
std::string written(Slot slot, const KeyFill& fill);

// A whole template in the format of key files, an empty line behind it.
std::string written(const ResponseTemplate& incident, std::size_t number);

}  // namespace sayso::eval
