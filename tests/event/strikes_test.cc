// Strikes of workers and strikes of arms, where the word alone does not say which. Every sentence is invented.
#include "event/strikes.h"

#include <gtest/gtest.h>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string strikes(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events)
    out += (out.empty() ? "" : "; ") + event.type + " " + event.trigger.text +
           (event.mode.empty() ? "" : " " + event.mode);
  return out;
}

TEST(Strikes, OfWorkersByTheDispatch) {
  EXPECT_EQ(strikes("The nurses called a strike. The strike began on Monday."),
            "PROTEST strike strike; PROTEST strike strike");
  EXPECT_EQ(strikes("The union said the strike would go on."), "PROTEST strike strike");
}

TEST(Strikes, OfArmsStay) {
  EXPECT_EQ(strikes("The strike began at dawn."), "ASSAULT strike");
  EXPECT_EQ(strikes("An air strike on the base went wrong. The nurses called a strike. The strike was seen by many."),
            "ASSAULT strike aerial; PROTEST strike strike; ASSAULT strike");
  EXPECT_EQ(strikes("The union said the strike on the port would go on."), "ASSAULT strike");
}

}  // namespace
}  // namespace sayso
