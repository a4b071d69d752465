// Which names of outlets and authors are one.
#include "metadata_names.h"

#include <gtest/gtest.h>

namespace {

using sayso::eval::compare_names;
using sayso::eval::fold_space;
using sayso::eval::NameMatch;
using sayso::eval::same_outlet;

TEST(OutletNames, AreComparedWithoutWhatIsNoName) {
  const struct {
    const char *identifier, *url, *ours;
    bool same;
  } rows[] = {
      {"KeshTimes", "https://example.org/1", "Kesh Times", true},
      {"TheKeshTimes", "https://example.org/1", "kesh times", true},
      {"DerKesher", "https://example.org/1", "KESHER ONLINE", true},
      {"KT", "https://example.org/1", "Kesh Times", true},
      {"KeshTimes", "https://example.org/1", "KT", true},
      {"KesherTagblatt", "https://example.org/1", "kesher-tagblatt.example", true},
      {"KTV", "https://www.kesh-news.co.example/2022/hit", "Kesh News", true},
      {"Ueberblick", "https://example.org/1", "Überblick", true},
      {"OKTimes", "https://example.org/1", "Old Kesh Times", true},
      {"KTNews", "https://example.org/1", "KT", true},
      {"Mirror", "https://www.mirror.example/1", "Daily Mirror", true},
      {"FreieKesher", "https://www.freie-kesher.example/1", "Freie Kesher - Kesher Verlag GmbH", true},
      {"Kesher", "https://example.org/1", "Газета «Кешер»", false},
      {"Kesher", "https://www.kesher.example/1", "Газета «Кешер»", true},
      {"KesherPost", "https://example.org/1", "Кешер Пост", true},
      {"KesherAjansi", "https://example.org/1", "Kesher Ajansı", true},
      {"KeshTimes", "https://www.kesh.example/1", "Keshmir Times", false},
      {"OKTimes", "https://example.org/1", "Old Times", false},
      {"KeshTimes", "https://example.org/1", "Kesh", false},
      {"KeshTimes", "https://example.org/1", "Times of Kesh", false},
      {"KeshTimes", "https://example.org/1", "", false},
      {"The", "https://example.org/1", "News", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(same_outlet(row.identifier, row.url, row.ours), row.same) << row.identifier << " | " << row.ours;
}

TEST(AuthorNames, AreTheSameButForWhiteSpace) {
  EXPECT_EQ(fold_space("  Anna \n\tKesh\u00a0 "), "Anna Kesh");
  const NameMatch match = compare_names({"Anna  Kesh", "Bo Ostrel"}, {"Anna Kesh", "anna kesh", "Anna Kesh"});
  EXPECT_EQ(match.right, 1u);
  EXPECT_EQ(match.beyond, 1u);
  EXPECT_EQ(match.missing, 1u);
  EXPECT_DOUBLE_EQ(match.f1(), 0.5);
  EXPECT_EQ(compare_names({"Anna Kesh"}, {}).f1(), 0);
}

}  // namespace
