// sayso-eval conllu GOLD.conllu [--model FILE] [--lexicons DIR] [--names GOLD.iob2] [--json]: how well words,
// sentences, tags and trees are found, against a treebank.
//
//     raw text     sentences 83.30  words 98.80  UPOS 94.37  XPOS 93.66  lemmas 95.46  UAS 85.22  LAS 82.35
//     gold words   …
//     gold words,  names 66.50
//
// As the CoNLL 2018 shared task scores: words of system and gold are aligned by their characters, white space ignored;
// F1 over aligned words; relations without subtypes. XPOS in our classes (all marks are PUNCT). Names: spans and kinds
// exact, given gold words, on the sentences that the names file has. Left out on purpose: CLAS, FEATS.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/tsv.h"
#include "commands.h"
#include "knowledge.h"
#include "language/analyse.h"
#include "language/surface.h"

namespace {

using namespace sayso;

struct GoldName {
  std::uint32_t first, last;
  NameKind kind;
  auto operator<=>(const GoldName&) const = default;
};

struct Gold {
  Dispatch dispatch{};  // the text: as printed for raw, words parted by spaces for gold words
  Syntax syntax{};
  std::vector<std::string> ids{};
};

struct Line {
  std::string form, lemma, upos, xpos, relation;
  std::uint32_t head = 0;
  bool space_after = true;
};

Xpos our_xpos(const std::string& name) {
  if (name == "." || name == "," || name == ":" || name == "``" || name == "''" || name == "-LRB-" || name == "-RRB-")
    return Xpos::PUNCT;
  return name == "$" || name == "#" ? Xpos::SYM : xpos_named(name);
}

void add_sentence(Gold& gold, std::vector<Line>& lines, bool new_paragraph, bool spaced) {
  if (lines.empty()) return;
  std::string& text = gold.dispatch.text;
  if (new_paragraph || gold.dispatch.paragraphs.empty()) {
    if (!text.empty()) text += "\n\n";
    const auto at = static_cast<std::uint32_t>(text.size());
    gold.dispatch.paragraphs.push_back({.span = {at, at}});
  }
  const auto base = static_cast<std::uint32_t>(gold.syntax.tokens.size());
  for (const Line& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line.form;
    gold.syntax.tokens.push_back({.span = {begin, static_cast<std::uint32_t>(text.size())},
                                  .lemma = line.lemma,
                                  .tag = tag_named(line.upos),
                                  .xpos = our_xpos(line.xpos),
                                  .head = line.head == 0 ? no_token : TokenId{base + line.head - 1},
                                  .relation = relation_named(line.relation)});
    if (line.space_after || spaced) text += ' ';
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  gold.dispatch.paragraphs.back().span.end = end;
  gold.syntax.sentences.push_back({.span = {gold.syntax.tokens[base].span.begin, gold.syntax.tokens.back().span.end},
                                   .paragraph = static_cast<std::uint32_t>(gold.dispatch.paragraphs.size() - 1),
                                   .first = TokenId{base},
                                   .last = TokenId{static_cast<std::uint32_t>(gold.syntax.tokens.size())}});
  lines.clear();
}

// A CoNLL-U file as a dispatch with its gold layer. A multiword token's words share its SpaceAfter.
Gold read_gold(const std::string& path, bool spaced) {
  Gold gold;
  std::ifstream file(path);
  std::vector<Line> lines;
  std::string id, row;
  bool new_paragraph = true;
  std::uint32_t joined_until = 0;
  bool joined_space = true;
  while (std::getline(file, row)) {
    if (row.empty()) {
      add_sentence(gold, lines, new_paragraph, spaced);
      gold.ids.push_back(id);
      new_paragraph = false;
      joined_until = 0;
      continue;
    }
    if (row[0] == '#') {
      if (row.starts_with("# newpar") || row.starts_with("# newdoc")) new_paragraph = true;
      if (row.starts_with("# sent_id = ")) id = row.substr(12);
      continue;
    }
    const auto cells = split(row, '\t');
    if (cells.size() != 10 || cells[0].find('.') != std::string_view::npos) continue;
    const bool space = cells[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const auto dash = cells[0].find('-'); dash != std::string_view::npos) {
      joined_until = static_cast<std::uint32_t>(std::stoul(std::string(cells[0].substr(dash + 1))));
      joined_space = space;
      continue;
    }
    const auto number = static_cast<std::uint32_t>(std::stoul(std::string(cells[0])));
    const bool after = number < joined_until ? false : number == joined_until ? joined_space : space;
    lines.push_back({std::string(cells[1]), std::string(cells[2]), std::string(cells[3]), std::string(cells[4]),
                     std::string(cells[7]), static_cast<std::uint32_t>(std::stoul(std::string(cells[6]))), after});
  }
  add_sentence(gold, lines, new_paragraph, spaced);
  return gold;
}

// Every byte of the text that is not white space, numbered: spans in these numbers do not see spaces.
std::vector<Span> dense_spans(const Gold& gold, const Syntax& syntax) {
  std::vector<std::uint32_t> number(gold.dispatch.text.size() + 1, 0);
  for (std::size_t i = 0; i < gold.dispatch.text.size(); ++i) {
    const char c = gold.dispatch.text[i];
    number[i + 1] = number[i] + (c != ' ' && c != '\n');
  }
  std::vector<Span> out;
  for (const Token& token : syntax.tokens) out.push_back({number[token.span.begin], number[token.span.end]});
  return out;
}

Relation main_relation(Relation relation) {
  const std::string_view name = name_of(relation);
  return relation_named(name.substr(0, name.find(':')));
}

std::string same_lemma(std::string_view lemma) { return language::straighten(lemma); }

struct Score {
  double gold = 0, system = 0, right = 0;
  double f1() const { return gold + system == 0 ? 0 : 200.0 * right / (gold + system); }
};

using Scores = std::vector<std::pair<std::string, Score>>;

Scores compare(const Gold& gold, const Syntax& system) {
  const std::vector<Span> gold_spans = dense_spans(gold, gold.syntax), system_spans = dense_spans(gold, system);
  const auto sentence_set = [](const Syntax& syntax, const std::vector<Span>& spans) {
    std::set<Span> out;
    for (const Sentence& s : syntax.sentences) out.insert({spans[index(s.first)].begin, spans[index(s.last) - 1].end});
    return out;
  };
  Score sentences, words, upos, xpos, lemmas, uas, las;
  const std::set<Span> gold_sentences = sentence_set(gold.syntax, gold_spans),
                       system_sentences = sentence_set(system, system_spans);
  sentences = {static_cast<double>(gold_sentences.size()), static_cast<double>(system_sentences.size()), 0};
  for (const Span s : system_sentences) sentences.right += gold_sentences.contains(s);
  std::map<Span, std::size_t> where;
  for (std::size_t i = 0; i < gold_spans.size(); ++i) where[gold_spans[i]] = i;
  for (Score* s : {&words, &upos, &xpos, &lemmas, &uas, &las})
    s->gold = static_cast<double>(gold_spans.size()), s->system = static_cast<double>(system_spans.size());
  for (std::size_t i = 0; i < system_spans.size(); ++i) {
    const auto found = where.find(system_spans[i]);
    if (found == where.end()) continue;
    const Token &mine = system.tokens[i], &theirs = gold.syntax.tokens[found->second];
    const bool head = mine.head == no_token
                          ? theirs.head == no_token
                          : theirs.head != no_token && system_spans[index(mine.head)] == gold_spans[index(theirs.head)];
    words.right += 1;
    upos.right += mine.tag == theirs.tag;
    xpos.right += mine.xpos == theirs.xpos;
    lemmas.right += theirs.lemma == "_" || mine.lemma == same_lemma(theirs.lemma);
    uas.right += head;
    las.right += head && main_relation(mine.relation) == main_relation(theirs.relation);
  }
  return {{"sentences", sentences}, {"words", words}, {"UPOS", upos}, {"XPOS", xpos},
          {"lemmas", lemmas},       {"UAS", uas},     {"LAS", las}};
}

// Names of an iob2 file: sent_id -> spans in words, and how many words the sentence has there.
std::map<std::string, std::pair<std::size_t, std::set<GoldName>>> read_names(const std::string& path) {
  std::map<std::string, std::pair<std::size_t, std::set<GoldName>>> out;
  std::ifstream file(path);
  std::string row, id;
  std::uint32_t at = 0;
  GoldName open{0, 0, NameKind::other};
  const auto close = [&] {
    if (open.kind != NameKind::other) out[id].second.insert(open);
    open.kind = NameKind::other;
  };
  while (std::getline(file, row)) {
    if (row.starts_with("# sent_id = ")) id = row.substr(12), at = 0, out[id];
    if (row.empty()) close();
    if (row.empty() || row[0] == '#') continue;
    const auto cells = split(row, '\t');
    if (cells.size() < 3) continue;
    const std::string_view tag = cells[2];
    const NameKind kind = tag.ends_with("PER")   ? NameKind::person
                          : tag.ends_with("ORG") ? NameKind::organisation
                          : tag.ends_with("LOC") ? NameKind::place
                                                 : NameKind::other;
    if (open.kind != NameKind::other && (kind != open.kind || tag[0] == 'B')) close();
    if (kind != NameKind::other && open.kind == NameKind::other) open = {at, at, kind};
    open.last = ++at;
    out[id].first = at;
  }
  close();
  return out;
}

Score compare_names(const Gold& gold, const Syntax& system, const std::string& path) {
  const auto names = read_names(path);
  Score score;
  std::size_t next = 0;
  for (std::size_t s = 0; s < system.sentences.size(); ++s) {
    const Sentence& sentence = system.sentences[s];
    std::set<GoldName> mine;
    for (; next < system.names.size() && system.names[next].first < sentence.last; ++next)
      mine.insert({index(system.names[next].first) - index(sentence.first),
                   index(system.names[next].last) - index(sentence.first), system.names[next].kind});
    const auto found = names.find(gold.ids[s]);
    if (found == names.end() || found->second.first != index(sentence.last) - index(sentence.first)) continue;
    score.gold += static_cast<double>(found->second.second.size());
    score.system += static_cast<double>(mine.size());
    for (const GoldName& name : mine) score.right += found->second.second.contains(name);
  }
  return score;
}

}  // namespace

namespace sayso::eval {

int run_conllu(int argc, char** argv) {
  CLI::App app{"Words, sentences, tags and trees against a treebank", "sayso-eval conllu"};
  std::string path, model_path = model_file().string(), lexicons = SAYSO_SOURCE_DIR "/data/lexicons", names;
  bool json = false;
  app.add_option("gold", path, "A CoNLL-U file")->required()->check(CLI::ExistingFile);
  app.add_option("--model", model_path, "The model");
  app.add_option("--lexicons", lexicons, "The folder of word lists");
  app.add_option("--names", names, "Names of the same sentences, iob2")->check(CLI::ExistingFile);
  app.add_flag("--json", json, "One JSON object instead of a table");
  std::vector<std::string> arguments(argv, argv + argc);
  std::reverse(arguments.begin(), arguments.end());  // the order CLI11 wants
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const auto model = LanguageModel::open(model_path);
  const auto spelling = load_spelling(lexicons);
  if (!model || !spelling) {
    const Error& error = !model ? model.error() : spelling.error();
    std::fprintf(stderr, "%s: %s\n", error.where.c_str(), error.message.c_str());
    return 1;
  }
  const Gold raw = read_gold(path, false), spaced = read_gold(path, true);
  const Syntax given = parse(spaced.dispatch.text, spaced.syntax, *model, *spelling);
  nlohmann::ordered_json out;
  const auto report = [&](const char* what, const std::string& key, const Scores& scores) {
    if (!json) std::printf("%-11s", what);
    for (const auto& [name, score] : scores) {
      out[key + name] = score.f1();
      if (!json) std::printf("  %s %.2f", name.c_str(), score.f1());
    }
    if (!json) std::printf("\n");
  };
  report("raw text", "raw_", compare(raw, analyse(raw.dispatch, *model, *spelling)));
  report("gold words", "gold_", compare(spaced, given));
  if (!names.empty()) report("gold words,", "gold_", {{"names", compare_names(spaced, given, names)}});
  if (json) std::printf("%s\n", out.dump().c_str());
  return 0;
}

}  // namespace sayso::eval
