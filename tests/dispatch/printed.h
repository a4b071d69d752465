// A dispatch as the tests compare it: one line a fact, one a paragraph.
//
//     title "Bridge hit" markdown:h1
//     published 2022-09-12 date-line
//     headline | Bridge hit
//     body     | The bridge was hit.
#pragma once

#include <array>
#include <string>

#include "dispatch/read_dispatch.h"
#include "lexicon/outlets.h"

namespace sayso::test {

inline const Outlets& outlets() {
  static const Outlets table = [] {
    auto read = read_outlets(std::string(SAYSO_SOURCE_DIR) + "/data/lexicons/outlets.tsv");
    return read ? *std::move(read) : Outlets();
  }();
  return table;
}

inline std::string paragraphs(const Dispatch& dispatch) {
  std::string out;
  for (const Paragraph& paragraph : dispatch.paragraphs) {
    std::string kind(name_of(paragraph.kind));
    kind.resize(8, ' ');
    out += kind + " | " + std::string(slice(dispatch.text, paragraph.span)) + "\n";
  }
  return out;
}

inline std::string facts(const Dispatch& dispatch) {
  std::string out;
  const auto line = [&](const char* name, const Found& found) {
    if (!found.value.empty()) out += std::string(name) + " \"" + found.value + "\" " + found.rule + "\n";
  };
  line("title", dispatch.title);
  line("outlet", dispatch.outlet);
  line("byline", dispatch.byline);
  line("credit", dispatch.credit);
  line("language", dispatch.language);
  if (dispatch.published) out += "published " + iso(*dispatch.published) + " " + dispatch.published_as.rule + "\n";
  if (!dispatch.url.empty()) out += "url " + dispatch.url + "\n";
  for (const Hyperlink& link : dispatch.links) {
    out += "link \"" + std::string(slice(dispatch.text, link.span)) + "\" " + link.url +
           (link.related ? " related" : "") + "\n";
  }
  return out;
}

inline std::string notes(const Dispatch& dispatch) {
  std::string out;
  for (const std::string& note : dispatch.notes) out += note + "\n";
  return out;
}

inline std::string code_name(ErrorCode code) {
  constexpr std::array names{"unreadable", "empty",     "not-text",   "bad-encoding", "too-large", "no-article",
                             "bad-rule",   "bad-model", "bad-ledger", "storage",      "not-found", "wrong-use"};
  return names[static_cast<std::size_t>(code)];
}

// What every dispatch must keep, whatever the input: empty if it does, else what is broken.
inline std::string broken_promise(const Dispatch& dispatch, std::string_view bytes) {
  std::uint32_t at = 0;
  for (const RawPiece& piece : dispatch.raw) {
    if (piece.text.begin != at) return "pieces do not cover the text at " + std::to_string(at);
    if (piece.text.end <= piece.text.begin) return "an empty piece at " + std::to_string(at);
    at = piece.text.end;
    if (piece.raw.begin > piece.raw.end || piece.raw.end > bytes.size())
      return "raw range outside the file at " + std::to_string(at);
    if (piece.verbatim && slice(dispatch.text, piece.text) != slice(bytes, piece.raw))
      return "not verbatim: " + std::string(slice(dispatch.text, piece.text));
  }
  if (at != dispatch.text.size()) return "pieces end before the text";
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < dispatch.paragraphs.size(); ++i) {
    const Span span = dispatch.paragraphs[i].span;
    if (span.empty() || span.end > dispatch.text.size()) return "paragraph outside the text";
    if (span.begin != (i == 0 ? 0 : end + 2)) return "paragraphs out of order";
    if (i > 0 && dispatch.text.substr(end, 2) != "\n\n") return "paragraphs not parted by an empty line";
    const std::string_view text = slice(dispatch.text, span);
    if (text.find_first_of("\t\r\n\f\v") != std::string_view::npos || text.find("  ") != std::string_view::npos ||
        text.front() == ' ' || text.back() == ' ')
      return "white space is not single spaces: " + std::string(text);
    end = span.end;
  }
  if (end != dispatch.text.size()) return "text behind the last paragraph";
  if (dispatch.text.find('\0') != std::string::npos) return "a NUL in the text";
  for (const Hyperlink& link : dispatch.links)
    if (link.span.end > dispatch.text.size() || link.span.empty()) return "a link outside the text";
  for (const Found* found :
       {&dispatch.title, &dispatch.outlet, &dispatch.byline, &dispatch.credit, &dispatch.published_as})
    if (found->span && found->span->end > dispatch.text.size()) return "a fact outside the text";
  return {};
}

}  // namespace sayso::test
