// Marks -> their Penn tags: . , : `` '' -LRB- -RRB- and $, as EWT has them.
//
//     "," -> ","   "!" -> "."   ";" -> ":"   "…" -> ":"   "..." -> ","   "—" -> ":"   "“" -> "``"   "]" -> "-RRB-"
//
// Source: Marcus, Santorini and Marcinkiewicz 1993, and the usage of the English treebanks where it differs.
#include "publish/penn_tag.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {

template <std::size_t count>
bool one_of(std::string_view form, const std::array<std::string_view, count>& forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

constexpr std::array<std::string_view, 10> straight_quotes{"\"", "'", "''", "`", "``", "´", "’", "’’", "‘’", "«"};
constexpr std::array<std::string_view, 6> opening_quotes{"“", "‘", "„", "‚", "``", "`"};
constexpr std::array<std::string_view, 4> closing_quotes{"”", "''", "»", "’’"};
constexpr std::array<std::string_view, 5> currencies{"$", "£", "€", "¥", "US$"};

bool only(std::string_view form, std::string_view characters) {
  return form.find_first_not_of(characters) == std::string_view::npos;
}

std::string_view mark_tag(std::string_view form, bool opens) {
  if (form.empty()) return ":";
  if (one_of(form, opening_quotes)) return "``";
  if (one_of(form, closing_quotes)) return "''";
  if (one_of(form, straight_quotes)) return opens ? "``" : "''";
  if (only(form, "([{<")) return "-LRB-";
  if (only(form, ")]}>")) return "-RRB-";
  if (form == "." || (only(form, ".!?") && form.find_first_of("!?") != std::string_view::npos)) return ".";
  if (form == "," || form == "/" || only(form, ".")) return ",";
  return ":";
}

}  // namespace

std::string_view penn_tag(std::string_view form, Xpos xpos, bool opens) {
  if (xpos == Xpos::PUNCT) return mark_tag(form, opens);
  if (xpos == Xpos::SYM && one_of(form, currencies)) return "$";
  return name_of(xpos);
}

}  // namespace sayso
