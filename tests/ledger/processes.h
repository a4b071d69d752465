// Other processes for the ledger's tests: one that does something and says how it went, one to be killed.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace sayso {

// Runs `work` in a child and gives back the text it returned (up to 64 KiB).
inline std::string in_child(const std::function<std::string()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    std::string said;
    try {
      said = work();
    } catch (const std::exception& error) {
      said = std::string("exception: ") + error.what();
    }
    const auto written = write(ends[1], said.data(), said.size());
    _exit(written == static_cast<ssize_t>(said.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string said;
  char buffer[4096];
  for (ssize_t size; (size = read(ends[0], buffer, sizeof buffer)) > 0;)
    said.append(buffer, static_cast<std::size_t>(size));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) said += " (killed by signal " + std::to_string(WTERMSIG(status)) + ")";
  return said;
}

// Starts `work`, which says a number at a time, kills it after it said `least` of them and some microseconds more, and
// gives back all it said.
inline std::vector<std::uint32_t> killed_after(std::size_t least, useconds_t wait,
                                               const std::function<void(std::function<void(std::uint32_t)>)>& work) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    work([&](std::uint32_t number) {
      if (write(ends[1], &number, sizeof number) != sizeof number) _exit(1);
    });
    _exit(0);
  }
  close(ends[1]);
  std::vector<std::uint32_t> said;
  std::uint32_t number = 0;
  while (said.size() < least && read(ends[0], &number, sizeof number) == sizeof number) said.push_back(number);
  usleep(wait);
  kill(child, SIGKILL);
  while (read(ends[0], &number, sizeof number) == sizeof number) said.push_back(number);
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return said;
}

// A user without rights, for whom file permissions hold (they do not for root). Does nothing for one who has none
// anyway.
inline bool become_nobody() { return geteuid() != 0 || setuid(65534) == 0; }

}  // namespace sayso
