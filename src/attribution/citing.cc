// "citing" and "quoting": who is cited says it, and whose sentence it is passes it on.
//
//     "Three people died, the radio said, citing hospital staff."   source hospital staff, carrier the radio
//     "The union cancelled the flight, citing fog."                  nothing: a reason is nobody's word
//
// Reads lists say and cited. Left out on purpose: papers and pictures that are cited, which are no speakers.
#include <algorithm>

#include "attribution/stance.h"
#include "match/clause.h"

namespace sayso {
namespace {

// The verb whose subject cites: what the participle hangs on, as far as that says something.
TokenId reporting_verb(const StanceView& view, TokenId citing) {
  for (TokenId up = view.tree[citing].head; up != no_token; up = view.tree[up].head)
    if (view.tree[up].tag == Tag::VERB && in_list(view, "say", up)) return up;
  return no_token;
}

}  // namespace

bool is_citing(const Tree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return (lemma == "cite" || lemma == "quote") && tree[token].xpos == Xpos::VBG &&
         tree.child(token, Relation::obj) != no_token && tree.child(token, Relation::aux) == no_token &&
         tree[token].relation != Relation::conj;
}

void name_who_is_cited(Rows& found, const StanceView& view) {
  const Tree& tree = view.tree;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const TokenId citing{t};
    if (!is_citing(tree, citing)) continue;
    const TokenId cited = tree.child(citing, Relation::obj);
    if (tree[cited].tag == Tag::PRON || !(view.speakers.may_speak(cited) || in_list(view, "cited", cited))) continue;
    Source speaker = view.speakers.source_at(cited);
    if (speaker.kind == EntityKind::document) continue;
    const TokenId verb = reporting_verb(view, citing);
    if (verb == no_token) continue;
    for (Attribution& row : found) {
      if (row.cue_head != verb || row.carrier || !row.source.span || row.source.span->overlaps(*speaker.span)) continue;
      row.carrier = Words{row.source.text, *row.source.span};
      row.chain.push_back(
          {row.source.name.empty() ? row.source.text : row.source.name, EntityKind::outlet, row.source.span});
      row.source = speaker;
      break;
    }
  }
}

}  // namespace sayso
