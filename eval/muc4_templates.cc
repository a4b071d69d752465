// Makes templates of a reading. None are made yet.
#include "muc4_templates.h"

namespace sayso::eval {

std::vector<ResponseTemplate> make_templates(const Reading& /*reading*/, std::string_view /*message_id*/) { return {}; }

}  // namespace sayso::eval
