// The table of how words are written, kept as the file's bytes and searched as it is sorted.
//
//     "bombings" -> not there; "bombing" is, in small letters -> small
//
// Left out on purpose: words that are one thing in a name and another outside it ("Rose", "rose"): small wins, and
// what stands around them decides (capitals.cc).
#include "language/usual_case.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/file.h"

namespace sayso {
namespace {

// What a form may be a form of: the ending off, the other put on. The same as in training/usual_case.py.
constexpr std::pair<std::string_view, std::string_view> endings[] = {
    {"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}};

std::optional<Written> written_named(std::string_view value) {
  if (value.empty()) return Written::small;
  if (value == "beside-name") return Written::beside_name;
  if (value == "capitals") return Written::capitals;
  return std::nullopt;
}

}  // namespace

Result<UsualCase> UsualCase::load(const std::filesystem::path& lexicons) {
  const auto path = lexicons / "usual_case.tsv";
  auto bytes = read_file(path);
  if (!bytes) return std::move(bytes).error();
  UsualCase usual;
  usual.bytes_ = std::move(*bytes);
  const std::string_view text = usual.bytes_;
  std::uint32_t number = 0;
  std::string_view last;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t tab = line.find('\t');
    const std::string_view word = line.substr(0, tab);
    if (!line.empty() && line.front() != '#') {
      const auto fault = [&](const std::string& message) {
        return Error{ErrorCode::bad_rule, path.string() + ":" + std::to_string(number + 1), message};
      };
      if (tab == std::string_view::npos || word.empty() || word.size() > 255)
        return fault("a row is a word, a tab and how it is written");
      if (word <= last)
        return fault("\"" + std::string(word) + "\" is not behind the word before it: rows rise by bytes");
      const auto written = written_named(line.substr(tab + 1));
      if (!written)
        return fault("\"" + std::string(line.substr(tab + 1)) + "\" is none of beside-name, capitals or empty");
      usual.rows_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(word.size()), *written});
      last = word;
    }
    at = end + 1;
  }
  return usual;
}

const Written* UsualCase::find(std::string_view word) const {
  const std::string_view text = bytes_;
  const auto word_of = [&](const Row& row) { return text.substr(row.at, row.size); };
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), word,
                                      [&](const Row& row, std::string_view sought) { return word_of(row) < sought; });
  return found != rows_.end() && word_of(*found) == word ? &found->written : nullptr;
}

std::optional<Written> UsualCase::of_form(std::string_view word, int endings_left) const {
  if (const Written* written = find(word)) return *written;
  if (endings_left == 0) return std::nullopt;
  std::string base;
  for (const auto& [ending, other] : endings) {
    if (!word.ends_with(ending) || word.size() <= ending.size() + 2) continue;
    base.assign(word.substr(0, word.size() - ending.size())).append(other);
    const auto written = of_form(base, endings_left - 1);
    if (written && *written != Written::capitals) return written;
  }
  return std::nullopt;
}

Written UsualCase::of(std::string_view word) const {
  constexpr int most_endings = 2;  // "bomb-ing-s"
  return of_form(word, most_endings).value_or(Written::name);
}

}  // namespace sayso
