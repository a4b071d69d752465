// sayso-eval article DIR: the text of pages' articles against what careful readers took from them.
//
//     sayso-eval article ../shared/data/html/aeb --json
//     sayso-eval article ../shared/data/html/fundus --errors 10     the ten worst pages, what is missing and beyond
//
//     181 pages  shingle F1 0.958  precision 0.960  recall 0.956  same words 0.21
//
// DIR holds ground-truth.json or gold_flat.json and html/. The article's text is a dispatch's paragraphs of the kinds
// body and heading, as both golds have it: standfirst, paragraphs, lists and headings between them, without the title,
// bylines, captions, credits and pointers. A page in which sayso finds no article has no text. The measure is the
// article extraction benchmark's: bags of four words in a row, precision and recall means over pages. A page is read by
// its bytes alone, without its address.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "arguments.h"
#include "article_pages.h"
#include "article_shingles.h"
#include "base/compression.h"
#include "base/tsv.h"
#include "commands.h"
#include "complain.h"
#include "dispatch/read_dispatch.h"
#include "knowledge.h"
#include "lexicon/outlets.h"

namespace sayso::eval {
namespace {

struct PageScore {
  std::string name{};
  ShingleMatch match{};
  std::string gold{}, ours{};  // paragraphs, one a line
};

std::string article_text(const Dispatch& dispatch) {
  std::string text;
  for (const Paragraph& paragraph : dispatch.paragraphs) {
    if (!is_running_text(paragraph.kind) && paragraph.kind != ParagraphKind::heading) continue;
    text.append(slice(dispatch.text, paragraph.span)).append("\n");
  }
  return text;
}

// The lines of a text of which less than half of the words' pairs stand in the other.
void print_lines(const char* sign, std::string_view text, std::string_view other) {
  const auto pairs = [](const std::vector<std::string>& words, auto&& each) {
    for (std::size_t i = 0; i < words.size(); ++i) each(words[i] + (i + 1 < words.size() ? " " + words[i + 1] : ""));
  };
  std::set<std::string> known;
  for (const std::string& word : words_of(other)) known.insert(word);
  pairs(words_of(other), [&](const std::string& pair) { known.insert(pair); });
  for (const std::string_view line : split(text, '\n')) {
    std::size_t there = 0, all = 0;
    pairs(words_of(line), [&](const std::string& pair) { ++all, there += known.contains(pair); });
    if (all > 0 && there * 2 <= all) std::printf("  %s %s\n", sign, std::string(line).c_str());
  }
}

}  // namespace

int run_article(int argc, char** argv) {
  CLI::App app{"The text of pages' articles: four words in a row, as the article extraction benchmark counts",
               "sayso-eval article"};
  std::string folder, pairs;
  std::size_t errors = 0;
  bool json = false;
  app.add_option("folder", folder, "A folder with html/ and ground-truth.json or gold_flat.json")->required();
  app.add_option("--errors", errors, "List so many of the worst pages with what is missing (-) and beyond (+)");
  app.add_option("--pairs", pairs, "Write gold and our text side by side, one page a line, to this file (JSON lines)");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table");
  app.footer(
      "Our article's text: the paragraphs of kinds body and heading; without title, byline, captions, pointers.\n"
      "Example:\n  sayso-eval article ../shared/data/html/aeb --errors 10");
  if (const auto status = read_arguments(app, argc, argv)) return *status;

  const auto pages = read_article_pages(folder);
  if (!pages) return complain(pages.error());
  const auto outlets = read_outlets(data_folder() / "lexicons" / "outlets.tsv");
  if (!outlets) return complain(outlets.error());

  ShingleScore score;
  std::vector<PageScore> scores;
  std::size_t without = 0;
  for (const ArticlePage& page : *pages) {
    const auto bytes = read_unpacked(page.file, most_page_bytes);
    if (!bytes) return complain(bytes.error());
    const auto dispatch = read_dispatch(*bytes, {.path = page.file.string(), .format = "html"}, *outlets);
    if (!dispatch) ++without;
    const std::string ours = dispatch ? article_text(*dispatch) : std::string();
    const auto gold_words = words_of(page.body), our_words = words_of(ours);
    score.add(gold_words, our_words);
    scores.push_back({page.name, compare_shingles(gold_words, our_words), page.body, ours});
  }
  if (!pairs.empty()) {
    std::ofstream out(pairs, std::ios::binary);
    for (const PageScore& page : scores)
      out << nlohmann::ordered_json{{"page", page.name}, {"gold", page.gold}, {"ours", page.ours}}.dump() << "\n";
    if (!out.flush()) return complain({ErrorCode::storage, pairs, "cannot be written"});
  }
  if (json) {
    std::printf("%s\n", nlohmann::ordered_json{{"pages", score.pages()},
                                               {"shingle_f1", score.f1()},
                                               {"precision", score.precision()},
                                               {"recall", score.recall()},
                                               {"accuracy", score.accuracy()},
                                               {"no_article", without}}
                            .dump()
                            .c_str());
    return 0;
  }
  std::printf("%zu pages  shingle F1 %.4f  precision %.4f  recall %.4f  same words %.4f  no article %zu\n",
              score.pages(), score.f1(), score.precision(), score.recall(), score.accuracy(), without);
  std::stable_sort(scores.begin(), scores.end(),
                   [](const PageScore& a, const PageScore& b) { return a.match.f1() < b.match.f1(); });
  for (std::size_t i = 0; i < errors && i < scores.size(); ++i) {
    const PageScore& page = scores[i];
    std::printf("%s  precision %.3f  recall %.3f\n", page.name.c_str(), page.match.precision(), page.match.recall());
    print_lines("-", page.gold, page.ours);
    print_lines("+", page.ours, page.gold);
  }
  return 0;
}

}  // namespace sayso::eval
