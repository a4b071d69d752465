// A run of `sayso add`: from what is named to what is kept.
//
//     return Adding(options, reader, std::move(ledger), std::move(report)).run();   // the exit code
//
// Inputs are taken in their order, read on several threads, and kept in their order by this one. What was kept reaches
// the disk in batches; the bookmark follows behind.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>

#include "cli/bookmark.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/interrupt.h"
#include "cli/meter.h"
#include "cli/read_ahead.h"
#include "cli/skip_report.h"
#include "sayso/ledger.h"

namespace sayso::cli {

struct AddOptions {
  Common common{};
  KnowledgePaths knowledge{};
  Named named{};
  std::string ledger{};
  ReadOptions given{};
  std::size_t jobs = 1;
  bool all = false;      // no first look
  bool dry_run = false;  // the ledger is only asked what it holds
  std::string report{};
};

class Adding {
 public:
  Adding(const AddOptions& options, const Reader& reader, std::optional<Ledger> ledger, SkipReport report);
  int run();

 private:
  struct Counts {
    std::size_t added = 0, revisions = 0, unchanged = 0, claims = 0;
  };

  Outcome read(const Next& next) const;
  void take(Next next, ReadAhead& ahead);
  void wait_for_first(ReadAhead& ahead);
  void keep(ReadAhead::Done first);
  void keep(const Reading& reading, const Next& next);
  void leave(Unread why, const Next& next);
  void skip(const std::string& where, const Error& error);
  void stop(const std::string& where, const Error& error);
  void settle();
  void show_progress(const Next& next);
  int finish();

  const AddOptions& options_;
  const Reader& reader_;
  std::optional<Ledger> ledger_;
  SkipReport report_;
  Interrupt interrupt_{};
  Progress progress_;
  Bookmark bookmark_;
  Inputs inputs_;

  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point settled_at_ = begin_;
  Clock::time_point marked_at_ = begin_;
  Counts settled_{};
  Counts unsettled_{};  // of the batch at hand
  std::size_t in_batch_ = 0;
  std::string first_of_batch_{};               // where it is; empty: none
  std::string last_added_{};                   // dispatch id
  std::set<std::string> seen_{};               // of a dry run: dispatches that would be kept by now
  std::shared_ptr<const HoldingFile> file_{};  // the one that was kept from last, and how far
  Position position_{};
  std::uint64_t passed_bytes_ = 0;  // a former run's work
  std::size_t complaints_ = 0;
  bool stopped_ = false;

  std::atomic<std::uint64_t> total_bytes_ = 0;
  std::jthread sizing_{};  // last: it ends before what it writes to
};

}  // namespace sayso::cli
