// Reads noun chunks as actors.
//
//     chunk "a senior Ukrainian official" -> Draft{desc:senior-ukrainian-official, unnamed, UKR, number 1}
//     chunk "Rocket strikes"             -> nothing: neither word is a kind of actor
//
// The tree says which words belong together, the lexicon what they mean. A name that neither the lexicon nor the model
// knows is left out: abstaining is allowed. Left out on purpose: people by trade that roles.tsv does not list. Files:
// data/lexicons/. Tested by tests/mention/actors_test.cc.
#include "mention/actors.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "mention/beside.h"
#include "mention/coreference.h"
#include "mention/drafts.h"
#include "mention/marks.h"
#include "mention/noun_chunks.h"
#include "mention/units.h"

namespace sayso {
namespace mention {
namespace {

template <std::size_t count>
bool one_of(std::string_view word, const std::array<std::string_view, count>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Behind these a country or capital is where something is, not who acts.
constexpr std::array<std::string_view, 16> locatives{"in",     "near",   "inside", "outside", "across", "throughout",
                                                     "around", "over",   "at",     "through", "into",   "within",
                                                     "along",  "beyond", "above",  "via"};
// Behind these a capital is its government: all other prepositions leave it a place.
constexpr std::array<std::string_view, 6> dealings{"by", "with", "against", "between", "among", "than"};
constexpr std::array<std::string_view, 10> singular_pronouns{"he",  "him",  "his",     "himself", "she",
                                                             "her", "hers", "herself", "it",      "its"};
constexpr std::array<std::string_view, 5> plural_pronouns{"they", "them", "their", "theirs", "themselves"};
constexpr std::array<std::string_view, 12> first_pronouns{"i",   "me",   "my",        "myself", "we",   "us",
                                                          "our", "ours", "ourselves", "you",    "your", "itself"};
constexpr std::array<std::string_view, 6> indefinite{"a", "an", "one", "another", "some", "any"};
constexpr std::array<std::string_view, 5> definite{"the", "this", "that", "these", "those"};

struct Run {
  TokenId first{};
  TokenId last{};
  bool covers(TokenId token) const { return first <= token && token <= last; }
};

class ActorFinder {
 public:
  ActorFinder(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon)
      : text_(dispatch.text),
        tree_(tree),
        lexicon_(lexicon),
        marks_(mark(dispatch.text, tree, lexicon)),
        chunker_(tree),
        name_at_(tree.size(), nullptr),
        consumed_(tree.size(), false) {
    for (const Name& name : tree.syntax().names)
      for (TokenId t = name.first; t < name.last; t = after(t)) name_at_[index(t)] = &name;
  }

  std::vector<Draft> drafts() {
    for (const Chunk& chunk : chunker_.chunks()) read(chunk);
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.mention.span < b.mention.span; });
    return std::move(drafts_);
  }

  // Rising.
  std::vector<Land> lands() const {
    std::vector<Land> found;
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const Mark* mark = name_mark(TokenId{t});
      if (mark && !mark->affixed && mark->head == TokenId{t} && use_of(*mark) == NameUse::country)
        found.push_back({TokenId{t}, country_of(*mark)->alpha3});
    }
    return found;
  }

 private:
  std::string lower(TokenId t) const { return to_lower(slice(text_, tree_[t].span)); }
  Span span_of(TokenId first, TokenId last) const { return {tree_[first].span.begin, tree_[last].span.end}; }
  std::string printed(TokenId first, TokenId last) const { return std::string(slice(text_, span_of(first, last))); }
  NameUse use_of(const Mark& mark) const { return lexicon_.names()[mark.value].use; }
  const Actor* actor_of(const Mark& mark) const {
    const NameEntry& entry = lexicon_.names()[mark.value];
    return entry.use == NameUse::actor ? &lexicon_.actors()[entry.index] : nullptr;
  }
  const Country* country_of(const Mark& mark) const {
    const NameEntry& entry = lexicon_.names()[mark.value];
    return entry.use == NameUse::actor ? nullptr : &lexicon_.countries()[entry.index];
  }
  // A country's name inside a person's ("Israel Katz") is no country.
  bool inside_person(const Mark& mark) const {
    const Name* name = name_at_[index(mark.first)];
    return name && name->kind == NameKind::person &&
           index(name->last) - index(name->first) > index(mark.last) - index(mark.first) + 1;
  }
  const Mark* name_mark(TokenId token) const {
    const Mark* mark = marks_.names.at(token);
    return mark && !(use_of(*mark) != NameUse::actor && inside_person(*mark)) ? mark : nullptr;
  }

  Draft draft(const Chunk& chunk, const char* rule) const {
    Draft out;
    out.mention.span = span_of(chunk.first, chunk.last);
    out.mention.head = chunk.head;
    out.mention.rule = rule;
    out.entity.rule = rule;
    return out;
  }
  // Two tokens may head one phrase in a broken tree: the one that stands for the name is kept, which is the later.
  void keep(Draft out) {
    if (!drafts_.empty() && drafts_.back().mention.span == out.mention.span)
      drafts_.back() = std::move(out);
    else
      drafts_.push_back(std::move(out));
  }

  void read(Chunk chunk) {
    if (tree_[chunk.head].tag == Tag::PRON) return read_pronoun(chunk);
    if (consumed_[index(chunk.head)] || swallowed(chunk)) return;
    widen(chunk);
    if (read_person(chunk) || read_named(chunk) || read_unit(chunk) || read_body(chunk) || read_description(chunk) ||
        read_model_name(chunk))
      return;
    read_inner(chunk);
  }

  // "Defence" in "Ministry of Defence": part of a longer phrase that another token heads.
  bool swallowed(const Chunk& chunk) const {
    for (const MarkTable* table : {&marks_.names, &marks_.bodies, &marks_.roles}) {
      const Mark* mark = table->at(chunk.head);
      if (mark && mark->head != chunk.head && !mark->affixed && mark->first < mark->last) {
        const bool shared = chunk.covers(mark->first) && chunk.covers(mark->last);
        if (!shared) return true;
      }
    }
    return false;
  }

  // A phrase of the lexicon or a name of the model may run on where the chunk ends ("Doctors Without Borders").
  void widen(Chunk& chunk) const {
    for (const MarkTable* table : {&marks_.names, &marks_.bodies, &marks_.roles}) {
      const Mark* mark = table->at(chunk.head);
      if (!mark || mark->affixed) continue;
      chunk.first = std::min(chunk.first, mark->first);
      chunk.last = std::max(chunk.last, mark->last);
    }
    const Name* name = name_at_[index(chunk.head)];
    if (name && name->kind != NameKind::place && name->kind != NameKind::other && hangs_outside(chunk.head, *name)) {
      chunk.first = std::min(chunk.first, name->first);
      chunk.last = std::max(chunk.last, TokenId{index(name->last) - 1});
    }
    // An adjective of a country right before, wherever the tree hangs it ("pro-Moscow separatists").
    while (index(chunk.first) > 0) {
      const TokenId t{index(chunk.first) - 1};
      const Mark* mark = marks_.names.at(t);
      if (!mark || tree_.sentence_of(t) != tree_.sentence_of(chunk.head) || tree_[t].tag != Tag::ADJ) break;
      if (!mark->affixed && use_of(*mark) != NameUse::demonym) break;
      chunk.first = mark->first;
    }
    // The possessive mark is no part of the phrase.
    while (chunk.last > chunk.head && tree_[chunk.last].relation == Relation::case_)
      chunk.last = TokenId{index(chunk.last) - 1};
  }

  bool hangs_outside(TokenId head, const Name& name) const {
    const TokenId above = tree_[head].head;
    return above == no_token || above < name.first || name.last <= above;
  }

  void read_pronoun(const Chunk& chunk) {
    const Token& token = tree_[chunk.head];
    if (token.relation == Relation::expl) return;
    const std::string word = lower(chunk.head);
    const bool singular = one_of(word, singular_pronouns), plural = one_of(word, plural_pronouns);
    const bool first = one_of(word, first_pronouns) && word != "itself";
    if (!singular && !plural && !first && word != "itself") return;
    Draft out = draft({chunk.head, chunk.head, chunk.head}, first ? "pronoun:speaker" : "pronoun");
    out.mention.pronoun = true;
    out.mention.number = plural || word.starts_with("we") || word.starts_with("our") || word == "us" ? 0 : 1;
    out.printed = word;
    keep(std::move(out));
  }

  // Where a person's name stands in the chunk, if the chunk is that person and not something of theirs.
  std::optional<Run> person_run(const Chunk& chunk) const {
    std::optional<Run> found;
    const auto consider = [&](Run run) {
      const bool headed = run.covers(chunk.head);
      const Mark* role = marks_.roles.at(chunk.head);
      const bool titled = role && run.first > role->last;
      if (headed || titled) found = run;
    };
    for (TokenId t = chunk.first; t <= chunk.last; t = after(t)) {
      const Mark* mark = marks_.names.at(t);
      const Actor* actor = mark ? actor_of(*mark) : nullptr;
      if (actor && !mark->affixed) {
        if (actor->kind == EntityKind::person) consider({mark->first, mark->last});
        continue;
      }
      const Name* name = name_at_[index(t)];
      if (!name || name->kind != NameKind::person) continue;
      if (index(name->last) - index(name->first) == 1 && is_acronym(t)) continue;
      Run run{name->first, TokenId{index(name->last) - 1}};
      while (run.first < run.last &&
             (marks_.roles.at(run.first) || is_body_name(run.first) || tree_[run.first].tag == Tag::PUNCT))
        run.first = after(run.first);
      if (marks_.roles.at(run.first) || is_body_name(run.first)) continue;
      const bool word = marks_.nouns.at(run.first) && (tree_[run.first].tag == Tag::NOUN || shouted(run.first));
      if (word && run.first == run.last) continue;  // "THAT GARRISON"
      const Mark* whole = marks_.names.at(run.first);
      if (whole && run.first == whole->first && run.last == whole->last && use_of(*whole) != NameUse::actor) continue;
      while (run.first > chunk.first && is_unknown_name(TokenId{index(run.first) - 1}))
        run.first = TokenId{index(run.first) - 1};
      while (run.last < chunk.last && is_unknown_name(after(run.last))) run.last = after(run.last);
      consider(run);
    }
    if (found) return found;
    // "Governor Lena Osk": an office and then names in capitals that nobody knows.
    const Mark* role = nullptr;
    for (TokenId t = chunk.first; t <= chunk.last; t = after(t))
      if (const Mark* here = marks_.roles.at(t)) role = here;
    if (!role || role->last >= chunk.last) return std::nullopt;
    for (TokenId t = after(role->last); t <= chunk.last; t = after(t)) {
      const bool known = name_mark(t) || marks_.bodies.at(t) || marks_.echelons.at(t) || marks_.roles.at(t);
      const Name* name = name_at_[index(t)];
      if (known || tree_[t].tag != Tag::PROPN) return std::nullopt;
      if (name && name->kind != NameKind::person && !takes_rank_for_place(*name, *role, chunk)) return std::nullopt;
    }
    consider({after(role->last), chunk.last});
    return found;
  }

  // "General Park met …": a place to the model, with a rank for its first word and one name, that does something.
  bool takes_rank_for_place(const Name& name, const Mark& role, const Chunk& chunk) const {
    const Token& head = tree_[chunk.head];
    const bool acts = head.relation == Relation::nsubj && head.head != no_token && tree_[head.head].tag == Tag::VERB;
    return name.kind == NameKind::place && name.first == role.first && index(name.last) == index(role.last) + 2 && acts;
  }

  bool is_body_name(TokenId t) const {
    const Mark* mark = marks_.names.at(t);
    const Actor* actor = mark ? actor_of(*mark) : nullptr;
    return actor && actor->kind != EntityKind::person;
  }

  // A proper noun that no table knows: another part of the name beside it.
  bool is_unknown_name(TokenId t) const {
    return tree_[t].tag == Tag::PROPN && !marks_.names.at(t) && !marks_.bodies.at(t) && !marks_.roles.at(t) &&
           !marks_.nouns.at(t);
  }

  bool begins_person(TokenId t) const {
    if (index(t) >= tree_.size()) return false;
    const Mark* mark = marks_.names.at(t);
    const Actor* actor = mark && mark->first == t ? actor_of(*mark) : nullptr;
    if (actor) return actor->kind == EntityKind::person && !mark->affixed;
    const Name* name = name_at_[index(t)];
    return name && name->kind == NameKind::person && name->first == t && tree_[t].tag == Tag::PROPN;
  }

  // The office that stands right before a name, wherever the tree hangs it: "Defence minister" Lena Osk, "President of
  // Russia" …
  const Mark* office_before(TokenId name) const {
    if (index(name) == 0) return nullptr;
    TokenId t{index(name) - 1};
    if (tree_.sentence_of(t) != tree_.sentence_of(name)) return nullptr;
    if (const Mark* country = marks_.names.at(t);
        country && !country->affixed && use_of(*country) == NameUse::country) {
      for (int step = 0; step < 3 && index(country->first) > static_cast<std::uint32_t>(step) + 1; ++step) {
        const Mark* role = marks_.roles.at(TokenId{index(country->first) - static_cast<std::uint32_t>(step) - 1});
        if (!role) continue;
        const auto of = of_country(role->last);
        return of && of->last == t && !lexicon_.roles()[role->value].plural ? role : nullptr;
      }
      return nullptr;
    }
    const Mark* role = marks_.roles.at(t);
    return role && role->last == t && !lexicon_.roles()[role->value].plural && tree_[t].tag != Tag::ADJ ? role
                                                                                                        : nullptr;
  }

  bool read_person(Chunk chunk) {
    const auto run = person_run(chunk);
    if (!run) return false;
    if (const Mark* office = office_before(run->first)) {
      chunk.first = std::min(office->first, chunker_.chunk_of(office->head).first);
      if (const auto of = of_country(office->last)) consume(office->last, of->last);
    }
    Draft out = draft({chunk.first, chunk.head, std::max(run->last, chunk.head)}, "name");
    out.printed = printed(run->first, run->last);
    out.mention.kind = EntityKind::person;
    const Mark* known = marks_.names.at(run->last);
    const Actor* actor = known && known->last == run->last ? actor_of(*known) : nullptr;
    // A longer name than the lexicon's is somebody else's: "Maksym Zelensky".
    if (actor && actor->kind == EntityKind::person && known->first <= run->first && !preceded_by_name(*known)) {
      out.entity = *lexicon_.entity(actor->id);
      out.mention.rule = out.entity.rule;
      out.pronoun = actor->pronoun;
    } else {
      out.entity.id = "per:" + slug(out.printed);
      out.entity.name = out.printed;
      out.entity.kind = EntityKind::person;
      out.short_name = run->first == run->last;
    }
    if (const Mark* role = marks_.roles.last_before(chunk.first, run->first)) {
      describe_role(out, chunk, *role);
      if (const auto of = of_country(role->last); of && of->last < run->first) {
        const std::string& body = lexicon_.roles()[role->value].body;
        if (out.entity.country.empty()) out.entity.country = of->country;
        if (out.of_id.empty() && !body.empty()) out.of_id = body + ":" + of->country;
      }
      if (!out.entity.id.empty() && out.mention.rule == "name") out.mention.rule = out.entity.rule = "role+name";
    } else {
      belongs(out, chunk.first, run->first);
    }
    keep(std::move(out));
    return true;
  }

  bool preceded_by_name(const Mark& mark) const {
    if (index(mark.first) == 0 || mark.first < mark.last) return false;
    const TokenId t{index(mark.first) - 1};
    if (tree_.sentence_of(t) != tree_.sentence_of(mark.first) || tree_[t].tag != Tag::PROPN) return false;
    return !marks_.roles.at(t) && !marks_.names.at(t) && !marks_.bodies.at(t) &&
           (tree_[t].head == mark.head || tree_[mark.head].head == t);
  }

  // Country, side and body by the words in [first, end): "Ukrainian", "Kyiv's", "pro-Moscow", "Defense Ministry".
  void belongs(Draft& out, TokenId first, TokenId end) const {
    if (first >= end || is_mixed(first, end)) return;
    if (const Mark* body = marks_.bodies.last_before(first, end);
        body && use_body(*body) && tree_[body->head].tag != Tag::ADJ) {
      const Body& known = lexicon_.bodies()[body->value];
      const std::string country = country_before(first, body->first, out);
      if (const Actor* group = group_before(first, body->first); group && known.kind == EntityKind::military)
        out.of_id = group->id;
      else if (country.empty())
        out.of_body = known.id;
      else
        out.of_id = id_of(known, country);
      if (out.entity.country.empty()) out.entity.country = country;
      if (!out.of_id.empty() || known.context) return;
      out.of_body.clear();
    }
    for (TokenId t = end; t > first;) {
      t = TokenId{index(t) - 1};
      const Mark* mark = name_mark(t);
      if (!mark || mark->first < first) continue;
      t = mark->first;
      if (mark->affixed) {
        if (out.entity.side.empty()) out.entity.side = affix_word(*mark);
        continue;
      }
      if (const Actor* actor = actor_of(*mark)) {
        if (out.of_id.empty()) out.of_id = actor->kind == EntityKind::person ? actor->of : actor->id;
        if (out.entity.country.empty()) out.entity.country = actor->country;
      } else if (out.entity.country.empty()) {
        out.entity.country = country_of(*mark)->alpha3;
      }
    }
    for (TokenId t = first; t < end; t = after(t))
      if (out.entity.side.empty() && lower(t) == "enemy") out.entity.side = "enemy";
  }

  // "Afghan and coalition forces": of several, so of no one country.
  bool is_mixed(TokenId first, TokenId end) const {
    for (TokenId t = first; t < end; t = after(t)) {
      if (tree_[t].tag != Tag::CCONJ) continue;
      for (TokenId n = first; n < end; n = after(n))
        if (name_mark(n)) return true;
    }
    return false;
  }

  std::string country_before(TokenId first, TokenId end, Draft& out) const {
    for (TokenId t = end; t > first;) {
      t = TokenId{index(t) - 1};
      const Mark* mark = name_mark(t);
      if (!mark || mark->first < first) continue;
      if (mark->affixed) {
        out.entity.side = affix_word(*mark);
        return {};
      }
      if (const Country* country = country_of(*mark)) return country->alpha3;
      if (const Actor* actor = actor_of(*mark); actor && !actor->country.empty()) return actor->country;
    }
    return {};
  }

  // The armed group that stands right before `end`: "Hezbollah" in "Hezbollah forces". Null if none.
  const Actor* group_before(TokenId first, TokenId end) const {
    if (end <= first) return nullptr;
    const Mark* mark = name_mark(TokenId{index(end) - 1});
    if (!mark || mark->first < first || mark->affixed) return nullptr;
    const Actor* actor = actor_of(*mark);
    return actor && actor->kind == EntityKind::group ? actor : nullptr;
  }

  // "pro-Moscow", "Russian-backed": the mark with the words its dashes join to it.
  std::string affix_word(const Mark& mark) const {
    std::size_t begin = mark.span.begin, end = mark.span.end;
    const auto stops = [](char c) { return c == ' ' || c == '\n' || c == ',' || c == '"' || c == '(' || c == ')'; };
    while (begin > 0 && !stops(text_[begin - 1])) --begin;
    while (end < text_.size() && !stops(text_[end])) ++end;
    return std::string(text_.substr(begin, end - begin));
  }

  static std::string id_of(const Body& body, const std::string& country) {
    return (body.id == "force" ? "mil" : body.id) + ":" + country;
  }
  // A body word that is part of another name or of a person's title is no body.
  bool use_body(const Mark& body) const {
    const Mark* name = marks_.names.at(body.first);
    return !name || name->last < body.last || name->first > body.first;
  }

  // "of Ukraine", "of the Russian Federation" right behind a token: the country and where it ends.
  struct Of {
    std::string country{};
    TokenId last{};
  };
  std::optional<Of> of_country(TokenId last) const {
    TokenId t = after(last);
    const auto here = [&](TokenId at) {
      return index(at) < tree_.size() && tree_.sentence_of(at) == tree_.sentence_of(last);
    };
    if (!here(t) || lower(t) != "of") return std::nullopt;
    t = after(t);
    if (here(t) && lower(t) == "the") t = after(t);
    if (!here(t)) return std::nullopt;
    const Mark* mark = name_mark(t);
    if (!mark || mark->affixed || use_of(*mark) != NameUse::country || mark->first != t) return std::nullopt;
    return Of{country_of(*mark)->alpha3, mark->last};
  }

  bool read_named(Chunk chunk) {
    const Mark* mark = name_mark(chunk.head);
    if (!mark || mark->affixed || mark->head != chunk.head) return false;
    const Actor* actor = actor_of(*mark);
    const NameUse use = use_of(*mark);
    if (use == NameUse::demonym && tree_[chunk.head].tag == Tag::ADJ) return false;
    if ((use == NameUse::country || use == NameUse::capital || (actor && actor->seat)) && !acts(*mark)) return true;
    if (actor && actor->kind == EntityKind::government && one_of(preposition(chunk.head), locatives))
      return true;  // "at the White House"
    if (use == NameUse::country && is_part(chunk, *mark)) return true;
    Draft out = draft({chunk.first, chunk.head, std::max(chunk.head, mark->last)}, "");
    out.printed = std::string(slice(text_, mark->span));
    if (actor) {
      out.entity = *lexicon_.entity(actor->id);
      out.mention.kind = out.entity.kind;
    } else if (use == NameUse::country) {
      out.entity = *lexicon_.entity("cou:" + country_of(*mark)->alpha3);
      out.mention.kind = EntityKind::government;
    } else if (use == NameUse::capital) {
      out.entity = *lexicon_.entity("gov:" + country_of(*mark)->alpha3);
      out.entity.rule = "countries.tsv:capital:" + country_of(*mark)->alpha3;
      out.mention.kind = EntityKind::government;
    } else {  // "Ukrainians", "a Ukrainian"
      out.entity.country = country_of(*mark)->alpha3;
      out.entity.name = out.printed;
      out.entity.id = "desc:unnamed:" + slug(out.printed);
      out.entity.rule = "people";
      set_number(out, chunk,
                 tree_[chunk.head].xpos == Xpos::NNS || tree_[chunk.head].xpos == Xpos::NNPS || use == NameUse::people);
    }
    out.mention.rule = out.entity.rule;
    keep(std::move(out));
    return true;
  }

  // "northeastern Ukraine", "occupied Ukraine": a place.
  bool is_part(const Chunk& chunk, const Mark& mark) const {
    constexpr std::array<std::string_view, 12> parts{"north", "south", "east",  "west",    "central", "mainland",
                                                     "upper", "lower", "rural", "coastal", "inland",  "occupied"};
    for (TokenId t = chunk.first; t < mark.first; t = after(t)) {
      const std::string word = lower(t);
      if (one_of(word, parts) || word.ends_with("ern") || word.ends_with("-occupied") || word.ends_with("-held") ||
          word.ends_with("-controlled"))
        return true;
    }
    return false;
  }

  std::string preposition(TokenId head) const {
    std::string out;
    for (TokenId child : tree_.children(head))
      if (tree_[child].relation == Relation::case_ && child < head) out = lower(child);
    return out;
  }

  // True if a country, capital or seat stands as one who acts and not as a place.
  bool acts(const Mark& mark) const {
    const Token* token = &tree_[mark.head];
    TokenId at = mark.head;
    for (int step = 0;
         step < 8 && token->relation == Relation::conj && token->head != no_token && preposition(at).empty(); ++step) {
      at = token->head;
      token = &tree_[at];
    }
    const std::string prep = preposition(at);
    const bool is_country = use_of(mark) == NameUse::country || (actor_of(mark) && use_of(mark) == NameUse::actor);
    if (one_of(prep, locatives)) return false;
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(mark.head)];
    const char behind = mark.span.end < text_.size() ? text_[mark.span.end] : '.';
    if (mark.first == sentence.first && behind == ',' && use_of(mark) == NameUse::capital)
      return false;  // "KYIV, Jan 3"
    const bool loose = token->relation == Relation::appos || token->relation == Relation::list ||
                       token->relation == Relation::dep || token->relation == Relation::nmod_unmarked ||
                       token->relation == Relation::obl_unmarked;
    if (is_country) return !(loose && prep.empty());  // "KABUL, Afghanistan"
    switch (token->relation) {
      case Relation::nsubj:
      case Relation::nmod_poss:
      case Relation::obl_agent:
        return prep.empty() || prep == "by";
      case Relation::root:
      case Relation::parataxis:
      case Relation::dep:  // "Kyiv: …", not "KYIV, Jan 3 --"
        return mark.span.end < text_.size() && text_[mark.span.end] == ':';
      case Relation::obj:
      case Relation::iobj:
        return true;
      default:
        return one_of(prep, dealings);
    }
  }

  // "of Chile" behind a name that was read with it is no actor of its own.
  void consume(TokenId behind, TokenId last) {
    for (TokenId t = after(behind); t <= last; t = after(t)) consumed_[index(t)] = true;
  }

  bool read_unit(const Chunk& chunk) {
    const auto unit = unit_in(text_, tree_, marks_, lexicon_, chunk);
    if (!unit) return false;
    Draft out = draft({chunk.first, chunk.head, std::max(chunk.head, unit->last)}, "unit");
    out.printed = printed(unit->first, unit->last);
    const Mark* known = marks_.names.at(unit->first);
    const Actor* actor = known && !known->affixed ? actor_of(*known) : nullptr;
    if (actor && actor->kind != EntityKind::person) {
      out.entity = *lexicon_.entity(actor->id);
      out.mention.rule = out.entity.rule;
    } else {
      out.entity.name = out.printed;
      out.entity.id = "unit:" + slug(out.printed);
    }
    out.entity.kind = out.mention.kind = EntityKind::unit;
    out.role = fold(slice(text_, tree_[chunk.head].span));
    belongs(out, chunk.first, unit->first);
    keep(std::move(out));
    return true;
  }

  bool read_body(const Chunk& chunk) {
    const Mark* mark = marks_.bodies.at(chunk.head);
    if (!mark || mark->affixed || mark->head != chunk.head || !use_body(*mark) || tree_[chunk.head].tag == Tag::ADJ)
      return false;
    const Body& body = lexicon_.bodies()[mark->value];
    Draft out = draft({chunk.first, chunk.head, std::max(chunk.head, mark->last)}, "body");
    out.printed = std::string(slice(text_, mark->span));
    out.role = fold(slice(text_, tree_[chunk.head].span));
    if (const Actor* group = group_before(chunk.first, mark->first);
        group && body.kind == EntityKind::military && !is_mixed(chunk.first, mark->first)) {
      out.entity = *lexicon_.entity(group->id);  // "Hezbollah forces" are no army of the country it is of
      out.mention.kind = out.entity.kind;
      out.mention.rule = out.entity.rule;
      out.printed = std::string(slice(text_, name_mark(TokenId{index(mark->first) - 1})->span));
      keep(std::move(out));
      return true;
    }
    std::string country = country_before(chunk.first, mark->first, out);
    if (!out.entity.side.empty()) return false;  // "pro-Russian forces" are described, not named
    if (is_mixed(chunk.first, mark->first)) return false;
    if (const auto of = of_country(mark->last); country.empty() && of) {
      country = of->country;
      out.mention.span.end = tree_[of->last].span.end;
      consume(mark->last, of->last);
    }
    if (country.empty() && !body.context) return false;
    // "an army", "local police", "enemy air defences": not the one of the state that context would give.
    if (country.empty() && !plain_definite(chunk, *mark)) return false;
    out.mention.kind = out.entity.kind = body.kind;
    if (country.empty())
      out.body = body.id;
    else
      out.entity = *lexicon_.entity(id_of(body, country));
    out.mention.rule = country.empty() ? "body:context" : out.entity.rule;
    keep(std::move(out));
    return true;
  }

  // Nothing before the body but "the", or nothing at all before one in capitals.
  bool plain_definite(const Chunk& chunk, const Mark& mark) const {
    bool has_article = false;
    for (TokenId t = chunk.first; t < mark.first; t = after(t)) {
      if (lower(t) != "the") return false;
      has_article = true;
    }
    std::size_t at = mark.span.begin;
    return has_article || is_upper(next_code_point(text_, at));
  }

  void set_number(Draft& out, const Chunk& chunk, bool plural) const {
    out.mention.number = plural ? 0 : 1;
    for (TokenId child : tree_.children(chunk.head)) {
      if (tree_[child].relation != Relation::nummod || child >= chunk.head) continue;
      constexpr std::array<std::string_view, 21> words{
          "zero",     "one",     "two",     "three",     "four",     "five",     "six",
          "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
      const std::string word = lower(child);
      const auto found = std::find(words.begin(), words.end(), word);
      std::uint32_t value = 0;
      bool digits = !word.empty() && word.size() < 9;
      for (char c : word) {
        if (c == ',') continue;
        digits = digits && c >= '0' && c <= '9';
        if (digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
      }
      if (found != words.end())
        out.mention.number = static_cast<std::uint32_t>(found - words.begin());
      else if (digits)
        out.mention.number = value;
    }
  }

  void describe_role(Draft& out, const Chunk& chunk, const Mark& mark) const {
    const Role& role = lexicon_.roles()[mark.value];
    out.role = fold(slice(text_, mark.span));
    if (out.pronoun.empty()) out.pronoun = role.pronoun;
    belongs(out, chunk.first, mark.first);
    if (!out.entity.of.empty() || !out.of_id.empty() || !out.of_body.empty() || role.body.empty()) return;
    if (!out.entity.country.empty()) out.of_id = role.body + ":" + out.entity.country;
  }

  bool read_description(const Chunk& chunk) {
    const Mark* role = marks_.roles.at(chunk.head);
    const Mark* noun = marks_.nouns.at(chunk.head);
    if (role && role->last != chunk.head && role->head != chunk.head) role = nullptr;
    if (noun && noun->last != chunk.head && noun->head != chunk.head) noun = nullptr;
    if (tree_[chunk.head].tag == Tag::ADJ) role = nullptr;
    if (role && noun && noun->span.size() > role->span.size()) role = nullptr;
    if (!role && !noun) return false;
    if (!role && lexicon_.nouns()[noun->value].none) return true;
    const Mark& mark = role ? *role : *noun;
    Draft out = draft({chunk.first, chunk.head, std::max(chunk.head, mark.last)}, role ? "role" : "noun");
    TokenId named = chunk.first;
    const std::string opening = lower(chunk.first);
    if (opening == "no") return true;  // nobody
    const bool is_indefinite = one_of(opening, indefinite);
    out.definite = one_of(opening, definite);
    while (named < mark.first &&
           (tree_[named].tag == Tag::DET || tree_[named].tag == Tag::NUM || one_of(lower(named), definite)))
      named = after(named);
    out.bare = named == mark.first && mark.last >= chunk.last;
    out.printed = printed(named, std::max(chunk.head, mark.last));
    out.entity.name = out.printed;
    bool plural = false;
    if (role) {
      const Role& known = lexicon_.roles()[role->value];
      plural = known.plural || tree_[chunk.head].xpos == Xpos::NNS;
      describe_role(out, chunk, *role);
      const bool unnamed = known.unnamed || is_indefinite || plural;
      out.mention.kind = unnamed ? EntityKind::unnamed : EntityKind::person;
      if (const auto of = of_country(mark.last)) {
        if (out.entity.country.empty()) out.entity.country = of->country;
        if (out.of_id.empty() && !known.body.empty()) out.of_id = known.body + ":" + of->country;
        out.mention.span.end = tree_[of->last].span.end;
        consume(mark.last, of->last);
      }
    } else {
      const Noun& known = lexicon_.nouns()[noun->value];
      plural = known.plural;
      out.mention.kind = known.kind;
      out.role = fold(slice(text_, noun->span));
      belongs(out, chunk.first, noun->first);
    }
    out.entity.kind = out.mention.kind;
    set_number(out, chunk, plural);
    if (!known_tail(out, chunk.head, mark.last, role != nullptr)) return true;
    out.entity.id = "desc:" + std::string(name_of(out.entity.kind)) + ":" + slug(out.printed);
    keep(std::move(out));
    return true;
  }

  // What "of …", "in …" behind a description adds. False if the description is an office whose holder's name follows.
  bool known_tail(Draft& out, TokenId head, TokenId last, bool role) const {
    const auto of = of_country(last);
    if (role && (begins_person(after(last)) || (of && begins_person(after(of->last)))) && out.mention.number == 1 &&
        tree_.sentence_of(last) == tree_.sentence_of(after(of ? of->last : last)))
      return false;
    for (TokenId child : tree_.children(head)) {
      if (child < last || !is_a(tree_[child].relation, Relation::nmod)) continue;
      const std::string& preposition = tree_.preposition(child);
      const Mark* mark = name_mark(child);
      const Country* country = mark && !mark->affixed ? country_of(*mark) : nullptr;
      const bool at_home = role || out.mention.kind == EntityKind::government;
      if (country && (preposition == "of" || preposition == "from" || (preposition == "in" && at_home))) {
        if (out.entity.country.empty() && out.entity.side.empty()) out.entity.country = country->alpha3;
      }
      // "a group of insurgents" is what it consists of.
      const Mark* trade = marks_.roles.at(child);
      const Mark* noun = trade ? trade : marks_.nouns.at(child);
      if (!noun || preposition != "of" || noun->head != child || tree_.child(head, Relation::nmod) != child) continue;
      const EntityKind kind = trade ? EntityKind::unnamed : lexicon_.nouns()[noun->value].kind;
      const bool people = kind == EntityKind::group || kind == EntityKind::military || kind == EntityKind::civilians ||
                          kind == EntityKind::unnamed;
      const bool holds = out.mention.kind == EntityKind::organisation || out.mention.kind == EntityKind::unit;
      if (!role && people && holds && out.entity.country.empty()) {
        out.mention.kind = out.entity.kind = kind;
        out.mention.number = 0;
        out.mention.span.end = noun->span.end;
        out.printed = std::string(slice(text_, {tree_[head].span.begin, noun->span.end}));
        out.entity.name = out.printed;
        out.bare = false;
      }
    }
    return true;
  }

  bool is_acronym(TokenId t) const {
    const std::string_view word = slice(text_, tree_[t].span);
    return word.size() >= 2 && word.size() <= 6 &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) && !shouted(t);
  }
  // A headline in capitals: then capitals say nothing.
  bool shouted(TokenId t) const {
    const Sentence& sentence = tree_.syntax()[tree_.sentence_of(t)];
    return std::none_of(text_.begin() + sentence.span.begin, text_.begin() + sentence.span.end,
                        [](char c) { return c >= 'a' && c <= 'z'; });
  }

  bool read_model_name(const Chunk& chunk) {
    const Name* name = name_at_[index(chunk.head)];
    const bool acronym = name && name->kind == NameKind::person && is_acronym(chunk.head);
    if (name && name->kind == NameKind::place) return read_place(chunk);
    const bool unit = name && name->kind == NameKind::military_unit;
    if (!name || (name->kind != NameKind::organisation && !unit && !acronym)) return false;
    const TokenId last{index(name->last) - 1};
    Draft out = draft({chunk.first, chunk.head, std::max(last, chunk.head)}, "name");
    TokenId first = name->first;
    if (first < last && lower(first) == "the") first = after(first);
    out.printed = printed(first, last);
    out.entity.name = out.printed;
    out.entity.id = (unit ? "unit:" : "org:") + slug(out.printed);
    out.entity.kind = out.mention.kind = unit ? EntityKind::unit : EntityKind::organisation;
    belongs(out, chunk.first, chunk.head);
    out.of_id.clear();
    keep(std::move(out));
    return true;
  }

  // A place nobody knows that acts ("Varnia denied it") is whoever governs it. As a passive subject or after a
  // preposition it is a place.
  bool read_place(const Chunk& chunk) {
    const Relation relation = tree_[chunk.head].relation;
    if ((relation != Relation::nsubj && relation != Relation::obl_agent) || tree_[chunk.head].tag != Tag::PROPN)
      return true;
    const Name* name = name_at_[index(chunk.head)];
    if (name->first != chunk.first || index(name->last) != index(chunk.last) + 1) return true;
    Draft out = draft(chunk, "place-name");
    out.printed = printed(chunk.first, chunk.last);
    out.entity.name = out.printed;
    out.entity.id = "place:" + slug(out.printed);
    out.entity.kind = EntityKind::place;
    out.mention.kind = EntityKind::government;
    keep(std::move(out));
    return true;
  }

  // "Russian" in "Russian strike", "Hamas" in "Hamas attack": who acts in a noun that is no actor.
  void read_inner(const Chunk& chunk) {
    for (TokenId t = chunk.first; t <= chunk.last; t = after(t)) {
      const Mark* mark = name_mark(t);
      if (!mark || mark->affixed || mark->covers(chunk.head) || mark->first != t || !chunk.covers(mark->last)) continue;
      const Relation relation = tree_[mark->head].relation;
      if (relation == Relation::nmod_poss || relation == Relation::conj) continue;  // a chunk of its own
      const NameUse use = use_of(*mark);
      const Actor* actor = actor_of(*mark);
      if (use == NameUse::capital || use == NameUse::people || (actor && actor->seat)) continue;
      Draft out = draft({mark->first, mark->head, mark->last}, "");
      out.printed = std::string(slice(text_, mark->span));
      out.entity = *lexicon_.entity(actor ? actor->id : "cou:" + country_of(*mark)->alpha3);
      out.mention.kind = actor ? out.entity.kind : EntityKind::government;
      out.mention.rule = use == NameUse::demonym ? "demonym" : out.entity.rule;
      if (actor) out.pronoun = actor->pronoun;
      keep(std::move(out));
    }
    for (TokenId t = chunk.first; t < chunk.head; t = after(t)) {  // "enemy losses"
      if (lower(t) != "enemy" || tree_[t].relation == Relation::nmod_poss) continue;
      Draft out = draft({t, t, t}, "enemy");
      out.printed = out.entity.name = out.entity.side = "enemy";
      out.entity.id = "desc:unnamed:enemy";
      out.mention.number = 0;
      keep(std::move(out));
    }
    const Mark* body = marks_.bodies.last_before(chunk.first, chunk.head);
    if (!body || body->affixed || !use_body(*body) || tree_[body->head].relation == Relation::nmod_poss ||
        tree_[body->head].tag == Tag::ADJ)
      return;
    Draft out = draft({body->first, body->head, body->last}, "body:context");
    const Body& known = lexicon_.bodies()[body->value];
    const std::string country = country_before(chunk.first, body->first, out);
    std::size_t at = body->span.begin;
    if (!out.entity.side.empty() || (country.empty() && (!known.context || !is_upper(next_code_point(text_, at)))))
      return;
    out.printed = std::string(slice(text_, body->span));
    if (country.empty())
      out.body = known.id;
    else
      out.entity = *lexicon_.entity(id_of(known, country));
    out.mention.kind = known.kind;
    keep(std::move(out));
  }

  std::string_view text_;
  const Tree& tree_;
  const ActorLexicon& lexicon_;
  Marks marks_;
  Chunker chunker_;
  std::vector<const Name*> name_at_;
  std::vector<bool> consumed_;  // the tail of a name that was read: "of Chile" in "the Ministry of Defence of Chile"
  std::vector<Draft> drafts_;
};

}  // namespace
}  // namespace mention

Actors find_actors(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon) {
  mention::ActorFinder finder(dispatch, tree, lexicon);
  auto drafts = finder.drafts();
  return mention::resolve(dispatch, tree, lexicon, std::move(drafts), finder.lands());
}

Actors find_actors(const Dispatch& dispatch, const Syntax& syntax, const ActorLexicon& lexicon) {
  return find_actors(dispatch, Tree(syntax), lexicon);
}

std::string_view country_of(const Mentions& mentions, const ActorMention& mention) {
  if (index(mention.entity) >= mentions.entities.size()) return {};
  return mentions.entities[index(mention.entity)].country;
}

const ActorMention* mention_at(const Mentions& mentions, TokenId head) {
  const ActorMention* best = nullptr;
  for (const ActorMention& mention : mentions.actors)
    if (mention.head == head && (!best || best->span.size() < mention.span.size())) best = &mention;
  return best;
}

const ActorMention* mention_covering(const Mentions& mentions, Span span) {
  const ActorMention* best = nullptr;
  for (const ActorMention& mention : mentions.actors) {
    if (mention.span.begin > span.begin) break;
    if (mention.span.contains(span) && (!best || mention.span.size() < best->span.size())) best = &mention;
  }
  return best;
}

}  // namespace sayso
