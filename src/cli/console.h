// What the program says and where: data to standard output, messages to standard error.
//
//     sayso: cut.txt: byte 31: byte 0xE9 is not UTF-8; give the file's encoding, for example …
//
// Messages are one line each and safe to print, whatever a file name or a page holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "publish/page.h"
#include "sayso/result.h"

namespace sayso::cli {

// Exit codes, documented in docs/errors.md and in the manual.
constexpr int done = 0;
constexpr int failed = 1;     // something could not be done; the rest was
constexpr int wrong_use = 2;  // the command line makes no sense

struct Voice {
  bool quiet = false;    // errors only
  bool verbose = false;  // what is passed over, and why
};

void complain(std::string_view message);  // "sayso: message"
void complain(std::string_view where,
              const Error& error);                        // "sayso: where: message"; error.where wins if it names more
void note(const Voice& voice, std::string_view message);  // unless quiet
void detail(const Voice& voice, std::string_view message);  // if verbose

// Appends to standard output. What could not be written shows at the end.
void print(std::string_view data);
// Flushes; `code`, or `failed` with a message if standard output took not everything.
int finished(int code);

bool is_terminal(int descriptor);
// The paper of standard output: its width (COLUMNS or 80 where it is no terminal, at most 100) and whether to colour
// it. `colour` unset: on a terminal that is not "dumb", unless NO_COLOR is set.
publish::Paper paper(const std::optional<bool>& colour);

// How far a long run has come: on a terminal's standard error one line that is written over again, ten times a second
// at most; elsewhere nothing, or a plain line every half a minute. Nothing if quiet.
class Progress {
 public:
  enum class Elsewhere { nothing, now_and_then };

  explicit Progress(const Voice& voice, Elsewhere elsewhere = Elsewhere::nothing);

  bool is_due() const;  // or else show() does nothing
  bool on_terminal() const { return active_; }
  std::size_t width() const;  // cells of a line
  void show(std::string_view line);
  void clear();

 private:
  bool shown_ = false;
  bool active_;
  bool silent_;
  double last_ = 0;
};

}  // namespace sayso::cli
