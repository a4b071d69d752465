// What an act of speech itself is as an event, when its content tells of none: "ruled out negotiations" is a REJECT.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sayso/attribution.h"
#include "sayso/result.h"

namespace sayso {

using ActEvents = std::map<Act, std::string>;  // act -> event type

// Reads lexicons/act_events.tsv. Errors: unreadable, bad_rule (an act that the contract does not have).
Result<ActEvents> load_act_events(const std::filesystem::path& file);

}  // namespace sayso
