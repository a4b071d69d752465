// Keeps what a style attribute may say: "color: red; behavior: url(x)" -> "color: red;".
// A declaration stays if its property is one of the known and its value is made of words, figures, colours and names in
// quotation marks; whatever could load, compute or escape (url, expression, backslashes, comments) is none of these.
// Leaves out on purpose: CSS beyond a list of declarations.
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"
#include "dispatch/html_allowed.h"
#include "dispatch/html_cleaning.h"

namespace sayso::dispatch {
namespace {

// A name in quotation marks at the start: letters, figures, spaces and hyphens. Its length, 0 if there is none.
std::size_t quoted(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == text[0]) return at + 1;
    if (!is_ascii_letter(text[at]) && !is_ascii_digit(text[at]) && text[at] != ' ' && text[at] != '-') return 0;
  }
  return 0;
}

// "(0, 128, 0)" of rgb: figures, commas, percent signs and spaces. Its length, 0 if there is none.
std::size_t bracketed(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == ')') return at + 1;
    if (!is_ascii_digit(text[at]) && text[at] != ' ' && text[at] != ',' && text[at] != '%' && text[at] != '.') return 0;
  }
  return 0;
}

// Sizes beyond three figures only serve to hide what follows.
bool is_plain_value(std::string_view value) {
  std::size_t figures = 0;
  bool colour = false;
  for (std::size_t at = 0; at < value.size();) {
    const char c = value[at];
    figures = is_ascii_digit(c) && !colour ? figures + 1 : 0;
    if (figures > 3) return false;
    if (c == '#') colour = true;
    if (c == ' ' || c == ',') colour = false;
    std::size_t length = 1;
    if (c == '\'' || c == '"') length = quoted(value.substr(at));
    if (c == '(') length = at >= 3 && ascii_lowered(value.substr(at - 3, 3)) == "rgb" ? bracketed(value.substr(at)) : 0;
    if (length == 0) return false;
    if (length == 1 && !is_ascii_letter(c) && !is_ascii_digit(c) &&
        std::string_view(" \t\n,.#%!-").find(c) == std::string_view::npos)
      return false;
    at += length;
  }
  return !value.empty();
}

}  // namespace

std::string clean_style(std::string_view style) {
  std::string kept;
  for (const std::string_view declaration : split(style, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = trim(declaration.substr(0, colon));
    const std::string_view value = trim(declaration.substr(colon + 1));
    if (!is_allowed_property(ascii_lowered(name)) || !is_plain_value(value)) continue;
    kept.append(kept.empty() ? "" : " ").append(name).append(": ").append(value).append(";");
  }
  return kept;
}

}  // namespace sayso::dispatch
