// Pages and their gold: "at/Kesh_2024_05_03.html.gz" of gold_flat.json is the page html/at/Kesh_2024_05_03.html.gz.
// Two gold formats, told by the file that the folder holds. Leaves out on purpose: the sections of the flat gold, whose
// joined text is there too.
#include "article_pages.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uint64_t most_page_bytes = 256ull << 20;

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

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
                     .url = text_of(one, "url"),
                     .body = text_of(one, "articleBody"),
                     .publisher = text_of(one, "publisher"),
                     .title = text_of(one, "title"),
                     .published = text_of(one, "publishing_date")};
    if (const auto authors = one.find("authors"); authors != one.end() && authors->is_array())
      for (const Json& author : *authors)
        if (author.is_string()) page.authors.push_back(author.get<std::string>());
    pages.push_back(std::move(page));
  }
  std::sort(pages.begin(), pages.end(), [](const ArticlePage& a, const ArticlePage& b) { return a.name < b.name; });
  return pages;
}

Result<std::string> read_page(const fs::path& file) {
  auto bytes = read_file(file, most_page_bytes);
  if (!bytes || file.extension() != ".gz") return bytes;
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> reader(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  const Error broken{ErrorCode::unreadable, file.string(), "is no gzip file, or a broken one"};
  constexpr std::size_t least = 18;  // bytes of a gzip file; the last four tell the size of what it holds
  if (reader == nullptr || bytes->size() < least) return broken;
  std::uint64_t size = 0;
  for (std::size_t i = 1; i <= 4; ++i) size = size << 8 | static_cast<unsigned char>((*bytes)[bytes->size() - i]);
  if (size > most_page_bytes) return broken;
  std::string page(size, '\0');
  if (libdeflate_gzip_decompress(reader.get(), bytes->data(), bytes->size(), page.data(), page.size(), nullptr) !=
      LIBDEFLATE_SUCCESS)
    return broken;
  return page;
}

}  // namespace sayso::eval
