// What kind of file this is, by its bytes and its name's ending.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::dispatch {

enum class Format : std::uint8_t { text, markdown, html };

const char* name_of(Format format);

// Looks like HTML before it is decoded: an opening tag or doctype near the start (also in UTF-16), or .html with tags.
bool looks_like_html(std::string_view bytes, const ReadOptions& options);

// Text or Markdown. The ending .md decides; otherwise headings, links, bold type and escapes do, for converters write
// Markdown into files of any name.
Format text_format(std::string_view text, const ReadOptions& options);

// not_text with the kind of file in words ("a PDF file"), or nothing if it can be text.
std::optional<Error> binary_fault(std::string_view bytes, const ReadOptions& options, bool html);

}  // namespace sayso::dispatch
