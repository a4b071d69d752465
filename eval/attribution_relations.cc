// Reads attribution relations of discourse trees, one JSON object a line.
//
//     {"doc":"a","news":true,"source":[{"bytes":[0,9],"text":"Kesh Wire"}],"cue":[…],"content":[…]}
//       -> texts/a.txt with one attribution
//
// Left out on purpose: the attributing clause, signals, and polarity.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "attribution_gold.h"
#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;

// The pieces under a key as bytes of the text, or what is wrong with them; nothing under it is no piece.
std::optional<std::string> read_pieces(const Json& row, const char* key, std::string_view text,
                                       std::vector<Span>& pieces) {
  const auto found = row.find(key);
  if (found == row.end()) return std::nullopt;
  if (!found->is_array()) return std::string(key) + " is no list";
  for (const Json& piece : *found) {
    const auto bytes = piece.is_object() ? piece.find("bytes") : piece.end();
    if (!piece.is_object() || bytes == piece.end() || !bytes->is_array() || bytes->size() != 2 ||
        !(*bytes)[0].is_number_unsigned() || !(*bytes)[1].is_number_unsigned())
      return std::string(key) + " has a piece without bytes [begin, end]";
    const auto begin = (*bytes)[0].get<std::uint64_t>(), end = (*bytes)[1].get<std::uint64_t>();
    if (begin >= end || end > text.size())
      return std::string(key) + " ends at byte " + std::to_string(end) + ", the text at " + std::to_string(text.size());
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const auto words = piece.find("text");
    if (words != piece.end() && (!words->is_string() || words->get_ref<const std::string&>() != slice(text, span)))
      return std::string(key) + " says '" + (words->is_string() ? words->get<std::string>() : words->dump()) +
             "' where the text has '" + std::string(slice(text, span)) + "'";
    pieces.push_back(span);
  }
  std::sort(pieces.begin(), pieces.end());
  return std::nullopt;
}

}  // namespace

Result<Gold> read_relations(const std::filesystem::path& file, bool news_only) {
  const auto lines = read_file(file);
  if (!lines) return lines.error();
  std::map<std::string, GoldArticle> articles;
  std::size_t number = 0, others = 0;
  for (const std::string_view line : split(*lines, '\n')) {
    ++number;
    const auto fault = [&](std::string message) {
      return Error{ErrorCode::not_text, file.string() + ":" + std::to_string(number), std::move(message)};
    };
    if (trim(line).empty()) continue;
    const Json row = Json::parse(line, nullptr, false);
    if (row.is_discarded() || !row.is_object()) return fault("is no JSON object");
    const auto doc = row.find("doc");
    if (doc == row.end() || !doc->is_string()) return fault("has no doc");
    const auto news = row.find("news");
    if (news_only && (news == row.end() || *news != Json(true))) {
      ++others;
      continue;
    }
    const auto& name = doc->get_ref<const std::string&>();
    const auto [at, fresh] = articles.try_emplace(name);
    GoldArticle& article = at->second;
    if (fresh) {
      const auto path = file.parent_path() / "texts" / (name + ".txt");
      auto text = read_file(path);
      if (!text) return text.error();
      if (const auto byte = first_invalid(*text))
        return Error{ErrorCode::bad_encoding, path.string() + ": byte " + std::to_string(*byte), "is not UTF-8"};
      article = {path.string(), std::move(*text), {}};
    }
    GoldAttribution made;
    std::vector<Span> whole;
    for (const auto& [key, pieces] : {std::pair{"source", &made.source},
                                      {"cue", &made.cue},
                                      {"content", &made.content},
                                      {"content_same_unit", &whole}})
      if (auto wrong = read_pieces(row, key, article.text, *pieces)) return fault(std::move(*wrong));
    if (!whole.empty()) made.content = std::move(whole);
    if (made.source.empty() && made.cue.empty() && made.content.empty()) return fault("has no source, cue or content");
    article.attributions.push_back(std::move(made));
  }
  Gold gold;
  for (auto& [name, article] : articles) gold.articles.push_back(std::move(article));
  if (others != 0) gold.notes.push_back(std::to_string(others) + " relations of other genres left out");
  if (gold.articles.empty()) return Error{ErrorCode::empty, file.string(), "holds no relation"};
  return gold;
}

}  // namespace sayso::eval
