// The written names of every public enumeration: what JSON, the ledger and rule files say.
//
//     name_of(Act::claim_responsibility) == "claim-responsibility";  act_named("deny") == Act::deny
//
// The order of each table is the order of its enumeration; a static_assert holds the counts together. Names are part of
// the output contract: add at the end, never rename.
#include "base/names.h"

#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/entity.h"
#include "sayso/mention.h"
#include "sayso/result.h"
#include "sayso/time.h"

namespace sayso {
namespace {

constexpr NameTable<ErrorCode, 13> errors{{"unreadable", "empty", "not-text", "bad-encoding", "too-large", "no-article",
                                           "bad-rule", "bad-model", "bad-ledger", "storage", "not-found", "wrong-use",
                                           "off-topic"}};
static_assert(errors.find("off-topic") == ErrorCode::off_topic);

constexpr NameTable<TimePrecision, 10> precisions{
    {"unknown", "part-of-day", "day", "weekend", "span", "week", "month", "season", "year", "longer"}};
static_assert(precisions.find("longer") == TimePrecision::longer);

constexpr NameTable<EntityKind, 14> kinds{{"unnamed", "person", "organisation", "government", "military", "group",
                                           "document", "outlet", "unit", "civilians", "infrastructure", "equipment",
                                           "country", "place"}};
static_assert(kinds.find("place") == EntityKind::place);

constexpr NameTable<PlaceRelation, 6> place_relations{{"in", "near", "from-direction", "part-of", "toward", "around"}};
static_assert(place_relations.find("around") == PlaceRelation::around);

constexpr NameTable<PlacePrecision, 6> place_precisions{{"point", "near", "district", "region", "country", "area"}};
static_assert(place_precisions.find("area") == PlacePrecision::area);

constexpr NameTable<Act, 19> acts{{"assert", "deny", "accuse", "admit", "claim-responsibility", "threaten", "warn",
                                   "promise", "call", "order", "reject", "decline", "name", "predict", "believe",
                                   "want", "intend", "decide", "show"}};
static_assert(acts.find("show") == Act::show && acts.find("predict") == Act::predict);

constexpr NameTable<Quote, 5> quotes{{"direct", "indirect", "mixed", "headline", "own"}};
static_assert(quotes.find("own") == Quote::own);

constexpr NameTable<Polarity, 2> polarities{{"positive", "negative"}};
constexpr NameTable<Certainty, 4> certainties{{"unknown", "possible", "probable", "certain"}};
static_assert(certainties.find("certain") == Certainty::certain);

constexpr NameTable<Tense, 4> tenses{{"none", "past", "present", "future"}};
static_assert(tenses.find("future") == Tense::future);

constexpr NameTable<ParagraphKind, 10> paragraphs{
    {"headline", "heading", "body", "quote", "dateline", "byline", "credit", "caption", "related", "address"}};
static_assert(paragraphs.find("address") == ParagraphKind::address);

constexpr NameTable<TimeKind, 4> time_kinds{{"DATE", "TIME", "DURATION", "SET"}};
static_assert(time_kinds.find("SET") == TimeKind::set);

}  // namespace

const char* name_of(ErrorCode code) { return errors.name(code).data(); }
std::string_view name_of(TimePrecision precision) { return precisions.name(precision); }
TimePrecision time_precision_named(std::string_view name) {
  return precisions.find(name).value_or(TimePrecision::unknown);
}
std::string_view name_of(EntityKind kind) { return kinds.name(kind); }
EntityKind entity_kind_named(std::string_view name) { return kinds.find(name).value_or(EntityKind::unnamed); }
std::string_view name_of(PlaceRelation relation) { return place_relations.name(relation); }
std::string_view name_of(PlacePrecision precision) { return place_precisions.name(precision); }
std::optional<PlaceRelation> place_relation_named(std::string_view name) { return place_relations.find(name); }
std::optional<PlacePrecision> place_precision_named(std::string_view name) { return place_precisions.find(name); }
std::string_view name_of(TimeKind kind) { return time_kinds.name(kind); }
std::string_view name_of(ParagraphKind kind) { return paragraphs.name(kind); }
std::optional<ParagraphKind> paragraph_kind_named(std::string_view name) { return paragraphs.find(name); }

std::string_view name_of(Act act) { return acts.name(act); }
std::string_view name_of(Quote quote) { return quotes.name(quote); }
std::string_view name_of(Polarity polarity) { return polarities.name(polarity); }
std::string_view name_of(Certainty certainty) { return certainties.name(certainty); }
std::string_view name_of(Tense tense) { return tenses.name(tense); }
std::optional<Act> act_named(std::string_view name) { return acts.find(name); }
std::optional<Quote> quote_named(std::string_view name) { return quotes.find(name); }
std::optional<Polarity> polarity_named(std::string_view name) { return polarities.find(name); }
std::optional<Certainty> certainty_named(std::string_view name) { return certainties.find(name); }
std::optional<Tense> tense_named(std::string_view name) { return tenses.find(name); }
bool is_speech(Act act) { return act <= Act::predict; }
bool claims_by_default(Act act) { return is_speech(act) || act == Act::show; }

}  // namespace sayso
