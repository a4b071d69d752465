// Tables of text -> words and sentences ("|" parts sentences), and the promises that hold for any bytes.
#include <fstream>
#include <random>

#include "base/utf8.h"
#include "language/language_fixture.h"
#include "patience.h"

namespace sayso {
namespace {

using testing::bare;
using testing::joined;
using testing::model;
using testing::spelling;

struct SegmentCase {
  std::string text, words;
};

std::string cut(const std::string& text) { return joined(text, segment(bare(text), model(), spelling())); }

TEST(Segment, CutsWordsAsTheTreebanksDo) {
  const SegmentCase cases[] = {
      {"They don't hold it.", "They do n't hold it ."},
      {"They don’t, can’t and won't.", "They do n’t , ca n’t and wo n't ."},
      {"We cannot say they're gone.", "We can not say they 're gone ."},
      {"Dovran's mayor and the soldiers' wives", "Dovran 's mayor and the soldiers ' wives"},
      {"She couldn't've known.", "She could n't 've known ."},
      {"a pro-Moscow, anti-tank, Kesh-backed force", "a pro-Moscow , anti-tank , Kesh - backed force"},
      {"T-72 tanks, a Su-27 and 12-year-old guns", "T - 72 tanks , a Su - 27 and 12 - year - old guns"},
      {"1,200 men, 2.5 km, 06:00, 9/11, 20-30", "1,200 men , 2.5 km , 06:00 , 9/11 , 20 - 30"},
      {"5km away at 10am", "5 km away at 10 am"},
      {"the 93rd brigade in the 1990s, in ’22", "the 93rd brigade in the 1990s , in ’22"},
      {"$500 million or US$5, €3 and 40%", "$ 500 million or US$ 5 , € 3 and 40 %"},
      {"Lt. Gen. J. Orlen of No. 5 Corps", "Lt. Gen. J. Orlen of No. 5 Corps"},
      {"The answer is no.", "The answer is no ."},
      {"U.S. troops left at 5 a.m. on Sept. 12.", "U.S. troops left at 5 a.m. on Sept. 12 ."},
      {"See https://example.org/a_(b)?x=1, or write to desk@example.org.",
       "See https://example.org/a_(b)?x=1 , or write to desk@example.org ."},
      {"Read example.com today", "Read example.com today"},
      {"“We won,” he said — at last…", "“ We won , ” he said — at last …"},
      {"«Да», „so“ and 'this'", "« Да » , „ so “ and ' this '"},
      {"Wait... what?! No!!", "Wait ... what ?! No !!"},
      {"O'Brien's o'clock [sic] (here)", "O'Brien 's o'clock [ sic ] ( here )"},
      {"AT&T and/or R&D #Ostrel @mod_varnia", "AT&T and / or R&D #Ostrel @mod_varnia"},
      {"They were gonna go", "They were gon na go"},
      {"It had stopped.The men left.", "It had stopped . The men left ."},
      {"I dont know, hes sure they wouldve told Kesh, an IM said",
       "I do nt know , he s sure they would ve told Kesh , an IM said"},
      {"Y'all cannot; I'ma go, c'mon", "Y' all can not ; I 'm a go , c'm on"},
      {"E-mail a non-Kesh, Ostrel-led, career-wise co-op in mid-July of the mid-1990s",
       "E-mail a non-Kesh , Ostrel - led , career-wise co-op in mid-July of the mid-1990s"},
      {"a 300kg bomb, $4.7bn, 65k men, 10:30am, 60Hz", "a 300 kg bomb , $ 4.7 bn , 65 k men , 10:30 am , 60 Hz"},
      {"T-72b tanks, Mi-8m crews and 5G", "T - 72b tanks , Mi - 8m crews and 5G"},
      {"the 1980's; his 60's; 2031's budget", "the 1980's ; his 60's ; 2031 's budget"},
      {"Call (713) 555-0134, 713/555-0134 or 1-800-555-0134; 300-1000 men in 2022-23",
       "Call ( 713 ) 555-0134 , 713/555-0134 or 1-800-555-0134 ; 300 - 1000 men in 2022 - 23"},
      {"[13,14] but 1,250,000 and 2,5", "[ 13 , 14 ] but 1,250,000 and 2,5"},
      {"Kesh vs. Varnia, Orlen Ph.D., in S.Kesh on Nov.28 (vol.14)",
       "Kesh vs. Varnia , Orlen Ph.D. , in S. Kesh on Nov. 28 ( vol. 14 )"},
      {"A mass. Boston, Mass., is ill. He was", "A mass . Boston , Mass. , is ill . He was"},
      {"Thanks :) bye ;-) <3 (Kesh):(", "Thanks :) bye ;-) <3 ( Kesh ) :("},
      {"<<open>> and >>> ++ ‘’so’’ ``so''", "<< open >> and >>> ++ ‘’ so ’’ `` so ''"},
      {"He left.? She….", "He left .? She …."},
      {"See plan-7_final.doc, Big-Red-Bus.com's page, host.example/a or cra.org/b-c_d.",
       "See plan-7_final.doc , Big - Red - Bus.com 's page , host.example / a or cra.org/b-c_d ."},
      {"\"Orlen\"<i...@example.org> or mailto:i.o@example.org>",
       "\" Orlen \" < i...@example.org > or mailto:i.o@example.org >"},
      {"The f- the front, th- they", "The f- the front , th- they"},
      {"US$ 500 and US$5 and US dollars", "US$ 500 and US$ 5 and US dollars"},
  };
  for (const SegmentCase& c : cases) {
    std::string words = cut(c.text);  // sentences: below
    for (std::size_t at; (at = words.find(" | ")) != std::string::npos;) words.erase(at, 2);
    EXPECT_EQ(words, c.words);
  }
}

TEST(Segment, EndsSentencesWhereReadersDo) {
  const SegmentCase cases[] = {
      {"The army left. It had lost.", "The army left . | It had lost ."},
      {"He met Gen. Orlen. They spoke.", "He met Gen. Orlen . | They spoke ."},
      {"It happened in the U.S. The army denied it.", "It happened in the U.S. | The army denied it ."},
      {"The U.S. Senate met.", "The U.S. Senate met ."},
      {"\"We won.\" The crowd cheered.", "\" We won . \" | The crowd cheered ."},
      {"“We won.” The crowd cheered.", "“ We won . ” | The crowd cheered ."},
      {"“We won. They fled.” He smiled.", "“ We won . | They fled . ” | He smiled ."},
      {"\"Will they leave?\" Mira Tolen asked.", "\" Will they leave ? \" Mira Tolen asked ."},
      {"\"Will they leave?\" The crowd was silent.", "\" Will they leave ? \" | The crowd was silent ."},
      {"\"Never!\" he said. \"Go home.\"", "\" Never ! \" he said . | \" Go home . \""},
      {"(It was late.) They slept.", "( It was late . ) | They slept ."},
      {"Losses rose 2.5 percent. 40 men died.", "Losses rose 2.5 percent . | 40 men died ."},
      {"Orlen Inc. said so. So did Tolen Co.", "Orlen Inc. said so . | So did Tolen Co."},
      {"Wait... what? No! Go.", "Wait ... what ? | No ! | Go ."},
      {"Varnia Says It Hit Depots", "Varnia Says It Hit Depots"},
      {"VARNIA SAYS IT HIT DEPOTS IN KESH-BACKED CITY", "VARNIA SAYS IT HIT DEPOTS IN KESH - BACKED CITY"},
      {"The strike began at 5 a.m. Monday, officials said.", "The strike began at 5 a.m. Monday , officials said ."},
      {"Lt. Gen. Ivan Orlen said: “We hit two depots.” He gave no proof.",
       "Lt. Gen. Ivan Orlen said : “ We hit two depots . ” | He gave no proof ."},
      {"The statement read: The army has left Dovran.", "The statement read : The army has left Dovran ."},
      {"Debris fell on No. 5 School. No one was hurt", "Debris fell on No. 5 School . | No one was hurt"},
  };
  for (const SegmentCase& c : cases) EXPECT_EQ(cut(c.text), c.words);
}

TEST(Segment, NeverCrossesAParagraphAndLeavesOutWhatIsNotRead) {
  Dispatch dispatch;
  dispatch.text = "Varnia Hits Depots\n\nBy Ivan Orlen\n\nThe army\n\nsaid so.";
  dispatch.paragraphs = {{.span = {0, 18}, .kind = ParagraphKind::headline},
                         {.span = {20, 33}, .kind = ParagraphKind::byline},
                         {.span = {35, 43}},
                         {.span = {45, 53}}};
  const Syntax syntax = segment(dispatch, model(), spelling());
  EXPECT_EQ(joined(dispatch.text, syntax), "Varnia Hits Depots | The army | said so .");
  ASSERT_EQ(syntax.sentences.size(), 3U);
  EXPECT_EQ(syntax.sentences[1].paragraph, 2U);
}

// Spans rise, lie in the text, hold no border spaces, and what lies between them is white space.
void expect_whole(const std::string& text) {
  const Syntax syntax = segment(bare(text), model(), spelling());
  std::uint32_t at = 0;
  const auto blank = [&](std::uint32_t end) {
    for (std::size_t i = at; i < end;)
      ASSERT_TRUE(is_space(next_code_point(std::string_view(text).substr(0, end), i))) << text;
  };
  for (const Token& token : syntax.tokens) {
    ASSERT_LE(at, token.span.begin) << text;
    ASSERT_LT(token.span.begin, token.span.end) << text;
    ASSERT_LE(token.span.end, text.size());
    blank(token.span.begin);
    at = token.span.end;
  }
  blank(static_cast<std::uint32_t>(text.size()));
  std::uint32_t next = 0;
  for (const Sentence& sentence : syntax.sentences) {
    ASSERT_EQ(index(sentence.first), next);
    ASSERT_LT(index(sentence.first), index(sentence.last));
    next = index(sentence.last);
  }
  ASSERT_EQ(next, syntax.tokens.size());
}

TEST(Segment, SpansAndGapsGiveAnyTextBack) {
  for (const char* text : {"",
                           " ",
                           "'",
                           "''",
                           "'s",
                           "n't",
                           ".",
                           "..",
                           "a.",
                           "A.",
                           "-",
                           "--",
                           "@",
                           "#",
                           "$",
                           "www.",
                           "://",
                           "a://",
                           "a@b.",
                           "n't's'd",
                           "\xff\xfe",
                           "\xe2\x80",
                           "a\xcc\x81 b",
                           "\xef\xbb\xbfx",
                           "a\xc2\xad"
                           "b",
                           "1-",
                           "1-2-3-",
                           "+",
                           "+1",
                           "\vd",
                           "x",
                           ":",
                           ":-",
                           ";",
                           "$",
                           ":-)",
                           "'90s",
                           "\xf0\x9f\x98\x80!"})
    expect_whole(text);
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a",   "B",  "9", ".",   "'",    "\xe2\x80\x99", "\"", " ",    "-",       ",",
                                     "n't", "'s", "@", "://", "\xff", "\xe2\x80\x9c", "$",  "U.S.", "\xc3\xa9"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = random() % 12; n > 0; --n) text += pieces[random() % std::size(pieces)];
    ASSERT_NO_FATAL_FAILURE(expect_whole(text));
  }
}

TEST(Segment, TakesHostileStrings) {
  std::ifstream file(SAYSO_SHARED_DIR "/data/suites/blns/blns.txt");
  if (!file) GTEST_SKIP() << "the list of hostile strings is not here";
  for (std::string line; std::getline(file, line);) ASSERT_NO_FATAL_FAILURE(expect_whole(line));
}

TEST(Segment, TakesLinearTime) {
  for (const std::string piece : {"'s",
                                  "n't",
                                  ".",
                                  "a.",
                                  "1-",
                                  "1:",
                                  "\"",
                                  "(",
                                  "pro-",
                                  "a@",
                                  "U.",
                                  "!",
                                  "Mr. ",
                                  "\" . ",
                                  "9.9-",
                                  "://",
                                  "a",
                                  "e\xcc\x81\xcc\x82\xcc\x83",
                                  "\xf0\x9f\x98\x80",
                                  "\xd7\xa9\xd7\x9c ",
                                  "etc. A ",
                                  "1,",
                                  "a/",
                                  "a.com/",
                                  ":)",
                                  "a-",
                                  "\xe2\x80\x8f"}) {
    std::string text;
    while (text.size() < (piece == "a" ? 1'000'000U : 200'000U) / shortened) text += piece;
    const Syntax syntax = segment(bare(text), model(), spelling());
    EXPECT_FALSE(syntax.tokens.empty());
  }
}

}  // namespace
}  // namespace sayso
