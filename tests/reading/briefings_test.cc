// Every byte of every row, over 616 real dispatches: each span that is printed equals the bytes it names, the rows are
// the same however many threads read, and a ledger takes them all.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/sha256.h"
#include "publish/json.h"
#include "reading/span_check.h"
#include "sayso/ledger.h"
#include "sayso/reading.h"

namespace sayso {
namespace {

struct Input {
  std::string text{};
  ReadOptions options{};
};

std::vector<Input> briefings() {
  std::vector<Input> inputs;
  std::ifstream lines(std::string(SAYSO_SHARED_DIR) + "/data/briefings/ukraine.jsonl");
  for (std::string line; std::getline(lines, line);) {
    const auto document = nlohmann::json::parse(line);
    Input input;
    input.text = document.at("text").get<std::string>();
    input.options.path = document.at("path").get<std::string>();
    input.options.title = document.at("title").get<std::string>();
    input.options.url = document.at("url").get<std::string>();
    input.options.published = document.at("date").get<std::string>();
    inputs.push_back(std::move(input));
  }
  return inputs;
}

class Briefings : public testing::Test {
 protected:
  void SetUp() override {
    inputs_ = briefings();
    if (inputs_.empty()) GTEST_SKIP() << "no briefings at " SAYSO_SHARED_DIR;
  }
  std::vector<Reading> read_all(const Reader& reader, unsigned threads) const {
    std::vector<Reading> readings(inputs_.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i; (i = next++) < inputs_.size();) {
        auto reading = reader.read(inputs_[i].text, inputs_[i].options);
        EXPECT_TRUE(reading) << inputs_[i].options.path << ": " << (reading ? "" : reading.error().message);
        if (reading) readings[i] = std::move(*reading);
      }
    };
    std::vector<std::thread> pool;
    for (unsigned t = 0; t < threads; ++t) pool.emplace_back(work);
    for (auto& thread : pool) thread.join();
    return readings;
  }
  static std::string digest(const std::vector<Reading>& readings) {
    Sha256 sum;
    for (const Reading& reading : readings)
      for (const Claim& claim : reading.claims) sum.update(publish::claim_json(claim, reading.dispatch) + "\n");
    return sum.hex();
  }
  std::vector<Input> inputs_;
};

TEST_F(Briefings, SpansAreTheirBytesAndTwoRunsAgree) {
  auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().where << ": " << reader.error().message;
  const auto readings = read_all(*reader, 2);
  std::size_t claims = 0, spans = 0;
  std::map<std::string, std::size_t> claims_of;  // the set holds one document twice, under the same address
  for (const Reading& reading : readings) {
    SpanCheck check(reading.dispatch);
    for (const Claim& claim : reading.claims) check.claim(claim);
    claims += reading.claims.size();
    claims_of[reading.dispatch.id] = reading.claims.size();
    spans += check.seen();
  }
  EXPECT_EQ(inputs_.size(), 616U);
  EXPECT_GT(claims, 5000U);
  EXPECT_GT(spans, 3 * claims);
  RecordProperty("claims", static_cast<int>(claims));
  RecordProperty("spans", static_cast<int>(spans));

  EXPECT_EQ(digest(readings), digest(read_all(*reader, 1))) << "one thread reads otherwise than two";

  const auto file = std::filesystem::path(testing::TempDir()) / "briefings.ledger";
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  {
    auto ledger = Ledger::open(file);
    ASSERT_TRUE(ledger) << ledger.error().message;
    for (const Reading& reading : readings) {
      const auto added = ledger->add(reading, reader->provenance());
      ASSERT_TRUE(added) << reading.dispatch.path << ": " << added.error().message;
    }
    const auto size = ledger->size();
    ASSERT_TRUE(size);
    std::size_t kept = 0;
    for (const auto& [id, count] : claims_of) kept += count;
    EXPECT_GE(size->dispatches, 614U);
    EXPECT_EQ(size->dispatches, claims_of.size());
    EXPECT_EQ(size->claims, kept);
    const auto again = ledger->add(readings.front(), reader->provenance());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, Added::unchanged);
  }
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
}

}  // namespace
}  // namespace sayso
