// Who says what: one attribution is a source, a cue and a content.
//
//     "The bridge is ours", Konashenkov said in the briefing.
//      content  [The bridge is ours]     source [Konashenkov]   cue [said]   medium [the briefing]
//      act assert, quote direct, rule "said-quoted"
//
// The reporter's own sentences are attributions too: quote own, no cue, the source is the outlet.
// What is a cue, and what it does, stands in data/rules/attribution/*.rules; the spans follow the conventions of
// docs/glossary.md (cue: the word that says, with its particle; content: without its enclosing quotation marks and
// final stop).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/entity.h"
#include "sayso/language.h"
#include "sayso/span.h"
#include "sayso/time.h"

namespace sayso {

// What is done by saying it. The first fourteen are speech; then attitudes, which make claims only where they are asked
// for; and evidence, "the video shows that …", which makes them as speech does.
enum class Act : std::uint8_t {
  assert_,
  deny,
  accuse,
  admit,
  claim_responsibility,
  threaten,
  warn,
  promise,
  call,
  order,
  reject,
  decline,
  name,
  predict,
  believe,
  want,
  intend,
  decide,
  show
};
enum class Quote : std::uint8_t { direct, indirect, mixed, headline, own };
enum class Polarity : std::uint8_t { positive, negative };
enum class Certainty : std::uint8_t { unknown, possible, probable, certain };  // rising, as presented, never as judged
enum class Tense : std::uint8_t { none, past, present, future };

std::string_view name_of(Act act);  // "assert", "claim-responsibility" …
std::string_view name_of(Quote quote);
std::string_view name_of(Polarity polarity);
std::string_view name_of(Certainty certainty);
std::string_view name_of(Tense tense);
std::optional<Act> act_named(std::string_view name);
std::optional<Quote> quote_named(std::string_view name);
std::optional<Polarity> polarity_named(std::string_view name);
std::optional<Certainty> certainty_named(std::string_view name);
std::optional<Tense> tense_named(std::string_view name);
bool is_speech(Act act);           // assert … predict
bool claims_by_default(Act act);  // speech and evidence

// The speaker of one attribution. Text and span are empty for a hidden source ("alleged") and for the reporter.
struct Source {
  std::string text{};
  std::optional<Span> span{};
  std::string name{};  // canonical name; the outlet's for the reporter's own voice
  EntityKind kind = EntityKind::unnamed;
  std::string entity{};   // Entity::id
  std::string of{};       // "Ministry of Defence of Russia"
  std::string country{};  // ISO 3166-1 alpha-3
  bool anonymous = false;
  std::uint32_t count = 1;                      // "four officials" 4; 0 if several and nobody says how many
  std::vector<std::string> other_candidates{};  // names, when a pronoun could be another's
  std::string rule{};

  bool operator==(const Source&) const = default;
};

// One step of the way the words took, outermost first: outlet > agency > spokesman.
struct ChainLink {
  std::string name{};
  EntityKind kind = EntityKind::outlet;
  std::optional<Span> span{};

  bool operator==(const ChainLink&) const = default;
};

// Words of the text with their bytes. REQUIRES: text equals the bytes of span.
struct Words {
  std::string text{};
  Span span{};

  bool operator==(const Words&) const = default;
};

enum class AttributionId : std::uint32_t {};  // index into the attribution layer
constexpr std::uint32_t index(AttributionId id) { return static_cast<std::uint32_t>(id); }

struct Attribution {
  Source source{};
  std::vector<ChainLink> chain{};
  std::optional<Words> carrier{};  // who carried it ("carried by VTN")
  std::optional<Words> medium{};   // in what it was said ("Monday's daily briefing", "Twitter")
  std::optional<Words> cue{};
  TokenId cue_head = no_token;
  std::vector<Words> content{};   // rising, apart; empty for a refusal to speak
  std::optional<Words> target{};  // whom an accusation, threat, call or order is addressed to
  Act act = Act::assert_;
  Quote quote = Quote::indirect;
  std::optional<When> said{};
  Polarity polarity = Polarity::positive;
  Certainty certainty = Certainty::certain;
  Tense tense = Tense::none;
  bool conditional = false;
  bool author_distance = false;  // "claimed", "so-called", scare quotes: the author steps back
  bool continued = false;        // no cue of its own: carries on the words before it
  bool unsaid = false;   // "did not say whether", "nobody claimed": found, but it says nothing and makes no claim
  bool vouched = false;  // "praised the raid", "seemed to leave": the reporter speaks for it too, and claims it
  std::optional<AttributionId> within{};  // the attribution whose content holds this one
  std::vector<std::string> notes{};       // what is doubtful, in plain words ("unbalanced quotation marks")
  std::string rule{};

  bool operator==(const Attribution&) const = default;
};

}  // namespace sayso
