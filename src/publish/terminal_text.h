// Text that is safe to print: what a page says must never drive the terminal it is shown on.
//
//     safe_text("Two\x1b[31m dead")  -> "Two␛[31m dead"      the escape character is shown, not sent
//     display_width("Київ 北京")      -> 9                    four letters, a space, two wide characters
//
// Width follows Unicode's East Asian Width (wide and full-width take two cells) and takes marks and format characters
// as nothing. Source: ICU's character properties.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso::publish {

// One code point as it may be printed: controls become their Unicode pictures (␀ … ␡), what cannot be shown safely
// (C1 controls, direction overrides, bytes that are not UTF-8) U+FFFD, line and paragraph breaks a space, soft hyphens
// and zero-width spaces nothing.
void append_safe(std::string& out, char32_t code_point);

// The whole string so; any bytes are allowed as input, the result is always UTF-8 without control characters.
std::string safe_text(std::string_view text);

// Cells that `code_point` takes: 0, 1 or 2.
std::size_t display_width(char32_t code_point);
std::size_t display_width(std::string_view text);

}  // namespace sayso::publish
