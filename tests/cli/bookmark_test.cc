// The bookmark: kept, found again, and believed only where nothing has changed.
#include "cli/bookmark.h"

#include "cli/program.h"

namespace sayso::cli {
namespace {

class Bookmarked : public cli_test::Program {
 protected:
  static constexpr Position there{4096, 12};

  void SetUp() override {
    Program::SetUp();
    Bookmark mark(folder_ / "l", "this way");
    mark.move(file_, there);
    mark.save("sha256:aa");
  }

  std::optional<Position> found(const HoldingFile& file, const std::string& made_with = "this way",
                                const std::string& held = "sha256:aa") const {
    Bookmark mark(folder_ / "l", made_with);
    mark.load([&](std::string_view id) { return id == held; });
    return mark.position(file);
  }

  const HoldingFile file_{"a.warc.gz", 1'000'000, 1'700'000'000'000'000'000, 77};
};

TEST_F(Bookmarked, IsFoundAgain) { EXPECT_EQ(found(file_), there); }

TEST_F(Bookmarked, IsNotBelievedOfAnything) {
  HoldingFile other = file_;
  other.size = 2'000'000;
  EXPECT_FALSE(found(other));
  other = file_;
  ++other.changed;
  EXPECT_FALSE(found(other));
  other = file_;
  other.number = 78;
  EXPECT_FALSE(found(other));
  other = file_;
  other.path = "b.warc.gz";
  EXPECT_FALSE(found(other));
  EXPECT_FALSE(found(file_, "another way"));
  EXPECT_FALSE(found(file_, "this way", "sha256:bb")) << "another ledger";
}

TEST_F(Bookmarked, AnyChangedByteMakesItWorthless) {
  const std::string bytes = cli_test::text_of(folder_ / "l-bookmark");
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 1);
    cli_test::write(folder_ / "l-bookmark", other);
    EXPECT_FALSE(found(file_)) << at;
    cli_test::write(folder_ / "l-bookmark", bytes.substr(0, at));
    EXPECT_FALSE(found(file_)) << at;
  }
}

TEST_F(Bookmarked, GoesWithTheFilesThatAreDoneWith) {
  Bookmark mark(folder_ / "l", "this way");
  mark.load([](std::string_view) { return true; });
  const HoldingFile another{"b.warc.gz", 5, 6, 7};
  mark.move(another, {5, 1});
  mark.finish("sha256:bb");
  EXPECT_EQ(found(file_, "this way", "sha256:bb"), there);
  EXPECT_FALSE(found(another, "this way", "sha256:bb"));
  mark.load([](std::string_view) { return true; });
  mark.move(file_, there);
  mark.finish("sha256:bb");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l-bookmark"));
}

// Killed between its last dispatch and its end: the next run comes to the file, finds nothing more in it and is done.
TEST_F(Bookmarked, GoesWithAFileThatHasNothingMore) {
  Bookmark mark(folder_ / "l", "this way");
  mark.load([](std::string_view) { return true; });
  EXPECT_TRUE(mark.position(file_));
  mark.finish("");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l-bookmark"));
}

}  // namespace
}  // namespace sayso::cli
