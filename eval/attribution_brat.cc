// Reads brat stand-off with code-point offsets.
//
//     T1	Source 0 9	Kesh Wire
//     T3	Content 11 29;35 40	Rebels Broke Truce again
//     E1	Attribution:T4 Content:T3 Cue:T2 Source:T1      -> one attribution in bytes
//
// Left out on purpose: working labels (Discuss, Discard), notes, relations and attributes, the Attribution's own span.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "attribution_gold.h"
#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

namespace fs = std::filesystem;

// The byte at which each code point begins, and the end of the text.
std::vector<std::uint32_t> bytes_of_points(std::string_view text) {
  std::vector<std::uint32_t> bytes;
  for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) bytes.push_back(static_cast<std::uint32_t>(at));
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

class AnnReader {
 public:
  AnnReader(std::string_view ann, std::string_view text, const std::string& name)
      : lines_(split(ann, '\n')), text_(text), points_(bytes_of_points(text)), name_(name) {
    if (!lines_.empty() && lines_.back().empty()) lines_.pop_back();
  }

  Result<std::vector<GoldAttribution>> read() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (line.empty()) continue;
      const auto cells = split(line, '\t');
      const bool labelled = cells.size() > 1 && cells[0].size() > 1;
      if (line[0] == 'T' && labelled) {
        if (auto fault = read_words(cells)) return *fault;
      } else if (line[0] == 'E' && labelled) {
        events_.push_back(at_);
      } else if (!labelled || std::string_view("RAMN#*").find(line[0]) == std::string_view::npos) {
        return fault("is no annotation");
      }
    }
    std::vector<GoldAttribution> found;
    for (const std::size_t line : events_) {
      at_ = line;
      GoldAttribution made;
      if (auto fault = read_event(split(lines_[line], '\t')[1], made)) return *fault;
      if (!made.source.empty() || !made.cue.empty() || !made.content.empty()) found.push_back(std::move(made));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const GoldAttribution& a, const GoldAttribution& b) { return start_of(a) < start_of(b); });
    return found;
  }

 private:
  static std::uint32_t start_of(const GoldAttribution& gold) {
    std::uint32_t start = ~std::uint32_t{0};
    for (const auto* pieces : {&gold.source, &gold.cue, &gold.content})
      if (!pieces->empty()) start = std::min(start, pieces->front().begin);
    return start;
  }

  Error fault(std::string message) const {
    return {ErrorCode::not_text, name_ + ":" + std::to_string(at_ + 1), std::move(message)};
  }

  std::optional<Error> read_words(const std::vector<std::string_view>& cells) {
    const std::size_t space = cells[1].find(' ');
    if (cells.size() < 3 || space == std::string_view::npos) return fault("needs a label, offsets and words");
    std::vector<Span> pieces;
    std::string expected;
    for (const std::string_view range : split(cells[1].substr(space + 1), ';')) {
      const auto ends = split(range, ' ');
      const auto begin = whole_number<std::uint32_t>(ends[0]),
                 end = ends.size() == 2 ? whole_number<std::uint32_t>(ends[1]) : std::nullopt;
      if (!begin || !end || *begin >= *end) return fault("has no span in '" + std::string(range) + "'");
      if (*end >= points_.size())
        return fault("ends at " + std::to_string(*end) + ", the text at " + std::to_string(points_.size() - 1));
      pieces.push_back({points_[*begin], points_[*end]});
      expected += (expected.empty() ? "" : " ") + std::string(slice(text_, pieces.back()));
    }
    // The words are those of the text, so they say themselves where they run on.
    const std::size_t first = at_;
    std::string words(lines_[at_].substr(static_cast<std::size_t>(cells[2].data() - lines_[at_].data())));
    while (words != expected && expected.starts_with(words + "\n") && at_ + 1 < lines_.size())
      words += "\n" + std::string(lines_[++at_]);
    if (words != expected) {
      at_ = first;
      return fault("says '" + words + "' where the text has '" + expected + "'");
    }
    std::sort(pieces.begin(), pieces.end());
    if (!words_.emplace(std::string(cells[0]), std::move(pieces)).second)
      return fault("'" + std::string(cells[0]) + "' stands twice");
    return std::nullopt;
  }

  std::optional<Error> read_event(std::string_view roles, GoldAttribution& made) const {
    const auto parts = split(roles, ' ');
    const std::string_view type = parts[0].substr(0, parts[0].find(':'));
    if (type != "Attribution" && type != "Attribution-no-source") return std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (parts[i].empty()) continue;
      const std::size_t colon = parts[i].find(':');
      std::string_view role = parts[i].substr(0, colon);
      while (!role.empty() && role.back() >= '0' && role.back() <= '9') role.remove_suffix(1);
      auto* pieces = role == "Source"    ? &made.source
                     : role == "Cue"     ? &made.cue
                     : role == "Content" ? &made.content
                                         : nullptr;
      if (colon == std::string_view::npos || pieces == nullptr)
        return fault("has an unknown role '" + std::string(parts[i]) + "'");
      const auto words = words_.find(parts[i].substr(colon + 1));
      if (words == words_.end())
        return fault("names '" + std::string(parts[i].substr(colon + 1)) + "', which is not there");
      pieces->insert(pieces->end(), words->second.begin(), words->second.end());
      std::sort(pieces->begin(), pieces->end());
    }
    return std::nullopt;
  }

  std::vector<std::string_view> lines_;
  std::string_view text_;
  std::vector<std::uint32_t> points_;
  std::string name_;
  std::size_t at_ = 0;
  std::map<std::string, std::vector<Span>, std::less<>> words_{};
  std::vector<std::size_t> events_{};  // lines
};

Result<std::vector<fs::path>> files_of(const fs::path& folder, std::string_view ending) {
  std::error_code failed;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (entry.path().extension() == ending) files.push_back(entry.path());
  if (failed) return Error{ErrorCode::unreadable, folder.string(), failed.message()};
  if (files.empty()) return Error{ErrorCode::unreadable, folder.string(), "holds no file in *" + std::string(ending)};
  std::sort(files.begin(), files.end());
  return files;
}

std::string counted(std::size_t count, const char* what) { return std::to_string(count) + " " + what; }

}  // namespace

Result<std::vector<GoldAttribution>> parse_brat(std::string_view ann, std::string_view text, const std::string& name) {
  if (const auto at = first_invalid(ann))
    return Error{ErrorCode::bad_encoding, name + ": byte " + std::to_string(*at), "is not UTF-8"};
  return AnnReader(ann, text, name).read();
}

Result<Gold> read_brat(const fs::path& folder, std::uint32_t annotator) {
  const auto texts = files_of(folder / "text", ".txt");
  if (!texts) return texts.error();
  const auto anns = files_of(folder / "attributions", ".ann");
  if (!anns) return anns.error();
  std::map<std::string, std::vector<fs::path>> by_name;  // NAME_WHO.ann
  std::set<std::string> names;
  for (const fs::path& text : *texts) names.insert(text.stem().string());
  for (const fs::path& ann : *anns) {
    const std::string stem = ann.stem().string();
    const std::string name = stem.substr(0, stem.rfind('_'));
    if (!names.contains(name)) return Error{ErrorCode::unreadable, ann.string(), "has no text/" + name + ".txt"};
    by_name[name].push_back(ann);
  }
  Gold gold;
  gold.outermost_only = true;
  std::size_t without = 0, others = 0;
  for (const fs::path& file : *texts) {
    const auto& annotations = by_name[file.stem().string()];
    const bool all = annotator == every_annotator;
    if (annotations.empty() || (!all && annotations.size() < annotator)) {
      ++without;
      continue;
    }
    if (!all) others += annotations.size() - 1;
    const auto text = read_file(file);
    if (!text) return text.error();
    if (const auto at = first_invalid(*text))
      return Error{ErrorCode::bad_encoding, file.string() + ": byte " + std::to_string(*at), "is not UTF-8"};
    for (std::size_t i = all ? 0 : annotator - 1; i < (all ? annotations.size() : annotator); ++i) {
      const auto ann = read_file(annotations[i]);
      if (!ann) return ann.error();
      auto attributions = parse_brat(*ann, *text, annotations[i].string());
      if (!attributions) return attributions.error();
      gold.articles.push_back({file.string(), *text, std::move(*attributions)});
    }
  }
  if (without != 0) gold.notes.push_back(counted(without, "texts without annotations of that annotator left out"));
  if (others != 0) gold.notes.push_back(counted(others, "files of other annotators left out"));
  if (gold.articles.empty())
    return Error{ErrorCode::empty, folder.string(), "no text has annotations of that annotator"};
  return gold;
}

}  // namespace sayso::eval
