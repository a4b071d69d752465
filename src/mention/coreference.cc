// Puts the phrases of one dispatch together.
//
//     drafts "the Russian Defense Ministry" (mod:RUS), "Defense Ministry spokesman Igor Konashenkov" (of body mod),
//     "Konashenkov", "he"
//     -> entities mod:RUS, per:igor-konashenkov (of Ministry of Defence of Russia); the last two mentions are him
//
// In order: bare bodies take a country from where their sentence opens ("In Mali, the army"), from the same body
// before, then from the dateline, then from the one country that was named before; short names take the full name;
// appositions share one entity and "of"/"for" tails tell whom somebody speaks for; units side by side share a country;
// then definite descriptions and pronouns look back, pronouns at most two sentences. Left out on purpose: pronouns that
// point forward, and "we" and "I", who are known only where it is known who speaks. Tested by
// tests/mention/actors_test.cc.
#include "mention/coreference.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::mention {
namespace {

constexpr std::uint32_t sentences_back = 2;
constexpr std::size_t mentions_back = 64;  // keeps a page of one endless sentence linear
constexpr std::size_t most_candidates = 3;

bool is_body_like(EntityKind kind) {
  switch (kind) {
    case EntityKind::organisation:
    case EntityKind::government:
    case EntityKind::military:
    case EntityKind::group:
    case EntityKind::outlet:
    case EntityKind::unit:
    case EntityKind::country:
      return true;
    default:
      return false;
  }
}

bool is_subject(const Tree& tree, TokenId head) {
  for (int step = 0; step < 8; ++step) {
    const Token& token = tree[head];
    if (is_a(token.relation, Relation::nsubj) || token.relation == Relation::obl_agent) return true;
    if (token.relation != Relation::conj || token.head == no_token) return false;
    head = token.head;
  }
  return false;
}

std::string folded_last_word(std::string_view name) {
  const std::string folded = fold(name);
  const auto at = folded.rfind(' ');
  return at == std::string::npos ? folded : folded.substr(at + 1);
}

class Resolver {
 public:
  Resolver(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon, std::vector<Draft> drafts,
           const std::vector<Land>& lands)
      : dispatch_(dispatch),
        tree_(tree),
        lexicon_(lexicon),
        drafts_(std::move(drafts)),
        lands_(lands),
        by_head_(tree.size(), none),
        same_as_(drafts_.size(), none) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      std::uint32_t& kept = by_head_[index(drafts_[i].mention.head)];
      if (kept == none || drafts_[kept].mention.span.size() < drafts_[i].mention.span.size())
        kept = static_cast<std::uint32_t>(i);
    }
    mark_quotes();
  }

  Actors resolve() {
    give_bodies_countries();
    lengthen_short_names();
    for (std::size_t i = 0; i < drafts_.size(); ++i) link(i);
    for (std::size_t i = 0; i < drafts_.size(); ++i) share_country(i);
    register_outlet();
    for (std::size_t i = 0; i < drafts_.size(); ++i) settle(i);
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  // --- bare bodies ---------------------------------------------------------------------------------------------------

  static std::pair<std::string, std::string> body_and_country(const std::string& id) {
    const auto colon = id.find(':');
    if (colon == std::string::npos || id.size() != colon + 4) return {};
    return {id.substr(0, colon), id.substr(colon + 1)};
  }

  // "In neighbouring Mali, the army": the country that opens the sentence as where it all is.
  const Land* land_of_sentence(TokenId at) const {
    const TokenId first = tree_.syntax()[tree_.sentence_of(at)].first;
    const auto land = std::lower_bound(lands_.begin(), lands_.end(), first,
                                       [](const Land& one, TokenId token) { return one.at < token; });
    constexpr std::uint32_t longest_opening = 4;
    if (land == lands_.end() || land->at >= at || index(land->at) - index(first) > longest_opening) return nullptr;
    const TokenId behind{index(land->at) + 1};
    const bool opens = tree_.lemma(first) == "in" && index(behind) < tree_.size() && tree_.lemma(behind) == ",";
    return opens ? &*land : nullptr;
  }

  // "GOMA, Congo -": the country that the dispatch's first dateline names, or whose capital it names alone.
  struct LandOfDateline {
    std::string country{};  // alpha-3; empty: none
    bool by_capital = false;
  };
  LandOfDateline land_of_dateline() const {
    const auto& sentences = tree_.syntax().sentences;
    const auto line = std::find_if(sentences.begin(), sentences.end(),
                                   [](const Sentence& one) { return one.unread == Unread::dateline; });
    if (line == sentences.end()) return {};
    const std::vector<lexicon::Word> words = lexicon::words_of(slice(dispatch_.text, line->span));
    LandOfDateline found;
    for (std::size_t i = 0; i < words.size();) {
      const auto match = lexicon_.name_phrases().longest_at(std::span(words).subspan(i));
      i += match ? match->words : 1;
      if (!match) continue;
      const NameEntry& entry = lexicon_.names()[match->value];
      if (entry.use == NameUse::country) return {lexicon_.countries()[entry.index].alpha3, false};
      if (entry.use == NameUse::capital && found.country.empty())
        found = {lexicon_.countries()[entry.index].alpha3, true};
    }
    return found;
  }

  void give_bodies_countries() {
    // What the dispatch says of each body anywhere: its country, or "?" for several.
    std::map<std::string, std::string> anywhere;
    const auto note = [&](std::map<std::string, std::string>& table, const std::string& id, bool one) {
      const auto [body, country] = body_and_country(id);
      if (body.empty() || !lexicon_.body(body)) return;
      const auto [at, fresh] = table.try_emplace(body, country);
      if (!fresh && at->second != country) at->second = one ? country : "?";
    };
    for (const Draft& draft : drafts_) {
      note(anywhere, draft.entity.id, false);
      note(anywhere, draft.of_id, false);
    }
    std::map<std::string, std::string> before;
    std::set<std::string> named_before;  // countries
    const LandOfDateline dateline = land_of_dateline();
    if (dateline.by_capital)
      named_before.insert(dateline.country);  // agencies report from capitals of other countries, too
    std::set<std::string> groups_before;      // countries of armed groups: whose army it may be that they fight
    std::size_t next_land = 0;
    // A country named only later never decides, unless it is that of a group named before.
    const auto country_for = [&](const std::string& body, TokenId at) -> std::pair<std::string, const char*> {
      for (; next_land < lands_.size() && lands_[next_land].at < at; ++next_land)
        named_before.insert(lands_[next_land].country);
      if (const Land* land = land_of_sentence(at)) return {land->country, "body:sentence"};
      if (const auto found = before.find(body); found != before.end()) return {found->second, "body:before"};
      const bool told = !dateline.country.empty() && !dateline.by_capital;
      if (told && (groups_before.empty() || groups_before.contains(dateline.country)))
        return {dateline.country, "body:dateline"};
      if (const auto found = anywhere.find(body); found != anywhere.end() && groups_before.contains(found->second))
        return {found->second, "body:after"};
      return {named_before.size() == 1 ? *named_before.begin() : std::string(), "body:context"};
    };
    for (Draft& draft : drafts_) {
      if (!draft.body.empty()) {
        const auto [country, rule] = country_for(draft.body, draft.mention.head);
        if (country.empty()) {  // nobody says whose: it stays a description
          draft.entity.id = "desc:" + std::string(name_of(draft.mention.kind)) + ":" + slug(draft.printed);
          draft.entity.name = draft.printed;
          draft.entity.kind = draft.mention.kind;
        } else {
          draft.entity = *lexicon_.entity(draft.body + ":" + country);
          draft.mention.rule = rule;
        }
      }
      if (!draft.of_body.empty() && draft.of_id.empty()) {
        std::string country = draft.entity.country;
        if (country.empty()) country = country_for(draft.of_body, draft.mention.head).first;
        if (!country.empty()) draft.of_id = draft.of_body + ":" + country;
      }
      note(before, draft.entity.id, true);
      note(before, draft.of_id, true);
      const bool apart = draft.entity.kind == EntityKind::group || draft.entity.kind == EntityKind::outlet ||
                         draft.entity.kind == EntityKind::organisation;
      if (!apart && !draft.entity.country.empty()) named_before.insert(draft.entity.country);
      if (draft.entity.kind == EntityKind::group && !draft.entity.country.empty())
        groups_before.insert(draft.entity.country);
      if (draft.of_id.empty()) continue;
      if (const auto of = lexicon_.entity(draft.of_id)) {
        if (draft.entity.of.empty()) draft.entity.of = of->name;
        if (draft.entity.country.empty() && draft.entity.side.empty()) draft.entity.country = of->country;
      }
    }
  }

  // --- names ---------------------------------------------------------------------------------------------------------

  void lengthen_short_names() {
    std::unordered_map<std::string, std::vector<std::uint32_t>>
        full;  // last word -> drafts with a full name, in text order
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (draft.entity.kind != EntityKind::person || draft.short_name || !draft.entity.id.starts_with("per:")) continue;
      full[folded_last_word(draft.printed)].push_back(static_cast<std::uint32_t>(i));
      if (folded_last_word(draft.entity.name) != folded_last_word(draft.printed))
        full[folded_last_word(draft.entity.name)].push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (!draft.short_name) continue;
      const auto found = full.find(folded_last_word(draft.printed));
      if (found == full.end()) continue;
      const auto after = std::upper_bound(found->second.begin(), found->second.end(), static_cast<std::uint32_t>(i));
      const Draft& named = drafts_[after == found->second.begin() ? *after : *(after - 1)];
      Entity entity = named.entity;
      if (entity.of.empty()) entity.of = draft.entity.of;
      if (entity.country.empty()) entity.country = draft.entity.country;
      draft.entity = std::move(entity);
      draft.mention.rule = "short-name";
    }
  }

  // --- the phrases around a phrase
  // --------------------------------------------------------------------------------------

  Draft* at(TokenId token) { return by_head_[index(token)] == none ? nullptr : &drafts_[by_head_[index(token)]]; }

  void link(std::size_t i) {
    Draft& draft = drafts_[i];
    const bool personal = draft.mention.kind == EntityKind::person || draft.mention.kind == EntityKind::unnamed;
    for (TokenId child : tree_.children(draft.mention.head)) {
      Draft* other = at(child);
      if (!other || other == &draft || draft.mention.span.contains(other->mention.span)) continue;
      const Relation relation = tree_[child].relation;
      if (relation == Relation::appos && personal) {
        const bool other_personal =
            other->mention.kind == EntityKind::person || other->mention.kind == EntityKind::unnamed;
        if (!other_personal || other->mention.pronoun || draft.mention.pronoun) continue;
        const bool named = draft.entity.id.starts_with("per:"), other_named = other->entity.id.starts_with("per:");
        if (named && other_named) names_joined(draft.mention.head, by_head_[index(child)]);
        if (named == other_named) continue;
        if (!named)
          same_as_[i] = by_head_[index(child)];
        else
          same_as_[by_head_[index(child)]] = static_cast<std::uint32_t>(i);
        tail(*other, child);
        Draft& person = named ? draft : *other;
        const Draft& office = named ? *other : draft;
        if (person.entity.of.empty()) person.entity.of = office.entity.of;
        if (person.entity.country.empty()) person.entity.country = office.entity.country;
        if (person.pronoun.empty()) person.pronoun = office.pronoun;
      }
    }
    tail(draft, draft.mention.head);
  }

  // "Lund and her deputy, Karen Voss, left": the name behind a comma is that of the office before it, though the tree
  // hangs it on the first of the two.
  void names_joined(TokenId first, std::uint32_t name) {
    for (TokenId joined : tree_.conjuncts(first)) {
      Draft* office = at(joined);
      if (!office || joined == first || !office->entity.id.starts_with("desc:") ||
          office->mention.kind != EntityKind::person)
        continue;
      const Span gap{office->mention.span.end, drafts_[name].mention.span.begin};
      if (gap.begin < gap.end && trim(slice(dispatch_.text, gap)) == ",") same_as_[by_head_[index(joined)]] = name;
    }
  }

  // "a spokesman for the ministry", "the 4th Division of the Russian army", "officials in Kyiv".
  void tail(Draft& draft, TokenId head) {
    if (draft.mention.pronoun || !draft.entity.of.empty()) return;
    const bool takes = draft.mention.kind == EntityKind::person || draft.entity.id.starts_with("desc:") ||
                       draft.entity.id.starts_with("unit:");
    if (!takes) return;
    for (TokenId child : tree_.children(head)) {
      if (child < head || !is_a(tree_[child].relation, Relation::nmod)) continue;
      const std::string& preposition = tree_.preposition(child);
      if (preposition != "of" && preposition != "for" && preposition != "at" && preposition != "from" &&
          preposition != "with")
        continue;
      const Draft* other = at(child);
      if (!other || other->mention.pronoun || !is_body_like(other->entity.kind)) continue;
      if (other->entity.kind != EntityKind::country && !other->entity.id.starts_with("desc:"))
        draft.entity.of = other->entity.name;
      if (draft.entity.country.empty() && draft.entity.side.empty()) draft.entity.country = other->entity.country;
      return;
    }
  }

  // Units side by side fight for one side unless they say otherwise: by the tree, or by nothing but commas and "and"
  // between them.
  void share_country(std::size_t i) {
    Draft& draft = drafts_[i];
    if (draft.entity.kind != EntityKind::unit || !draft.entity.country.empty()) return;
    const auto lends = [&](const Draft* beside) {
      if (!beside || (beside->entity.kind != EntityKind::unit && beside->entity.kind != EntityKind::military) ||
          beside->entity.country.empty())
        return false;
      draft.entity.country = beside->entity.country;
      draft.mention.rule += "+beside";
      return true;
    };
    TokenId top = draft.mention.head;
    for (int step = 0; step < 32 && tree_[top].relation == Relation::conj && tree_[top].head != no_token; ++step)
      top = tree_[top].head;
    for (TokenId other : tree_.conjuncts(top))
      if (lends(at(other))) return;
    if (i > 0 && listed(drafts_[i - 1].mention.span, draft.mention.span)) lends(&drafts_[i - 1]);
  }

  bool listed(Span before, Span behind) const {
    if (before.end > behind.begin) return false;
    const std::string_view gap = trim(slice(dispatch_.text, {before.end, behind.begin}));
    return gap == "," || gap == "and" || gap == "or" || gap == ", and" || gap == "as well as" || gap == ", as well as";
  }

  // --- entities
  // ---------------------------------------------------------------------------------------------------------

  EntityId enter(const Entity& entity, const std::string& printed, const std::string& pronoun) {
    Entity fresh = entity;
    if (fresh.id.starts_with("desc:") && !fresh.country.empty()) fresh.id += "@" + to_lower(fresh.country);
    const auto [found, is_new] =
        entity_of_.try_emplace(fresh.id, EntityId{static_cast<std::uint32_t>(out_.entities.size())});
    if (is_new) {
      out_.entities.push_back(fresh);
      pronouns_.push_back(pronoun.empty() ? lexicon_.pronoun_of(fresh.id) : pronoun);
    }
    Entity& kept = out_.entities[index(found->second)];
    if (kept.of.empty()) kept.of = fresh.of;
    if (kept.country.empty()) kept.country = fresh.country;
    if (kept.side.empty()) kept.side = fresh.side;
    if (pronouns_[index(found->second)].empty()) pronouns_[index(found->second)] = pronoun;
    if (!printed.empty() && printed != kept.name &&
        std::find(kept.aliases.begin(), kept.aliases.end(), printed) == kept.aliases.end())
      kept.aliases.push_back(printed);
    return found->second;
  }

  void register_outlet() {
    const std::string& name = dispatch_.outlet.value;
    if (name.empty()) return;
    Entity entity{"out:" + slug(name), name, EntityKind::outlet, {}, {}, {}, {}, "outlet:" + dispatch_.outlet.rule};
    if (const auto known = lexicon_.name_phrases().find(name)) {
      const NameEntry& entry = lexicon_.names()[*known];
      if (entry.use == NameUse::actor && lexicon_.actors()[entry.index].kind == EntityKind::outlet)
        entity = *lexicon_.entity(lexicon_.actors()[entry.index].id);
    }
    out_.outlet = enter(entity, name, {});
  }

  void settle(std::size_t i) {
    Draft& draft = drafts_[i];
    if (i > 0 && draft.mention.span == drafts_[i - 1].mention.span && draft.mention.head == drafts_[i - 1].mention.head)
      return;
    if (draft.mention.pronoun) {
      point_back(draft);
    } else if (same_as_[i] != none) {
      const Draft& same = drafts_[same_as_[i]];
      draft.mention.entity = enter(same.entity, draft.printed, same.pronoun);
      draft.mention.kind = out_.entities[index(draft.mention.entity)].kind;
      draft.mention.rule += "+apposition";
    } else if (const EntityId before = named_before(draft); before != no_entity) {
      draft.mention.entity = before;
      draft.mention.kind = out_.entities[index(before)].kind;
      draft.mention.rule = "definite";
    } else {
      if (draft.entity.country.empty() && draft.entity.side.empty()) owned_by_pronoun(draft);
      draft.mention.entity = enter(draft.entity, draft.printed, draft.pronoun);
      enter_owner(draft);
    }
    if (draft.mention.entity != no_entity && !draft.mention.pronoun) remember(draft);
    out_.actors.push_back(draft.mention);
  }

  // "ELN guerrillas": the group is one of the dispatch, though no phrase is it.
  void enter_owner(const Draft& draft) {
    if (draft.of_id.empty()) return;
    if (const auto owner = lexicon_.entity(draft.of_id); owner && owner->kind == EntityKind::group)
      enter(*owner, {}, {});
  }

  void remember(const Draft& draft) {
    const Entity& entity = out_.entities[index(draft.mention.entity)];
    if (entity.id.starts_with("desc:")) return;
    if (entity.kind == EntityKind::person) {
      if (!draft.role.empty()) latest_["role " + draft.role] = draft.mention.entity;
      return;
    }
    latest_["word " + folded_last_word(draft.printed)] = draft.mention.entity;
    if (!draft.role.empty()) latest_["word " + draft.role] = draft.mention.entity;
    if (entity.kind == EntityKind::group) latest_["word group"] = draft.mention.entity;
  }

  // "the spokesman", "the ministry", "the brigade": the latest that was named with that word.
  EntityId named_before(const Draft& draft) const {
    if (!draft.definite || !draft.bare || draft.mention.number != 1 || draft.role.empty() ||
        !draft.entity.id.starts_with("desc:"))
      return no_entity;
    const bool person = draft.mention.kind == EntityKind::person;
    if (!person && !is_body_like(draft.mention.kind)) return no_entity;
    const auto found = latest_.find((person ? "role " : "word ") + draft.role);
    return found == latest_.end() ? no_entity : found->second;
  }

  // "its forces": whose they are, if the pronoun before is known.
  void owned_by_pronoun(Draft& draft) const {
    for (TokenId child : tree_.children(draft.mention.head)) {
      if (tree_[child].relation != Relation::nmod_poss) continue;
      for (std::size_t k = out_.actors.size(); k-- > 0;) {
        if (out_.actors[k].head != child) {
          if (out_.actors[k].span.begin < tree_[child].span.begin) break;
          continue;
        }
        if (out_.actors[k].entity != no_entity)
          draft.entity.country = out_.entities[index(out_.actors[k].entity)].country;
        return;
      }
    }
  }

  // --- pronouns
  // ---------------------------------------------------------------------------------------------------------

  void mark_quotes() {
    quoted_.assign(tree_.size(), false);
    bool open = false;
    std::uint32_t paragraph = none;
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (sentence.paragraph != paragraph) open = false;
      paragraph = sentence.paragraph;
      for (std::uint32_t t = index(sentence.first); t < index(sentence.last); ++t) {
        const std::string_view word = slice(dispatch_.text, tree_[TokenId{t}].span);
        if (word == "\"" || word == "``" || word == "''")
          open = !open;
        else if (word == "\u201C" || word == "\u00AB")
          open = true;
        else if (word == "\u201D" || word == "\u00BB")
          open = false;
        quoted_[t] = open;
      }
    }
  }

  bool fits(const std::string& word, const ActorMention& mention, std::uint32_t away) const {
    const Entity& entity = out_.entities[index(mention.entity)];
    const std::string& told = pronouns_[index(mention.entity)];
    const bool one_person =
        (entity.kind == EntityKind::person || entity.kind == EntityKind::unnamed) && mention.number == 1;
    switch (word[0]) {
      case 'h':
        if (word.starts_with("her")) return one_person && told != "he";
        return one_person && told != "she";
      case 's':
        return one_person && told != "he";
      case 'i': {
        if (mention.number != 1) return false;
        const bool thing = entity.kind == EntityKind::infrastructure || entity.kind == EntityKind::equipment;
        const bool bare_name = entity.kind == EntityKind::person && told.empty() && mention.rule == "name" &&
                               entity.name.find(' ') == std::string::npos;
        return is_body_like(entity.kind) || entity.kind == EntityKind::place || bare_name ||
               (thing && away <= 1 && is_subject(tree_, mention.head));
      }
      default:
        if (entity.kind == EntityKind::infrastructure || entity.kind == EntityKind::document) return false;
        return mention.number != 1 || (is_body_like(entity.kind) && away <= 1);
    }
  }

  void point_back(Draft& draft) {
    ActorMention& pronoun = draft.mention;
    pronoun.kind = EntityKind::unnamed;
    if (pronoun.rule == "pronoun:speaker") return;
    // "It was alleged that …" points to what follows.
    const TokenId verb = tree_[pronoun.head].head;
    if (draft.printed == "it" && verb != no_token && tree_[pronoun.head].relation == Relation::nsubj_pass &&
        (tree_.child(verb, Relation::ccomp) != no_token || tree_.child(verb, Relation::csubj) != no_token))
      return;
    const std::uint32_t here = index(tree_.sentence_of(pronoun.head));
    const Token& token = tree_[pronoun.head];
    const bool object =
        token.relation == Relation::obj || token.relation == Relation::iobj || is_a(token.relation, Relation::obl);
    const bool reflexive = draft.printed.ends_with("self") || draft.printed.ends_with("selves");
    std::vector<std::pair<std::uint32_t, EntityId>> ranked;  // rank, then nearest first
    std::size_t seen = 0;
    for (std::size_t k = out_.actors.size(); k-- > 0 && seen < mentions_back; ++seen) {
      const ActorMention& mention = out_.actors[k];
      if (mention.entity == no_entity || mention.head >= pronoun.head) continue;
      const std::uint32_t away = here - index(tree_.sentence_of(mention.head));
      if (away > sentences_back) break;
      if (!fits(draft.printed, mention, away)) continue;
      const bool subject = is_subject(tree_, mention.head);
      if (subject && object && !reflexive && tree_[mention.head].head == token.head) continue;
      if (tree_[mention.head].relation == Relation::amod) continue;  // "Russian" in "Russian strike" is no antecedent
      if (tree_.preposition(mention.head) == "as") continue;  // "replaced him as commander": an office, nobody else
      const TokenId owned = tree_[mention.head].head;
      const bool owner =
          tree_[mention.head].relation == Relation::nmod_poss && owned != no_token && is_subject(tree_, owned);
      std::uint32_t rank = (subject ? 0U : owner ? 1U : 4U) + 3 * away;
      if (quoted_[index(mention.head)] && !quoted_[index(pronoun.head)]) rank += 10;
      ranked.emplace_back(rank, mention.entity);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [rank, entity] : ranked) {
      if (pronoun.entity == no_entity) {
        pronoun.entity = entity;
        const EntityKind kind = out_.entities[index(entity)].kind;
        pronoun.kind = kind == EntityKind::country || kind == EntityKind::place ? EntityKind::government : kind;
      } else if (entity != pronoun.entity && pronoun.other_candidates.size() < most_candidates &&
                 std::find(pronoun.other_candidates.begin(), pronoun.other_candidates.end(), entity) ==
                     pronoun.other_candidates.end()) {
        pronoun.other_candidates.push_back(entity);
      }
    }
  }

  const Dispatch& dispatch_;
  const Tree& tree_;
  const ActorLexicon& lexicon_;
  std::vector<Draft> drafts_;
  const std::vector<Land>& lands_;      // rising
  std::vector<std::uint32_t> by_head_;  // token -> draft
  std::vector<std::uint32_t> same_as_;  // draft -> the draft it is another name of
  std::vector<bool> quoted_;
  Actors out_;
  std::unordered_map<std::string, EntityId> entity_of_;
  std::unordered_map<std::string, EntityId> latest_;
  std::vector<std::string> pronouns_;  // by entity
};

}  // namespace

std::string slug(std::string_view name) {
  const std::string folded = fold(name);
  std::string out;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t before = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c))
      out += folded.substr(before, at - before);
    else if (c != U'\'' && c != U'.' && !out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

Actors resolve(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon, std::vector<Draft> drafts,
               const std::vector<Land>& lands) {
  return Resolver(dispatch, tree, lexicon, std::move(drafts), lands).resolve();
}

}  // namespace sayso::mention
