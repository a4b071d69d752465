// Reads labels B-PER, I-PER … O as spans and compares spans.
//
//     B-LOC I-LOC O B-PER -> [0,2) place, [3,4) person
//
// Left out on purpose: names inside names.
#include "conllu_names.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

// Takes labels one by one; an I- behind another kind, or behind O, begins a name as B- does.
class Spans {
 public:
  // False if it is no label.
  bool add(std::string_view label) {
    const bool outside = label == "O" || label.empty() || label == "_";
    const auto kind = outside || label.size() < 3 ? std::nullopt : name_kind_named(label.substr(2));
    if (!outside && (!kind || (!label.starts_with("B-") && !label.starts_with("I-")))) return false;
    if (open_ && (outside || label[0] == 'B' || *kind != names_.back().kind)) open_ = false;
    if (!outside && !open_) {
      names_.push_back({at_, at_, *kind});
      open_ = true;
    }
    ++at_;
    if (open_) names_.back().last = at_;
    return true;
  }
  std::uint32_t words() const { return at_; }
  const std::vector<NameSpan>& names() const { return names_; }

 private:
  std::vector<NameSpan> names_{};
  std::uint32_t at_ = 0;
  bool open_ = false;
};

void note_kinds(GoldNames& gold) {
  for (const NameSpan& name : gold.names) {
    gold.has_units = gold.has_units || name.kind == NameKind::military_unit;
    gold.has_others = gold.has_others || name.kind == NameKind::other;
  }
}

std::string_view label_in(std::string_view misc) {
  for (const std::string_view part : split(misc, '|'))
    for (const std::string_view key : {"Name=", "NER="})
      if (part.starts_with(key)) return part.substr(key.size());
  return "";
}

}  // namespace

Result<GoldNames> parse_iob2(std::string_view text, const std::string& name, const UdFile& gold) {
  std::map<std::string, Spans, std::less<>> by_id;
  Spans* sentence = nullptr;
  std::size_t line = 0;
  const auto fault = [&](std::string message) {
    return Error{ErrorCode::not_text, name + ":" + std::to_string(line), std::move(message)};
  };
  for (std::string_view row : split(text, '\n')) {
    ++line;
    if (row.ends_with('\r')) return fault("ends with CR LF, where LF alone is expected");
    if (row.empty()) {
      sentence = nullptr;
    } else if (row.starts_with("# sent_id = ")) {
      sentence = &(by_id[std::string(row.substr(12))] = Spans{});
    } else if (row[0] != '#') {
      const auto cells = split(row, '\t');
      if (cells.size() < 3) return fault("has " + std::to_string(cells.size()) + " columns where a label is the third");
      if (sentence == nullptr) return fault("a word without \"# sent_id = \" before it");
      if (!sentence->add(cells[2])) return fault("'" + std::string(cells[2]) + "' is no label of a name");
    }
  }
  GoldNames out{.from = name};
  for (const UdSentence& s : gold.sentences) {
    const auto found = by_id.find(s.id);
    const bool same = found != by_id.end() && found->second.words() == s.last - s.first;
    out.known.push_back(same);
    if (!same) continue;
    for (const NameSpan& span : found->second.names())
      out.names.push_back({s.first + span.first, s.first + span.last, span.kind});
  }
  if (std::none_of(out.known.begin(), out.known.end(), [](bool known) { return known; }))
    return Error{ErrorCode::empty, name, "has none of the treebank's sentences"};
  note_kinds(out);
  return out;
}

Result<GoldNames> read_iob2(const std::filesystem::path& path, const UdFile& gold) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  return parse_iob2(*bytes, path.string(), gold);
}

std::optional<GoldNames> names_in_misc(const UdFile& gold) {
  GoldNames out{.from = "MISC", .known = std::vector<bool>(gold.sentences.size(), true)};
  for (const UdSentence& s : gold.sentences) {
    Spans spans;
    for (std::uint32_t i = s.first; i < s.last; ++i)
      if (!spans.add(label_in(gold.words[i].misc))) spans.add("O");
    for (const NameSpan& span : spans.names())
      out.names.push_back({s.first + span.first, s.first + span.last, span.kind});
  }
  if (out.names.empty()) return std::nullopt;
  note_kinds(out);
  return out;
}

std::optional<std::filesystem::path> sibling_names(const std::filesystem::path& treebank) {
  std::error_code ignored;
  const std::filesystem::path whole = std::filesystem::absolute(treebank, ignored);
  const std::string folder = whole.parent_path().filename().string();
  if (!folder.starts_with("UD_")) return std::nullopt;
  std::filesystem::path names = whole.parent_path().parent_path() / ("UNER_" + folder.substr(3)) / whole.filename();
  names.replace_extension(".iob2");
  if (!std::filesystem::is_regular_file(names, ignored)) return std::nullopt;
  return names;
}

Score compare_names(const GoldNames& gold, const UdFile& gold_file, const std::vector<NameSpan>& found,
                    const UdFile& system, const std::vector<WordPair>& pairs) {
  constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> gold_of(system.words.size(), nowhere);
  for (const WordPair& pair : pairs) gold_of[pair.system] = pair.gold;
  // Where a word that is none of gold's lies: in the sentence that its first character is in.
  const auto sentence_at = [&](std::uint32_t character) {
    const auto behind = std::upper_bound(gold_file.sentences.begin(), gold_file.sentences.end(), character,
                                         [](std::uint32_t at, const UdSentence& s) { return at < s.span.begin; });
    return static_cast<std::size_t>(behind - gold_file.sentences.begin()) - 1;
  };
  const std::set<NameSpan> wanted(gold.names.begin(), gold.names.end());
  Score out{wanted.size(), 0, 0};
  for (NameSpan name : found) {
    if (name.kind == NameKind::military_unit && !gold.has_units) name.kind = NameKind::organisation;
    if (name.kind == NameKind::other && !gold.has_others) continue;
    if (!gold.known[sentence_at(system.words[name.first].span.begin)]) continue;
    ++out.system;
    const std::uint32_t first = gold_of[name.first], last = gold_of[name.last - 1];
    if (first == nowhere || last == nowhere) continue;
    out.right += wanted.contains({first, last + 1, name.kind});
  }
  return out;
}

}  // namespace sayso::eval
