// Reads files in their order.
//
//     a.html (good), b.bin (binary)  ->  use(reading of a); "sayso: b.bin: …" on standard error; exit 1
#include "cli/each_reading.h"

#include "cli/console.h"
#include "cli/inputs.h"

namespace sayso::cli {

int each_reading(const KnowledgePaths& knowledge, const std::vector<std::string>& files, const ReadOptions& given,
                 const std::function<void(const Reading&)>& use) {
  auto reader = open_reader(knowledge);
  if (!reader) {
    complain("", reader.error());
    return finished(failed);
  }
  int code = done;
  Inputs inputs({.paths = files}, given, Folders::refuse);
  while (auto next = inputs.next()) {
    auto reading =
        next->input ? read_input(*reader, *next->input, next->input->options) : Result<Reading>(next->input.error());
    if (reading) {
      use(*reading);
    } else {
      complain(next->where, reading.error());
      code = failed;
    }
  }
  return finished(code);
}

}  // namespace sayso::cli
