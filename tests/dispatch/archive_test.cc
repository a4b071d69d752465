#include <gtest/gtest.h>
#include <filesystem>
#include <iostream>
#include "dispatch/archive_printed.h"
namespace sayso::test {
namespace {
const std::filesystem::path suite = std::filesystem::path(SAYSO_SHARED_DIR) / "data/suites/warc";
TEST(Archive, dump) {
  std::vector<std::string> files;
  for (const auto& e : std::filesystem::recursive_directory_iterator(suite)) files.push_back(e.path());
  std::sort(files.begin(), files.end());
  for (auto& f : files) {
    auto a = dispatch::ArchiveReader::open(f);
    if (!a) { std::cout << f << a.error().message << "\n"; continue; }
    std::cout << "== " << f << "\n" << printed(std::move(*a));
  }
}
}  // namespace
}  // namespace sayso::test
