// The index answers as the tables do, and one that is not of these tables, or damaged, is refused.
#include "lexicon/gazetteer_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/checksum.h"
#include "base/file.h"
#include "base/tsv.h"
#include "lexicon/gazetteer.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

fs::path world_folder() { return fs::path(SAYSO_SOURCE_DIR) / "data/gazetteer"; }

fs::path empty_folder(const std::string& name) {
  const fs::path folder = fs::path(testing::TempDir()) / ("gazetteer-index-" + name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

void write(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// A small gazetteer, its last line without a line end.
fs::path small_folder(const std::string& name) {
  const fs::path folder = empty_folder(name) / "gazetteer";
  fs::create_directories(folder);
  const std::string places = "# columns: geonames name aliases lat lon country admin1 population feature\n";
  write(folder / "regions.tsv",
        "# columns: geonames name aliases lat lon country precision\n\tKesh Strait\tStrait of Kesh\t1\t2\t\tarea\n");
  write(folder / "countries.tsv",
        "# columns: geonames name aliases lat lon iso2 iso3 population peoples\n"
        "1\tVarnia\tRepublic of Varnia\t3\t4\tVN\tVRN\t5000\tVarnian|Varni\n");
  write(folder / "admin1.tsv", places + "\tUpper Kesh\t\t3.5\t4.5\tVN\t07\t\tADM1\n");
  write(folder / "places.tsv",
        places + "7\tDovran\tDauvran|Довран\t3.25\t4.25\tVN\t07\t900\tPPLA\n8\tKesh\t\t3\t4\tVN\t07\t10\t\n");
  write(folder / "districts.tsv", places + "\tDovran County\tKesh\t3\t4\tVN\t07\t\tADM2");
  write(folder / "abbreviations.tsv", "# columns: short name country\nU.K.\tUpper Kesh\tVRN\n");
  return folder;
}

std::string index_of(const fs::path& folder) {
  const auto made = GazetteerIndex::make(folder);
  EXPECT_TRUE(made);
  return made ? std::string(made->bytes()) : "";
}

std::string print(const GazetteerPlace& p) {
  std::string out = std::to_string(p.row);
  for (const std::string_view part : {p.name, p.country, p.admin1, p.admin1_code}) (out += '|') += part;
  return out + "|" + std::to_string(p.lat) + "|" + std::to_string(p.lon) + "|" +
         std::to_string(p.geonames.value_or(0)) + "|" + std::to_string(p.population) + "|" +
         std::string(table_of(p.feature)) + std::to_string(static_cast<int>(p.feature)) +
         std::to_string(static_cast<int>(p.precision));
}

std::string answers(const Gazetteer& g, const std::string& name) {
  std::string out;
  for (const GazetteerMatch& m : g.find(name))
    out += print(m.place) + (m.exact ? " exact" : "") + (m.alias ? " alias" : "") + "\n";
  if (const auto place = g.country(name)) out += "country " + print(*place) + "\n";
  if (const auto place = g.admin1(name, "07")) out += "admin1 " + print(*place) + "\n";
  if (const auto place = g.abbreviated(name)) out += "short " + print(*place) + "\n";
  return out + std::string(g.country_of_people(name));
}

const std::vector<std::string> hostile = {"",
                                          " ",
                                          "\xff\xfe",
                                          "the ",
                                          std::string(100'000, 'a'),
                                          "\t\n",
                                          "Kesh|Dovran",
                                          "-",
                                          "'",
                                          std::string("\0a", 2),
                                          "#",
                                          "東京",
                                          "the the",
                                          "# columns: geo",
                                          "\xd0"};

TEST(GazetteerIndex, TheBuildMadeOneThatIsUsed) {
  const auto loaded = Gazetteer::load(world_folder());
  ASSERT_TRUE(loaded);
  EXPECT_TRUE(loaded->mapped());
}

TEST(GazetteerIndex, AnswersAsTheTablesDo) {
  const fs::path file = empty_folder("world") / "world.index";
  write(file, index_of(world_folder()));
  auto opened = GazetteerIndex::open(file, world_folder());
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_TRUE(opened->mapped());
  auto made = GazetteerIndex::make(world_folder());
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->mapped());
  const auto mapped = Gazetteer::of(std::move(opened).value(), world_folder());
  const auto read = Gazetteer::of(std::move(made).value(), world_folder());
  ASSERT_TRUE(mapped && read);
  EXPECT_EQ(mapped->size(), read->size());

  std::vector<std::string> names = hostile;
  for (const char* more : {"UKR", "USA", "Ukrainian", "La.", "Ont.", "Syrian", "XXX"}) names.emplace_back(more);
  std::size_t row = 0;
  for (const char* table : {"regions.tsv", "countries.tsv", "admin1.tsv", "places.tsv", "districts.tsv"}) {
    const auto bytes = read_file(world_folder() / table);
    ASSERT_TRUE(bytes);
    for (const std::string_view line : split(*bytes, '\n')) {
      if (line.empty() || line.front() == '#' || ++row % 61 != 0) continue;
      const auto cells = split(line, '\t');
      for (const std::string_view name : split(cells[2], '|')) names.emplace_back(name);
      names.emplace_back(cells[1]);
    }
  }
  EXPECT_GT(names.size(), 3000U);
  std::size_t found = 0;
  for (const std::string& name : names) {
    const std::string one = answers(*mapped, name);
    ASSERT_EQ(one, answers(*read, name)) << name;
    if (!one.empty()) ++found;
  }
  EXPECT_GT(found, 3000U);
}

TEST(GazetteerIndex, SmallOneIsFoundBesideItsFolder) {
  const fs::path folder = small_folder("beside");
  const auto read = Gazetteer::load(folder);
  ASSERT_TRUE(read) << read.error().where << read.error().message;
  EXPECT_FALSE(read->mapped());
  write(folder.string() + ".index", index_of(folder));
  for (const fs::path& name : {folder, folder / ""}) {
    const auto mapped = Gazetteer::load(name);
    ASSERT_TRUE(mapped);
    EXPECT_TRUE(mapped->mapped()) << name;
    for (const char* known : {"Dovran", "довран", "the Kesh Strait", "Kesh", "VRN", "Varni", "U.K.", "Dovran County"})
      EXPECT_EQ(answers(*mapped, known), answers(*read, known)) << known;
  }
  EXPECT_EQ(read->find("Kesh").size(), 2U);
  EXPECT_EQ(read->find("Dovran County").size(), 1U);
}

TEST(GazetteerIndex, StaleIsRefused) {
  const fs::path folder = small_folder("stale");
  const fs::path file = folder.string() + ".index";
  write(file, index_of(folder));
  ASSERT_TRUE(GazetteerIndex::open(file, folder));
  for (const char* table : {"regions.tsv", "countries.tsv", "admin1.tsv", "places.tsv", "districts.tsv"}) {
    const auto before = read_file(folder / table);
    ASSERT_TRUE(before);
    std::string other = *before;
    other[other.find("\n") + 4] = 'x';  // the same size
    for (const std::string& bytes : {other, *before + "\n", *before + "#", before->substr(0, before->size() - 2)}) {
      if (std::string(table) == "districts.tsv" && bytes == *before + "\n") continue;  // the line end make adds
      write(folder / table, bytes);
      const auto opened = GazetteerIndex::open(file, folder);
      ASSERT_FALSE(opened) << table;
      EXPECT_EQ(opened.error().message, "was made of other tables");
      EXPECT_EQ(opened.error().where, file.string());
    }
    write(folder / table, other);
    const auto loaded = Gazetteer::load(folder);
    EXPECT_FALSE(loaded && loaded->mapped()) << table;
    fs::remove(folder / table);
    EXPECT_FALSE(GazetteerIndex::open(file, folder)) << table;
    EXPECT_FALSE(Gazetteer::load(folder)) << table;
    write(folder / table, *before);
  }
  EXPECT_TRUE(Gazetteer::load(folder)->mapped());
}

TEST(GazetteerIndex, CutShortIsRefused) {
  const fs::path folder = small_folder("cut");
  const fs::path file = folder.string() + ".index";
  const std::string whole = index_of(folder);
  const auto refused = [&](const std::string& bytes) {
    write(file, bytes);
    EXPECT_FALSE(GazetteerIndex::open(file, folder)) << bytes.size();
  };
  for (std::size_t i = 0; i < 64; ++i) refused(whole.substr(0, whole.size() * i / 64));
  for (std::size_t i = 1; i < 200; ++i) refused(whole.substr(0, whole.size() - i));
  refused(whole + '\0');
  refused(std::string(4096, '\0'));
  const auto loaded = Gazetteer::load(folder);
  ASSERT_TRUE(loaded);
  EXPECT_FALSE(loaded->mapped());
  fs::remove(file);
  fs::create_directories(file);
  EXPECT_TRUE(Gazetteer::load(folder));
}

TEST(GazetteerIndex, EveryFlippedBitIsRefused) {
  const fs::path folder = small_folder("flipped");
  const fs::path file = folder.string() + ".index";
  const std::string whole = index_of(folder);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string bytes = whole;
    bytes[i] = static_cast<char>(bytes[i] ^ (1 << (i % 8)));
    write(file, bytes);
    EXPECT_FALSE(GazetteerIndex::open(file, folder)) << i;
  }
}

// One made with ill will, its checksum right: whatever it answers, it ends and stays within its bytes.
TEST(GazetteerIndex, ForgedDoesNoHarm) {
  const fs::path folder = small_folder("forged");
  const fs::path file = folder.string() + ".index";
  const std::string whole = index_of(folder);
  std::uint64_t text = 0;
  std::memcpy(&text, whole.data() + 40, sizeof text);
  const std::size_t until = whole.size() - text;
  for (std::size_t i = 8; i + 4 <= until; i += 4)
    for (const std::uint32_t value : {0U, 1U, 2U, 3U, 0x7FFFFFFFU, 0xFFFFFFFFU, 64U, 300U}) {
      std::string bytes = whole;
      std::memcpy(bytes.data() + i, &value, sizeof value);
      std::memset(bytes.data() + 24, 0, 8);
      Checksum sum;
      sum.add(std::string_view(bytes).substr(0, until));
      const std::uint64_t right = sum.value();
      std::memcpy(bytes.data() + 24, &right, sizeof right);
      write(file, bytes);
      auto opened = GazetteerIndex::open(file, folder);
      if (!opened) continue;
      const auto forged = Gazetteer::of(std::move(opened).value(), folder);
      if (!forged) continue;
      for (const char* name : {"Dovran", "Kesh", "VRN", "Varnian", "U.K.", "Kesh Strait", "VN"}) answers(*forged, name);
    }
}

}  // namespace
}  // namespace sayso
