// From a reading to rows.
//
//     Reading{dispatch "sha256:9f…", 2 claims}  ->  rows of dispatches, claims, spans, events …           : added
//     the same bytes again, by whatever rules   ->  no row, no byte of the file                           : unchanged
//     other bytes under the same url            ->  the same rows as revision 2; revision 1 stays as it was: revision
//
// Rows are written in the order of the reading, so two ledgers given the same readings in the same order hold the same
// rows under the same numbers. Left out on purpose: the time of adding and anything else that another run would write
// otherwise.
#include "ledger/add.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/joined.h"
#include "ledger/database.h"
#include "ledger/kin.h"
#include "ledger/open.h"
#include "ledger/promises.h"
#include "ledger/raw_map.h"

namespace sayso::ledger {
namespace {

std::optional<std::uint32_t> token(TokenId id) {
  if (id == no_token) return std::nullopt;
  return index(id);
}

std::optional<std::string_view> precision(const std::optional<When>& when) {
  if (!when) return std::nullopt;
  return name_of(when->precision);
}

std::optional<std::string> time_of(const std::optional<Clock>& clock) {
  if (!clock) return std::nullopt;
  return iso_time(*clock);
}

std::optional<std::int64_t> zone_of(const std::optional<Clock>& clock) {
  if (!clock || !clock->ahead) return std::nullopt;
  return clock->ahead->count();
}

// Writes one reading; the numbers of the rows it is writing under are its state.
class Writer {
 public:
  Writer(Database& database, const Dispatch& dispatch) : database_(database), dispatch_(dispatch) {}

  std::int64_t write_dispatch(const Provenance& made_by);
  void write_fingerprint(const Fingerprint& fingerprint);
  void write_claim(const Claim& claim, std::int64_t position);

 private:
  std::int64_t provenance_row(const Provenance& made_by);
  std::int64_t source_row(const Source& source);
  std::int64_t claim_print(const Claim& claim);
  void write_metadata(std::string_view field, const Found& found);
  void write_entry(const Entry& entry, std::int64_t position);
  std::optional<std::int64_t> entry_row(const Claim& claim) const;
  void write_attribution(const Attribution& attribution);
  void write_event(const Event& event);
  void write_participants(std::string_view role, const std::vector<Participant>& participants);
  void write_place(const Place& place, std::int64_t position);
  void write_span(std::string_view role, std::int64_t position, std::string_view text, const std::optional<Span>& span);
  void write_words(std::string_view role, const std::optional<Words>& words);
  void write_when(std::string_view role, const std::optional<When>& when);

  Database& database_;
  const Dispatch& dispatch_;
  std::int64_t dispatch_row_ = 0;
  std::vector<std::int64_t> entry_rows_{};
  std::int64_t claim_row_ = 0;
  std::map<std::int64_t, std::uint32_t> seen_{};  // print of a claim -> how often it came
  std::int64_t event_ = 0;                        // position of the event being written; 0: the claim itself
};

std::int64_t Writer::provenance_row(const Provenance& made_by) {
  const auto& [version, rules, lexicons, model] = made_by;
  database_.run("INSERT OR IGNORE INTO provenance (version, rules, lexicons, model) VALUES (?, ?, ?, ?)", version,
                rules, lexicons, model);
  return database_
      .number("SELECT row_id FROM provenance WHERE version = ? AND rules = ? AND lexicons = ? AND model = ?", version,
              rules, lexicons, model)
      .value_or(0);
}

std::int64_t Writer::source_row(const Source& source) {
  const std::string_view kind = name_of(source.kind);
  database_.run("INSERT OR IGNORE INTO sources (entity, name, kind, speaks_for, country) VALUES (?, ?, ?, ?, ?)",
                source.entity, source.name, kind, source.of, source.country);
  return database_
      .number(
          "SELECT row_id FROM sources WHERE entity = ? AND name = ? AND kind = ? AND speaks_for = ? AND country = ?",
          source.entity, source.name, kind, source.of, source.country)
      .value_or(0);
}

std::int64_t Writer::claim_print(const Claim& claim) {
  const std::int64_t first = print_of_claim(claim, 0);
  const std::uint32_t again = seen_[first]++;
  return again == 0 ? first : print_of_claim(claim, again);
}

// Returns the revision.
std::int64_t Writer::write_dispatch(const Provenance& made_by) {
  const Dispatch& d = dispatch_;
  std::int64_t revision = 1;
  if (!d.url.empty()) {
    revision += database_.number("SELECT ifnull(max(revision), 0) FROM dispatches WHERE url = ? AND url <> ''", d.url)
                    .value_or(0);
  }
  database_.run(
      "INSERT INTO dispatches (id, sha256, made_by, url, revision, outlet, title, byline, credit, language, published, "
      "published_as, path, format, encoding, raw_size, text, raw_map, published_clock, published_zone, modified, "
      "modified_as, modified_clock, modified_zone) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      std::string_view(d.id).substr(7), d.sha256, provenance_row(made_by), d.url, revision, d.outlet.value,
      d.title.value, d.byline.value, d.credit.value, d.language.value, d.published, d.published_as.value, d.path,
      d.format, d.encoding, d.raw_size, d.text, Blob{pack(d.raw)}, time_of(d.published_clock),
      zone_of(d.published_clock), d.modified, d.modified_as.value, time_of(d.modified_clock),
      zone_of(d.modified_clock));
  dispatch_row_ = database_.last_row_id();
  write_metadata("outlet", d.outlet);
  write_metadata("title", d.title);
  write_metadata("byline", d.byline);
  write_metadata("credit", d.credit);
  write_metadata("language", d.language);
  write_metadata("published", d.published_as);
  write_metadata("modified", d.modified_as);
  std::int64_t position = 0;
  for (const std::string& author : d.authors)
    database_.run("INSERT INTO dispatch_authors (dispatch, position, name) VALUES (?, ?, ?)", dispatch_row_, ++position,
                  author);
  position = 0;
  for (const Paragraph& paragraph : d.paragraphs) {
    database_.run("INSERT INTO paragraphs (dispatch, position, kind, begin_byte, end_byte) VALUES (?, ?, ?, ?, ?)",
                  dispatch_row_, ++position, name_of(paragraph.kind), paragraph.span.begin, paragraph.span.end);
  }
  position = 0;
  for (const Hyperlink& link : d.links) {
    database_.run(
        "INSERT INTO hyperlinks (dispatch, position, url, related, begin_byte, end_byte) VALUES (?, ?, ?, ?, ?, ?)",
        dispatch_row_, ++position, link.url, link.related, link.span.begin, link.span.end);
  }
  position = 0;
  for (const Entry& entry : d.entries) write_entry(entry, ++position);
  position = 0;
  for (const std::string& note : d.notes) {
    database_.run("INSERT INTO dispatch_notes (dispatch, position, note) VALUES (?, ?, ?)", dispatch_row_, ++position,
                  note);
  }
  return revision;
}

void Writer::write_fingerprint(const Fingerprint& fingerprint) {
  keep_fingerprint(database_, dispatch_row_, dispatch_.published, fingerprint);
}

void Writer::write_metadata(std::string_view field, const Found& found) {
  if (found.rule.empty() && !found.span) return;
  database_.run("INSERT INTO metadata (dispatch, field, rule, begin_byte, end_byte) VALUES (?, ?, ?, ?, ?)",
                dispatch_row_, field, found.rule, found.span ? std::optional(found.span->begin) : std::nullopt,
                found.span ? std::optional(found.span->end) : std::nullopt);
}

void Writer::write_entry(const Entry& entry, std::int64_t position) {
  const auto begin = [](const Found& found) { return found.span ? std::optional(found.span->begin) : std::nullopt; };
  const auto end = [](const Found& found) { return found.span ? std::optional(found.span->end) : std::nullopt; };
  database_.run(
      "INSERT INTO entries (dispatch, position, day, clock, zone, title, title_rule, title_begin, title_end, "
      "written_as, written_rule, written_begin, written_end, begin_byte, end_byte) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      dispatch_row_, position, entry.day, time_of(entry.clock), zone_of(entry.clock), entry.title.value,
      entry.title.rule, begin(entry.title), end(entry.title), entry.as.value, entry.as.rule, begin(entry.as),
      end(entry.as), entry.span.begin, entry.span.end);
  entry_rows_.push_back(database_.last_row_id());
}

std::optional<std::int64_t> Writer::entry_row(const Claim& claim) const {
  const Entry* const entry = entry_at(dispatch_, claim.sentence);
  if (entry == nullptr) return std::nullopt;
  return entry_rows_[static_cast<std::size_t>(entry - dispatch_.entries.data())];
}

void Writer::write_claim(const Claim& claim, std::int64_t position) {
  const Attribution& a = claim.attribution;
  const When no_when;
  const When& said = a.said ? *a.said : no_when;
  database_.run(
      "INSERT INTO claims (id, dispatch, position, source, anonymous, speakers, source_rule, act, quote, polarity, "
      "certainty, tense, "
      "conditional, author_distance, continued, said_begin, said_end, said_precision, said_part, said_rule, cue_token, "
      "rule, print, entry) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      claim.id, dispatch_row_, position, source_row(a.source), a.source.anonymous, a.source.count, a.source.rule,
      name_of(a.act), name_of(a.quote), name_of(a.polarity), name_of(a.certainty), name_of(a.tense), a.conditional,
      a.author_distance, a.continued, said.begin, said.end, precision(a.said), said.part, said.rule, token(a.cue_head),
      a.rule, claim_print(claim), entry_row(claim));
  claim_row_ = database_.last_row_id();
  event_ = 0;
  write_attribution(a);
  write_span("sentence", 1, slice(dispatch_.text, claim.sentence), claim.sentence);
  for (const Event& event : claim.events) {
    ++event_;
    write_event(event);
  }
  std::int64_t number = 0;
  for (const Link& link : claim.links) {
    database_.run("INSERT INTO claim_links (claim, position, relation, to_id, rule) VALUES (?, ?, ?, ?, ?)", claim_row_,
                  ++number, link.relation, link.to, link.rule);
  }
  // Through the view that the index reads from, so that the two cannot differ.
  database_.run(
      "INSERT INTO claim_text (rowid, content, sentence, title, source) "
      "SELECT claim, content, sentence, title, source FROM claim_words WHERE claim = ?",
      claim_row_);
}

void Writer::write_attribution(const Attribution& a) {
  if (a.source.span || !a.source.text.empty()) write_span("source", 1, a.source.text, a.source.span);
  write_words("carrier", a.carrier);
  write_words("medium", a.medium);
  write_words("cue", a.cue);
  write_words("target", a.target);
  write_when("said", a.said);
  std::int64_t position = 0;
  for (const Words& content : a.content) write_span("content", ++position, content.text, content.span);
  position = 0;
  for (const ChainLink& link : a.chain) {
    database_.run("INSERT INTO chain (claim, position, name, kind) VALUES (?, ?, ?, ?)", claim_row_, ++position,
                  link.name, name_of(link.kind));
    if (link.span) write_span("chain", position, slice(dispatch_.text, *link.span), link.span);
  }
  position = 0;
  for (const std::string& name : a.source.other_candidates) {
    database_.run("INSERT INTO other_candidates (claim, position, name) VALUES (?, ?, ?)", claim_row_, ++position,
                  name);
  }
  position = 0;
  for (const std::string& note : a.notes) {
    database_.run("INSERT INTO claim_notes (claim, position, note) VALUES (?, ?, ?)", claim_row_, ++position, note);
  }
}

void Writer::write_event(const Event& event) {
  const When no_when;
  const When& when = event.when ? *event.when : no_when;
  database_.run(
      "INSERT INTO events (claim, position, type, mode, context, cameo, polarity, certainty, tense, when_begin, "
      "when_end, "
      "when_precision, "
      "when_part, when_rule, head_token, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      claim_row_, event_, event.type, event.mode, joined(event.context, " "), event.cameo, name_of(event.polarity),
      name_of(event.certainty), name_of(event.tense), when.begin, when.end, precision(event.when), when.part, when.rule,
      token(event.head), event.rule);
  write_span("trigger", 1, event.trigger.text, event.trigger.span);
  write_when("when", event.when);
  write_participants("actor", event.actors);
  write_participants("recipient", event.recipients);
  write_participants("instrument", event.instruments);
  std::int64_t position = 0;
  for (const Place& place : event.where) write_place(place, ++position);
  position = 0;
  for (const Count& count : event.counts) {
    database_.run(
        "INSERT INTO counts (claim, event, position, of_what, effect, low, best, high, cumulative, rule) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        claim_row_, event_, ++position, count.of, count.effect, count.low, count.best, count.high, count.cumulative,
        count.rule);
    write_span("count", position, count.text, count.span);
  }
}

void Writer::write_participants(std::string_view role, const std::vector<Participant>& participants) {
  std::int64_t position = 0;
  for (const Participant& each : participants) {
    database_.run(
        "INSERT INTO participants (claim, event, role, position, name, country, kind, entity, rule) VALUES (?, ?, ?, "
        "?, ?, ?, ?, ?, ?)",
        claim_row_, event_, role, ++position, each.name, each.country, name_of(each.kind), each.entity, each.rule);
    if (each.words) write_span(role, position, each.words->text, each.words->span);
  }
}

void Writer::write_place(const Place& place, std::int64_t position) {
  database_.run(
      "INSERT INTO places (claim, event, position, relation, name, admin1, country, lat, lon, geonames, precision, "
      "rule) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      claim_row_, event_, position, name_of(place.relation), place.name, place.admin1, place.country, place.lat,
      place.lon, place.geonames, name_of(place.precision), place.rule);
  if (place.lat && place.lon) {
    database_.run("INSERT INTO place_points (place, south, north, west, east) VALUES (?, ?, ?, ?, ?)",
                  database_.last_row_id(), *place.lat, *place.lat, *place.lon, *place.lon);
  }
  write_span("place", position, place.text, place.span);
}

void Writer::write_span(std::string_view role, std::int64_t position, std::string_view text,
                        const std::optional<Span>& span) {
  database_.run(
      "INSERT INTO spans (claim, event, role, position, begin_byte, end_byte, text) VALUES (?, ?, ?, ?, ?, ?, ?)",
      claim_row_, event_, role, position, span ? std::optional(span->begin) : std::nullopt,
      span ? std::optional(span->end) : std::nullopt, text);
}

void Writer::write_words(std::string_view role, const std::optional<Words>& words) {
  if (words) write_span(role, 1, words->text, words->span);
}

void Writer::write_when(std::string_view role, const std::optional<When>& when) {
  if (when && (when->span || !when->text.empty())) write_span(role, 1, when->text, when->span);
}

}  // namespace

bool holds(Database& database, std::string_view id) {
  if (id.starts_with("sha256:")) id.remove_prefix(7);
  return database.number("SELECT 1 FROM dispatches WHERE id = ?", id).has_value();
}

Added add(Database& database, const Reading& reading, const Provenance& made_by) {
  if (auto broken = broken_promise(reading)) {
    database.fail(*broken);
    return Added::unchanged;
  }
  if (holds(database, reading.dispatch.id)) return Added::unchanged;
  if (!database.in_transaction()) {
    begin_writing(database);
    database.run_script("BEGIN IMMEDIATE");
    // Another program may have kept it since the question above.
    if (holds(database, reading.dispatch.id)) return Added::unchanged;
  }
  // The full-text index writes what it has gathered at the end of a part as at the end of a transaction: so the index,
  // too, is the same however many dispatches a transaction holds.
  Part part(database);
  Writer writer(database, reading.dispatch);
  const std::int64_t revision = writer.write_dispatch(made_by);
  writer.write_fingerprint(reading.fingerprint);
  std::int64_t position = 0;
  for (const Claim& claim : reading.claims) {
    if (database.failed()) break;
    writer.write_claim(claim, ++position);
  }
  part.keep();
  return revision > 1 ? Added::revision : Added::added;
}

void settle(Database& database) {
  if (database.in_transaction()) database.run_script("COMMIT");
  database.roll_back();
}

}  // namespace sayso::ledger
