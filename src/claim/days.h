// What is told lies before its telling.
//
//     published on Saturday 15 March: "Varnia retook Kesh on Saturday, the ministry said late on Sunday."
//       said: Sunday 9 March; the event: Saturday 8 March, not the day of publication
#pragma once

#include "sayso/attribution.h"
#include "sayso/event.h"

namespace sayso {

// Moves the weekday of an event told in the past by whole weeks until it lies not after the day of the speech, where
// that day is known. Days that say their own date, and what is to come, stay.
void put_before_speech(Event& event, const Attribution& attribution);

}  // namespace sayso
