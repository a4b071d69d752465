// sayso parse: what the language model sees, as CoNLL-U: the tree one looks at before writing a rule.
//
//     echo 'The army left.' | sayso parse -
//       1  The  the  DET  DT  _  2  det  _  _
#include <memory>

#include "cli/commands.h"
#include "cli/each_reading.h"
#include "cli/read_options.h"
#include "publish/conllu.h"

namespace sayso::cli {
namespace {

struct ParseOptions {
  Common common{};
  KnowledgePaths knowledge{};
  std::vector<std::string> files{};
  ReadOptions given{};
};

}  // namespace

Command declare_parse(CLI::App& app) {
  auto options = std::make_shared<ParseOptions>();
  CLI::App* parser = app.add_subcommand("parse", "Print words, tags and trees as CoNLL-U");
  parser->footer(
      "sayso parse note.txt\n"
      "echo 'The mayor swore that the bridge was mined.' | sayso parse -");
  parser->add_option("FILE", options->files, "Text, Markdown, HTML or JSON lines; - is standard input")
      ->required()
      ->option_text("...");
  declare_read_options(*parser, options->given);
  parser->final_callback([options] { refuse_one_address_for_many(options->given, options->files); });
  declare_common(*parser, options->common);
  declare_knowledge(*parser, options->knowledge);
  return {parser, [options] {
            return each_reading(options->knowledge, options->files, options->given,
                                [](const Reading& reading) { print(to_conllu(reading.dispatch, reading.syntax)); });
          }};
}

}  // namespace sayso::cli
