// Ctrl-C and termination, noticed between two dispatches.
//
//     Interrupt interrupt;                    // from here on the first signal is only noted, the second ends the
//     program while (!interrupt.noticed()) add_one(); … interrupt.end();                        // as the signal would
//     have: the shell sees what happened
#pragma once

namespace sayso::cli {

class Interrupt {
 public:
  Interrupt();
  bool noticed() const;
  void end() const;  // raises the noted signal again with its default effect; returns if there was none
};

}  // namespace sayso::cli
