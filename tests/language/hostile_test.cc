// What is no clean English text: any bytes, endless words and sentences, other scripts and languages. The stage keeps
// its promises, says what it did not read, and takes time in proportion.
#include <algorithm>
#include <ctime>
#include <random>

#include "base/tsv.h"
#include "base/utf8.h"
#include "language/language_fixture.h"
#include "patience.h"

namespace sayso {
namespace {

using testing::bare;
using testing::model;
using testing::spelling;

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Everything that holds whatever the bytes are. Returns what is broken, or nothing.
std::string broken(const std::string& text, const Syntax& syntax) {
  std::size_t at = 0;
  for (const Token& token : syntax.tokens) {
    if (token.span.begin < at || token.span.end <= token.span.begin || token.span.end > text.size()) return "spans";
    while (at < token.span.begin)
      if (!is_space(next_code_point(text, at))) return "a byte between tokens is no space";
    at = token.span.end;
    if (token.lemma.empty()) return "a lemma is empty";
  }
  while (at < text.size())
    if (!is_space(next_code_point(text, at))) return "text behind the last token";
  std::uint32_t next = 0;
  for (const Sentence& sentence : syntax.sentences) {
    if (index(sentence.first) != next || sentence.last <= sentence.first) return "sentences do not cover the tokens";
    next = index(sentence.last);
    if (sentence.read != (sentence.unread == Unread::no)) return "an unread sentence without a reason";
    std::size_t roots = 0;
    for (std::uint32_t i = index(sentence.first); i < next; ++i) {
      const Token& token = syntax.tokens[i];
      if (token.head == no_token)
        ++roots;
      else if (token.head < sentence.first || sentence.last <= token.head || index(token.head) == i)
        return "a head outside";
    }
    if (sentence.read ? roots != 1 : roots != next - index(sentence.first)) return "roots";
  }
  if (next != syntax.tokens.size()) return "tokens without a sentence";
  for (const Name& name : syntax.names)
    if (name.last <= name.first || index(name.last) > syntax.tokens.size()) return "a name outside";
  return "";
}

TEST(Hostile, AnyBytesKeepThePromises) {
  const std::string zalgo =
      "T\u0337\u0321h\u0334\u0322e\u0335\u0321 a\u0336\u0322r\u0337m\u0335y\u0334 l\u0338e\u0337f\u0335t";
  const std::string texts[] = {
      "",
      " ",
      "\n\n\n",
      std::string("a\0b \0\0 c", 8),
      std::string(1000, '\0'),
      "The army \xC3\x28 left \xE2\x82 it \xF0\x9F\x98 \xFF\xFE.",
      repeat("\xFF", 1000),
      repeat("\x80 ", 1000),
      "\xED\xA0\x80 \xF4\x90\x80\x80 \xC0\x80",
      zalgo,
      "a" + repeat("\u0301", 20000),
      "👩‍👩‍👧‍👦👍🏽🇺🇦 The army 🚀 left. 🔥🔥🔥",
      "\u202Eהצבא עזב\u202C The army left. قال الجيش",
      "\u200B\u200B The\u00ADarmy\u2060left \uFEFF.",
      "The army said Армия заявила 军方表示 قال الجيش it left.",
      "...!!!???,,,;;;:::---((([[[{{{\"\"\"'''",
      "'' '' ' ' \" \" “ ” ‘ ’ « » „ “",
      "\x01\x02\x03\x1B[31mred\x1B[0m\x7F",
      "ﬁnd the ﬀ oﬃce ⅷ ½ №5 ㎞ Ǆ ß İ ı",
      "n't 's 're don't. ' 's can't've'd'll",
      "1. 2. 3. U.S. e.g. i.e. J. K. L. M.",
      "http://x@y.z:1/?a=b&c=d#e www. a@b a@b.c @a #b",
  };
  for (const std::string& text : texts) {
    const Syntax syntax = analyse(bare(text), model(), spelling());
    EXPECT_EQ(broken(text, syntax), "") << text.substr(0, 60);
  }
}

TEST(Hostile, RandomMixturesKeepThePromises) {
  const std::string_view pieces[] = {"the ",   "army",   " ",  ".",  "\xFF", "\xE2\x80", "’",   "'s", "\"", "“",
                                     "”",      "(",      ")",  "5",  ",",    "km",       "-",   "Ж",  "ع",  "👍",
                                     "\u0301", "\u200D", "\n", "\t", "U.S.", "…",        "n't", "A",  "@",  "://"};
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const Syntax syntax = analyse(bare(text), model(), spelling());
    ASSERT_EQ(broken(text, syntax), "") << text;
  }
}

TEST(Hostile, SaysWhySentencesAreNotRead) {
  const auto unread = [](const std::string& text) {
    const Syntax syntax = analyse(bare(text), model(), spelling());
    EXPECT_EQ(broken(text, syntax), "");
    EXPECT_EQ(syntax.sentences.size(), 1U) << text.substr(0, 60);
    return syntax.sentences.empty() ? Unread::no : syntax.sentences[0].unread;
  };
  const auto endless = [](std::size_t words) { return repeat("the ", 4 * words); };
  EXPECT_EQ(unread(endless(longest_sentence)), Unread::no);
  EXPECT_EQ(unread(endless(longest_sentence + 1)), Unread::too_long);
  EXPECT_EQ(unread(repeat("the army and ", 13 * 5000 / 3)), Unread::too_long) << "five thousand words";
  EXPECT_EQ(unread("Армия оставила город в понедельник."), Unread::not_english);
  const std::string filed = "DOVRAN, April 25 (Reuters) - Kesh disputed it.";
  const Syntax syntax = analyse(bare(filed), model(), spelling());
  ASSERT_EQ(syntax.sentences.size(), 2U);
  EXPECT_EQ(syntax.sentences[0].unread, Unread::dateline);
  EXPECT_TRUE(syntax.sentences[1].read);
}

TEST(Hostile, ReadsEnglishAndLeavesOtherLanguages) {
  const auto rows = read_tsv(SAYSO_SOURCE_DIR "/tests/language/foreign_sentences.tsv", {"language", "text"});
  ASSERT_TRUE(rows) << rows.error().where << rows.error().message;
  std::size_t missed = 0, foreign = 0;
  for (const TsvRow& row : *rows) {
    const std::string& text = row.cells[1];
    const Syntax syntax = analyse(bare(text), model(), spelling());
    EXPECT_EQ(broken(text, syntax), "") << text;
    const bool any_read =
        std::any_of(syntax.sentences.begin(), syntax.sentences.end(), [](const Sentence& s) { return s.read; });
    const bool all_read =
        std::all_of(syntax.sentences.begin(), syntax.sentences.end(), [](const Sentence& s) { return s.read; });
    if (row.cells[0] == "en") {
      EXPECT_TRUE(all_read) << text;
      continue;
    }
    ++foreign;
    missed += any_read;
    if (any_read) std::printf("read as English (%s): %s\n", row.cells[0].c_str(), text.c_str());
  }
  EXPECT_GE(foreign, 60U);
  EXPECT_LE(missed, 3U) << "of " << foreign;
}

TEST(Hostile, MixedLanguagesArePartedBySentence) {
  const std::string text =
      "The army left Dovran on Monday. Die Armee hat am Montag die Stadt Dovran verlassen. Армия оставила город. "
      "Kesh denied it.";
  const Syntax syntax = analyse(bare(text), model(), spelling());
  std::string read;
  for (const Sentence& sentence : syntax.sentences) read += sentence.read ? 'y' : 'n';
  EXPECT_EQ(read, "ynny");
}

double seconds_for(const std::string& text) {
  const std::clock_t begin = std::clock();
  const Syntax syntax = analyse(bare(text), model(), spelling());
  const double taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  EXPECT_EQ(broken(text, syntax), "");
  return taken;
}

TEST(Hostile, AMegabyteWithoutASpace) {
  for (const char* piece : {"a",         "Ж",      "5",    "a.", "a-", "1,",   "'",   "\"", "(",     "a'",    "a@b.",
                            "http://a/", "\u0301", "\xFF", ".",  "!?", "U.S.", "n't", "👍",  "n’t's", "\u200D"})
    EXPECT_LT(seconds_for(repeat(piece, (1 << 20) / shortened)), 20 * patience) << piece;
}

// Four times the text takes about four times as long. Generous: the machine may be busy.
TEST(Hostile, TimeIsLinear) {
  for (const char* piece :
       {"The army of Kesh left the town of Dovran on Monday, it said. ", "the ", "a", "He said: “", "\" ", "' ",
        "a.b@c ", "Gen. ", "( ", "5-", "\u0301", "не ", "Mr. A. B. ", "up to 5 ", "it\n"}) {
    const double once = seconds_for(repeat(piece, 40000 / shortened)),
                 four = seconds_for(repeat(piece, 160000 / shortened));
    EXPECT_LT(four, std::max(10 * once, 0.25)) << piece << ": " << once << " s, " << four << " s";
  }
}

}  // namespace
}  // namespace sayso
