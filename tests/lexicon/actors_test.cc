#include "lexicon/actors.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sayso {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = fs::path(SAYSO_SOURCE_DIR) / "data" / "lexicons";

const ActorLexicon& lexicon() {
  static const ActorLexicon loaded = [] {
    auto result = ActorLexicon::load(shipped);
    if (!result) {
      ADD_FAILURE() << result.error().where << ": " << result.error().message;
      std::abort();
    }
    return std::move(*result);
  }();
  return loaded;
}

std::string printed(const char* phrase) {
  const auto value = lexicon().name_phrases().find(phrase);
  if (!value) return "-";
  const NameEntry& entry = lexicon().names()[*value];
  switch (entry.use) {
    case NameUse::actor:
      return lexicon().actors()[entry.index].id;
    case NameUse::country:
      return "country " + lexicon().countries()[entry.index].alpha3;
    case NameUse::demonym:
      return "demonym " + lexicon().countries()[entry.index].alpha3;
    case NameUse::people:
      return "people " + lexicon().countries()[entry.index].alpha3;
    case NameUse::capital:
      return "capital " + lexicon().countries()[entry.index].alpha3;
  }
  return "?";
}

TEST(ActorLexicon, ShippedFilesLoad) {
  EXPECT_GE(lexicon().countries().size(), 195U);
  EXPECT_GE(lexicon().actors().size(), 700U);
}

TEST(ActorLexicon, NamesHaveOneHead) {
  const std::pair<const char*, const char*> table[] = {
      {"Russia", "country RUS"},
      {"Russian", "demonym RUS"},
      {"Russians", "people RUS"},
      {"Moscow", "capital RUS"},
      {"Kiev", "capital UKR"},
      {"Kremlin", "gov:RUS"},
      {"U.S.", "country USA"},
      {"us", "-"},
      {"Zelenskiy", "per:volodymyr-zelenskyy"},
      {"Zelensky", "per:volodymyr-zelenskyy"},
      {"Türkiye", "country TUR"},
      {"al-Shabaab", "grp:shabaab"},
      {"Al Shabaab", "grp:shabaab"},
      {"Nato", "igo:nato"},
      {"rt", "-"},
      {"RT", "out:rt"},
      {"Varnia", "-"},
  };
  for (const auto& [phrase, expected] : table) EXPECT_EQ(printed(phrase), expected) << phrase;
}

TEST(ActorLexicon, NamesAnyBodyOfAnyCountry) {
  EXPECT_EQ(lexicon().entity("mod:RUS")->name, "Ministry of Defence of Russia");
  EXPECT_EQ(lexicon().entity("mod:RUS")->kind, EntityKind::government);
  EXPECT_EQ(lexicon().entity("gov:PHL")->name, "Government of the Philippines");
  EXPECT_EQ(lexicon().entity("mil:ISR")->name, "Israel Defense Forces");
  EXPECT_EQ(lexicon().entity("cou:USA")->name, "United States");
  EXPECT_EQ(lexicon().entity("per:igor-konashenkov")->of, "Ministry of Defence of Russia");
  EXPECT_FALSE(lexicon().entity("mod:XXX"));
  EXPECT_FALSE(lexicon().entity("nothing"));
}

// A copy of the shipped folder with one file changed.
class Changed {
 public:
  Changed(const char* file, const std::string& row, bool append = true)
      : folder_(fs::temp_directory_path() / "sayso-actor-lexicon") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const char* name : {"countries.tsv", "bodies.tsv", "actors.tsv", "roles.tsv", "nouns.tsv", "units.tsv"})
      fs::copy_file(shipped / name, folder_ / name);
    std::ofstream(folder_ / file, append ? std::ios::app : std::ios::trunc) << row;
  }
  ~Changed() { fs::remove_all(folder_); }
  std::string message() const {
    auto result = ActorLexicon::load(folder_);
    return result ? "loaded" : result.error().message;
  }
  std::string where() const {
    auto result = ActorLexicon::load(folder_);
    return result ? "" : fs::path(result.error().where).filename().string();
  }

 private:
  fs::path folder_;
};

TEST(ActorLexicon, RefusesWhatWouldMislead) {
  const std::tuple<const char*, const char*, const char*> table[] = {
      {"actors.tsv", "gov:RUS\tAgain\tgovernment\tRUS\t\t\t\n", "id 'gov:RUS' stands twice"},
      {"actors.tsv", "org:x\tHamas\torganisation\t\t\t\t\n",
       "'Hamas' already stands under another head; take one of the two out"},
      {"actors.tsv", "org:x\tIx\torganisation\t\t\t39649\t\n",
       "an alias is digits only: '39649'; a number names nobody, take it out"},
      {"actors.tsv", "org:x\tIx\torganisation\tVAR\t\t\t\n", "unknown country 'VAR'"},
      {"actors.tsv", "org:x\tIx\tclub\t\t\t\t\n", "unknown kind 'club'"},
      {"actors.tsv", "org:x\tIx\torganisation\t\torg:nowhere\t\t\n", "unknown parent 'org:nowhere'"},
      {"actors.tsv", "org:x\tIx\xFF\torganisation\t\t\t\t\n", "is not UTF-8"},
      {"actors.tsv", "org:x\tIx\torganisation\t\t\t\n", "has 6 cells, not 7 (id name kind country of aliases note)"},
      {"actors.tsv", "org:x\tIx\torganisation\t\t\ta||b\t\n", "an alias has no letters: ''; take it out"},
      {"countries.tsv", "RUS\tRU\tRuritania\t\t\t\t\t\n", "country 'RUS' stands twice"},
      {"bodies.tsv", "xx\tgovernment\tyes\tThing\tThing\n", "the name needs {} for the country"},
      {"roles.tsv", "vicar\t\tmaybe\t\t\n", "unnamed is yes or no"},
      {"nouns.tsv", "tank\ttanks\tequipment\n", "'tank' already stands under another head; take one of the two out"},
      {"units.tsv", "phalanx\t\tshape\n", "unknown use 'shape'"},
  };
  for (const auto& [file, row, expected] : table) {
    const Changed changed(file, row);
    EXPECT_EQ(changed.message(), expected) << row;
    EXPECT_TRUE(changed.where().starts_with(std::string(file) + ":")) << changed.where();
  }
}

TEST(PhraseMap, LongestAndCase) {
  lexicon::PhraseMap map;
  map.add("Islamic Republic of Iran", 7);
  map.add("Iran", 7);
  map.add("US-led coalition", 8);
  const auto at = [&](const char* text) {
    const auto match = map.longest_at(lexicon::words_of(text));
    return match ? std::to_string(match->words) + ":" + std::to_string(match->value) : "-";
  };
  EXPECT_EQ(at("Islamic Republic of Iran's army"), "4:7");
  EXPECT_EQ(at("Islamic Republic of Varnia"), "-");
  EXPECT_EQ(at("iran"), "-");
  EXPECT_EQ(at("U.S.-led coalition"), "3:8");
  EXPECT_EQ(at("us led coalition"), "-");
  EXPECT_EQ(at(""), "-");
  EXPECT_EQ(at("\xFF\xFE \xE2\x80"), "-");
}

}  // namespace
}  // namespace sayso
