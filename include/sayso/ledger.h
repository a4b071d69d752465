// The ledger: one SQLite file that keeps dispatches and their claims.
//
//     auto ledger = Ledger::open("war.ledger");
//     ledger->add(reading, reader.provenance());              // whole or not at all; twice changes nothing
//     auto rows = ledger->find({.who = "Konashenkov", .text = "Izyum"});
//
//     for (const Reading& each : many) ledger->add(each, made_by, Settle::later);   // the disk is waited for once
//     ledger->settle();
//
// The format is documented table by table in docs/ledger.md. One writer at a time; readers never wait for it (WAL).
// One thread at a time uses a Ledger; a second thread opens the file a second time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso {

enum class Added : std::uint8_t {
  added,      // new address or new text
  revision,   // another version of an address already kept; the old one stays
  unchanged,  // the same bytes were there already; nothing was written
};

// When an addition reaches the disk.
enum class Settle : std::uint8_t {
  now,    // before `add` returns
  later,  // with the next `settle`; until then other writers wait
};

// A box on the globe: degrees, WGS 84. West may be greater than east (across 180°).
struct Box {
  double south = -90, west = -180, north = 90, east = 180;

  bool operator==(const Box&) const = default;
};

// Which claims: every field that is set must hold. Text fields compare without case and marks; prefix words are not
// expanded except in `text`: plain words, all of which must stand there, or an FTS5 query ("a phrase", a OR b, begin*).
// What is asked of events (where, what, box, happened) must hold together of one event at one of its places.
struct Query {
  std::string who{};    // part of the source's name, text, or the body it speaks for
  std::string side{};   // country of the source (ISO alpha-3 or English name)
  std::string where{};  // part of a place's name as printed or as resolved, or of its region; or its country, as `side`
  std::string what{};   // event type or type/mode: "ASSAULT", "CONTROL/gain"
  std::string act{};    // "deny"
  std::string outlet{};  // part of its name
  std::string text{};    // full text over content, sentence, title and source
  std::optional<Box> box{};
  std::optional<Day> said_since{};  // the said-interval touches [since, until]; an unknown one does not
  std::optional<Day> said_until{};
  std::optional<Day> happened_since{};  // an event's interval touches [since, until]; open ends are open
  std::optional<Day> happened_until{};
  bool every_copy = false;  // also claims that stand for the same words in another copy of the same report
  bool latest_only = true;  // leave out claims of revisions that a newer revision replaced
  std::uint32_t limit = 0;  // 0: all

  bool operator==(const Query&) const = default;
};

// The same claim in another copy of the report: another outlet printed the same words of the same speaker.
struct Copy {
  std::string claim{};     // Claim::id
  std::string dispatch{};  // Dispatch::id
  std::string outlet{};
  std::string url{};
  std::optional<Day> published{};

  bool operator==(const Copy&) const = default;
};

// The entry of a live page in which a claim stands.
struct KeptEntry {
  std::uint32_t position = 1;  // among the page's entries, counted from 1
  Entry entry{};

  bool operator==(const KeptEntry&) const = default;
};

// A claim as kept, with what its dispatch says about itself.
struct KeptClaim {
  Claim claim{};
  Dispatch dispatch{};  // without text, paragraphs, links, entries and raw map: these `Ledger::dispatch` gives
  std::optional<KeptEntry> entry{};  // nothing outside entries
  Provenance made_by{};
  std::uint32_t revision = 1;  // 1 = first version of its address
  bool superseded = false;     // a newer revision is kept
  std::string origin{};        // Dispatch::id of the first kept of the reports this one is a copy of; often its own
  std::vector<Copy> copies{};  // of pages not superseded, by day of publication; this claim is not among them

  bool operator==(const KeptClaim&) const = default;
};

struct LedgerSize {
  std::uint64_t dispatches = 0, claims = 0, events = 0, sources = 0;

  bool operator==(const LedgerSize&) const = default;
};

class Ledger {
 public:
  enum class Mode : std::uint8_t { create_or_write, read_only };

  // Errors: bad_ledger (not SQLite, not ours, newer version, damaged), storage, unreadable.
  static Result<Ledger> open(const std::filesystem::path& file, Mode mode = Mode::create_or_write);

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // One transaction: the dispatch with all its claims, or nothing; when it returns they are on the disk. Reading the
  // same bytes by other rules is `unchanged` too: what was once kept stays. Errors: storage, bad_ledger, too_large,
  // wrong_use (a reading that breaks a promise of its types: words that are not the bytes of their span).
  Result<Added> add(const Reading& reading, const Provenance& made_by, Settle when = Settle::now);

  // Puts on the disk what was added for later. Every such dispatch is whole or not there at all, whatever happens;
  // which transaction it came with changes no byte of the ledger. Errors: storage, and then nothing is kept of what was
  // added since the last `settle`; so it is, too, with what was never settled when the ledger is closed.
  Result<Done> settle();

  // True if this dispatch is kept (see dispatch_id): lets a caller pass over it without reading.
  Result<bool> holds(std::string_view id) const;

  // Copies of one report count once: of claims with the same words in several copies the earliest published that fits
  // is given, with the others in `copies`; unless `every_copy` is set or `latest_only` is not. In order of: day said
  // (unknown last), dispatch, position; the same whatever the order of adding was. Errors: wrong_use (an FTS query that
  // does not parse, an unknown act or country, an empty interval or box), storage, bad_ledger.
  Result<std::vector<KeptClaim>> find(const Query& query) const;

  // By id or by a prefix of at least 4 digits that fits one claim only. Errors: not_found, wrong_use (ambiguous).
  Result<KeptClaim> claim(std::string_view id) const;

  // With text, paragraphs, links, entries and raw map; by id, with or without "sha256:". Errors: not_found.
  Result<Dispatch> dispatch(std::string_view id) const;

  Result<LedgerSize> size() const;

 private:
  struct Store;
  explicit Ledger(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace sayso
