// Reads dispatches on several threads and gives the outcomes back in the order they were asked for.
//
//     ReadAhead ahead(read, 4);
//     ahead.ask(a); ahead.ask(b);
//     ahead.take()   // a's outcome, also if b's was ready first
//
// The order is what makes a ledger the same whatever the number of threads. What waits is bounded by number and by
// bytes, so that any amount is read in bounded memory.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "cli/inputs.h"
#include "sayso/reading.h"

namespace sayso::cli {

// A dispatch that was not read, and needs not be.
enum class Unread {
  kept_already,  // the ledger holds it
  off_topic,     // the first look found nothing about conflict in it
};

using Outcome = std::variant<Reading, Unread, Error>;

class ReadAhead {
 public:
  // Called on any of the threads.
  using Read = std::function<Outcome(const Next&)>;  // next.input is one

  static constexpr std::size_t usual_bytes = std::size_t{64} << 20U;

  ReadAhead(Read read, std::size_t threads, std::size_t max_bytes = usual_bytes);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  void ask(Next next);                    // to be read; what is no input is its own outcome
  void tell(Next next, Outcome outcome);  // known without reading; takes its turn like the others

  std::size_t asked() const { return jobs_.size(); }  // asked for and not yet taken
  // Another one must wait until one is taken.
  bool is_full() const { return jobs_.size() >= 8 * threads_.size() || bytes_ >= max_bytes_; }

  // Whether take() would give at once, after waiting so long for it. REQUIRES: asked() > 0.
  bool is_ready(std::chrono::milliseconds patience = {});

  struct Done {
    Next next;  // without its bytes
    Outcome outcome;
  };
  // The first one asked for and not yet taken, waiting for it. REQUIRES: asked() > 0.
  Done take();

 private:
  struct Job {
    Next next;
    std::optional<Outcome> outcome{};
    std::size_t bytes = 0;
  };

  void work();

  Read read_;
  std::size_t max_bytes_;
  std::size_t bytes_ = 0;  // of all jobs_
  std::vector<std::thread> threads_{};
  std::deque<std::shared_ptr<Job>> jobs_{};     // in order; the caller's side only
  std::deque<std::shared_ptr<Job>> waiting_{};  // guarded by mutex_, as is every Job::outcome
  std::mutex mutex_{};
  std::condition_variable work_came_{};
  std::condition_variable work_done_{};
  bool ending_ = false;
};

}  // namespace sayso::cli
