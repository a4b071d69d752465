// Names compared: "The Kesh Times Online", "KeshTimes" and "kesh-times.example" are one outlet, because articles, words
// of the medium, case and punctuation are no part of a name. Leaves out on purpose: tables of who is called what; a
// page that calls its outlet otherwise than the gold's identifier and its own address does is counted as wrong.
#include "metadata_names.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <span>

#include "among.h"
#include "base/joined.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

// "KeshTimes", "KTNews": a word begins at a capital behind a small letter, and at one in front of a small letter.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  char32_t before = ' ';
  const auto end_word = [&] {
    std::string folded = fold(word);
    if (!folded.empty()) words.push_back(std::move(folded));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(name, at);
    const bool part = is_letter(c) || is_digit(c) || is_mark(c);
    std::size_t behind = at;
    const char32_t next = at < name.size() ? next_code_point(name, behind) : U' ';
    if (!part || (is_upper(c) && (is_lower(before) || (is_upper(before) && is_lower(next))))) end_word();
    if (part) word.append(name, begin, at - begin);
    before = c;
  }
  end_word();
  return words;
}

constexpr std::array<std::string_view, 20> leading_articles{"the", "der", "die", "das", "le", "la", "les",
                                                            "l",   "el",  "los", "las", "il", "lo", "i",
                                                            "o",   "a",   "os",  "al",  "de", "het"};
constexpr std::array<std::string_view, 17> media{"online",  "news",    "zeitung",  "com",     "net",       "de",
                                                 "digital", "magazin", "magazine", "network", "newspaper", "tv",
                                                 "radio",   "media",   "www",      "org",     "co"};

constexpr std::array<std::string_view, 9> registries{"ac", "co", "com", "go", "gov", "ne", "net", "or", "org"};

// Without a leading article and without words of the medium at the end, as long as something is left.
std::string core(std::vector<std::string> words) {
  if (words.size() > 1 && among(leading_articles, words.front())) words.erase(words.begin());
  while (words.size() > 1 && among(media, words.back())) words.pop_back();
  return joined(words, "");
}

// "sueddeutsche" of "www.sueddeutsche.de", "bbc" of "bbc.co.uk"; empty if it is no host.
std::string label_of(std::string_view host) {
  if (const std::size_t scheme = host.find("://"); scheme != std::string_view::npos) host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  std::vector<std::string_view> labels = split(host, '.');
  if (labels.size() < 2 || host.find(' ') != std::string_view::npos) return {};
  labels.pop_back();
  if (labels.size() > 1 && among(registries, labels.back())) labels.pop_back();  // "co" of "bbc.co.uk"
  return core(words_of_name(labels.back()));
}

// "Kesher Post" of "Кешер Пост": a host has Latin letters alone. Of scripts that are spelled letter by letter.
std::string in_latin(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  static const std::unique_ptr<icu::Transliterator> spelling(icu::Transliterator::createInstance(
      "Russian-Latin/BGN; Cyrillic-Latin; Greek-Latin; Latin-ASCII", UTRANS_FORWARD, where, status));
  if (spelling == nullptr) return std::string(name);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  spelling->transliterate(text);
  std::string out;
  return text.toUTF8String(out);
}

// Umlauts written out: "ü" is "ue" where a host cannot have it.
std::string spelled_out(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t begin = at;
    switch (const char32_t c = next_code_point(name, at)) {
      case U'ä':
      case U'Ä':
      case U'æ':
      case U'Æ':
        out += is_upper(c) ? "Ae" : "ae";
        break;
      case U'ö':
      case U'Ö':
      case U'ø':
      case U'Ø':
        out += is_upper(c) ? "Oe" : "oe";
        break;
      case U'ü':
      case U'Ü':
        out += is_upper(c) ? "Ue" : "ue";
        break;
      case U'ı':
        out += 'i';
        break;
      default:
        out.append(name, begin, at - begin);
    }
  }
  return out;
}

std::set<std::string> forms_of(std::string_view name) {
  std::set<std::string> forms;
  for (const std::string& spelling : {std::string(name), spelled_out(name), in_latin(name)}) {
    const std::vector<std::string> words = words_of_name(spelling);
    forms.insert(joined(words, ""));
    forms.insert(core(words));
    forms.insert(label_of(spelling));
  }
  forms.erase("");
  return forms;
}

// "la times" stands for "los angeles times": word for word, or a word for the words whose first letters it is made of.
bool stands_for(std::span<const std::string> shorter, std::span<const std::string> longer) {
  if (shorter.empty() || longer.empty()) return shorter.empty() && longer.empty();
  if (shorter.front() == longer.front() && stands_for(shorter.subspan(1), longer.subspan(1))) return true;
  std::string initials;
  for (std::size_t count = 1; count <= longer.size() && initials.size() < shorter.front().size(); ++count) {
    std::size_t end = 0;
    next_code_point(longer[count - 1], end);
    initials += longer[count - 1].substr(0, end);
    if (count > 1 && initials == shorter.front() && stands_for(shorter.subspan(1), longer.subspan(count))) return true;
  }
  return false;
}

// "mirror" in "Daily Mirror", "keshtimes" in "Kesh Times - Kesh Publishing Ltd.": whole words in a row.
bool holds_label(const std::vector<std::string>& words, const std::string& label) {
  constexpr std::size_t least = 4;
  if (label.size() < least) return false;
  for (std::size_t from = 0; from < words.size(); ++from) {
    std::string row;
    for (std::size_t to = from; to < words.size() && row.size() < label.size(); ++to) row += words[to];
    if (row == label) return true;
  }
  return false;
}

double share_beside(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

bool same_outlet(std::string_view identifier, std::string_view url, std::string_view ours) {
  std::set<std::string> wanted = forms_of(identifier);
  const std::string label = label_of(url);
  if (!label.empty()) wanted.insert(label);
  for (const std::string& spelling : {std::string(ours), spelled_out(ours), in_latin(ours)}) {
    const std::vector<std::string> words = words_of_name(spelling), asked = words_of_name(identifier);
    if (holds_label(words, label) || stands_for(asked, words) || stands_for(words, asked)) return true;
  }
  const std::set<std::string> given = forms_of(ours);
  return std::any_of(given.begin(), given.end(), [&](const std::string& form) { return wanted.contains(form); });
}

std::string fold_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_space(next_code_point(text, at)))
      out.append(text, begin, at - begin);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

double NameMatch::precision() const { return share_beside(right, beyond); }
double NameMatch::recall() const { return share_beside(right, missing); }
double NameMatch::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}
void NameMatch::add(const NameMatch& other) { right += other.right, beyond += other.beyond, missing += other.missing; }

NameMatch compare_names(const std::vector<std::string>& gold, const std::vector<std::string>& ours) {
  std::set<std::string> wanted, given;
  for (const std::string& name : gold) wanted.insert(fold_space(name));
  for (const std::string& name : ours) given.insert(fold_space(name));
  NameMatch match;
  for (const std::string& name : given) ++(wanted.contains(name) ? match.right : match.beyond);
  match.missing = wanted.size() - match.right;
  return match;
}

}  // namespace sayso::eval
