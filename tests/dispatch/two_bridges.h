// The story that invented pages tell: its two paragraphs, as HTML, and as `paragraphs` prints them.
//
//     read_dispatch("<article>" + bridges_html + "</article>", …)
//     paragraphs(*dispatch) == bridges_body
#pragma once

#include <string>

namespace sayso::test {

inline const std::string bridges_hit =
    "The army of Ostrel said on Monday that it hit two bridges over the Ostra near Dovran, and that both are down.";
inline const std::string bridges_denied =
    "Varnia denies it in every point; its ministry of defence said that trains ran over both bridges all day long.";
inline const std::string bridges_html = "<p>" + bridges_hit + "</p><p>" + bridges_denied + "</p>";
inline const std::string bridges_body = "body     | " + bridges_hit + "\nbody     | " + bridges_denied + "\n";

}  // namespace sayso::test
