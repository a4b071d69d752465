// Dates as pages write them: "Monday, September 12, 2022 10:03 GMT" is a date line and means 2022-09-12.
// Leaves out on purpose: dates without a year ("Sept 12") and relative words ("today"): the year would be a guess here.
// Labels and weekdays stand in this file because they are a matter of form, as digits are.
#include "dispatch/written_date.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "dispatch/month_names.h"

namespace sayso::dispatch {
namespace {

struct Piece {
  enum Kind : std::uint8_t { word, number, mark } kind;
  Span span;
  std::string text;  // lower case
  int value = 0;     // of a number of at most four digits, else -1
};

bool word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

std::vector<Piece> cut_pieces(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    Piece::Kind kind = Piece::mark;
    if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
      ++at;
      continue;
    }
    if (is_ascii_digit(text[at])) {
      while (at < text.size() && is_ascii_digit(text[at])) ++at;
      kind = Piece::number;
    } else if (word_byte(text[at])) {
      while (at < text.size() && word_byte(text[at])) ++at;
      kind = Piece::word;
    } else {
      ++at;
    }
    Piece piece{.kind = kind,
                .span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                .text = to_lower(text.substr(begin, at - begin))};
    if (kind == Piece::number) {
      piece.value = -1;
      if (at - begin <= 4) std::from_chars(text.data() + begin, text.data() + at, piece.value);
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

// Every date has some: most lines of a page end here.
bool has_figure(std::string_view text) { return std::any_of(text.begin(), text.end(), is_ascii_digit); }

unsigned month_of_piece(const Piece& piece) { return piece.kind == Piece::word ? month_named(piece.text) : 0; }

std::optional<Day> written_day(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

class Cursor {
 public:
  Cursor(const std::vector<Piece>& pieces, std::size_t at) : pieces_(pieces), at_(at) {}

  bool mark(char c) {
    if (at_ >= pieces_.size() || pieces_[at_].kind != Piece::mark || pieces_[at_].text[0] != c) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view text) {
    if (at_ >= pieces_.size() || pieces_[at_].kind != Piece::word || pieces_[at_].text != text) return false;
    ++at_;
    return true;
  }
  bool word_begins(std::string_view text) {
    if (at_ >= pieces_.size() || pieces_[at_].kind != Piece::word || !pieces_[at_].text.starts_with(text)) return false;
    ++at_;
    return true;
  }
  int month() {
    const unsigned month = at_ < pieces_.size() ? month_of_piece(pieces_[at_]) : 0;
    if (month != 0) ++at_;
    return static_cast<int>(month);
  }
  int number(std::size_t least, std::size_t most) {
    if (at_ >= pieces_.size() || pieces_[at_].kind != Piece::number || pieces_[at_].value < 0) return -1;
    const std::size_t digits = pieces_[at_].text.size();
    if (digits < least || digits > most) return -1;
    return pieces_[at_++].value;
  }
  void ordinal() {
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "\xc2\xba"})
      if (word(ending)) return;
  }
  std::size_t at() const { return at_; }

 private:
  const std::vector<Piece>& pieces_;
  std::size_t at_;
};

struct Read {
  Day day{};
  std::size_t end = 0;  // the piece behind the date
};

std::optional<Read> made(std::optional<Day> day, const Cursor& cursor) {
  if (!day) return std::nullopt;
  return Read{*day, cursor.at()};
}

// "September 12, 2022"
std::optional<Read> month_first(Cursor cursor) {
  const int month = cursor.month();
  if (month == 0) return std::nullopt;
  cursor.mark('.');
  const int day = cursor.number(1, 2);
  if (day < 0) return std::nullopt;
  cursor.ordinal();
  if (!cursor.mark(',')) cursor.mark('.');
  return made(written_day(cursor.number(4, 4), month, day), cursor);
}

// "12th of September, 2022"
std::optional<Read> day_first(Cursor cursor) {
  const int day = cursor.number(1, 2);
  if (day < 0) return std::nullopt;
  cursor.ordinal();
  cursor.mark('.');
  if (!cursor.word("of")) cursor.word("de");
  cursor.mark('-');
  const int month = cursor.month();
  if (month == 0) return std::nullopt;
  cursor.mark('.');
  if (!cursor.word("de")) cursor.word("del");
  cursor.mark(',');
  cursor.mark('-');
  return made(written_day(cursor.number(4, 4), month, day), cursor);
}

// "2022-09-12", "2022/09/12", "2022.09.12"
std::optional<Read> year_first(Cursor cursor) {
  const int year = cursor.number(4, 4);
  if (year < 0) return std::nullopt;
  const char separator = cursor.mark('-') ? '-' : cursor.mark('/') ? '/' : cursor.mark('.') ? '.' : '\0';
  if (separator == '\0') return std::nullopt;
  const int month = cursor.number(1, 2);
  if (month < 0 || !cursor.mark(separator)) return std::nullopt;
  return made(written_day(year, month, cursor.number(1, 2)), cursor);
}

// "2022年9月12日", "2022년 9월 12일"
std::optional<Read> with_units(Cursor cursor) {
  const int year = cursor.number(4, 4);
  if (year < 0 || !(cursor.word("\xe5\xb9\xb4") || cursor.word("\xeb\x85\x84"))) return std::nullopt;
  const int month = cursor.number(1, 2);
  if (month < 0 || !(cursor.word("\xe6\x9c\x88") || cursor.word("\xec\x9b\x94"))) return std::nullopt;
  const int day = cursor.number(1, 2);
  if (day < 0 || !(cursor.word_begins("\xe6\x97\xa5") || cursor.word_begins("\xec\x9d\xbc"))) return std::nullopt;
  return made(written_day(year, month, day), cursor);
}

// "12.09.2022" is day first; "13/09/2022" and "09/13/2022" have one reading each, "03/04/2022" has two and gives
// nothing.
std::optional<Read> in_figures(Cursor cursor) {
  const int first = cursor.number(1, 2);
  if (first < 0) return std::nullopt;
  const bool slash = !cursor.mark('.');
  if (slash && !cursor.mark('/')) return std::nullopt;
  const int second = cursor.number(1, 2);
  if (second < 0 || !cursor.mark(slash ? '/' : '.')) return std::nullopt;
  const int year = cursor.number(4, 4);
  if (!slash) return made(written_day(year, second, first), cursor);
  if (first > 12 || first == second) return made(written_day(year, second, first), cursor);
  if (second > 12) return made(written_day(year, first, second), cursor);
  return std::nullopt;
}

std::optional<Read> read_at(const std::vector<Piece>& pieces, std::size_t at) {
  // A date does not begin inside "192.168.12.09.2022" or "K-2022-09-12".
  if (at > 0 && pieces[at].kind == Piece::number && pieces[at - 1].span.end == pieces[at].span.begin &&
      (pieces[at - 1].text == "." || pieces[at - 1].text == "-" || pieces[at - 1].kind == Piece::word))
    return std::nullopt;
  for (const auto form : {month_first, day_first, year_first, with_units, in_figures})
    if (const std::optional<Read> read = form(Cursor(pieces, at))) return read;
  return std::nullopt;
}

// "12.09.22", in a line that holds nothing else: this century.
std::optional<Read> short_figures(const std::vector<Piece>& pieces, std::size_t at) {
  Cursor cursor(pieces, at);
  const int day = cursor.number(2, 2);
  if (day < 0 || !cursor.mark('.')) return std::nullopt;
  const int month = cursor.number(2, 2);
  if (month < 0 || !cursor.mark('.')) return std::nullopt;
  const int year = cursor.number(2, 2);
  constexpr int century = 2000;
  return year < 0 ? std::nullopt : made(written_day(century + year, month, day), cursor);
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view one : words)
    if (one == word) return true;
  return false;
}

bool weekday(std::string_view word) {
  return among(word,
               {"monday",     "tuesday",  "wednesday",   "thursday", "friday",     "saturday", "sunday",   "mon",
                "tue",        "tues",     "wed",         "thu",      "thur",       "thurs",    "fri",      "sat",
                "sun",        "montag",   "dienstag",    "mittwoch", "donnerstag", "freitag",  "samstag",  "sonntag",
                "mo",         "di",       "mi",          "do",       "fr",         "sa",       "so",       "lundi",
                "mardi",      "mercredi", "jeudi",       "vendredi", "samedi",     "dimanche", "lunes",    "martes",
                "miércoles",  "jueves",   "viernes",     "sábado",   "domingo",    "lunedì",   "martedì",  "mercoledì",
                "giovedì",    "venerdì",  "sabato",      "domenica", "maandag",    "dinsdag",  "woensdag", "donderdag",
                "vrijdag",    "zaterdag", "zondag",      "mandag",   "tirsdag",    "onsdag",   "torsdag",  "fredag",
                "lørdag",     "søndag",   "понедельник", "вторник",  "среда",      "четверг",  "пятница",  "суббота",
                "воскресенье"});
}
bool label(std::string_view word) {
  return among(word, {"published",    "posted",       "updated",      "modified",
                      "last",         "first",        "date",         "on",
                      "at",           "created",      "issued",       "released",
                      "release",      "dated",        "datum",        "veröffentlicht",
                      "aktualisiert", "erstellt",     "stand",        "am",
                      "vom",          "le",           "publié",       "publicado",
                      "publicada",    "el",           "em",           "pubblicato",
                      "il",           "opublikowano", "gepubliceerd", "op",
                      "publicerad",   "publisert",    "udgivet",      "опубликовано",
                      "yayınlanma",   "tarihi",       "von",          "by",
                      "par",          "por",          "güncelleme",   "aggiornato",
                      "actualizado",  "oppdatert",    "uppdaterad",   "zuletzt",
                      "обновлено",    "giriş",        "fecha",        "data"});
}
bool clock_word(std::string_view word) {
  return among(
      word, {"t",    "z",     "am",   "pm",  "a",     "p",   "m",    "at",       "gmt",     "utc",  "bst",      "est",
             "edt",  "et",    "cst",  "cdt", "pst",   "pdt", "cet",  "cest",     "eet",     "eest", "msk",      "ist",
             "jst",  "local", "time", "hrs", "hours", "h",   "noon", "midnight", "uhr",     "um",   "\xc3\xa0", "las",
             "alle", "ore",   "kl",   "klo", "om",    "uur", "godz", "saat",     "\xd0\xb2"});
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text) {
  if (!has_figure(text)) return std::nullopt;
  const std::vector<Piece> pieces = cut_pieces(text);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].kind == Piece::mark) continue;
    if (const std::optional<Read> read = read_at(pieces, at))
      return WrittenDate{read->day, {pieces[at].span.begin, pieces[read->end - 1].span.end}};
  }
  return std::nullopt;
}

std::optional<WrittenDate> find_cable_date(std::string_view dateline) {
  const std::vector<Piece> pieces = cut_pieces(dateline);
  for (std::size_t at = 0; at + 2 < pieces.size(); ++at) {
    const Piece& year = pieces[at + 2];
    const bool last = at + 3 == pieces.size() || pieces[at + 3].text == "(";
    if (!last || year.kind != Piece::number || year.span.end - year.span.begin != 2) continue;
    Cursor cursor(pieces, at);
    const int day = cursor.number(1, 2);
    const int month = day < 0 ? 0 : cursor.month();
    if (month == 0) continue;
    constexpr int first_of_last_century = 50;
    const auto read = written_day(year.value + (year.value < first_of_last_century ? 2000 : 1900), month, day);
    if (read) return WrittenDate{*read, {pieces[at].span.begin, year.span.end}};
  }
  return std::nullopt;
}

std::optional<MonthDay> month_day_at(std::string_view text) {
  constexpr std::size_t longest = 24;
  const std::vector<Piece> pieces = cut_pieces(text.substr(0, longest));
  Cursor cursor(pieces, 0);
  int month = cursor.month();
  if (month != 0) cursor.mark('.');
  const int day = cursor.number(1, 2);
  if (day > 0) cursor.ordinal();
  if (month == 0) month = cursor.month();
  constexpr int leap_year = 2000;
  if (month == 0 || day < 1 || !written_day(leap_year, month, day)) return std::nullopt;
  return MonthDay{static_cast<unsigned>(month), static_cast<unsigned>(day), pieces[cursor.at() - 1].span.end};
}

std::optional<WrittenDate> read_date_line(std::string_view line) {
  if (line.size() > 160 || !has_figure(line)) return std::nullopt;
  const std::vector<Piece> pieces = cut_pieces(line);
  std::optional<WrittenDate> found;
  std::size_t place_words = 0;  // "Kyiv," in front of the date
  bool after = false;
  for (std::size_t at = 0; at < pieces.size();) {
    const Piece& piece = pieces[at];
    if (piece.kind != Piece::mark) {
      std::optional<Read> read = read_at(pieces, at);
      if (!read && !found) read = short_figures(pieces, at);
      if (read) {
        if (!found) found = WrittenDate{read->day, {piece.span.begin, pieces[read->end - 1].span.end}};
        after = true;
        at = read->end;
        continue;
      }
    }
    ++at;
    if (piece.kind == Piece::mark) continue;
    if (piece.kind == Piece::number) {
      if (piece.text.size() > 4) return std::nullopt;
      continue;  // of a time
    }
    if (weekday(piece.text) || label(piece.text) || (after && clock_word(piece.text))) continue;
    if (clock_word(piece.text) && at >= 2 && pieces[at - 2].kind == Piece::number)
      continue;  // "10:30 GMT, 12 September 2022"
    std::size_t first = piece.span.begin;
    if (!after && is_upper(next_code_point(line, first)) && ++place_words <= 3) continue;
    return std::nullopt;
  }
  // A number in front is a time only with a colon; a place must be parted from the date by a comma or a dash.
  if (!found) return std::nullopt;
  if (place_words > 0) {
    const std::string_view before = line.substr(0, found->span.begin);
    if (before.find(',') == std::string_view::npos && before.find('-') == std::string_view::npos &&
        before.find("\xe2\x80") == std::string_view::npos && before.find(':') == std::string_view::npos &&
        before.find('|') == std::string_view::npos)
      return std::nullopt;
  }
  return found;
}

}  // namespace sayso::dispatch
