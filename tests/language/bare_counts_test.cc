// "12 wounded" behind a comma or "and": text -> the number's verb, and what that verb hangs on. Every sentence is
// invented.
#include <gtest/gtest.h>

#include "language_fixture.h"

namespace sayso {
namespace {

// "12 nsubj:pass wounded conj killed" of each bare number that has a verb behind it.
std::string counts_of(const std::string& text) {
  const Dispatch dispatch = testing::bare(text);
  const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
  const auto word = [&](TokenId t) { return std::string(slice(dispatch.text, syntax[t].span)); };
  std::string found;
  for (std::uint32_t t = 0; t + 1 < syntax.tokens.size(); ++t) {
    const Token& verb = syntax.tokens[t + 1];
    if (syntax.tokens[t].tag != Tag::NUM || verb.tag != Tag::VERB || syntax.tokens[t].head != TokenId{t + 1}) continue;
    found += (found.empty() ? "" : "; ") + word(TokenId{t}) + " " + std::string(name_of(syntax.tokens[t].relation)) +
             " " + word(TokenId{t + 1}) + " " + std::string(name_of(verb.relation)) + " " +
             (verb.head == no_token ? "-" : word(verb.head));
  }
  return found;
}

TEST(BareCounts, AreSubjectsOfTheParticipleBehindThem) {
  EXPECT_EQ(counts_of("At least three people were killed and 12 wounded in the attack."),
            "12 nsubj:pass wounded conj killed");
  EXPECT_EQ(counts_of("Three people were killed, 12 wounded and four kidnapped on Monday."),
            "12 nsubj:pass wounded conj killed; four nsubj:pass kidnapped conj killed");
  EXPECT_EQ(counts_of("Varnia killed 30 soldiers, 40 captured."), "40 nsubj:pass captured conj killed");
  EXPECT_EQ(counts_of("A blast killed three people, with 12 wounded."), "12 nsubj:pass wounded advcl killed");
}

TEST(BareCounts, OfANounAreNotThose) {
  EXPECT_EQ(counts_of("Rebels shot two guards and 12 wounded prisoners."), "");
  EXPECT_EQ(counts_of("The 12 wounded were treated in Kesh."), "");
}

}  // namespace
}  // namespace sayso
