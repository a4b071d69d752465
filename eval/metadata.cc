// sayso-eval metadata DIR: what pages say of themselves against gold: day, title, outlet, authors.
//
//     sayso-eval metadata ../shared/data/html/fundus --json
//     sayso-eval metadata ../shared/data/html/fundus --errors 20    so many of each kind that differ
//     sayso-eval metadata ../shared/data/html/fundus --unknown-hosts    as if no host were in the table of outlets
//
//     258 pages  day 0.960 (wrong 6, none 4)  title 0.950  outlet 0.960  authors F1 0.850
//
// DIR holds gold_flat.json and html/. A day is right if it is the calendar day that the gold writes, in the gold's zone
// (which is the page's own); no day given is counted apart from a wrong one. Titles and authors are right if they are
// the same but for white space; outlets as metadata_names.h says. Fields that a page's gold lacks are not asked.
// A page is read by its bytes alone, without its address.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "arguments.h"
#include "article_pages.h"
#include "base/compression.h"
#include "commands.h"
#include "complain.h"
#include "dispatch/read_dispatch.h"
#include "knowledge.h"
#include "lexicon/outlets.h"
#include "metadata_names.h"

namespace sayso::eval {
namespace {

struct Share {
  std::size_t right = 0, all = 0;

  void add(bool one) { ++all, right += one; }
  double value() const { return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all); }
};

}  // namespace

int run_metadata(int argc, char** argv) {
  CLI::App app{"What pages say of themselves: day, title, outlet, authors", "sayso-eval metadata"};
  std::string folder;
  std::size_t errors = 0;
  bool json = false, unknown_hosts = false;
  app.add_option("folder", folder, "A folder with html/ and gold_flat.json")->required();
  app.add_option("--errors", errors, "List so many of each kind that differ");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table");
  app.add_flag("--unknown-hosts", unknown_hosts, "Without the table of outlets: what pages of any outlet give");
  app.footer("Example:\n  sayso-eval metadata ../shared/data/html/fundus --errors 20");
  if (const auto status = read_arguments(app, argc, argv)) return *status;

  const auto pages = read_article_pages(folder);
  if (!pages) return complain(pages.error());
  const auto outlets = read_outlets(data_folder() / "lexicons" / "outlets.tsv");
  if (!outlets) return complain(outlets.error());

  const Outlets table = unknown_hosts ? Outlets() : *outlets;
  Share day, title, outlet;
  std::size_t days_wrong = 0, days_none = 0, unread = 0;
  NameMatch authors;
  std::map<std::string, std::vector<std::string>> differences;
  const auto differ = [&](const char* kind, const ArticlePage& page, const std::string& gold, const Found& ours) {
    differences[kind].push_back(page.name + "\n    gold " + gold + "\n    ours " + ours.value + "  (" + ours.rule +
                                ")");
  };
  for (const ArticlePage& page : *pages) {
    const auto bytes = read_unpacked(page.file, most_page_bytes);
    if (!bytes) return complain(bytes.error());
    const auto read = read_dispatch(*bytes, {.path = page.file.string(), .format = "html"}, table);
    if (!read) ++unread;
    const Dispatch dispatch = read ? *read : Dispatch{};
    if (const auto gold = day_of_iso(page.published)) {
      day.add(dispatch.published == gold);
      if (!dispatch.published)
        ++days_none;
      else if (dispatch.published != gold)
        ++days_wrong;
      if (dispatch.published != gold) differ("day", page, page.published, dispatch.published_as);
    }
    if (!page.title.empty()) {
      title.add(fold_space(page.title) == fold_space(dispatch.title.value));
      if (fold_space(page.title) != fold_space(dispatch.title.value)) differ("title", page, page.title, dispatch.title);
    }
    if (!page.publisher.empty()) {
      outlet.add(same_outlet(page.publisher, page.url, dispatch.outlet.value));
      if (!same_outlet(page.publisher, page.url, dispatch.outlet.value))
        differ("outlet", page, page.publisher, dispatch.outlet);
    }
    if (!page.authors.empty()) {
      const NameMatch match = compare_names(page.authors, dispatch.authors);
      authors.add(match);
      if (match.beyond + match.missing > 0)
        differ("authors", page, nlohmann::json(page.authors).dump(),
               {.value = nlohmann::json(dispatch.authors).dump(), .rule = dispatch.byline.rule});
    }
  }
  if (day.all + title.all + outlet.all == 0)
    return complain({ErrorCode::not_found, folder, "the gold there says nothing of days, titles and outlets"});
  if (json) {
    std::printf("%s\n", nlohmann::ordered_json{{"pages", pages->size()},
                                               {"date_day_accuracy", day.value()},
                                               {"date_wrong", days_wrong},
                                               {"date_none", days_none},
                                               {"title_exact", title.value()},
                                               {"outlet_accuracy", outlet.value()},
                                               {"author_f1", authors.f1()},
                                               {"author_precision", authors.precision()},
                                               {"author_recall", authors.recall()},
                                               {"no_article", unread}}
                            .dump()
                            .c_str());
    return 0;
  }
  std::printf(
      "%zu pages  day %.4f (wrong %zu, none %zu)  title %.4f  outlet %.4f  authors F1 %.4f (precision %.4f, recall "
      "%.4f)  no article %zu\n",
      pages->size(), day.value(), days_wrong, days_none, title.value(), outlet.value(), authors.f1(),
      authors.precision(), authors.recall(), unread);
  for (const auto& [kind, list] : differences)
    for (std::size_t i = 0; i < errors && i < list.size(); ++i) std::printf("%s  %s\n", kind.c_str(), list[i].c_str());
  return 0;
}

}  // namespace sayso::eval
