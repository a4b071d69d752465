// Tells military units from other organisations by the words of their names: no treebank marks them.
//
//     {organisation: "12th Guards Brigade"} -> {military_unit: "12th Guards Brigade"}
//
// Left out on purpose: units whose names say nothing ("Azov"), which the model calls organisations; a place's or a
// person's name is never changed. Data: data/lexicons/{military_units,military_phrases}.tsv.
#include "language/military_names.h"

#include <string>

#include "base/utf8.h"

namespace sayso::language {
namespace {

bool is_military(std::string_view text, const Syntax& layer, const Name& name, const Spelling& spelling) {
  std::string written;
  for (std::uint32_t i = index(name.first); i < index(name.last); ++i) {
    const std::string word = to_lower(slice(text, layer.tokens[i].span));
    if (spelling.military_units.contains(word)) return true;
    if (!written.empty()) written += ' ';
    written += word;
  }
  for (std::size_t at = 0; at != std::string::npos; at = written.find(' ', at + 1)) {
    const std::string_view rest = std::string_view(written).substr(at == 0 ? 0 : at + 1);
    if (spelling.military_phrases.contains(rest)) return true;
  }
  return false;
}

}  // namespace

void name_military_units(std::string_view text, Syntax& layer, const Spelling& spelling) {
  for (Name& name : layer.names)
    if (name.kind == NameKind::organisation && is_military(text, layer, name, spelling))
      name.kind = NameKind::military_unit;
}

}  // namespace sayso::language
