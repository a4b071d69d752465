// Web pages with what careful readers say stands in them.
//
//     read_article_pages("../shared/data/html/aeb")      html/ID.html.gz and ground-truth.json
//     read_article_pages("../shared/data/html/fundus")   html/COUNTRY/NAME.html.gz and gold_flat.json
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sayso/result.h"

namespace sayso::eval {

constexpr std::uint64_t most_page_bytes = 256ull << 20;  // unpacked

struct ArticlePage {
  std::string name{};  // of the file, without its endings
  std::filesystem::path file{};
  std::string url{};
  std::string body{};
  // Of fundus alone; empty: the gold does not say.
  std::string publisher{};
  std::string title{};
  std::vector<std::string> authors{};
  std::string published{};  // "2024-05-03 15:47:42+00:00"
};

// In the order of their names. Errors: not_found (neither gold file is there), bad_rule (one that is not what it should
// be).
Result<std::vector<ArticlePage>> read_article_pages(const std::filesystem::path& folder);

}  // namespace sayso::eval
