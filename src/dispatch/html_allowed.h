// What may stay in HTML of strangers: elements, attributes and style properties that show, and do nothing.
#pragma once

#include <string_view>

namespace sayso::dispatch {

// All take lower-case names.
bool is_allowed_element(std::string_view name);    // "p"; not "script", "iframe", "svg"
bool is_void_element(std::string_view name);       // "br": has no end tag
bool is_dropped_whole(std::string_view name);      // "script": goes with what it holds
bool is_allowed_attribute(std::string_view name);  // "title"; not "onclick", "style" (which is cleaned by itself)
bool is_address_attribute(std::string_view name);  // "href", "src"
bool is_allowed_property(std::string_view name);   // "color"; not "position", "behavior"

}  // namespace sayso::dispatch
