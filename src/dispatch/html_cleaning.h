// HTML of strangers made harmless: what can run, frame, load or restyle is taken out, words and plain marks stay.
//
//     clean_html("<p onclick=x>Two <a href='../n'>hit</a><script>x()</script>", "http://kesh.example/a/b")
//         -> <p>Two <a href="http://kesh.example/n">hit</a>
//
// Every '<' of the result begins one of the known elements, every attribute is quoted and one of the known, every
// address is relative or leads somewhere harmless (is_safe_address), and a style holds only colours, sizes and the
// like.
#pragma once

#include <string>
#include <string_view>

namespace sayso::dispatch {

// Linear in the bytes. Addresses are resolved with `base`, if it is one.
std::string clean_html(std::string_view html, std::string_view base);

// The declarations of a style attribute that may stay, "color: red; margin: 0;".
std::string clean_style(std::string_view style);

// Whether a text of unknown kind is meant as HTML: it has an end tag or a reference, and no tag that HTML has not.
bool seems_html(std::string_view text);

}  // namespace sayso::dispatch
