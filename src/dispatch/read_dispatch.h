// Bytes to a dispatch: the first stage.
//
//     auto dispatch = read_dispatch("# Bridge hit\n\nThe bridge was hit.\n", {.path = "note.md"}, outlets);
//     dispatch->title.value == "Bridge hit";  dispatch->paragraphs[1].kind == ParagraphKind::body
#pragma once

#include <cstdint>
#include <string_view>

#include "base/outlets.h"
#include "sayso/dispatch.h"
#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso {

// A file beyond the first, or a text or Markdown file beyond the second, is refused: no dispatch is that long.
constexpr std::uint64_t most_file_bytes = 64ull << 20;
constexpr std::uint64_t most_text_bytes = 16ull << 20;

// Errors: empty, not_text, bad_encoding, too_large, no_article, wrong_use (an unknown format or encoding, no such day).
// Thread-safe; linear in the bytes.
Result<Dispatch> read_dispatch(std::string_view bytes, const ReadOptions& options, const Outlets& outlets);

}  // namespace sayso
