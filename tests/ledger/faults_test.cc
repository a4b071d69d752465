// Every single write, sync and piece of memory that adding needs, failing one after the other: the ledger opens
// afterwards, holds whole dispatches only, among them all it said were kept, and the same work done again makes the
// same file as if nothing had happened.
#include "ledger/faults.h"

#include <cstdlib>

#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

const FaultyMemory memory;

// How many steps on the next fault strikes: SAYSO_FAULT_STRIDE, where it is set (1: every one; slow sanitizers take fewer).
std::uint64_t stride_or(std::uint64_t usual) {
  const char* said = std::getenv("SAYSO_FAULT_STRIDE");
  return said == nullptr ? usual : std::max<std::uint64_t>(1, std::strtoull(said, nullptr, 10));
}

class Faults : public LedgerTest {
 protected:
  static constexpr int count = 5;

  static Reading reading(int number) {
    const std::string n = std::to_string(number);
    // The last is another version of the first.
    const std::string url = "https://post.example/" + (number == count - 1 ? "0" : n);
    return (number == 1 ? live_sample : sample)(url, "Rain fell on day " + n + ".");
  }

  // Three in a batch, two by themselves; says how many of them were surely kept.
  static int work(const std::filesystem::path& file) {
    auto ledger = Ledger::open(file);
    if (!ledger) return 0;
    bool good = true;
    for (int number = 0; number < 3; ++number) good = good && ledger->add(reading(number), made_by, Settle::later);
    good = ledger->settle() && good;
    if (!good) return 0;
    for (int number = 3; number < count; ++number)
      if (!ledger->add(reading(number), made_by)) return number;
    return count;
  }

  static std::string state(const std::filesystem::path& file, int sure) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return sure == 0 ? "" : "lost";
    {
      const auto ledger = Ledger::open(file);
      if (!ledger) return outcome(ledger);
      for (int number = 0; number < count; ++number) {
        const Reading wanted = reading(number);
        const auto held = ledger->holds(wanted.dispatch.id);
        if (!held) return outcome(held);
        if (!*held && number < sure) return "lost " + std::to_string(number);
        for (const Claim& claim : wanted.claims) {
          const auto kept = ledger->claim(claim.id);
          if (kept.has_value() != *held || (kept && kept->claim != claim)) return "half of " + std::to_string(number);
        }
      }
    }
    const std::string integrity = Sql(file).ask("PRAGMA integrity_check; PRAGMA foreign_key_check");
    return integrity == "ok" ? "" : integrity;
  }

  std::string whole_file() {
    EXPECT_EQ(work(file("whole")), count);
    return bytes_of(file("whole"));
  }

  void forget() const {
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
      std::filesystem::remove(file(std::string("faulty") + ending));
  }
};

class DiskFaults : public Faults, public testing::WithParamInterface<FaultyDisk::Plan> {};

TEST_P(DiskFaults, EveryStepFailsOnce) {
  FaultyDisk disk;
  const std::string whole = whole_file();
  const std::uint64_t stride = std::min<std::uint64_t>(stride_or(1), 29);  // the steps are a few hundred
  FaultyDisk::Plan plan = GetParam();
  for (plan.at = 1;; plan.at += stride) {
    forget();
    disk.fail(plan);
    const int sure = work(file("faulty"));
    const bool happened = disk.happened();
    disk.heal();
    ASSERT_EQ(state(file("faulty"), sure), "") << "step " << plan.at;
    ASSERT_EQ(work(file("faulty")), count) << "step " << plan.at;
    ASSERT_EQ(state(file("faulty"), count), "") << "step " << plan.at;
    ASSERT_EQ(bytes_of(file("faulty")) == whole, true) << "step " << plan.at;
    if (!happened) break;
  }
  EXPECT_GT(plan.at, plan.fault == Fault::sync ? 10U : 100U);
  std::printf("%d steps\n", static_cast<int>(plan.at) - 1);
}

std::string name_of_plan(const testing::TestParamInfo<FaultyDisk::Plan>& plan) {
  constexpr std::array<const char*, 5> names{"Write", "ShortWrite", "Full", "Sync", "Crash"};
  return std::string(names[static_cast<std::size_t>(plan.param.fault)]) + (plan.param.for_good ? "ForGood" : "Once");
}

INSTANTIATE_TEST_SUITE_P(
    Of, DiskFaults,
    testing::Values(FaultyDisk::Plan{.fault = Fault::write}, FaultyDisk::Plan{.fault = Fault::write, .for_good = true},
                    FaultyDisk::Plan{.fault = Fault::short_write},
                    FaultyDisk::Plan{.fault = Fault::short_write, .for_good = true},
                    FaultyDisk::Plan{.fault = Fault::full}, FaultyDisk::Plan{.fault = Fault::full, .for_good = true},
                    FaultyDisk::Plan{.fault = Fault::sync}, FaultyDisk::Plan{.fault = Fault::sync, .for_good = true},
                    FaultyDisk::Plan{.fault = Fault::crash}),
    name_of_plan);

class MemoryFaults : public Faults, public testing::WithParamInterface<bool> {};

TEST_P(MemoryFaults, EveryPieceIsRefusedOnce) {
  ASSERT_TRUE(FaultyMemory::installed);
  FaultyDisk disk;  // its syncs cost nothing
  const std::string whole = whole_file();
  const std::uint64_t stride = stride_or(61);  // all of them take minutes
  std::uint64_t at = 1;
  for (;; at += stride) {
    forget();
    FaultyMemory::fail(at, GetParam());
    const int sure = work(file("faulty"));
    const bool happened = FaultyMemory::happened;
    FaultyMemory::heal();
    ASSERT_EQ(state(file("faulty"), sure), "") << "piece " << at;
    ASSERT_EQ(work(file("faulty")), count) << "piece " << at;
    ASSERT_EQ(bytes_of(file("faulty")) == whole, true) << "piece " << at;
    if (!happened) break;
  }
  EXPECT_GT(at, 1000U);
  std::printf("%d pieces\n", static_cast<int>(at) - 1);
}

TEST_P(MemoryFaults, WhatIsReadIsRightOrAnError) {
  FaultyDisk disk;
  whole_file();
  const auto wanted = [&] {
    const auto ledger = Ledger::open(file("whole"), Ledger::Mode::read_only);
    return *ledger->find({.latest_only = false});
  }();
  ASSERT_EQ(wanted.size(), 3U * count);
  const std::uint64_t stride = stride_or(1);
  for (std::uint64_t at = 1;; at += stride) {
    FaultyMemory::fail(at, GetParam());
    std::optional<std::vector<KeptClaim>> found;
    {
      const auto ledger = Ledger::open(file("whole"), Ledger::Mode::read_only);
      if (ledger) {
        auto claims = ledger->find({.latest_only = false});
        if (claims) found = std::move(*claims);
      }
    }
    const bool happened = FaultyMemory::happened;
    FaultyMemory::heal();
    if (found) {
      ASSERT_EQ(*found == wanted, true) << "piece " << at;
    }
    if (!happened) break;
  }
}

INSTANTIATE_TEST_SUITE_P(Of, MemoryFaults, testing::Bool(),
                         [](const auto& forever) -> std::string { return forever.param ? "ForGood" : "Once"; });

}  // namespace
}  // namespace sayso
