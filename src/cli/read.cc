// sayso read: dispatches to a person's view, or to one JSON line a claim.
//
//     sayso read page.html --json  ->  {"schema":"sayso.claim/1",…} a line on standard output
//
// Nothing is kept; `sayso add` does that.
#include <memory>

#include "cli/commands.h"
#include "cli/each_reading.h"
#include "cli/feed_pointers.h"
#include "cli/read_options.h"
#include "publish/json.h"
#include "publish/view.h"

namespace sayso::cli {
namespace {

struct ReadCommandOptions {
  Common common{};
  KnowledgePaths knowledge{};
  std::vector<std::string> files{}, feeds{};
  ReadOptions given{};
  bool json = false;
};

int read(const ReadCommandOptions& o) {
  auto pointers = read_pointers(o.feeds);
  if (!pointers) {
    complain("--feed", pointers.error());
    return finished(pointers.error().code == ErrorCode::wrong_use ? wrong_use : failed);
  }
  ReadOptions given = o.given;
  given.pointers = std::move(*pointers);
  const publish::Paper page = paper(o.common.colour);
  bool first = true;
  return each_reading(o.knowledge, o.files, given, [&](const Reading& reading) {
    if (o.json) {
      for (const Claim& claim : reading.claims) print(publish::claim_json(claim, reading.dispatch) + "\n");
    } else {
      print((first ? "" : "\n\n") + publish::reading_view(reading, page));
    }
    first = false;
  });
}

}  // namespace

Command declare_read(CLI::App& app) {
  auto options = std::make_shared<ReadCommandOptions>();
  CLI::App* parser = app.add_subcommand("read", "Read dispatches and print their claims");
  parser->footer(
      "sayso read page.html\n"
      "sayso read page.html note.txt --json > claims.jsonl\n"
      "curl -s https://example.org/dispatch | sayso read - --url https://example.org/dispatch\n"
      "sayso read old.html --encoding windows-1251 --published 2022-09-12");
  parser->add_option("FILE", options->files, "Text, Markdown, HTML or JSON lines; - is standard input")
      ->required()
      ->option_text("...");
  parser->add_flag("--json", options->json, "One claim a line, as JSON (docs/claim.schema.json)")->group("Output");
  declare_read_options(*parser, options->given);
  parser->final_callback([options] { refuse_one_address_for_many(options->given, options->files); });
  declare_feeds(*parser, options->feeds);
  declare_claim_options(*parser, options->given);
  declare_common(*parser, options->common);
  declare_knowledge(*parser, options->knowledge);
  return {parser, [options] { return read(*options); }};
}

}  // namespace sayso::cli
