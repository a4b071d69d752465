// Reads the gold of event codes.
//
//     petrarch2/PETR.UnitTest.records.xml, plover/PLOVER_GSR_CAMEO.json  -> sentences with codes
//
// Left out on purpose: actor codes, which are a dictionary's; the trees that stand beside the sentences.
#include "codes_gold.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/tsv.h"

namespace sayso::eval {
namespace {

// What stands between `name="` and the next quotation mark, with or without spaces around the sign.
std::string petrarch_attribute(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return {};
  const std::size_t open = tag.find_first_of("\"'", at + name.size());
  if (open == std::string_view::npos) return {};
  const std::size_t close = tag.find(tag[open], open + 1);
  return close == std::string_view::npos ? std::string() : std::string(tag.substr(open + 1, close - open - 1));
}

// Words parted by one space each, the five entities of XML as their signs.
std::string text_of_xml(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> entities{
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char sign = text[at];
    std::size_t length = 1;
    for (const auto& [name, meant] : entities)
      if (text.substr(at).starts_with(name)) sign = meant, length = name.size();
    at += length;
    const bool space = sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    if (!space)
      out += sign;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string day_of_digits(std::string_view digits) {
  if (digits.size() != 8) return {};
  return std::string(digits.substr(0, 4)) + "-" + std::string(digits.substr(4, 2)) + "-" +
         std::string(digits.substr(6, 2));
}

// WEIS, the scheme of most of the records' codes (the dictionary they are coded with says so itself), in CAMEO: by two
// digits, and by three where the group falls apart. Source: the definitions of both schemes.
const std::map<std::string, Codes, std::less<>>& of_weis() {
  static const std::map<std::string, Codes, std::less<>> roots{
      {"01", {"08"}},              // yield
      {"02", {"01"}},              // comment
      {"03", {"04"}},              // consult
      {"030", {"03"}},             // as CAMEO has it: given for "agree that"
      {"04", {"05"}},              // approve
      {"05", {"03"}},              // promise
      {"06", {"05", "08"}},        // grant
      {"061", {"05"}},             // express regret
      {"063", {"07"}},             // give asylum
      {"064", {"05"}},             // recognise, restore relations
      {"065", {"08"}},             // suspend sanctions
      {"066", {"08"}},             // release
      {"07", {"07"}},              // reward
      {"08", {"03", "05"}},        // agree; sign
      {"09", {"02"}},              // request
      {"10", {"02"}},              // propose, urge
      {"11", {"12"}},              // reject
      {"12", {"11"}},              // accuse
      {"13", {"11"}},              // protest in words
      {"14", {"01", "12"}},        // deny
      {"15", {"10"}},              // demand
      {"16", {"13"}},              // warn
      {"161", {"16"}},             // as CAMEO has it: given for a broken treaty
      {"17", {"13"}},              // threaten
      {"174", {"06", "17"}},       // as CAMEO has it: given for extradition
      {"18", {"14", "15"}},        // demonstrate
      {"181", {"14"}},             // by civilians
      {"182", {"15"}},             // by armed forces
      {"19", {"16"}},              // reduce relations
      {"191", {"12", "16"}},       // cancel what was planned
      {"194", {"19"}},             // as CAMEO has it: given for artillery fire
      {"20", {"16", "17"}},        // expel
      {"21", {"17"}},              // seize, arrest
      {"22", {"17", "18", "19"}},  // force
  };
  return roots;
}

// Types of PLOVER 0.5 in today's names.
std::string todays(const std::string& type) {
  if (type == "DEMAND") return "REQUEST";
  if (type == "DISAPPROVE" || type == "INVESTIGATE") return "ACCUSE";
  if (type == "FIGHT") return "ASSAULT";
  return type;
}

}  // namespace

Result<std::vector<CodedText>> read_petrarch(std::string_view xml) {
  std::vector<CodedText> records;
  for (std::size_t at = 0; (at = xml.find("<Sentence ", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(xml.find("</Sentence>", at), xml.size());
    const std::string_view record = xml.substr(at, end - at);
    at = end;
    const std::string_view opening = record.substr(0, record.find('>'));
    CodedText one;
    one.id = petrarch_attribute(opening, "id");
    one.date = day_of_digits(petrarch_attribute(opening, "date"));
    one.runnable = petrarch_attribute(opening, "sentence") == "true";
    for (std::size_t tag = 0; (tag = record.find("<EventCoding", tag)) != std::string_view::npos; ++tag) {
      const std::string_view coding = record.substr(tag, record.find('>', tag) - tag);
      if (coding.find("noevents") != std::string_view::npos) one.no_event = true;
      if (coding.find("error") != std::string_view::npos) one.runnable = false;
      if (std::string code = petrarch_attribute(coding, "eventcode"); !code.empty()) one.codes.insert(std::move(code));
    }
    const std::size_t text = record.find("<Text>"), close = record.find("</Text>");
    if (text == std::string_view::npos || close == std::string_view::npos || close < text) continue;
    one.text = text_of_xml(record.substr(text + 6, close - text - 6));
    if (one.codes.empty() && !one.no_event) one.runnable = false;
    records.push_back(std::move(one));
  }
  if (records.empty()) return Error{ErrorCode::not_found, "unit records", "no <Sentence> in the file"};
  return records;
}

Result<std::vector<CodedText>> read_plover(std::string_view json) {
  const auto rows = nlohmann::json::parse(json, nullptr, false);
  if (!rows.is_array()) return Error{ErrorCode::not_found, "PLOVER records", "no JSON array"};
  std::vector<CodedText> records;
  std::map<std::string, std::size_t> by_text;
  for (const auto& row : rows) {
    if (!row.is_object()) continue;
    const std::string text = text_of_xml(row.value("text", "")), event = todays(row.value("event", ""));
    if (text.empty() || event.empty() || event == "DOCUMENT") continue;
    const auto [place, fresh] = by_text.try_emplace(text, records.size());
    if (fresh) records.push_back({.id = row.value("id", ""), .text = text, .date = row.value("date", "")});
    records[place->second].codes.insert(event);
  }
  if (records.empty()) return Error{ErrorCode::not_found, "PLOVER records", "no sentence in the file"};
  return records;
}

Codes read_cameo(std::string_view table) {
  Codes codes;
  for (std::string_view line : split(table, '\n')) {
    const std::string_view code = line.substr(0, line.find(':'));
    if (code.size() < line.size() && code.size() >= 2 && code.find_first_not_of("0123456789") == std::string_view::npos)
      codes.emplace(code);
  }
  for (const char* code :
       {"01",   "010",  "011",  "012",  "013",  "014",  "015",  "016",  "017",  "018",  "019",  "02",  "020",
        "021",  "0211", "0212", "0213", "0214", "022",  "023",  "0231", "0232", "0233", "0234", "024", "0241",
        "0242", "0243", "0244", "025",  "0251", "0252", "0253", "0254", "0255", "0256", "026",  "027", "028"})
    codes.emplace(code);
  return codes;
}

Codes cameo_roots(std::string_view code, const Codes& cameo) {
  if (code.size() == 4 && cameo.contains(code)) return {std::string(code.substr(0, 2))};
  if (code.size() != 3 || code.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const auto& weis = of_weis();
  if (const auto exact = weis.find(code); exact != weis.end()) return exact->second;
  const auto group = weis.find(code.substr(0, 2));
  return group == weis.end() ? Codes{} : group->second;
}

}  // namespace sayso::eval
