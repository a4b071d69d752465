// The noun phrases of a reading: which words stand for a participant, how the keys write them, whom they mean.
//
//     "At least two judges of the court, Osk and Ana Orlen, were killed. They were …"
//       text_of(phrase_at(judges).tokens)                == "JUDGES"           number_of(judges) == "2 -"
//       text_of(phrase_at(judges, OfTail::with).tokens)  == "JUDGES OF THE COURT"
//       longest_name("ORLEN")                            == "ANA ORLEN"        meant_by(They) == judges
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/clause.h"
#include "match/tree.h"
#include "sayso/reading.h"

namespace sayso::eval {

// A phrase of the text: what stands for a participant.
struct Phrase {
  TokenId head = no_token;
  std::vector<TokenId> tokens{};      // one run, without determiners and numbers
  std::vector<std::string> lemmas{};  // of the tokens up to the head, lower case; the head last
};

// What mentions tell of a word is looked up by the word, in an index made once: messages may be long.
class Phrases {
 public:
  // Keeps a reference: the reading must outlive the phrases.
  explicit Phrases(const Reading& reading);
  explicit Phrases(Reading&&) = delete;

  const Reading& reading() const { return reading_; }
  const Tree& tree() const { return tree_; }
  std::string lemma(TokenId token) const;      // lower case
  std::string_view word(TokenId token) const;  // as printed
  std::uint32_t sentence_of(TokenId token) const { return index(tree_.sentence_of(token)); }

  TokenId head_of(Span span) const;  // the first word that hangs on none of the span's; no_token if it has no words
  // The words before a head that belong to it, and the rest of a name behind it; with what "of" adds, if that is asked.
  // No appositions, brackets or clauses: templates want the noun phrase alone.
  Phrase phrase_at(TokenId head, OfTail tail = OfTail::without) const;
  std::string text_of(const std::vector<TokenId>& tokens) const;  // from the first to the last, as keys write it

  bool is_name(TokenId token) const { return tree_[token].tag == Tag::PROPN; }
  bool is_title(TokenId token) const;  // "Mr.", "General"
  bool is_place(TokenId head) const;   // on the map, and no thing that can be struck
  bool is_date(TokenId token) const;

  // The names in the phrase at a head, without titles.
  std::vector<TokenId> name_at(TokenId head) const;
  // The longest form of a person's name in the text: "ORLEN" -> "ANA LUISA ORLEN".
  std::string longest_name(const std::string& name) const;

  const ActorMention* mention_at(TokenId head) const;  // null if none
  // The named persons (no pronouns) with heads from `first` up to before `end`, in the order of the text.
  std::vector<const ActorMention*> named_persons(std::uint32_t first, std::uint32_t end) const;
  const Entity* entity_of(const ActorMention& mention) const;  // null if nobody known
  // The armed group that an entity is, or is of: "ELN", "ELN guerrillas"; null if none.
  const Entity* group_of(const Entity& entity) const;
  const std::string& name_in_text(const Entity& group) const;  // its longest name in the text; empty if it has none
  const Entity* entity_with(std::string_view id) const;        // by Entity::id; null if none
  // Whom a pronoun stands for: the first words for the same, before it; no_token if there are none.
  TokenId meant_by(TokenId pronoun) const;

  std::string number_of(TokenId head) const;  // "7", "5 - 7", "~30", "12 -", "PLURAL"; "1" if nothing is said
  // "U.S. citizens", "the Spanish priests": a people among the words, as a country (alpha-3). `target` may be null.
  std::string nation_of(const Phrase& phrase, const Participant* target) const;

 private:
  struct Told {
    const Count* count = nullptr;  // the first with a bound
    bool date = false;
    bool place = false;
  };

  void index_mentions();
  void index_names();
  std::vector<const ActorMention*> mentions_between(std::uint32_t first, std::uint32_t end) const;
  std::pair<TokenId, TokenId> reach_of(TokenId head) const;
  TokenId opening_of(TokenId first, TokenId head) const;
  bool is_opening(TokenId token) const;

  const Reading& reading_;
  Tree tree_;
  std::vector<Told> told_;                                  // by token
  std::vector<const ActorMention*> by_head_;                // rising by head, then in the order of the text
  std::vector<std::vector<TokenId>> first_words_;           // by entity; see meant_by
  std::map<std::string, std::string, std::less<>> longer_;  // by how it begins or ends
  std::map<std::string_view, const Entity*, std::less<>> by_id_;
  std::map<std::string_view, const Entity*, std::less<>> groups_;       // by name
  std::map<std::string_view, std::string, std::less<>> group_in_text_;  // by id
};

bool is_group(const Entity& entity);  // an armed group that is known by name

// "ELN GUERRILLAS" -> "ELN": those who fight for it are no part of its name.
std::string without_fighters(std::string name);
// The longest of a group's names among words in capitals, without "guerrillas" behind it; empty if none is there.
std::string group_in(const Entity& group, std::string_view words);

}  // namespace sayso::eval
