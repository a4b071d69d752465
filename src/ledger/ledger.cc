// The public face of the ledger: each call is one piece of work on the database, and its first failure is its result.
//
//     ledger->find({.what = "LOSS"})  ->  find.cc gives row numbers, load_claim.cc the claims
//
// One thread at a time; a second thread opens the file a second time.
#include "sayso/ledger.h"

#include "ledger/add.h"
#include "ledger/database.h"
#include "ledger/find.h"
#include "ledger/load.h"
#include "ledger/open.h"

namespace sayso {

using ledger::Transaction;

struct Ledger::Store {
  std::unique_ptr<ledger::Database> database;
  std::optional<Error> lost{};  // what took back the additions that were still to be settled
};

Ledger::Ledger(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&& other) noexcept {
  std::swap(store_, other.store_);
  return *this;
}

Ledger::~Ledger() {
  if (!store_) return;
  store_->database->roll_back();
  ledger::rest(*store_->database);
}

Result<Ledger> Ledger::open(const std::filesystem::path& file, Mode mode) {
  auto database = ledger::open_database(file, mode);
  if (!database) return database.error();
  return Ledger(std::make_unique<Store>(Store{std::move(*database)}));
}

Result<Added> Ledger::add(const Reading& reading, const Provenance& made_by, Settle when) {
  ledger::Database& database = *store_->database;
  const bool others_wait = database.in_transaction();
  const Added added = ledger::add(database, reading, made_by);
  if (auto error = database.take_error()) {
    if (!others_wait) {
      database.roll_back();
    } else if (!database.in_transaction()) {
      store_->lost = *error;
    }
    return *error;
  }
  if (when == Settle::later) return added;
  const Result<Done> settled = settle();
  if (!settled) return settled.error();
  return added;
}

Result<Done> Ledger::settle() {
  ledger::Database& database = *store_->database;
  if (auto lost = std::exchange(store_->lost, std::nullopt)) {
    database.roll_back();
    return *lost;
  }
  ledger::settle(database);
  if (auto error = database.take_error()) return *error;
  return Done{};
}

Result<bool> Ledger::holds(std::string_view id) const {
  const bool held = ledger::holds(*store_->database, id);
  if (auto error = store_->database->take_error()) return *error;
  return held;
}

Result<std::vector<KeptClaim>> Ledger::find(const Query& query) const {
  std::vector<KeptClaim> found;
  {
    Transaction one_moment(*store_->database, Transaction::Kind::read);
    for (const std::int64_t row : ledger::find_claims(*store_->database, query)) {
      if (store_->database->failed()) break;
      found.push_back(ledger::load_kept(*store_->database, row));
    }
  }
  if (auto error = store_->database->take_error()) return *error;
  return found;
}

Result<KeptClaim> Ledger::claim(std::string_view id) const {
  KeptClaim kept;
  {
    Transaction one_moment(*store_->database, Transaction::Kind::read);
    const std::int64_t row = ledger::claim_by_prefix(*store_->database, id);
    if (!store_->database->failed()) kept = ledger::load_kept(*store_->database, row);
  }
  if (auto error = store_->database->take_error()) return *error;
  return kept;
}

Result<Dispatch> Ledger::dispatch(std::string_view id) const {
  std::string_view hex = id;
  if (hex.starts_with("sha256:")) hex.remove_prefix(7);
  Dispatch dispatch;
  {
    Transaction one_moment(*store_->database, Transaction::Kind::read);
    const auto row = store_->database->number("SELECT row_id FROM dispatches WHERE id = ?", hex);
    if (row) {
      dispatch = ledger::load_dispatch(*store_->database, *row, ledger::Parts::whole);
    } else {
      store_->database->fail({ErrorCode::not_found, {}, "no dispatch has the id '" + std::string(id) + "'"});
    }
  }
  if (auto error = store_->database->take_error()) return *error;
  return dispatch;
}

Result<LedgerSize> Ledger::size() const {
  LedgerSize size;
  {
    // A speaker counts once, whatever forms of the name and offices are kept; one without identity once for each row.
    auto rows = store_->database->select(
        "SELECT (SELECT count(*) FROM dispatches), (SELECT count(*) FROM claims), (SELECT count(*) FROM events), "
        "(SELECT count(DISTINCT CASE entity WHEN '' THEN row_id ELSE entity END) FROM sources)");
    if (rows.next()) {
      const auto count = [&](int column) { return static_cast<std::uint64_t>(rows.number(column)); };
      size = {.dispatches = count(0), .claims = count(1), .events = count(2), .sources = count(3)};
    }
  }
  if (auto error = store_->database->take_error()) return *error;
  return size;
}

}  // namespace sayso
