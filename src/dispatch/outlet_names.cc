// Tells which of the names in a page is the outlet's: of "Kesh Times Publishing House Ltd." and "Kesh Times" the
// second, at kesh-times.example; "Copyright © 2022 The Kesh Times. All rights reserved." names it too, where the page
// gives no name that its address bears out. Leaves out on purpose: names in other scripts than the address has; nothing
// is transliterated.
#include "dispatch/outlet_names.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/characters.h"
#include "dispatch/html_titles.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t least_name_letters = 3;
constexpr std::size_t longest_holder_line = 2000;  // bytes of a line that is looked through
constexpr std::size_t longest_name = 60;           // bytes
constexpr std::size_t most_words = 6;
constexpr std::size_t most_found = 16;
constexpr std::size_t most_signs = 1000;  // of a page that are looked behind

constexpr std::string_view copyright_signs[] = {"\xc2\xa9", "\xe2\x93\x92", "(c)", "copyright"};  // © and ⓒ

// Behind the sign: other signs, years and "by".
std::string_view without_years(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    const std::size_t begin = text.find_first_not_of(" \t-,:0123456789");
    text.remove_prefix(begin == std::string_view::npos ? text.size() : begin);
    for (const std::string_view one : {"\xe2\x80\x93", "by ", "\xc2\xa9", "\xe2\x93\x92", "(c)", "copyright"})
      if (to_lower(text.substr(0, one.size())) == one) {
        text.remove_prefix(one.size());
        more = true;
      }
  }
  return text;
}

// The name at the start of "The Kesh Times. All rights reserved": up to a year, a full stop or another sign.
std::string holder_at(std::string_view text) {
  std::string name;
  for (const std::string_view word : split(text, ' ')) {
    const bool year = !word.empty() && word.front() >= '0' && word.front() <= '9';
    const std::string lower = to_lower(word);
    if (year || word == "|" || word == "-" || lower == "all" || lower == "copyright") break;
    if (word.empty()) continue;
    const bool last = word.ends_with('.') || word.ends_with(',') || word.ends_with(';');
    name += (name.empty() ? "" : " ") + std::string(last ? word.substr(0, word.size() - 1) : word);
    if (last) break;
  }
  if (name.size() > longest_name || word_count(name) > most_words) return {};
  return name;
}

// Whether a line may name a holder: asked of every line of a page, so it costs a few searches for a byte.
bool has_sign(std::string_view line) {
  for (const std::string_view one : {"\xc2\xa9", "\xe2\x93\x92", "(c)", "(C)", "opyright", "OPYRIGHT"})
    if (line.find(one) != std::string_view::npos) return true;
  return false;
}

// `signs_left`: that may still be looked behind, in this line and those after it. Signs in a row are one.
std::vector<std::string> holders_in(std::string_view line, std::size_t& signs_left) {
  std::vector<std::string> holders;
  if (line.size() > longest_holder_line || !has_sign(line)) return holders;
  const std::string lower = to_lower(line);
  if (lower.size() != line.size()) return holders;  // a letter whose small form is longer: places would differ
  for (std::size_t at = 0; at < lower.size() && holders.size() < most_found && signs_left > 0; ++at)
    for (const std::string_view sign : copyright_signs)
      if (std::string_view(lower).substr(at).starts_with(sign)) {
        --signs_left;
        const std::string_view behind = line.substr(at + sign.size(), 2 * longest_name);
        const std::string_view begin = without_years(behind);
        std::string name = holder_at(begin);
        if (!name.empty()) holders.push_back(std::move(name));
        at += sign.size() + (behind.size() - begin.size()) - 1;
        break;
      }
  return holders;
}

// "keshtimes" of "keshtimes.example", if it is a host by its look.
std::string_view without_ending(std::string_view name) {
  if (name.find(' ') != std::string_view::npos) return name;
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

// "keshtimes": an address more than a name.
bool is_bare(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (!is_lower(c) && !is_digit(c) && c != '.' && c != '-') return false;
  }
  return true;
}

std::size_t length_of(const std::string& name) { return name.size() - (name.starts_with("The ") ? 4 : 0); }

// Of two names that an address bears out alike: a name before an address, then the longer part, or the shorter whole.
bool is_nearer(const std::string& name, const std::string& than, Bearing bearing) {
  if (is_bare(name) != is_bare(than)) return is_bare(than);
  return bearing == Bearing::part ? length_of(name) > length_of(than) : length_of(name) < length_of(than);
}

}  // namespace

std::string label_of(std::string_view host) {
  std::vector<std::string_view> labels = split(host, '.');
  if (labels.size() > 1) labels.pop_back();
  for (const std::string_view registry : {"ac", "co", "com", "go", "gov", "ne", "net", "or", "org"})
    if (labels.size() > 1 && labels.back() == registry) labels.pop_back();  // in front of the country
  return labels.empty() ? std::string() : letters_of(labels.back());
}

Bearing bearing_of(std::string_view name, std::string_view label) {
  std::string letters = letters_of(name);
  if (letters.empty() || label.empty()) return Bearing::none;
  if (letters == label || letters_of(without_ending(name)) == label) return Bearing::whole;
  if (letters.starts_with("the") && letters.substr(3) == label) return Bearing::whole;
  if (letters.size() < least_name_letters || label.size() < least_name_letters) return Bearing::none;
  if (letters.find(label) != std::string::npos) return Bearing::holds;
  return label.find(letters) != std::string_view::npos ? Bearing::part : Bearing::none;
}

const Mark* best_outlet(const std::vector<Mark>& metadata, std::string_view label) {
  const Mark* best = nullptr;
  Bearing most = Bearing::none;
  for (const Mark& mark : metadata) {
    if (mark.of != Mark::Of::outlet) continue;
    const Bearing here = bearing_of(mark.value, label);
    if (here == Bearing::none || here < most) continue;
    if (best == nullptr || here > most || is_nearer(mark.value, best->value, here)) best = &mark, most = here;
  }
  return best;
}

std::vector<Mark> find_outlet_names(const std::vector<std::string>& titles, const std::vector<Block>& lines,
                                    const std::string& host) {
  std::vector<Mark> found;
  const std::string label = label_of(host);
  if (label.empty()) return found;
  const auto add = [&](std::string name, const char* rule, Bearing least) {
    if (found.size() < most_found && bearing_of(name, label) >= least)
      found.push_back({.of = Mark::Of::outlet, .value = std::move(name), .rule = rule});
  };
  for (const std::string& title : titles) {
    std::vector<std::string> parts = segments_of(title);
    if (parts.size() > 1)
      for (std::string& part : parts) add(std::move(part), "title", Bearing::whole);
  }
  std::size_t signs_left = most_signs;
  for (const Block& line : lines)
    for (std::string& holder : holders_in(line.text, signs_left)) add(std::move(holder), "copyright", Bearing::holds);
  return found;
}

}  // namespace sayso::dispatch
