// Compressed files: read as if they were not, broken ones as far as they are sound, bombs stopped.
#include "base/compression.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "base/unpacker.h"
#include "packing.h"

namespace sayso::test {
namespace {

// Everything, then how it ended.
std::string read_all(ByteSource& source, std::size_t room = 4096) {
  std::string out;
  std::string block(room, '\0');
  for (;;) {
    const auto got = source.read(block.data(), block.size());
    if (!got) return out + "|" + got.error().where + ": " + got.error().message;
    if (*got == 0) return out;
    out += block.substr(0, *got);
  }
}

std::string unpacked(std::string_view bytes, std::size_t room = 4096) {
  return read_all(*unpack(source_of(bytes), "a"), room);
}

std::string lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out += "{\"text\": \"The bridge at Dovran was hit, line " + std::to_string(i * i) + "\"}\n";
  return out;
}

TEST(Compression, gives_back_what_was_packed) {
  const std::string text = lines(20000);
  EXPECT_EQ(unpacked(""), "");
  EXPECT_EQ(unpacked(text), text);
  EXPECT_EQ(unpacked(gzip(text)), text);
  EXPECT_EQ(unpacked(zstd(text)), text);
  EXPECT_EQ(unpacked(gzip(text), 1), text);
  EXPECT_EQ(unpacked(gzip("")), "");
  EXPECT_EQ(unpacked(gzip("a") + gzip("") + gzip("b") + zstd("c")), "abc");
  EXPECT_EQ(unpacked(skippable("\x01\x02", 3) + zstd("a") + skippable(std::string(100000, 'x'), 0) + zstd("b")), "ab");
  EXPECT_EQ(unpacked(gzip("a") + std::string(512, '\0')), "a") << "padding, as on tapes";
}

// A member larger than every buffer, and one of which libdeflate never sees the whole.
TEST(Compression, members_of_any_size) {
  std::string text = lines(300000);
  ASSERT_GT(text.size(), std::size_t{16} << 20);
  EXPECT_EQ(unpacked(gzip(text), 1 << 20), text);
  EXPECT_EQ(unpacked(zstd(text), 1 << 20), text);
  std::uint32_t state = 1;
  for (char& c : text) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);  // does not compress
  EXPECT_EQ(unpacked(gzip(text), 1 << 20), text);
  EXPECT_EQ(unpacked(zstd(text), 1 << 20), text);
}

TEST(Compression, dictionaries) {
  const std::string dictionary = lines(50);
  const std::string frames = zstd(lines(40), dictionary) + zstd("The dam.", dictionary);
  EXPECT_EQ(unpacked(skippable(dictionary) + frames), lines(40) + "The dam.");
  EXPECT_EQ(unpacked(skippable(zstd(dictionary)) + frames), lines(40) + "The dam.") << "itself compressed";
  EXPECT_NE(unpacked(frames), lines(40) + "The dam.");
}

TEST(Compression, one_dictionary_in_front) {
  const std::string dictionary = lines(50);
  const std::string frame = zstd(lines(40), dictionary);
  const std::string other = skippable(zstd("another dictionary"));
  EXPECT_EQ(unpacked(skippable(dictionary) + frame + other + frame), lines(40) + lines(40));
  EXPECT_EQ(unpacked(zstd("a") + skippable(dictionary) + zstd("b")), "ab");
  EXPECT_TRUE(unpacked(skippable(zstd(std::string(std::size_t{8} << 20, '\0'))))
                  .ends_with("the zstd dictionary unpacks to more than 16 MiB or 256 times its size"));
  std::string many = zstd("a");
  for (int i = 0; i < 20000; ++i) many += other;
  const std::clock_t begin = std::clock();
  EXPECT_EQ(unpacked(many), "a");
  EXPECT_LT(std::clock() - begin, 5 * CLOCKS_PER_SEC);
}

TEST(Compression, broken_files_are_read_as_far_as_they_are_sound) {
  const std::string text = lines(2000);
  std::string packed = gzip(text);
  const auto at = [](std::size_t place) { return "|a: byte " + std::to_string(place) + ": "; };
  const std::size_t member = gzip("a").size();
  EXPECT_EQ(unpacked(gzip("a") + gzip("b").substr(0, 12)),
            "a" + at(member + 12) + "the file ends in the middle of a compressed member");
  const std::string half = unpacked(packed.substr(0, packed.size() / 2));
  EXPECT_TRUE(text.starts_with(half.substr(0, half.find('|')))) << half;
  EXPECT_GT(half.size(), text.size() / 4);
  packed[packed.size() - 6] ^= 1;  // the checksum
  EXPECT_EQ(unpacked(packed).substr(text.size()),
            at(packed.size() - 4) + "the gzip member is broken (incorrect data check)");
  EXPECT_EQ(unpacked(gzip("a") + "rest"), "a" + at(member) + "here should begin a gzip member or a zstd frame");
  EXPECT_EQ(unpacked(zstd("abc").substr(0, 8)), at(8) + "the file ends in the middle of a compressed member");
}

TEST(Compression, bombs_are_stopped) {
  const std::string zeros(std::size_t{32} << 20, '\0');
  for (const std::string& bomb : {gzip(zeros), zstd(zeros)}) {
    const std::string out = unpacked(bomb, 1 << 20);
    EXPECT_LT(out.size(), std::size_t{16} << 20);
    EXPECT_TRUE(out.ends_with("unpacks to more than 256 times its size")) << out.substr(out.find('|'));
  }
}

TEST(Compression, whole_files) {
  const std::filesystem::path path = std::filesystem::path(::testing::TempDir()) / "sayso-compression.html.gz";
  std::ofstream(path, std::ios::binary) << gzip("<p>The bridge was hit.</p>");
  const auto bytes = read_unpacked(path, 100);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, "<p>The bridge was hit.</p>");
  const auto large = read_unpacked(path, 10);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::too_large);
  std::filesystem::remove(path);
  const auto missing = read_unpacked(path, 10);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "No such file or directory");
  const auto folder = open_unpacked(::testing::TempDir());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().message, "is a directory");
}

TEST(Compression, names) {
  EXPECT_EQ(unpacked_name("news.jsonl.gz"), "news.jsonl");
  EXPECT_EQ(unpacked_name("NEWS.HTML.ZST"), "NEWS.HTML");
  EXPECT_EQ(unpacked_name("a.zstd"), "a");
  EXPECT_EQ(unpacked_name("a.gzip"), "a");
  EXPECT_EQ(unpacked_name("page.html"), "page.html");
  EXPECT_EQ(unpacked_name("gz"), "gz");
  EXPECT_EQ(compression_of("\x1f\x8b\x08"), Compression::gzip);
  EXPECT_EQ(compression_of("\x28\xb5\x2f\xfd"), Compression::zstd);
  EXPECT_EQ(compression_of("\x5d\x2a\x4d\x18"), Compression::zstd);
  EXPECT_EQ(compression_of("<html>"), Compression::none);
  EXPECT_EQ(compression_of(""), Compression::none);
}

// A source whose disk fails.
class FailingSource : public ByteSource {
 public:
  explicit FailingSource(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* to, std::size_t room) override {
    if (bytes_.empty()) return Error{ErrorCode::unreadable, "disk", "Input/output error"};
    const std::size_t size = std::min({room, bytes_.size(), std::size_t{7}});
    std::memcpy(to, bytes_.data(), size);
    bytes_.erase(0, size);
    return size;
  }

 private:
  std::string bytes_;
};

TEST(Compression, failures_of_the_disk) {
  EXPECT_EQ(read_all(*unpack(std::make_unique<FailingSource>("plain text"), "a")), "plain text|a: Input/output error");
  EXPECT_EQ(read_all(*unpack(std::make_unique<FailingSource>(gzip("a")), "a")), "a|a: Input/output error");
  EXPECT_EQ(read_all(*unpack(std::make_unique<FailingSource>(gzip("b").substr(0, 15)), "a")), "|a: Input/output error");
}

// Behind a fault the next member is found, also where the broken one ran into it.
TEST(Unpacking, goes_on_behind_a_fault) {
  const std::string broken = gzip(lines(500));
  const std::string file = gzip("first") + broken.substr(0, broken.size() / 2) + gzip("third");
  Unpacker in(source_of(file));
  std::string out;
  std::size_t faults = 0;
  for (;;) {
    const Unpacker::Step step = in.pull();
    out += in.ahead().substr(0, 5);
    in.take(in.ahead().size());
    if (step == Unpacker::Step::end) break;
    if (step == Unpacker::Step::more) continue;
    ++faults;
    in.resume([](std::string_view first) { return first.starts_with("third"); });
  }
  EXPECT_EQ(faults, 1U);
  EXPECT_TRUE(out.starts_with("first") && out.ends_with("third")) << out;
}

// Members within members, none of which ends: each would be unpacked to the end of the file in vain.
TEST(Unpacking, broken_members_in_broken_members_take_linear_time) {
  std::string member = "\x1f\x8b\x08" + std::string(7, '\0');
  member += std::string("\0\x23\x00\xdc\xff", 5);  // a stored block of 35 bytes, up to the next such block
  member += "WARC/1.0\r\n" + std::string(15, 'x');
  std::string file;
  while (file.size() < std::size_t{24} << 20) file += member;
  Unpacker in(source_of(file));
  std::size_t faults = 0;
  const std::clock_t begin = std::clock();
  for (Unpacker::Step step = in.pull(); step != Unpacker::Step::end; step = in.pull()) {
    in.take(in.ahead().size());
    if (step != Unpacker::Step::fault) continue;
    ++faults;
    in.resume([](std::string_view first) { return first.starts_with("WARC/"); });
  }
  EXPECT_GT(faults, 100U);
  EXPECT_LT(std::clock() - begin, 10 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace sayso::test
