// Who is who, by the files of data/lexicons: countries, bodies that every state has, named actors, roles and nouns.
//
//     auto lexicon = ActorLexicon::load("data/lexicons");
//     lexicon->entity("mod:RUS")          -> "Ministry of Defence of Russia", government, RUS
//     names "Russian" -> demonym of RUS; "Kyiv" -> capital of UKR; "the Kremlin" -> actor gov:RUS
//     bodies "Defense Ministry" -> mod;   roles "spokesman" -> he, not unnamed;   nouns "troops" -> military
//
// One alias has one head. Files and columns: data/lexicons/README.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/phrase_map.h"
#include "sayso/entity.h"
#include "sayso/result.h"

namespace sayso {

struct Country {
  std::string alpha3{};
  std::string alpha2{};
  std::string name{};       // "United States"
  std::string full_name{};  // with its article where text needs one: "the United States"
};

struct Actor {
  std::string id{};
  std::string name{};
  EntityKind kind = EntityKind::unnamed;
  std::string country{};
  std::string of{};  // an id, not a name
  std::string side{};
  std::string pronoun{};  // "he", "she" or empty
  bool seat = false;      // also a place: an actor only where it acts
  std::vector<std::string> aliases{};
};

struct Body {
  std::string id{};  // "mod"
  EntityKind kind = EntityKind::government;
  bool context = false;  // the bare word may be resolved by context
  std::string name{};    // "Ministry of Defence of {}"
};

struct Role {
  bool plural = false;
  bool unnamed = false;
  std::string body{};
  std::string pronoun{};
};

struct Noun {
  EntityKind kind = EntityKind::unnamed;
  bool none = false;  // no actor: "energy source", "into force"
  bool plural = false;
};

struct Echelon {
  std::string word{};  // the singular
  bool weak = false;
  bool arm = false;  // not an echelon: stands between number and echelon
  bool plural = false;
};

enum class NameUse : std::uint8_t { actor, country, demonym, people, capital };

// What a name stands for: `index` is into actors() or countries().
struct NameEntry {
  NameUse use = NameUse::actor;
  std::uint32_t index = 0;
};

class ActorLexicon {
 public:
  // Errors: unreadable; bad_rule with file:line for an id or an alias under two heads, an alias of digits only, an
  // unknown country, kind, body or parent, and what read_tsv refuses.
  static Result<ActorLexicon> load(const std::filesystem::path& folder);

  const std::vector<Country>& countries() const { return countries_; }
  const std::vector<Actor>& actors() const { return actors_; }
  const Country* country(std::string_view alpha3) const;
  const Actor* actor(std::string_view id) const;
  const Body* body(std::string_view id) const;

  // The entity of any id that the lexicon can name: an actor's, body:ALPHA3, or cou:ALPHA3. `rule` says the file and
  // id.
  std::optional<Entity> entity(std::string_view id) const;
  std::string pronoun_of(std::string_view id) const;

  // Phrase look-up; a value is an index into the table beside it.
  const lexicon::PhraseMap& name_phrases() const { return name_phrases_; }
  const std::vector<NameEntry>& names() const { return names_; }
  const lexicon::PhraseMap& body_phrases() const { return body_phrases_; }
  const std::vector<Body>& bodies() const { return bodies_; }
  const lexicon::PhraseMap& role_phrases() const { return role_phrases_; }
  const std::vector<Role>& roles() const { return roles_; }
  const lexicon::PhraseMap& noun_phrases() const { return noun_phrases_; }
  const std::vector<Noun>& nouns() const { return nouns_; }
  const lexicon::PhraseMap& echelon_phrases() const { return echelon_phrases_; }
  const std::vector<Echelon>& echelons() const { return echelons_; }

 private:
  struct Loader;

  std::vector<Country> countries_;
  std::vector<Actor> actors_;
  std::vector<Body> bodies_;
  std::vector<NameEntry> names_;
  std::vector<Role> roles_;
  std::vector<Noun> nouns_;
  std::vector<Echelon> echelons_;
  std::unordered_map<std::string, std::uint32_t> country_by_alpha3_;
  std::unordered_map<std::string, std::uint32_t> actor_by_id_;
  std::unordered_map<std::string, std::uint32_t> body_by_id_;
  lexicon::PhraseMap name_phrases_;
  lexicon::PhraseMap body_phrases_;
  lexicon::PhraseMap role_phrases_;
  lexicon::PhraseMap noun_phrases_;
  lexicon::PhraseMap echelon_phrases_;
};

}  // namespace sayso
