// What the README shows is what the program prints.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/program.h"

namespace sayso::cli_test {
namespace {

TEST_F(Program, PrintsWhatTheReadmeShows) {
  const Outcome view = run("read '" SAYSO_SOURCE_DIR "/samples/dispatch.md'");
  ASSERT_EQ(view.code, 0) << view.err;
  std::ifstream readme(SAYSO_SOURCE_DIR "/README.md");
  std::size_t checked = 0;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.find("as `./run` prints them") != std::string::npos)
      inside = true;
    else if (inside && line.starts_with("    ")) {
      ++checked;
      EXPECT_NE(view.out.find(line.substr(4)), std::string::npos) << line;
    } else if (inside && !line.empty())
      break;
  }
  EXPECT_GT(checked, 20U);
}

}  // namespace
}  // namespace sayso::cli_test
