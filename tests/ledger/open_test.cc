// What can stand at a ledger's path, and what opening says to it.
#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "ledger/processes.h"
#include "ledger/readings.h"
#include "ledger/schema.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

using Names = std::vector<std::string>;
constexpr auto to_write = Ledger::Mode::create_or_write;
constexpr auto to_read = Ledger::Mode::read_only;

class Open : public LedgerTest {
 protected:
  std::string open(const std::string& name, Ledger::Mode mode) const {
    return outcome(Ledger::open(folder_ / name, mode));
  }
  void fill() const {
    Ledger ledger = opened();
    ASSERT_EQ(outcome(ledger.add(sample(), made_by)), "done");
  }
  // The sample under the tables of an older version: what both have is carried over.
  void write_as_version(std::size_t version) const {
    fill();
    std::filesystem::rename(file(), file("new"));
    Sql sql(file());
    const std::array scripts{ledger::schema_0001, ledger::schema_0002, ledger::schema_0003, ledger::schema_0004};
    for (std::size_t i = 0; i < version; ++i) ASSERT_EQ(sql.ask(scripts[i]), "");
    sql.ask("PRAGMA application_id = 1935767923; PRAGMA user_version = " + std::to_string(version) + "; ATTACH '" +
            file("new").string() + "' AS new");
    for (const std::string& table : lines_of(
             sql.ask("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'claim_text%' AND "
                     "name NOT LIKE 'place_points%'"))) {
      std::string columns;
      for (const std::string& name : lines_of(sql.ask("SELECT name FROM pragma_table_info('" + table + "', 'main')")))
        columns += (columns.empty() ? "" : ", ") + name;
      ASSERT_EQ(sql.ask("INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM new." + table),
                "");
    }
    sql.ask("DETACH new");
    std::filesystem::remove(file("new"));
  }
};

TEST_F(Open, PathsThatAreNoLedger) {
  std::filesystem::create_directory(file("folder"));
  write_bytes(file("notes.txt"), "Varnia hits a bridge");
  write_bytes(file("long.txt"), std::string(5000, 'x'));
  write_bytes(file("zeros"), std::string(8192, '\0'));
  write_bytes(file("magic"), std::string("SQLite format 3\0", 16) + std::string(84, '\7'));
  write_bytes(file("empty"), "");
  Sql(file("browser.sqlite")).ask("PRAGMA application_id = 7; CREATE TABLE history (url TEXT)");
  Sql(file("plain.sqlite")).ask("CREATE TABLE history (url TEXT)");
  ASSERT_EQ(mkfifo(file("pipe").c_str(), 0600), 0);
  const std::string not_sqlite = "bad-ledger: not a sayso ledger (not an SQLite file)";
  const std::string another = "bad-ledger: an SQLite file of another program, not a sayso ledger";
  struct Row {
    const char* name;
    Ledger::Mode mode;
    std::string expected;
  };
  const Names before = names_in(folder_);
  for (const Row& row : std::vector<Row>{
           {"missing", to_read, "unreadable: there is no such ledger"},
           {"missing/war.ledger", to_write, "unreadable: its folder does not exist"},
           {"folder", to_read, "unreadable: is a folder, not a ledger"},
           {"folder", to_write, "unreadable: is a folder, not a ledger"},
           {"pipe", to_write, "unreadable: is not an ordinary file"},
           {"notes.txt", to_read, not_sqlite},
           {"notes.txt", to_write, not_sqlite},
           {"long.txt", to_write, not_sqlite},
           {"zeros", to_write, not_sqlite},
           {"magic", to_write, another},
           {"browser.sqlite", to_read, another},
           {"browser.sqlite", to_write, another},
           {"plain.sqlite", to_write, another},
           {"empty", to_read, "bad-ledger: the file is empty, not a ledger"},
       }) {
    const bool file_there = std::filesystem::is_regular_file(file(row.name));
    const std::string bytes = file_there ? bytes_of(file(row.name)) : "";
    EXPECT_EQ(open(row.name, row.mode), row.expected) << row.name;
    EXPECT_EQ(file_there ? bytes_of(file(row.name)) : "", bytes) << row.name;
  }
  EXPECT_EQ(names_in(folder_), before);
  EXPECT_EQ(outcome(Ledger::open("")), "wrong-use: a ledger needs a path");
  EXPECT_EQ(open("empty", to_write), "done");  // an empty file becomes a ledger
}

TEST_F(Open, OddNamesAreNamesAndNothingElse) {
  for (const std::string name : {":memory:", "file:war?mode=memory", "a b%20c?d#e", "Дніпро"}) {
    EXPECT_EQ(open(name, to_write), "done");
    EXPECT_TRUE(std::filesystem::file_size(folder_ / name) > 0) << name;
    EXPECT_EQ(open(name, to_read), "done");
  }
}

TEST_F(Open, AtRestOneFileInRollbackMode) {
  fill();
  EXPECT_EQ(names_in(folder_), Names{"war.ledger"});
  const std::string bytes = bytes_of(file());
  {
    const Ledger ledger = opened(to_read);
    EXPECT_EQ(ledger.find({})->size(), 3U);
    EXPECT_EQ(names_in(folder_), Names{"war.ledger"});
  }
  EXPECT_EQ(bytes_of(file()), bytes);
  EXPECT_EQ(Sql(file()).ask("PRAGMA application_id; PRAGMA user_version; PRAGMA integrity_check; PRAGMA journal_mode"),
            "1935767923\n5\nok\ndelete");
}

TEST_F(Open, WhileWrittenInWriteAheadMode) {
  Ledger ledger = opened();
  ASSERT_EQ(outcome(ledger.add(sample(), made_by)), "done");
  EXPECT_EQ(Sql(file()).ask("PRAGMA journal_mode"), "wal");
}

// Version 1 had no events.context.
TEST_F(Open, AnOlderLedgerIsBroughtUpToDateByAWriterOnly) {
  write_as_version(1);
  EXPECT_EQ(open("war.ledger", to_read),
            "bad-ledger: of an older format (1); opening it for writing brings it up to date");
  EXPECT_EQ(open("war.ledger", to_write), "done");
  EXPECT_EQ(open("war.ledger", to_read), "done");
  EXPECT_EQ(Sql(file()).ask("PRAGMA user_version; SELECT count(*) > 0, max(context) = '' FROM events"), "5\n1|1");
  // Its dispatches stand for themselves; what is added now is compared with what is added later.
  Ledger ledger = opened();
  EXPECT_EQ(ledger.find({})->size(), 3U);
  EXPECT_EQ(*ledger.add(sample("", "A second page."), made_by), Added::added);
  EXPECT_EQ(ledger.find({})->size(), 6U);
}

// Version 3 kept no entries.
TEST_F(Open, ALedgerOfVersion3HasRoomForEntriesAfterwards) {
  write_as_version(3);
  EXPECT_EQ(open("war.ledger", to_read),
            "bad-ledger: of an older format (3); opening it for writing brings it up to date");
  Ledger ledger = opened();
  const auto kept = ledger.find({});
  ASSERT_EQ(outcome(kept), "done");
  ASSERT_EQ(kept->size(), 3U);
  EXPECT_FALSE(kept->front().entry);
  EXPECT_EQ(kept->front().claim, ledger.claim(kept->front().claim.id)->claim);
  Reading live = live_sample();
  give_identity(live.dispatch, "the same page with entries");
  for (Claim& claim : live.claims) claim.dispatch = live.dispatch.id, claim.id[0] = claim.id[0] == 'f' ? 'e' : 'f';
  EXPECT_EQ(*ledger.add(live, made_by), Added::revision);
  Sql sql(file());
  EXPECT_EQ(sql.ask("SELECT revision, entry, written FROM v_claims ORDER BY claim"),
            "1|NULL|2031-05-13\n1|NULL|2031-05-13\n1|NULL|2031-05-13\n2|1|2031-05-13\n2|2|2031-05-12\n2|2|2031-05-12");
}

TEST_F(Open, ALedgerOfVersion4KeepsWhoSignedFromThenOn) {
  write_as_version(4);
  Ledger ledger = opened();
  const auto before = ledger.find({});
  ASSERT_EQ(outcome(before), "done");
  ASSERT_FALSE(before->empty());
  Sql sql(file());
  const std::string question =
      "SELECT authors, published_clock, published_instant, modified, modified_clock, modified_instant FROM "
      "v_dispatches ORDER BY dispatch";
  EXPECT_EQ(sql.ask(question), "NULL|NULL|NULL|NULL|NULL|NULL") << "an older version kept none of it";
  EXPECT_EQ(*ledger.add(sample("https://post.example/other", "Snow fell."), made_by), Added::added);
  EXPECT_EQ(sql.ask(question),
            "NULL|NULL|NULL|NULL|NULL|NULL\nAnna Kesh; Bo Ostrel|09:05|2031-05-13T06:05:00Z|2031-05-14|18:30|NULL");
}

TEST_F(Open, ANewerFormatIsRefusedAndAnAlteredOneToo) {
  fill();
  Sql(file()).ask("PRAGMA user_version = 9");
  EXPECT_EQ(open("war.ledger", to_write), "bad-ledger: made by a newer sayso (its format is 9, this program knows 5)");
  EXPECT_EQ(open("war.ledger", to_read), "bad-ledger: made by a newer sayso (its format is 9, this program knows 5)");
  Sql(file()).ask("PRAGMA user_version = 5; DROP VIEW v_losses");
  EXPECT_EQ(open("war.ledger", to_write), "bad-ledger: the ledger is not as sayso makes it ('v_losses' is missing)");
  Sql(file()).ask(
      "CREATE VIEW v_losses AS WITH RECURSIVE endless(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT * "
      "FROM endless");
  EXPECT_EQ(open("war.ledger", to_write), "bad-ledger: the ledger is not as sayso makes it ('v_losses' was altered)");
}

TEST_F(Open, WhatPeopleAddBesideIsLetBe) {
  fill();
  EXPECT_EQ(Sql(file()).ask("CREATE TABLE my_notes (claim TEXT, note TEXT); CREATE VIEW mine AS SELECT id FROM claims; "
                            "CREATE TRIGGER nosy AFTER INSERT ON claims BEGIN INSERT INTO my_notes VALUES (new.id, "
                            "'seen'); END; ANALYZE"),
            "");
  Ledger ledger = opened();
  EXPECT_EQ(*ledger.add(sample("", "A second page."), made_by), Added::added);
  EXPECT_EQ(ledger.find({})->size(), 6U);
  EXPECT_EQ(Sql(file()).ask("SELECT count(*) FROM my_notes"), "0");  // what a file brings along does not run
}

TEST_F(Open, ReadOnlyRefusesToWrite) {
  fill();
  Ledger ledger = opened(to_read);
  EXPECT_EQ(outcome(ledger.add(sample("", "A second page."), made_by)),
            "storage: the file or its folder cannot be written");
  EXPECT_EQ(*ledger.add(sample(), made_by), Added::unchanged);
}

class WithoutRights : public Open {
 protected:
  WithoutRights() { chmod(folder_.c_str(), 0755); }

  // What somebody finds who may look at the folder and not write to it.
  std::string found(Ledger::Mode mode) {
    return in_child([&] {
      if (!become_nobody()) return std::string("cannot become nobody");
      const auto ledger = Ledger::open(file(), mode);
      if (!ledger) return outcome(ledger);
      const auto claims = ledger->find({});
      return claims ? std::to_string(claims->size()) + " claims" : outcome(claims);
    });
  }

  void lock_folder() {
    for (const auto& name : names_in(folder_)) chmod(file(name).c_str(), 0444);
    chmod(folder_.c_str(), 0555);
  }
  ~WithoutRights() override { chmod(folder_.c_str(), 0755); }
};

TEST_F(WithoutRights, AFolderThatCannotBeWritten) {
  lock_folder();
  EXPECT_EQ(found(to_write), "storage: its folder cannot be written");
}

TEST_F(WithoutRights, AFileThatCannotBeWritten) {
  fill();
  lock_folder();
  EXPECT_EQ(found(to_read), "3 claims");
  EXPECT_EQ(in_child([&] {
              become_nobody();
              auto ledger = Ledger::open(file());
              return ledger ? outcome(ledger->add(sample("", "More."), made_by)) : outcome(ledger);
            }),
            "storage: the file or its folder cannot be written");
}

TEST_F(WithoutRights, AFileThatCannotBeRead) {
  fill();
  chmod(file().c_str(), 0000);
  EXPECT_EQ(found(to_read), "unreadable: cannot be read");
}

TEST_F(WithoutRights, ALedgerInWriteAheadModeWithNothingWaiting) {
  fill();
  EXPECT_EQ(Sql(file()).ask("PRAGMA journal_mode = WAL"), "wal");
  ASSERT_EQ(names_in(folder_), Names{"war.ledger"});
  lock_folder();
  EXPECT_EQ(found(to_read), "3 claims");
}

TEST_F(WithoutRights, ALedgerWhoseWriterWasKilled) {
  killed_after(1, 0, [&](auto say) {
    auto ledger = Ledger::open(file());
    if (ledger->add(sample(), made_by)) say(1);
    pause();
  });
  ASSERT_EQ(names_in(folder_), (Names{"war.ledger", "war.ledger-shm", "war.ledger-wal"}));
  lock_folder();
  EXPECT_EQ(found(to_read), "3 claims");
  chmod(folder_.c_str(), 0755);
  std::filesystem::remove(file("war.ledger-shm"));
  chmod(folder_.c_str(), 0555);
  EXPECT_EQ(
      found(to_read),
      "storage: its last writer did not finish and the folder cannot be written; copy the ledger together with its "
      "'-wal' file to a folder that can");
}

}  // namespace
}  // namespace sayso
