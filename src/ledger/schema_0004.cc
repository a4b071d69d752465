// Version 4 of the ledger's tables: the entries of live pages, and in which of them a claim stands.
//
//     SELECT entry, written, written_at, content FROM v_claims   -> "2|2031-05-13|14:05|the bridge is closed"
//
// NULL in `claims.entry`: the claim stands in no entry, or an older version wrote it, which did not keep entries.
#include "ledger/schema.h"

namespace sayso::ledger {

const char* const schema_0004 = R"sql(
CREATE TABLE entries (
  row_id INTEGER PRIMARY KEY,
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  day TEXT NOT NULL,
  clock TEXT,
  zone INTEGER CHECK (zone BETWEEN -1080 AND 1080),
  title TEXT NOT NULL,
  title_rule TEXT NOT NULL,
  title_begin INTEGER,
  title_end INTEGER,
  written_as TEXT NOT NULL,
  written_rule TEXT NOT NULL,
  written_begin INTEGER,
  written_end INTEGER,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  UNIQUE (dispatch, position),
  CHECK (clock IS NOT NULL OR zone IS NULL),
  CHECK ((title_begin IS NULL) = (title_end IS NULL)),
  CHECK ((written_begin IS NULL) = (written_end IS NULL)),
  CHECK (0 <= begin_byte AND begin_byte <= end_byte)
) STRICT;
CREATE INDEX entries_by_day ON entries (day, clock);

ALTER TABLE claims ADD COLUMN entry INTEGER REFERENCES entries (row_id);
CREATE INDEX claims_by_entry ON claims (entry);

CREATE VIEW v_entries AS
SELECT 'sha256:' || d.id AS dispatch_id, n.position AS entry, n.day AS written, n.clock AS written_at, n.zone,
       CASE WHEN n.zone IS NOT NULL THEN strftime('%Y-%m-%dT%H:%M:%SZ', n.day || 'T' || n.clock,
         printf('%+d minutes', -n.zone)) END AS instant,
       n.title AS entry_title, (SELECT count(*) FROM claims c WHERE c.entry = n.row_id) AS claims,
       d.outlet, d.title, d.published, d.url, d.revision,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches r
         WHERE r.url = d.url AND r.url <> '' AND r.revision > d.revision) AS superseded,
       n.written_as, n.written_rule, n.begin_byte, n.end_byte,
       CAST(substr(CAST(d.text AS BLOB), n.begin_byte + 1, n.end_byte - n.begin_byte) AS TEXT) AS text,
       n.dispatch, n.row_id AS entry_row
  FROM entries n JOIN dispatches d ON d.row_id = n.dispatch;

DROP VIEW v_claims;
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
       c.rule, 'sha256:' || d.id AS dispatch_id, c.row_id AS claim,
       ifnull(e.day, d.published) AS written, e.clock AS written_at, e.position AS entry, e.title AS entry_title
  FROM claims c JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source
       JOIN claim_words w ON w.claim = c.row_id LEFT JOIN entries e ON e.row_id = c.entry;

DROP VIEW v_events;
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
       e.rule, e.claim,
       ifnull(b.day, d.published) AS written, b.clock AS written_at, b.position AS entry
  FROM events e JOIN claims c ON c.row_id = e.claim JOIN dispatches d ON d.row_id = c.dispatch
       JOIN sources s ON s.row_id = c.source LEFT JOIN entries b ON b.row_id = c.entry
       LEFT JOIN places p ON p.claim = e.claim AND p.event = e.position
       LEFT JOIN spans t ON t.claim = p.claim AND t.event = p.event AND t.role = 'place' AND t.position = p.position;

DROP VIEW v_losses;
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
       (SELECT text FROM spans WHERE claim = c.row_id AND event = 0 AND role = 'sentence') AS sentence, n.rule, n.claim,
       ifnull(b.day, d.published) AS written, b.clock AS written_at, b.position AS entry
  FROM counts n JOIN events e ON e.claim = n.claim AND e.position = n.event JOIN claims c ON c.row_id = n.claim
       JOIN dispatches d ON d.row_id = c.dispatch JOIN sources s ON s.row_id = c.source
       LEFT JOIN entries b ON b.row_id = c.entry
       LEFT JOIN spans t ON t.claim = n.claim AND t.event = n.event AND t.role = 'count' AND t.position = n.position
 WHERE n.effect <> '' OR e.type = 'LOSS';
)sql";

}  // namespace sayso::ledger
