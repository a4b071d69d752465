// Prints scores and mistakes. muc4_report.h shows how.
#include "muc4_report.h"

#include <algorithm>
#include <array>

namespace sayso::eval {
namespace {

constexpr const char* rule_line = "------------------------------+------------------+-------------------+-----------\n";

// A share as three characters, an asterisk of nothing.
std::string percent(double part, std::uint64_t whole) {
  if (whole == 0) return "  *";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%3.0f", 100 * part / static_cast<double>(whole));
  return text.data();
}

void print_tally(std::FILE* out, std::string_view name, const Tally& t) {
  const auto n = [](std::uint64_t value) { return static_cast<unsigned long long>(value); };
  std::fprintf(out, "%-18s%6llu%6llu|%6llu%6llu%6llu|%6llu%6llu%7llu|%s %s %s\n", std::string(name).c_str(),
               n(t.possible()), n(t.actual()), n(t.correct), n(t.partial), n(t.incorrect), n(t.spurious), n(t.missing),
               n(t.noncommittal), percent(t.points(), t.possible()).c_str(), percent(t.points(), t.actual()).c_str(),
               percent(static_cast<double>(t.spurious), t.actual()).c_str());
}

std::string key_of_row(std::string_view name) {
  std::string key;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z')
      key += static_cast<char>(letter - 'A' + 'a');
    else
      key += letter >= 'a' && letter <= 'z' ? letter : '_';
  }
  return key;
}

void put_tally(nlohmann::ordered_json& out, const std::string& key, const Tally& tally) {
  out[key + "_recall"] = tally.recall();
  out[key + "_precision"] = tally.precision();
  out[key + "_f1"] = tally.f();
}

// What an incident is, in a line.
template <typename Template>
std::string gist(const Template& incident) {
  std::string out;
  for (const Slot slot : {Slot::type, Slot::stage, Slot::date, Slot::location, Slot::perp_individual,
                          Slot::perp_organization, Slot::target_id, Slot::human_name, Slot::human_description}) {
    const auto& fills = incident.slots[slot];
    for (std::size_t i = 0; i < fills.size(); ++i)
      out += (out.empty() ? "" : i > 0 ? " + " : " | ") + written(slot, fills[i]);
  }
  return out;
}

std::string mistake(Slot slot, const char* what, const std::string& text) {
  std::string line = "    ";
  line.append(shape_of(slot).id).resize(23, ' ');
  line.append(what).resize(33, ' ');
  return line + text + "\n";
}

std::string mistakes_of_pair(const KeyTemplate& key, const ResponseTemplate& response, const BySlot<SlotScore>& slots) {
  std::string out;
  for (const Slot slot : scored_slots()) {
    const auto& given = response.slots[slot];
    const auto& wanted = key.slots[slot];
    std::vector<bool> answered(given.size()), met(wanted.size());
    for (const FillPair& pair : slots[slot].pairs) {
      answered[pair.response] = met[pair.key] = true;
      if (pair.grade == Grade::correct) continue;
      out += mistake(slot, pair.grade == Grade::partial ? "partly" : "wrong",
                     written(slot, given[pair.response]) + "   key " + written(slot, wanted[pair.key]));
    }
    for (std::size_t i = 0; i < given.size(); ++i)
      if (!answered[i]) out += mistake(slot, "spurious", written(slot, given[i]));
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (!met[i] && !wanted[i].optional) out += mistake(slot, "missing", written(slot, wanted[i]));
  }
  return out;
}

}  // namespace

void print_table(std::FILE* out, const Muc4Scores& scores) {
  std::fprintf(out, "SLOT                 POS   ACT|   COR   PAR   INC|   SPU   MIS    NON|REC PRE OVG\n%s", rule_line);
  print_tally(out, shape_of(Slot::number).id, scores.slot(Slot::number));
  for (const Slot slot : scored_slots()) print_tally(out, shape_of(slot).id, scores.slot(slot));
  std::fputs(rule_line, out);
  for (const Row row : muc4_rows) print_tally(out, name_of(row), scores.row(row));
  const Tally all = scores.row(Row::all_templates);
  std::fprintf(out, "%sF-MEASURES         P&R %5.2f   2P&R %5.2f   P&2R %5.2f\n", rule_line, 100 * all.f(),
               100 * all.f(0.5), 100 * all.f(2));
}

void put_scores(nlohmann::ordered_json& out, const std::string& prefix, const Muc4Scores& scores) {
  const Tally all = scores.row(Row::all_templates), confidence = scores.slot(Slot::confidence);
  out[prefix + "all_templates_f1"] = all.f();
  out[prefix + "confidence_recall"] = confidence.recall();
  out[prefix + "confidence_precision"] = confidence.precision();
  out[prefix + "messages"] = scores.messages;
  for (const Row row : muc4_rows) put_tally(out, prefix + key_of_row(name_of(row)), scores.row(row));
  out[prefix + "all_templates_overgeneration"] = all.overgeneration();
  put_tally(out, prefix + key_of_row(shape_of(Slot::number).id), scores.slot(Slot::number));
  for (const Slot slot : scored_slots()) put_tally(out, prefix + key_of_row(shape_of(slot).id), scores.slot(slot));
}

std::string mistakes_in(const KeyMessage& key, const std::vector<ResponseTemplate>& responses,
                        const MessageScore& score) {
  std::string out;
  for (const TemplatePair& pair : score.pairs) {
    const KeyTemplate& wanted = key.templates[pair.key];
    const std::string wrong = mistakes_of_pair(wanted, responses[pair.response], pair.slots);
    if (wrong.empty()) continue;
    out.append("  key ").append(wanted.number).append(wanted.optional ? " (optional)" : "");
    out.append(" = ours ").append(std::to_string(pair.response + 1)).append(": ");
    out.append(gist(responses[pair.response])).append("\n").append(wrong);
  }
  for (const std::size_t k : score.missing)
    out.append("  missed key ")
        .append(key.templates[k].number)
        .append(": ")
        .append(gist(key.templates[k]))
        .append("\n");
  for (const std::size_t r : score.spurious)
    out.append("  beyond ours ").append(std::to_string(r + 1)).append(": ").append(gist(responses[r])).append("\n");
  if (out.empty()) return out;
  return key.id + ": " + std::to_string(key.templates.size()) + " in the key, " + std::to_string(responses.size()) +
         " of ours\n" + out;
}

}  // namespace sayso::eval
