// sayso show: one claim with its evidence.
//
//     sayso show 4be1c07d --ledger war.ledger
#include <memory>

#include "cli/commands.h"
#include "publish/claim_card.h"
#include "publish/json.h"
#include "sayso/ledger.h"

namespace sayso::cli {
namespace {

struct ShowOptions {
  Common common{};
  std::vector<std::string> claims{};
  std::string ledger{};
  bool json = false;
};

int show(const ShowOptions& o) {
  auto ledger = Ledger::open(o.ledger, Ledger::Mode::read_only);
  if (!ledger) {
    complain(o.ledger, ledger.error());
    return finished(failed);
  }
  int code = done;
  bool first = true;
  for (const std::string& id : o.claims) {
    auto kept = ledger->claim(id);
    auto dispatch = kept ? ledger->dispatch(kept->claim.dispatch) : Result<Dispatch>(kept.error());
    if (!kept || !dispatch) {
      complain(id, dispatch.error());
      code = failed;
      continue;
    }
    if (o.json) {
      print(publish::claim_json(*kept) + "\n");
    } else {
      print((first ? "" : "\n\n") + publish::claim_card(*kept, *dispatch, paper(o.common.colour)));
    }
    first = false;
  }
  return finished(code);
}

}  // namespace

Command declare_show(CLI::App& app) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* parser = app.add_subcommand("show", "Show one claim: its sentence, every field's bytes, what made it");
  parser->footer(
      "sayso show 4be1c07d --ledger war.ledger\n"
      "sayso show 4be1c07d --ledger war.ledger --json");
  parser->add_option("CLAIM", options->claims, "Its id, or the first digits of it (at least 4)")
      ->required()
      ->option_text("...");
  declare_ledger(*parser, options->ledger);
  parser->add_flag("--json", options->json, "As one line of JSON")->group("Output");
  declare_common(*parser, options->common);
  return {parser, [options] { return show(*options); }};
}

}  // namespace sayso::cli
