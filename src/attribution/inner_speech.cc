// Speech inside quotations: whom the speaker quotes.
//
//     "He told us, 'Walk towards the river,' and we walked," the woman said.
//        -> a row of "He", cue told, content [Walk towards the river], within the woman's
//
// A verb of saying (list say) beside the inner marks, with its subject; without one the words stay the outer speaker's.
#include <algorithm>

#include "attribution/content.h"
#include "attribution/stance.h"
#include "match/clause.h"

namespace sayso {
namespace {

constexpr std::uint32_t farthest_cue = 6;              // tokens between the marks and the verb that introduces them
constexpr std::uint32_t shortest_inner_quotation = 3;  // words; shorter ones without a comma are names and labels

struct Beside {
  TokenId cue = no_token;
  TokenId source = no_token;
};

class InnerSpeech {
 public:
  explicit InnerSpeech(const StanceView& view) : view_(view), tree_(view.tree) {}

  Beside beside(const Quotation& inner, const Quotation& outer, TokenRange words) const {
    const TokenRange around = tokens_in(tree_, outer.inner);
    // Before it: "He told us, 'Walk …'"
    for (auto t = words.first; t-- > around.first && words.first - t <= farthest_cue;) {
      if (tree_[TokenId{t}].span.end > inner.outer.begin) continue;  // the mark itself
      if (is_stop(t)) break;
      if (const Beside found = cue_at(t); found.cue != no_token) return found;
    }
    // Behind it: "'Walk on,' he told us, and we walked."
    for (auto t = words.last; t < around.last && t - words.last < farthest_cue; ++t) {
      if (tree_[TokenId{t}].span.begin < inner.outer.end) continue;
      if (is_stop(t)) break;
      if (const Beside found = cue_at(t); found.cue != no_token) return found;
    }
    return {};
  }

  Attribution row(const Beside& beside) const {
    Attribution made;
    made.rule = "said-inside";
    made.cue = words_at(view_.dispatch.text, tree_[beside.cue].span);
    made.cue_head = beside.cue;
    const WordList* say = view_.lists.find("say");
    made.act = act_named(say->value_of(tree_.lemma(beside.cue)).value_or("assert")).value_or(Act::assert_);
    made.source = view_.speakers.source_at(beside.source);
    made.author_distance = in_list(view_, "steps_back", beside.cue);
    if (!view_.dispatch.outlet.value.empty())
      made.chain.push_back({view_.dispatch.outlet.value, EntityKind::outlet, std::nullopt});
    return made;
  }

 private:
  bool is_stop(std::uint32_t t) const {
    const auto word = slice(view_.dispatch.text, tree_[TokenId{t}].span);
    return word == "." || word == "!" || word == "?" || word == ";";
  }

  Beside cue_at(std::uint32_t t) const {
    const TokenId token{t};
    if (tree_[token].tag != Tag::VERB || !in_list(view_, "say", token)) return {};
    const auto subjects = tree_.related(token, Deep::subject);
    return subjects.empty() ? Beside{} : Beside{token, subjects.front()};
  }

  const StanceView& view_;
  const Tree& tree_;
};

}  // namespace

void add_inner_speech(std::vector<Attribution>& found, const StanceView& view) {
  if (view.lists.find("say") == nullptr) return;
  const InnerSpeech speech(view);
  for (const Quotation& inner : find_inner_quotations(view.dispatch)) {
    const Quotation* outer = quotation_at(view.quotations, inner.outer.begin);
    const TokenRange words = tokens_in(view.tree, inner.inner);
    if (outer == nullptr || words.first == words.last) continue;
    const std::string_view text = slice(view.dispatch.text, inner.inner);
    if (words.last - words.first < shortest_inner_quotation && text.back() != ',' && text.back() != '!') continue;
    const Beside beside = speech.beside(inner, *outer, words);
    if (beside.cue == no_token) continue;
    const Words content = quoted_words(view.dispatch.text, inner);
    if (content.span.empty()) continue;
    auto row =
        std::find_if(found.begin(), found.end(), [&](const Attribution& made) { return made.cue_head == beside.cue; });
    if (row != found.end() && row->quote == Quote::direct && row->rule == "said-inside") {
      row->content.push_back(content);  // "'Go,' he said, 'now.'"
      continue;
    }
    if (row == found.end()) row = found.insert(found.end(), speech.row(beside));
    row->content = {content};
    row->quote = Quote::direct;
    row->target.reset();
    if (const TokenId head = content_head(view.tree, *row); head != no_token) {
      row->tense = tense_of(view.tree, head);
      row->conditional = is_conditional(view.tree, head);
      row->certainty = modality_of(view.tree, head, view.lists);
      row->polarity = is_negated(view.tree, head) ? Polarity::negative : Polarity::positive;
    }
  }
}

}  // namespace sayso
