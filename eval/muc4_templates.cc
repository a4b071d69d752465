// Writes incidents into the slots of MUC-4, and leaves out those that the conference did not ask for.
//
//     {KIDNAPPING, people {mayor of Kesh}, individuals {armed men}} -> 4. KIDNAPPING, 9. "ARMED MEN", 19. "MAYOR OF
//     KESH" …
//
// Asked for are attacks on others than armed forces and armed groups, in or upon nine countries of Latin America, of
// the last two months, told of in particular (template-doc-part1, 1.0).
#include "muc4_templates.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "muc4_incidents.h"
#include "muc4_joining.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

struct KeyCountry {
  std::string_view code, name, people, capital;
};
constexpr std::array key_countries{
    KeyCountry{"SLV", "EL SALVADOR", "SALVADORAN", "SAN SALVADOR"},
    KeyCountry{"GTM", "GUATEMALA", "GUATEMALAN", "GUATEMALA CITY"},
    KeyCountry{"HND", "HONDURAS", "HONDURAN", "TEGUCIGALPA"},
    KeyCountry{"ARG", "ARGENTINA", "ARGENTINE", "BUENOS AIRES"},
    KeyCountry{"BOL", "BOLIVIA", "BOLIVIAN", "LA PAZ"},
    KeyCountry{"CHL", "CHILE", "CHILEAN", "SANTIAGO"},
    KeyCountry{"COL", "COLOMBIA", "COLOMBIAN", "BOGOTA"},
    KeyCountry{"ECU", "ECUADOR", "ECUADORAN", "QUITO"},
    KeyCountry{"PER", "PERU", "PERUVIAN", "LIMA"},
};
std::string_view country_named(std::string_view code) {
  const auto* found =
      std::find_if(key_countries.begin(), key_countries.end(), [&](const KeyCountry& one) { return one.code == code; });
  return found == key_countries.end() ? std::string_view() : found->name;
}

// The one of the nine countries that the dispatch is most about: its name, people and capital, and places in it.
std::string home_country(const Reading& reading) {
  const std::string text = upper(reading.dispatch.text);
  std::string best;
  std::size_t most = 0;
  for (const KeyCountry& country : key_countries) {
    std::size_t times = 0;
    for (const std::string_view word : {country.name, country.people, country.capital})
      for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++times;
    for (const PlaceMention& mention : reading.mentions.places) times += mention.place.country == country.code;
    if (times > most) best = country.code, most = times;
  }
  return best;
}

std::string written_day(Day day) {
  constexpr std::array months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  const std::chrono::year_month_day date{day};
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(static_cast<unsigned>(date.day())) + " " + months.at(static_cast<unsigned>(date.month()) - 1) + " " +
         two(static_cast<unsigned>(static_cast<int>(date.year()) % 100));
}

std::string date_of(const Incident& incident, const Dispatch& dispatch) {
  const auto& when = incident.when;
  // "Last Wednesday" is for the conference no more than "before today" (template-doc-part1, 7.3).
  const bool weekday = when && when->rule.find("weekday") != std::string::npos;
  if (when && when->begin && when->end && !weekday) {
    if (*when->begin == *when->end) return written_day(*when->begin);
    const bool to_now = dispatch.published && *when->end >= *dispatch.published;
    if (*when->end - *when->begin <= std::chrono::days{62})
      return written_day(*when->begin) + " - " + written_day(to_now ? *dispatch.published : *when->end);
  }
  if (dispatch.published) return "- " + written_day(*dispatch.published);
  return {};
}

struct Named {
  std::string name{}, kind{};
};

// "NORTHERN USULUTAN DEPARTMENT" -> USULUTAN, DEPARTMENT.
Named name_and_kind(const Place& place) {
  Named named{upper(place.text), {}};
  for (const std::string_view kind : {"DEPARTMENT", "PROVINCE", "MUNICIPALITY", "NEIGHBORHOOD", "DISTRICT", "CANTON",
                                      "VILLAGE", "TOWN", "REGION", "CITY"})
    for (const std::string& ending : {" " + std::string(kind), " " + std::string(kind) + "S"})
      if (named.name.ends_with(ending)) named.name.resize(named.name.size() - ending.size()), named.kind = kind;
  if (const std::size_t of = named.name.find(" OF ");
      of != std::string::npos && named.kind.empty() && named.name.size() > of + 4)
    named.name.erase(0, of + 4);
  for (const std::string_view side :
       {"NORTHERN ", "SOUTHERN ", "EASTERN ", "WESTERN ", "CENTRAL ", "NORTHWESTERN ", "NORTHEASTERN ", "SOUTHWESTERN ",
        "SOUTHEASTERN ", "DOWNTOWN ", "NORTH ", "SOUTH ", "EAST ", "WEST ", "NORTHWEST ", "NORTHEAST "})
    if (named.name.starts_with(side)) named.name.erase(0, side.size());
  if (named.name == "GUATEMALA" && named.kind == "CITY") named.name = "GUATEMALA CITY";
  if (named.name == "GUATEMALA CITY" || named.name == "PANAMA" || named.name == "MEXICO") named.kind = "CITY";
  if (named.kind.empty() && (place.precision == PlacePrecision::region)) named.kind = "DEPARTMENT";
  return named;
}

std::string location_of(const Incident& incident, const std::string& home) {
  std::string country = home;
  for (const Place& place : incident.places)
    if (!country_named(place.country).empty()) {
      country = place.country;
      break;
    }
  std::string out(country_named(country));
  if (out.empty()) return {};
  std::string region, town, part, town_region;
  for (const Place& place : incident.places) {
    if (place.precision == PlacePrecision::country || (!place.country.empty() && place.country != country)) continue;
    Named named = name_and_kind(place);
    if (named.name == country_named(country)) continue;
    if (named.kind.empty() && place.name.empty()) continue;
    const bool wide = is_one_of(named.kind, {"DEPARTMENT", "PROVINCE", "REGION"});
    const bool narrow = is_one_of(named.kind, {"NEIGHBORHOOD", "DISTRICT", "CANTON", "VILLAGE"});
    if (wide && !town.empty() && region.empty() && !town_region.empty() && named.name != town_region) continue;
    std::string& at = wide ? region : narrow ? part : town;
    if (!at.empty()) continue;
    at = ": " + named.name + " (" + (named.kind.empty() ? "CITY" : named.kind) + ")";
    if (&at == &town) town_region = upper(fold(place.admin1));
  }
  return out + region + town + part;
}

// "people", "others": most often those that are told of in particular elsewhere.
bool is_anybody(const Person& person) {
  return person.name.empty() && is_one_of(person.description, {"PEOPLE", "PERSON", "PERSONS", "OTHERS", "OTHER",
                                                               "CIVILIANS", "CIVILIAN", "VICTIMS", "VICTIM", "MEN",
                                                               "MAN", "MEMBERS", "WOUNDED", "DEAD", "INDIVIDUALS"});
}

bool is_population(const Person& person) {
  if (!person.name.empty() || person.number != "PLURAL")
    return person.name.empty() && person.description.find("POPULATION") != std::string::npos;
  const std::size_t space = person.description.rfind(' ');
  const std::string_view last = std::string_view(person.description).substr(space == std::string::npos ? 0 : space + 1);
  return is_anybody(person) ||
         std::any_of(key_countries.begin(), key_countries.end(),
                     [&](const KeyCountry& country) { return last == std::string(country.people) + "S"; }) ||
         is_one_of(last, {"PEOPLE", "POPULATION", "CIVILIANS", "CHILDREN", "WOMEN", "CITIZENS", "PEASANTS", "WORKERS",
                          "PERSONS", "LEADERS", "FAMILIES", "OFFICIALS", "POLITICIANS", "RESIDENTS"});
}

// Planes that are shot at are most often an air force's, those that are blown up an airline's.
bool is_military(std::string_view thing, std::string_view type) {
  if (type != "BOMBING")
    for (const std::string_view plane : {"PLANE", "AIRCRAFT"})
      if (thing.find(plane) != std::string_view::npos) return true;
  for (const std::string_view word :
       {"MILITARY", "ARMY", "AIR FORCE", "ARMED FORCES", "GARRISON", "BARRACKS", "BASE", "POLICE", "HELICOPTER",
        "PATROL", "BRIGADE", "BATTALION", "DETACHMENT", "NATIONAL GUARD", "CIVIL DEFENSE", "ARMORED", "COMBAT"})
    if (thing.find(word) != std::string_view::npos) return true;
  return false;
}

bool is_relevant(const Incident& incident, const Dispatch& dispatch, const std::string& home) {
  bool civilian = false, armed = false;
  for (const Person& person : incident.people)
    (person.type == "FIGHTER" || person.type == "ACTIVE MILITARY" || person.type == "LAW ENFORCEMENT" ? armed
                                                                                                      : civilian) =
        true;
  for (const Thing& thing : incident.things) (is_military(thing.text, incident.type) ? armed : civilian) = true;
  const bool day = is_day(incident.when);
  const bool town = std::any_of(incident.places.begin(), incident.places.end(),
                                [](const Place& place) { return place.precision != PlacePrecision::country; });
  const bool somebody = !incident.individuals.empty() || !incident.organizations.empty();
  // Of an attack on nobody knows what enough is known if it is told who did it, on what day and where.
  if (!civilian && (armed || !(day && town && somebody))) return false;
  // A population in general, at no time and no place in particular.
  if (!day && !town && incident.things.empty() &&
      std::all_of(incident.people.begin(), incident.people.end(),
                  [](const Person& person) { return is_population(person); }))
    return false;
  // Something must be told of it beside that it was.
  const bool told = (incident.when && incident.when->begin) || somebody || !incident.weapons.empty() || town ||
                    std::any_of(incident.people.begin(), incident.people.end(),
                                [](const Person& person) { return !person.name.empty() || !person.effects.empty(); });
  if (!told) return false;
  if (dispatch.published && incident.when && incident.when->end &&
      *dispatch.published - *incident.when->end > std::chrono::days{62})
    return false;
  const auto elsewhere = [](const Place& place) {
    return !place.country.empty() && country_named(place.country).empty();
  };
  if (!incident.places.empty() && std::all_of(incident.places.begin(), incident.places.end(), elsewhere)) return false;
  return !home.empty();
}

// Nations as the list of foreign nations names them.
std::string_view nation_named(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> others{{{"USA", "UNITED STATES"},
                                                                                  {"ESP", "SPAIN"},
                                                                                  {"FRA", "FRANCE"},
                                                                                  {"GBR", "UNITED KINGDOM"},
                                                                                  {"DEU", "GERMANY"},
                                                                                  {"ITA", "ITALY"},
                                                                                  {"NIC", "NICARAGUA"},
                                                                                  {"CUB", "CUBA"},
                                                                                  {"MEX", "MEXICO"},
                                                                                  {"BRA", "BRAZIL"},
                                                                                  {"VEN", "VENEZUELA"},
                                                                                  {"PAN", "PANAMA"},
                                                                                  {"NLD", "NETHERLANDS"},
                                                                                  {"JPN", "JAPAN"},
                                                                                  {"ISR", "ISRAEL"},
                                                                                  {"IRL", "IRELAND"}}};
  if (const std::string_view one = country_named(code); !one.empty()) return one;
  for (const auto& [other, name] : others)
    if (other == code) return name;
  return {};
}

void put_fill(ResponseTemplate& out, Slot slot, std::string value, std::string tag = {}) {
  if (value.empty()) return;
  out.slots[slot].push_back({std::move(value), std::move(tag)});
}

std::string_view name_of(Confidence confidence) {
  constexpr std::array<std::string_view, 5> names{"POSSIBLE", "REPORTED AS FACT", "SUSPECTED OR ACCUSED",
                                                  "SUSPECTED OR ACCUSED BY AUTHORITIES", "CLAIMED OR ADMITTED"};
  return names.at(static_cast<std::size_t>(confidence));
}

ResponseTemplate fill(const Incident& incident, const Reading& reading, std::string_view message,
                      const std::string& home) {
  ResponseTemplate out;
  out.message = message;
  put_fill(out, Slot::date, date_of(incident, reading.dispatch));
  put_fill(out, Slot::location, location_of(incident, home));
  put_fill(out, Slot::type, incident.type);
  put_fill(out, Slot::stage, incident.stage);
  std::vector<Weapon> weapons = incident.weapons;
  if (incident.type == "BOMBING" && std::none_of(weapons.begin(), weapons.end(), [](const Weapon& weapon) {
        return is_one_of(weapon.type, {"BOMB", "DYNAMITE", "VEHICLE BOMB", "EXPLOSIVE", "MINE", "GRENADE"});
      }))
    weapons.push_back({"", "BOMB"});
  const bool no_weapon = incident.type == "KIDNAPPING" || incident.type == "ARSON";
  if (!no_weapon)
    for (const Weapon& weapon : weapons) {
      put_fill(out, Slot::instrument_id, weapon.text);
      put_fill(out, Slot::instrument_type, weapon.type, weapon.text.empty() ? "-" : weapon.text);
    }
  bool state = false, others = false;
  for (const Individual& one : incident.individuals) (one.of_state ? state : others) = true;
  for (const Organization& one : incident.organizations) (one.of_state ? state : others) = true;
  put_fill(out, Slot::category, state && !others ? "STATE-SPONSORED VIOLENCE" : "TERRORIST ACT");
  for (const Individual& one : incident.individuals) put_fill(out, Slot::perp_individual, one.text);
  for (const Organization& one : incident.organizations) {
    put_fill(out, Slot::perp_organization, one.text);
    put_fill(out, Slot::confidence, std::string(name_of(one.confidence)), one.text);
  }
  std::string at = home;
  for (const Place& place : incident.places)
    if (!place.country.empty()) {
      at = place.country;
      break;
    }
  for (const Thing& thing : incident.things) {
    put_fill(out, Slot::target_id, thing.text);
    put_fill(out, Slot::target_type, thing.type, thing.text);
    put_fill(out, Slot::target_number, thing.number, thing.text);
    if (thing.nation != at) put_fill(out, Slot::target_nation, std::string(nation_named(thing.nation)), thing.text);
    for (const std::string& effect : thing.effects) put_fill(out, Slot::target_effect, effect, thing.text);
  }
  const bool particular = std::any_of(incident.people.begin(), incident.people.end(), [](const Person& person) {
    return !is_anybody(person) && person.type != "FIGHTER";
  });
  const bool civilians = std::any_of(incident.people.begin(), incident.people.end(), [](const Person& person) {
    return !is_one_of(person.type, {"FIGHTER", "ACTIVE MILITARY", "LAW ENFORCEMENT"});
  });
  for (const Person& person : incident.people) {
    if (person.type == "FIGHTER" || (particular && is_anybody(person))) continue;
    if (civilians && person.name.empty() && is_one_of(person.type, {"ACTIVE MILITARY", "LAW ENFORCEMENT"})) continue;
    const std::string& tag = person.name.empty() ? person.description : person.name;
    put_fill(out, Slot::human_name, person.name);
    put_fill(out, Slot::human_description, person.description, person.name);
    put_fill(out, Slot::human_type, person.type, tag);
    put_fill(out, Slot::human_number, person.number, tag);
    if (person.nation != at) put_fill(out, Slot::human_nation, std::string(nation_named(person.nation)), tag);
    for (const std::string& effect : person.effects) put_fill(out, Slot::human_effect, effect, tag);
  }
  if (incident.people.empty())
    for (const std::string& effect : incident.effects) put_fill(out, Slot::human_effect, effect, "-");
  return out;
}

}  // namespace

std::vector<ResponseTemplate> make_templates(const Reading& reading, std::string_view message_id) {
  std::vector<ResponseTemplate> templates;
  const std::string home = home_country(reading);
  for (const Incident& incident : find_incidents(reading, home))
    if (is_relevant(incident, reading.dispatch, home)) templates.push_back(fill(incident, reading, message_id, home));
  return templates;
}

}  // namespace sayso::eval
