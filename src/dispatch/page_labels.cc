// Labels of page furniture: "Read more:", "Original url:", "By ", "Photo:"; pointers and offers also in other languages
// of large outlets. They are a matter of layout, not
// of meaning, and therefore stand here beside the layout code and not among the lexicons.
#include "dispatch/page_labels.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

// Bytes of the longest label at the start of the text, with its colon and the space behind it. A label is whole words.
std::size_t label_at_start(std::string_view text, std::initializer_list<std::string_view> labels, bool colon_needed) {
  const std::string lower = to_lower(text.substr(0, 64));
  const auto at = [&](std::size_t i) { return i < lower.size() ? lower[i] : '\0'; };
  std::size_t best = 0;
  for (const std::string_view label : labels) {
    if (at(0) != label[0] || !lower.starts_with(label)) continue;  // most labels end at the first letter
    std::size_t end = label.size();
    if (at(end) != '\0' && at(end) != ' ' && at(end) != ':') continue;
    if (at(end) == ' ') ++end;
    if (at(end) == ':') {
      ++end;
      if (at(end) == ' ') ++end;
    } else if (colon_needed && at(end) != '\0') {
      continue;
    }
    best = std::max(best, end);
  }
  return std::min(best, text.size());
}

}  // namespace

std::size_t related_label(std::string_view text) {
  return label_at_start(text,
                        {"related",
                         "related article",
                         "related articles",
                         "related story",
                         "related stories",
                         "related news",
                         "related coverage",
                         "related content",
                         "related topics",
                         "related posts",
                         "related links",
                         "read more",
                         "read also",
                         "read next",
                         "read this",
                         "also read",
                         "see also",
                         "see more",
                         "more on this",
                         "more on this story",
                         "more news",
                         "more stories",
                         "more from",
                         "recommended",
                         "recommended reading",
                         "don't miss",
                         "don\xe2\x80\x99t miss",
                         "you may also like",
                         "further reading",
                         "watch",
                         "listen",
                         "lesen sie auch",
                         "lesen sie hier",
                         "lies auch",
                         "mehr zum thema",
                         "auch interessant",
                         "passend dazu",
                         "zum artikel",
                         "lire aussi",
                         "à lire aussi",
                         "lire également",
                         "voir aussi",
                         "leggi anche",
                         "vedi anche",
                         "lea también",
                         "lee también",
                         "te puede interesar",
                         "leia também",
                         "leia mais",
                         "veja também",
                         "lees ook",
                         "les også",
                         "les mer",
                         "læs også",
                         "läs också",
                         "läs mer",
                         "czytaj też",
                         "czytaj także",
                         "čtěte také",
                         "přečtěte si také",
                         "читайте также",
                         "смотрите также",
                         "читайте також",
                         "дивіться також",
                         "ilgili haber",
                         "baca juga",
                         "xem thêm",
                         "関連記事",
                         "相关阅读",
                         "관련기사",
                         "اقرأ أيضا",
                         "اقرأ أيضًا"},
                        false);
}

std::size_t promotion_label(std::string_view text) {
  return label_at_start(
      text,
      {"sign up for",    "sign up to",      "sign up here",        "subscribe to", "subscribe now", "follow us",
       "join our",       "get the latest",  "click here",          "download our", "download the",  "for more stories",
       "got a story",    "have a tip",      "do you have a story", "like us on",   "support our",   "abonnieren sie",
       "folgen sie",     "melden sie sich", "hier geht es",        "suivez",       "abonnez-vous",  "síguenos",
       "suscríbete",     "seguici",         "iscriviti",           "siga",         "assine",        "inscreva-se",
       "подписывайтесь", "підписуйтесь"},
      false);
}

std::size_t address_label(std::string_view text) {
  return label_at_start(
      text,
      {"original url", "original", "original article", "original source", "originally published at", "source",
       "source url", "url", "link", "permalink", "permanent link", "web address", "available at", "read the original",
       "view the original", "article url", "page url", "retrieved from", "from"},
      true);
}

std::size_t byline_label(std::string_view text) {
  if (!text.empty() && text.front() == '(') {
    const std::size_t inner = byline_label(text.substr(1));
    return inner > 3 ? inner + 1 : 0;
  }
  return label_at_start(text,
                        {"by", "reporting by", "additional reporting by", "writing by", "written by", "edited by",
                         "editing by", "story by", "author"},
                        false);
}

std::size_t credit_label(std::string_view text) {
  if (text.starts_with("\xc2\xa9")) return text.size() > 2 && text[2] == ' ' ? 3 : 2;
  if (const std::size_t by =
          label_at_start(text, {"photo by", "photograph by", "picture by", "image by", "photos by", "video by"}, false))
    return by;
  return label_at_start(text,
                        {"photo", "photos", "photo credit", "photo courtesy", "picture", "image", "image credit",
                         "image source", "credit", "video"},
                        true);
}

bool release_label(std::string_view text) {
  std::string_view rest = trim(text);
  const auto labels = {"for immediate release", "for release",  "immediate release", "news release", "press release",
                       "media release",         "download pdf", "view pdf",          "print version"};
  while (!rest.empty()) {
    std::size_t most = 0;
    for (const std::string_view label : labels) most = std::max(most, label_at_start(rest, {label}, false));
    if (most == 0) return false;
    rest = trim(rest.substr(most));
  }
  return true;
}

bool credit_word(std::string_view text) {
  const std::string lower = to_lower(text);
  for (const std::string_view word : {" images", " handout", "press service", "press office", " via ap", " via reuters",
                                      " photo", " photos", " pool"})
    if (lower.ends_with(word)) return true;
  return lower == "handout" || lower == "pool" || lower == "archive";
}

bool titles_no_article(std::string_view title) {
  constexpr std::size_t longest = 80;  // bytes; a headline about such pages says more
  if (title.size() > longest) return false;
  const std::string words = fold(title);
  for (const std::string_view whole :
       {"404", "403", "log in", "login", "sign in", "subscribe", "error", "anmelden", "se connecter", "not found"})
    if (words == whole) return true;
  for (const std::string_view part : {"404 not found",
                                      "page not found",
                                      "page cannot be found",
                                      "error 404",
                                      "404 error",
                                      "404 - ",
                                      "404 | ",
                                      "access denied",
                                      "just a moment...",
                                      "attention required!",
                                      "are you a robot",
                                      "verify you are human",
                                      "seite nicht gefunden",
                                      "page introuvable",
                                      "page non trouvee",
                                      "pagina no encontrada",
                                      "pagina non trovata",
                                      "pagina nao encontrada",
                                      "страница не найдена",
                                      "сторінку не знайдено",
                                      "sayfa bulunamadi",
                                      "pagina niet gevonden",
                                      "siden findes ikke",
                                      "sidan hittades inte",
                                      "nie znaleziono strony"})
    if (words.find(fold(part)) != std::string::npos) return true;
  return false;
}

}  // namespace sayso::dispatch
