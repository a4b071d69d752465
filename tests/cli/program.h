// Runs the built program in a folder of its own and says what it printed.
//
//     const Outcome o = run("read page.txt --json");
//     o.code, o.out, o.err
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace sayso::cli_test {

struct Outcome {
  int code = 0;  // 128 + signal if a signal ended it
  std::string out{};
  std::string err{};
};

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

inline void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// A fresh folder, removed afterwards; the program runs in it, without colour, ledger or data from the environment.
class Program : public testing::Test {
 protected:
  void SetUp() override {
    const testing::TestInfo* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("sayso-" + std::string(test->test_suite_name()) + "-" + test->name() + "-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }

  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  // `line` is the rest of a shell's command line after the program's name; `before` stands before it.
  Outcome run(const std::string& line, const std::string& before = "") const {
    const std::string out = (folder_ / ".out").string();
    const std::string err = (folder_ / ".err").string();
    const std::string command = "cd '" + folder_.string() +
                                "' && unset SAYSO_LEDGER SAYSO_DATA SAYSO_MODEL NO_COLOR COLUMNS; { " + before + " '" +
                                SAYSO_PROGRAM + "' " + line + "\n} >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, text_of(out), text_of(err)};
  }

  std::filesystem::path folder_{};
};

}  // namespace sayso::cli_test
