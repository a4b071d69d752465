// Forty-eight patterns of attribution, each in several invented sentences, against the rows of traps.cases beside this
// file: one test a sentence, named as there with "_" for "-" and ".".
//
// Every sentence is read three ways, and must give the same rows each time: alone; inside a longer article of neutral
// paragraphs; and with a no-break space, then a line break, before the words that name the speaker and the cue. A line
// break is put only where the next word begins in lower case and no line grows past 120 columns: elsewhere a break in
// plain text may end a paragraph, and a headline has none. A sentence marked `xfail` must fail: when it is read rightly
// the test says so, and the mark goes.
#include <gtest/gtest.h>

#include <filesystem>

#include "reading/span_check.h"
#include "reading/trap_rows.h"

namespace sayso {
namespace {

constexpr std::string_view outlet = "Dovran Courier";
constexpr std::array<std::string_view, 2> before = {
    "Rain fell on the coast for most of the week, and the ferries ran late.",
    "Prices at the fish market rose again, and the price of bread did not fall."};
constexpr std::array<std::string_view, 2> after = {"The harbour wall was painted in spring, as it is in most years.",
                                                   "Buses ran every ten minutes between the station and the old town."};

const Result<std::vector<TrapCase>>& traps_read() {
  static const auto cases = read_traps(SAYSO_SOURCE_DIR "/tests/reading/traps.cases");
  return cases;
}

// None if the file has a fault: EveryPatternHasItsSentences says which.
const std::vector<TrapCase>& traps() {
  static const std::vector<TrapCase> cases = traps_read() ? *traps_read() : std::vector<TrapCase>();
  return cases;
}

const Reader& reader() {
  static const auto opened = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!opened) {
    ADD_FAILURE() << opened.error().where << ": " << opened.error().message;
    std::abort();
  }
  return *opened;
}

enum class Form { alone, article };

// A page of one short sentence is no article: HTML always holds the neutral paragraphs.
bool in_article(const TrapCase& trap, Form form) { return trap.html || form == Form::article; }

std::string bytes_of(const TrapCase& trap, Form form) {
  std::vector<std::string> paragraphs;
  if (in_article(trap, form)) paragraphs.insert(paragraphs.end(), std::begin(before), std::end(before));
  paragraphs.insert(paragraphs.end(), trap.paragraphs.begin(), trap.paragraphs.end());
  if (in_article(trap, form)) paragraphs.insert(paragraphs.end(), std::begin(after), std::end(after));
  if (!trap.headline.empty()) paragraphs.insert(paragraphs.begin(), trap.headline);
  std::string bytes;
  for (const std::string& paragraph : paragraphs)
    bytes += trap.html ? "<p>" + paragraph + "</p>\n" : (bytes.empty() ? "" : "\n\n") + paragraph;
  return trap.html ? "<!DOCTYPE html><html><body><article>\n" + bytes + "</article></body></html>\n" : bytes + "\n";
}

Result<Reading> read(const TrapCase& trap, const std::string& bytes) {
  ReadOptions options;
  options.format = trap.html ? "html" : "text";
  options.title = trap.headline.empty() ? "Untitled" : trap.headline;
  options.outlet = outlet;
  options.published = "2031-03-12";  // a Wednesday
  return reader().read(bytes, options);
}

// Where the neutral paragraphs stand: what is read there is no concern of the case.
std::vector<Span> neutral(const Dispatch& dispatch) {
  std::vector<Span> spans;
  for (const auto& list : {before, after})
    for (const std::string_view paragraph : list)
      if (const auto at = dispatch.text.find(paragraph); at != std::string::npos)
        spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + paragraph.size())});
  return spans;
}

// White space of any kind and length is one space.
std::string folded(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool no_break = bytes.substr(at, 2) == "\xC2\xA0";
    const bool space = no_break || bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r';
    if (no_break) ++at;
    if (!space)
      out += bytes[at];
    else if (out.empty() || out.back() != ' ')
      out += ' ';
  }
  return out;
}

// Every span equals its bytes, in the text and in the file; nobody who is quoted says "we" for the outlet.
void check_bytes(const Reading& reading, const std::string& file, bool plain) {
  SpanCheck check(reading.dispatch);
  for (const Attribution& attribution : reading.attributions) {
    check.attribution(attribution);
    for (const Words& words : attribution.content) {
      const Span raw = raw_span(reading.dispatch, words.span);
      ASSERT_LE(raw.end, file.size());
      if (plain) {
        EXPECT_EQ(folded(slice(file, raw)), folded(words.text));
      }
    }
  }
  for (const Claim& claim : reading.claims) {
    check.claim(claim);
    if (claim.attribution.quote != Quote::direct) continue;
    for (const Event& event : claim.events)
      for (const auto* list : {&event.actors, &event.recipients})
        for (const Participant& participant : *list)
          EXPECT_NE(participant.name, outlet) << claim.attribution.content[0].text;
  }
}

std::string failure(const TrapCase& trap, const std::string& bytes) {
  const auto reading = read(trap, bytes);
  if (!reading) return reading.error().message;
  check_bytes(*reading, bytes, !trap.html);
  return TrapReading(*reading, neutral(reading->dispatch)).failure(trap);
}

// The bytes with each space before a source or a cue replaced by `space`.
std::string with_spaces(const TrapCase& trap, const std::string& bytes, std::string_view space) {
  const auto reading = read(trap, bytes);
  if (!reading) return bytes;
  const TrapReading rows(*reading, neutral(reading->dispatch));
  std::set<std::uint32_t> places;
  for (const ExpectedPlace& place : trap.places)
    for (const std::string* words : {&place.rows.front().source, &place.rows.front().cue})
      if (!words->empty())
        if (const auto span = rows.located(*words, 0))
          if (const auto at = raw_span(reading->dispatch, *span).begin; at > 0 && bytes[at - 1] == ' ')
            places.insert(at - 1);
  std::string out = bytes;
  for (auto at = places.rbegin(); at != places.rend(); ++at)
    if (space != "\n" || (out[*at + 1] >= 'a' && out[*at + 1] <= 'z')) out.replace(*at, 1, space);
  if (space == "\n") {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= out.size(); ++at)
      if (at == out.size() || out[at] == '\n') {
        if (at - begin > 120) return bytes;
        begin = at + 1;
      }
  }
  return out;
}

class Trap : public testing::TestWithParam<TrapCase> {};

TEST_P(Trap, IsRead) {
  const TrapCase& trap = GetParam();
  const std::string bytes = bytes_of(trap, Form::alone);
  const std::string head = trap.where + ": " + trap.name;
  const auto judge = [&](const char* form, const std::string& bytes_read, const std::string& wrong,
                         const std::string& known) {
    if (known.empty()) {
      EXPECT_TRUE(wrong.empty()) << head << ", " << form << ": " << bytes_read << wrong;
    } else {
      EXPECT_FALSE(wrong.empty()) << head << ", " << form << ": is read rightly now; take its xfail away (" << known
                                  << ")";
    }
  };

  judge("alone", bytes, failure(trap, bytes), trap.xfail);
  if (!trap.xfail.empty() || trap.alone || HasFailure()) {
    if (!trap.xfail.empty() && !HasFailure()) GTEST_SKIP() << "not yet: " << trap.xfail;
    return;
  }
  const std::string article = bytes_of(trap, Form::article);
  judge("in an article", article, failure(trap, article), trap.xfail_article);
  if (!trap.headline.empty()) return;
  std::string wrong, spaced;
  for (const std::string_view space : {"\xC2\xA0", "\n"})
    if (wrong.empty())
      if (spaced = with_spaces(trap, bytes, space); spaced != bytes) wrong = failure(trap, spaced);
  judge("with other spaces", spaced, wrong, trap.xfail_spaces);
  const std::string known = trap.xfail_article + trap.xfail_spaces;
  if (!known.empty() && !HasFailure()) GTEST_SKIP() << "not yet: " << known;
}

INSTANTIATE_TEST_SUITE_P(Pattern, Trap, testing::ValuesIn(traps()), [](const auto& trap) {
  std::string name = trap.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

TEST(Traps, EveryPatternHasItsSentences) {
  ASSERT_TRUE(traps_read()) << traps_read().error().where << ": " << traps_read().error().message;
  std::map<int, int> given, varied;
  std::set<std::string> names;
  for (const TrapCase& trap : traps()) {
    EXPECT_TRUE(names.insert(trap.name).second) << trap.where << ": twice";
    EXPECT_FALSE(trap.headline.empty() && trap.paragraphs.empty()) << trap.where << ": no sentence";
    const auto dot = trap.name.find('.');
    if (dot == std::string::npos)
      ++given[trap.pattern];
    else if (std::isdigit(static_cast<unsigned char>(trap.name[dot + 1])) != 0)
      ++varied[trap.pattern];
  }
  for (int pattern = 1; pattern <= 48; ++pattern) {
    EXPECT_EQ(given[pattern], 1) << pattern;
    EXPECT_GE(varied[pattern], 3) << pattern;
  }
}

// Words of a row that its sentence does not hold could never be read.
TEST(Traps, EveryExpectedWordStandsInItsSentence) {
  for (const TrapCase& trap : traps()) {
    const auto reading = read(trap, bytes_of(trap, Form::alone));
    ASSERT_TRUE(reading) << trap.where << ": " << reading.error().message;
    const TrapReading rows(*reading, neutral(reading->dispatch));
    for (const ExpectedPlace& place : trap.places)
      for (const ExpectedRow& row : place.rows) {
        for (const std::string* words : {&row.source, &row.cue})
          EXPECT_TRUE(words->empty() || rows.located(*words, 0)) << trap.where << ": " << *words;
        std::uint32_t from = 0;
        for (const std::string& piece : row.pieces) {
          const auto span = rows.located(piece, from);
          EXPECT_TRUE(span) << trap.where << ": " << piece;
          if (span) from = span->end;
        }
        for (const char* key : {"target", "carrier", "medium"})
          if (const auto at = row.values.find(key); at != row.values.end() && at->second != "*") {
            EXPECT_TRUE(rows.located(at->second, 0)) << trap.where << ": " << at->second;
          }
      }
  }
}

// Characters that shift bytes against letters: a byte order mark, carriage returns, an emoji, right-to-left words, a
// combining accent, a soft hyphen.
TEST(Traps, SpansAreTheirBytesAmidOddCharacters) {
  for (const TrapCase& trap : traps()) {
    if (trap.html) continue;
    std::string text = "\xEF\xBB\xBF";
    if (!trap.headline.empty()) text += trap.headline + "\r\n\r\n";
    text +=
        "\xF0\x9F\x98\x80 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D, the cafe\xCC\x81 reopen\xC2\xAD"
        "ed on Friday.\r\n";
    for (const std::string& paragraph : trap.paragraphs)
      text += "\r\n" + paragraph + " \xF0\x9F\x87\xBA\xF0\x9F\x87\xB3\r\n";
    const auto reading = read(trap, text);
    ASSERT_TRUE(reading) << trap.where << ": " << reading.error().message;
    check_bytes(*reading, text, false);
  }
}

}  // namespace
}  // namespace sayso
