// Incidents in the slots of MUC-4, made of what sayso read in a message.
#pragma once

#include <string_view>
#include <vector>

#include "muc4_template.h"
#include "sayso/reading.h"

namespace sayso::eval {

// In the order of the text; none if the message tells of no incident. Fills are upper case with single spaces, strings
// as they stand in the text.
std::vector<ResponseTemplate> make_templates(const Reading& reading, std::string_view message_id);

}  // namespace sayso::eval
