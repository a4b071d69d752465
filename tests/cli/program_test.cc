// The built program, from outside: what it prints where, and with which exit code.
#include "cli/program.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sayso::cli_test {
namespace {

const std::string sample = std::string(SAYSO_SOURCE_DIR) + "/samples/dispatch.md";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST_F(Program, HelpShowsExamplesFirst) {
  for (const std::string line : {"--help", "read --help", "add -h", "claims --help", "show --help", "rules --help",
                                 "completion --help", "help claims", "help"}) {
    const Outcome o = run(line);
    EXPECT_EQ(o.code, 0) << line;
    EXPECT_EQ(o.err, "") << line;
    EXPECT_LT(o.out.find("Examples:\n  sayso "), o.out.find("Usage: sayso ")) << line;
    for (const std::string& printed : lines_of(o.out)) EXPECT_LE(printed.size(), 100U) << line << ": " << printed;
  }
  EXPECT_EQ(run("").code, 2);
  EXPECT_TRUE(holds(run("--version").out, "sayso 0."));
}

TEST_F(Program, WrongUseIsTwoAndSaysWhatWasMeant) {
  const std::pair<std::string, std::string> cases[] = {
      {"raed x.txt", "there is no command `raed`; did you mean `read`?"},
      {"help shwo", "there is no command `shwo`; did you mean `show`?"},
      {"'" + sample + "'", "did you mean `sayso read "},
      {"read", "FILE is required"},
      {"read x --jsn", "there is no option `--jsn`; did you mean `--json`?"},
      {"read x --published 12/9/2022", "`12/9/2022` is no day"},
      {"read x --format pdf", "--format"},
      {"add x", "--ledger is required"},
      {"add x --ledger l --jobs 0", "--jobs"},
      {"claims", "--ledger is required"},
      {"claims --ledger l x", "`x` is one argument too many"},
      {"claims --ledger l --json --plain", "excludes"},
      {"claims --ledger l --act denny", "did you mean `deny`?"},
      {"claims --ledger l --since tomorrow", "`tomorrow` is no day"},
      {"claims --ledger l --side Rusia", "did you mean `russia`?"},
      {"claims --ledger l --box 1,2", "is no box"},
      {"completion tcsh", "tcsh"},
  };
  for (const auto& [line, message] : cases) {
    const Outcome o = run(line);
    EXPECT_EQ(o.code, 2) << line;
    EXPECT_EQ(o.out, "") << line;
    EXPECT_TRUE(holds(o.err, message)) << line << "\n" << o.err;
    EXPECT_EQ(o.err.substr(0, 7), "sayso: ") << line;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "l"));
}

TEST_F(Program, ReadsTheSample) {
  const Outcome view = run("read '" + sample + "'");
  EXPECT_EQ(view.code, 0) << view.err;
  EXPECT_EQ(view.err, "");
  EXPECT_TRUE(holds(view.out, "Kyiv Says It Struck River Crossings After Russian Pullback\n")) << view.out;
  EXPECT_TRUE(holds(view.out, "Monday 10 March 2031"));
  EXPECT_TRUE(holds(view.out, "Olena Marchuk, for the Ministry of Defence of Ukraine")) << view.out;
  EXPECT_TRUE(holds(view.out, "\"«The enemy lost up to 120 soldiers and more than 15 vehicles»,\"")) << view.out;
  EXPECT_TRUE(holds(view.out, "doubtful: only alleged, and by nobody named")) << view.out;
  EXPECT_EQ(view.out.find('\x1b'), std::string::npos);

  const Outcome json = run("read --json '" + sample + "'");
  EXPECT_EQ(json.code, 0);
  const auto claims = lines_of(json.out);
  EXPECT_GE(claims.size(), 8U);
  for (const std::string& line : claims) {
    const auto claim = nlohmann::json::parse(line, nullptr, false);
    ASSERT_TRUE(claim.is_object()) << line;
    EXPECT_EQ(claim["schema"], "sayso.claim/1");
  }
  EXPECT_EQ(run("read --json - < '" + sample + "'").out.substr(0, 25), json.out.substr(0, 25));
  EXPECT_EQ(run("read --json '" + sample + "'").out, json.out);
}

TEST_F(Program, ColourOnlyWhereItIsWanted) {
  EXPECT_TRUE(holds(run("read --color '" + sample + "'").out, "\x1b[1m"));
  EXPECT_FALSE(holds(run("read '" + sample + "'").out, "\x1b"));
  EXPECT_FALSE(holds(run("read --color --no-color '" + sample + "'").out, "\x1b"));
}

// One bad file among good ones: its line on standard error, exit 1, the good ones read all the same.
TEST_F(Program, BadFilesDoNotStopTheOthers) {
  write(folder_ / "good.txt", "KESH — The army said on Monday it had left the town.\n");
  write(folder_ / "empty.txt", "");
  write(folder_ / "white.txt", " \n\t\r\n");
  write(folder_ / "binary.txt", std::string("\x7f"
                                            "ELF\0\0\1\2\3\0\0\0",
                                            12) +
                                    std::string(300, '\0'));
  write(folder_ / "cut.txt", "The army said \xd0");
  write(folder_ / "page.html", "<html><head><title></title></head><body><script>1</script></body></html>");
  std::filesystem::create_directory(folder_ / "folder.txt");
  for (const std::string bad : {"empty.txt", "white.txt", "binary.txt", "cut.txt", "page.html", "folder.txt",
                                "missing.txt", "'bad\nname\x1b[2J.txt'"}) {
    const Outcome o = run("read --json " + bad + " good.txt");
    EXPECT_EQ(o.code, 1) << bad;
    EXPECT_EQ(lines_of(o.err).size(), 1U) << bad << "\n" << o.err;
    if (bad.front() != '\'') {
      EXPECT_EQ(o.err.rfind("sayso: " + bad + ": ", 0), 0U) << o.err;
    }
    EXPECT_EQ(o.err.find('\x1b'), std::string::npos);
    EXPECT_GE(lines_of(o.out).size(), 1U) << bad;
    if (bad == "folder.txt") continue;  // for `add` an empty folder is nothing wrong
    const Outcome added = run("add --ledger bad.ledger " + bad);
    EXPECT_EQ(added.code, 1) << bad;
    EXPECT_FALSE(std::filesystem::exists(folder_ / "bad.ledger")) << bad;
  }
}

TEST_F(Program, SaysWhenOutputIsNotTaken) {
  const Outcome full = run("read '" + sample + "' > /dev/full");
  EXPECT_EQ(full.code, 1);
  EXPECT_TRUE(holds(full.err, "standard output: No space left on device")) << full.err;
  // A reader that goes away ends the program without a word.
  const Outcome gone = run("read --json '" + sample + "' '" + sample + "' | true");
  EXPECT_EQ(gone.err, "");
}

TEST_F(Program, AddsOnceAndFindsAgain) {
  const Outcome first = run("add '" + sample + "' --ledger war.ledger");
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_EQ(first.out, "");
  EXPECT_TRUE(holds(first.err, "1 added, 0 revisions, 0 unchanged, 0 skipped")) << first.err;
  const Outcome again = run("add '" + sample + "' --ledger war.ledger");
  EXPECT_TRUE(holds(again.err, "0 added, 0 revisions, 1 unchanged, 0 skipped")) << again.err;
  EXPECT_EQ(run("add -q '" + sample + "' --ledger war.ledger").err, "");

  const Outcome all = run("claims --json --ledger war.ledger");
  EXPECT_EQ(all.code, 0) << all.err;
  EXPECT_EQ(lines_of(all.out).size(), lines_of(run("read --json '" + sample + "'").out).size());
  EXPECT_EQ(run("claims --json", "SAYSO_LEDGER=war.ledger").out, all.out);

  const Outcome marchuk =
      run("claims --ledger war.ledger --side ukrainian --who Marchuk --on 2031-03-10 --text Beryslav");
  EXPECT_EQ(marchuk.code, 0);
  EXPECT_TRUE(holds(marchuk.out, "Olena Marchuk")) << marchuk.out;
  EXPECT_TRUE(holds(marchuk.out, "Artillery fire near Beryslav and Snihurivka hit personnel")) << marchuk.out;

  const Outcome none = run("claims --ledger war.ledger --who Nobody");
  EXPECT_EQ(none.code, 0);
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(none.err, "no claims fit\n");
  EXPECT_EQ(run("claims --ledger war.ledger --text '\"'").code, 2);
}

TEST_F(Program, ShowsEveryClaimWithItsEvidence) {
  ASSERT_EQ(run("add -q '" + sample + "' --ledger war.ledger").code, 0);
  for (const std::string& line : lines_of(run("claims --json --ledger war.ledger").out)) {
    const std::string id = nlohmann::json::parse(line)["id"];
    const Outcome card = run("show " + id.substr(0, 8) + " --ledger war.ledger");
    EXPECT_EQ(card.code, 0) << card.err;
    EXPECT_TRUE(holds(card.out, "Claim " + id)) << card.out;
    EXPECT_TRUE(holds(card.out, "text [")) << card.out;
    EXPECT_FALSE(holds(card.out, "other words")) << card.out;
    EXPECT_EQ(run("show --json " + id + " --ledger war.ledger").out, line + "\n");
  }
  const Outcome unknown = run("show ffffffffffffffff --ledger war.ledger");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(holds(unknown.err, "ffffffffffffffff")) << unknown.err;
}

TEST_F(Program, RefusesAFileThatIsNoLedger) {
  write(folder_ / "note.txt", "KESH — The army said it had left.\n");
  for (const std::string line : {"claims --ledger note.txt", "show 1234 --ledger note.txt",
                                 "add note.txt --ledger note.txt", "claims --ledger none"}) {
    const Outcome o = run(line);
    EXPECT_EQ(o.code, 1) << line;
    EXPECT_EQ(lines_of(o.err).size(), 1U) << line << "\n" << o.err;
  }
  EXPECT_EQ(text_of(folder_ / "note.txt"), "KESH — The army said it had left.\n");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "none"));
}

// A folder of variations, for order and number of threads.
void write_pages(const std::filesystem::path& folder, int count) {
  const std::string text = text_of(sample);
  for (int i = 0; i < count; ++i) {
    std::string page = text;
    page.replace(page.find("up to 120"), 9, "up to " + std::to_string(100 + i));
    page.replace(page.rfind("pullback"), 8, "page-" + std::to_string(i));
    write(folder / ("page" + std::to_string(i) + ".md"), page);
  }
}

TEST_F(Program, TheLedgerIsTheSameForAnyNumberOfThreads) {
  write_pages(folder_ / "pages", 12);
  write(folder_ / "pages/page3b.md", "");
  for (const std::string jobs : {"1", "2", "7"}) {
    const Outcome o = run("add pages --ledger l" + jobs + " --jobs " + jobs);
    EXPECT_EQ(o.code, 1);
    EXPECT_TRUE(holds(o.err, "12 added, 0 revisions, 0 unchanged, 1 skipped (empty 1)")) << o.err;
  }
  const std::string one = run("claims --json --ledger l1").out;
  EXPECT_EQ(run("claims --json --ledger l2").out, one);
  EXPECT_EQ(run("claims --json --ledger l7").out, one);
}

TEST_F(Program, AChangedPageIsARevision) {
  write_pages(folder_ / "pages", 1);
  ASSERT_EQ(run("add pages --ledger l").code, 0);
  const auto before = lines_of(run("claims --json --ledger l").out).size();
  std::string page = text_of(folder_ / "pages/page0.md");
  page.replace(page.find("up to 100"), 9, "up to 190");
  write(folder_ / "pages/page0.md", page);
  EXPECT_TRUE(holds(run("add pages --ledger l").err, "0 added, 1 revision, 0 unchanged"));
  EXPECT_EQ(lines_of(run("claims --json --ledger l").out).size(), before);
  EXPECT_EQ(lines_of(run("claims --json --ledger l --all-revisions").out).size(), 2 * before);
}

// Sends a signal as soon as something is written to the ledger, that is in the midst of sixty pages.
class Interrupted : public Program {
 protected:
  Outcome add_and_send(const std::string& signal) {
    write_pages(folder_ / "pages", 60);
    return run("add pages --ledger l --jobs 1 & while [ ! -s l-wal ] && kill -0 $!; do sleep 0.01; done; kill -" +
               signal + " $!; wait $!");
  }
};

TEST_F(Interrupted, KilledItLeavesALedgerThatOpens) {
  EXPECT_EQ(add_and_send("KILL").code, 137);
  EXPECT_EQ(run("claims --ledger l -q").code, 0);
  EXPECT_EQ(run("add pages --ledger l").code, 0);
  EXPECT_TRUE(holds(run("add pages --ledger l").err, "0 added, 0 revisions, 60 unchanged"));
}

TEST_F(Interrupted, ToldToEndItEndsBetweenTwoDispatches) {
  const Outcome o = add_and_send("TERM");
  EXPECT_EQ(o.code, 143);
  EXPECT_TRUE(holds(o.err, "interrupted, what was added before is kept")) << o.err;
  const std::string added = o.err.substr(0, o.err.find(' '));
  EXPECT_TRUE(holds(run("add pages --ledger l").err, " " + added + " unchanged")) << o.err;
}

TEST_F(Program, ReadsLinesOfJson) {
  write(folder_ / "n.jsonl",
        "{\"text\": \"KESH — The army said on Monday it had left the town.\", \"date\": \"2031-03-10\", \"url\": "
        "\"https://e.example/1\"}\nbroken\n");
  const Outcome o = run("read --json n.jsonl");
  EXPECT_EQ(o.code, 1);
  EXPECT_EQ(o.err, "sayso: n.jsonl:2: not a JSON object\n");
  ASSERT_GE(lines_of(o.out).size(), 1U);
  EXPECT_EQ(nlohmann::json::parse(lines_of(o.out).front())["dispatch"]["published"], "2031-03-10");
}

TEST_F(Program, OneAddressIsOfOneDispatch) {
  for (const char* name : {"pages/a.txt", "b.txt"})
    write(folder_ / name, "KESH — The army said on Monday it had left the town.\n");
  write(folder_ / "list", "b.txt\n");
  const std::string url = " --url https://e.example/1";
  for (const std::string line : {"read b.txt pages/a.txt", "add b.txt pages/a.txt --ledger l", "add pages --ledger l",
                                 "add b.txt --from-list list --ledger l"}) {
    const Outcome o = run(line + url);
    EXPECT_EQ(o.code, 2) << line;
    EXPECT_TRUE(holds(o.err, "`--url` is the address of one dispatch, and here are several inputs")) << o.err;
  }
  EXPECT_EQ(run("read b.txt" + url).code, 0);
  EXPECT_EQ(run("read b.txt pages/a.txt").code, 0);
  EXPECT_EQ(run("add b.txt --ledger l" + url).code, 0);
}

TEST_F(Program, SaysTheEntryOfALivePage) {
  const auto entry = [](const std::string& time, const std::string& words) {
    return "<li><time datetime=\"" + time + "\">then</time><h3>Update</h3><p>" + words + "</p></li>";
  };
  write(folder_ / "live.html",
        "<html><head><meta property=article:published_time content=2031-05-12><title>The war live</title></head><body>"
        "<main><h1>The war live</h1><ol>" +
            entry("2031-05-14T01:30:00+03:00", "The army said rebels shelled the port of Kesh two hours ago.") +
            entry("2031-05-13T08:05:00+03:00", "The mayor said rebels shelled the town of Dovran this morning.") +
            entry("2031-05-12T22:00:00+03:00", "The mayor said rebels shelled the bridge of Kesh yesterday.") +
            "</ol></main></body></html>");
  const std::string view = run("read live.html").out;
  EXPECT_TRUE(holds(view, "\nA live page: 3 entries\n")) << view;
  EXPECT_TRUE(holds(view, "\n\n14 May 2031, 01:30 (+03:00) · Update\n\n  1 ")) << view;
  const auto entries = [](const std::string& lines) {
    std::string all;
    for (const std::string& line : lines_of(lines)) {
      const auto json = nlohmann::json::parse(line);
      if (json["events"].empty()) continue;
      all += json["entry"]["position"].dump() + " " + json["entry"]["instant"].get<std::string>() + " " +
             json["events"][0]["when"]["begin"].get<std::string>() + "\n";
    }
    return all;
  };
  const std::string expected =
      "1 2031-05-13T22:30:00Z 2031-05-13\n2 2031-05-13T05:05:00Z 2031-05-13\n3 2031-05-12T19:00:00Z 2031-05-11\n";
  EXPECT_EQ(entries(run("read live.html --json").out), expected);
  ASSERT_EQ(run("add live.html --ledger l").code, 0);
  EXPECT_EQ(entries(run("claims --json --ledger l").out), expected);
  EXPECT_TRUE(holds(run("claims --plain --ledger l").out, "\t2031-05-13T08:05+03:00\n"));
}

TEST_F(Program, CompletionsParse) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const Outcome o = run("completion " + shell);
    EXPECT_EQ(o.code, 0);
    EXPECT_TRUE(holds(o.out, "claims")) << shell;
    EXPECT_FALSE(holds(o.out, "manual")) << shell;
    write(folder_ / ("c." + shell), o.out);
  }
  EXPECT_EQ(std::system(("bash -n '" + (folder_ / "c.bash").string() + "'").c_str()), 0);
  const std::string script =
      "source c.bash; COMP_WORDS=(sayso claims --act de); COMP_CWORD=3; _sayso; echo ${COMPREPLY[@]}; "
      "COMP_WORDS=(sayso cla); COMP_CWORD=1; _sayso; echo ${COMPREPLY[@]}; "
      "COMP_WORDS=(sayso rules t); COMP_CWORD=2; _sayso; echo ${COMPREPLY[@]}";
  const std::string command = "cd '" + folder_.string() + "' && bash -c '" + script + "' > .words";
  EXPECT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(text_of(folder_ / ".words"), "deny decline decide\nclaims\ntest try\n");
}

TEST_F(Program, ManualIsTheOneInDocs) {
  EXPECT_EQ(run("manual").out, text_of(std::string(SAYSO_SOURCE_DIR) + "/docs/man/sayso.1"))
      << "make it again: sayso manual > docs/man/sayso.1";
}

TEST_F(Program, SaysWhereKnowledgeIsMissing) {
  const Outcome data = run("read --data none x.txt");
  EXPECT_EQ(data.code, 1);
  EXPECT_TRUE(holds(data.err, "sayso: none: not a data folder of sayso")) << data.err;
  const Outcome model = run("read --model none.sayso x.txt");
  EXPECT_EQ(model.code, 1);
  EXPECT_TRUE(holds(model.err, "none.sayso")) << model.err;
}

}  // namespace
}  // namespace sayso::cli_test
