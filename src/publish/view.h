// A reading for a person: the dispatch's head, then claim by claim who says what, in which words, and what is doubtful.
//
//      1 Igor Konashenkov, for the Ministry of Defence of Russia · via The Moscow Times       4be1c07d
//         says (“said”), in quoted words · 12 September 2022 · medium: Monday's daily briefing
//         "«They lost up to 40 men and more than a dozen trucks»,"
//         Konashenkov said in the briefing.
//         ● LOSS “losses”
//           whom   Ukraine (understood)
//           when   not said
//           count  up to 250 soldiers (at most 250)
//
// Claims of a live page stand under a line for their entry: "12 September 2022, 14:05 (+03:00) · The bridge is closed".
// Text from the page is printed safely (terminal_text.h).
#pragma once

#include <string>
#include <vector>

#include "publish/page.h"
#include "sayso/claim.h"
#include "sayso/reading.h"

namespace sayso::publish {

std::string reading_view(const Reading& reading, Paper paper);

// The lines of one event, as in the example; shared with the card of a kept claim.
void add_event(Page& page, std::size_t indent, const Event& event);

// "rejects (“ruled out”), in reported speech · 12 September 2022 · medium: Monday's daily briefing"
std::vector<Run> saying_runs(const Attribution& attribution);

// The first 8 digits of an id: enough to name a claim on the command line.
std::string short_id(const std::string& id);

}  // namespace sayso::publish
