// Any bytes as a rule file: no crash, a fault says where it stands, and a rule that is read matches some tree or none,
// with captures inside it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/records.h"
#include "match/rules.h"

namespace {

using namespace sayso;

// "The army said on Monday it had left Dovran."
Syntax said_it_left() {
  Syntax syntax;
  const auto add = [&](const char* lemma, Tag tag, Xpos xpos, std::uint32_t head, Relation relation) {
    const auto at = static_cast<std::uint32_t>(syntax.tokens.size() * 8);
    syntax.tokens.push_back({.span = {at, at + 7},
                             .lemma = lemma,
                             .tag = tag,
                             .xpos = xpos,
                             .head = head == 0 ? no_token : TokenId{head - 1},
                             .relation = relation});
  };
  add("the", Tag::DET, Xpos::DT, 2, Relation::det);
  add("army", Tag::NOUN, Xpos::NN, 3, Relation::nsubj);
  add("say", Tag::VERB, Xpos::VBD, 0, Relation::root);
  add("on", Tag::ADP, Xpos::IN, 5, Relation::case_);
  add("Monday", Tag::PROPN, Xpos::NNP, 3, Relation::obl);
  add("it", Tag::PRON, Xpos::PRP, 8, Relation::nsubj);
  add("have", Tag::AUX, Xpos::VBD, 8, Relation::aux);
  add("leave", Tag::VERB, Xpos::VBN, 3, Relation::ccomp);
  add("Dovran", Tag::PROPN, Xpos::NNP, 8, Relation::obj);
  syntax.sentences.push_back({.first = TokenId{0}, .last = TokenId{9}, .read = true});
  return syntax;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Syntax syntax = said_it_left();
  static const Tree tree(syntax);
  static const auto lists = WordLists::load(SAYSO_SOURCE_DIR "/data/lexicons/lists");
  static const RuleWords words{.keys = {"act", "quote"}, .names = {"cue", "source", "content"}, .marks = {"speaker"}};
  if (!lists) std::abort();
  const auto records = parse_records(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz.rules");
  if (!records) return 0;
  const Marks marks(syntax.tokens.size());
  for (const Record& record : *records) {
    const auto rule = read_rule(record, *lists, words);
    if (!rule) {
      if (rule.error().where.find("fuzz.rules:") == std::string::npos || rule.error().message.empty()) std::abort();
      continue;
    }
    for (std::uint32_t t = 0; t < tree.size(); ++t)
      if (const auto captures = match_at(rule->pattern, tree, marks, TokenId{t}))
        for (const auto& [name, token] : *captures)
          if (!words.names.contains(name) || index(token) >= tree.size()) std::abort();
  }
  return 0;
}
