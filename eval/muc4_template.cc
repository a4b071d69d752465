// The slots' names, and templates in the format of key files.
//
//     written(Slot::human_effect, {"DEATH", "MAYOR"})  ->  DEATH: "MAYOR"
//
// Left out on purpose: the asterisk of slots that do not apply to a type of incident. A hyphen scores the same.
#include "muc4_template.h"

#include <algorithm>

namespace sayso::eval {
namespace {

constexpr std::array<SlotShape, slot_count> shapes{{
    {"MESSAGE: ID", "message-id"},
    {"MESSAGE: TEMPLATE", "template-id"},
    {"INCIDENT: DATE", "inc-date", FillKind::date},
    {"INCIDENT: LOCATION", "inc-loc", FillKind::location},
    {"INCIDENT: TYPE", "inc-type", FillKind::set},
    {"INCIDENT: STAGE OF EXECUTION", "inc-stage", FillKind::set},
    {"INCIDENT: INSTRUMENT ID", "inc-instr-id", FillKind::string},
    {"INCIDENT: INSTRUMENT TYPE", "inc-instr-type", FillKind::set, true},
    {"PERP: INCIDENT CATEGORY", "perp-inc-cat", FillKind::set},
    {"PERP: INDIVIDUAL ID", "perp-ind-id", FillKind::string},
    {"PERP: ORGANIZATION ID", "perp-org-id", FillKind::string},
    {"PERP: ORGANIZATION CONFIDENCE", "perp-org-conf", FillKind::set, true},
    {"PHYS TGT: ID", "phys-tgt-id", FillKind::string},
    {"PHYS TGT: TYPE", "phys-tgt-type", FillKind::set, true},
    {"PHYS TGT: NUMBER", "phys-tgt-num", FillKind::number, true},
    {"PHYS TGT: FOREIGN NATION", "phys-tgt-nation", FillKind::set, true},
    {"PHYS TGT: EFFECT OF INCIDENT", "phys-tgt-effect", FillKind::set, true},
    {"PHYS TGT: TOTAL NUMBER", "phys-tgt-total-num", FillKind::number},
    {"HUM TGT: NAME", "hum-tgt-name", FillKind::string},
    {"HUM TGT: DESCRIPTION", "hum-tgt-desc", FillKind::string, true},
    {"HUM TGT: TYPE", "hum-tgt-type", FillKind::set, true},
    {"HUM TGT: NUMBER", "hum-tgt-num", FillKind::number, true},
    {"HUM TGT: FOREIGN NATION", "hum-tgt-nation", FillKind::set, true},
    {"HUM TGT: EFFECT OF INCIDENT", "hum-tgt-effect", FillKind::set, true},
    {"HUM TGT: TOTAL NUMBER", "hum-tgt-total-num", FillKind::number},
}};
constexpr std::size_t value_column = 36;

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"') out += '\\';
    out += letter;
  }
  return out + '"';
}

std::string line(std::size_t slot, std::string_view value) {
  std::string out = std::to_string(slot) + ".";
  out.resize(4, ' ');
  out += shapes[slot].label;
  out.resize(std::max(value_column, out.size() + 1), ' ');
  return out.append(value) + "\n";
}

std::string values_and_tags(Slot slot, const std::vector<std::string>& values, const std::vector<std::string>& tags) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += " / ";
    out += shape_of(slot).kind == FillKind::string ? in_quotes(values[i]) : values[i];
  }
  for (std::size_t i = 0; i < tags.size(); ++i) out += (i > 0 ? " / " : ": ") + in_quotes(tags[i]);
  return out;
}

}  // namespace

const SlotShape& shape_of(Slot slot) { return shapes[static_cast<std::size_t>(slot)]; }

const std::vector<Slot>& scored_slots() {
  static const std::vector<Slot> slots = [] {
    std::vector<Slot> all;
    for (std::size_t i = 2; i < slot_count; ++i) all.push_back(static_cast<Slot>(i));
    return all;
  }();
  return slots;
}

std::string written(Slot slot, const Fill& fill) {
  return values_and_tags(slot, {fill.value}, fill.tag.empty() ? std::vector<std::string>{} : std::vector{fill.tag});
}

std::string written(Slot slot, const KeyFill& fill) {
  return (fill.optional ? "? " : "") + values_and_tags(slot, fill.values, fill.tags);
}

std::string written(const ResponseTemplate& incident, std::size_t number) {
  std::string out = line(0, incident.message) + line(1, std::to_string(number));
  for (const Slot slot : scored_slots()) {
    const auto& fills = incident.slots[slot];
    out += line(static_cast<std::size_t>(slot), fills.empty() ? "-" : written(slot, fills.front()));
    for (std::size_t i = 1; i < fills.size(); ++i)
      out += std::string(value_column, ' ') + written(slot, fills[i]) + "\n";
  }
  return out + "\n";
}

}  // namespace sayso::eval
