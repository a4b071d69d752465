// A live page, whole: whose claims are said when, and what happened when. Invented.
#include <gtest/gtest.h>

#include "sayso/reading.h"

namespace sayso {
namespace {

std::string entry(const std::string& time, const std::string& title, const std::string& words) {
  return "<li><time datetime=\"" + time + "\">then</time><h3>" + title + "</h3><p>" + words + "</p></li>";
}

// "own LOSS | said 2031-05-13 08:05 entry | when 2031-05-13", one claim a line; those without an event are left out.
std::string printed(const Reading& reading) {
  std::string out;
  for (const Claim& claim : reading.claims) {
    const Attribution& a = claim.attribution;
    if (claim.events.empty()) continue;
    out += std::string(name_of(a.quote)) + " " + claim.events[0].type + " | said ";
    out += a.said && a.said->begin ? iso(*a.said->begin) : "-";
    if (a.said && !a.said->part.empty()) out += " " + a.said->part;
    if (a.said) out += " " + a.said->rule;
    const auto& when = claim.events[0].when;
    out += " | when " + (when && when->begin ? iso(*when->begin) : "-");
    const Entry* const at = entry_at(reading.dispatch, claim.sentence);
    out += " | " + (at == nullptr ? "-" : at->title.value) + "\n";
  }
  return out;
}

TEST(LivePage, EachEntryHasItsOwnNow) {
  const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const auto reading = reader->read(
      "<html><head><meta property=article:published_time content=2031-05-12><title>The war live</title></head><body>"
      "<main><h1>The war live</h1><ol>" +
          entry("2031-05-14T01:30:00+03:00", "Night", "Rebels shelled the port of Kesh two hours ago and left again.") +
          entry("2031-05-13T08:05:00+03:00", "Morning",
                "Rebels shelled the town of Dovran this morning. The mayor said on Monday that troops had shelled the "
                "market yesterday.") +
          entry("2031-05-12", "Evening", "Rebels shelled the bridge of Kesh today and left again before noon.") +
          "</ol></main></body></html>",
      {.format = "html"});
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(printed(*reading),
            "own ASSAULT | said 2031-05-14 01:30 entry | when 2031-05-13 | Night\n"
            "own ASSAULT | said 2031-05-13 08:05 entry | when 2031-05-13 | Morning\n"
            "indirect ASSAULT | said 2031-05-12 dates:weekday | when 2031-05-12 | Morning\n"
            "own ASSAULT | said 2031-05-12 entry | when 2031-05-12 | Evening\n");
}

TEST(LivePage, AnEntrysHeadingIsAHeadline) {
  const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const auto reading = reader->read(
      "<html><head><title>The war live</title></head><body><main><h1>The war live</h1><ol>" +
          entry("2031-05-14T10:30:00Z", "Strike on hospital", "The mayor spoke to reporters about the night in town.") +
          entry("2031-05-14T09:30:00Z", "Rebels attack bridge", "The governor came to the river and stayed there.") +
          entry("2031-05-14T08:30:00Z", "Morning", "Nothing was heard of the envoys before noon on that day.") +
          "</ol></main></body></html>",
      {.format = "html"});
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(printed(*reading),
            "headline ASSAULT | said 2031-05-14 10:30 entry | when - | Strike on hospital\n"
            "headline ASSAULT | said 2031-05-14 09:30 entry | when - | Rebels attack bridge\n");
}

}  // namespace
}  // namespace sayso
