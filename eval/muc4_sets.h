// The words that MUC-4's lists of fills stand for: what kind of target, person or weapon a noun names.
//
//     target_type_of({"electric", "tower"}) == "ENERGY"      human_type_of({"peasant"}) == "CIVILIAN"
//     instrument_type_of({"car", "bomb"}) == "VEHICLE BOMB"  target_type_of({"attack"}) == ""
//
// By the examples of template-doc-part1 and -part2, widened to what other words would go where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

// The lemmas of a noun phrase, its head last. Empty: no such thing.
std::string_view target_type_of(const std::vector<std::string>& lemmas);
std::string_view human_type_of(const std::vector<std::string>& lemmas);
std::string_view instrument_type_of(const std::vector<std::string>& lemmas);

bool is_force(const std::vector<std::string>& lemmas);    // soldiers, police: of the state
bool is_fighter(const std::vector<std::string>& lemmas);  // guerrillas, terrorists, traffickers: of nobody's state

}  // namespace sayso::eval
