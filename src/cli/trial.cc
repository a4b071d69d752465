// Reads a sentence with the shipped model and runs both stages' rules on it.
//
//     "Varnia retook Kesh"  ->  a headline; retook: rule retook, trigger=retook recipient=Kesh actor=Varnia, used
//
// Left out on purpose: claims. What a rule makes is one layer before them.
#include "cli/trial.h"

#include <algorithm>

#include "language/analyse.h"
#include "language/language_model.h"
#include "language/spelling.h"
#include "match/tree.h"
#include "mention/find_mentions.h"

namespace sayso::cli {
namespace {

MarkedSentence::Parts parts_of(const Attribution& made) {
  MarkedSentence::Parts parts;
  if (made.carrier) parts.emplace_back("carrier", made.carrier->span);
  for (const Words& words : made.content) parts.emplace_back("content", words.span);
  if (made.cue) parts.emplace_back("cue", made.cue->span);
  if (made.medium) parts.emplace_back("medium", made.medium->span);
  if (made.source.span) parts.emplace_back("source", *made.source.span);
  if (made.target) parts.emplace_back("target", made.target->span);
  return parts;
}

Fired fired(Stage stage, const Match& match, const std::vector<Fired>& before) {
  Fired out{.stage = stage, .rule = match.rule, .anchor = match.anchor};
  out.captures.assign(match.captures.begin(), match.captures.end());
  std::stable_sort(out.captures.begin(), out.captures.end(),
                   [](const auto& a, const auto& b) { return a.second < b.second; });
  out.first = before.empty() || before.back().stage != stage || before.back().anchor != match.anchor;
  return out;
}

const Made* made_at(const Trial& trial, Stage stage, TokenId anchor) {
  const auto found = std::find_if(trial.made.begin(), trial.made.end(),
                                  [&](const Made& made) { return made.stage == stage && made.at == anchor; });
  return found == trial.made.end() ? nullptr : &*found;
}

void judge(Trial& trial) {
  for (Fired& one : trial.fired) {
    const Made* made = made_at(trial, one.stage, one.anchor);
    one.used = made != nullptr && made->rule == one.rule->id;
    if (one.used) continue;
    bool earlier = false;
    for (const Fired& other : trial.fired) {
      if (&other == &one) break;
      earlier = earlier || (made != nullptr && other.stage == one.stage && other.anchor == one.anchor &&
                            other.rule->id == made->rule);
    }
    if (earlier)
      one.why_not = "an earlier rule is used: " + made->rule;
    else if (made != nullptr)
      one.why_not = "its words belong to another: " + made->rule + " is used";
    else if (!one.first)
      one.why_not = "an earlier rule matches";
    else
      one.why_not = "its words belong to another, or nothing is left that it would say";
  }
}

std::vector<std::vector<std::string>> by_token(const Marks& marks, std::uint32_t size) {
  std::vector<std::vector<std::string>> out;
  for (std::uint32_t t = 0; t < size; ++t) out.push_back(marks.of(TokenId{t}));
  return out;
}

}  // namespace

struct SentenceReader::Knowledge {
  Spelling spelling;
  LanguageModel model;
  MentionKnowledge mentions;
};

Result<SentenceReader> SentenceReader::open(const std::filesystem::path& data, const std::filesystem::path& model) {
  auto spelling = load_spelling(data / "lexicons");
  if (!spelling) return std::move(spelling).error();
  auto trained = LanguageModel::open(model);
  if (!trained) return std::move(trained).error();
  auto mentions = MentionKnowledge::load(data);
  if (!mentions) return std::move(mentions).error();
  return SentenceReader(
      std::unique_ptr<const Knowledge>(new Knowledge{std::move(*spelling), std::move(*trained), std::move(*mentions)}));
}

SentenceReader::SentenceReader(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
SentenceReader::SentenceReader(SentenceReader&&) noexcept = default;
SentenceReader::~SentenceReader() = default;

Trial SentenceReader::read(std::string_view sentence, const RuleBook& book) const {
  Trial trial;
  trial.dispatch.text = sentence;
  const auto stop = sentence.find_last_of(".!?");
  const bool stopped = stop != std::string_view::npos && stop + 2 >= sentence.size();
  trial.dispatch.paragraphs = {
      {{0, static_cast<std::uint32_t>(sentence.size())}, stopped ? ParagraphKind::body : ParagraphKind::headline}};
  trial.syntax = analyse(trial.dispatch, knowledge_->model, knowledge_->spelling);
  const Mentions mentions = find_mentions(trial.dispatch, trial.syntax, knowledge_->mentions);

  const Tree tree(trial.syntax);
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    trial.lemmas.push_back(tree.lemma(TokenId{t}));
    trial.prepositions.push_back(tree.preposition(TokenId{t}));
  }
  const Marks speech = attribution_marks(trial.dispatch, trial.syntax, mentions, book.attribution);
  const Marks deeds = event_marks(trial.dispatch, tree, mentions, book.events);
  trial.attribution_marks = by_token(speech, tree.size());
  trial.event_marks = by_token(deeds, tree.size());
  for (const Match& match : book.attribution.rules.all_matches(tree, speech))
    trial.fired.push_back(fired(Stage::attribution, match, trial.fired));
  for (const Match& match : book.events.rules.all_matches(tree, deeds))
    trial.fired.push_back(fired(Stage::events, match, trial.fired));

  for (const Attribution& made : find_attributions(trial.dispatch, trial.syntax, mentions, book.attribution))
    trial.made.push_back(
        {Stage::attribution, made.rule, made.cue_head, {trial.dispatch.text, parts_of(made)}, made.unsaid});
  for (const Event& made : find_events(trial.dispatch, trial.syntax, mentions, book.events)) {
    MarkedSentence::Parts parts;
    for (const Fired& one : trial.fired)
      if (one.stage == Stage::events && one.anchor == made.head && one.rule->id == made.rule)
        for (const auto& [name, token] : one.captures) parts.emplace_back(name, tree[token].span);
    trial.made.push_back({Stage::events, made.rule, made.head, {trial.dispatch.text, std::move(parts)}, false});
  }
  judge(trial);
  return trial;
}

}  // namespace sayso::cli
