// sayso-eval feeds DIR: feedparser's test feeds against their expectations, and the hostile ones against harm.
//
//     sayso-eval feeds ../shared/data/suites/feedparser --errors 20      DIR holds expect_simple.json and the feeds
//
// JSON: pass_rate (of the cases that are not about sanitising), cases (how many those are), safe_rate (share of the
// sanitiser cases in which nothing kept is dangerous, see feeds_safety.h), safe_cases, sanitised_same (share of them
// whose every expectation holds to the letter). A case passes if all its assertions hold. Headers of a reply stand in
// the comment of a feed ("Header: Content-type: text/xml"); a feed's address is its path under http://127.0.0.1:8097/.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "arguments.h"
#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "commands.h"
#include "dispatch/feed.h"
#include "dispatch/html_tree.h"
#include "feeds_names.h"
#include "feeds_safety.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;

FeedReply reply_of(std::string_view bytes) {
  FeedReply reply;
  std::string head;  // of UTF-16 and UTF-32 without the zeros
  for (const char c : bytes.substr(0, bytes.find("-->") == std::string_view::npos ? 4096 : bytes.find("-->")))
    if (c != '\0') head += c;
  for (const std::string_view line : split(head, '\n')) {
    std::string_view text = trim(line);
    if (!text.starts_with("Header:")) continue;
    text = trim(text.substr(7));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = to_lower(trim(text.substr(0, colon)));
    const std::string value(trim(text.substr(colon + 1)));
    if (name == "content-type") reply.content_type = value;
    if (name == "content-language") reply.content_language = value;
    if (name == "content-location") reply.content_location = value;
  }
  return reply;
}

const Json* value_at(const Json& view, const Json& path) {
  const Json* at = &view;
  for (const Json& step : path) {
    if (step.is_number()) {
      const auto index = step.get<std::size_t>();
      if (!at->is_array() || index >= at->size()) return nullptr;
      at = &(*at)[index];
    } else {
      std::string key = step.get<std::string>();
      if (at->is_object() && !at->contains(key) && key == "url") key = "href";
      if (!at->is_object() || !at->contains(key)) return nullptr;
      at = &(*at)[key];
    }
  }
  return at;
}

bool truthy(const Json* value) {
  if (value == nullptr || value->is_null()) return false;
  if (value->is_boolean()) return value->get<bool>();
  if (value->is_number()) return *value != 0;
  if (value->is_string()) return !value->get_ref<const std::string&>().empty();
  return !value->empty();
}

bool same(const Json* value, const Json& wanted) {
  if (wanted.is_null()) return value == nullptr || value->is_null();
  if (value == nullptr) return false;
  if (wanted.is_boolean()) return *value == (wanted.get<bool>() ? 1 : 0);
  if (value->is_boolean()) return (value->get<bool>() ? 1 : 0) == wanted;
  return *value == wanted;
}

// What did not hold, in one line; empty: all did.
std::string unheld(const Json& view, const Json& asserts) {
  for (const Json& one : asserts) {
    const Json* const value = value_at(view, one[0]);
    const std::string kind = one[1].get<std::string>();
    const bool held = kind == "eq"       ? same(value, one[2])
                      : kind == "truthy" ? truthy(value)
                      : kind == "falsy"  ? !truthy(value)
                                         : value != nullptr && value->is_array() && one[2] == value->size();
    if (!held)
      return one[0].dump() + " " + kind + " " + (kind == "eq" || kind == "len" ? one[2].dump() : "") + ", got " +
             (value == nullptr ? "nothing" : value->dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return {};
}

std::string danger_in(const FeedText& text) {
  std::string words = text.value;
  if (text.is_html()) {
    if (std::string danger = danger_in_html(text.value); !danger.empty()) return danger;
    dispatch::Mends mends;
    words = dispatch::read_html_tree(text.value, mends).text(0);
    return danger_in_words(words);
  }
  return {};  // plain text is shown as text: no byte of it is markup
}

std::string danger_in(const FeedFacts& facts) {
  for (const FeedText* const text : {&facts.title, &facts.summary, &facts.info, &facts.rights})
    if (std::string danger = danger_in(*text); !danger.empty()) return danger;
  std::vector<std::string> addresses{facts.link,      facts.icon,       facts.logo,
                                     facts.image.url, facts.image.link, facts.generator_url};
  for (const FeedLink& one : facts.links) addresses.push_back(one.href);
  for (const FeedPerson& one : facts.authors) addresses.push_back(one.url);
  for (const FeedPerson& one : facts.contributors) addresses.push_back(one.url);
  for (const std::string& address : addresses)
    if (std::string danger = danger_in_address(address); !danger.empty()) return danger;
  return {};
}

std::string danger_in(const Feed& feed) {
  if (std::string danger = danger_in(static_cast<const FeedFacts&>(feed)); !danger.empty()) return danger;
  for (const FeedEntry& entry : feed.entries) {
    if (std::string danger = danger_in(static_cast<const FeedFacts&>(entry)); !danger.empty()) return danger;
    for (const FeedText& text : entry.content)
      if (std::string danger = danger_in(text); !danger.empty()) return danger;
    if (entry.source)
      if (std::string danger = danger_in(*entry.source); !danger.empty()) return danger;
  }
  return {};
}

struct FeedsScore {
  int cases = 0, passed = 0;
  double share() const { return cases == 0 ? 0 : static_cast<double>(passed) / cases; }
};

// "wellformed/rss/item.xml" -> "wellformed/rss"
std::string part_of(const std::string& file) { return file.substr(0, file.rfind('/')); }

}  // namespace

int run_feeds(int argc, char** argv) {
  CLI::App app{"Feeds against feedparser's expectations, hostile HTML against harm", "sayso-eval feeds"};
  std::string folder;
  int errors = 0;
  bool json = false, letter = false;
  app.add_option("folder", folder, "A folder with expect_simple.json and its feeds")->required();
  app.add_option("--errors", errors, "Print so many failed cases of each kind")->check(CLI::NonNegativeNumber);
  app.add_flag("--sanitised", letter, "Print sanitiser cases that are harmless and not to the letter, too");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table");
  app.footer("Example:\n  sayso-eval feeds ../shared/data/suites/feedparser --errors 20");
  if (const std::optional<int> leave = read_arguments(app, argc, argv)) return *leave;
  const auto expected = read_file(folder + "/expect_simple.json");
  const Json cases = expected ? Json::parse(*expected, nullptr, false) : Json();
  if (!cases.is_array()) {
    std::fprintf(stderr, "sayso-eval: %s/expect_simple.json: no list of cases\n", folder.c_str());
    return 1;
  }
  std::map<std::string, FeedsScore> parts;
  FeedsScore plain, safe, sanitised;
  int shown = 0, shown_unsafe = 0;
  for (const Json& one : cases) {
    const std::string file = one.at("file").get<std::string>();
    const std::filesystem::path path = std::filesystem::path(folder) / file;
    const auto bytes = read_file(path);
    if (!bytes) {
      std::fprintf(stderr, "sayso-eval: %s: cannot be read\n", path.c_str());
      return 1;
    }
    const FeedReply reply = reply_of(*bytes);
    const bool served = file.find("/http") != std::string::npos ||
                        reply.content_type.size() + reply.content_location.size() + reply.content_language.size() > 0;
    const auto feed =
        read_feed(*bytes, {.path = file, .url = served ? "http://127.0.0.1:8097/" + file : std::string()}, reply);
    const Json view = feed ? feedparser_view(*feed) : Json{{"bozo", 1}};
    const std::string failed = unheld(view, one.at("asserts"));
    const bool hostile = file.starts_with("wellformed/sanitize/");
    for (FeedsScore* const score : {&parts[part_of(file)], hostile ? &sanitised : &plain}) {
      ++score->cases;
      score->passed += failed.empty() ? 1 : 0;
    }
    if (!failed.empty() && !json && shown < errors && (!hostile || letter)) {
      ++shown;
      std::printf("  %s: %s%s\n", file.c_str(), failed.c_str(),
                  feed ? "" : (" (" + feed.error().message + ")").c_str());
    }
    if (!hostile) continue;
    const std::string danger = feed ? danger_in(*feed) : std::string();
    ++safe.cases;
    safe.passed += danger.empty() ? 1 : 0;
    if (!json && errors > 0 && !danger.empty() && shown_unsafe++ < errors)
      std::printf("  unsafe: %s: %s\n", file.c_str(), danger.c_str());
  }
  if (json) {
    const nlohmann::ordered_json out{{"pass_rate", plain.share()},
                                     {"cases", plain.cases},
                                     {"safe_rate", safe.share()},
                                     {"safe_cases", safe.cases},
                                     {"sanitised_same", sanitised.share()}};
    std::printf("%s\n", out.dump().c_str());
    return 0;
  }
  for (const auto& [part, score] : parts)
    std::printf("%-28s %4d of %4d  %.3f\n", part.c_str(), score.passed, score.cases, score.share());
  std::printf("not about sanitising         %4d of %4d  %.3f\n", plain.passed, plain.cases, plain.share());
  std::printf("hostile HTML harmless        %4d of %4d  %.3f\n", safe.passed, safe.cases, safe.share());
  std::printf("  as feedparser cleans it    %4d of %4d  %.3f\n", sanitised.passed, sanitised.cases, sanitised.share());
  return 0;
}

}  // namespace sayso::eval
