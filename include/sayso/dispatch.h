// One dispatch: a text that no longer changes, what is known about it, and the way back to the file it came from.
//
//     file bytes                     text (UTF-8)                       paragraphs
//     "# Moscow Says …\r\n\r\n…"  -> "Moscow Says …\n\nKYIV — The …"  -> headline [0,40), body [42,180), …
//
// Every later span is a range of `text`. Paragraphs are parted by "\n\n"; inside a paragraph white space is single
// spaces (a line break of the file is a space here). `raw` maps every byte of `text` to bytes of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/span.h"
#include "sayso/time.h"

namespace sayso {

enum class ParagraphKind : std::uint8_t {
  headline,  // the title as it stands in the text; read for claims as quote = headline
  heading,   // a heading between paragraphs; read like a headline
  body,      // read for claims
  quote,     // words set apart as somebody's (<blockquote>, "> …"); read as body is
  dateline,  // a line that holds only the date and place of publication
  byline,    // a line that names the writer
  credit,    // a picture's or agency's credit ("TASS")
  caption,   // words under a picture
  related,   // a pointer to another article
  address,   // the page's own address
};

std::string_view name_of(ParagraphKind kind);  // "headline", "body" …
constexpr bool is_running_text(ParagraphKind kind) {
  return kind == ParagraphKind::body || kind == ParagraphKind::quote;
}
std::optional<ParagraphKind> paragraph_kind_named(std::string_view name);

struct Paragraph {
  Span span{};
  ParagraphKind kind = ParagraphKind::body;

  bool operator==(const Paragraph&) const = default;
};

// A link inside the text: the words it stands on and where it leads ("#" and empty targets are kept as they are).
struct Hyperlink {
  Span span{};
  std::string url{};
  bool related = false;  // in a paragraph of kind `related`

  bool operator==(const Hyperlink&) const = default;
};

// A piece of the map back to the file: text [text.begin, text.end) was made from file bytes [raw.begin, raw.end).
// If `verbatim` the two are the same bytes one by one; otherwise the whole piece stands for the whole raw range (an
// entity such as "&amp;", a converted code page, white space folded to one space). Pieces rise in text order and
// cover it; raw ranges may be empty (a separator we added).
struct RawPiece {
  Span text{};
  Span raw{};
  bool verbatim = true;

  bool operator==(const RawPiece&) const = default;
};

// A value read from the page beside the rule that found it ("json-ld", "meta:og:title", "address", "markdown:h1",
// "option").
struct Found {
  std::string value{};
  std::string rule{};
  std::optional<Span> span{};  // where it also stands in the text, if it does

  bool operator==(const Found&) const = default;
};

// A day that the page gives for its publication or its last change, and where.
struct FoundDay {
  Day day{};
  Found as{};

  bool operator==(const FoundDay&) const = default;
};

// A part of a live page or of a list of updates that was written at a time of its own.
//
//     "14:05 The bridge is closed. …  13:40 Two bridges were hit. …"     two entries
struct Entry {
  Span span{};  // of the text, from its first paragraph to the end of its last; entries rise and do not overlap
  Day day{};    // on which it was written, by the page's own clock
  std::optional<Clock> clock{};  // and when; unset: the page gives the day alone
  Found title{};                 // its heading; empty if it has none
  Found as{};                    // the time as the page writes it ("2022-09-12T14:05:00+03:00"), and the rule

  bool operator==(const Entry&) const = default;
};

struct Dispatch {
  std::string id{};        // "sha256:" and 64 hex digits: see dispatch_id
  std::string sha256{};    // of the file's bytes, 64 lower-case hex digits
  std::string path{};      // the file as given; "-" for standard input
  std::string format{};    // "text", "markdown" or "html"
  std::string encoding{};  // "UTF-8", "windows-1251" …: what the bytes were read as
  std::uint64_t raw_size = 0;

  std::string url{};  // canonical address, else as given; empty if unknown
  Found title{};
  Found outlet{};  // "The Moscow Times"; empty if unknown
  Found byline{};
  std::vector<std::string> authors{};  // the names in it: of persons, or of an agency or desk that signs; each once
  Found credit{};
  Found language{};  // "en"; empty if unknown
  std::optional<Day> published{};
  std::optional<Clock> published_clock{};  // and the time of that day with its zone, if anything tells it
  Found published_as{};                    // the words or attribute it came from, and the rule
  std::optional<Day> modified{};           // the day of its last change, if the page tells one
  std::optional<Clock> modified_clock{};
  Found modified_as{};
  std::vector<FoundDay> dates{};  // every day the page gives for its publication, the chosen one first

  std::string text{};  // UTF-8, no NUL, at most 4 GiB - 1
  std::vector<Paragraph> paragraphs{};
  std::vector<Hyperlink> links{};
  std::vector<RawPiece> raw{};
  std::vector<Entry> entries{};  // empty unless the page is a live blog or a list of updates
  std::vector<std::string>
      notes{};  // what was mended, looks odd or was left out, in plain words ("a paragraph torn … was joined")

  bool operator==(const Dispatch&) const = default;
};

// The identity of a dispatch: the same bytes under the same given address are one dispatch; the same words under
// another address are another attestation of them. Without a given address it is the hash of the bytes alone.
std::string dispatch_id(std::string_view bytes, std::string_view given_url);

// The entry in which words of the dispatch stand; nullptr if they stand in none.
const Entry* entry_at(const Dispatch& dispatch, Span text_span);

// The day on which words of the dispatch were written: their entry's, else that of publication. "Today" there is this
// day.
std::optional<Day> day_written(const Dispatch& dispatch, Span text_span);

// The file's bytes a span of the text came from: the smallest raw range that covers it.
Span raw_span(const Dispatch& dispatch, Span text_span);

}  // namespace sayso
