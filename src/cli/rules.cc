// sayso rules: lists, explains, tests and tries the rules. For whoever adds one.
//
//     sayso rules try 'The mayor rejoiced that the bridge was destroyed.'
//       the tree, the rules that match at each word, and which of them is used
//
// Which lists, names and keys a rule may use stands in docs/rules.md.
#include <algorithm>
#include <memory>

#include "base/tsv.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/rule_json.h"
#include "cli/rule_views.h"
#include "cli/suggest.h"

namespace sayso::cli {
namespace {

struct RulesOptions {
  Common common{};
  KnowledgePaths knowledge{};
  std::string task = "list";
  std::vector<std::string> words{};
  std::string folder{};
  bool json = false;
};

int refuse(const std::string& message) {
  complain(message);
  complain("see `sayso rules --help`");
  return wrong_use;
}

int fail(const Error& error) {
  complain("", error);
  return finished(failed);
}

Result<SentenceReader> open_sentence_reader(const KnowledgePaths& given, const std::filesystem::path& data) {
  auto model = model_file(given, data);
  if (!model) return model.error();
  return SentenceReader::open(data, *model);
}

// The rules of these ids, all if there are none; complains of each that is unknown.
std::optional<std::vector<StagedRule>> chosen(const RuleBook& book, const std::vector<std::string>& ids) {
  if (ids.empty()) return book.all();
  std::vector<StagedRule> rules;
  bool known = true;
  for (const std::string& id : ids) {
    const auto found = book.find(id);
    rules.insert(rules.end(), found.begin(), found.end());
    if (found.empty()) complain("there is no rule `" + id + "`" + did_you_mean(id, book.ids()));
    known = known && !found.empty();
  }
  return known ? std::optional(rules) : std::nullopt;
}

int list(const RulesOptions& o, const RuleBook& book) {
  if (!o.json) print(rule_list(book, paper(o.common.colour)));
  for (const StagedRule& rule : book.all())
    if (o.json) print(rule_json(rule));
  return finished(done);
}

int explain(const RulesOptions& o, const RuleBook& book) {
  const auto rules = chosen(book, o.words);
  if (!rules) return finished(failed);
  bool first = true;
  for (const StagedRule& rule : *rules) {
    print(o.json ? rule_json(rule) : (first ? "" : "\n") + rule_card(rule, book, paper(o.common.colour)));
    first = false;
  }
  return finished(done);
}

int test(const RulesOptions& o, const RuleBook& book, const SentenceReader& reader) {
  const auto rules = chosen(book, o.words);
  if (!rules) return finished(failed);
  std::size_t sentences = 0, bad_sentences = 0, bad_rules = 0;
  Progress progress(o.common.voice);
  for (const StagedRule& rule : *rules) {
    progress.show(rule.rule->id);
    const auto faults = check_sentences(rule, book, reader);
    sentences += rule.rule->yes.size() + rule.rule->no.size();
    bad_sentences += faults.size();
    bad_rules += faults.empty() ? 0U : 1U;
    if (faults.empty()) continue;
    progress.clear();
    print(fault_view(rule, faults, paper(o.common.colour)) + "\n");
  }
  progress.clear();
  const auto counted = [](std::size_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
  };
  print(counted(rules->size(), "rule") + ", " + counted(sentences, "sentence") + ": " +
        (bad_rules == 0 ? "all hold"
                        : counted(bad_sentences, "sentence") + " of " + counted(bad_rules, "rule") + " failed") +
        "\n");
  return finished(bad_rules == 0 ? done : failed);
}

// One paragraph: white space folds to single spaces.
std::string sentence_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    for (const char c : word + " ") {
      const bool space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) out += c;
      if (space && !out.empty() && out.back() != ' ') out += ' ';
    }
  return std::string(trim(out));
}

std::optional<int> refuse_words(const RulesOptions& o) {
  const std::vector<std::string> tasks{"list", "explain", "test", "try"};
  if (std::find(tasks.begin(), tasks.end(), o.task) == tasks.end())
    return refuse("`" + o.task + "` is nothing rules can do" + did_you_mean(o.task, tasks));
  if (o.task == "list" && !o.words.empty()) return refuse("`" + o.words.front() + "` is one argument too many");
  if (o.task == "explain" && o.words.empty()) return refuse("which rule? sayso rules explain ID");
  if (o.task == "test" && o.json) return refuse("--json goes with list, explain and try");
  if (o.task != "try") return std::nullopt;
  const std::string sentence = sentence_of(o.words);
  if (sentence.empty()) return refuse("the sentence is empty: sayso rules try 'The army left.'");
  if (const auto bad = first_invalid(sentence))
    return refuse("byte " + std::to_string(*bad) + " of the sentence is not UTF-8");
  return std::nullopt;
}

int run(const RulesOptions& o) {
  if (const auto code = refuse_words(o)) return *code;
  const auto data = data_folder(o.knowledge);
  if (!data) return fail(data.error());
  const auto book = RuleBook::load(*data, o.folder);
  if (!book) return fail(book.error());
  if (o.task == "list") return list(o, *book);
  if (o.task == "explain") return explain(o, *book);
  const auto reader = open_sentence_reader(o.knowledge, *data);
  if (!reader) return fail(reader.error());
  if (o.task == "test") return test(o, *book, *reader);
  const Trial trial = reader->read(sentence_of(o.words), *book);
  print(o.json ? trial_json(trial) : trial_view(trial, *book, paper(o.common.colour)));
  return finished(done);
}

}  // namespace

Command declare_rules(CLI::App& app) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* parser = app.add_subcommand("rules", "List, explain, test and try the rules");
  parser->footer(
      "sayso rules\n"
      "sayso rules explain said-clause\n"
      "sayso rules test said-clause retook\n"
      "sayso rules try 'The mayor rejoiced that the bridge was destroyed.'\n"
      "sayso rules try 'The mayor rejoiced.' --rules my-rules/");
  parser->add_option("TASK", options->task, "list (if none is given), explain ID, test [ID...], try SENTENCE");
  parser->add_option("WORD", options->words, "The ids of rules; the words of a sentence")->option_text("...");
  parser->add_flag("--json", options->json, "One rule a line as JSON; a trial as one line")->group("Output");
  declare_common(*parser, options->common);
  declare_knowledge(*parser, options->knowledge);
  parser->add_option("--rules", options->folder, "A folder with attribution/ or events/ in it, for data/rules")
      ->option_text("DIR")
      ->group("Knowledge");
  return {parser, [options] { return run(*options); }};
}

}  // namespace sayso::cli
