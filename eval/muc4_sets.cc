// Looks words up in the lists: the head first, then the words before it from right to left.
//
//     {"embassy", "facility"}: "facility" is any building, "embassy" says whose -> DIPLOMAT OFFICE OR RESIDENCE
//
// Left out on purpose: names ("El Espectador") whose kind only the world knows.
#include "muc4_sets.h"

#include <algorithm>
#include <array>

#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

struct Nouns {
  std::string_view value;
  std::string_view words;  // lemmas between spaces, a space at both ends
};

// Nouns that say what kind they are wherever they stand in the phrase.
constexpr std::array targets{
    Nouns{"DIPLOMAT OFFICE OR RESIDENCE", " embassy consulate ambassador diplomat "},
    Nouns{"LAW ENFORCEMENT FACILITY", " police cai penitentiary prison jail "},
    Nouns{"FINANCIAL", " bank financial "},
    Nouns{"ENERGY",
          " electric electrical electricity power energy tower pylon pipeline transformer oil refinery substation "
          "dam hydroelectric gas fuel pole "},
    Nouns{"WATER", " water aqueduct "},
    Nouns{"COMMUNICATIONS",
          " telephone radio television newspaper telecommunication communication exchange antenna relay tv daily "},
    Nouns{
        "TRANSPORT VEHICLE",
        " transportation vehicle car bus truck plane airplane aircraft airliner helicopter train ambulance locomotive "
        "automobile motorcade jeep boat ship motorcycle van taxi pickup "},
    Nouns{"TRANSPORTATION FACILITY", " airport port terminal railroad "},
    Nouns{"TRANSPORTATION ROUTE", " bridge highway road railway airstrip street avenue tunnel "},
    Nouns{"COMMERCIAL",
          " store shop restaurant hotel market supermarket dealership theater brothel factory drugstore pharmacy "
          "mall business discotheque firm company cinema bar kiosk warehouse "},
    Nouns{"GOVERNMENT OFFICE OR RESIDENCE",
          " ministry presidential congress assembly court courthouse mayor mayoralty municipal "
          "government municipality president minister palace hall registry presidency municipio customs treasury "},
    Nouns{"POLITICAL FIGURE OFFICE OR RESIDENCE", " candidate party deputy senator "},
    Nouns{"ORGANIZATION OFFICE", " union federation organization headquarters institute "},
    Nouns{"CIVILIAN RESIDENCE", " house home residence apartment dwelling hut shack kitchen condominium "},
    Nouns{"OTHER",
          " church school university farm building facility property office cathedral temple hospital camp clinic "
          "library "
          "installation center premises estate plantation mine crop monument statue property site stand tree field "
          "crops establishment enterprise branch facade monastery club studio campus "},
};

constexpr std::array humans{
    Nouns{"DIPLOMAT", " ambassador diplomat consul attache "},
    Nouns{"LEGAL OR JUDICIAL", " judge magistrate lawyer attorney prosecutor jurist judicial investigator justice "},
    Nouns{"SECURITY GUARD", " bodyguard guard watchman escort doorman "},
    Nouns{"LAW ENFORCEMENT", " policeman police policemen patrolman detective "},
    Nouns{"GOVERNMENT OFFICIAL",
          " mayor minister president governor official councilman congressman deputy senator vice "
          "councillor authority legislator government ex-mayor secretary "},
    Nouns{"POLITICAL FIGURE", " candidate hopeful politician leader activist militant party supporter "},
    Nouns{"ACTIVE MILITARY",
          " soldier sergeant corporal lieutenant captain major colonel general troop officer sailor marine recruit "
          "unit military army serviceman cadet garrison battalion patrol brigade personnel paratrooper "},
    Nouns{"CIVILIAN",
          " priest people person peasant civilian woman man child girl boy student journalist driver citizen "
          "worker employee villager resident passerby bystander reporter newsman newspaperman cameraman industrialist "
          "businessman merchant cook maid daughter son wife husband mother father brother sister professor teacher "
          "doctor physician nurse farmer rancher landowner passenger unionist nun bishop archbishop monsignor jesuit "
          "missionary american tourist technician engineer adviser advisor executive manager director dentist "
          "economist photographer editor relative companion family inhabitant refugee repatriate youth minor baby "
          "infant victim hostage dead wounded injured population neighbor miner mineworker fisherman owner clerk "
          "shopkeeper traveler pedestrian laborer indian native cardinal seminarian member human-rights rector dean "
          "salvadoran spaniard foreigner other individual lady catechist professional couple mercenary criminal hitman "
          "elder farmhand cattleman banker artist singer athlete player columnist correspondent guest vendor seaman "
          "servant publisher salesman anthropologist baker announcer actor impresario magnate "},
};

constexpr std::array instruments{
    Nouns{"MACHINE GUN", " machinegun machine-gun submachinegun submachine ak-47 uzi machine "},
    Nouns{"MORTAR", " mortar "},
    Nouns{"HANDGUN", " pistol revolver handgun "},
    Nouns{"RIFLE", " rifle carbine m-16 galil "},
    Nouns{"GRENADE", " grenade "},
    Nouns{"MOLOTOV COCKTAIL", " molotov cocktail "},
    Nouns{"DYNAMITE", " dynamite "},
    Nouns{"MINE", " mine landmine "},
    Nouns{"ROCKET", " rocket "},
    Nouns{"MISSILE", " missile "},
    Nouns{"BOMB", " bomb firebomb "},
    Nouns{"EXPLOSIVE", " explosive rpg tnt rpg-7 rpg-2 device charge booby-trap "},
    Nouns{"GUN", " gun firearm weapon shotgun bullet gunfire "},
    Nouns{"CUTTING DEVICE", " knife machete ax axe "},
    Nouns{"STONE", " stone rock "},
};

template <std::size_t Size>
std::string_view value_listed(const std::array<Nouns, Size>& lists, std::string_view lemma) {
  const std::string sought = " " + std::string(lemma) + " ";
  for (const Nouns& list : lists)
    if (list.words.find(sought) != std::string_view::npos) return list.value;
  return {};
}

// `words` as in the lists above: parted by spaces, one before the first and one behind the last.
bool holds_word(std::string_view words, std::string_view lemma) {
  return words.find(" " + std::string(lemma) + " ") != std::string_view::npos;
}

}  // namespace

std::string_view target_type_of(const std::vector<std::string>& lemmas) {
  if (lemmas.empty()) return {};
  const std::string_view head = value_listed(targets, lemmas.back());
  // Of people and doings no word before them makes a thing: "police attack", "bank employees".
  constexpr std::string_view buildings =
      " office building facility residence home house headquarters installation branch post station "
      "plant line system network property premises center site grid company tower pole base "
      "booth box academy transmitter ";
  if (head.empty() && !holds_word(buildings, lemmas.back())) return {};
  if (holds_word(" union federation organization party government police ", lemmas.back()))
    return {};  // people, not their rooms
  if (!head.empty() && !holds_word(buildings, lemmas.back()) && head != "OTHER") return head;
  for (std::size_t i = lemmas.size() - 1; i-- > 0;)
    if (const std::string_view value = value_listed(targets, lemmas[i]); !value.empty() && value != "OTHER")
      return value;
  return head.empty() ? std::string_view("OTHER") : head;
}

std::string_view human_type_of(const std::vector<std::string>& lemmas) {
  if (lemmas.empty()) return {};
  const std::string_view head = value_listed(humans, lemmas.back());
  if (head.empty()) return {};
  const auto has = [&](std::string_view word) { return std::find(lemmas.begin(), lemmas.end(), word) != lemmas.end(); };
  if (lemmas.back() == "general" && lemmas.size() > 1 &&
      is_one_of(lemmas[lemmas.size() - 2], {"secretary", "attorney", "director", "comptroller", "solicitor"}))
    return "GOVERNMENT OFFICIAL";
  if (has("former") || has("ex") || has("retired")) {
    if (head == "GOVERNMENT OFFICIAL") return "FORMER GOVERNMENT OFFICIAL";
    if (head == "ACTIVE MILITARY") return "FORMER ACTIVE MILITARY";
  }
  if (head == "POLITICAL FIGURE" || head == "CIVILIAN")
    for (const std::string_view force :
         {"army", "patrol", "battalion", "brigade", "platoon", "paratrooper", "garrison"})
      if (has(force)) return "ACTIVE MILITARY";
  if ((head == "ACTIVE MILITARY" || head == "CIVILIAN" || head == "SECURITY GUARD") && has("police"))
    return "LAW ENFORCEMENT";
  if (head == "SECURITY GUARD" && has("national")) return "ACTIVE MILITARY";
  if (has("embassy") && (head == "GOVERNMENT OFFICIAL" || head == "ACTIVE MILITARY")) return "DIPLOMAT";
  if (has("union") && head == "POLITICAL FIGURE") return "CIVILIAN";
  return head;
}

std::string_view instrument_type_of(const std::vector<std::string>& lemmas) {
  for (std::size_t i = lemmas.size(); i-- > 0;) {
    const std::string_view value = value_listed(instruments, lemmas[i]);
    if (value.empty()) continue;
    const bool of_vehicle = i > 0 && holds_word(" car bus truck vehicle ", lemmas[i - 1]);
    const bool dynamite = std::find(lemmas.begin(), lemmas.end(), "dynamite") != lemmas.end();
    if (value == "BOMB" && of_vehicle) return "VEHICLE BOMB";
    return dynamite && (value == "EXPLOSIVE" || value == "BOMB") ? std::string_view("DYNAMITE") : value;
  }
  return {};
}

bool is_force(const std::vector<std::string>& lemmas) {
  const std::string_view type = lemmas.empty() ? std::string_view() : human_type_of({lemmas.back()});
  return type == "ACTIVE MILITARY" || type == "LAW ENFORCEMENT" ||
         (!lemmas.empty() && holds_word(" army troop force guard patrol ", lemmas.back()));
}

bool is_fighter(const std::vector<std::string>& lemmas) {
  return !lemmas.empty() && holds_word(
                                " guerrilla guerilla terrorist rebel subversive extremist trafficker gunman insurgent "
                                "contra hitman assassin "
                                "kidnapper criminal delinquent mafia drug-trafficker narcotrafficker narcoterrorist "
                                "paramilitary squad commando "
                                "column sicario attacker cartel insurgency bandit ",
                                lemmas.back());
}

}  // namespace sayso::eval
