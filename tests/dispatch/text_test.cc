// Plain text: input -> printed paragraphs and facts.
#include <gtest/gtest.h>

#include "dispatch/printed.h"

namespace sayso::test {
namespace {

struct PlainTextCase {
  const char* name;
  const char* input;
  const char* facts;
  const char* paragraphs;
};

void PrintTo(const PlainTextCase& one, std::ostream* out) { *out << one.name; }

class PlainText : public testing::TestWithParam<PlainTextCase> {};

TEST_P(PlainText, reads_as_printed) {
  const PlainTextCase& one = GetParam();
  const Result<Dispatch> dispatch = read_dispatch(one.input, {.format = "text"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(facts(*dispatch), one.facts);
  EXPECT_EQ(paragraphs(*dispatch), one.paragraphs);
  EXPECT_EQ(broken_promise(*dispatch, one.input), "");
}

INSTANTIATE_TEST_SUITE_P(
    table, PlainText,
    testing::Values(
        PlainTextCase{
            "front_matter",
            "Shells Fall on Dovran Market\n\nBy Anna Kesh\n\nSept. 12, 2022\n\n"
            "The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four people.\n",
            "title \"Shells Fall on Dovran Market\" first-line\nbyline \"Anna Kesh\" byline\npublished 2022-09-12 "
            "date-line\n",
            "headline | Shells Fall on Dovran Market\nbyline   | By Anna Kesh\ndateline | Sept. 12, 2022\n"
            "body     | The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four "
            "people.\n"},
        PlainTextCase{
            "front_matter_without_empty_lines",
            "Shells fall on Dovran market\nBy Anna Kesh\n12 September 2022\n"
            "The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four people in "
            "all.\n",
            "title \"Shells fall on Dovran market\" first-line\nbyline \"Anna Kesh\" byline\npublished 2022-09-12 "
            "date-line\n",
            "headline | Shells fall on Dovran market\nbyline   | By Anna Kesh\ndateline | 12 September 2022\n"
            "body     | The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four "
            "people in all.\n"},
        PlainTextCase{
            "release_in_one_line",
            "Patrol Finds Cache in Kesh\nKesh Joint Command - Varnia 2031-02-S-117 For Immediate Release Download PDF  "
            " "
            "DOVRAN, Varnia (Feb. 17) - A patrol of the Kesh army found a cache of mortar rounds near the river "
            "yesterday and blew it up.\n",
            "title \"Patrol Finds Cache in Kesh\" first-line\npublished "
            "2031-02-17 dateline\n",
            "headline | Patrol Finds Cache in Kesh\ncredit   | Kesh Joint Command - Varnia 2031-02-S-117 For Immediate "
            "Release Download PDF\ndateline | DOVRAN, Varnia (Feb. 17) -\nbody     | A patrol of the Kesh army found a "
            "cache of mortar rounds near the river yesterday and blew it up.\n"},
        PlainTextCase{
            "release_of_the_old_year",
            "2032-01-CA-002\n\nFor Immediate Release\n\nNEW DOVRAN, Varnia (Dec. 31) \xe2\x80\x94 Guards held two men "
            "at the northern gate of the city on the night before.\n",
            "published 2031-12-31 dateline\n",
            "credit   | 2032-01-CA-002\ncredit   | For Immediate Release\ndateline | NEW DOVRAN, Varnia (Dec. 31) "
            "\xe2\x80\x94\nbody     | Guards held two men at the northern gate of the city on the night before.\n"},
        PlainTextCase{
            "release_without_a_year",
            "DOVRAN, Varnia (Feb. 17)\nA patrol of the Kesh army found a cache of mortar rounds near the river.\n", "",
            "dateline | DOVRAN, Varnia (Feb. 17)\nbody     | A patrol of the Kesh army found a cache of mortar rounds "
            "near the river.\n"},
        PlainTextCase{
            "release_with_a_day_in_its_headline",
            "Apr. 5: Operations in Kesh and Ostrel\nKesh Joint Command 2031-04-CA-015\n\nIn Kesh last night, a patrol "
            "searched a compound west of the river and found nothing.\n",
            "title \"Apr. 5: Operations in Kesh and Ostrel\" first-line\npublished 2031-04-05 headline-date\n",
            "headline | Apr. 5: Operations in Kesh and Ostrel\ncredit   | Kesh Joint Command 2031-04-CA-015\nbody     "
            "| "
            "In Kesh last night, a patrol searched a compound west of the river and found nothing.\n"},
        PlainTextCase{
            "brackets_that_are_no_dateline",
            "The Kesh Army (May 4) was the name of a band that played in the square of Dovran until the war began.\n",
            "",
            "body     | The Kesh Army (May 4) was the name of a band that played in the square of Dovran until the war "
            "began.\n"},
        PlainTextCase{
            "hard_wrapped",
            "The mayor of Kesh said on Monday that\nthe bridge over the Ostra still stands\nand that nobody was hurt.\n"
            "   She gave no date for the repair of\nthe road.\n",
            "",
            "body     | The mayor of Kesh said on Monday that the bridge over the Ostra still stands and that nobody "
            "was hurt.\n"
            "body     | She gave no date for the repair of the road.\n"},
        PlainTextCase{
            "windows_line_ends",
            "The mayor of Kesh said on Monday that\r\nthe bridge still stands.\r\n\r\nShe gave no date for the work "
            "there.\r\n",
            "",
            "body     | The mayor of Kesh said on Monday that the bridge still stands.\n"
            "body     | She gave no date for the work there.\n"},
        PlainTextCase{
            "unicode_line_ends",
            "Shells fall on Dovran market\u2028By Anna Kesh\u202812 September 2022\u2029"
            "The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four people in "
            "all.\n",
            "title \"Shells fall on Dovran market\" first-line\nbyline \"Anna Kesh\" byline\npublished 2022-09-12 "
            "date-line\n",
            "headline | Shells fall on Dovran market\nbyline   | By Anna Kesh\ndateline | 12 September 2022\n"
            "body     | The governor of Kesh said on Monday that shells fell on the market of Dovran and hurt four "
            "people in all.\n"},
        PlainTextCase{
            "dateline_with_agency",
            "DOVRAN, Varnia, Sept 12, 2022 (Reuters) - Shells hit the northern part of the town, its mayor said on "
            "Monday.\n",
            "outlet \"Reuters\" dateline\ncredit \"Reuters\" dateline\npublished 2022-09-12 dateline\n",
            "body     | DOVRAN, Varnia, Sept 12, 2022 (Reuters) - Shells hit the northern part of the town, its mayor "
            "said on Monday.\n"},
        PlainTextCase{
            "dateline_without_year_gives_no_day",
            "DOVRAN, Sept 12 (AFP) - Shells hit the northern part of the town, its mayor said on Monday.\n",
            "outlet \"AFP\" dateline\ncredit \"AFP\" dateline\n",
            "body     | DOVRAN, Sept 12 (AFP) - Shells hit the northern part of the town, its mayor said on Monday.\n"},
        PlainTextCase{
            "torn_paragraph",
            "The army of Ostrel said it had left the town after a week of heavy\n\nfighting near the river and the "
            "northern road.\n",
            "",
            "body     | The army of Ostrel said it had left the town after a week of heavy fighting near the river "
            "and the northern road.\n"},
        PlainTextCase{
            "torn_by_a_page_number",
            "The army of Ostrel said it had left the town after a week of heavy\n\n- 2 -\n\nfighting near the river "
            "and the northern road.\n",
            "",
            "body     | The army of Ostrel said it had left the town after a week of heavy fighting near the river "
            "and the northern road.\n"},
        PlainTextCase{
            "a_whole_paragraph_is_not_joined",
            "The army of Ostrel said it had left the town.\n\niPhones were found in the ruins of the northern "
            "market.\n",
            "",
            "body     | The army of Ostrel said it had left the town.\n"
            "body     | iPhones were found in the ruins of the northern market.\n"},
        PlainTextCase{
            "spaces_and_invisible_characters",
            "The\xc2\xa0"
            "army\xe2\x80\x89of  Ostrel\tsaid it had cap\xc2\xadtured\xe2\x80\x8b the town\xef\xbb\xbf of Dovran on "
            "Monday.\n",
            "", "body     | The army of Ostrel said it had captured the town of Dovran on Monday.\n"},
        PlainTextCase{
            "emoji_keep_their_joiners",
            "The army of Ostrel posted \xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88 and nothing else on "
            "Monday.\n",
            "",
            "body     | The army of Ostrel posted \xf0\x9f\x8f\xb3\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x8c\x88 and "
            "nothing else on Monday.\n"},
        PlainTextCase{
            "address_and_pointer",
            "Shells fall on Dovran market\n\nThe governor of Kesh said on Monday that shells fell on the market of "
            "Dovran.\n\n"
            "Source: https://www.kesh-times.example/2022/09/12/shells\n",
            "title \"Shells fall on Dovran market\" first-line\noutlet \"kesh-times.example\" address\npublished "
            "2022-09-12 address\n"
            "url https://www.kesh-times.example/2022/09/12/shells\n",
            "headline | Shells fall on Dovran market\n"
            "body     | The governor of Kesh said on Monday that shells fell on the market of Dovran.\n"
            "address  | Source: https://www.kesh-times.example/2022/09/12/shells\n"},
        PlainTextCase{
            "a_bracketed_date_in_prose_is_no_dateline",
            "Rebels fought KTR (May 4, 2031) troops near Dovran and killed nine soldiers, police said.\n", "",
            "body     | Rebels fought KTR (May 4, 2031) troops near Dovran and killed nine soldiers, police said.\n"},
        PlainTextCase{"one_line", "The bridge at Dovran was hit.", "", "body     | The bridge at Dovran was hit.\n"},
        PlainTextCase{"a_line_of_stars_is_left_out",
                      "The bridge at Dovran was hit on Monday.\n\n* * *\n\nThe army of Ostrel denied it on Tuesday.\n",
                      "",
                      "body     | The bridge at Dovran was hit on Monday.\nbody     | The army of Ostrel denied it on "
                      "Tuesday.\n"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(PlainText, notes_say_what_was_mended) {
  const auto dispatch =
      read_dispatch("The army of Ostrel said it\xc2\xa0had cap\xc2\xadtured the heavily\n\nshelled town.\n\n***\n",
                    {.format = "text"}, outlets());
  ASSERT_TRUE(dispatch);
  EXPECT_EQ(notes(*dispatch),
            "a paragraph torn by a page break was joined\n"
            "one no-break or other odd space became a space\n"
            "one soft hyphen or invisible character was left out\n"
            "one line without words was left out\n");
}

TEST(PlainText, options_win) {
  const auto dispatch = read_dispatch(
      "Shells fall on Dovran market\n\nSept. 12, 2022\n\nThe governor of Kesh said on Monday that shells fell on the "
      "market.\n",
      {.path = "a.txt",
       .url = "https://kesh.example/2021/01/02/x",
       .outlet = "Kesh Times",
       .title = "Shells",
       .published = "2022-09-13"},
      outlets());
  ASSERT_TRUE(dispatch);
  EXPECT_EQ(facts(*dispatch),
            "title \"Shells\" option\noutlet \"Kesh Times\" option\npublished 2022-09-13 option\nurl "
            "https://kesh.example/2021/01/02/x\n");
}

}  // namespace
}  // namespace sayso::test
