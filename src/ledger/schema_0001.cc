// Version 1 of the ledger's tables. Once released this text never changes: a later version is a new migration beside
// it.
//
// Conventions (docs/ledger.md explains every column):
//   text      never NULL; '' is "unknown" or "not said"
//   numbers   NULL is "not said"; flags are 0 or 1
//   days      'YYYY-MM-DD', proleptic Gregorian, no zone; NULL is an open end or unknown
//   bytes     half-open ranges [begin_byte, end_byte) of dispatches.text as UTF-8
//   position  counts from 1; event 0 is the claim itself
// Written by add.cc, read by load.cc and find.cc; tests/ledger/schema_test.cc checks docs/ledger.md against it.
#include "ledger/schema.h"

namespace sayso::ledger {

const char* const schema_0001 = R"sql(
CREATE TABLE provenance (
  row_id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  rules TEXT NOT NULL,
  lexicons TEXT NOT NULL,
  model TEXT NOT NULL,
  UNIQUE (version, rules, lexicons, model)
) STRICT;

CREATE TABLE dispatches (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 64),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  made_by INTEGER NOT NULL REFERENCES provenance (row_id),
  url TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  byline TEXT NOT NULL,
  credit TEXT NOT NULL,
  language TEXT NOT NULL,
  published TEXT,
  published_as TEXT NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  raw_size INTEGER NOT NULL,
  text TEXT NOT NULL,
  raw_map BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX dispatches_by_url ON dispatches (url, revision) WHERE url <> '';
CREATE INDEX dispatches_by_outlet ON dispatches (outlet);
CREATE INDEX dispatches_by_published ON dispatches (published);

CREATE TABLE metadata (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  field TEXT NOT NULL,
  rule TEXT NOT NULL,
  begin_byte INTEGER,
  end_byte INTEGER,
  PRIMARY KEY (dispatch, field),
  CHECK ((begin_byte IS NULL) = (end_byte IS NULL)),
  CHECK (begin_byte IS NULL OR 0 <= begin_byte AND begin_byte <= end_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY (dispatch, position),
  CHECK (0 <= begin_byte AND begin_byte <= end_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE hyperlinks (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  related INTEGER NOT NULL CHECK (related IN (0, 1)),
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  PRIMARY KEY (dispatch, position),
  CHECK (0 <= begin_byte AND begin_byte <= end_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispatch_notes (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (dispatch, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  row_id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaks_for TEXT NOT NULL,
  country TEXT NOT NULL,
  UNIQUE (entity, name, kind, speaks_for, country)
) STRICT;
CREATE INDEX sources_by_country ON sources (country);

CREATE TABLE claims (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES sources (row_id),
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  speakers INTEGER NOT NULL CHECK (speakers >= 0),
  source_rule TEXT NOT NULL,
  act TEXT NOT NULL,
  quote TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  tense TEXT NOT NULL,
  conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
  author_distance INTEGER NOT NULL CHECK (author_distance IN (0, 1)),
  continued INTEGER NOT NULL CHECK (continued IN (0, 1)),
  said_begin TEXT,
  said_end TEXT,
  said_precision TEXT,
  said_part TEXT NOT NULL,
  said_rule TEXT NOT NULL,
  cue_token INTEGER,
  rule TEXT NOT NULL,
  UNIQUE (dispatch, position)
) STRICT;
CREATE INDEX claims_by_source ON claims (source);
CREATE INDEX claims_by_act ON claims (act);
CREATE INDEX claims_by_day_said ON claims (said_begin, said_end);

CREATE TABLE chain (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE other_candidates (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_notes (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  position INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_links (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  position INTEGER NOT NULL,
  relation TEXT NOT NULL,
  to_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_links_by_end ON claim_links (to_id);

CREATE TABLE spans (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  event INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  begin_byte INTEGER,
  end_byte INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (claim, event, role, position),
  CHECK ((begin_byte IS NULL) = (end_byte IS NULL)),
  CHECK (begin_byte IS NULL OR 0 <= begin_byte AND begin_byte <= end_byte)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  claim INTEGER NOT NULL REFERENCES claims (row_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  cameo TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  tense TEXT NOT NULL,
  when_begin TEXT,
  when_end TEXT,
  when_precision TEXT,
  when_part TEXT NOT NULL,
  when_rule TEXT NOT NULL,
  head_token INTEGER,
  rule TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_by_type ON events (type, mode);
CREATE INDEX events_by_day ON events (when_begin, when_end);

CREATE TABLE participants (
  claim INTEGER NOT NULL,
  event INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (claim, event, role, position),
  FOREIGN KEY (claim, event) REFERENCES events (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_country ON participants (country, role);

CREATE TABLE places (
  row_id INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL,
  event INTEGER NOT NULL,
  position INTEGER NOT NULL,
  relation TEXT NOT NULL,
  name TEXT NOT NULL,
  admin1 TEXT NOT NULL,
  country TEXT NOT NULL,
  lat REAL CHECK (lat BETWEEN -90 AND 90),
  lon REAL CHECK (lon BETWEEN -180 AND 180),
  geonames INTEGER,
  precision TEXT NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (claim, event, position),
  FOREIGN KEY (claim, event) REFERENCES events (claim, position)
) STRICT;
CREATE INDEX places_by_country ON places (country, admin1);
CREATE INDEX places_by_name ON places (name);

CREATE VIRTUAL TABLE place_points USING rtree (place, south, north, west, east);

CREATE TABLE counts (
  claim INTEGER NOT NULL,
  event INTEGER NOT NULL,
  position INTEGER NOT NULL,
  of_what TEXT NOT NULL,
  effect TEXT NOT NULL,
  low INTEGER,
  best INTEGER,
  high INTEGER,
  cumulative INTEGER NOT NULL CHECK (cumulative IN (0, 1)),
  rule TEXT NOT NULL,
  PRIMARY KEY (claim, event, position),
  FOREIGN KEY (claim, event) REFERENCES events (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX counts_by_effect ON counts (effect);

CREATE VIEW claim_words AS
SELECT c.row_id AS claim,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM spans
         WHERE claim = c.row_id AND event = 0 AND role = 'content' ORDER BY position)) AS content,
       (SELECT text FROM spans WHERE claim = c.row_id AND event = 0 AND role = 'sentence') AS sentence,
       d.title AS title,
       s.name || ' ' || s.speaks_for || ' ' || ifnull((SELECT text FROM spans
         WHERE claim = c.row_id AND event = 0 AND role = 'source'), '') AS source
  FROM claims c JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source;

CREATE VIRTUAL TABLE claim_text USING fts5 (content, sentence, title, source,
  content = 'claim_words', content_rowid = 'claim', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIEW v_dispatches AS
SELECT 'sha256:' || d.id AS id, d.published, d.outlet, d.title, d.url, d.revision,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches n
         WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision) AS superseded,
       d.byline, d.credit, d.language, d.path, d.format, d.encoding, d.raw_size,
       (SELECT count(*) FROM claims c WHERE c.dispatch = d.row_id) AS claims,
       p.version, d.text, d.row_id AS dispatch
  FROM dispatches d JOIN provenance p ON p.row_id = d.made_by;

CREATE VIEW v_claims AS
SELECT c.id, c.said_begin, c.said_end, c.said_precision,
       s.name AS source, s.kind AS source_kind, s.speaks_for, s.country AS side,
       (SELECT text FROM spans WHERE claim = c.row_id AND event = 0 AND role = 'source') AS source_text,
       c.anonymous, c.speakers,
       (SELECT group_concat(name, ' > ') FROM (SELECT name FROM chain
         WHERE claim = c.row_id ORDER BY position)) AS chain,
       c.act, c.quote,
       (SELECT text FROM spans WHERE claim = c.row_id AND event = 0 AND role = 'cue') AS cue,
       w.content, c.polarity, c.certainty, c.tense, c.conditional, c.author_distance,
       (SELECT group_concat(type, ', ') FROM (SELECT type || CASE mode WHEN '' THEN '' ELSE '/' || mode END AS type
         FROM events WHERE claim = c.row_id ORDER BY position)) AS events,
       w.sentence, d.outlet, d.title, d.published, d.url, d.revision,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches n
         WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision) AS superseded,
       c.rule, 'sha256:' || d.id AS dispatch_id, c.row_id AS claim
  FROM claims c JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source
       JOIN claim_words w ON w.claim = c.row_id;

CREATE VIEW v_events AS
SELECT c.id, e.position AS event, e.type, e.mode, e.cameo,
       (SELECT text FROM spans WHERE claim = e.claim AND event = e.position AND role = 'trigger') AS trigger,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants
         WHERE claim = e.claim AND event = e.position AND role = 'actor' ORDER BY position)) AS actors,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants
         WHERE claim = e.claim AND event = e.position AND role = 'recipient' ORDER BY position)) AS recipients,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants
         WHERE claim = e.claim AND event = e.position AND role = 'instrument' ORDER BY position)) AS instruments,
       e.when_begin, e.when_end, e.when_precision,
       p.relation AS place_relation, t.text AS place_text, p.name AS place, p.admin1, p.country AS place_country,
       p.lat, p.lon, p.precision AS place_precision, p.geonames,
       e.polarity, e.certainty, e.tense, s.name AS source, s.country AS side, c.act, d.outlet, d.published,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches n
         WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision) AS superseded,
       e.rule, e.claim
  FROM events e JOIN claims c ON c.row_id = e.claim JOIN dispatches d ON d.row_id = c.dispatch
       JOIN sources s ON s.row_id = c.source
       LEFT JOIN places p ON p.claim = e.claim AND p.event = e.position
       LEFT JOIN spans t ON t.claim = p.claim AND t.event = p.event AND t.role = 'place' AND t.position = p.position;

CREATE VIEW v_losses AS
SELECT c.id, s.name AS claimant, s.country AS claimant_country, c.act,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM participants
         WHERE claim = e.claim AND event = e.position AND role = 'recipient' ORDER BY position)) AS loser,
       (SELECT group_concat(country, '; ') FROM (SELECT DISTINCT country FROM participants
         WHERE claim = e.claim AND event = e.position AND role = 'recipient' AND country <> '' ORDER BY country))
         AS loser_country,
       n.effect, n.of_what, n.low, n.best, n.high, n.cumulative, t.text AS count_text,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM places
         WHERE claim = e.claim AND event = e.position AND name <> '' ORDER BY position)) AS places,
       e.when_begin, e.when_end, c.said_begin, c.said_end, e.type, e.mode,
       e.polarity, e.certainty, c.certainty AS claim_certainty,
       d.outlet, d.published,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches r
         WHERE r.url = d.url AND r.url <> '' AND r.revision > d.revision) AS superseded,
       (SELECT text FROM spans WHERE claim = c.row_id AND event = 0 AND role = 'sentence') AS sentence, n.rule, n.claim
  FROM counts n JOIN events e ON e.claim = n.claim AND e.position = n.event JOIN claims c ON c.row_id = n.claim
       JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source
       LEFT JOIN spans t ON t.claim = n.claim AND t.event = n.event AND t.role = 'count' AND t.position = n.position
 WHERE n.effect <> '' OR e.type = 'LOSS';

CREATE VIEW v_broken_spans AS
SELECT c.id, x.event, x.role, x.position, x.begin_byte, x.end_byte, x.text,
       CAST(substr(CAST(d.text AS BLOB), x.begin_byte + 1, x.end_byte - x.begin_byte) AS TEXT) AS text_of_dispatch
  FROM spans x JOIN claims c ON c.row_id = x.claim JOIN dispatches d ON d.row_id = c.dispatch
 WHERE x.begin_byte IS NOT NULL
   AND CAST(x.text AS BLOB) <> substr(CAST(d.text AS BLOB), x.begin_byte + 1, x.end_byte - x.begin_byte);
)sql";

}  // namespace sayso::ledger
