// Every yes and no sentence of every rule is a test, named by its rule: the shipped model must read the sentence so
// that the rule fires with exactly the marked parts, or does not fire.
#include <gtest/gtest.h>

#include <filesystem>

#include "attribution/find_attributions.h"
#include "event/find_events.h"
#include "language/analyse.h"
#include "language/language_model.h"
#include "match/tree.h"
#include "mention/find_mentions.h"

namespace sayso {
namespace {

struct Knowledge {
  Spelling spelling;
  LanguageModel model;
  MentionKnowledge mentions;
  WordLists lists;
};

template <typename T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  ADD_FAILURE() << result.error().where << ": " << result.error().message;
  std::abort();
}

const Knowledge& known() {
  static const std::filesystem::path data = SAYSO_SOURCE_DIR "/data";
  static const Knowledge knowledge{
      must(load_spelling(data / "lexicons")), must(LanguageModel::open(SAYSO_SOURCE_DIR "/models/english.sayso")),
      must(MentionKnowledge::load(data)), must(WordLists::load(data / "lexicons" / "lists"))};
  return knowledge;
}

const WordLists& lists() {
  static const WordLists loaded = must(WordLists::load(SAYSO_SOURCE_DIR "/data/lexicons/lists"));
  return loaded;
}
const AttributionKnowledge& attribution_rules() {
  static const auto rules = must(AttributionKnowledge::load(SAYSO_SOURCE_DIR "/data/rules/attribution", lists()));
  return rules;
}
const EventKnowledge& event_rules() {
  static const auto rules = must(EventKnowledge::load(SAYSO_SOURCE_DIR "/data", lists()));
  return rules;
}

struct Read {
  Dispatch dispatch{};
  Syntax syntax{};
  Mentions mentions{};
};

Read read(const std::string& sentence) {
  Read out;
  out.dispatch.text = sentence;
  const bool stopped = sentence.find_last_of(".!?") + 2 >= sentence.size();
  const ParagraphKind kind = stopped ? ParagraphKind::body : ParagraphKind::headline;
  out.dispatch.paragraphs = {{{0, static_cast<std::uint32_t>(sentence.size())}, kind}};
  out.syntax = analyse(out.dispatch, known().model, known().spelling);
  out.mentions = find_mentions(out.dispatch, out.syntax, known().mentions);
  return out;
}

std::string printed(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out;
  for (const auto& [name, text] : parts) out += name + "=[" + text + "] ";
  return out;
}

// The marked parts, and what the rule found under the same names, in the order of the marks.
using Parts = std::vector<std::pair<std::string, std::string>>;

Parts marked_parts(const MarkedSentence& sentence) {
  Parts parts;
  for (const auto& [name, span] : sentence.parts) parts.emplace_back(name, std::string(slice(sentence.text, span)));
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return parts;
}

Parts found_parts(const Attribution& attribution) {
  Parts parts;
  if (attribution.carrier) parts.emplace_back("carrier", attribution.carrier->text);
  for (const Words& words : attribution.content) parts.emplace_back("content", words.text);
  if (attribution.cue) parts.emplace_back("cue", attribution.cue->text);
  if (attribution.medium) parts.emplace_back("medium", attribution.medium->text);
  if (attribution.source.span) parts.emplace_back("source", attribution.source.text);
  if (attribution.target) parts.emplace_back("target", attribution.target->text);
  return parts;
}

class AttributionRule : public testing::TestWithParam<const Rule*> {};

TEST_P(AttributionRule, MatchesItsSentences) {
  const Rule& rule = *GetParam();
  for (const MarkedSentence& yes : rule.yes) {
    const Read sentence = read(yes.text);
    std::string fired;
    bool right = false;
    for (const Attribution& made :
         find_attributions(sentence.dispatch, sentence.syntax, sentence.mentions, attribution_rules())) {
      right = right || (made.rule == rule.id && found_parts(made) == marked_parts(yes));
      if (made.cue) fired += "\n  " + made.rule + ": " + printed(found_parts(made));
    }
    EXPECT_TRUE(right) << rule.where << ": " << yes.text << "\n  must be " << printed(marked_parts(yes))
                       << "\n  fired:" << fired;
  }
  for (const std::string& no : rule.no) {
    const Read sentence = read(no);
    for (const Attribution& made :
         find_attributions(sentence.dispatch, sentence.syntax, sentence.mentions, attribution_rules()))
      EXPECT_NE(made.rule, rule.id) << rule.where << ": " << no << " gave " << printed(found_parts(made));
  }
}

class EventRule : public testing::TestWithParam<const Rule*> {};

TEST_P(EventRule, MatchesItsSentences) {
  const Rule& rule = *GetParam();
  const auto matches = [](const Read& sentence, const Tree& tree) {
    return event_rules().rules.first_matches(tree,
                                             event_marks(sentence.dispatch, tree, sentence.mentions, event_rules()));
  };
  for (const MarkedSentence& yes : rule.yes) {
    const Read sentence = read(yes.text);
    const Tree tree(sentence.syntax);
    std::string fired;
    bool right = false;
    for (const Match& match : matches(sentence, tree)) {
      fired += "\n  " + match.rule->id + ": ";
      for (const auto& [name, token] : match.captures)
        fired += name + "=" + std::string(slice(yes.text, tree[token].span)) + " ";
      if (match.rule->id != rule.id || match.captures.size() != yes.parts.size()) continue;
      // A capture is the head of its marked phrase.
      right = right || std::all_of(yes.parts.begin(), yes.parts.end(), [&](const auto& part) {
                const auto captured = match.captures.find(part.first);
                return captured != match.captures.end() && part.second.contains(tree[captured->second].span);
              });
    }
    EXPECT_TRUE(right) << rule.where << ": " << yes.text << "\n  must be " << printed(marked_parts(yes))
                       << "\n  fired:" << fired;
  }
  for (const std::string& no : rule.no) {
    const Read sentence = read(no);
    const Tree tree(sentence.syntax);
    for (const Match& match : matches(sentence, tree)) EXPECT_NE(match.rule->id, rule.id) << rule.where << ": " << no;
  }
}

std::vector<const Rule*> pointers(const Rules& rules) {
  std::vector<const Rule*> out;
  for (const Rule& rule : rules.all()) out.push_back(&rule);
  return out;
}

std::string test_name(const testing::TestParamInfo<const Rule*>& info) {
  std::string name = info.param->id;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, AttributionRule, testing::ValuesIn(pointers(attribution_rules().rules)), test_name);
INSTANTIATE_TEST_SUITE_P(Rules, EventRule, testing::ValuesIn(pointers(event_rules().rules)), test_name);

}  // namespace
}  // namespace sayso
