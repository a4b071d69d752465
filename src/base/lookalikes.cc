// Writes look-alike letters in Latin, see lookalikes.h. In: "K\u0443iv", with a Cyrillic letter; out: "Kyiv".
// Left out on purpose: other alphabets, digits for letters ("Kyiv0"), and words all in another alphabet: those are read
// as they are. Source: ICU's confusables.
#include "base/lookalikes.h"

#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr char32_t first_foreign = 0x370, last_foreign = 0x52F;  // Greek, Cyrillic and its supplement

// The Latin letter of the same case that each letter looks like; 0 where there is none.
struct Table {
  std::array<char, last_foreign - first_foreign + 1> latin{};

  Table() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), &uspoof_close);
    if (U_FAILURE(status)) return;
    const auto skeleton = [&](char32_t c) {
      std::string letter;
      append(letter, c);
      std::array<char, 64> out{};
      UErrorCode failed = U_ZERO_ERROR;
      uspoof_getSkeletonUTF8(checker.get(), 0, letter.data(), static_cast<std::int32_t>(letter.size()), out.data(),
                             static_cast<std::int32_t>(out.size()) - 1, &failed);
      return U_FAILURE(failed) ? std::string() : std::string(out.data());
    };
    std::array<std::string, 128> of_latin{};
    for (char32_t c = 'A'; c <= 'z'; ++c)
      if (is_letter(c)) of_latin[c] = skeleton(c);
    for (char32_t c = first_foreign; c <= last_foreign; ++c) {
      if (!is_letter(c)) continue;
      const std::string sought = skeleton(c);
      for (char32_t l = 'A'; l <= 'z' && !sought.empty(); ++l)
        if (is_upper(l) == is_upper(c) && of_latin[l] == sought) latin[c - first_foreign] = static_cast<char>(l);
    }
  }
};

bool is_foreign(char32_t c) { return c >= first_foreign && c <= last_foreign; }

// The word in Latin letters; nothing if it does not mix, or has a letter that looks like none of them.
std::optional<std::string> unmixed(std::string_view word) {
  static const Table table;
  std::string out;
  bool mixed = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(word, at);
    if (!is_foreign(c)) {
      out += word.substr(begin, at - begin);
      mixed = mixed || (c < 0x80 && is_letter(c));
      continue;
    }
    const char latin = table.latin[c - first_foreign];
    if (latin == '\0') return std::nullopt;
    out += latin;
  }
  return mixed ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::optional<std::string> in_latin_letters(std::string_view text) {
  // Most texts have no such letter at all: their first bytes in UTF-8 are 0xCD to 0xD4.
  const auto opens_foreign = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xCD && byte <= 0xD4;
  };
  if (std::none_of(text.begin(), text.end(), opens_foreign)) return std::nullopt;
  std::string out;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    bool foreign = false;
    while (at < text.size()) {
      const std::size_t before = at;
      const char32_t c = next_code_point(text, at);
      if (!is_letter(c) && !is_mark(c)) {
        at = before;
        break;
      }
      foreign = foreign || is_foreign(c);
    }
    const std::string_view word = text.substr(begin, at - begin);
    if (auto latin = foreign ? unmixed(word) : std::nullopt) {
      out += *latin;
      any = true;
    } else {
      out += word;
    }
    begin = at;
    if (at < text.size()) next_code_point(text, at);  // what parts words
    out += text.substr(begin, at - begin);
  }
  return any ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace sayso
