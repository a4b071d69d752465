// Notes SIGINT, SIGTERM and SIGHUP in a flag. SA_RESETHAND gives the second one its default effect.
#include "cli/interrupt.h"

#include <csignal>
#include <initializer_list>

namespace sayso::cli {
namespace {

volatile std::sig_atomic_t noted = 0;

void take_note(int signal) { noted = signal; }

}  // namespace

Interrupt::Interrupt() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) continue;  // nohup stays nohup
    action = {};
    action.sa_handler = take_note;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
  }
}

bool Interrupt::noticed() const { return noted != 0; }

void Interrupt::end() const {
  if (noted == 0) return;
  std::signal(noted, SIG_DFL);
  std::raise(noted);
}

}  // namespace sayso::cli
