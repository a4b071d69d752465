// One row of claims and what hangs on it -> Claim, then KeptClaim.
//
// Every word of a claim stands in `spans` under (event, role, position); the other tables hold what was resolved from
// it. Each table is read once, in the order of its key; spans last, because they fill what the others made.
#include <algorithm>
#include <string>
#include <string_view>

#include "ledger/database.h"
#include "ledger/load.h"

namespace sayso::ledger {
namespace {

TokenId token_of(const Rows& rows, int column) {
  return rows.null(column) ? no_token : TokenId{rows.small_number(column)};
}

// Names parted by a space each.
std::vector<std::string> names_in(std::string_view joined) {
  std::vector<std::string> names;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(' '), joined.size());
    names.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return names;
}

class Loader {
 public:
  Loader(Database& database, std::int64_t row) : database_(database), row_(row) {}

  Claim load() {
    load_row();
    load_lists();
    load_events();
    load_participants();
    load_places();
    load_counts();
    load_spans();
    return std::move(claim_);
  }

 private:
  // The value with that name, or a damaged ledger.
  template <typename Enum>
  Enum named(const Rows& rows, int column, std::optional<Enum> (*find)(std::string_view)) {
    const std::string name = rows.text(column);
    const std::optional<Enum> value = find(name);
    if (!value) database_.damaged("no such value: '" + name + "'");
    return value.value_or(Enum{});
  }

  // "unnamed" and "unknown" are names too, so that every other unknown one is a damage.
  EntityKind kind(const Rows& rows, int column) {
    const std::string name = rows.text(column);
    const EntityKind value = entity_kind_named(name);
    if (name_of(value) != name) database_.damaged("no such kind: '" + name + "'");
    return value;
  }

  // Columns begin, end, precision, part, rule from `first` on; nothing if the precision is NULL.
  std::optional<When> when(const Rows& rows, int first) {
    if (rows.null(first + 2)) return std::nullopt;
    const std::string name = rows.text(first + 2);
    const TimePrecision precision = time_precision_named(name);
    if (name_of(precision) != name) database_.damaged("no such precision: '" + name + "'");
    return When{.begin = rows.day(first),
                .end = rows.day(first + 1),
                .precision = precision,
                .part = rows.text(first + 3),
                .rule = rows.text(first + 4)};
  }

  Event* event(std::int64_t position) {
    if (position >= 1 && position <= static_cast<std::int64_t>(claim_.events.size())) {
      return &claim_.events[static_cast<std::size_t>(position - 1)];
    }
    database_.damaged("a row belongs to an event that is missing");
    return nullptr;
  }

  // The element at a position counted from 1, or a damaged ledger.
  template <typename Element>
  Element* at(std::vector<Element>& elements, std::int64_t position) {
    if (position >= 1 && position <= static_cast<std::int64_t>(elements.size())) {
      return &elements[static_cast<std::size_t>(position - 1)];
    }
    database_.damaged("words belong to a row that is missing");
    return nullptr;
  }

  void load_row();
  void load_lists();
  void load_events();
  void load_participants();
  void load_places();
  void load_counts();
  void load_spans();
  void place_words_of_claim(const std::string& role, std::int64_t position, std::string text, std::optional<Span> span);
  void place_words_of_event(Event& event, const std::string& role, std::int64_t position, std::string text,
                            std::optional<Span> span);
  std::vector<Participant>* participants(Event& event, std::string_view role);

  Database& database_;
  std::int64_t row_;
  Claim claim_;
};

void Loader::load_row() {
  auto rows = database_.select(
      "SELECT c.id, d.id, s.name, s.kind, s.entity, s.speaks_for, s.country, c.anonymous, c.speakers, "
      "c.source_rule, c.act, c.quote, "
      "c.polarity, c.certainty, c.tense, c.conditional, c.author_distance, c.continued, c.cue_token, c.rule, "
      "c.said_begin, c.said_end, c.said_precision, c.said_part, c.said_rule "
      "FROM claims c JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source WHERE c.row_id = "
      "?",
      row_);
  if (!rows.next()) return database_.damaged("a claim, its source or its dispatch is missing");
  claim_.id = rows.text(0);
  claim_.dispatch = "sha256:" + rows.text(1);
  Attribution& a = claim_.attribution;
  a.source.name = rows.text(2);
  a.source.kind = kind(rows, 3);
  a.source.entity = rows.text(4);
  a.source.of = rows.text(5);
  a.source.country = rows.text(6);
  a.source.anonymous = rows.flag(7);
  a.source.count = rows.small_number(8);
  a.source.rule = rows.text(9);
  a.act = named(rows, 10, act_named);
  a.quote = named(rows, 11, quote_named);
  a.polarity = named(rows, 12, polarity_named);
  a.certainty = named(rows, 13, certainty_named);
  a.tense = named(rows, 14, tense_named);
  a.conditional = rows.flag(15);
  a.author_distance = rows.flag(16);
  a.continued = rows.flag(17);
  a.cue_head = token_of(rows, 18);
  a.rule = rows.text(19);
  a.said = when(rows, 20);
}

void Loader::load_lists() {
  Attribution& a = claim_.attribution;
  auto chain = database_.select("SELECT name, kind FROM chain WHERE claim = ? ORDER BY position", row_);
  while (chain.next()) a.chain.push_back({.name = chain.text(0), .kind = kind(chain, 1)});
  auto candidates = database_.select("SELECT name FROM other_candidates WHERE claim = ? ORDER BY position", row_);
  while (candidates.next()) a.source.other_candidates.push_back(candidates.text(0));
  auto notes = database_.select("SELECT note FROM claim_notes WHERE claim = ? ORDER BY position", row_);
  while (notes.next()) a.notes.push_back(notes.text(0));
  auto links =
      database_.select("SELECT to_id, relation, rule FROM claim_links WHERE claim = ? ORDER BY position", row_);
  while (links.next()) claim_.links.push_back({.to = links.text(0), .relation = links.text(1), .rule = links.text(2)});
}

void Loader::load_events() {
  auto rows = database_.select(
      "SELECT type, mode, cameo, polarity, certainty, tense, head_token, rule, when_begin, when_end, when_precision, "
      "when_part, "
      "when_rule, context FROM events WHERE claim = ? ORDER BY position",
      row_);
  while (rows.next()) {
    claim_.events.push_back({.type = rows.text(0),
                             .mode = rows.text(1),
                             .context = names_in(rows.text(13)),
                             .cameo = rows.text(2),
                             .head = token_of(rows, 6),
                             .when = when(rows, 8),
                             .polarity = named(rows, 3, polarity_named),
                             .certainty = named(rows, 4, certainty_named),
                             .tense = named(rows, 5, tense_named),
                             .rule = rows.text(7)});
  }
}

std::vector<Participant>* Loader::participants(Event& event, std::string_view role) {
  if (role == "actor") return &event.actors;
  if (role == "recipient") return &event.recipients;
  if (role == "instrument") return &event.instruments;
  return nullptr;
}

void Loader::load_participants() {
  auto rows = database_.select(
      "SELECT event, role, name, country, kind, entity, rule FROM participants WHERE claim = ? ORDER BY event, role, "
      "position",
      row_);
  while (rows.next()) {
    Event* of = event(rows.number(0));
    auto* list = of == nullptr ? nullptr : participants(*of, rows.text(1));
    if (list == nullptr) return database_.damaged("a participant without a part");
    list->push_back({.name = rows.text(2),
                     .country = rows.text(3),
                     .kind = kind(rows, 4),
                     .entity = rows.text(5),
                     .rule = rows.text(6)});
  }
}

void Loader::load_places() {
  auto rows = database_.select(
      "SELECT event, relation, name, admin1, country, lat, lon, geonames, precision, rule FROM places WHERE claim = ? "
      "ORDER BY event, position",
      row_);
  while (rows.next()) {
    Event* of = event(rows.number(0));
    if (of == nullptr) return;
    Place place{.relation = named(rows, 1, place_relation_named),
                .name = rows.text(2),
                .country = rows.text(4),
                .admin1 = rows.text(3),
                .lat = rows.optional_real(5),
                .lon = rows.optional_real(6),
                .precision = named(rows, 8, place_precision_named),
                .rule = rows.text(9)};
    if (!rows.null(7)) place.geonames = rows.small_number(7);
    of->where.push_back(std::move(place));
  }
}

void Loader::load_counts() {
  auto rows = database_.select(
      "SELECT event, of_what, effect, low, best, high, cumulative, rule FROM counts WHERE claim = ? ORDER BY event, "
      "position",
      row_);
  while (rows.next()) {
    Event* of = event(rows.number(0));
    if (of == nullptr) return;
    of->counts.push_back({.of = rows.text(1),
                          .effect = rows.text(2),
                          .low = rows.optional_number(3),
                          .best = rows.optional_number(4),
                          .high = rows.optional_number(5),
                          .cumulative = rows.flag(6),
                          .rule = rows.text(7)});
  }
}

void Loader::load_spans() {
  auto rows = database_.select(
      "SELECT event, role, position, begin_byte, end_byte, text FROM spans WHERE claim = ? ORDER BY event, role, "
      "position",
      row_);
  while (rows.next()) {
    const std::int64_t event_position = rows.number(0);
    if (event_position == 0) {
      place_words_of_claim(rows.text(1), rows.number(2), rows.text(5), rows.optional_span(3));
    } else if (Event* of = event(event_position)) {
      place_words_of_event(*of, rows.text(1), rows.number(2), rows.text(5), rows.optional_span(3));
    }
  }
}

void Loader::place_words_of_claim(const std::string& role, std::int64_t position, std::string text,
                                  std::optional<Span> span) {
  Attribution& a = claim_.attribution;
  const Words words{.text = std::move(text), .span = span.value_or(Span{})};
  if (role == "source") {
    a.source.text = words.text;
    a.source.span = span;
  } else if (role == "said" && a.said) {
    a.said->text = words.text;
    a.said->span = span;
  } else if (role == "chain") {
    if (ChainLink* link = at(a.chain, position)) link->span = span;
  } else if (role == "content") {
    a.content.push_back(words);
  } else if (role == "sentence") {
    claim_.sentence = words.span;
  } else if (role == "carrier") {
    a.carrier = words;
  } else if (role == "medium") {
    a.medium = words;
  } else if (role == "cue") {
    a.cue = words;
  } else if (role == "target") {
    a.target = words;
  } else {
    database_.damaged("words of an unknown role '" + role + "'");
  }
}

void Loader::place_words_of_event(Event& event, const std::string& role, std::int64_t position, std::string text,
                                  std::optional<Span> span) {
  const Words words{.text = std::move(text), .span = span.value_or(Span{})};
  if (role == "trigger") {
    event.trigger = words;
  } else if (role == "when" && event.when) {
    event.when->text = words.text;
    event.when->span = span;
  } else if (auto* list = participants(event, role)) {
    if (Participant* participant = at(*list, position)) participant->words = words;
  } else if (role == "place") {
    if (Place* place = at(event.where, position)) {
      place->text = words.text;
      place->span = words.span;
    }
  } else if (role == "count") {
    if (Count* count = at(event.counts, position)) {
      count->text = words.text;
      count->span = words.span;
    }
  } else {
    database_.damaged("words of an unknown role '" + role + "'");
  }
}

}  // namespace

Claim load_claim(Database& database, std::int64_t row) { return Loader(database, row).load(); }

namespace {

std::vector<Copy> load_copies(Database& database, std::int64_t claim_row) {
  std::vector<Copy> copies;
  auto rows = database.select(
      "SELECT k.id, e.id, e.outlet, e.url, e.published FROM claims c JOIN dispatches d ON d.row_id = c.dispatch "
      "JOIN claims k ON k.print = c.print AND k.row_id <> c.row_id "
      "JOIN dispatches e ON e.row_id = k.dispatch AND e.origin = d.origin "
      "WHERE c.row_id = ? AND NOT EXISTS "
      "(SELECT 1 FROM dispatches n WHERE n.url = e.url AND n.url <> '' AND n.revision > e.revision) "
      "ORDER BY e.published IS NULL, e.published, e.id",
      claim_row);
  while (rows.next())
    copies.push_back({.claim = rows.text(0),
                      .dispatch = "sha256:" + rows.text(1),
                      .outlet = rows.text(2),
                      .url = rows.text(3),
                      .published = rows.day(4)});
  return copies;
}

}  // namespace

KeptClaim load_kept(Database& database, std::int64_t claim_row) {
  KeptClaim kept{.claim = load_claim(database, claim_row)};
  if (database.failed()) return kept;
  std::int64_t dispatch_row = 0;
  {
    auto rows = database.select(
        "SELECT d.row_id, d.revision, d.url <> '' AND EXISTS (SELECT 1 FROM dispatches n WHERE n.url = d.url AND n.url "
        "<> '' AND "
        "n.revision > d.revision), p.version, p.rules, p.lexicons, p.model, "
        "(SELECT o.id FROM dispatches o WHERE o.row_id = ifnull(d.origin, d.row_id)) "
        "FROM claims c JOIN dispatches d ON d.row_id = c.dispatch JOIN provenance p ON p.row_id = d.made_by WHERE "
        "c.row_id = ?",
        claim_row);
    if (!rows.next()) {
      database.damaged("a claim's dispatch or its provenance is missing");
      return kept;
    }
    dispatch_row = rows.number(0);
    kept.revision = rows.small_number(1);
    kept.superseded = rows.flag(2);
    kept.made_by = {.version = rows.text(3), .rules = rows.text(4), .lexicons = rows.text(5), .model = rows.text(6)};
    kept.origin = "sha256:" + rows.text(7);
  }
  kept.entry = load_entry(database, claim_row);
  kept.copies = load_copies(database, claim_row);
  kept.dispatch = load_dispatch(database, dispatch_row, Parts::about);
  return kept;
}

}  // namespace sayso::ledger
