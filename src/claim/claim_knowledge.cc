// Loads the tables of claims: "reject<TAB>REJECT" -> {Act::reject, {"REJECT", "12"}}; "now<TAB>after" -> {"now",
// after}.
#include "claim/claim_knowledge.h"

#include <optional>

#include "base/tsv.h"

namespace sayso {
namespace {

std::optional<Correction> correction_named(std::string_view name) {
  if (name == "before") return Correction::before;
  if (name == "after") return Correction::after;
  if (name == "contrast") return Correction::contrast;
  if (name == "change") return Correction::change;
  return std::nullopt;
}

Error bad_cell(const std::filesystem::path& file, const TsvRow& row, const std::string& what) {
  return {ErrorCode::bad_rule, file.string() + ":" + std::to_string(row.line), what};
}

}  // namespace

Result<ClaimKnowledge> ClaimKnowledge::load(const std::filesystem::path& lexicons) {
  ClaimKnowledge known;
  const auto acts = lexicons / "act_events.tsv";
  auto rows = read_tsv(acts, {"act", "type", "cameo"});
  if (!rows) return rows.error();
  for (const TsvRow& row : *rows) {
    const auto act = act_named(row.cells[0]);
    if (!act) return bad_cell(acts, row, "there is no act '" + row.cells[0] + "'");
    known.act_events[*act] = {row.cells[1], row.cells[2]};
  }
  auto anaphors = read_tsv(lexicons / "lists" / "claim_anaphor.tsv", {"lemma", "value"});
  if (!anaphors) return anaphors.error();
  for (const TsvRow& row : *anaphors) known.anaphors.insert(row.cells[0]);
  const auto corrections = lexicons / "lists" / "correction.tsv";
  auto words = read_tsv(corrections, {"lemma", "value"});
  if (!words) return words.error();
  for (const TsvRow& row : *words) {
    const auto kind = correction_named(row.cells[1]);
    if (!kind) return bad_cell(corrections, row, "there is no kind of correction '" + row.cells[1] + "'");
    known.corrections[row.cells[0]] = *kind;
  }
  return known;
}

}  // namespace sayso
