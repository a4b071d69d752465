// Adding in bulk, from outside: what is taken, what is said, and that no interruption leaves a trace.
#include "cli/bulk.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <new>
#include <random>
#include <regex>
#include <stdexcept>

#include "cli/read_ahead.h"
#include "cli/source.h"

namespace sayso::cli_test {
namespace {

class Bulk : public Program {
 protected:
  void write_world() const {
    for (int number = 0; number < 12; ++number)
      write(folder_ / "pages" / std::to_string(number % 3) / (std::to_string(number) + ".txt"),
            invented(1000 + number));
    write(folder_ / "a.jsonl", invented_lines(0, 40) + "broken\n" + invented_lines(40, 60));
    write(folder_ / "b.jsonl", invented_lines(20, 90));
    write(folder_ / "c.warc", invented_archive(200, 220));
    for (int number = 210; number < 230; ++number) {
      write(folder_ / ".member", invented_archive(number, number + 1));
      shell("gzip -c .member >> d.warc.gz");
    }
  }

  void shell(const std::string& line) const {
    ASSERT_EQ(std::system(("cd '" + folder_.string() + "' && " + line).c_str()), 0) << line;
  }

  // Starts the program on the world, kills it after some microseconds and says whether it had come to its end before.
  bool kill_after(useconds_t wait, const std::string& ledger, const std::string& jobs) const {
    const pid_t child = fork();
    if (child == 0) {
      const int nowhere = open("/dev/null", O_WRONLY);
      dup2(nowhere, 1);
      dup2(nowhere, 2);
      if (chdir(folder_.c_str()) != 0) _exit(99);
      execl(SAYSO_PROGRAM, "sayso", "add", "pages", "a.jsonl", "c.warc", "d.warc.gz", "b.jsonl", "--ledger",
            ledger.c_str(), "--jobs", jobs.c_str(), nullptr);
      _exit(99);
    }
    usleep(wait);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status);
  }
};

// Fifteen kills; SAYSO_KILLS=100 for as many.
TEST_F(Bulk, KilledAtAnyMomentTheLedgerIsInTheEndTheSameFile) {
  write_world();
  const auto begin = std::chrono::steady_clock::now();
  const Outcome whole = run("add pages a.jsonl c.warc d.warc.gz b.jsonl --ledger whole --jobs 2");
  EXPECT_TRUE(holds(whole.err, "114 added, 18 revisions, 50 unchanged, 1 skipped (not-text 1)")) << whole.err;
  const auto took = static_cast<std::uint32_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count());
  const char* wanted = std::getenv("SAYSO_KILLS");
  const int kills = wanted == nullptr ? 15 : std::atoi(wanted);
  std::minstd_rand dice(5);
  int ledgers = 0, interrupted = 0;
  std::string name = "l0";
  int killed = 0;
  while (killed < kills) {
    const std::string jobs = std::to_string(1 + dice() % 4);
    if (!kill_after(static_cast<useconds_t>(dice() % (took + took / 4)), name, jobs)) {
      ++killed;
      interrupted += std::filesystem::exists(folder_ / name) ? 1 : 0;
      if (std::filesystem::exists(folder_ / name)) {
        ASSERT_EQ(Sql(folder_ / name).ask("PRAGMA integrity_check"), "ok");
      }
      if (killed % 5 != 0) continue;
    }
    run("add pages a.jsonl c.warc d.warc.gz b.jsonl --ledger " + name);
    ASSERT_EQ(difference(folder_ / "whole", folder_ / name), "") << name << " after " << killed << " kills";
    EXPECT_FALSE(std::filesystem::exists(folder_ / (name + "-bookmark")));
    EXPECT_FALSE(std::filesystem::exists(folder_ / (name + "-wal")));
    name = "l" + std::to_string(++ledgers);
  }
  EXPECT_GT(interrupted, kills / 3);  // the runs did get to work
  std::printf("%d kills, %d of them with a ledger begun, %d ledgers finished\n", killed, interrupted, ledgers);
}

TEST_F(Bulk, TheSameFileForAnyNumberOfThreads) {
  write_world();
  for (const std::string jobs : {"1", "4", "16"})
    run("add pages a.jsonl c.warc d.warc.gz b.jsonl --ledger l" + jobs + " --jobs " + jobs);
  EXPECT_EQ(difference(folder_ / "l1", folder_ / "l4"), "");
  EXPECT_EQ(difference(folder_ / "l1", folder_ / "l16"), "");
}

TEST_F(Bulk, ToldToEndItLeavesABookmarkAndGoesOn) {
  write(folder_ / "a.jsonl", invented_lines(0, 800));
  run("add a.jsonl --ledger whole");
  const Outcome ended =
      run("add a.jsonl --ledger l --jobs 1 & while [ ! -s l-wal ] && kill -0 $!; do sleep 0.01; done; sleep 0.05; kill "
          "-TERM "
          "$!; wait $!");
  EXPECT_EQ(ended.code, 143) << ended.err;
  EXPECT_TRUE(holds(ended.err, "interrupted, what was added before is kept")) << ended.err;
  EXPECT_TRUE(std::filesystem::exists(folder_ / "l-bookmark"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l-wal"));  // at rest in one file
  const Outcome rest = run("add a.jsonl --ledger l --report r");
  EXPECT_TRUE(holds(rest.err, " 0 unchanged, 0 skipped")) << rest.err;
  EXPECT_TRUE(holds(rest.err, "passed over (done-before ")) << rest.err;
  EXPECT_TRUE(holds(text_of(folder_ / "r"), R"({"where":"a.jsonl","reason":"done-before",)")) << text_of(folder_ / "r");
  EXPECT_EQ(difference(folder_ / "whole", folder_ / "l"), "");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l-bookmark"));
}

TEST_F(Bulk, ABookmarkOfAnotherLedgerOrFileIsNotBelieved) {
  write(folder_ / "a.jsonl", invented_lines(0, 800));
  run("add a.jsonl --ledger l --jobs 1 & while [ ! -s l-wal ] && kill -0 $!; do sleep 0.01; done; sleep 0.05; kill "
      "-TERM "
      "$!; wait $!");
  ASSERT_TRUE(std::filesystem::exists(folder_ / "l-bookmark"));
  std::filesystem::copy_file(folder_ / "l-bookmark", folder_ / "m-bookmark");
  write(folder_ / "one.jsonl", invented_line(7));
  run("add one.jsonl --ledger m");
  std::filesystem::copy_file(folder_ / "l-bookmark", folder_ / "m-bookmark",
                             std::filesystem::copy_options::overwrite_existing);
  run("add a.jsonl --ledger m");
  EXPECT_EQ(Sql(folder_ / "m").ask("SELECT count(*) FROM dispatches"), "800") << "another ledger";
  write(folder_ / "a.jsonl", invented_lines(900, 910) + invented_lines(0, 800));
  EXPECT_TRUE(holds(run("add a.jsonl --ledger l").err, " unchanged, 0 skipped; ")) << "another file";
  EXPECT_EQ(Sql(folder_ / "l").ask("SELECT count(*) FROM dispatches"), "810");
}

TEST_F(Bulk, PatternsListsAndFolders) {
  write_world();
  EXPECT_TRUE(holds(run("add 'pages/**/*.txt' --ledger p").err, "12 added")) << "a pattern no shell expanded";
  EXPECT_TRUE(holds(run("add --from-list - --ledger p", "find pages -type f -print0 |").err, "12 unchanged"));
  write(folder_ / "list", "pages/0/0.txt\n\npages/1\r\nnone.txt\n");
  const Outcome listed = run("add --from-list list --ledger q");
  EXPECT_TRUE(holds(listed.err, "5 added, 0 revisions, 0 unchanged, 1 skipped (unreadable 1)")) << listed.err;
  const Outcome none = run("add 'pages/*.pdf' --ledger p");
  EXPECT_EQ(none.code, 1);
  EXPECT_TRUE(holds(none.err, "pages/*.pdf: no file fits this pattern")) << none.err;
  EXPECT_EQ(run("add --ledger p").code, 2);
}

TEST_F(Bulk, ADryRunChangesNothing) {
  write_world();
  const Outcome dry = run("add a.jsonl b.jsonl --ledger l --dry-run --report -");
  EXPECT_TRUE(holds(dry.err, "90 would be added, 40 unchanged, 1 skipped (not-text 1); ")) << dry.err;
  EXPECT_EQ(dry.out, "{\"where\":\"a.jsonl:41\",\"reason\":\"not-text\",\"message\":\"not a JSON object\"}\n");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l"));
  run("add a.jsonl --ledger l");
  const std::string bytes = text_of(folder_ / "l");
  EXPECT_TRUE(holds(run("add b.jsonl --ledger l --dry-run").err, "30 would be added, 40 unchanged, 0 skipped"));
  EXPECT_EQ(text_of(folder_ / "l") == bytes, true);
}

TEST_F(Bulk, SaysTheFirstFaultsAndListsThemAll) {
  std::string lines;
  for (int i = 0; i < 50; ++i) lines += "broken\n";
  write(folder_ / "bad.jsonl", lines + invented_line(1));
  const Outcome o = run("add bad.jsonl --ledger l --report r");
  EXPECT_EQ(o.code, 1);
  EXPECT_TRUE(holds(o.err, "bad.jsonl:20: not a JSON object\nsayso: more that cannot be read is only counted"));
  EXPECT_FALSE(holds(o.err, "bad.jsonl:21"));
  EXPECT_TRUE(holds(o.err, "1 added, 0 revisions, 0 unchanged, 50 skipped (not-text 50)")) << o.err;
  const std::string report = text_of(folder_ / "r");
  EXPECT_EQ(std::count(report.begin(), report.end(), '\n'), 50);
  EXPECT_TRUE(holds(report, R"({"where":"bad.jsonl:50","reason":"not-text","message":"not a JSON object"})"));
  EXPECT_TRUE(holds(run("add bad.jsonl --ledger l --report no/r").err, "sayso: no/r: cannot be written"));
}

TEST_F(Bulk, WhatStopsTheLedgerIsNamedWithThePlace) {
  write(folder_ / "a.jsonl", invented_lines(0, 60));
  run("add a.jsonl --ledger l");
  const std::string before = text_of(folder_ / "l");
  write(folder_ / "more.jsonl", invented_lines(60, 400));
  const Outcome full = run("add more.jsonl --ledger l --jobs 1", "trap '' XFSZ; ulimit -f 700;");
  EXPECT_EQ(full.code, 1);
  EXPECT_TRUE(holds(full.err, "sayso: l: ")) << full.err;
  EXPECT_TRUE(
      std::regex_search(full.err, std::regex("sayso: more.jsonl:[0-9]+: not added, nor what comes behind it\n")))
      << full.err;
  EXPECT_TRUE(holds(full.err, "stopped, what was added before is kept")) << full.err;
  EXPECT_EQ(Sql(folder_ / "l").ask("PRAGMA integrity_check; SELECT count(*) FROM v_broken_spans"), "ok\n0");
  run("add more.jsonl --ledger l");
  run("add a.jsonl --ledger whole");
  run("add more.jsonl --ledger whole");
  EXPECT_EQ(difference(folder_ / "whole", folder_ / "l"), "");
}

TEST_F(Bulk, ArchivesGiveTheirPages) {
  write(folder_ / "c.warc", invented_archive(200, 203));
  const Outcome o = run("add c.warc --ledger l --report r");
  EXPECT_TRUE(holds(o.err, "3 added, 0 revisions, 0 unchanged, 0 skipped; ")) << o.err;
  EXPECT_TRUE(holds(o.err, "3 passed over (record-request 3)")) << o.err;
  EXPECT_EQ(Sql(folder_ / "l").ask("SELECT url FROM dispatches"),
            "https://post.example/page/200\nhttps://post.example/page/201\nhttps://post.example/page/202");
  EXPECT_TRUE(holds(text_of(folder_ / "r"), R"({"where":"c.warc","reason":"record-request","message":"3 of it"})"));
  // Cut in the midst of its last record: what is there is read, the rest is said.
  const std::string bytes = text_of(folder_ / "c.warc");
  write(folder_ / "cut.warc", bytes.substr(0, bytes.rfind("WARC/1.0") + 40));
  const Outcome cut = run("add cut.warc --ledger m");
  EXPECT_TRUE(holds(cut.err, "2 added, 0 revisions, 0 unchanged, 1 skipped")) << cut.err;
  EXPECT_TRUE(holds(run("add - --format archive --ledger n", "cat c.warc |").err, "3 added"));
}

// A record that breaks off is read as far as it goes, and that it does is said: of a page that can be read by its
// dispatch, of another beside the reason why it cannot.
TEST_F(Bulk, ACutArchiveIsSaid) {
  const std::string whole = warc_records("https://post.example/1", invented_page(8), "text/html; charset=utf-8");
  const std::size_t page = whole.find("<p>");
  ASSERT_NE(page, std::string::npos);
  const std::string cut = "the file ends in the middle of this record";
  write(folder_ / "cut.warc", whole.substr(0, page + 4));
  write(folder_ / "gone.warc", whole.substr(0, page + 4));
  shell("gzip gone.warc && head -c -12 gone.warc.gz >packed.warc.gz");
  std::string wrong = whole.substr(0, page + 4);
  const std::size_t length = wrong.find("Content-Length: ", wrong.find("WARC-Type: response")) + 16;
  wrong.replace(length, wrong.find('\r', length) - length, "99999");
  write(folder_ / "wrong.warc", wrong);
  for (const std::string name : {"cut.warc", "wrong.warc", "packed.warc.gz"}) {
    const Outcome o = run("add " + name + " --all --ledger l --report r");
    EXPECT_TRUE(holds(o.err, "1 skipped")) << name << o.err;
    EXPECT_TRUE(holds(text_of(folder_ / "r"), name == "packed.warc.gz" ? "at byte " : cut)) << text_of(folder_ / "r");
  }
  const std::size_t end = whole.rfind("</");
  write(folder_ / "long.warc", whole.substr(0, end));
  const Outcome o = run("add long.warc --all --ledger m");
  EXPECT_TRUE(holds(o.err, "1 added")) << o.err;
  EXPECT_TRUE(holds(Sql(folder_ / "m").ask("SELECT note FROM dispatch_notes"), cut));
}

TEST_F(Bulk, PackedFilesAndFeeds) {
  write(folder_ / "page.html", invented_page(7));
  write(folder_ / "n.jsonl", invented_lines(0, 4));
  shell("gzip page.html n.jsonl");
  std::string text = invented(9);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; ++at) text[at] = ' ';
  write(
      folder_ / "kesh.rss",
      "<?xml version='1.0'?><rss version='2.0'><channel><title>The Dovran Post</title><item><title>Losses</title>"
      "<link>https://post.example/9</link><description>&lt;p&gt;" +
          text + text + text +
          "&lt;/p&gt;</description></item><item><title>Two soldiers killed</title><link>https://post.example/10</link>"
          "<description>Read on.</description></item></channel></rss>");
  write(folder_ / "sitemap.xml", "<?xml version='1.0'?><urlset><url><loc>https://post.example/</loc></url></urlset>");
  const Outcome o = run("add . --ledger l -v");
  EXPECT_EQ(o.code, 0);
  EXPECT_TRUE(holds(o.err, "6 added, ") || holds(o.err, "5 added, 1 revision, ")) << o.err;
  EXPECT_TRUE(holds(o.err, "teaser 1")) << o.err;
  EXPECT_TRUE(holds(o.err, "other-kind ")) << o.err;
  EXPECT_EQ(Sql(folder_ / "l").ask("SELECT url FROM dispatches WHERE path LIKE '%kesh.rss%'"),
            "https://post.example/9");
}

// What a source gives from there on, and where it is behind each item.
std::vector<std::pair<std::string, cli::Position>> items_from(const std::filesystem::path& path,
                                                              const cli::Position& position) {
  const auto source = cli::archive_source(path, {});
  source->pass_to(position);
  std::vector<std::pair<std::string, cli::Position>> items;
  while (const auto item = source->next()) items.emplace_back(item->where, source->position());
  return items;
}

TEST_F(Bulk, NoEntryOfAFeedInAnArchiveIsLostWhereARunWasInterrupted) {
  write(folder_ / "f.warc", invented_archive(1, 2) +
                                warc_records("https://post.example/rss", invented_feed(10, 13), "application/rss+xml") +
                                invented_archive(2, 3));
  shell("gzip -k f.warc");
  for (const std::string name : {"f.warc", "f.warc.gz"}) {
    const auto all = items_from(folder_ / name, {});
    ASSERT_EQ(all.size(), 5U) << name;
    EXPECT_EQ(all[0].second, all[1].second) << "the feed is not done with";
    EXPECT_EQ(all[1].second, all[2].second);
    EXPECT_NE(all[2].second, all[3].second) << "its last entry was given out";
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto rest = items_from(folder_ / name, all[i].second);
      const std::size_t first = i < 3 ? 1 : i + 1;  // a feed begun is read again
      EXPECT_EQ(rest, decltype(all)(all.begin() + static_cast<std::ptrdiff_t>(first), all.end())) << name << " " << i;
    }
  }
}

// More than the feed reader takes.
std::string too_large_feed() {
  return "<rss version='2.0'><channel><title>" + std::string(std::size_t{33} << 20U, ' ') + "</title></channel></rss>";
}

TEST_F(Bulk, FeedsInArchivesAreCounted) {
  write(folder_ / "f.warc",
        warc_records("https://post.example/large", too_large_feed(), "application/rss+xml") +
            warc_records("https://post.example/rss", invented_feed(10, 12), "application/rss+xml; charset=utf-8") +
            warc_records("https://post.example/more", invented_feed(12, 12), "application/rss+xml"));
  const Outcome o = run("add f.warc --ledger l");
  EXPECT_EQ(o.code, 1);
  EXPECT_TRUE(holds(o.err, "2 added, 0 revisions, 0 unchanged, 1 skipped (too-large 1); ")) << o.err;
  EXPECT_TRUE(holds(o.err, "5 passed over (record-request 3, teaser 2)")) << o.err;
}

TEST_F(Bulk, AServersWordAboutTheEncodingDoesNotBind) {
  std::string page = invented_page(7);
  for (std::size_t at = 0; (at = page.find("\xE2\x80\x94", at)) != std::string::npos;)
    page.replace(at, 3, "\x97 Andr\xE9 Ren\xE9 caf\xE9 \x97");
  write(folder_ / "f.warc",
        warc_records("https://post.example/1", page, "text/html; charset=utf-8") +
            warc_records("https://post.example/2", invented_page(8), "text/html; charset=nonsense") +
            warc_records("https://post.example/3", invented_page(9), "text/html; charset=koi8-r"));
  const Outcome o = run("add f.warc --ledger l");
  EXPECT_EQ(o.code, 0);
  EXPECT_TRUE(holds(o.err, "3 added, 0 revisions, 0 unchanged, 0 skipped; ")) << o.err;
}

TEST_F(Bulk, LinesOutOfAPipeWithAName) {
  write(folder_ / "a.jsonl", invented_lines(0, 4));
  const Outcome plain = run("add p.jsonl --ledger l",
                            "mkfifo p.jsonl; { printf '{'; sleep 0.1; tail -c +2 a.jsonl; } >p.jsonl & timeout 60");
  EXPECT_TRUE(holds(plain.err, "4 added, ")) << plain.err;
  const Outcome packed =
      run("add q.jsonl.gz --ledger m", "mkfifo q.jsonl.gz; gzip -c a.jsonl >q.jsonl.gz & timeout 60");
  EXPECT_TRUE(holds(packed.err, "4 added, ")) << packed.err;
}

TEST_F(Bulk, StandardInputIsToldByItsBeginning) {
  write(folder_ / "a.jsonl", "\xEF\xBB\xBF" + invented_lines(0, 3) + "broken\n" + invented_lines(3, 4));
  const Outcome lines = run("add - --ledger l", "cat a.jsonl |");
  EXPECT_TRUE(holds(lines.err, "4 added, 0 revisions, 0 unchanged, 1 skipped (not-text 1)")) << lines.err;
  EXPECT_TRUE(holds(lines.err, "-:4: not a JSON object")) << lines.err;
  EXPECT_TRUE(holds(run("add - --ledger l", "gzip -c a.jsonl |").err, " 4 unchanged, 1 skipped"));
  write(folder_ / "kesh.rss", invented_feed(10, 12));
  const Outcome feed = run("add - --ledger m", "cat kesh.rss |");
  EXPECT_TRUE(holds(feed.err, "2 added, ")) << feed.err;
  EXPECT_TRUE(holds(feed.err, "1 passed over (teaser 1)")) << feed.err;
  write(folder_ / "page.html", invented_page(5));
  write(folder_ / "brace.txt", "{sic}\n\n" + invented(6));
  EXPECT_TRUE(holds(run("add - --ledger n", "cat page.html |").err, "1 added, "));
  EXPECT_TRUE(holds(run("add - --ledger n", "cat brace.txt |").err, "1 added, "));
  EXPECT_TRUE(holds(run("add - --ledger n", "printf '' |").err, "1 skipped (empty 1)"));
}

TEST_F(Bulk, AFeedTooLargeIsSaid) {
  write(folder_ / "large.rss", too_large_feed());
  const Outcome o = run("add large.rss --ledger l");
  EXPECT_TRUE(holds(o.err, "1 skipped (too-large 1)")) << o.err;
  EXPECT_TRUE(holds(o.err, "more than the 32 MB")) << o.err;
}

TEST(BulkReading, WhatIsThrownIsTheFaultOfOneDispatch) {
  cli::ReadAhead ahead(
      [](const cli::Next& next) -> cli::Outcome {
        if (next.where == "large") throw std::bad_alloc();
        if (next.where == "odd") throw std::runtime_error("odd");
        return cli::Unread::off_topic;
      },
      2);
  for (const std::string where : {"large", "odd", "sound"})
    ahead.ask({.where = where, .input = cli::Input{where, "x", {}}});
  EXPECT_EQ(std::get<Error>(ahead.take().outcome),
            (Error{ErrorCode::too_large, "large", "not enough memory to read it"}));
  EXPECT_EQ(std::get<Error>(ahead.take().outcome), (Error{ErrorCode::unreadable, "odd", "reading it failed: odd"}));
  EXPECT_EQ(std::get<cli::Unread>(ahead.take().outcome), cli::Unread::off_topic);
}

TEST_F(Bulk, AFeedSaysWhatPagesLeaveOut) {
  const std::string words =
      "<p>DOVRAN, Varnia (DP) - The army said on Monday that shelling had killed two soldiers near "
      "Kesh and that the bridge over the river was hit by rockets twice in the night.</p>";
  const std::string canonical = "<link rel='canonical' href='https://post.example/8/'>";
  write(folder_ / "page.html", "<html><head>" + canonical +
                                   "</head><body><article><h1>Two soldiers killed near Kesh</h1>" + words + words +
                                   "</article></body></html>");
  write(folder_ / "kesh.rss",
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Dovran Post</title><item><title>Killed</title>"
        "<link>http://www.post.example/8?utm_source=rss</link><pubDate>Tue, 13 May 2031 06:00:00 GMT</pubDate></item>"
        "</channel></rss>");
  ASSERT_EQ(run("add page.html --ledger l").code, 0);
  EXPECT_EQ(Sql(folder_ / "l").ask("SELECT published FROM dispatches"), "NULL");
  ASSERT_EQ(run("add page.html --ledger m --feed kesh.rss").code, 0);
  EXPECT_EQ(Sql(folder_ / "m").ask("SELECT published, outlet FROM dispatches"), "2031-05-13|The Dovran Post");
  EXPECT_EQ(Sql(folder_ / "m").ask("SELECT rule FROM metadata WHERE field = 'published'"), "feed");
  EXPECT_EQ(Sql(folder_ / "m").ask("SELECT DISTINCT said_begin FROM claims WHERE act = 'assert' AND quote <> 'own'"),
            "2031-05-12");
  const Outcome wrong = run("add page.html --ledger n --feed page.html");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_TRUE(holds(wrong.err, "is no feed")) << wrong.err;
  EXPECT_EQ(run("read page.html --feed gone.rss").code, 1);
}

TEST_F(Bulk, TheFirstLookIsForBulkOnly) {
  write(folder_ / "pages/cake.txt",
        "Cake at noon\n\nDOVRAN \xE2\x80\x94 The baker said on Monday that the cake is sweet.\n");
  write(folder_ / "pages/war.txt", invented(1));
  const Outcome bulk = run("add pages --ledger l --report r");
  EXPECT_EQ(bulk.code, 0) << bulk.err;
  EXPECT_TRUE(holds(bulk.err, "1 added, 0 revisions, 0 unchanged, 0 skipped; ")) << bulk.err;
  EXPECT_TRUE(holds(bulk.err, "; 1 passed over (off-topic 1)")) << bulk.err;
  EXPECT_TRUE(holds(text_of(folder_ / "r"), R"({"where":"pages/cake.txt","reason":"off-topic",)"));
  EXPECT_TRUE(holds(run("add pages --ledger l --all").err, "1 added, 0 revisions, 1 unchanged"));
  EXPECT_TRUE(holds(run("add pages/cake.txt --ledger m").err, "1 added"));
}

}  // namespace
}  // namespace sayso::cli_test
