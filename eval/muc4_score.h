// Templates of a system against the key's, as the conference's program scored them (MUC Scoring System, User's
// Manual 3.3, and scoring-guidelines.v7).
//
//     const MessageScore score = score_message(key_message, responses);   // who is mapped to whom, slot by slot
//     add(scores, score);
//     scores.row(Row::all_templates).f1()
//
// Mapping: one response to one key template, the largest sum of points (correct 1, partial 1/2) over all slots. Two may
// be mapped if their incident types agree at least partly, and at least one fill of the perpetrators (individual,
// organization), of the physical targets (id, type) or of the human targets (name, description, type) does. A key
// template that must have nothing in those slots is mapped by its type alone.
//
// Fills of a slot are paired for most points, one to one. What is left over is paired as incorrect, required fills
// before optional ones; then responses are spurious and required fills missing.
//
// Tags (manual, figure 4): the same if written the same, or if what they refer to was paired and not wrong. If fills of
// the key have the response's tag, only those count; else all do, and the most it can be is partial. Numbers go by this
// too. A description is correct only if the name it refers to is.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "muc4_fill.h"
#include "muc4_key.h"
#include "muc4_template.h"

namespace sayso::eval {

struct Tally {
  std::uint64_t correct = 0, partial = 0, incorrect = 0, spurious = 0, missing = 0, noncommittal = 0;

  std::uint64_t possible() const { return correct + partial + incorrect + missing; }
  std::uint64_t actual() const { return correct + partial + incorrect + spurious; }
  double points() const { return static_cast<double>(correct) + static_cast<double>(partial) / 2; }
  double recall() const { return share(points(), possible()); }
  double precision() const { return share(points(), actual()); }
  double overgeneration() const { return share(static_cast<double>(spurious), actual()); }
  double f(double beta = 1) const;  // above 1 recall weighs more; 0 of nothing
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally&) const = default;

  static double share(double part, std::uint64_t whole) { return whole == 0 ? 0 : part / static_cast<double>(whole); }
};

// Fills of one slot in a mapped pair of templates.
struct FillPair {
  std::size_t response = 0, key = 0;  // indexes
  Grade grade = Grade::incorrect;
};
struct SlotScore {
  Tally tally{};
  std::vector<FillPair> pairs{};  // by response
};

struct TemplatePair {
  std::size_t response = 0, key = 0;  // indexes
  BySlot<SlotScore> slots{};
};

struct MessageScore {
  std::vector<TemplatePair> pairs{};    // by response
  std::vector<std::size_t> missing{};   // key templates that nothing was mapped to; optional ones are not among them
  std::vector<std::size_t> spurious{};  // responses
  bool relevant = false;                // by the key
  bool answered = false;                // there is a response
  Tally templates{};                    // whole templates
  BySlot<Tally> matched{}, lost{}, made_up{};  // fills of pairs, of missing templates, of spurious ones
};

BySlot<SlotScore> score_pair(const ResponseTemplate& response, const KeyTemplate& key);
MessageScore score_message(const KeyMessage& key, const std::vector<ResponseTemplate>& responses);

enum class Row : std::uint8_t {
  matched_missing,
  matched_spurious,
  matched_only,
  all_templates,
  set_fills,
  string_fills,
  text_filtering,
};
inline constexpr std::array muc4_rows{Row::matched_missing, Row::matched_spurious, Row::matched_only,
                                      Row::all_templates,   Row::set_fills,        Row::string_fills,
                                      Row::text_filtering};
const char* name_of(Row row);  // "ALL TEMPLATES"

struct Muc4Scores {
  std::uint64_t messages = 0;
  Tally templates{}, filtering{};
  BySlot<Tally> matched{}, lost{}, made_up{};

  Tally slot(Slot slot) const;  // over all templates: missing and spurious ones too
  Tally row(Row row) const;     // set and string fills: over all templates
};

void add(Muc4Scores& scores, const MessageScore& message);
void add(Muc4Scores& scores, const Muc4Scores& other);

}  // namespace sayso::eval
