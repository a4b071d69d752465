// From a path to a connection that is surely a ledger of ours, or a reason why not.
//
//     auto database = open_database("war.ledger", Ledger::Mode::create_or_write);
//
// A file that is not ours is told by its first hundred bytes and never opened by SQLite, so that it stays untouched.
#pragma once

#include <filesystem>
#include <memory>

#include "ledger/database.h"
#include "sayso/ledger.h"
#include "sayso/result.h"

namespace sayso::ledger {

// Errors: unreadable (missing, a folder, no permission), bad_ledger (not SQLite, not ours, newer, altered, damaged),
// storage (full, read-only, locked), wrong_use (an empty path).
Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, Ledger::Mode mode);

// While somebody writes, the ledger keeps its new pages in a second file so that readers never wait (WAL); at rest it
// is one plain file, which can be read from a read-only disk and copied whole.
void begin_writing(Database& database);  // to WAL, unless it is so already
void rest(Database& database);           // back to one file, unless others use it now; cannot fail

}  // namespace sayso::ledger
