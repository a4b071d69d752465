// Names of places made comparable.
//
//     plain_name("Al-Ḥasakah")   "al hasakah"    exact comparison: case, marks, apostrophes and hyphens do not count
//     folded_key("Al-Ḥasakah")   "hasaka"        loose comparison: romanisations of one name meet
//     folded_key("Izyum") == folded_key("Izium") == folded_key("Ізюм")      "izium"
//     folded_key("Kharkiv") == folded_key("Kharkov") == folded_key("Харьков")   "harkv"
//
// The folding key, in order:
//   0  A word that mixes look-alike letters of other alphabets into Latin ones is read as Latin (base/lookalikes.h).
//   1  Latin letters lose marks and case, Cyrillic ones are transliterated; apostrophes vanish, hyphens and stops part
//   words. 2  Articles go: "al", "el" and "the" before a word; "as ash ad an ar at az es ez er en ed" only where a
//   hyphen follows. 3  The words are joined. shch sc · dzh dj j · tch c · sch sh s · ch c · kh h · gh g · dh d · th t ·
//   zh z · ph f ·
//      ck q k · x ks · tz ts · w v · ou oo u · ee i · ei ey ai unless a vowel follows · y j i · "aw" before a consonant
//      u · "h" after a last vowel goes.
//   4  Vowels e, i, o before a last "v", "vka", "vki" go (Kyiv and Kiev, Avdiivka and Avdeevka).
//   5  e is i and o is u (Idlib and Edlib); doubled letters count once.
// It merges more than it should ("Rome", "Rumi"), so whoever looks up by it prefers names that are equal as plain
// names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

// Names are cut at 96 bytes of ASCII. Scripts other than Latin and Cyrillic give "".
std::string plain_name(std::string_view name);
std::string folded_key(std::string_view name);

// A 64-bit hash of folded_key(name) without building strings; 0 for an empty key. The gazetteer's loop calls it some
// 300,000 times.
std::uint64_t folded_hash(std::string_view name);

}  // namespace sayso
