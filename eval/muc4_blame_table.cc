// Counts organizations of keys and of ours by what the score paired them with.
//
//     key template with "KESH FRONT", mapped to ours with "VARNIAN ARMY" -> wanted.another, given.another
//
// Left out on purpose: organizations that the key allows and does not ask for, unless one of ours is paired with them.
#include "muc4_blame_table.h"

#include <algorithm>

namespace sayso::eval {
namespace {

using Counted = std::uint64_t WantedOrganizations::*;

bool is_state_sponsored(const KeyTemplate& incident) {
  const auto& fills = incident.slots[Slot::category];
  return !fills.empty() && fills.front().values.front() == "STATE-SPONSORED VIOLENCE";
}

// The first that is allowed with this organization, or the first of all.
std::string confidence_of(const KeyTemplate& incident, const KeyFill& organization) {
  const auto& fills = incident.slots[Slot::confidence];
  for (const KeyFill& fill : fills)
    for (const std::string& name : organization.values)
      if (std::find(fill.tags.begin(), fill.tags.end(), name) != fill.tags.end()) return fill.values.front();
  return fills.empty() ? "-" : fills.front().values.front();
}

bool is_allowed(const KeyTemplate& incident, const KeyFill& organization, const std::string& confidence) {
  for (const KeyFill& fill : incident.slots[Slot::confidence])
    for (const std::string& name : organization.values)
      if (std::find(fill.tags.begin(), fill.tags.end(), name) != fill.tags.end())
        return std::find(fill.values.begin(), fill.values.end(), confidence) != fill.values.end();
  return false;
}

std::string confidence_of(const ResponseTemplate& incident, const std::string& organization) {
  for (const Fill& fill : incident.slots[Slot::confidence])
    if (fill.tag == organization) return fill.value;
  return "-";
}

void count_wanted(BlameTable& table, const KeyTemplate& incident, Counted what) {
  ++(table.wanted.*what);
  if (is_state_sponsored(incident)) ++(table.wanted_of_state.*what);
}

void add_pair(BlameTable& table, const KeyTemplate& key, const ResponseTemplate& response, const SlotScore& slot) {
  const auto& wanted = key.slots[Slot::perp_organization];
  const auto& given = response.slots[Slot::perp_organization];
  std::vector<bool> met(wanted.size());
  table.given.none += given.size() - slot.pairs.size();
  for (const FillPair& pair : slot.pairs) {
    const KeyFill& organization = wanted[pair.key];
    met[pair.key] = true;
    if (pair.grade == Grade::incorrect) {
      ++table.given.another;
      count_wanted(table, key, &WantedOrganizations::another);
      continue;
    }
    ++table.given.right;
    const std::string ours = confidence_of(response, given[pair.response].value);
    const bool agrees = is_allowed(key, organization, ours);
    ++table.confidences[{agrees ? ours : confidence_of(key, organization), ours}];
    count_wanted(table, key, agrees ? &WantedOrganizations::right : &WantedOrganizations::other_confidence);
  }
  for (std::size_t k = 0; k < wanted.size(); ++k)
    if (!met[k] && !wanted[k].optional) count_wanted(table, key, &WantedOrganizations::none);
}

void print_wanted(std::FILE* out, const char* name, const WantedOrganizations& row) {
  const auto n = [](std::uint64_t value) { return static_cast<unsigned long long>(value); };
  std::fprintf(out, "%-20s%6llu%10llu%10llu%10llu%10llu%10llu\n", name, n(row.all()), n(row.missed_template),
               n(row.none), n(row.another), n(row.other_confidence), n(row.right));
}

}  // namespace

void add(BlameTable& table, const KeyMessage& key, const std::vector<ResponseTemplate>& responses,
         const MessageScore& score) {
  for (const TemplatePair& pair : score.pairs)
    add_pair(table, key.templates[pair.key], responses[pair.response], pair.slots[Slot::perp_organization]);
  for (const std::size_t k : score.missing)
    for (const KeyFill& fill : key.templates[k].slots[Slot::perp_organization])
      if (!fill.optional) count_wanted(table, key.templates[k], &WantedOrganizations::missed_template);
  for (const std::size_t r : score.spurious)
    table.given.spurious_template += responses[r].slots[Slot::perp_organization].size();
}

void print_table(std::FILE* out, const BlameTable& table) {
  const auto n = [](std::uint64_t value) { return static_cast<unsigned long long>(value); };
  std::fprintf(out, "ORGANIZATIONS          all    missed      none   another    unlike     right\n");
  print_wanted(out, "of the key", table.wanted);
  print_wanted(out, "  of states", table.wanted_of_state);
  const GivenOrganizations& given = table.given;
  std::fprintf(out, "%-20s%6llu%10llu%10llu%10llu%20llu\n", "ours", n(given.all()), n(given.spurious_template),
               n(given.none), n(given.another), n(given.right));
  for (const auto& [pair, times] : table.confidences)
    std::fprintf(out, "%6llu  key %-37s ours %s\n", n(times), pair.first.c_str(), pair.second.c_str());
}

}  // namespace sayso::eval
