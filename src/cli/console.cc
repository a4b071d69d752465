// Standard output and standard error of the program.
//
//     complain("page.html", {empty, "", "the file is empty"})  ->  stderr "sayso: page.html: the file is empty\n"
//
// A reader that goes away (`sayso claims | head`) ends the program by SIGPIPE as it does any filter: main restores the
// signal's default.
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "publish/terminal_text.h"

namespace sayso::cli {
namespace {

int output_error = 0;  // errno of the first write to standard output that failed

void message(std::string_view text) {
  const std::string line = publish::safe_text(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::size_t terminal_width(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long width = columns == nullptr ? 0 : std::strtol(columns, nullptr, 10);
  return width > 0 && width < 10000 ? static_cast<std::size_t>(width) : 80;
}

// What a terminal of that name can do at all: colours, and going back over a line.
bool is_capable() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) != "dumb";
}

double seconds_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void complain(std::string_view text) { message("sayso: " + std::string(text)); }

void complain(std::string_view where, const Error& error) {
  std::string place(where);
  if (error.where.rfind(place, 0) == 0) {
    place = error.where;
  } else if (!error.where.empty()) {
    place += (place.empty() ? "" : ": ") + error.where;
  }
  complain(place.empty() ? error.message : place + ": " + error.message);
}

void note(const Voice& voice, std::string_view text) {
  if (!voice.quiet) message(text);
}

void detail(const Voice& voice, std::string_view text) {
  if (voice.verbose) message(text);
}

void print(std::string_view data) {
  if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size() && output_error == 0) output_error = errno;
}

int finished(int code) {
  if (std::fflush(stdout) != 0 && output_error == 0) output_error = errno;
  if (output_error == 0) return code;
  complain(std::string("standard output: ") + std::strerror(output_error));
  return failed;
}

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

publish::Paper paper(const std::optional<bool>& colour) {
  const bool wanted = colour.value_or(is_terminal(STDOUT_FILENO) && is_capable() && !is_set("NO_COLOR"));
  return {.width = std::min<std::size_t>(terminal_width(STDOUT_FILENO), 100), .colour = wanted};
}

Progress::Progress(const Voice& voice, Elsewhere elsewhere)
    : active_(!voice.quiet && is_terminal(STDERR_FILENO) && is_capable()),
      silent_(voice.quiet || (!active_ && elsewhere == Elsewhere::nothing)),
      last_(active_ ? 0 : seconds_now()) {}

bool Progress::is_due() const { return !silent_ && seconds_now() - last_ >= (active_ ? 0.1 : 30.0); }

std::size_t Progress::width() const { return active_ ? terminal_width(STDERR_FILENO) - 1 : 1000; }

void Progress::show(std::string_view line) {
  if (!is_due()) return;
  last_ = seconds_now();
  if (!active_) return message("sayso: " + std::string(line));
  shown_ = true;
  const std::string text = "\r\x1b[K" + publish::cut_to(publish::safe_text(line), width());
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

void Progress::clear() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace sayso::cli
