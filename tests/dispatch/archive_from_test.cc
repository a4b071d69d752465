// An archive read from the midst: the same pages under the same places as from its beginning.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "dispatch/archive.h"

namespace sayso::dispatch {
namespace {

struct Seen {
  std::string where{};
  std::uint64_t offset = 0;
  std::string payload{};

  bool operator==(const Seen&) const = default;
};

std::vector<Seen> pages_from(std::uint64_t from, const std::filesystem::path& path) {
  std::vector<Seen> pages;
  auto archive = ArchiveReader::open_at(from, path);
  if (!archive) return pages;
  while (auto page = archive->next())
    if (*page) pages.push_back({(*page)->where, (*page)->offset, std::string((*page)->payload)});
  return pages;
}

void expect_the_same_from_anywhere(const std::filesystem::path& path) {
  const std::vector<Seen> all = pages_from(0, path);
  ASSERT_FALSE(all.empty()) << path;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[i].offset == all[i - 1].offset) continue;  // in one member
    EXPECT_EQ(pages_from(all[i].offset, path),
              std::vector<Seen>(all.begin() + static_cast<std::ptrdiff_t>(i), all.end()))
        << path << " from " << all[i].offset;
  }
}

TEST(ArchiveFrom, APlainOne) {
  const auto path = std::filesystem::temp_directory_path() / ("sayso-from-" + std::to_string(getpid()) + ".warc");
  {
    std::ofstream out(path, std::ios::binary);
    for (int number = 0; number < 5; ++number) {
      const std::string block =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Page " + std::to_string(number) + "</p>";
      out << "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/" << number
          << "\r\nWARC-Date: 2031-03-12T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:" << number
          << ">\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " << block.size() << "\r\n\r\n"
          << block << "\r\n\r\n";
    }
  }
  expect_the_same_from_anywhere(path);
  EXPECT_EQ(pages_from(0, path).size(), 5U);
  std::filesystem::remove(path);
}

TEST(ArchiveFrom, PackedOnes) {
  const std::filesystem::path suite = std::string(SAYSO_SHARED_DIR) + "/data/suites/warc";
  if (!std::filesystem::exists(suite)) GTEST_SKIP() << "the archives are not here";
  expect_the_same_from_anywhere(suite / "warcio/example.warc.gz");
  expect_the_same_from_anywhere(suite / "whirlwind/whirlwind.warc.gz");
  expect_the_same_from_anywhere(suite / "warcio/example.arc.gz");
}

}  // namespace
}  // namespace sayso::dispatch
