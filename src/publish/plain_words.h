// Values in the words a person reads: dates, counts, places, speakers, events.
//
//     day_words(2022-09-12)                               "12 September 2022"
//     when_words(2022-09-10 … 2022-09-11, "over the weekend")  "10–11 September 2022 (“over the weekend”)"
//     count_words("up to 250 soldiers", high 250)         "up to 250 soldiers (at most 250)"
//     place_words(near Kupiansk)                          "near Kupiansk (Kharkiv, Ukraine)"
//
// Nothing here judges or rounds: an unset bound stays unsaid, an unresolved place says so. Text that comes from a page
// is returned as it is; whoever prints it makes it safe (terminal_text.h).
#pragma once

#include <string>
#include <string_view>

#include "sayso/claim.h"
#include "sayso/dispatch.h"

namespace sayso::publish {

std::string day_words(Day day);
std::string weekday_words(Day day);           // "Monday 12 September 2022"
std::string entry_words(const Entry& entry);  // "12 September 2022, 14:05 (+03:00) · The bridge is closed"
// Without the words of the text: "10–11 September 2022", "since 1 February 2022", "until 12 September 2022", "" if
// unset.
std::string interval_words(const When& when);
std::string when_words(const When& when);

std::string bounds_words(const Count& count);  // "at most 250", "21 to 40", "" for an exact number
std::string count_words(const Count& count);

std::string country_words(std::string_view alpha3);  // "UKR" -> "Ukraine"; a code without a name as it is
std::string place_words(const Place& place);
std::string participant_words(const Participant& participant);

std::string speaker_words(const Attribution& attribution);  // "Igor Konashenkov, for the Ministry of Defence of Russia"
std::string via_words(const Attribution& attribution);  // "The Moscow Times, VTN"; "" if the speaker is the only link
std::string act_words(Act act);                         // "denies"
std::string quote_words(Quote quote);                   // "in reported speech"
std::string event_words(const Event& event);            // "ASSAULT heavy-weapons"

}  // namespace sayso::publish
