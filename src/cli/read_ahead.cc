// A queue of readings over a few threads (example in the header). At most four dispatches a thread are in memory at
// once, so that a folder of any size is read in bounded memory.
#include "cli/read_ahead.h"

#include <cassert>

namespace sayso::cli {

ReadAhead::ReadAhead(const Reader& reader, std::size_t threads) : reader_(reader) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    waiting_.clear();
  }
  work_came_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void ReadAhead::ask(Input input) {
  auto job = std::make_shared<Job>();
  job->input = std::move(input);
  jobs_.push_back(job);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  work_came_.notify_one();
}

ReadAhead::Done ReadAhead::take() {
  assert(!jobs_.empty());
  const std::shared_ptr<Job> job = std::move(jobs_.front());
  jobs_.pop_front();
  std::unique_lock lock(mutex_);
  work_done_.wait(lock, [&] { return job->reading.has_value(); });
  return {job->input.where, std::move(*job->reading)};
}

void ReadAhead::work() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      work_came_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
      if (ending_) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    Result<Reading> reading = reader_.read(job->input.bytes, job->input.options);
    {
      const std::lock_guard lock(mutex_);
      job->reading.emplace(std::move(reading));
    }
    work_done_.notify_all();
  }
}

}  // namespace sayso::cli
