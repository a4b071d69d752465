// What the README shows is what the program prints.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cli/program.h"

namespace sayso::cli_test {
namespace {

TEST_F(Program, PrintsWhatTheReadmeShows) {
  // The width that tools/refresh_docs prints with.
  const Outcome view = run("read '" SAYSO_SOURCE_DIR "/samples/dispatch.md'", "COLUMNS=96");
  ASSERT_EQ(view.code, 0) << view.err;
  std::ifstream readme(SAYSO_SOURCE_DIR "/README.md");
  std::size_t checked = 0;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("```")) {
      inside = line == "```text";
    } else if (inside) {
      ++checked;
      EXPECT_NE(view.out.find(line), std::string::npos) << line;
    }
  }
  EXPECT_GT(checked, 20U);
}

}  // namespace
}  // namespace sayso::cli_test
