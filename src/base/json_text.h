// Strings of a JSON object whose keys may be missing.
//
//     {"url": "https://kesh.example", "size": 12}   text_at "url"  ->  "https://kesh.example";  "size", "title"  ->  ""
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sayso {

inline std::string text_at(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace sayso
