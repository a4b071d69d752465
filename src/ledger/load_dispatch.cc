// One row of dispatches and what hangs on it -> Dispatch.
//
// Left out on purpose: claims (load_claim.cc).
#include "ledger/database.h"
#include "ledger/load.h"
#include "ledger/raw_map.h"

namespace sayso::ledger {
namespace {

void load_metadata(Database& database, std::int64_t row, Dispatch& dispatch) {
  auto rows = database.select("SELECT field, rule, begin_byte, end_byte FROM metadata WHERE dispatch = ?", row);
  while (rows.next()) {
    const std::string field = rows.text(0);
    Found* found = field == "outlet"      ? &dispatch.outlet
                   : field == "title"     ? &dispatch.title
                   : field == "byline"    ? &dispatch.byline
                   : field == "credit"    ? &dispatch.credit
                   : field == "language"  ? &dispatch.language
                   : field == "published" ? &dispatch.published_as
                   : field == "modified"  ? &dispatch.modified_as
                                          : nullptr;
    if (found == nullptr) return database.damaged("metadata of an unknown field '" + field + "'");
    found->rule = rows.text(1);
    found->span = rows.optional_span(2);
  }
}

// A time of day and, in the column behind it, its zone.
std::optional<Clock> clock_in(Database& database, const Rows& rows, int column) {
  if (rows.null(column)) return std::nullopt;
  const std::string written = rows.text(column);
  std::optional<Clock> clock = clock_of_iso(written);
  if (!clock || iso_time(*clock) != written) {
    database.damaged("no such time of day: '" + written + "'");
  } else if (const auto zone = rows.optional_number(column + 1)) {
    clock->ahead = std::chrono::minutes{*zone};
  }
  return clock;
}

constexpr std::string_view entry_columns =
    "n.day, n.clock, n.zone, n.title, n.title_rule, n.title_begin, n.title_end, n.written_as, n.written_rule, "
    "n.written_begin, n.written_end, n.begin_byte, n.end_byte, n.position";

Entry entry_in(Database& database, const Rows& rows) {
  return {
      .span = rows.span(11),
      .day = rows.day(0).value_or(Day{}),
      .clock = clock_in(database, rows, 1),
      .title = {.value = rows.text(3), .rule = rows.text(4), .span = rows.optional_span(5)},
      .as = {.value = rows.text(7), .rule = rows.text(8), .span = rows.optional_span(9)},
  };
}

void load_body(Database& database, std::int64_t row, Dispatch& dispatch) {
  {
    auto rows = database.select("SELECT text, raw_map FROM dispatches WHERE row_id = ?", row);
    if (!rows.next()) return;
    dispatch.text = rows.text(0);
    auto map = unpack(rows.blob(1));
    if (!map) return database.damaged("a raw map cannot be unpacked");
    dispatch.raw = std::move(*map);
  }
  auto paragraphs =
      database.select("SELECT kind, begin_byte, end_byte FROM paragraphs WHERE dispatch = ? ORDER BY position", row);
  while (paragraphs.next()) {
    const auto kind = paragraph_kind_named(paragraphs.text(0));
    if (!kind) return database.damaged("a paragraph of an unknown kind");
    dispatch.paragraphs.push_back({.span = paragraphs.span(1), .kind = *kind});
  }
  auto links = database.select(
      "SELECT url, related, begin_byte, end_byte FROM hyperlinks WHERE dispatch = ? ORDER BY position", row);
  while (links.next())
    dispatch.links.push_back({.span = links.span(2), .url = links.text(0), .related = links.flag(1)});
  auto entries = database.select(
      "SELECT " + std::string(entry_columns) + " FROM entries n WHERE n.dispatch = ? ORDER BY n.position", row);
  while (entries.next()) dispatch.entries.push_back(entry_in(database, entries));
}

}  // namespace

std::optional<KeptEntry> load_entry(Database& database, std::int64_t claim_row) {
  auto rows = database.select(
      "SELECT " + std::string(entry_columns) + " FROM claims c JOIN entries n ON n.row_id = c.entry WHERE c.row_id = ?",
      claim_row);
  if (!rows.next()) return std::nullopt;
  return KeptEntry{.position = rows.small_number(13), .entry = entry_in(database, rows)};
}

Dispatch load_dispatch(Database& database, std::int64_t row, Parts parts) {
  Dispatch dispatch;
  {
    auto rows = database.select(
        "SELECT id, sha256, path, format, encoding, raw_size, url, title, outlet, byline, credit, language, published, "
        "published_as, published_clock, published_zone, modified, modified_as, modified_clock, modified_zone "
        "FROM dispatches WHERE row_id = ?",
        row);
    if (!rows.next()) {
      database.damaged("a dispatch is missing");
      return dispatch;
    }
    dispatch.id = "sha256:" + rows.text(0);
    dispatch.sha256 = rows.text(1);
    dispatch.path = rows.text(2);
    dispatch.format = rows.text(3);
    dispatch.encoding = rows.text(4);
    dispatch.raw_size = static_cast<std::uint64_t>(rows.number(5));
    dispatch.url = rows.text(6);
    dispatch.title.value = rows.text(7);
    dispatch.outlet.value = rows.text(8);
    dispatch.byline.value = rows.text(9);
    dispatch.credit.value = rows.text(10);
    dispatch.language.value = rows.text(11);
    dispatch.published = rows.day(12);
    dispatch.published_as.value = rows.text(13);
    dispatch.published_clock = clock_in(database, rows, 14);
    dispatch.modified = rows.day(16);
    dispatch.modified_as.value = rows.text(17);
    dispatch.modified_clock = clock_in(database, rows, 18);
  }
  auto authors = database.select("SELECT name FROM dispatch_authors WHERE dispatch = ? ORDER BY position", row);
  while (authors.next()) dispatch.authors.push_back(authors.text(0));
  load_metadata(database, row, dispatch);
  auto notes = database.select("SELECT note FROM dispatch_notes WHERE dispatch = ? ORDER BY position", row);
  while (notes.next()) dispatch.notes.push_back(notes.text(0));
  if (parts == Parts::whole) load_body(database, row, dispatch);
  return dispatch;
}

}  // namespace sayso::ledger
