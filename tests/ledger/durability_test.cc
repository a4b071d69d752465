// What the world does to a ledger: kills, full disks, other writers, cut and garbled files.
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>

#include "ledger/add.h"
#include "ledger/open.h"
#include "ledger/processes.h"
#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

class Durability : public LedgerTest {
 protected:
  std::string integrity() const { return Sql(file()).ask("PRAGMA integrity_check; PRAGMA foreign_key_check"); }

  // The seed's reading is there with every claim as it was, or not at all.
  void expect_whole(const Ledger& ledger, std::uint32_t seed, bool must_be_there) const {
    const Reading reading = Dice(seed).reading();
    const bool there = *ledger.holds(reading.dispatch.id);
    EXPECT_TRUE(there || !must_be_there) << "seed " << seed;
    for (const Claim& claim : reading.claims) {
      const auto kept = ledger.claim(claim.id);
      EXPECT_EQ(kept.has_value(), there) << "seed " << seed;
      EXPECT_TRUE(!kept || kept->claim == claim) << "seed " << seed;
    }
    const auto dispatch = ledger.dispatch(reading.dispatch.id);
    EXPECT_TRUE(there ? dispatch && *dispatch == reading.dispatch : !dispatch) << "seed " << seed;
  }
};

TEST_F(Durability, KilledAtAnyMomentNothingIsHalf) {
  Dice dice(11);
  std::uint32_t next = 0, kept = 0;
  for (int round = 0; round < 25; ++round) {
    const std::uint32_t first = next;
    const auto said = killed_after(dice.below(4), dice.below(60'000), [&](auto say) {
      auto ledger = Ledger::open(file());
      if (!ledger) return;
      for (std::uint32_t seed = first; ledger->add(Dice(seed).reading(), made_by); ++seed) say(seed);
    });
    if (!std::filesystem::exists(file())) continue;
    const Ledger ledger = opened();
    const std::uint32_t acknowledged = said.empty() ? first : said.back() + 1;
    for (std::uint32_t seed = first; seed < acknowledged; ++seed) expect_whole(ledger, seed, true);
    expect_whole(ledger, acknowledged, false);
    expect_whole(ledger, acknowledged + 1, false);
    ASSERT_EQ(integrity(), "ok") << "round " << round;
    kept += acknowledged - first;
    next = acknowledged + 1;
  }
  EXPECT_GT(kept, 20U);  // the writers did get to work
}

TEST_F(Durability, AFullDatabaseRefusesWholeAndStaysUsable) {
  auto database = ledger::open_database(file(), Ledger::Mode::create_or_write);
  ASSERT_EQ(outcome(database), "done");
  const auto pages = (*database)->number("PRAGMA page_count");
  (*database)->run_script(("PRAGMA max_page_count = " + std::to_string(*pages + 40)).c_str());
  std::uint32_t seed = 0;
  while (!(*database)->failed()) {
    ledger::add(**database, Dice(seed++).reading(), made_by);
    ledger::settle(**database);
  }
  EXPECT_EQ((*database)->take_error()->message, "the disk is full; nothing was kept of this dispatch");
  EXPECT_GT(seed, 1U);
  (*database)->run_script("PRAGMA max_page_count = 100000");
  database->reset();
  Ledger ledger = opened();
  for (std::uint32_t kept = 0; kept + 1 < seed; ++kept) expect_whole(ledger, kept, true);
  EXPECT_EQ(*ledger.holds(Dice(seed - 1).reading().dispatch.id), false);
  const Reading refused = Dice(seed - 1).reading();
  bool known = false;  // its address
  for (std::uint32_t kept = 0; kept + 1 < seed; ++kept) {
    const std::string url = Dice(kept).reading().dispatch.url;
    known = known || (!url.empty() && url == refused.dispatch.url);
  }
  EXPECT_EQ(*ledger.add(refused, made_by), known ? Added::revision : Added::added);
  EXPECT_EQ(integrity(), "ok");
}

TEST_F(Durability, AFileThatMayNotGrowRefusesWholeAndStaysUsable) {
  opened();
  const std::string said = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 600'000;
    setrlimit(RLIMIT_FSIZE, &limit);
    auto ledger = Ledger::open(file());
    std::uint32_t seed = 0;
    while (ledger->add(Dice(seed).reading(), made_by)) ++seed;
    std::string result = seed > 0 ? "some, then " : "none, then ";
    const auto refused = ledger->add(Dice(seed).reading(), made_by);
    result += std::string(name_of(refused.error().code)) + ", then ";
    result += ledger->find({})->size() > 0 ? "found, then " : "lost, then ";
    limit.rlim_cur = before;
    setrlimit(RLIMIT_FSIZE, &limit);
    const auto at_last = ledger->add(Dice(seed).reading(), made_by);
    return result + outcome(at_last);
  });
  EXPECT_EQ(said, "some, then storage, then found, then done");
  EXPECT_EQ(integrity(), "ok");
}

TEST_F(Durability, ATinyDiskRefusesWholeAndStaysUsable) {
  const std::string said = in_child([&]() -> std::string {
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
      return "no mounting here";
    if (mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=1m") != 0) return "no mounting here";
    auto ledger = Ledger::open(file());
    if (!ledger) return outcome(ledger);
    std::uint32_t seed = 0;
    while (ledger->add(Dice(seed).reading(), made_by)) ++seed;
    const auto refused = ledger->add(Dice(seed).reading(), made_by);
    const std::string state = std::string(seed > 0 ? "some" : "none") + ", then " + outcome(refused);
    for (std::uint32_t kept = 0; kept < seed; ++kept) {
      if (!ledger->holds(Dice(kept).reading().dispatch.id).value()) return "lost " + std::to_string(kept);
    }
    { const Ledger closed = std::move(*ledger); }
    ledger = Ledger::open(file());
    if (!ledger) return "after closing: " + outcome(ledger);
    for (std::uint32_t kept = 0; kept < seed; ++kept) {
      if (!ledger->holds(Dice(kept).reading().dispatch.id).value()) return "lost " + std::to_string(kept);
    }
    return state + ", " + integrity();
  });
  if (said == "no mounting here") GTEST_SKIP() << "no right to mount a small disk";
  EXPECT_EQ(said, "some, then storage: the disk is full; nothing was kept of this dispatch, ok");
}

TEST_F(Durability, AReadOnlyDisk) {
  opened().add(sample(), made_by).value();
  const std::string said = in_child([&]() -> std::string {
    if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
      return "no mounting here";
    if (mount(folder_.c_str(), folder_.c_str(), nullptr, MS_BIND, nullptr) != 0) return "no mounting here";
    if (mount(nullptr, folder_.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) != 0)
      return "no mounting here";
    const auto ledger = Ledger::open(file(), Ledger::Mode::read_only);
    if (!ledger) return outcome(ledger);
    auto writer = Ledger::open(file());
    return std::to_string(ledger->find({})->size()) + " claims; " +
           (writer ? outcome(writer->add(sample("", "More."), made_by)) : outcome(writer));
  });
  if (said == "no mounting here") GTEST_SKIP() << "no right to mount a read-only disk";
  EXPECT_EQ(said, "3 claims; storage: the file or its folder cannot be written");
}

TEST_F(Durability, AnotherWriterIsWaitedForAndThenNamed) {
  Ledger ledger = opened();
  ledger.add(sample(), made_by).value();
  Sql other(file());
  ASSERT_EQ(other.ask("BEGIN IMMEDIATE"), "");
  EXPECT_EQ(ledger.find({})->size(), 3U);  // reading goes on
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(ledger.add(sample("", "Second."), made_by)),
            "storage: another program is writing to this ledger; gave up after 5 seconds");
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4));
  EXPECT_EQ(*ledger.add(sample(), made_by), Added::unchanged);
  ASSERT_EQ(other.ask("COMMIT"), "");
  EXPECT_EQ(*ledger.add(sample("", "Second."), made_by), Added::added);
}

TEST_F(Durability, AnotherWriterAtRestIsWaitedForOnceOnly) {
  Ledger ledger = opened();
  Sql other(file());
  ASSERT_EQ(other.ask("BEGIN IMMEDIATE"), "");
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(outcome(ledger.add(sample(), made_by)),
            "storage: another program is writing to this ledger; gave up after 5 seconds");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  EXPECT_EQ(other.ask("PRAGMA journal_mode; COMMIT"), "delete");
  EXPECT_EQ(*ledger.add(sample(), made_by), Added::added);
}

TEST_F(Durability, TwoWritersAndAReaderAtOnce) {
  opened();
  constexpr std::uint32_t each = 40;
  for (const std::uint32_t first : {0U, each}) {
    if (fork() != 0) continue;
    auto ledger = Ledger::open(file());
    bool good = ledger.has_value();
    for (std::uint32_t seed = first; good && seed < first + each; ++seed) {
      good = ledger->add(Dice(seed).reading(), made_by).has_value();
    }
    _exit(good ? 0 : 1);
  }
  const auto finished = [](int& status) { return waitpid(-1, &status, WNOHANG); };
  int running = 2;
  std::size_t seen = 0;
  while (running > 0) {
    const Ledger reader = opened(Ledger::Mode::read_only);
    const auto found = reader.find({.latest_only = false, .limit = 50});
    ASSERT_EQ(outcome(found), "done");
    seen = std::max(seen, found->size());
    int status = 0;
    while (finished(status) > 0) {
      EXPECT_EQ(status, 0);
      --running;
    }
  }
  const Ledger ledger = opened();
  for (std::uint32_t seed = 0; seed < 2 * each; ++seed) expect_whole(ledger, seed, true);
  EXPECT_EQ(integrity(), "ok");
  EXPECT_GT(seen, 0U);
}

// Asks everything a ledger can be asked; only the answers' being there counts.
std::string ask_everything(const std::filesystem::path& file) {
  auto ledger = Ledger::open(file);
  if (!ledger) return outcome(ledger);
  const auto all = ledger->find({.latest_only = false});
  const std::string first = outcome(all);
  for (const Query& query : {Query{.who = "a"}, Query{.where = "e"}, Query{.what = "LOSS"},
                             Query{.text = "said OR bridge"}, Query{.box = Box{}}}) {
    (void)ledger->find(query).has_value();
  }
  if (all) {
    for (const KeptClaim& kept : *all) (void)ledger->dispatch(kept.claim.dispatch).has_value();
  }
  (void)ledger->size().has_value();
  (void)ledger->add(sample(), made_by).has_value();
  return first;
}

TEST_F(Durability, ACutFileIsNamedAsDamaged) {
  {
    Ledger ledger = opened();
    for (std::uint32_t seed = 0; seed < 10; ++seed) ledger.add(Dice(seed).reading(), made_by).value();
  }
  const std::string whole = bytes_of(file());
  for (std::size_t size = 1; size < whole.size(); size += 1 + size / 9) {
    write_bytes(file("cut.ledger"), whole.substr(0, size));
    EXPECT_EQ(ask_everything(file("cut.ledger")).substr(0, 11), "bad-ledger:")
        << size << " of " << whole.size() << " bytes";
  }
}

TEST_F(Durability, AGarbledFileIsAnsweredOrRefused) {
  {
    Ledger ledger = opened();
    for (std::uint32_t seed = 0; seed < 4; ++seed) ledger.add(Dice(seed).reading(), made_by).value();
  }
  const std::string whole = bytes_of(file());
  Dice dice(3);
  std::size_t refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bytes = whole;
    for (std::uint32_t left = 1 + dice.below(200); left > 0; --left) {
      bytes[100 + dice.below(static_cast<std::uint32_t>(bytes.size()) - 100)] = static_cast<char>(dice.below(256));
    }
    write_bytes(file("garbled.ledger"), bytes);
    const std::string said = ask_everything(file("garbled.ledger"));
    EXPECT_TRUE(said == "done" || said.starts_with("bad-ledger:") || said.starts_with("storage:")) << said;
    refused += said != "done";
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
      std::filesystem::remove(file(std::string("garbled.ledger") + ending));
  }
  EXPECT_GT(refused, 50U);
}

}  // namespace
}  // namespace sayso
