#include "mention/overlaps.h"

#include <gtest/gtest.h>

#include "mention/sentence_builder.h"

namespace sayso {
namespace {

TEST(Overlaps, DatesKeepTheirNumbersAndKnownPlacesTheirNames) {
  const test::Built built = test::build(
      "Rell PROPN 2 nsubj\nheld VERB 0 root\nGori PROPN 2 obj\non ADP 5 case\nSeptember PROPN 2 obl\n12 NUM 5 "
      "nummod\nwith ADP 9 case\n40 NUM 9 nummod\nmen NOUN 2 obl\n");
  const auto span = [&](std::uint32_t t) { return built.syntax.tokens[t].span; };
  Mentions mentions;
  mentions.entities.resize(2);
  for (std::uint32_t t : {0U, 2U}) {
    mentions.actors.push_back(
        {.span = span(t), .head = TokenId{t}, .entity = EntityId{t / 2}, .kind = EntityKind::person, .rule = "name"});
    mentions.places.push_back({.place = {.name = "x"}, .head = TokenId{t}});
  }
  for (std::uint32_t t : {5U, 7U})
    mentions.counts.push_back({.count = {.span = span(t)}, .head = TokenId{t}, .number = TokenId{t}});
  DateMention date;
  date.when.span = Span{span(4).begin, span(5).end};
  mentions.dates.push_back(date);
  settle_overlaps(mentions, built.syntax);
  ASSERT_EQ(mentions.actors.size(), 1U);
  EXPECT_EQ(mentions.actors[0].head, TokenId{0});  // a subject stays
  ASSERT_EQ(mentions.counts.size(), 1U);
  EXPECT_EQ(mentions.counts[0].number, TokenId{7});
  EXPECT_EQ(mentions.entities.size(), 2U);
}

}  // namespace
}  // namespace sayso
