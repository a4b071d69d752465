// Version 3 of the ledger's tables: which dispatches are copies of one report, and which claims are the same.
//
//     SELECT count(DISTINCT origin) FROM dispatches   -> reports; count(*) -> dispatches
//
// NULL in `origin` and `print` of rows that an older version wrote: nothing is known, each stands for itself. `day` of
// the prints is the day of publication in days since 1970-01-01, -2147483648 if it is not known.
#include "ledger/schema.h"

namespace sayso::ledger {

const char* const schema_0003 = R"sql(
ALTER TABLE dispatches ADD COLUMN origin INTEGER REFERENCES dispatches (row_id);
CREATE INDEX dispatches_by_origin ON dispatches (origin);

ALTER TABLE claims ADD COLUMN print INTEGER;
CREATE INDEX claims_by_print ON claims (print);

CREATE TABLE fingerprints (
  dispatch INTEGER PRIMARY KEY REFERENCES dispatches (row_id),
  words INTEGER NOT NULL CHECK (words >= 0),
  signature BLOB NOT NULL
) STRICT;

CREATE TABLE sentence_prints (
  print INTEGER NOT NULL,
  day INTEGER NOT NULL,
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  PRIMARY KEY (print, day, dispatch)
) STRICT, WITHOUT ROWID;

CREATE TABLE signature_bands (
  band INTEGER NOT NULL,
  day INTEGER NOT NULL,
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  PRIMARY KEY (band, day, dispatch)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  other INTEGER NOT NULL REFERENCES dispatches (row_id),
  rule TEXT NOT NULL,
  shared REAL NOT NULL CHECK (shared BETWEEN 0 AND 1),
  PRIMARY KEY (dispatch, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (other);

CREATE VIEW v_reports AS
SELECT o.row_id AS origin, min(d.published) AS first_published, count(*) AS dispatches,
       count(DISTINCT CASE d.outlet WHEN '' THEN NULL ELSE d.outlet END) AS outlets,
       (SELECT f.title FROM dispatches f WHERE f.origin = o.row_id
         ORDER BY f.published IS NULL, f.published, f.id LIMIT 1) AS title
  FROM dispatches d JOIN dispatches o ON o.row_id = d.origin
 GROUP BY o.row_id;

CREATE VIEW v_attestations AS
SELECT c.id, d.outlet, d.published, d.url, 'sha256:' || d.id AS dispatch_id,
       first_value(c.id) OVER same AS counted_as,
       count(*) OVER (PARTITION BY ifnull(d.origin, d.row_id), ifnull(c.print, c.id)) AS attestations,
       d.origin, c.row_id AS claim
  FROM claims c JOIN dispatches d ON d.row_id = c.dispatch
 WHERE NOT EXISTS (SELECT 1 FROM dispatches n WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision)
WINDOW same AS (PARTITION BY ifnull(d.origin, d.row_id), ifnull(c.print, c.id)
                ORDER BY d.published IS NULL, d.published, d.id, c.position);
)sql";

}  // namespace sayso::ledger
