// Makes the gazetteer's index of its tables, and opens one that was made before.
//
//     a table changed by a byte since -> Error{bad_rule, "gazetteer.index", "was made of other tables"}; load makes
//     another
//
// Left out on purpose: abbreviations.tsv, which is small and read at each start; big-endian machines, whose bytes would
// have another checksum in another place and which therefore always make their own.
#include "lexicon/gazetteer_index.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <string>

#include "base/checksum.h"
#include "base/file.h"
#include "base/utf8.h"
#include "lexicon/gazetteer_cells.h"
#include "lexicon/place_key.h"

namespace sayso {
namespace {

using Layout = GazetteerIndex::Layout;

struct Table {
  const char* file;
  Layout layout;
  std::string_view columns;
  std::size_t cells;
};
constexpr std::string_view place_columns = "geonames name aliases lat lon country admin1 population feature";
// Regions before countries before towns: `find` keeps this order, which only matters where nothing else decides.
constexpr std::array<Table, 5> tables = {{
    {"regions.tsv", Layout::regions, "geonames name aliases lat lon country precision", 7},
    {"countries.tsv", Layout::countries, "geonames name aliases lat lon iso2 iso3 population peoples", 9},
    {"admin1.tsv", Layout::places, place_columns, 9},
    {"places.tsv", Layout::places, place_columns, 9},
    {"districts.tsv", Layout::places, place_columns, 9},
}};

constexpr std::string_view magic = "sayso.gz";
constexpr std::uint32_t version = 1;  // raise it also when place_key.cc folds in another way
constexpr std::uint64_t largest_table = 256U << 20, largest_file = 1U << 30, largest_text = 0x7FFFFFFF;

// The index while it grows.
struct Growing {
  std::string text{};
  std::array<std::uint32_t, tables.size()> ends{};
  std::vector<GazetteerIndex::Entry> entries{};
  std::vector<std::uint32_t> heads{}, countries{}, regions{};
  std::size_t rows = 0;
};

Result<Done> add_table(Growing& g, std::size_t which, const std::filesystem::path& path) {
  const Table& table = tables[which];
  auto bytes = read_file(path, largest_table);
  if (!bytes) return bytes.error();
  const auto fault = [&](std::size_t line, std::string message) {
    return Error{.code = ErrorCode::bad_rule,
                 .where = path.string() + ":" + std::to_string(line),
                 .message = std::move(message)};
  };
  if (const auto bad = first_invalid(*bytes))
    return fault(1 + static_cast<std::size_t>(
                         std::count(bytes->begin(), bytes->begin() + static_cast<std::ptrdiff_t>(*bad), '\n')),
                 "not UTF-8");
  if (g.text.size() + bytes->size() >= largest_text) return fault(1, "the tables are larger than 2 GiB");
  const std::size_t begin = g.text.size();
  g.text += *bytes;
  if (g.text.empty() || g.text.back() != '\n') g.text += '\n';
  g.ends[which] = static_cast<std::uint32_t>(g.text.size());

  bool header = false;
  std::size_t number_of_line = 0;
  GazetteerCells cells{};
  for (std::size_t at = begin; at < g.text.size();) {
    const std::size_t end = g.text.find('\n', at);
    const auto start = static_cast<std::uint32_t>(at);
    const std::string_view line = std::string_view(g.text).substr(at, end - at);
    at = end + 1;
    ++number_of_line;
    if (line.empty()) continue;
    if (line.front() == '#') {
      constexpr std::string_view mark = "# columns: ";
      if (line.starts_with(mark)) header = line.substr(mark.size()) == table.columns;
      continue;
    }
    if (!header) return fault(number_of_line, "expected the header \"# columns: " + std::string(table.columns) + "\"");
    if (cut(line, cells) != table.cells)
      return fault(number_of_line, "expected " + std::to_string(table.cells) + " cells");
    double degrees = 0;
    if (!number(cells[3], degrees) || degrees < -90 || degrees > 90)
      return fault(number_of_line, "latitude is not in -90 … 90");
    if (!number(cells[4], degrees) || degrees < -180 || degrees > 180)
      return fault(number_of_line, "longitude is not in -180 … 180");
    ++g.rows;
    any_name(cells, [&](std::string_view name) {
      if (const std::uint64_t hash = folded_hash(name)) g.entries.push_back({.hash = hash, .line = start, .next = 0});
      return false;
    });
    if (table.layout == Layout::countries) g.countries.push_back(start);
    if (table.layout == Layout::places && cells[8] == "ADM1") g.regions.push_back(start);
  }
  if (!header) return fault(1, "expected the header \"# columns: " + std::string(table.columns) + "\"");
  return Done{};
}

// Chains run from the last entry to the first, so building back to front keeps table order within a chain.
void build_chains(Growing& g) {
  g.heads.assign(std::bit_ceil(g.entries.size() + 1), 0);
  for (std::size_t i = g.entries.size(); i-- > 0;) {
    std::uint32_t& head = g.heads[g.entries[i].hash & (g.heads.size() - 1)];
    g.entries[i].next = head;
    head = static_cast<std::uint32_t>(i + 1);
  }
}

// Whether the file holds just these bytes; the line end that make adds to a last line without one is none of them.
bool holds(const std::filesystem::path& path, std::string_view bytes) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> part(std::min<std::size_t>(bytes.size() + 1, 256U << 10));
  char last = '\n';
  while (file.read(part.data(), static_cast<std::streamsize>(part.size())) || file.gcount() > 0) {
    const auto n = static_cast<std::size_t>(file.gcount());
    if (n > bytes.size() || std::memcmp(part.data(), bytes.data(), n) != 0) return false;
    bytes.remove_prefix(n);
    last = part[n - 1];
  }
  return file.eof() && (bytes.empty() || (last != '\n' && bytes == "\n"));
}

template <typename Cell>
std::span<const Cell> take(const char*& at, std::uint64_t count) {
  const auto* begin = reinterpret_cast<const Cell*>(at);  // the file begins at a page, sections at their cells' size
  at += count * sizeof(Cell);
  return {begin, static_cast<std::size_t>(count)};
}

}  // namespace

struct GazetteerIndex::Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0, tables = 0;
  std::uint64_t size = 0, checksum = 0;
  std::uint64_t rows = 0, text = 0, entries = 0, heads = 0, countries = 0, regions = 0;
  std::array<std::uint32_t, 5> ends{};
  std::array<std::uint32_t, 7> zeros{};

  std::uint64_t text_at() const {
    return sizeof(Header) + entries * sizeof(Entry) + sizeof(std::uint32_t) * (heads + countries + regions);
  }
  std::uint64_t sum(std::string_view bytes) const {
    Header plain = *this;
    plain.checksum = 0;
    Checksum sum;
    sum.add({reinterpret_cast<const char*>(&plain), sizeof plain});
    sum.add(bytes.substr(sizeof plain, text_at() - sizeof plain));
    return sum.value();
  }
};

Result<GazetteerIndex> GazetteerIndex::load(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::path beside = folder.has_filename() ? folder : folder.parent_path();
  beside += ".index";
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const auto& file : {beside, program / "gazetteer.index"})
    if (auto index = open(file, folder)) return index;
  return make(folder);
}

Result<GazetteerIndex> GazetteerIndex::make(const std::filesystem::path& folder) {
  Growing g;
  g.text.reserve(12U << 20U);
  g.entries.reserve(330'000);
  for (std::size_t i = 0; i < tables.size(); ++i)
    if (auto done = add_table(g, i, folder / tables[i].file); !done) return done.error();
  build_chains(g);

  Header header{.version = version,
                .tables = tables.size(),
                .rows = g.rows,
                .text = g.text.size(),
                .entries = g.entries.size(),
                .heads = g.heads.size(),
                .countries = g.countries.size(),
                .regions = g.regions.size(),
                .ends = g.ends};
  std::copy(magic.begin(), magic.end(), header.magic.begin());
  header.size = header.text_at() + header.text;
  GazetteerIndex index;
  index.made_.resize((header.size + 7) / 8);
  char* const begin = reinterpret_cast<char*>(index.made_.data());
  char* at = begin + sizeof header;
  const auto put = [&at](const auto& cells) {
    const std::size_t size = cells.size() * sizeof(*cells.data());
    const auto* from = reinterpret_cast<const char*>(cells.data());
    at = std::copy(from, from + size, at);
  };
  put(g.entries);
  put(g.heads);
  put(g.countries);
  put(g.regions);
  put(g.text);
  const std::string_view bytes(begin, header.size);
  header.checksum = header.sum(bytes);
  std::memcpy(begin, &header, sizeof header);
  if (auto done = index.take_apart(bytes); !done) return done.error();
  return index;
}

Result<GazetteerIndex> GazetteerIndex::open(const std::filesystem::path& file, const std::filesystem::path& folder) {
  auto mapped = map_file(file, largest_file);
  if (!mapped) return mapped.error();
  GazetteerIndex index;
  index.mapped_ = *std::move(mapped);
  auto done = index.take_apart(index.mapped_.bytes());
  if (done && !index.is_of(folder)) done = Error{ErrorCode::bad_rule, "", "was made of other tables"};
  if (done && !index.folds_alike()) done = Error{ErrorCode::bad_rule, "", "was made with other folding keys"};
  if (!done) return Error{done.error().code, file.string(), done.error().message};
  return index;
}

// Nothing is believed before the checksum is known to be right; and what a line or a chain says is looked at with care
// even then (line_at, each), so that a file made with ill will can do no harm either.
Result<Done> GazetteerIndex::take_apart(std::string_view bytes) {
  const auto fault = [](const char* why) { return Error{ErrorCode::bad_rule, "", why}; };
  static_assert(sizeof(Header) == 128 && sizeof(Entry) == 16);
  Header h;
  if (bytes.size() < sizeof h) return fault("is not an index of a gazetteer");
  std::memcpy(&h, bytes.data(), sizeof h);
  if (std::string_view(h.magic.data(), h.magic.size()) != magic) return fault("is not an index of a gazetteer");
  if (h.version != version || h.tables != tables.size()) return fault("is of another version");
  for (const std::uint64_t count : {h.rows, h.text, h.entries, h.heads, h.countries, h.regions})
    if (count > bytes.size()) return fault("is damaged: a part is larger than the whole");
  if (h.size != bytes.size() || h.text_at() + h.text != bytes.size()) return fault("is cut short or too long");
  if (h.sum(bytes) != h.checksum) return fault("is damaged: its contents do not have the checksum in its header");
  if (!std::has_single_bit(h.heads)) return fault("is damaged: its heads are no power of two");
  std::uint32_t last = 0;
  for (const std::uint32_t end : h.ends) {
    if (end < last || end > h.text) return fault("is damaged: its tables overlap");
    last = end;
  }
  rows_ = h.rows;
  ends_ = h.ends;
  const char* at = bytes.data() + sizeof h;
  entries_ = take<Entry>(at, h.entries);
  heads_ = take<std::uint32_t>(at, h.heads);
  countries_ = take<std::uint32_t>(at, h.countries);
  regions_ = take<std::uint32_t>(at, h.regions);
  text_ = {at, static_cast<std::size_t>(h.text)};
  return Done{};
}

bool GazetteerIndex::is_of(const std::filesystem::path& folder) const {
  if (ends_.back() != text_.size()) return false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (!holds(folder / tables[i].file, text_.substr(begin, ends_[i] - begin))) return false;
    begin = ends_[i];
  }
  return true;
}

// Whether this program would have hashed the names so: a look at one in 512.
bool GazetteerIndex::folds_alike() const {
  for (std::size_t i = 0; i < entries_.size(); i += 512) {
    GazetteerCells cells{};
    cut(line_at(entries_[i].line), cells);
    if (!any_name(cells, [&](std::string_view name) { return folded_hash(name) == entries_[i].hash; })) return false;
  }
  return true;
}

std::string_view GazetteerIndex::bytes() const {
  if (mapped()) return mapped_.bytes();
  return {reinterpret_cast<const char*>(made_.data()),
          static_cast<std::size_t>(text_.data() + text_.size() - reinterpret_cast<const char*>(made_.data()))};
}

std::string_view GazetteerIndex::line_at(std::uint32_t line) const {
  if (line >= text_.size()) return {};
  return text_.substr(line, text_.find('\n', line) - line);
}

GazetteerIndex::Layout GazetteerIndex::layout_of(std::uint32_t line) const {
  for (std::size_t i = 0; i < tables.size(); ++i)
    if (line < ends_[i]) return tables[i].layout;
  return Layout::places;
}

}  // namespace sayso
