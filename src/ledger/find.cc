// Builds one SELECT from the fields of a Query that are set; every value is bound, none is written into the SQL.
//
//     {.who = "Konash", .what = "ASSAULT"}
//        ->  … WHERE (c.source IN (…) OR EXISTS (…)) AND c.row_id IN (SELECT e.claim FROM events e WHERE e.type = ?)
//
// Conditions on what happened (what, where, box, happened) hold together of one event, where and box of one of its
// places. Left out on purpose: ranking; the order is the ledger's.
#include "ledger/find.h"

#include <cmath>
#include <string>
#include <variant>

#include "base/utf8.h"
#include "ledger/country_named.h"
#include "ledger/database.h"
#include "ledger/day_text.h"
#include "ledger/words_sought.h"

namespace sayso::ledger {
namespace {

using Value = std::variant<std::int64_t, double, std::string>;

// SQL conditions joined by AND, with the values of their question marks in order.
struct Conditions {
  std::string sql{};
  std::vector<Value> values{};

  template <typename... Values>
  void add(std::string_view condition, Values&&... bound) {
    sql.append(sql.empty() ? "" : " AND ").append(condition);
    (values.emplace_back(std::forward<Values>(bound)), ...);
  }

  // `outer` with these conditions in the place of its %.
  void add_within(std::string_view outer, const Conditions& inner) {
    const std::size_t hole = outer.find('%');
    sql.append(sql.empty() ? "" : " AND ")
        .append(outer.substr(0, hole))
        .append(inner.sql)
        .append(outer.substr(hole + 1));
    values.insert(values.end(), inner.values.begin(), inner.values.end());
  }
};

class Asking {
 public:
  Asking(Database& database, const Query& query) : database_(database), query_(query) {}

  std::vector<std::int64_t> run() {
    speaker();
    words();
    dispatch();
    days_said();
    events();
    if (database_.failed()) return {};
    return rows();
  }

 private:
  void wrong(std::string message) { database_.fail({ErrorCode::wrong_use, {}, std::move(message)}); }

  void speaker() {
    if (!query_.who.empty()) {
      const std::string who = fold(query_.who);
      conditions_.add(
          "(c.source IN (SELECT row_id FROM sources WHERE instr(folded(name), ?) > 0 OR instr(folded(speaks_for), ?) > "
          "0) "
          "OR EXISTS (SELECT 1 FROM spans x WHERE x.claim = c.row_id AND x.event = 0 AND x.role = 'source' "
          "AND instr(folded(x.text), ?) > 0))",
          who, who, who);
    }
    if (!query_.side.empty()) {
      const std::string country = country_named(query_.side);
      if (country.empty())
        return wrong("no country is called '" + query_.side + "'; use its English name or ISO 3166-1 alpha-3 code");
      conditions_.add("c.source IN (SELECT row_id FROM sources WHERE country = ?)", country);
    }
    if (!query_.act.empty()) {
      if (!act_named(query_.act)) return wrong("there is no act '" + query_.act + "'");
      conditions_.add("c.act = ?", query_.act);
    }
  }

  void words() {
    if (query_.text.empty()) return;
    const std::string sought = words_sought(query_.text);
    if (sought.empty()) return wrong("'" + query_.text + "' has no word to look for");
    // By itself first: what fails here is the query's fault, not the ledger's.
    {
      auto rows = database_.select("SELECT 1 FROM claim_text WHERE claim_text MATCH ? LIMIT 1", sought);
      rows.next();
    }
    if (auto error = database_.take_error()) {
      if (error->code != ErrorCode::bad_ledger || error->message.find("malformed") != std::string::npos)
        return database_.fail(*error);
      return wrong("'" + query_.text +
                   "' is no full-text query that can be read; put words with punctuation in double quotes");
    }
    conditions_.add("c.row_id IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?)", sought);
  }

  void dispatch() {
    if (!query_.outlet.empty()) {
      conditions_.add("c.dispatch IN (SELECT row_id FROM dispatches WHERE instr(folded(outlet), ?) > 0)",
                      fold(query_.outlet));
    }
    if (query_.latest_only) {
      conditions_.add(
          "NOT EXISTS (SELECT 1 FROM dispatches n WHERE n.url = d.url AND n.url <> '' AND n.revision > d.revision)");
    }
  }

  // An interval with an open end reaches on without end; one with neither end is unknown and touches nothing.
  void touch(Conditions& conditions, const std::string& begin, const std::string& end, std::optional<Day> since,
             std::optional<Day> until) {
    if (!since && !until) return;
    if (since && until && *since > *until) return wrong("the interval ends before it begins");
    conditions.add("(" + begin + " IS NOT NULL OR " + end + " IS NOT NULL)");
    if (since) conditions.add("(" + end + " IS NULL OR " + end + " >= ?)", text_of_day(*since));
    if (until) conditions.add("(" + begin + " IS NULL OR " + begin + " <= ?)", text_of_day(*until));
  }

  void days_said() { touch(conditions_, "c.said_begin", "c.said_end", query_.said_since, query_.said_until); }

  void events() {
    Conditions event;
    if (!query_.what.empty()) {
      const std::size_t slash = query_.what.find('/');
      const std::string type = query_.what.substr(0, slash);
      const std::string mode = slash == std::string::npos ? "" : query_.what.substr(slash + 1);
      if (!type.empty()) event.add("e.type = ? COLLATE NOCASE", type);
      if (!mode.empty()) event.add("e.mode = ? COLLATE NOCASE", mode);
      if (event.sql.empty()) return wrong("'" + query_.what + "' names no type of event");
    }
    touch(event, "e.when_begin", "e.when_end", query_.happened_since, query_.happened_until);
    const bool placed = !query_.where.empty() || query_.box;
    if (!query_.where.empty()) where(event);
    if (query_.box) box(event, *query_.box);
    if (event.sql.empty()) return;
    conditions_.add_within(
        placed
            ? "c.row_id IN (SELECT e.claim FROM places p JOIN events e ON e.claim = p.claim AND e.position = p.event "
              "LEFT JOIN spans x ON x.claim = p.claim AND x.event = p.event AND x.role = 'place' AND "
              "x.position = p.position WHERE %)"
            : "c.row_id IN (SELECT e.claim FROM events e WHERE %)",
        event);
  }

  void where(Conditions& place) {
    const std::string name = fold(query_.where);
    const std::string country = country_named(query_.where);
    place.add(
        "(instr(folded(x.text), ?) > 0 OR instr(folded(p.name), ?) > 0 OR instr(folded(p.admin1), ?) > 0 "
        "OR (p.country <> '' AND p.country = ?))",
        name, name, name, country);
  }

  void box(Conditions& place, const Box& box) {
    const bool finite =
        std::isfinite(box.south) && std::isfinite(box.north) && std::isfinite(box.west) && std::isfinite(box.east);
    if (!finite || box.south > box.north) return wrong("a box needs four numbers, its south not north of its north");
    // The R*Tree holds 32-bit numbers rounded outwards: it narrows down, the exact columns decide.
    const char* narrow = box.west <= box.east ? "north >= ? AND south <= ? AND east >= ? AND west <= ?"
                                              : "north >= ? AND south <= ? AND (east >= ? OR west <= ?)";
    const char* exact = box.west <= box.east ? "p.lat BETWEEN ? AND ? AND p.lon >= ? AND p.lon <= ?"
                                             : "p.lat BETWEEN ? AND ? AND (p.lon >= ? OR p.lon <= ?)";
    place.add("p.row_id IN (SELECT place FROM place_points WHERE " + std::string(narrow) + ")", box.south, box.north,
              box.west, box.east);
    place.add(exact, box.south, box.north, box.west, box.east);
  }

  std::vector<std::int64_t> rows() {
    const bool once = query_.latest_only && !query_.every_copy;
    std::string sql = "SELECT c.row_id, coalesce(c.said_begin, c.said_end) AS said, d.id, c.position, ";
    sql += once ? "row_number() OVER (PARTITION BY ifnull(d.origin, d.row_id), ifnull(c.print, c.id) ORDER BY "
                  "d.published IS NULL, d.published, d.id, c.position)"
                : "1";
    sql += " AS place FROM claims c JOIN dispatches d ON d.row_id = c.dispatch";
    if (!conditions_.sql.empty()) sql += " WHERE " + conditions_.sql;
    // By id, not by row: the same answer whatever the order of adding was.
    sql = "SELECT row_id FROM (" + sql + ") WHERE place = 1 ORDER BY said IS NULL, said, id, position";
    if (query_.limit > 0) sql += " LIMIT ?";
    std::vector<std::int64_t> found;
    auto rows = database_.select(sql);
    int parameter = 0;
    for (const Value& value : conditions_.values) {
      std::visit([&](const auto& bound) { rows.bind(++parameter, bound); }, value);
    }
    if (query_.limit > 0) rows.bind(++parameter, query_.limit);
    while (rows.next()) found.push_back(rows.number(0));
    return found;
  }

  Database& database_;
  const Query& query_;
  Conditions conditions_;
};

}  // namespace

std::vector<std::int64_t> find_claims(Database& database, const Query& query) { return Asking(database, query).run(); }

std::int64_t claim_by_prefix(Database& database, std::string_view prefix) {
  if (const auto exact = database.number("SELECT row_id FROM claims WHERE id = ?", prefix)) return *exact;
  const auto fail = [&](ErrorCode code, std::string message) {
    database.fail({code, {}, std::move(message)});
    return std::int64_t{0};
  };
  const std::string quoted = "'" + std::string(prefix) + "'";
  if (prefix.size() < 4) return fail(ErrorCode::wrong_use, "the id of a claim needs at least 4 digits, not " + quoted);
  // Ids are ASCII: everything with the prefix sorts before the prefix and the last ASCII character.
  auto rows = database.select("SELECT row_id, id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 4", prefix,
                              std::string(prefix) + '\x7F');
  std::vector<std::int64_t> found;
  std::string ids;
  while (rows.next()) {
    found.push_back(rows.number(0));
    ids.append(ids.empty() ? "" : ", ").append(rows.text(1));
  }
  if (database.failed()) return 0;
  if (found.empty()) return fail(ErrorCode::not_found, "no claim has an id that begins with " + quoted);
  if (found.size() > 1) {
    return fail(ErrorCode::wrong_use,
                quoted + " begins the ids of several claims (" + ids + (found.size() == 4 ? ", …" : "") + ")");
  }
  return found.front();
}

}  // namespace sayso::ledger
