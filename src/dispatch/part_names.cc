// Words of classes and ids: "c-related__list" has the words c, related, list, of which "related" is known as furniture.
// Leaves out on purpose: words in which another is hidden ("headline" is no "ad"), and names of particular sites.
#include "dispatch/part_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

namespace sayso::dispatch {
namespace {

constexpr std::string_view furniture_words[] = {"ad",
                                                "ads",
                                                "adslot",
                                                "advert",
                                                "advertisement",
                                                "advertising",
                                                "also",
                                                "author",
                                                "authors",
                                                "banner",
                                                "bio",
                                                "breadcrumb",
                                                "breadcrumbs",
                                                "byline",
                                                "comment",
                                                "comments",
                                                "consent",
                                                "cookie",
                                                "cookies",
                                                "copyright",
                                                "cta",
                                                "dateline",
                                                "disclaimer",
                                                "disqus",
                                                "donate",
                                                "donation",
                                                "dropdown",
                                                "factbox",
                                                "footer",
                                                "footnotes",
                                                "gdpr",
                                                "infobox",
                                                "keywords",
                                                "login",
                                                "masthead",
                                                "menu",
                                                "metadata",
                                                "modal",
                                                "more",
                                                "nav",
                                                "navbar",
                                                "navigation",
                                                "newsletter",
                                                "newsletters",
                                                "outbrain",
                                                "overlay",
                                                "pager",
                                                "pagination",
                                                "player",
                                                "poll",
                                                "popular",
                                                "popup",
                                                "print",
                                                "promo",
                                                "promos",
                                                "promotion",
                                                "readmore",
                                                "recirc",
                                                "recirculation",
                                                "recommend",
                                                "recommendation",
                                                "recommendations",
                                                "recommended",
                                                "regwall",
                                                "related",
                                                "respond",
                                                "search",
                                                "share",
                                                "sharing",
                                                "sidebar",
                                                "signup",
                                                "skip",
                                                "social",
                                                "socials",
                                                "sponsor",
                                                "sponsored",
                                                "sr",
                                                "subscribe",
                                                "subscription",
                                                "taboola",
                                                "tags",
                                                "teaser",
                                                "teasers",
                                                "timestamp",
                                                "toolbar",
                                                "trending",
                                                "upsell"};
static_assert(std::ranges::is_sorted(furniture_words));
static_assert(std::size(furniture_words) == furniture_name_count);

constexpr std::string_view under_article_words[] = {"comment",     "comments", "disqus",  "outbrain", "recommendations",
                                                    "recommended", "related",  "respond", "taboola"};
static_assert(std::ranges::is_sorted(under_article_words));

constexpr std::string_view caption_words[] = {"bildtext",     "bildunterschrift", "caption",      "captions",
                                              "captiontext",  "figcaption",       "imagecaption", "legende",
                                              "photocaption", "wpcaption"};
static_assert(std::ranges::is_sorted(caption_words));

constexpr std::string_view opening_words[] = {
    "abstract",    "anons",      "bajada",     "catenaccio", "chapeau",     "chapo",        "deck",      "dek",
    "description", "entradilla", "excerpt",    "ingress",    "intro",       "introduction", "introtext", "lead",
    "leadtext",    "lede",       "manchet",    "perex",      "preamble",    "sapo",         "sommario",  "sottotitolo",
    "standfirst",  "strapline",  "subhead",    "subheading", "subheadline", "subtitle",     "subtitulo", "summary",
    "teaser",      "teasertext", "untertitel", "unterzeile", "vorspann"};
static_assert(std::ranges::is_sorted(opening_words));

// Whole classes, their hyphens and underscores aside.
constexpr std::string_view hiding_classes[] = {
    "dnone",        "hidden",           "hide",   "ishidden", "offscreen",
    "screenreader", "screenreadertext", "sronly", "uhidden",  "visuallyhidden"};
static_assert(std::ranges::is_sorted(hiding_classes));

bool is_known(const auto& list, std::string_view word) { return std::ranges::binary_search(list, word); }

// By first letter, a bit for each length of a known word: most words of a page are none of ours.
constexpr std::array<std::uint32_t, 26> known_lengths = [] {
  std::array<std::uint32_t, 26> lengths{};
  const auto add = [&](const auto& list) {
    for (const std::string_view word : list) lengths[static_cast<std::size_t>(word[0] - 'a')] |= 1U << word.size();
  };
  add(furniture_words), add(under_article_words), add(caption_words), add(opening_words);
  return lengths;
}();

void note(std::string_view word, PartNames& names) {
  constexpr std::size_t longest = 31;
  if (word.size() > longest || (known_lengths[static_cast<std::size_t>(word[0] - 'a')] >> word.size() & 1U) == 0)
    return;
  const auto* const at = std::ranges::lower_bound(furniture_words, word);
  if (at != std::end(furniture_words) && *at == word)
    names.furniture.set(static_cast<std::size_t>(at - std::begin(furniture_words)));
  names.under_article = names.under_article || is_known(under_article_words, word);
  names.caption = names.caption || is_known(caption_words, word);
  names.opening = names.opening || is_known(opening_words, word);
}

}  // namespace

void PartNames::read(std::string_view text) {
  constexpr std::size_t most = 2000;
  text = text.substr(0, most);
  std::string word;    // lower case
  std::string before;  // the word before it in the same class
  std::string whole;   // the class, letters only
  bool hides = false;
  bool by_screen = false;  // "md:block", "d-lg-none": on some screens only
  const auto end_word = [&] {
    if (word.empty()) return;
    note(word, *this);
    if (!before.empty()) note(before += word, *this);
    before = std::move(word);
    word.clear();
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z')) end_word();
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      before.clear();
      hides = hides || is_known(hiding_classes, whole);
      by_screen = by_screen || whole.starts_with("dmd") || whole.starts_with("dlg") || whole.starts_with("dsm");
      whole.clear();
    } else if (c == ':' || c == '@') {
      by_screen = true;
    }
    if (!letter) continue;
    const char small = upper ? static_cast<char>(c + 32) : c;
    word += small;
    whole += small;
  }
  hidden = hidden || (hides && !by_screen);
}

}  // namespace sayso::dispatch
