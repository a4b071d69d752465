// sayso add: dispatches into a ledger, in the order they are named.
//
//     sayso add pages/ --ledger war.ledger
//       sayso: pages/cut.html: the file is empty
//       412 added, 3 revisions, 20 unchanged, 1 skipped (empty 1); 2961 claims in war.ledger
//
// What cannot be read is said and passed over. What stops the ledger (a full disk) stops the command: every dispatch
// before it is kept whole. The ledger is made with the first dispatch that goes into it.
#include <algorithm>
#include <memory>
#include <thread>

#include "cli/adding.h"
#include "cli/commands.h"
#include "cli/feed_pointers.h"
#include "cli/read_options.h"
#include "sayso/ledger.h"

namespace sayso::cli {
namespace {

int add(AddOptions o, const std::vector<std::string>& feeds) {
  auto pointers = read_pointers(feeds);
  if (!pointers) {
    complain("--feed", pointers.error());
    return finished(pointers.error().code == ErrorCode::wrong_use ? wrong_use : failed);
  }
  o.given.pointers = std::move(*pointers);
  std::optional<Ledger> ledger;
  std::error_code ignored;
  if (std::filesystem::exists(o.ledger, ignored)) {
    auto opened = Ledger::open(o.ledger, o.dry_run ? Ledger::Mode::read_only : Ledger::Mode::create_or_write);
    if (!opened) {
      complain(o.ledger, opened.error());
      return finished(failed);
    }
    ledger.emplace(std::move(*opened));
  }
  auto report = SkipReport::open(o.report);
  if (!report) {
    complain("", report.error());
    return finished(failed);
  }
  auto reader = open_reader(o.knowledge);
  if (!reader) {
    complain("", reader.error());
    return finished(failed);
  }
  return Adding(o, *reader, std::move(ledger), std::move(*report)).run();
}

}  // namespace

Command declare_add(CLI::App& app) {
  auto options = std::make_shared<AddOptions>();
  options->jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  CLI::App* parser = app.add_subcommand("add", "Read dispatches and keep their claims in a ledger");
  parser->footer(
      "sayso add page.html --ledger war.ledger\n"
      "sayso add pages/ --ledger war.ledger\n"
      "sayso add 'pages/**/*.html' --ledger war.ledger\n"
      "sayso add archive/ --ledger war.ledger --jobs 8 --report skipped.jsonl\n"
      "find pages -newer last -print0 | sayso add --from-list - --ledger war.ledger\n"
      "sayso add cc-news.warc.gz kesh.rss news.jsonl.gz --ledger war.ledger\n"
      "sayso add cc-news.warc.gz --feed kesh.rss --ledger war.ledger\n"
      "curl -s URL | sayso add - --format feed --ledger war.ledger");
  auto* paths = parser
                    ->add_option("PATH", options->named.paths,
                                 "Files, folders, patterns such as 'a/**/*.html'; - is standard input")
                    ->option_text("...");
  auto* lists =
      parser->add_option("--from-list", options->named.lists, "Read the files that are listed there (or on -)")
          ->option_text("FILE");
  declare_ledger(*parser, options->ledger);
  parser->add_option("-j,--jobs", options->jobs, "Read on N threads; the ledger is the same for any N")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{256}));
  parser->add_flag("--all", options->all, "In bulk, too, read what has no words of armed conflict");
  parser->add_flag("--dry-run", options->dry_run, "Say what would be added; change nothing");
  parser->add_option("--report", options->report, "List what is not added and why, as JSON lines")->option_text("FILE");
  parser->final_callback([paths, lists, options] {
    if (paths->count() + lists->count() == 0) throw CLI::RequiredError("PATH");
    refuse_one_address_for_many(options->given, options->named.paths, options->named.lists);
  });
  declare_read_options(*parser, options->given);
  auto feeds = std::make_shared<std::vector<std::string>>();
  declare_feeds(*parser, *feeds);
  declare_claim_options(*parser, options->given);
  declare_common(*parser, options->common);
  declare_knowledge(*parser, options->knowledge);
  return {parser, [options, feeds] { return add(*options, *feeds); }};
}

}  // namespace sayso::cli
