// sayso-eval attribution GOLD: who says what, against people's marks.
//
//     sayso-eval attribution ../shared/data/polnear/dev                             (brat: text/ and attributions/)
//     sayso-eval attribution ../shared/data/attribution-gum/attributions.dev.jsonl  (relations; texts/ beside it)
//
//                 exact             bare              overlap           Jaccard
//                 P     R     F1    P     R     F1    P     R     F1
//     speech
//       cue       …
//
// What is compared, and how ours are paired with gold: attribution_score.h and docs/attribution.md. --json prints
// shares of 1, all_cue_exact_f1 and the like. Speed goes to standard error, so that the output is the same on every
// machine.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>
#include <utility>

#include "arguments.h"
#include "attribution_article.h"
#include "attribution_errors.h"
#include "attribution_gold.h"
#include "commands.h"
#include "complain.h"
#include "knowledge.h"

namespace sayso::eval {
namespace {

struct ArticleOutcome {
  Article article{};     // in the extents of the gold
  Article published{};   // as it is printed
  std::string unread{};  // why the reader gave nothing; then ours are none
};

// Each article by whichever thread is free; the outcomes are in the order of the gold.
std::vector<ArticleOutcome> read_articles(const Gold& gold, const Reader& reader, const SpeechVerbs& verbs, As as,
                                          bool part, std::size_t jobs) {
  std::vector<ArticleOutcome> outcomes(gold.articles.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < outcomes.size(); i = next++) {
      const GoldArticle& article = gold.articles[i];
      ReadOptions options;
      options.path = article.file;
      options.format = "text";
      options.encoding = "UTF-8";
      const auto reading = reader.read(article.text, options);
      if (!reading) outcomes[i].unread = article.file + ": " + reading.error().message;
      const auto lay = [&](As extents) {
        Article made = lay_side_by_side(article, reading ? &*reading : nullptr, verbs, extents);
        if (part) part_nested(made);
        return made;
      };
      outcomes[i].published = lay(As::published);
      outcomes[i].article = as == As::published ? outcomes[i].published : lay(as);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min(jobs, outcomes.size()); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return outcomes;
}

using Measure = std::pair<const char*, Rate Agreement::*>;
constexpr std::array<Measure, 3> measures{
    {{"exact", &Agreement::exact}, {"bare", &Agreement::bare}, {"overlap", &Agreement::overlap}}};

void put_rate(nlohmann::ordered_json& out, const std::string& key, const Rate& rate) {
  out[key + "_p"] = rate.precision();
  out[key + "_r"] = rate.recall();
  out[key + "_f1"] = rate.f1();
}

std::string key_of_kind(std::string_view kind) {
  std::string key;
  for (const char letter : kind)
    if (letter != ':') key += letter == ' ' ? '_' : letter;
  return key;
}

void print_json(const AttributionScores& scores, const AttributionScores& published,
                const std::map<std::string, std::size_t>& kinds, std::size_t unread) {
  nlohmann::ordered_json out;
  for (const Stratum stratum : strata) {
    const StratumScore& score = scores[stratum];
    const std::string name = name_of(stratum);
    out[name + "_gold"] = score.gold;
    out[name + "_ours"] = score.ours;
    out[name + "_gold_paired"] = score.gold_paired;
    out[name + "_ours_paired"] = score.ours_paired;
    for (const auto& [measure, rate] : measures) put_rate(out, name + "_triple_" + measure, score.triple.*rate);
    for (const Role role : roles) {
      const RoleScore& about = score.role[static_cast<std::size_t>(role)];
      const std::string key = name + "_" + name_of(role) + "_";
      for (const auto& [measure, rate] : measures) put_rate(out, key + measure, about.*rate);
      out[key + "jaccard"] = about.jaccard();
    }
  }
  for (const Role role : roles)
    put_rate(out, std::string("spans_") + name_of(role) + "_exact", scores.spans[static_cast<std::size_t>(role)]);
  for (const Stratum stratum : strata)
    for (const Role role : roles)
      put_rate(out, "published_" + std::string(name_of(stratum)) + "_" + name_of(role) + "_exact",
               published[stratum].role[static_cast<std::size_t>(role)].exact);
  out["articles"] = scores.articles;
  out["articles_unread"] = unread;
  out["ours_nested"] = scores.nested;
  for (const auto& [kind, count] : kinds) out["errors_" + key_of_kind(kind)] = count;
  std::printf("%s\n", out.dump().c_str());
}

// Gold and ours of one article side by side, for tables of one's own: roles are indexes into `words`, whose bytes are
// of the file.
std::string pairs_line(const Article& article, const std::vector<Pair>& pairs) {
  nlohmann::ordered_json line{{"file", article.file}, {"words", nlohmann::ordered_json::array()}};
  for (const Span word : article.words) line["words"].push_back({word.begin, word.end});
  const auto put_side = [&](const char* name, const std::vector<Spoken>& side) {
    auto& list = line[name] = nlohmann::ordered_json::array();
    for (const Spoken& spoken : side) {
      nlohmann::ordered_json one;
      for (const Role role : roles) one[name_of(role)] = spoken[role];
      one["speech"] = spoken.speech, one["quoted"] = spoken.quoted, one["lemma"] = spoken.lemma;
      if (!spoken.rule.empty()) one["rule"] = spoken.rule;
      list.push_back(std::move(one));
    }
  };
  put_side("gold", article.gold), put_side("ours", article.ours), put_side("nested", article.nested);
  auto& joined = line["pairs"] = nlohmann::ordered_json::array();
  for (const auto& [gold, ours] : pairs) joined.push_back({gold, ours});
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void print_agreement(const char* name, const Agreement& agreement, std::optional<double> jaccard) {
  std::printf("  %-8s", name);
  for (const auto& [measure, rate] : measures)
    std::printf("   %5.1f %5.1f %5.1f", 100 * (agreement.*rate).precision(), 100 * (agreement.*rate).recall(),
                100 * (agreement.*rate).f1());
  if (jaccard) std::printf("   %5.1f", 100 * *jaccard);
  std::printf("\n");
}

// The same as it is printed: what a reader of the ledger sees.
void print_published(const AttributionScores& scores) {
  std::printf("as published, without the extents of the gold\n");
  for (const Stratum stratum : {Stratum::all, Stratum::speech}) {
    std::printf("%s\n", name_of(stratum));
    for (const Role role : {Role::cue, Role::source, Role::content}) {
      const RoleScore& about = scores[stratum].role[static_cast<std::size_t>(role)];
      print_agreement(name_of(role), about, about.jaccard());
    }
  }
}

void print_scores(const AttributionScores& scores) {
  std::printf("%-10s   %-17s   %-17s   %-17s   Jaccard\n%-10s", "", "exact", "bare", "overlap", "");
  for (std::size_t i = 0; i < measures.size(); ++i) std::printf("   %5s %5s %5s", "P", "R", "F1");
  std::printf("\n");
  for (const Stratum stratum : strata) {
    const StratumScore& score = scores[stratum];
    std::printf("%s: %llu in gold, %llu of them paired; %llu of ours, %llu of them paired\n", name_of(stratum),
                static_cast<unsigned long long>(score.gold), static_cast<unsigned long long>(score.gold_paired),
                static_cast<unsigned long long>(score.ours), static_cast<unsigned long long>(score.ours_paired));
    print_agreement("triple", score.triple, std::nullopt);
    for (const Role role : {Role::cue, Role::source, Role::content}) {
      const RoleScore& about = score.role[static_cast<std::size_t>(role)];
      print_agreement(name_of(role), about, about.jaccard());
    }
  }
  std::printf("spans, whoever they belong to\n");
  for (const Role role : {Role::cue, Role::source, Role::content}) {
    const Rate& rate = scores.spans[static_cast<std::size_t>(role)];
    std::printf("  %-8s   %5.1f %5.1f %5.1f\n", name_of(role), 100 * rate.precision(), 100 * rate.recall(),
                100 * rate.f1());
  }
  std::printf("%llu articles; %llu of ours left out as nested in others\n",
              static_cast<unsigned long long>(scores.articles), static_cast<unsigned long long>(scores.nested));
}

bool is_small_number(const std::string& text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string::npos;
}

struct AttributionOptions {
  std::string path{}, annotator = "1", errors{}, pairs{};
  std::vector<std::string> verbs{};
  std::size_t jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  bool json = false, news = false, nested = false, listed = false;
};

// What the program returns at once, or nothing: go on.
std::optional<int> read_attribution_options(int argc, char** argv, AttributionOptions& given) {
  CLI::App app{"Who says what, against people's marks: exact, overlapping, speech apart", "sayso-eval attribution"};
  app.add_option(
      "gold", given.path,
      "A folder with text/*.txt and attributions/*_WHO.ann (brat), or a file of relations, *.jsonl, with texts/ "
      "beside it");
  app.add_option(
         "--annotator", given.annotator,
         "brat: score against each article's Nth annotator in order of file names, or 'all': every article once "
         "for each")
      ->default_str("1");
  app.add_flag("--news", given.news, "Relations: news only");
  app.add_flag("--nested", given.nested,
               "Count ours that stand inside what another of ours says, though the gold marks only the outermost");
  app.add_option(
         "--verbs", given.verbs,
         "Speech verbs, one form a line; else the lemmas of data/lexicons/lists (say, say_to, say_object, say_of, "
         "call, accuse, refuse) in all forms")
      ->expected(1)
      ->take_all();
  auto* errors = app.add_option("--errors", given.errors,
                                "Count errors by kind, list N of each (20), and table missed and spurious cues")
                     ->type_name("[N]")
                     ->expected(0, 1);
  app.add_option("--pairs", given.pairs,
                 "Write gold and ours, and which is paired with which, to FILE: JSON, one article a line")
      ->type_name("FILE");
  app.add_option("-j,--jobs", given.jobs, "Read on N threads; the output is the same for any N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}));
  app.add_flag("--json", given.json, "One JSON object, shares of 1, instead of a table in per cent");
  app.footer(
      "Examples:\n  sayso-eval attribution ../shared/data/polnear/dev --errors 5\n"
      "  sayso-eval attribution ../shared/data/attribution-gum/attributions.dev.jsonl --news --json");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  given.listed = errors->count() > 0;
  // `--errors DIR` is the gold, not a number of errors.
  if (given.listed && !is_small_number(given.errors) && given.path.empty())
    given.path = std::exchange(given.errors, "");
  const bool annotator =
      given.annotator == "all" || (is_small_number(given.annotator) && std::stoul(given.annotator) > 0);
  const bool number = given.errors.empty() || is_small_number(given.errors);
  if (given.path.empty() || !annotator || !number || (given.json && given.listed)) {
    std::fprintf(stderr, "sayso-eval attribution: %s\n",
                 given.path.empty() ? "which gold?"
                 : !annotator       ? "--annotator takes a number from 1, or 'all'"
                 : !number          ? "--errors takes a number"
                                    : "--json and --errors do not go together");
    return 2;
  }
  return std::nullopt;
}

}  // namespace

int run_attribution(int argc, char** argv) {
  AttributionOptions given;
  if (const auto end = read_attribution_options(argc, argv, given)) return *end;
  const bool relations = given.path.ends_with(".jsonl");
  const auto gold = relations ? read_relations(given.path, given.news)
                              : read_brat(given.path, given.annotator == "all"
                                                          ? every_annotator
                                                          : static_cast<std::uint32_t>(std::stoul(given.annotator)));
  if (!gold) return complain(gold.error());
  const auto verbs =
      given.verbs.empty() ? SpeechVerbs::of_lexicons(data_folder() / "lexicons") : SpeechVerbs::of_files(given.verbs);
  if (!verbs) return complain(verbs.error());
  const auto reader = open_reader();
  if (!reader) return complain(reader.error());

  const auto before = std::chrono::steady_clock::now();
  const As as = relations ? As::published : As::polnear;
  auto outcomes = read_articles(*gold, *reader, *verbs, as, gold->outermost_only && !given.nested, given.jobs);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();

  std::ofstream side_by_side;
  if (!given.pairs.empty()) {
    side_by_side.open(given.pairs, std::ios::binary);
    if (!side_by_side) return complain({ErrorCode::storage, given.pairs, "cannot be written"});
  }
  AttributionScores scores, published;
  std::vector<Article> articles;
  std::vector<std::vector<Pair>> pairs;
  std::map<std::string, std::size_t> kinds;
  std::size_t unread = 0, words = 0;
  for (const std::string& note : gold->notes) std::fprintf(stderr, "%s: %s\n", given.path.c_str(), note.c_str());
  for (ArticleOutcome& outcome : outcomes) {
    if (!outcome.unread.empty()) std::fprintf(stderr, "not read: %s\n", outcome.unread.c_str());
    unread += !outcome.unread.empty();
    words += outcome.article.words.size();
    add(published, outcome.published, pair_up(outcome.published.gold, outcome.published.ours));
    articles.push_back(std::move(outcome.article));
    pairs.push_back(pair_up(articles.back().gold, articles.back().ours));
    add(scores, articles.back(), pairs.back());
    if (side_by_side.is_open()) side_by_side << pairs_line(articles.back(), pairs.back());
    for (const Mistake& mistake : mistakes_of(articles.back(), pairs.back())) ++kinds[mistake.kind];
  }
  std::fprintf(stderr, "%zu articles, %zu words and marks read in %.1f s on %zu threads\n", articles.size(), words,
               seconds, std::min(given.jobs, articles.size()));
  const auto written = [&] {
    if (!side_by_side.is_open()) return 0;
    side_by_side.close();
    return side_by_side.good() ? 0 : complain({ErrorCode::storage, given.pairs, "could not be written in full"});
  };
  if (given.json) {
    print_json(scores, published, kinds, unread);
    return written();
  }
  print_scores(scores);
  if (as != As::published) print_published(published);
  if (given.listed) print_mistakes(stdout, articles, pairs, given.errors.empty() ? 20 : std::stoul(given.errors));
  return written();
}

}  // namespace sayso::eval
