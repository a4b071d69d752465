// Outcomes in order, in bounded memory, on any number of threads (run it under the preset tsan, too).
#include "cli/read_ahead.h"

#include <gtest/gtest.h>

#include <atomic>

namespace sayso::cli {
namespace {

Next numbered(int number, std::size_t size = 1) {
  const std::string where = std::to_string(number);
  return {.where = where, .input = Input{where, std::string(size, 'x'), {}}};
}

Outcome give_back(const Next& next) {
  if (std::stoi(next.where) % 7 == 3) return Error{ErrorCode::empty, next.where, "empty"};
  if (std::stoi(next.where) % 7 == 5) return Unread::off_topic;
  if (std::stoi(next.where) % 11 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  Reading reading;
  reading.dispatch.path = next.where;
  return reading;
}

std::string printed(const ReadAhead::Done& done) {
  if (const auto* reading = std::get_if<Reading>(&done.outcome)) return done.next.where + "=" + reading->dispatch.path;
  if (std::holds_alternative<Error>(done.outcome)) return done.next.where + " failed";
  return done.next.where + (std::get<Unread>(done.outcome) == Unread::off_topic ? " off topic" : " kept");
}

TEST(ReadAhead, KeepsTheOrderForAnyNumberOfThreads) {
  for (const std::size_t threads : {1U, 2U, 5U, 16U}) {
    ReadAhead ahead(give_back, threads);
    std::vector<std::string> taken;
    for (int number = 0; number < 500; ++number) {
      if (number % 13 == 1) {
        ahead.tell(numbered(number), Unread::kept_already);
      } else if (number % 13 == 2) {
        ahead.ask({.where = std::to_string(number), .input = Error{ErrorCode::unreadable, "", "gone"}});
      } else {
        ahead.ask(numbered(number));
      }
      while (ahead.asked() > 0 && (ahead.is_full() || ahead.is_ready())) taken.push_back(printed(ahead.take()));
      EXPECT_LE(ahead.asked(), 8 * threads);
    }
    while (ahead.asked() > 0) taken.push_back(printed(ahead.take()));
    ASSERT_EQ(taken.size(), 500U);
    for (int number = 0; number < 500; ++number) {
      const std::string n = std::to_string(number);
      const std::string wanted = number % 13 == 1   ? n + " kept"
                                 : number % 13 == 2 ? n + " failed"
                                 : number % 7 == 3  ? n + " failed"
                                 : number % 7 == 5  ? n + " off topic"
                                                    : n + "=" + n;
      EXPECT_EQ(taken[static_cast<std::size_t>(number)], wanted) << threads;
    }
  }
}

TEST(ReadAhead, IsFullByBytesBeforeItIsByNumber) {
  std::atomic<bool> go = false;
  ReadAhead ahead(
      [&](const Next& next) {
        while (!go) std::this_thread::yield();
        return give_back(next);
      },
      4, 1000);
  ahead.ask(numbered(1, 600));
  EXPECT_FALSE(ahead.is_full());
  ahead.ask(numbered(2, 600));
  EXPECT_TRUE(ahead.is_full());
  EXPECT_FALSE(ahead.is_ready(std::chrono::milliseconds(1)));
  go = true;
  EXPECT_TRUE(ahead.is_ready(std::chrono::seconds(10)));
  EXPECT_EQ(printed(ahead.take()), "1=1");
  EXPECT_FALSE(ahead.is_full());
}

TEST(ReadAhead, EndsWithWorkLeft) {
  for (int round = 0; round < 20; ++round) {
    ReadAhead ahead(give_back, 3);
    for (int number = 0; number < 20; ++number) ahead.ask(numbered(number));
    if (round % 2 == 0) ahead.take();
  }
}

}  // namespace
}  // namespace sayso::cli
