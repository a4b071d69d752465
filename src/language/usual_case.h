// How words are written inside a sentence where a text has small letters: data/lexicons/usual_case.tsv.
//
//     auto usual = UsualCase::load("data/lexicons");
//     usual->of("bombs") == Written::small      usual->of("president") == Written::beside_name ("President Osk")
//     usual->of("osk") == Written::name         usual->of("nato") == Written::capitals
//
// Asked with a word in small letters. A word that the table lacks is small if it is a form of one that it has, else a
// name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

enum class Written : std::uint8_t { small, beside_name, capitals, name };

class UsualCase {
 public:
  // Errors: unreadable; bad_rule with "file:line" for rows that do not rise or a value that is none of ours.
  static Result<UsualCase> load(const std::filesystem::path& lexicons);

  Written of(std::string_view word) const;

 private:
  const Written* find(std::string_view word) const;
  std::optional<Written> of_form(std::string_view word, int endings_left) const;

  std::string bytes_;  // the file
  struct Row {
    std::uint32_t at;
    std::uint8_t size;
    Written written;
  };
  std::vector<Row> rows_;  // rising by their words
};

}  // namespace sayso
