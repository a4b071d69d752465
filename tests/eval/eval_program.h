// A folder of its own for every test, and sayso-eval as one runs it.
//
//     TEST_F(EvalProgram, …) { ASSERT_EQ(run("timex " + write("a/b.txt", "…")), 1);  EXPECT_NE(err_.find("b.txt"), …);
//     }
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace sayso::eval {

class EvalProgram : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("sayso_eval_" + std::string(test->test_suite_name()) + test->name() + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }
  int run(const std::string& arguments) {
    const std::string out = (folder_ / "out").string(), err = (folder_ / "err").string();
    const int status = std::system((SAYSO_EVAL_PROGRAM " " + arguments + " >" + out + " 2>" + err).c_str());
    out_ = text_of(out), err_ = text_of(err);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  static std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  std::filesystem::path folder_{};
  std::string out_{}, err_{};
};

}  // namespace sayso::eval
