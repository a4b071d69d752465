// Loads countries.tsv, bodies.tsv, actors.tsv, roles.tsv, nouns.tsv and units.tsv, and refuses what would mislead
// silently.
//
//     countries.tsv "RUS RU Russia … Russian … Moscow" -> names "Russia", "Russian", "Russians", "Moscow"
//     bodies.tsv    "mod government yes Ministry of Defence of {} Defence Ministry|…" -> entity("mod:RUS")
//
// Left out on purpose: combinations ("Russian Defense Ministry"). They are read from the words around a body, so that
// any country goes with any body without a list of a hundred thousand aliases. Tested by tests/lexicon/actors_test.cc.
#include "lexicon/actors.h"

#include <algorithm>

#include "base/tsv.h"

namespace sayso {
namespace {

using lexicon::PhraseMap;

std::vector<std::string> pieces(std::string_view cell) {
  std::vector<std::string> out;
  if (cell.empty()) return out;
  for (std::string_view piece : split(cell, '|')) out.emplace_back(trim(piece));
  return out;
}

}  // namespace

// One load: keeps the place of the row in hand for messages.
struct ActorLexicon::Loader {
  ActorLexicon& out;
  const std::filesystem::path& folder;
  std::filesystem::path file{};
  std::uint32_t line = 0;
  std::unordered_map<std::string, std::uint32_t> name_entries{};  // "use:index" -> entry

  Error fault(std::string message) const {
    return {ErrorCode::bad_rule, file.string() + ":" + std::to_string(line), std::move(message)};
  }

  std::optional<Error> add(PhraseMap& map, std::string_view phrase, std::uint32_t value) {
    switch (map.add(phrase, value)) {
      case PhraseMap::Added::done:
        return std::nullopt;
      case PhraseMap::Added::empty:
        return fault("an alias has no letters: '" + std::string(phrase) + "'; take it out");
      case PhraseMap::Added::digits:
        return fault("an alias is digits only: '" + std::string(phrase) + "'; a number names nobody, take it out");
      case PhraseMap::Added::taken:
        return fault("'" + std::string(phrase) + "' already stands under another head; take one of the two out");
    }
    return std::nullopt;
  }

  std::optional<Error> add_name(std::string_view phrase, NameUse use, std::uint32_t index) {
    // One country's forms share a head: "Swiss" is its adjective and its people.
    if (const auto taken = out.name_phrases_.find(phrase)) {
      const NameEntry& entry = out.names_[*taken];
      if (use != NameUse::actor && entry.use != NameUse::actor && entry.index == index) return std::nullopt;
    }
    const std::string key = std::to_string(static_cast<int>(use)) + ":" + std::to_string(index);
    const auto [entry, fresh] = name_entries.try_emplace(key, static_cast<std::uint32_t>(out.names_.size()));
    if (fresh) out.names_.push_back({use, index});
    return add(out.name_phrases_, phrase, entry->second);
  }

  template <typename Read>
  std::optional<Error> each(const char* name, std::initializer_list<std::string_view> columns, Read read) {
    file = folder / name;
    auto rows = read_tsv(file, columns);
    if (!rows) return rows.error();
    for (const TsvRow& row : *rows) {
      line = row.line;
      if (auto error = read(row.cells)) return error;
    }
    return std::nullopt;
  }

  std::optional<Error> country(const std::vector<std::string>& cells) {
    if (cells[0].size() != 3 || cells[1].size() != 2 || cells[2].empty())
      return fault("needs alpha-3, alpha-2 and a name");
    const auto index = static_cast<std::uint32_t>(out.countries_.size());
    if (!out.country_by_alpha3_.emplace(cells[0], index).second)
      return fault("country '" + cells[0] + "' stands twice");
    out.countries_.push_back({cells[0], cells[1], cells[2], cells[3].empty() ? cells[2] : cells[3] + " " + cells[2]});
    if (auto error = add_name(cells[2], NameUse::country, index)) return error;
    for (const std::string& other : pieces(cells[4]))
      if (auto error = add_name(other, NameUse::country, index)) return error;
    for (const std::string& demonym : pieces(cells[5])) {
      if (auto error = add_name(demonym, NameUse::demonym, index)) return error;
      if (cells[6].empty())
        if (auto error = add_name(demonym + "s", NameUse::people, index)) return error;
    }
    for (const std::string& people : pieces(cells[6]))
      if (auto error = add_name(people, NameUse::people, index)) return error;
    for (const std::string& capital : pieces(cells[7]))
      if (!capital.starts_with('~'))
        if (auto error = add_name(capital, NameUse::capital, index)) return error;
    return std::nullopt;
  }

  std::optional<Error> body(const std::vector<std::string>& cells) {
    const EntityKind kind = entity_kind_named(cells[1]);
    if (name_of(kind) != cells[1]) return fault("unknown kind '" + cells[1] + "'");
    if (cells[2] != "yes" && cells[2] != "no") return fault("context is yes or no");
    if (cells[3].find("{}") == std::string::npos) return fault("the name needs {} for the country");
    const auto index = static_cast<std::uint32_t>(out.bodies_.size());
    if (!out.body_by_id_.emplace(cells[0], index).second) return fault("body '" + cells[0] + "' stands twice");
    out.bodies_.push_back({cells[0], kind, cells[2] == "yes", cells[3]});
    for (const std::string& phrase : pieces(cells[4]))
      if (auto error = add(out.body_phrases_, phrase, index)) return error;
    return std::nullopt;
  }

  std::optional<Error> actor(const std::vector<std::string>& cells) {
    Actor actor{cells[0], cells[1], entity_kind_named(cells[2]), cells[3], cells[4], {}, {}, false, pieces(cells[5])};
    if (actor.id.find(':') == std::string::npos || actor.name.empty()) return fault("needs an id with ':' and a name");
    if (name_of(actor.kind) != cells[2]) return fault("unknown kind '" + cells[2] + "'");
    if (!actor.country.empty() && !out.country(actor.country)) return fault("unknown country '" + actor.country + "'");
    if (cells[6] == "he" || cells[6] == "she")
      actor.pronoun = cells[6];
    else if (cells[6] == "seat")
      actor.seat = true;
    else if (cells[6].starts_with("side: "))
      actor.side = cells[6].substr(6);
    else if (!cells[6].empty())
      return fault("unknown note '" + cells[6] + "'");
    const auto index = static_cast<std::uint32_t>(out.actors_.size());
    if (!out.actor_by_id_.emplace(actor.id, index).second) return fault("id '" + actor.id + "' stands twice");
    out.actors_.push_back(actor);
    if (auto error = add_name(actor.name, NameUse::actor, index)) return error;
    for (const std::string& alias : actor.aliases)
      if (auto error = add_name(alias, NameUse::actor, index)) return error;
    parents.push_back({line, actor.of});
    return std::nullopt;
  }

  std::optional<Error> role(const std::vector<std::string>& cells) {
    if (cells[2] != "yes" && cells[2] != "no") return fault("unnamed is yes or no");
    if (!cells[3].empty() && !out.body(cells[3])) return fault("unknown body '" + cells[3] + "'");
    return both(out.role_phrases_, out.roles_, cells[0], cells[1], [&](bool plural) {
      return Role{plural, cells[2] == "yes", cells[3], cells[4]};
    });
  }

  std::optional<Error> noun(const std::vector<std::string>& cells) {
    const EntityKind kind = entity_kind_named(cells[2]);
    const bool none = cells[2] == "none";
    if (!none && name_of(kind) != cells[2]) return fault("unknown kind '" + cells[2] + "'");
    return both(out.noun_phrases_, out.nouns_, cells[0], cells[1], [&](bool plural) {
      return Noun{kind, none, plural};
    });
  }

  std::optional<Error> echelon(const std::vector<std::string>& cells) {
    const bool weak = cells[2] == "echelon-weak", arm = cells[2] == "arm";
    if (!weak && !arm && cells[2] != "echelon") return fault("unknown use '" + cells[2] + "'");
    return both(out.echelon_phrases_, out.echelons_, cells[0], cells[1], [&](bool plural) {
      return Echelon{cells[0], weak, arm, plural};
    });
  }

  // Adds the singular and, if there is one, the plural. A "-" means that the one form is used for many.
  template <typename Value, typename Make>
  std::optional<Error> both(PhraseMap& map, std::vector<Value>& table, const std::string& word,
                            const std::string& plural, Make make) {
    table.push_back(make(plural == "-"));
    if (auto error = add(map, word, static_cast<std::uint32_t>(table.size() - 1))) return error;
    if (plural.empty() || plural == "-") return std::nullopt;
    table.push_back(make(true));
    return add(map, plural, static_cast<std::uint32_t>(table.size() - 1));
  }

  std::optional<Error> check_parents() {
    file = folder / "actors.tsv";
    for (const auto& [at, parent] : parents) {
      line = at;
      if (!parent.empty() && !out.entity(parent)) return fault("unknown parent '" + parent + "'");
    }
    return std::nullopt;
  }

  std::vector<std::pair<std::uint32_t, std::string>> parents{};
};

Result<ActorLexicon> ActorLexicon::load(const std::filesystem::path& folder) {
  ActorLexicon out;
  Loader loader{out, folder};
  using Cells = const std::vector<std::string>&;
  if (auto error = loader.each("countries.tsv",
                               {"alpha3", "alpha2", "name", "article", "others", "demonyms", "people", "capital"},
                               [&](Cells cells) { return loader.country(cells); }))
    return *error;
  for (std::uint32_t c = 0; c < out.countries_.size();
       ++c) {  // where it is nobody else's name, as "Republic of China" is
    const std::string republic = "Republic of " + out.countries_[c].full_name;
    if (!out.name_phrases_.find(republic)) (void)loader.add_name(republic, NameUse::country, c);
  }
  if (auto error = loader.each("bodies.tsv", {"id", "kind", "context", "name", "words"},
                               [&](Cells cells) { return loader.body(cells); }))
    return *error;
  if (auto error = loader.each("actors.tsv", {"id", "name", "kind", "country", "of", "aliases", "note"},
                               [&](Cells cells) { return loader.actor(cells); }))
    return *error;
  if (auto error = loader.check_parents()) return *error;
  if (auto error = loader.each("roles.tsv", {"word", "plural", "unnamed", "body", "pronoun"},
                               [&](Cells cells) { return loader.role(cells); }))
    return *error;
  if (auto error =
          loader.each("nouns.tsv", {"word", "plural", "kind"}, [&](Cells cells) { return loader.noun(cells); }))
    return *error;
  if (auto error =
          loader.each("units.tsv", {"word", "plural", "use"}, [&](Cells cells) { return loader.echelon(cells); }))
    return *error;
  return out;
}

const Country* ActorLexicon::country(std::string_view alpha3) const {
  const auto found = country_by_alpha3_.find(std::string(alpha3));
  return found == country_by_alpha3_.end() ? nullptr : &countries_[found->second];
}

const Actor* ActorLexicon::actor(std::string_view id) const {
  const auto found = actor_by_id_.find(std::string(id));
  return found == actor_by_id_.end() ? nullptr : &actors_[found->second];
}

const Body* ActorLexicon::body(std::string_view id) const {
  const auto found = body_by_id_.find(std::string(id));
  return found == body_by_id_.end() ? nullptr : &bodies_[found->second];
}

std::optional<Entity> ActorLexicon::entity(std::string_view id) const {
  Entity out;
  out.id = id;
  if (const Actor* known = actor(id)) {
    out.name = known->name;
    out.kind = known->kind;
    out.country = known->country;
    out.side = known->side;
    out.aliases = known->aliases;
    out.rule = "actors.tsv:" + known->id;
    if (!known->of.empty())
      if (const auto parent = entity(known->of)) out.of = parent->name;
    return out;
  }
  const auto colon = id.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const Country* of = country(id.substr(colon + 1));
  if (!of) return std::nullopt;
  out.country = of->alpha3;
  if (id.substr(0, colon) == "cou") {
    out.name = of->name;
    out.kind = EntityKind::country;
    out.rule = "countries.tsv:" + of->alpha3;
    return out;
  }
  const Body* known = body(id.substr(0, colon));
  if (!known) return std::nullopt;
  out.kind = known->kind;
  out.name = known->name;
  out.name.replace(out.name.find("{}"), 2, of->full_name);
  out.rule = "bodies.tsv:" + known->id;
  return out;
}

std::string ActorLexicon::pronoun_of(std::string_view id) const {
  const Actor* known = actor(id);
  return known ? known->pronoun : std::string();
}

}  // namespace sayso
