// sayso claims: asks a ledger.
//
//     sayso claims --ledger war.ledger --side russian --on 2022-09-12 --where Izyum
//       12 September 2022 · Igor Konashenkov, for the Ministry of Defence of Russia      4be1c07d
//         says “…”
#include <memory>

#include "cli/commands.h"
#include "cli/query_options.h"
#include "publish/claim_list.h"
#include "publish/json.h"
#include "sayso/ledger.h"

namespace sayso::cli {
namespace {

struct ClaimsOptions {
  Common common{};
  KnowledgePaths knowledge{};
  std::string ledger{};
  QueryWords query{};
  bool json = false;
  bool plain = false;
};

void print_claims(const std::vector<KeptClaim>& claims, const ClaimsOptions& o) {
  if (o.json) {
    for (const KeptClaim& kept : claims) print(publish::claim_json(kept) + "\n");
  } else if (o.plain) {
    print(publish::plain_header() + "\n");
    for (const KeptClaim& kept : claims) print(publish::plain_line(kept) + "\n");
  } else {
    print(publish::claim_list(claims, paper(o.common.colour)));
  }
}

int list(const ClaimsOptions& o) {
  auto query = query_of(o.query, o.knowledge);
  if (!query) {
    complain("", query.error());
    return finished(query.error().code == ErrorCode::wrong_use ? wrong_use : failed);
  }
  auto ledger = Ledger::open(o.ledger, Ledger::Mode::read_only);
  if (!ledger) {
    complain(o.ledger, ledger.error());
    return finished(failed);
  }
  auto claims = ledger->find(*query);
  if (!claims) {
    complain(claims.error().code == ErrorCode::wrong_use ? "--text" : o.ledger, claims.error());
    return finished(claims.error().code == ErrorCode::wrong_use ? wrong_use : failed);
  }
  print_claims(*claims, o);
  if (claims->empty()) note(o.common.voice, "no claims fit");
  return finished(done);
}

}  // namespace

Command declare_claims(CLI::App& app) {
  auto options = std::make_shared<ClaimsOptions>();
  CLI::App* parser = app.add_subcommand("claims", "List claims of a ledger: who said what, where, when");
  parser->footer(
      "sayso claims --ledger war.ledger --side russian --on 2022-09-12 --where Izyum\n"
      "sayso claims --ledger war.ledger --who Zelenskiy --act deny\n"
      "sayso claims --ledger war.ledger --what LOSS --happened-since 2022-09 --json\n"
      "sayso claims --ledger war.ledger --text '\"power station\" OR blackout*'");
  declare_ledger(*parser, options->ledger);
  declare_query(*parser, options->query);
  CLI::Option* json =
      parser->add_flag("--json", options->json, "One claim a line, as JSON (docs/claim.schema.json)")->group("Output");
  parser->add_flag("--plain", options->plain, "One claim a line, with tabs between fields")
      ->group("Output")
      ->excludes(json);
  declare_common(*parser, options->common);
  parser->add_option("--data", options->knowledge.data, "Folder of lexicons, for --side and --what (SAYSO_DATA)")
      ->option_text("DIR")
      ->group("Knowledge");
  return {parser, [options] { return list(*options); }};
}

}  // namespace sayso::cli
