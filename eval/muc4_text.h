// Files of messages: the texts of MUC-4.
//
//     DEV-MUC3-0001 (NOSC)
//
//        KESH, 3 JAN 90 -- [REPORT] …     -> {"DEV-MUC3-0001", "\n   KESH, 3 JAN 90 -- [REPORT] …"}
//
// The text is what stands between two lines of names, byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

struct MessageText {
  std::string id{};
  std::string text{};
};

// In the order of the file; none if it has no line with a message's name. What stands before the first is passed over.
std::vector<MessageText> split_messages(std::string_view text);

}  // namespace sayso::eval
