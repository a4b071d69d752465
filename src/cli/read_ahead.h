// Reads dispatches on several threads and gives the readings back in the order they were asked for.
//
//     ReadAhead ahead(reader, 4);
//     ahead.ask(a); ahead.ask(b);
//     ahead.take()   // a's reading, also if b's was ready first
//
// The order is what makes a ledger the same whatever the number of threads.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "cli/inputs.h"
#include "sayso/reading.h"

namespace sayso::cli {

class ReadAhead {
 public:
  ReadAhead(const Reader& reader, std::size_t threads);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  void ask(Input input);
  std::size_t asked() const { return jobs_.size(); }  // asked for and not yet taken
  bool is_full() const { return jobs_.size() >= 4 * threads_.size(); }

  struct Done {
    std::string where{};
    Result<Reading> reading;
  };
  // The first one asked for and not yet taken, waiting for it. REQUIRES: asked() > 0.
  Done take();

 private:
  struct Job {
    Input input{};
    std::optional<Result<Reading>> reading{};
  };

  void work();

  const Reader& reader_;
  std::vector<std::thread> threads_{};
  std::deque<std::shared_ptr<Job>> jobs_{};     // in order; the caller's side only
  std::deque<std::shared_ptr<Job>> waiting_{};  // guarded by mutex_, as is every Job::reading
  std::mutex mutex_{};
  std::condition_variable work_came_{};
  std::condition_variable work_done_{};
  bool ending_ = false;
};

}  // namespace sayso::cli
