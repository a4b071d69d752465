// Words of classes and ids: "c-related__list" has the words c, related, list, of which "related" is known as furniture.
// Leaves out on purpose: words in which another is hidden ("headline" is no "ad"), and names of particular sites.
#include "dispatch/part_names.h"

#include <array>
#include <iterator>

#include "base/ascii.h"
#include "dispatch/word_list.h"

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
static_assert(std::size(furniture_words) == furniture_name_count);
constexpr WordList furniture_list(furniture_words);

constexpr std::string_view under_article_words[] = {"comment",     "comments", "disqus",  "outbrain", "recommendations",
                                                    "recommended", "related",  "respond", "taboola"};
constexpr WordList under_article_list(under_article_words);

constexpr std::string_view caption_words[] = {"bildtext",     "bildunterschrift", "caption",      "captions",
                                              "captiontext",  "figcaption",       "imagecaption", "legende",
                                              "photocaption", "wpcaption"};
constexpr WordList caption_list(caption_words);

constexpr std::string_view opening_words[] = {
    "abstract",    "anons",      "bajada",     "catenaccio", "chapeau",     "chapo",        "deck",      "dek",
    "description", "entradilla", "excerpt",    "ingress",    "intro",       "introduction", "introtext", "lead",
    "leadtext",    "lede",       "manchet",    "perex",      "preamble",    "sapo",         "sommario",  "sottotitolo",
    "standfirst",  "strapline",  "subhead",    "subheading", "subheadline", "subtitle",     "subtitulo", "summary",
    "teaser",      "teasertext", "untertitel", "unterzeile", "vorspann"};
constexpr WordList opening_list(opening_words);

// Whole classes, their hyphens and underscores aside.
constexpr std::string_view hiding_classes[] = {
    "dnone",        "hidden",           "hide",   "ishidden", "offscreen",
    "screenreader", "screenreadertext", "sronly", "uhidden",  "visuallyhidden"};
constexpr WordList hiding_list(hiding_classes);

void note(std::string_view word, PartNames& names) {
  if (const std::size_t known = furniture_list.find(word); known < furniture_name_count) names.furniture.set(known);
  names.under_article = names.under_article || under_article_list.holds(word);
  names.caption = names.caption || caption_list.holds(word);
  names.opening = names.opening || opening_list.holds(word);
}

}  // namespace

void PartNames::read(std::string_view text) {
  constexpr std::size_t most = 2000;
  text = text.substr(0, most);
  std::array<char, most> letters;  // of the class, in lower case: its words stand in it one behind the other
  std::size_t end = 0, word = 0;   // of the letters; where the word that is read began
  std::size_t before = 0;          // where the word before it in the same class began
  bool hides = false;
  bool by_screen = false;  // "md:block", "d-lg-none": on some screens only
  const auto letters_from = [&](std::size_t from) { return std::string_view(letters.data() + from, end - from); };
  const auto end_word = [&] {
    if (word == end) return;
    note(letters_from(word), *this);
    if (before < word) note(letters_from(before), *this);
    before = word;
    word = end;
  };
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && i > 0 && text[i - 1] >= 'a' && text[i - 1] <= 'z')) end_word();
    if (letter) {
      letters[end++] = ascii_lower(c);
    } else if (is_ascii_blank(c)) {
      const std::string_view whole = letters_from(0);
      hides = hides || hiding_list.holds(whole);
      by_screen = by_screen || whole.starts_with("dmd") || whole.starts_with("dlg") || whole.starts_with("dsm");
      before = word = end = 0;
    } else if (c == ':' || c == '@') {
      by_screen = true;
    }
  }
  hidden = hidden || (hides && !by_screen);
}

}  // namespace sayso::dispatch
