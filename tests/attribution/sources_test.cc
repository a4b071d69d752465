// Who speaks, where the tree parts a name from its title or from the pronoun it explains. Invented sentences.
#include "attribution/sources.h"

#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

// The sources of the rows with a cue as printed: "the mayor; we".
std::string sources_of(const std::string& text) {
  std::string out;
  for (const Attribution& row : testing::rows(text))
    if (row.cue) out += (out.empty() ? "" : "; ") + row.source.text;
  return out;
}

TEST(Sources, ATitleIsNotTheWholeName) {
  EXPECT_EQ(sources_of("Gunmen attacked a bus in Patikul, Sulu, on Monday, Col. Ramon Ibarra said."),
            "Col. Ramon Ibarra");
  EXPECT_EQ(sources_of("Gunmen attacked a bus on Monday, Anna Marek said."), "Anna Marek");
}

TEST(Sources, WeAreWhoWeSayWeAre) {
  EXPECT_NE(sources_of("\"We, the Arakan Front, claim responsibility for the attack on Kharkiv,\" the statement said.")
                .find("the Arakan Front"),
            std::string::npos);
  EXPECT_NE(sources_of("\"We claim responsibility for the attack on Kharkiv,\" the statement said.").find("We"),
            std::string::npos);
}

}  // namespace
}  // namespace sayso
