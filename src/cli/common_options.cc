// Options that several commands share, declared in one place so that they are the same everywhere.
#include "cli/commands.h"

namespace sayso::cli {

void declare_common(CLI::App& parser, Common& common) {
  parser.set_help_flag("-h,--help", "Show this help")->group("Output");
  // Callbacks run in this order: --no-color wins over --color.
  parser
      .add_flag_callback(
          "--color", [&common] { common.colour = true; }, "Colour, even where it is no terminal")
      ->group("Output");
  parser
      .add_flag_callback(
          "--no-color", [&common] { common.colour = false; }, "No colour, even on a terminal (NO_COLOR too)")
      ->group("Output");
  parser.add_flag("-q,--quiet", common.voice.quiet, "Say nothing but errors")->group("Output");
  parser.add_flag("-v,--verbose", common.voice.verbose, "Say what is passed over, and why")->group("Output");
}

void declare_knowledge(CLI::App& parser, KnowledgePaths& paths) {
  parser.add_option("--data", paths.data, "Folder of rules, lexicons and gazetteer (SAYSO_DATA)")
      ->option_text("DIR")
      ->group("Knowledge");
  parser.add_option("--model", paths.model, "The trained model (SAYSO_MODEL)")->option_text("FILE")->group("Knowledge");
}

void declare_ledger(CLI::App& parser, std::string& ledger) {
  parser.add_option("--ledger", ledger, "The ledger (SAYSO_LEDGER)")
      ->option_text("FILE")
      ->envname("SAYSO_LEDGER")
      ->required();
}

}  // namespace sayso::cli
