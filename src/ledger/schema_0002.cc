// Version 2 of the ledger's tables: what an event is about.
//
//     SELECT context FROM events   -> "legal election", "" where no word tells
#include "ledger/schema.h"

namespace sayso::ledger {

const char* const schema_0002 = R"sql(
ALTER TABLE events ADD COLUMN context TEXT NOT NULL DEFAULT '';
)sql";

}  // namespace sayso::ledger
