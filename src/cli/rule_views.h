// What `sayso rules` shows to people.
//
//     rule_list   said-clause                                        attribution/speech.rules:112
//                   A speaker says a clause.
//     trial_view  the words with tag, relation and marks; each anchor with the rules that match there
#pragma once

#include <string>
#include <vector>

#include "cli/rule_check.h"
#include "publish/page.h"

namespace sayso::cli {

std::string rule_list(const RuleBook& book, publish::Paper paper);
std::string rule_card(const StagedRule& rule, const RuleBook& book, publish::Paper paper);
std::string fault_view(const StagedRule& rule, const std::vector<SentenceFault>& faults, publish::Paper paper);
std::string trial_view(const Trial& trial, const RuleBook& book, publish::Paper paper);

}  // namespace sayso::cli
