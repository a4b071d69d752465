// Another's claim inside a denial: a row of its own, so that both accounts stand.
//
//     "Ostrel denied Varnian reports that it had shelled the market."
//        -> a row of "Varnian", cue reports, content [that it had shelled the market], within Ostrel's denial
//
// A noun of saying (list say_noun) as the object of a denial or rejection, with a clause and whoever said it: an owner,
// a people's adjective, or "by" somebody. Left out on purpose: nouns whose speaker nobody names.
#include <algorithm>

#include "attribution/content.h"
#include "attribution/stance.h"
#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

struct Report {
  TokenId noun = no_token;
  TokenId source = no_token;
  TokenId clause = no_token;
};

class DeniedReports {
 public:
  explicit DeniedReports(const StanceView& view) : view_(view), tree_(view.tree) {}

  Report report_in(const Attribution& denial) const {
    TokenId noun = tree_.child(denial.cue_head, Relation::obj);
    // "dismissed as false a claim by Kesh that …": the tree may take the object for a phrase.
    if (noun == no_token)
      for (TokenId below : tree_.children(denial.cue_head))
        if (is_a(tree_[below].relation, Relation::obl) && in_list(view_, "say_noun", below)) noun = below;
    if (noun == no_token || !in_list(view_, "say_noun", noun)) return {};
    Report report{noun, no_token, clause_under(noun)};
    for (TokenId below : tree_.children(noun))
      if (tree_[below].relation == Relation::nmod_poss || is_people(below) || is_by(below)) report.source = below;
    // "rejected accusations by the opposition that …": the tree may hang the accuser on the cue.
    if (report.source == no_token)
      for (TokenId below : tree_.children(denial.cue_head))
        if (below > noun && is_by(below)) report.source = below;
    if (report.source == no_token) return {};
    if (report.clause == no_token) report.clause = clause_under(report.source);
    return report.clause == no_token ? Report{} : report;
  }

  Attribution row(const Report& report) const {
    Attribution made;
    made.rule = "denied-report";
    made.cue = words_at(view_.dispatch.text, tree_[report.noun].span);
    made.cue_head = report.noun;
    const WordList* nouns = view_.lists.find("say_noun");
    made.act = act_named(nouns->value_of(tree_.lemma(report.noun)).value_or("assert")).value_or(Act::assert_);
    made.source = view_.speakers.source_at(report.source);
    if (made.source.span && made.source.span->overlaps(tree_[report.noun].span)) {  // "Varnian reports" as one name
      const Words words = words_at(view_.dispatch.text, tree_[report.source].span);
      made.source = Source{};
      made.source.text = words.text;
      made.source.span = words.span;
      made.source.rule = "people-of-a-report";
    }
    made.author_distance = in_list(view_, "steps_back", report.noun);
    made.content = pieces(tree_, view_.dispatch.text, clause_tokens(report));
    made.tense = tense_of(tree_, report.clause);
    made.conditional = is_conditional(tree_, report.clause);
    made.certainty = modality_of(tree_, report.clause, view_.lists);
    made.polarity = is_negated(tree_, report.clause) ? Polarity::negative : Polarity::positive;
    if (!view_.dispatch.outlet.value.empty())
      made.chain.push_back({view_.dispatch.outlet.value, EntityKind::outlet, std::nullopt});
    return made;
  }

  // What is denied reaches to the end of the clause, wherever the tree hangs it.
  Words denied(const Attribution& denial, const Report& report) const {
    const Span noun = span_of(tree_, noun_phrase(tree_, report.noun, OfTail::without));
    const std::uint32_t begin = std::min(denial.content.front().span.begin, noun.begin);
    const auto clause = pieces(tree_, view_.dispatch.text, clause_tokens(report));
    const std::uint32_t end = std::max(denial.content.back().span.end, clause.back().span.end);
    return words_at(view_.dispatch.text, {begin, end});
  }

 private:
  std::vector<TokenId> clause_tokens(const Report& report) const {
    return content_tokens(tree_, view_.quotations, {report.clause, {}, false, nullptr});
  }

  TokenId clause_under(TokenId head) const {
    for (TokenId below : tree_.children(head)) {
      const Relation relation = tree_[below].relation;
      if (relation != Relation::acl && relation != Relation::acl_relcl && relation != Relation::ccomp) continue;
      const TokenId mark = tree_.child(below, Relation::mark);
      if (mark != no_token && tree_.lemma(mark) == "that") return below;
    }
    return no_token;
  }

  // "Varnian reports": an adjective in upper case.
  bool is_people(TokenId token) const {
    std::size_t at = tree_[token].span.begin;
    return tree_[token].relation == Relation::amod && is_upper(next_code_point(view_.dispatch.text, at));
  }

  bool is_by(TokenId token) const {
    const Relation relation = tree_[token].relation;
    return (is_a(relation, Relation::nmod) || is_a(relation, Relation::obl)) && tree_.preposition(token) == "by";
  }

  const StanceView& view_;
  const Tree& tree_;
};

}  // namespace

void add_denied_reports(std::vector<Attribution>& found, const StanceView& view) {
  if (view.lists.find("say_noun") == nullptr) return;
  const DeniedReports reports(view);
  for (std::size_t i = 0, rows = found.size(); i < rows; ++i) {
    const Act act = found[i].act;
    if ((act != Act::deny && act != Act::reject) || found[i].cue_head == no_token || found[i].content.empty()) continue;
    const Report report = reports.report_in(found[i]);
    if (report.noun == no_token) continue;
    const auto known =
        std::find_if(found.begin(), found.end(), [&](const Attribution& made) { return made.cue_head == report.noun; });
    Attribution row = reports.row(report);
    if (row.content.empty()) continue;
    found[i].content = {reports.denied(found[i], report)};
    found[i].polarity = Polarity::negative;  // to reject a report is to deny it
    // A rule that saw nobody behind the noun gives way to whoever is named.
    if (known == found.end())
      found.push_back(std::move(row));
    else if (!known->source.span)
      *known = std::move(row);
  }
}

}  // namespace sayso
