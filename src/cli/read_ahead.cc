// A queue of outcomes over a few threads (example in the header).
//
// A job's input is the caller's until it waits, then a thread's alone; its outcome is written once, under the lock.
#include "cli/read_ahead.h"

#include <cassert>
#include <exception>
#include <new>
#include <stdexcept>

namespace sayso::cli {
namespace {

// What is thrown while one dispatch is read is that dispatch's fault, not the end of all the others: memory that is
// lacking for a large one is there again for the next.
Outcome read_safely(const ReadAhead::Read& read, const Next& next) {
  try {
    return read(next);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::too_large, next.where, "not enough memory to read it"};
  } catch (const std::length_error&) {
    return Error{ErrorCode::too_large, next.where, "not enough memory to read it"};
  } catch (const std::exception& fault) {
    return Error{ErrorCode::unreadable, next.where, std::string("reading it failed: ") + fault.what()};
  }
}

}  // namespace

ReadAhead::ReadAhead(Read read, std::size_t threads, std::size_t max_bytes)
    : read_(std::move(read)), max_bytes_(max_bytes) {
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

void ReadAhead::ask(Next next) {
  if (!next.input) {
    const Error error = next.input.error();
    return tell(std::move(next), error);
  }
  const std::size_t bytes = next.input->bytes.size();
  auto job = std::make_shared<Job>(Job{.next = std::move(next), .bytes = bytes});
  bytes_ += bytes;
  jobs_.push_back(job);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  work_came_.notify_one();
}

void ReadAhead::tell(Next next, Outcome outcome) {
  if (next.input) next.input->bytes = {};
  // No thread ever sees this job.
  jobs_.push_back(std::make_shared<Job>(Job{.next = std::move(next), .outcome = std::move(outcome)}));
}

bool ReadAhead::is_ready(std::chrono::milliseconds patience) {
  assert(!jobs_.empty());
  std::unique_lock lock(mutex_);
  return work_done_.wait_for(lock, patience, [&] { return jobs_.front()->outcome.has_value(); });
}

ReadAhead::Done ReadAhead::take() {
  assert(!jobs_.empty());
  const std::shared_ptr<Job> job = std::move(jobs_.front());
  jobs_.pop_front();
  bytes_ -= job->bytes;
  std::unique_lock lock(mutex_);
  work_done_.wait(lock, [&] { return job->outcome.has_value(); });
  return {std::move(job->next), std::move(*job->outcome)};
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
    Outcome outcome = read_safely(read_, job->next);
    job->next.input->bytes = {};  // what waits to be taken needs them no longer
    {
      const std::lock_guard lock(mutex_);
      job->outcome.emplace(std::move(outcome));
    }
    work_done_.notify_all();
  }
}

}  // namespace sayso::cli
