// Takes a byline apart: "Von Felix Ostrel und Jörg Kesh (jk)" -> Felix Ostrel, Jörg Kesh. The words that join names and
// those in front of them are given for the languages that large outlets write in. Leaves out on purpose: who of them is
// a person, an agency or a desk; whoever signs is an author.
#include "dispatch/author_names.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t longest_byline = 600;  // bytes; what is longer is no byline
constexpr std::size_t most_names = 20;

constexpr std::string_view byline_labels[] = {
    "by ", "di ",    "written by ", "story by ", "reporting by ", "von ",         "par ",    "por ",    "door ", "av ",
    "af ", "text: ", "tekst: ",     "author: ",  "autor: ",       "reported by ", "автор: ", "yazan: ", "text:"};

// Between names whatever stands there; and those that may also stand inside a name, which need two words on each side.
constexpr std::string_view joints[] = {" and ",          " und ", " og ", " och ",  " et ",         " & ", " en ",
                                       " ve ",           "; ",    " | ",  " / ",    "\xe3\x80\x81", ";",   " dan ",
                                       " \xe2\x80\xa2 ", " и ",   " та ", " with ", "\xef\xbc\x8c"};
constexpr std::string_view weak_joints[] = {", ", " y ", " e ", " i ", "/", ","};

constexpr std::string_view particles[] = {"al", "bin", "da",  "de", "del", "della", "den", "der", "di",  "dos",
                                          "du", "el",  "ibn", "la", "le",  "ten",   "ter", "van", "von", "zu"};

// Words of buttons and counters beside names.
constexpr std::string_view page_words[] = {"comments", "email",      "facebook",  "follow",  "instagram", "linkedin",
                                           "news",     "newsletter", "published", "read",    "share",     "subscribe",
                                           "telegram", "twitter",    "updated",   "whatsapp"};

std::string_view without_label(std::string_view text) {
  const std::string lower = to_lower(text.substr(0, 40));
  std::size_t longest = 0;
  for (const std::string_view label : byline_labels)
    if (lower.starts_with(label)) longest = std::max(longest, label.size());
  return trim(text.substr(std::min(longest, text.size())));
}

// "Elena Ober (obe)", "Elena Ober,": what hangs on a name.
std::string_view bare(std::string_view name) {
  constexpr std::size_t longest_code = 8;  // with its brackets
  name = trim(name);
  if (name.ends_with(')'))
    if (const std::size_t open = name.rfind('(');
        open != std::string_view::npos && open > 0 && name.size() - open <= longest_code)
      name = trim(name.substr(0, open));
  while (!name.empty() && (name.back() == ',' || name.back() == ';' || name.back() == '|' || name.back() == ':'))
    name = trim(name.substr(0, name.size() - 1));
  return name;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_letter(next_code_point(text, at))) return true;
  return false;
}

std::size_t words_in(std::string_view text) { return word_count(text); }

// A name in a script without capitals; of two letters it may be a place's.
bool is_uncased_name(std::string_view text) {
  constexpr std::size_t least_letters = 3;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    const char32_t c = next_code_point(text, at);
    if (is_upper(c) || is_lower(c)) return false;
  }
  return letters >= least_letters && looks_like_person(trim(text));
}

void cut_names(std::string_view text, std::vector<std::string>& names) {
  std::vector<std::string_view> parts{text};
  for (const std::string_view joint : joints) {
    std::vector<std::string_view> finer;
    for (std::string_view part : parts) {
      for (std::size_t at = part.find(joint); at != std::string_view::npos; at = part.find(joint)) {
        finer.push_back(part.substr(0, at));
        part.remove_prefix(at + joint.size());
      }
      finer.push_back(part);
    }
    parts = std::move(finer);
  }
  for (const std::string_view joint : weak_joints) {
    std::vector<std::string_view> finer;
    for (std::string_view part : parts) {
      // Two words in front, or it is "Kesh, Anna"; what comes behind may be one ("dpa").
      std::size_t from = 0;
      for (std::size_t at = part.find(joint); at != std::string_view::npos; at = part.find(joint, from)) {
        const bool comma = joint.starts_with(',');
        const bool uncased = comma && is_uncased_name(part.substr(0, at));  // "岳弘彬,牛镛"
        if ((uncased || words_in(part.substr(0, at)) >= 2) &&
            (comma || words_in(part.substr(at + joint.size())) >= 2)) {
          finer.push_back(part.substr(0, at));
          part.remove_prefix(at + joint.size());
          from = 0;
        } else {
          from = at + joint.size();
        }
      }
      finer.push_back(part);
    }
    parts = std::move(finer);
  }
  for (const std::string_view part : parts) {
    const std::string_view name = bare(without_label(bare(part)));
    if (name.find('@') != std::string_view::npos || !has_letter(name)) continue;
    if (names.size() < most_names && std::find(names.begin(), names.end(), name) == names.end())
      names.emplace_back(name);
  }
}

}  // namespace

std::vector<std::string> split_names(std::string_view byline) {
  std::vector<std::string> names;
  byline = trim(byline);
  if (byline.size() <= longest_byline) cut_names(without_label(byline), names);
  return names;
}

bool looks_like_person(std::string_view name) {
  constexpr std::size_t longest = 60;
  if (name.size() > longest) return false;
  std::size_t words = 0, capitals = 0, letters = 0;
  bool cased = false;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    if (std::ranges::binary_search(page_words, to_lower(word))) return false;
    ++words;
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (is_upper(first)) ++capitals;
    cased = cased || is_upper(first) || is_lower(first);
    if (is_lower(first) && !std::ranges::binary_search(particles, word)) return false;
    for (std::size_t i = 0; i < word.size();) {
      const char32_t c = next_code_point(word, i);
      if (is_digit(c)) return false;
      if (is_letter(c)) ++letters;
      if (!is_letter(c) && !is_mark(c) && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != 0x2010) return false;
    }
  }
  constexpr std::size_t longest_uncased = 6;  // letters of a Chinese, Japanese or Korean name
  if (!cased) return letters >= 2 && letters <= longest_uncased && words <= 2;
  return words >= 2 && words <= 5 && capitals >= 2;
}

bool is_outlets_own(std::string_view name, const std::vector<std::string>& outlets) {
  const std::string folded = fold(name);
  if (folded.find('@') != std::string::npos || folded.find("www.") != std::string::npos) return true;
  if (!has_letter(name)) return true;
  for (const std::string& outlet : outlets) {
    const std::string own = fold(outlet);
    if (own.size() < 2) continue;
    if (folded.starts_with(own + " ")) return true;  // "MDR Thüringen"
    if (folded == own || folded == "the " + own || "the " + folded == own) return true;
    const std::size_t at = folded.find(own);  // "stern.de", "n-tv nachrichten", "redaktion kesh times"
    if (own.size() >= 4 && at != std::string::npos && folded.size() <= own.size() + 14) return true;
  }
  return false;
}

}  // namespace sayso::dispatch
