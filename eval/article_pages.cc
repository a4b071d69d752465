// Pages and their gold: "at/Kesh_2024_05_03.html.gz" of gold_flat.json is the page html/at/Kesh_2024_05_03.html.gz.
// Two gold formats, told by the file that the folder holds. Leaves out on purpose: the sections of the flat gold, whose
// joined text is there too.
#include "article_pages.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/json_text.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

fs::path page_file(const fs::path& folder, std::string name) {
  for (const std::string_view ending : {".gz", ".html"})
    if (name.ends_with(ending)) name.resize(name.size() - ending.size());
  const fs::path plain = folder / "html" / (name + ".html");
  return fs::exists(plain) ? plain : fs::path(plain.string() + ".gz");
}

}  // namespace

Result<std::vector<ArticlePage>> read_article_pages(const fs::path& folder) {
  fs::path gold = folder / "ground-truth.json";
  if (!fs::exists(gold)) gold = folder / "gold_flat.json";
  if (!fs::exists(gold))
    return Error{ErrorCode::not_found, folder.string(), "neither ground-truth.json nor gold_flat.json is there"};
  auto bytes = read_file(gold);
  if (!bytes) return bytes.error();
  const Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return Error{ErrorCode::bad_rule, gold.string(), "is not a JSON object of pages"};
  std::vector<ArticlePage> pages;
  for (const auto& [name, one] : json.items()) {
    ArticlePage page{.name = name,
                     .file = page_file(folder, name),
                     .url = text_at(one, "url"),
                     .body = text_at(one, "articleBody"),
                     .publisher = text_at(one, "publisher"),
                     .title = text_at(one, "title"),
                     .published = text_at(one, "publishing_date")};
    if (const auto authors = one.find("authors"); authors != one.end() && authors->is_array())
      for (const Json& author : *authors)
        if (author.is_string()) page.authors.push_back(author.get<std::string>());
    pages.push_back(std::move(page));
  }
  std::sort(pages.begin(), pages.end(), [](const ArticlePage& a, const ArticlePage& b) { return a.name < b.name; });
  return pages;
}

}  // namespace sayso::eval
