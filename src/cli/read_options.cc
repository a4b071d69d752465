// Declares what may be said about a dispatch on the command line. A value given here wins over what the page says.
//
//     --published 2022-09-12  ->  ReadOptions{.published = "2022-09-12"}; "12/9/2022" is refused
#include "cli/read_options.h"

#include <filesystem>

#include "sayso/time.h"

namespace sayso::cli {
namespace {

std::string check_day(const std::string& text) {
  return text.size() == 10 && day_of_iso(text) ? "" : "`" + text + "` is no day; write 2022-09-12";
}

}  // namespace

void declare_read_options(CLI::App& parser, ReadOptions& options) {
  const std::string group = "What is known of the dispatch";
  parser.add_option("--url", options.url, "Its address")->option_text("URL")->group(group);
  parser.add_option("--outlet", options.outlet, "Who published it")->option_text("NAME")->group(group);
  parser.add_option("--title", options.title, "Its headline")->option_text("TEXT")->group(group);
  parser.add_option("--published", options.published, "The day it was published")
      ->option_text("DAY")
      ->check(check_day)
      ->group(group);
  parser.add_option("--encoding", options.encoding, "Its character encoding, such as windows-1251")
      ->option_text("NAME")
      ->group(group);
  parser.add_option("--format", options.format, "text, markdown, html; jsonl, archive, feed")
      ->option_text("FORMAT")
      ->check(CLI::IsMember({"text", "markdown", "html", "jsonl", "archive", "feed"}))
      ->group(group);
}

void refuse_one_address_for_many(const ReadOptions& options, const std::vector<std::string>& paths,
                                 const std::vector<std::string>& lists) {
  if (options.url.empty()) return;
  std::error_code ignored;
  if (paths.size() == 1 && lists.empty() && !std::filesystem::is_directory(paths.front(), ignored)) return;
  throw CLI::ValidationError("`--url` is the address of one dispatch, and here are several inputs");
}

void declare_feeds(CLI::App& parser, std::vector<std::string>& feeds) {
  parser.add_option("--feed", feeds, "A feed that may say more of pages, found by their addresses")
      ->option_text("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->group("What is known of the dispatch");
}

void declare_claim_options(CLI::App& parser, ReadOptions& options) {
  parser.add_flag("--attitudes", options.attitudes, "Claims of what is thought, wanted or decided, too")
      ->group("What is a claim");
}

}  // namespace sayso::cli
