// The counter in a ledger's header by which other programs see that the file has changed.
//
//     12 dispatches, tables of version 2  ->  bytes 24-27 and 92-95 of the file say 12 * 64 + 2
//
// SQLite counts how often the file was written, which another run of the same additions does otherwise: it was
// interrupted, or wrote more at a time. Counted by what is kept instead, the same additions make the same file, byte
// for byte. The promise of the counter holds: it differs wherever what is kept does, since dispatches are never taken
// out. Source: https://sqlite.org/fileformat2.html#file_change_counter
#pragma once

namespace sayso::ledger {

class Database;

// Writes the counter if it is another. Does nothing while others use the file or while it is in WAL mode. A failure is
// left in `database` and does no harm to the ledger.
void count_by_content(Database& database);

}  // namespace sayso::ledger
