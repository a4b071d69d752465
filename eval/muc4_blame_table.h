// Where the organizations of the keys go lost, and where those that no key has come from.
//
//     of the key: 540   in missed templates 181, found with none 70, with another 48, right but not sure so 73 …
//
// A count of PERP: ORGANIZATION, each with its confidence, beside the score that the conference asked for.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <utility>

#include "muc4_score.h"

namespace sayso::eval {

// What became of an organization that the key has.
struct WantedOrganizations {
  std::uint64_t missed_template = 0;   // nothing of ours was mapped to its template
  std::uint64_t none = 0;              // its template was found, with no organization left to stand for it
  std::uint64_t another = 0;           // … with another
  std::uint64_t other_confidence = 0;  // right, and held for surer or less sure
  std::uint64_t right = 0;             // with its confidence

  std::uint64_t all() const { return missed_template + none + another + other_confidence + right; }
};

// What an organization of ours stands for.
struct GivenOrganizations {
  std::uint64_t spurious_template = 0;  // of an incident that no key has
  std::uint64_t none = 0;               // of one for which the key has none, or none more
  std::uint64_t another = 0;            // of one for which the key has another
  std::uint64_t right = 0;

  std::uint64_t all() const { return spurious_template + none + another + right; }
};

struct BlameTable {
  WantedOrganizations wanted{}, wanted_of_state{};  // of the second the first has them too
  GivenOrganizations given{};
  // Of right organizations: the key's confidence and ours. Several that the key allows: the first.
  std::map<std::pair<std::string, std::string>, std::uint64_t> confidences{};
};

void add(BlameTable& table, const KeyMessage& key, const std::vector<ResponseTemplate>& responses,
         const MessageScore& score);
void print_table(std::FILE* out, const BlameTable& table);

}  // namespace sayso::eval
