// Country names by ICU, so that asking needs no data folder: a ledger can be asked on a machine that only has the
// ledger.
//
// Left out on purpose: adjectives and nicknames ("Russian", "the Kremlin"), which the lexicon knows and resolves when
// reading.
#include "ledger/country_named.h"

#include <unicode/locid.h>

#include <map>

#include "base/ascii.h"
#include "base/utf8.h"

namespace sayso::ledger {
namespace {

std::map<std::string, std::string> codes_by_folded_name() {
  std::map<std::string, std::string> codes;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    icu::UnicodeString name;
    std::string utf8;
    country.getDisplayCountry(icu::Locale::getEnglish(), name).toUTF8String(utf8);
    codes.emplace(fold(utf8), country.getISO3Country());
  }
  return codes;
}

}  // namespace

std::string country_named(std::string_view text) {
  if (text.size() == 3 && is_ascii_letter(text[0]) && is_ascii_letter(text[1]) && is_ascii_letter(text[2])) {
    std::string code(text);
    for (char& byte : code) byte = static_cast<char>(byte & ~0x20);
    return code;
  }
  static const std::map<std::string, std::string> codes = codes_by_folded_name();
  const auto at = codes.find(fold(text));
  return at == codes.end() ? std::string() : at->second;
}

}  // namespace sayso::ledger
