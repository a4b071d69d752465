// Names of elements and attributes as numbers: tag_named("DIV") == Tag::div, attribute_named("Class") ==
// Attribute::class_. A name that reading a dispatch does not need is Tag::other, or no attribute.
#pragma once

#include <optional>
#include <string_view>

#include "dispatch/html_tree.h"

namespace sayso::dispatch {

Tag tag_named(std::string_view name);
std::optional<Attribute> attribute_named(std::string_view name);

}  // namespace sayso::dispatch
