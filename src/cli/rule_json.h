// Rules and trials as JSON, one object a line: `sayso rules --json`.
//
//     {"rule":"said-clause","stage":"attribution","where":"…/speech.rules:112","what":"…","match":"…", …}
#pragma once

#include <string>

#include "cli/trial.h"

namespace sayso::cli {

std::string rule_json(const StagedRule& rule);
// Tokens count from 1, heads too; the head of a root is null.
std::string trial_json(const Trial& trial);

}  // namespace sayso::cli
