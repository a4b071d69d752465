// UTF-8, folding, days, tables and records: text -> printed result.
#include <gtest/gtest.h>

#include "base/records.h"
#include "base/sha256.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "sayso/language.h"
#include "sayso/time.h"

namespace sayso {
namespace {

TEST(Utf8, FirstInvalidByte) {
  EXPECT_EQ(first_invalid("plain"), std::nullopt);
  EXPECT_EQ(first_invalid("Ізюм – “так”"), std::nullopt);
  EXPECT_EQ(first_invalid("ab\xC3"), 2U) << "cut short";
  EXPECT_EQ(first_invalid("a\xE9t\xE9"), 1U) << "Latin-1";
  EXPECT_EQ(first_invalid("\xED\xA0\x80"), 0U) << "a surrogate";
  EXPECT_EQ(first_invalid("\xF4\x90\x80\x80"), 0U) << "beyond U+10FFFF";
  EXPECT_EQ(first_invalid(std::string_view("a\0b", 3)), std::nullopt);
}

TEST(Utf8, ForwardsAndBackwardsAgree) {
  const std::string text = "aé€😀\xFFz\x80";
  std::vector<char32_t> forwards, backwards;
  for (std::size_t at = 0; at < text.size();) forwards.push_back(next_code_point(text, at));
  for (std::size_t at = text.size(); at > 0;) backwards.insert(backwards.begin(), previous_code_point(text, at));
  EXPECT_EQ(forwards, backwards);
  EXPECT_EQ(forwards, (std::vector<char32_t>{U'a', U'é', U'€', U'😀', 0xFFFD, U'z', 0xFFFD}));
}

TEST(Utf8, AppendIsTheInverseOfNext) {
  for (char32_t character :
       {U'a', U'é', U'€', U'😀', char32_t{0x7FF}, char32_t{0x800}, char32_t{0xFFFF}, char32_t{0x10FFFF}}) {
    std::string text;
    append(text, character);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), character);
    EXPECT_EQ(at, text.size());
  }
  std::string surrogate;
  append(surrogate, 0xD800);
  EXPECT_EQ(surrogate, "\xEF\xBF\xBD");
}

TEST(Utf8, Fold) {
  EXPECT_EQ(fold("  Zelenskiy’s  KYÏV "), "zelenskiy's kyiv");
  EXPECT_EQ(fold("Türkiye"), fold("Turkiye"));
  EXPECT_EQ(fold("Ёлка"), "елка");
  EXPECT_EQ(fold("ﬁre—line"), "fire-line");
  for (const char* text : {"Ångström", "İstanbul", "ŁÓDŹ", "“a” – b"}) EXPECT_EQ(fold(fold(text)), fold(text)) << text;
}

TEST(Day, IsoBothWays) {
  for (const char* day : {"2022-09-12", "2024-02-29", "1900-03-01", "0999-12-31"}) {
    ASSERT_TRUE(day_of_iso(day)) << day;
    EXPECT_EQ(iso(*day_of_iso(day)), day);
  }
  for (const char* none :
       {"2022-02-31", "2023-02-29", "2022-13-01", "2022-00-10", "20220912", "2022-9-1", "", "abcd-ef-gh"})
    EXPECT_FALSE(day_of_iso(none)) << none;
  EXPECT_EQ(iso(*day_of_iso("2022-09-12T23:59:00+03:00")), "2022-09-12");
}

TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  Sha256 sum;
  sum.update("a");
  sum.update("bc");
  EXPECT_EQ(sum.hex(), sha256_hex("abc"));
}

TEST(LanguageNames, BothWays) {
  for (int i = 0; i <= static_cast<int>(Relation::xcomp); ++i)
    EXPECT_EQ(relation_named(name_of(static_cast<Relation>(i))), static_cast<Relation>(i));
  for (int i = 0; i <= static_cast<int>(Tag::X); ++i)
    EXPECT_EQ(tag_named(name_of(static_cast<Tag>(i))), static_cast<Tag>(i));
  for (int i = 0; i <= static_cast<int>(Xpos::XX); ++i)
    EXPECT_EQ(xpos_named(name_of(static_cast<Xpos>(i))), static_cast<Xpos>(i));
  EXPECT_EQ(relation_named("obl:tmod"), Relation::obl) << "an unknown subtype is its main relation";
  EXPECT_EQ(xpos_named("``"), Xpos::PUNCT);
  EXPECT_EQ(xpos_named("-LRB-"), Xpos::PUNCT);
}

std::string printed(const Result<std::vector<TsvRow>>& rows) {
  if (!rows) return std::string(name_of(rows.error().code)) + " " + rows.error().where + ": " + rows.error().message;
  std::string out;
  for (const TsvRow& row : *rows) {
    out += std::to_string(row.line);
    for (const auto& cell : row.cells) out += "|" + cell;
    out += ";";
  }
  return out;
}

TEST(Tsv, RowsAndFaults) {
  EXPECT_EQ(printed(parse_tsv("# columns: a b\nx\ty\n\n# note\nz\t\r\n", "t", {"a", "b"})), "2|x|y;5|z|;");
  EXPECT_EQ(printed(parse_tsv("x\ty\n", "t", {"a", "b"})),
            "bad-rule t:1: a '# columns:' line must come before the first row");
  EXPECT_EQ(printed(parse_tsv("# columns: b a\n", "t", {"a", "b"})), "bad-rule t:1: the columns must be: a b");
  EXPECT_EQ(printed(parse_tsv("# columns: a b\nx\n", "t", {"a", "b"})), "bad-rule t:2: has 1 cells, not 2 (a b)");
  EXPECT_EQ(printed(parse_tsv("# columns: a b\nx\t\xFF\n", "t", {"a", "b"})), "bad-rule t:2: is not UTF-8");
  EXPECT_EQ(printed(parse_tsv("", "t", {"a"})), "bad-rule t:0: has no '# columns:' line");
}

std::string printed(const Result<std::vector<Record>>& records) {
  if (!records) return records.error().where + ": " + records.error().message;
  std::string out;
  for (const Record& record : *records) {
    out += std::to_string(record.line) + "{";
    for (const Field& field : record.fields) out += field.name + "=" + field.value + ";";
    out += "}";
  }
  return out;
}

TEST(Records, FieldsContinuationsAndFaults) {
  EXPECT_EQ(
      printed(parse_records("rule: a\nyes: He said: \"no\" — twice.\n\n\n# c\nrule: b\nmatch: {}\n  >x {}\n", "r")),
      "1{rule=a;yes=He said: \"no\" — twice.;}6{rule=b;match={} >x {};}");
  EXPECT_EQ(printed(parse_records("no colon\n", "r")), "r:1: must be 'name: value'");
  EXPECT_EQ(printed(parse_records("a: b\n\n  lost\n", "r")), "r:3: continues a field, but no field stands before it");
  EXPECT_EQ(printed(parse_records("a: \xC3\n", "r")), "r:1: is not UTF-8");
}

}  // namespace
}  // namespace sayso
