// Version 5 of the ledger's tables: who signed a dispatch, the time of day it was published, and when it was changed.
//
//     SELECT authors, published_instant, modified FROM v_dispatches
//       -> "Anna Kesh; Bo Ostrel|2031-05-13T06:05:00Z|2031-05-14"
//
// NULL and no row of `dispatch_authors` in what an older version wrote: nothing was kept.
#include "ledger/schema.h"

namespace sayso::ledger {

const char* const schema_0005 = R"sql(
ALTER TABLE dispatches ADD COLUMN published_clock TEXT;
ALTER TABLE dispatches ADD COLUMN published_zone INTEGER CHECK (published_zone BETWEEN -1080 AND 1080);
ALTER TABLE dispatches ADD COLUMN modified TEXT;
ALTER TABLE dispatches ADD COLUMN modified_clock TEXT;
ALTER TABLE dispatches ADD COLUMN modified_zone INTEGER CHECK (modified_zone BETWEEN -1080 AND 1080);
ALTER TABLE dispatches ADD COLUMN modified_as TEXT NOT NULL DEFAULT '';

CREATE TABLE dispatch_authors (
  dispatch INTEGER NOT NULL REFERENCES dispatches (row_id),
  position INTEGER NOT NULL CHECK (position >= 1),
  name TEXT NOT NULL,
  PRIMARY KEY (dispatch, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispatch_authors_by_name ON dispatch_authors (name);

DROP VIEW v_dispatches;
CREATE VIEW v_dispatches AS
SELECT 'sha256:' || d.id AS id, d.published, d.outlet, d.title, d.url, d.revision,
       d.url <> '' AND EXISTS (SELECT 1 FROM dispatches n
         WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision) AS superseded,
       d.byline, d.credit, d.language, d.path, d.format, d.encoding, d.raw_size,
       (SELECT count(*) FROM claims c WHERE c.dispatch = d.row_id) AS claims,
       p.version, d.text, d.row_id AS dispatch,
       (SELECT group_concat(name, '; ') FROM (SELECT name FROM dispatch_authors
         WHERE dispatch = d.row_id ORDER BY position)) AS authors,
       d.published_clock, d.published_zone,
       CASE WHEN d.published_zone IS NOT NULL THEN strftime('%Y-%m-%dT%H:%M:%SZ',
         d.published || 'T' || d.published_clock, printf('%+d minutes', -d.published_zone)) END AS published_instant,
       d.modified, d.modified_clock, d.modified_zone,
       CASE WHEN d.modified_zone IS NOT NULL THEN strftime('%Y-%m-%dT%H:%M:%SZ',
         d.modified || 'T' || d.modified_clock, printf('%+d minutes', -d.modified_zone)) END AS modified_instant
  FROM dispatches d JOIN provenance p ON p.row_id = d.made_by;
)sql";

}  // namespace sayso::ledger
