// Noun phrases by their core.
//
//     "two of the army's tanks burned" -> [two], [the army], [the army's tanks]
//
// Treebanks differ in what heads "spokesman Igor Konashenkov"; a chunk is the same run of words whichever it is, and
// its head is the token that hangs outside. Left out on purpose: "of" tails; those that are names are added by whoever
// reads the name.
#include "mention/noun_chunks.h"

#include <algorithm>

namespace sayso::mention {
namespace {

constexpr int longest_climb = 12;  // parts of one name; more is a broken tree

bool is_nominal(Tag tag) { return tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::PRON || tag == Tag::X; }

bool is_modifier(Relation relation) {
  switch (relation) {
    case Relation::det:
    case Relation::det_predet:
    case Relation::amod:
    case Relation::compound:
    case Relation::nummod:
    case Relation::nmod_poss:
    case Relation::nmod_desc:
    case Relation::flat:
    case Relation::goeswith:
    case Relation::nmod_unmarked:
      return true;
    default:
      return false;
  }
}

bool opens_phrase(const Token& token) {
  if (token.tag == Tag::ADJ)
    return token.relation != Relation::advmod && token.relation != Relation::fixed && token.relation != Relation::case_;
  return token.tag != Tag::PUNCT && token.tag != Tag::ADP && token.tag != Tag::ADV && token.tag != Tag::CCONJ &&
         token.tag != Tag::SCONJ && token.tag != Tag::PART;
}

bool is_name_part(Relation relation) {
  switch (relation) {
    case Relation::flat:
    case Relation::appos:
    case Relation::compound:
    case Relation::nmod_desc:
    case Relation::nmod_unmarked:
    case Relation::goeswith:
    case Relation::dep:
    case Relation::nummod:
      return true;
    default:
      return false;
  }
}

}  // namespace

Chunker::Chunker(const Tree& tree) : tree_(tree), leftmost_(tree.size()) {
  for (std::uint32_t t = 0; t < tree.size(); ++t) leftmost_[t] = t;
  std::vector<TokenId> order;
  for (std::uint32_t t = 0; t < tree.size(); ++t)
    if (tree[TokenId{t}].head == no_token) order.push_back(TokenId{t});
  for (std::size_t i = 0; i < order.size(); ++i)
    for (TokenId child : tree.children(order[i])) order.push_back(child);
  for (std::size_t i = order.size(); i-- > 0;) {
    const TokenId head = tree[order[i]].head;
    if (head != no_token) leftmost_[index(head)] = std::min(leftmost_[index(head)], leftmost_[index(order[i])]);
  }
}

// True if the token behind `last` begins another part of the name; `up` is then that part's own head.
bool Chunker::follows(TokenId head, TokenId first, TokenId last, TokenId& up) const {
  const TokenId next{index(last) + 1};
  if (index(next) >= tree_.size() || tree_.sentence_of(next) != tree_.sentence_of(head)) return false;
  if (tree_[next].tag == Tag::PUNCT) return false;
  up = next;
  for (int step = 0; step < longest_climb; ++step) {
    const TokenId above = tree_[up].head;
    if (above == no_token) return false;
    if (first <= above && above <= last) break;
    if (above <= last) return false;
    up = above;
  }
  const Token& part = tree_[up];
  if (part.head == no_token || part.head < first || last < part.head || !is_name_part(part.relation)) return false;
  if (leftmost_[index(up)] < index(next)) return false;
  if (part.tag == Tag::NUM) return up == next && tree_[last].tag == Tag::PROPN;  // "Unit 8200"
  if (part.relation == Relation::nummod) return false;
  return part.tag == Tag::PROPN || part.tag == Tag::X || (part.relation == Relation::flat && part.tag == Tag::NOUN);
}

Chunk Chunker::chunk_of(TokenId head) const {
  std::uint32_t first = index(head);
  TokenId last = head;
  for (TokenId child : tree_.children(head)) {
    if (child >= head) break;
    if (tree_[child].relation == Relation::nummod) {
      std::uint32_t number = index(child);  // its words, not its hedges: "at least 40"
      while (number > leftmost_[index(child)] && tree_[TokenId{number - 1}].tag == Tag::NUM) --number;
      first = std::min(first, number);
    } else if (is_modifier(tree_[child].relation)) {
      first = std::min(first, leftmost_[index(child)]);
    }
  }
  // Hedges and prepositions of a number ("up to 250 soldiers") are its count's, and a comma may open the run.
  while (first < index(head) && !opens_phrase(tree_[TokenId{first}])) ++first;
  TokenId up{};
  while (follows(head, TokenId{first}, last, up)) last = up;
  return {TokenId{first}, head, last};
}

// "coalition" in "Afghan and coalition forces": beside a modifier of a later head.
bool Chunker::modifies_later(TokenId token) const {
  TokenId top = token;
  for (int step = 0; step < longest_climb && tree_[top].relation == Relation::conj && tree_[top].head != no_token;
       ++step)
    top = tree_[top].head;
  if (top == token || tree_[top].head == no_token || tree_[top].head < token) return false;
  return tree_[top].relation == Relation::amod || tree_[top].relation == Relation::compound ||
         tree_[top].relation == Relation::nmod_desc;
}

std::vector<Chunk> Chunker::chunks() const {
  std::vector<Chunk> out;
  std::uint32_t until = 0;  // tokens before it are a name part of the last chunk
  for (std::uint32_t t = 0; t < tree_.size(); ++t) {
    const Token& token = tree_[TokenId{t}];
    if (!is_nominal(token.tag) && token.relation != Relation::root && token.relation != Relation::nsubj) continue;
    if (token.tag == Tag::VERB || token.tag == Tag::PUNCT || token.tag == Tag::AUX) continue;
    if (t < until && !out.empty() && token.relation != Relation::nmod_poss) continue;
    if (token.head != no_token && token.tag != Tag::PRON && is_nominal(tree_[token.head].tag)) {
      const bool inner = token.relation == Relation::compound || token.relation == Relation::flat ||
                         token.relation == Relation::goeswith || token.relation == Relation::nmod_desc ||
                         token.relation == Relation::amod;
      if (inner && index(token.head) > t) continue;  // its head's chunk comes later and holds it
    }
    if (modifies_later(TokenId{t})) continue;
    const Chunk chunk = chunk_of(TokenId{t});
    out.push_back(chunk);
    until = index(chunk.last) + 1;
  }
  return out;
}

}  // namespace sayso::mention
