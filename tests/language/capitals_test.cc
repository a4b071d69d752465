// Text in capitals -> the same bytes as they would be written with small letters. Every text is invented.
#include "language/capitals.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sayso {
namespace {

Dispatch dispatch_of(const std::string& text) {
  Dispatch dispatch;
  dispatch.text = text;
  dispatch.paragraphs.push_back({{0, static_cast<std::uint32_t>(text.size())}, ParagraphKind::body});
  return dispatch;
}

std::string small(const std::string& text) {
  static const auto usual = UsualCase::load(SAYSO_SOURCE_DIR "/data/lexicons");
  static const auto names = ActorLexicon::load(SAYSO_SOURCE_DIR "/data/lexicons");
  if (!usual) return usual.error().message;
  if (!names) return names.error().message;
  return in_small_letters(dispatch_of(text), *usual, *names).value_or("as it stands");
}

TEST(Capitals, NamesKeepTheirs) {
  EXPECT_EQ(small("THE ORLEN BATTALION SAID THAT PRESIDENT TOLEN VISITED EL SALVADOR AND KYIV."),
            "The Orlen battalion said that President Tolen visited El Salvador and Kyiv.");
  EXPECT_EQ(small("SOLDIERS OF THE ARMY KILLED TWO PEASANTS IN SAN ORLEN DE LA TOLENA ON 3 MAY."),
            "Soldiers of the army killed two peasants in San Orlen de la Tolena on 3 May.");
}

TEST(Capitals, AcronymsStay) {
  EXPECT_EQ(small("THE ORLEN FRONT [OFTL] FIRED AK-47 RIFLES. THE OFTL IS ARMED, THE U.S. SAID."),
            "The Orlen front [OFTL] fired AK-47 rifles. The OFTL is armed, the U.S. said.");
  EXPECT_EQ(small("GUERRILLAS OF THE ARMY OF NATIONAL LIBERATION (ELN) LEFT THE TOWN; THE ELN SAID SO."),
            "Guerrillas of the Army of National Liberation (ELN) left the town; the ELN said so.");
}

TEST(Capitals, NamesOfSeveralWordsAreWrittenAsTheLexiconHasThem) {
  EXPECT_EQ(small("YESTERDAY THE FMLN GUERRILLAS LEFT THE TOWN AND THE ELN REBELS TOOK A BRIDGE."),
            "Yesterday the FMLN guerrillas left the town and the ELN rebels took a bridge.");
}

TEST(Capitals, TheDatelineStays) {
  EXPECT_EQ(small("SAN ORLEN, 3 JAN 90 (TOLENA WIRE) -- [TEXT] A BOMB DESTROYED A BRIDGE NEAR THE TOWN."),
            "SAN ORLEN, 3 JAN 90 (TOLENA WIRE) -- [Text] A bomb destroyed a bridge near the town.");
}

TEST(Capitals, OtherTextIsLeftAlone) {
  EXPECT_EQ(small("The army shelled the town, officials in Orlen said on Monday after the raid."), "as it stands");
  EXPECT_EQ(small("BREAKING NEWS"), "as it stands") << "too short to tell";
  EXPECT_EQ(small(""), "as it stands");
}

TEST(Capitals, NoLetterChangesItsLength) {
  for (const std::string text :
       {"THE ARMY OF ÖRLEN SAID THE İSTOLEN BRIDGE WAS HIT; ǅ ẞ Ω WERE HIT TOO, THE ARMY SAID.",
        "АРМИЯ ОРЛЕНА СООБЩИЛА, ЧТО МОСТ БЫЛ РАЗРУШЕН ВЧЕРА НОЧЬЮ, И ЧТО ВОЙСКА ОТСТУПИЛИ ОТ ГОРОДА.",
        "\xff\xfe THE BRIDGE WAS HIT BY SHELLS OF THE ARMY, AND THE TOWN WAS LEFT WITHOUT POWER \x80"}) {
    const std::string out = small(text);
    if (out != "as it stands") {
      EXPECT_EQ(out.size(), text.size()) << text;
    }
  }
}

TEST(UsualCase, FormsFollowTheirWord) {
  const auto usual = UsualCase::load(SAYSO_SOURCE_DIR "/data/lexicons");
  ASSERT_TRUE(usual) << usual.error().message;
  EXPECT_EQ(usual->of("bomb"), Written::small);
  EXPECT_EQ(usual->of("bombings"), Written::small);
  EXPECT_EQ(usual->of("president"), Written::beside_name);
  EXPECT_EQ(usual->of("nato"), Written::capitals);
  EXPECT_EQ(usual->of("orlenska"), Written::name);
}

TEST(UsualCase, RefusesABrokenTable) {
  const auto folder = std::filesystem::temp_directory_path() / "sayso-usual-case";
  std::filesystem::create_directories(folder);
  const auto refused = [&](const std::string& rows) {
    std::ofstream(folder / "usual_case.tsv") << rows;
    const auto usual = UsualCase::load(folder);
    return usual ? std::string("taken")
                 : usual.error().where.substr(usual.error().where.rfind(':')) + " " + usual.error().message;
  };
  EXPECT_EQ(refused("# columns: word written\nabout\t\nabove\t\n"), "taken");
  EXPECT_EQ(refused("above\t\nabout\t\n"), ":2 \"about\" is not behind the word before it: rows rise by bytes");
  EXPECT_EQ(refused("about\tsmall\n"), ":1 \"small\" is none of beside-name, capitals or empty");
  EXPECT_EQ(refused("about\n"), ":1 a row is a word, a tab and how it is written");
  std::filesystem::remove_all(folder);
  EXPECT_FALSE(UsualCase::load(folder));
}

}  // namespace
}  // namespace sayso
