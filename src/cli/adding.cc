// The loop of `sayso add` (what it is in the header).
//
// A batch is settled when it is large, when it is old, and when there is nothing to do but to wait: another program
// that wants to write never waits long. Where the batches end changes no byte of the ledger.
#include "cli/adding.h"

#include <algorithm>

#include "base/sha256.h"

namespace sayso::cli {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t batch_size = 256;
constexpr auto batch_age = 250ms;
constexpr auto bookmark_age = 1s;
constexpr std::size_t complaints_shown = 20;

bool is_on_standard_input(const Named& named) {
  return std::count(named.paths.begin(), named.paths.end(), "-") +
             std::count(named.lists.begin(), named.lists.end(), "-") >
         0;
}

// All that decides what becomes of an input: a run with another of these may not rely on what this one passed by.
std::string made_with(const AddOptions& o, const Provenance& reader) {
  Sha256 sum;
  for (const std::string& each : {reader.version, reader.rules, reader.lexicons, reader.model, o.given.format,
                                  o.given.encoding, o.given.url, o.given.outlet, o.given.title, o.given.published,
                                  std::string(o.given.attitudes ? "attitudes" : ""), std::string(o.all ? "all" : "")})
    sum.update(std::to_string(each.size()) + ":" + each);
  return sum.hex();
}

}  // namespace

Adding::Adding(const AddOptions& options, const Reader& reader, std::optional<Ledger> ledger, SkipReport report)
    : options_(options),
      reader_(reader),
      ledger_(std::move(ledger)),
      report_(std::move(report)),
      progress_(options.common.voice, Progress::Elsewhere::now_and_then),
      bookmark_(options.ledger, made_with(options, reader.provenance())),
      inputs_(options.named, options.given, Folders::walk) {
  if (ledger_ && !options_.dry_run) {
    bookmark_.load([this](std::string_view id) {
      const Result<bool> held = ledger_->holds(id);
      return held && *held;
    });
  }
  inputs_.begin_at([this](const HoldingFile& file) {
    const std::optional<Position> position = bookmark_.position(file);
    if (position) {
      passed_bytes_ += position->bytes;
      report_.pass_over("done-before", file.path,
                        "an interrupted run got through " + bytes_in_words(position->bytes) + " of it");
    }
    return position;
  });
  if (progress_.on_terminal() && !is_on_standard_input(options_.named)) {
    sizing_ = std::jthread([this](const std::stop_token& stop) { total_bytes_ = size_of(options_.named, stop); });
  }
}

int Adding::run() {
  {
    ReadAhead ahead([this](const Next& next) { return read(next); }, options_.jobs);
    for (bool more = true; !stopped_ && !interrupt_.noticed() && (more || ahead.asked() > 0);) {
      if (more && !ahead.is_full()) {
        std::optional<Next> next = inputs_.next();
        more = next.has_value();
        if (next) take(std::move(*next), ahead);
      } else {
        wait_for_first(ahead);
      }
      while (!stopped_ && ahead.asked() > 0 && ahead.is_ready()) keep(ahead.take());
    }
    settle();
  }
  return finish();
}

// On one of the threads.
Outcome Adding::read(const Next& next) const {
  ReadOptions options = next.input->options;
  options.first_look = !options_.all && !next.named;
  Result<Reading> reading = read_input(reader_, *next.input, options);
  if (!reading && reading.error().code == ErrorCode::off_topic) return Unread::off_topic;
  if (!reading) return std::move(reading).error();
  // The ledger keeps the dispatch and its claims; what waits for its turn is kept small.
  reading->syntax = {};
  reading->mentions = {};
  reading->attributions = {};
  reading->events = {};
  return std::move(*reading);
}

void Adding::take(Next next, ReadAhead& ahead) {
  if (next.input && ledger_) {
    const Result<bool> held = ledger_->holds(dispatch_id(next.input->bytes, next.input->options.url));
    if (!held) return stop(options_.ledger, held.error());
    if (*held) return ahead.tell(std::move(next), Unread::kept_already);
  }
  ahead.ask(std::move(next));
}

// Until it is there, or until somebody wants us to end.
void Adding::wait_for_first(ReadAhead& ahead) {
  if (ahead.is_ready(50ms)) return;
  settle();
  while (!stopped_ && !interrupt_.noticed() && !ahead.is_ready(100ms)) {
  }
}

void Adding::keep(ReadAhead::Done first) {
  const Next& next = first.next;
  if (file_ && next.file != file_) position_.bytes = file_->size;  // that one is done with
  if (next.file != file_) settle();
  if (auto* reading = std::get_if<Reading>(&first.outcome)) {
    keep(*reading, next);
  } else if (const auto* unread = std::get_if<Unread>(&first.outcome)) {
    leave(*unread, next);
  } else {
    skip(next.where, std::get<Error>(first.outcome));
  }
  if (stopped_) return;
  file_ = next.file;
  position_ = next.position;
  show_progress(next);
  if (in_batch_ >= batch_size || Clock::now() - settled_at_ >= batch_age) settle();
}

void Adding::keep(const Reading& reading, const Next& next) {
  const std::string& where = next.where;
  const std::string& id = reading.dispatch.id;
  if (options_.dry_run) {
    if (!seen_.insert(id).second) return leave(Unread::kept_already, next);
    ++unsettled_.added;
    unsettled_.claims += reading.claims.size();
    return;
  }
  if (!ledger_) {
    auto opened = Ledger::open(options_.ledger);
    if (!opened) return stop(where, opened.error());
    ledger_.emplace(std::move(*opened));
  }
  const Result<Added> added = ledger_->add(reading, reader_.provenance(), Settle::later);
  if (!added && (added.error().code == ErrorCode::too_large || added.error().code == ErrorCode::wrong_use))
    return skip(where, added.error());  // this one cannot be kept; the others can
  if (!added) return stop(where, added.error());
  if (*added == Added::unchanged) return leave(Unread::kept_already, next);
  ++(*added == Added::added ? unsettled_.added : unsettled_.revisions);
  unsettled_.claims += reading.claims.size();
  if (in_batch_++ == 0) first_of_batch_ = where;
  last_added_ = id;
}

void Adding::leave(Unread why, const Next& next) {
  const std::string& where = next.where;
  switch (why) {
    case Unread::kept_already:
      detail(options_.common.voice, where + ": unchanged");
      ++unsettled_.unchanged;
      break;
    case Unread::off_topic:
      detail(options_.common.voice, where + ": passed over, no words of armed conflict in it");
      report_.pass_over("off-topic", where, with_notes("no words of armed conflict in it", next.input->notes));
      break;
  }
}

void Adding::skip(const std::string& where, const Error& error) {
  report_.skip(where, error);
  const bool shown = complaints_ < complaints_shown || options_.common.voice.verbose;
  if (shown || complaints_ == complaints_shown) progress_.clear();
  if (shown) complain(where, error);
  if (!shown && complaints_ == complaints_shown)
    complain("more that cannot be read is only counted; --report FILE lists all of it");
  ++complaints_;
}

// The ledger takes no more. `where` is the dispatch or the ledger.
void Adding::stop(const std::string& where, const Error& error) {
  progress_.clear();
  complain(options_.ledger, error);
  if (where != options_.ledger) complain(where + ": not added, nor what comes behind it");
  stopped_ = true;
}

void Adding::settle() {
  settled_at_ = Clock::now();
  in_batch_ = 0;
  const std::string first = std::exchange(first_of_batch_, std::string());
  const Counts batch = std::exchange(unsettled_, Counts{});
  if (ledger_ && !options_.dry_run) {
    const Result<Done> settled = ledger_->settle();
    if (!settled) {
      if (!stopped_) {
        stop(first.empty() ? options_.ledger : first, settled.error());
      } else if (!first.empty()) {  // the dispatch that stopped it took those before it along
        complain(first + ": not added, nor what comes behind it");
      }
      return;
    }
  }
  settled_.added += batch.added;
  settled_.revisions += batch.revisions;
  settled_.unchanged += batch.unchanged;
  settled_.claims += batch.claims;
  if (!file_ || options_.dry_run || last_added_.empty()) return;
  bookmark_.move(*file_, position_);
  if (Clock::now() - marked_at_ < bookmark_age && !interrupt_.noticed() && !stopped_) return;
  marked_at_ = Clock::now();
  bookmark_.save(last_added_);
}

void Adding::show_progress(const Next& next) {
  if (!progress_.is_due()) return;
  const Counts& u = unsettled_;
  const Counts& s = settled_;
  progress_.show(metered({.bytes = next.bytes_before,
                          .of_bytes = total_bytes_,
                          .dispatches = s.added + s.revisions + s.unchanged + u.added + u.revisions + u.unchanged +
                                        report_.skipped() + report_.passed_over(),
                          .seconds = std::chrono::duration<double>(Clock::now() - begin_).count(),
                          .passed = passed_bytes_,
                          .where = next.where},
                         progress_.width(), progress_.on_terminal()));
}

int Adding::finish() {
  progress_.clear();
  for (const std::string& path : inputs_.passed_over()) {
    detail(options_.common.voice, path + ": passed over, of no kind that is read");
    report_.pass_over("other-kind", path, "of no kind that is read");
  }
  for (const auto& [path, parts] : inputs_.parts_passed_over())
    report_.pass_over(parts.reason, path, std::to_string(parts.count) + " of it", parts.count);
  const bool interrupted = interrupt_.noticed();
  if (!stopped_ && !interrupted && !options_.dry_run) bookmark_.finish(last_added_);
  const Counts& n = settled_;
  const std::size_t skipped = report_.skipped();
  std::string line = std::to_string(n.added) + (options_.dry_run ? " would be added, " : " added, ");
  if (!options_.dry_run) line += std::to_string(n.revisions) + (n.revisions == 1 ? " revision, " : " revisions, ");
  line += std::to_string(n.unchanged) + " unchanged, " + std::to_string(skipped) + " skipped";
  if (skipped > 0) line += " (" + report_.skipped_by_reason() + ")";
  line += "; " + std::to_string(n.claims) + (n.claims == 1 ? " new claim in " : " new claims in ") + options_.ledger;
  if (report_.passed_over() > 0)
    line += "; " + std::to_string(report_.passed_over()) + " passed over (" + report_.passed_over_by_reason() + ")";
  if (interrupted || stopped_) {
    line += interrupted ? "; interrupted" : "; stopped";
    line += ", what was added before is kept; the same command goes on from here";
  }
  note(options_.common.voice, line);
  const std::optional<Error> unlisted = report_.close();
  if (unlisted) complain("", *unlisted);
  ledger_.reset();  // to rest in one file: the signal that is passed on now ends the program at once
  interrupt_.end();
  return finished(stopped_ || unlisted || skipped > 0 ? failed : done);
}

}  // namespace sayso::cli
