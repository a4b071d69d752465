// sayso add: dispatches into a ledger, in the order they are named.
//
//     sayso add pages/ --ledger war.ledger
//       sayso: pages/cut.html: the file is empty
//       412 added, 3 revisions, 20 unchanged, 1 skipped (empty 1); 2961 claims in war.ledger
//
// What cannot be read is said and passed over. What stops the ledger (a full disk) stops the command: every dispatch
// before it is kept whole. The ledger is made with the first dispatch that goes into it.
#include <algorithm>
#include <map>
#include <memory>
#include <thread>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/read_ahead.h"
#include "cli/read_options.h"
#include "sayso/ledger.h"

namespace sayso::cli {
namespace {

struct Options {
  Common common{};
  KnowledgePaths knowledge{};
  std::vector<std::string> paths{};
  std::string ledger{};
  ReadOptions given{};
  std::size_t jobs = 0;
};

class Adding {
 public:
  Adding(const Options& options, const Reader& reader, std::optional<Ledger> ledger)
      : options_(options), reader_(reader), ledger_(std::move(ledger)), progress_(options.common.voice) {}

  int run() {
    const Interrupt interrupt;
    Inputs inputs(options_.paths, options_.given, Inputs::Folders::walk);
    {
      ReadAhead ahead(reader_, options_.jobs);
      while (!stopped_ && !interrupt.noticed()) {
        std::optional<Next> next = inputs.next();
        if (next) take(std::move(*next), ahead);
        while (ahead.asked() > 0 && !stopped_ && !interrupt.noticed() && (!next || ahead.is_full())) keep(ahead.take());
        if (!next) break;
      }
    }
    progress_.clear();
    for (const std::string& path : inputs.passed_over())
      detail(options_.common.voice, path + ": passed over, of no kind that is read");
    summarise(inputs.passed_over().size(), interrupt.noticed());
    interrupt.end();
    return finished(stopped_ || !skipped_.empty() ? failed : done);
  }

 private:
  void take(Next next, ReadAhead& ahead) {
    if (!next.input) return skip(next.where, next.input.error());
    if (ledger_) {
      const Result<bool> held = ledger_->holds(dispatch_id(next.input->bytes, next.input->options.url));
      if (!held) return stop(held.error());
      if (*held) {
        detail(options_.common.voice, next.where + ": unchanged");
        ++unchanged_;
        return;
      }
    }
    ahead.ask(std::move(*next.input));
  }

  void keep(ReadAhead::Done done) {
    if (!done.reading) return skip(done.where, done.reading.error());
    if (!ledger_) {
      auto opened = Ledger::open(options_.ledger);
      if (!opened) return stop(opened.error());
      ledger_.emplace(std::move(*opened));
    }
    const Result<Added> added = ledger_->add(*done.reading, reader_.provenance());
    if (!added) return stop(added.error());
    switch (*added) {
      case Added::added:
        ++added_;
        break;
      case Added::revision:
        ++revisions_;
        break;
      case Added::unchanged:
        ++unchanged_;
        break;
    }
    claims_ += *added == Added::unchanged ? 0 : done.reading->claims.size();
    progress_.show(std::to_string(added_ + revisions_) + " added, " + std::to_string(unchanged_) + " unchanged  " +
                   done.where);
  }

  void skip(const std::string& where, const Error& error) {
    progress_.clear();
    complain(where, error);
    ++skipped_[name_of(error.code)];
  }

  void stop(const Error& error) {
    progress_.clear();
    complain(options_.ledger, error);
    stopped_ = true;
  }

  void summarise(std::size_t passed_over, bool interrupted) const {
    std::size_t skipped = 0;
    std::string why;
    for (const auto& [name, count] : skipped_) {
      skipped += count;
      why += (why.empty() ? "" : ", ") + name + " " + std::to_string(count);
    }
    std::string line = std::to_string(added_) + " added, " + std::to_string(revisions_) +
                       (revisions_ == 1 ? " revision, " : " revisions, ") + std::to_string(unchanged_) +
                       " unchanged, " + std::to_string(skipped) + " skipped";
    if (skipped > 0) line += " (" + why + ")";
    line += "; " + std::to_string(claims_) + (claims_ == 1 ? " new claim in " : " new claims in ") + options_.ledger;
    if (passed_over > 0) line += "; " + std::to_string(passed_over) + " files of other kinds passed over";
    if (interrupted) line += "; interrupted, what was added before is kept";
    if (stopped_) line += "; stopped, what was added before is kept";
    note(options_.common.voice, line);
  }

  const Options& options_;
  const Reader& reader_;
  std::optional<Ledger> ledger_;
  Progress progress_;
  std::size_t added_ = 0, revisions_ = 0, unchanged_ = 0, claims_ = 0;
  std::map<std::string, std::size_t> skipped_{};
  bool stopped_ = false;
};

int add(const Options& o) {
  std::optional<Ledger> ledger;
  std::error_code ignored;
  if (std::filesystem::exists(o.ledger, ignored)) {
    auto opened = Ledger::open(o.ledger);
    if (!opened) {
      complain(o.ledger, opened.error());
      return finished(failed);
    }
    ledger.emplace(std::move(*opened));
  }
  auto reader = open_reader(o.knowledge);
  if (!reader) {
    complain("", reader.error());
    return finished(failed);
  }
  return Adding(o, *reader, std::move(ledger)).run();
}

}  // namespace

Command declare_add(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  CLI::App* parser = app.add_subcommand("add", "Read dispatches and keep their claims in a ledger");
  parser->footer(
      "sayso add page.html --ledger war.ledger\n"
      "sayso add pages/ --ledger war.ledger\n"
      "sayso add news.jsonl --ledger war.ledger --jobs 8\n"
      "zcat news.jsonl.gz | sayso add - --format jsonl --ledger war.ledger");
  parser->add_option("PATH", options->paths, "Files, folders (with all in them), JSON lines; - is standard input")
      ->required()
      ->option_text("...");
  declare_ledger(*parser, options->ledger);
  parser->add_option("-j,--jobs", options->jobs, "Read on N threads; the ledger is the same for any N")
      ->option_text("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{256}));
  declare_read_options(*parser, options->given);
  declare_claim_options(*parser, options->given);
  declare_common(*parser, options->common);
  declare_knowledge(*parser, options->knowledge);
  return {parser, [options] { return add(*options); }};
}

}  // namespace sayso::cli
