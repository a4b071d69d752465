// Files of templates: the keys of MUC-4, and responses in the same format.
//
//     0.  MESSAGE: ID                     TST1-MUC3-0001
//     1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
//     9.  PERP: INDIVIDUAL ID             ? "GUERRILLAS" / "GUERRILLA COLUMN"
//                                         "TWO MEN"
//         -> message TST1-MUC3-0001, its template 2 is optional, slot 9 wants two fills, the first optional
//
// A message whose template is `*` has no incident. Comments begin with `;`. A line that ends in `/`, or begins with it,
// is one with its neighbour.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "muc4_template.h"
#include "sayso/result.h"

namespace sayso::eval {

// A message and its incidents; none if it is irrelevant.
struct KeyMessage {
  std::string id{};
  std::vector<KeyTemplate> templates{};
};

// In the order of the file. Errors: unreadable; bad_rule with "file:line" for a line that is no slot, a slot out of a
// template or twice in it, a message without a name.
Result<std::vector<KeyMessage>> read_key(const std::filesystem::path& path);
Result<std::vector<KeyMessage>> parse_key(std::string_view text, const std::string& name);

// The same file as answers: of alternatives the first, optional ones too.
std::vector<ResponseTemplate> as_responses(const std::vector<KeyMessage>& key);

}  // namespace sayso::eval
