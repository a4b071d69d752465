// Scores a message: pairs fills of a slot, slots of two templates, templates of a message, and adds up.
//
//     key DEATH: "MAYOR"     response DEATH: "JUDGE"  -> partial: the right effect, tied to the wrong target
//
// Left out on purpose: what a person did at the conference (judging strings that differ, sharing out one response over
// several fills, mapping by hand), and fallout. A slot line that a response file lacks counts as one with a hyphen.
#include "muc4_score.h"

#include <algorithm>

#include "among.h"
#include "muc4_assignment.h"

namespace sayso::eval {
namespace {

// The slots whose fills the tags of a slot name.
std::vector<Slot> referred(Slot slot) {
  switch (slot) {
    case Slot::instrument_type:
      return {Slot::instrument_id};
    case Slot::confidence:
      return {Slot::perp_organization};
    case Slot::target_type:
    case Slot::target_number:
    case Slot::target_nation:
    case Slot::target_effect:
      return {Slot::target_id};
    case Slot::human_description:
      return {Slot::human_name};
    case Slot::human_type:
    case Slot::human_number:
    case Slot::human_nation:
    case Slot::human_effect:
      return {Slot::human_name, Slot::human_description};
    default:
      return {};
  }
}

class PairScorer {
 public:
  PairScorer(const ResponseTemplate& response, const KeyTemplate& key) : response_(response), key_(key) {}

  BySlot<SlotScore> score() {
    for (const Slot slot : scored_slots()) score_slot(slot);  // tags refer to slots before their own
    return std::move(scores_);
  }

 private:
  Grade grade_tag(Slot slot, const Fill& fill, const KeyFill& wanted) const {
    if (fill.tag.empty() || wanted.tags.empty())
      return fill.tag.empty() && wanted.tags.empty() ? Grade::correct : Grade::incorrect;
    if (among(wanted.tags, fill.tag)) return Grade::correct;
    Grade best = Grade::incorrect;
    for (const Slot about : referred(slot))
      for (const FillPair& pair : scores_[about].pairs) {
        if (response_.slots[about][pair.response].value != fill.tag) continue;
        const auto& names = key_.slots[about][pair.key].values;
        if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return among(wanted.tags, name); }))
          best = std::max(best, pair.grade);
      }
    return best;
  }

  static Grade together(Slot slot, Grade value, Grade tag) {
    const bool tied = slot == Slot::human_description ? tag == Grade::correct : tag != Grade::incorrect;
    return tied ? value : std::min(value, Grade::partial);
  }

  // Grades of every response with every key fill of the slot.
  std::vector<std::vector<Grade>> grades(Slot slot) const {
    const auto& given = response_.slots[slot];
    const auto& wanted = key_.slots[slot];
    std::vector<std::vector<Grade>> out(given.size(), std::vector<Grade>(wanted.size()));
    for (std::size_t r = 0; r < given.size(); ++r) {
      std::vector<Grade> tags(wanted.size(), Grade::correct);
      if (shape_of(slot).tagged)
        for (std::size_t k = 0; k < wanted.size(); ++k) tags[k] = grade_tag(slot, given[r], wanted[k]);
      const bool only_tied = !given[r].tag.empty() &&
                             std::any_of(tags.begin(), tags.end(), [](Grade tag) { return tag != Grade::incorrect; });
      for (std::size_t k = 0; k < wanted.size(); ++k)
        if (!only_tied || tags[k] != Grade::incorrect)
          out[r][k] = together(slot, grade_value(slot, given[r].value, wanted[k]), tags[k]);
    }
    return out;
  }

  void score_slot(Slot slot) {
    const auto& given = response_.slots[slot];
    const auto& wanted = key_.slots[slot];
    Tally& tally = scores_[slot].tally;
    if (given.empty() && wanted.empty()) {
      ++tally.noncommittal;
      return;
    }
    const auto grade = grades(slot);
    const auto scale = static_cast<std::int64_t>(given.size() + wanted.size() + 1);
    std::vector<std::vector<std::int64_t>> weights(given.size(), std::vector<std::int64_t>(wanted.size()));
    for (std::size_t r = 0; r < given.size(); ++r)
      for (std::size_t k = 0; k < wanted.size(); ++k)
        if (grade[r][k] != Grade::incorrect)  // of equals the required fill
          weights[r][k] = static_cast<std::int64_t>(grade[r][k]) * scale + (wanted[k].optional ? 0 : 1);
    auto chosen = assign(weights);
    std::vector<bool> taken(wanted.size());
    for (const std::size_t k : chosen)
      if (k != unpaired) taken[k] = true;
    for (const bool optional : {false, true})
      for (std::size_t k = 0; k < wanted.size(); ++k) {
        const auto free = std::find(chosen.begin(), chosen.end(), unpaired);
        if (taken[k] || wanted[k].optional != optional || free == chosen.end()) continue;
        *free = k, taken[k] = true;
      }
    for (std::size_t r = 0; r < given.size(); ++r) {
      if (chosen[r] == unpaired) {
        ++tally.spurious;
        continue;
      }
      const Grade is = grade[r][chosen[r]];
      ++(is == Grade::correct ? tally.correct : is == Grade::partial ? tally.partial : tally.incorrect);
      scores_[slot].pairs.push_back({r, chosen[r], is});
    }
    for (std::size_t k = 0; k < wanted.size(); ++k)
      if (!taken[k]) ++(wanted[k].optional ? tally.noncommittal : tally.missing);
  }

  const ResponseTemplate& response_;
  const KeyTemplate& key_;
  BySlot<SlotScore> scores_{};
};

constexpr std::array who_and_what{Slot::perp_individual, Slot::perp_organization, Slot::target_id, Slot::target_type,
                                  Slot::human_name,      Slot::human_description, Slot::human_type};

bool agrees(const SlotScore& slot) { return slot.tally.correct + slot.tally.partial > 0; }

bool may_be_mapped(const BySlot<SlotScore>& slots, const KeyTemplate& key) {
  if (!agrees(slots[Slot::type])) return false;
  const bool has_nothing = std::all_of(who_and_what.begin(), who_and_what.end(), [&](Slot slot) {
    const auto& fills = key.slots[slot];
    return std::all_of(fills.begin(), fills.end(), [](const KeyFill& fill) { return fill.optional; });
  });
  return has_nothing ||
         std::any_of(who_and_what.begin(), who_and_what.end(), [&](Slot slot) { return agrees(slots[slot]); });
}

void add_to(BySlot<Tally>& sum, const BySlot<Tally>& other) {
  for (const Slot slot : scored_slots()) sum[slot] += other[slot];
}

}  // namespace

double Tally::f(double beta) const {
  const double p = precision(), r = recall(), below = beta * beta * p + r;
  return below == 0 ? 0 : (beta * beta + 1) * p * r / below;
}

Tally& Tally::operator+=(const Tally& other) {
  correct += other.correct, partial += other.partial, incorrect += other.incorrect;
  spurious += other.spurious, missing += other.missing, noncommittal += other.noncommittal;
  return *this;
}

BySlot<SlotScore> score_pair(const ResponseTemplate& response, const KeyTemplate& key) {
  return PairScorer(response, key).score();
}

MessageScore score_message(const KeyMessage& key, const std::vector<ResponseTemplate>& responses) {
  MessageScore score;
  const std::size_t wanted = key.templates.size();
  std::vector<std::vector<BySlot<SlotScore>>> slots(responses.size());
  std::vector<std::vector<std::int64_t>> weights(responses.size(), std::vector<std::int64_t>(wanted));
  const auto scale = static_cast<std::int64_t>(responses.size() + wanted + 1);
  for (std::size_t r = 0; r < responses.size(); ++r)
    for (std::size_t k = 0; k < wanted; ++k) {
      slots[r].push_back(score_pair(responses[r], key.templates[k]));
      if (!may_be_mapped(slots[r][k], key.templates[k])) continue;
      std::uint64_t halves = 0;
      for (const SlotScore& slot : slots[r][k].values) halves += 2 * slot.tally.correct + slot.tally.partial;
      weights[r][k] = static_cast<std::int64_t>(halves) * scale + (key.templates[k].optional ? 0 : 1);
    }
  const auto chosen = assign(weights);
  std::vector<bool> taken(wanted);
  for (std::size_t r = 0; r < responses.size(); ++r) {
    if (chosen[r] == unpaired) {
      score.spurious.push_back(r);
      ++score.templates.spurious;
      for (const Slot slot : scored_slots()) {
        const std::size_t fills = responses[r].slots[slot].size();
        fills == 0 ? ++score.made_up[slot].noncommittal : score.made_up[slot].spurious += fills;
      }
      continue;
    }
    taken[chosen[r]] = true;
    ++score.templates.correct;
    score.pairs.push_back({r, chosen[r], std::move(slots[r][chosen[r]])});
    for (const Slot slot : scored_slots()) score.matched[slot] += score.pairs.back().slots[slot].tally;
  }
  for (std::size_t k = 0; k < wanted; ++k) {
    score.relevant = score.relevant || taken[k] || !key.templates[k].optional;
    if (taken[k] || key.templates[k].optional) continue;
    score.missing.push_back(k);
    ++score.templates.missing;
    for (const Slot slot : scored_slots()) {
      const auto& fills = key.templates[k].slots[slot];
      if (fills.empty()) ++score.lost[slot].noncommittal;
      for (const KeyFill& fill : fills) ++(fill.optional ? score.lost[slot].noncommittal : score.lost[slot].missing);
    }
  }
  score.answered = !responses.empty();
  if (!score.relevant && !score.answered) ++score.templates.noncommittal;
  return score;
}

const char* name_of(Row row) {
  constexpr std::array names{"MATCHED/MISSING", "MATCHED/SPURIOUS",  "MATCHED ONLY",  "ALL TEMPLATES",
                             "SET FILLS ONLY",  "STRING FILLS ONLY", "TEXT FILTERING"};
  return names[static_cast<std::size_t>(row)];
}

Tally Muc4Scores::slot(Slot slot) const {
  if (slot == Slot::number) return templates;
  Tally sum = matched[slot];
  return (sum += lost[slot]) += made_up[slot];
}

Tally Muc4Scores::row(Row row) const {
  if (row == Row::text_filtering) return filtering;
  Tally sum;
  for (const Slot at : scored_slots()) {
    const FillKind kind = shape_of(at).kind;
    if (row == Row::set_fills || row == Row::string_fills) {
      if (kind == (row == Row::set_fills ? FillKind::set : FillKind::string)) sum += slot(at);
      continue;
    }
    sum += matched[at];
    if (row == Row::matched_missing || row == Row::all_templates) sum += lost[at];
    if (row == Row::matched_spurious || row == Row::all_templates) sum += made_up[at];
  }
  return sum;
}

void add(Muc4Scores& scores, const MessageScore& message) {
  ++scores.messages;
  scores.templates += message.templates;
  Tally& filtering = scores.filtering;
  if (message.relevant)
    ++(message.answered ? filtering.correct : filtering.missing);
  else
    ++(message.answered ? filtering.spurious : filtering.noncommittal);
  add_to(scores.matched, message.matched);
  add_to(scores.lost, message.lost);
  add_to(scores.made_up, message.made_up);
}

void add(Muc4Scores& scores, const Muc4Scores& other) {
  scores.messages += other.messages;
  scores.templates += other.templates, scores.filtering += other.filtering;
  add_to(scores.matched, other.matched);
  add_to(scores.lost, other.lost);
  add_to(scores.made_up, other.made_up);
}

}  // namespace sayso::eval
