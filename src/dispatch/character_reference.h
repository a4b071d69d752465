// "&amp;", "&#8212;", "&rsquo" … as HTML and Markdown write characters.
//
//     read_reference("&mdash; he said", false)   {"—", 7}
//     read_reference("&copy2", false)            {"©", 5}: old names need no semicolon in HTML
//     read_reference("& then", false)            {"", 0}: no reference
#pragma once

#include <string>
#include <string_view>

namespace sayso::dispatch {

struct Reference {
  std::string text{};    // UTF-8
  std::size_t size = 0;  // bytes of source it takes, 0 if there is none
};

// At text[0] == '&'. Numbers beyond Unicode, surrogates and NUL give U+FFFD; 0x80 to 0x9f are read as windows-1252.
Reference read_reference(std::string_view text, bool needs_semicolon);

// As text or an attribute's value holds it: in a value "&copy=1" is no reference but part of an address.
Reference read_text_reference(std::string_view text, bool attribute);

// All references of a text.
std::string decode_references(std::string_view text, bool attribute = true);

}  // namespace sayso::dispatch
