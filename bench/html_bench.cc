// How fast web pages become text, on one core, beside what the memory could do and beside other readers.
//
//     build/bench/bench/html-bench [PAGES-DIR]       a folder of .html or .html.gz, at any depth; ../shared/data/html
//     build/bench/bench/html-bench --hostile [N]     pages made to hurt, each at N and 2 N repetitions (50,000), and
//                                                    the tokens of a gigabyte of "<"
//
// CPU time, the best of five rounds. "limit" is one memchr over the same bytes: no reader can look at them faster.
// "text" is read_dispatch: decoding, tree, blocks, choice of the article, map, hash. libxml2 and gumbo are timed where
// their packages are there (libxml2-dev, libgumbo-dev); they make a tree and stop.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#ifdef SAYSO_BENCH_LIBXML2
#include <libxml/HTMLparser.h>
#endif
#ifdef SAYSO_BENCH_GUMBO
#include <gumbo.h>
#endif

#include "base/file.h"
#include "dispatch/encoding.h"
#include "dispatch/hostile_pages.h"
#include "dispatch/html_tokens.h"
#include "dispatch/html_tree.h"
#include "dispatch/read_dispatch.h"
#include "inputs.h"
#include "lexicon/outlets.h"

namespace {

using namespace sayso;
using namespace sayso::dispatch;

constexpr int rounds = 5;

template <typename Step>
double seconds(Step step, int times = rounds) {
  double best = 1e9;
  for (int round = 0; round < times; ++round) {
    const std::clock_t start = std::clock();
    step();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

std::size_t sink = 0;  // results are added here and printed, so that no step is thrown away

std::string unpacked(const std::filesystem::path& path) {
  std::string bytes;
  if (path.extension() != ".gz") return must(read_file(path));
  std::FILE* const pipe = popen(("gzip -dc '" + path.string() + "'").c_str(), "r");
  if (pipe == nullptr) return bytes;
  std::vector<char> buffer(1 << 16);
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    bytes.append(buffer.data(), got);
  pclose(pipe);
  return bytes;
}

std::vector<std::string> load_pages(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".html") || name.ends_with(".html.gz")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> pages;
  for (const auto& file : files) pages.push_back(unpacked(file));
  return pages;
}

void count_tokens(std::string_view page) {
  HtmlTokens tokens(page);
  for (HtmlToken token; tokens.next(token); ++sink) {
    // What a reader of the tree would say, so that the bodies of scripts are read as such.
    if (token.kind != HtmlToken::Kind::start_tag) continue;
    const std::string_view name = slice(page, token.name);
    if (name == "script") tokens.read_as(HtmlText::script);
    if (name == "style") tokens.read_as(HtmlText::rawtext);
  }
}

void time_pages(const std::vector<std::string>& pages) {
  std::size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%zu pages, %.1f MB\n%-34s %10s %10s %12s\n", pages.size(), megabytes, "", "MB/s", "pages/s",
              "limit / this");
  double limit = 0;
  const auto row = [&](const char* name, auto read) {
    const double took = seconds([&] {
      for (const std::string& page : pages) read(page);
    });
    if (limit == 0) limit = megabytes / took;
    std::printf("%-34s %10.0f %10.0f %12.1f\n", name, megabytes / took, static_cast<double>(pages.size()) / took,
                limit / (megabytes / took));
    std::fflush(stdout);
  };
  const Outlets outlets = must(read_outlets(SAYSO_SOURCE_DIR "/data/lexicons/outlets.tsv"));
  row("limit: one memchr",
      [](const std::string& page) { sink += std::memchr(page.data(), '\x01', page.size()) != nullptr; });
  row("decoding", [](const std::string& page) { sink += decode(page, {}, true)->map.size(); });
  row("tokens", [](const std::string& page) { count_tokens(page); });
  row("tree", [](const std::string& page) {
    Mends mends;
    sink += read_html_tree(page, mends).nodes.size();
  });
  row("text", [&](const std::string& page) {
    const auto dispatch = read_dispatch(page, {.format = "html"}, outlets);
    sink += dispatch ? dispatch->text.size() : 0;
  });
#ifdef SAYSO_BENCH_LIBXML2
  row("libxml2, HTML mode, tree", [](const std::string& page) {
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    htmlDocPtr tree = htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", options);
    sink += tree != nullptr;
    xmlFreeDoc(tree);
  });
#endif
#ifdef SAYSO_BENCH_GUMBO
  row("gumbo, tree", [](const std::string& page) {
    GumboOutput* const tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    sink += tree != nullptr;
    gumbo_destroy_output(&kGumboDefaultOptions, tree);
  });
#endif
}

void time_hostile(std::size_t count) {
  const Outlets outlets = must(read_outlets(SAYSO_SOURCE_DIR "/data/lexicons/outlets.tsv"));
  std::printf("%-34s %10s %10s %8s %10s\n", "", "ms at N", "ms at 2 N", "times", "MB/s");
  double worst = 0;
  const auto row = [&](const char* name, std::size_t bytes, auto once, auto twice) {
    const double one = seconds(once, 3), two = seconds(twice, 3);
    worst = std::max(worst, two / one);
    std::printf("%-34s %10.2f %10.2f %8.2f %10.0f\n", name, one * 1e3, two * 1e3, two / one,
                static_cast<double>(bytes) / 1e6 / two);
    std::fflush(stdout);
  };
  const auto read = [&](const std::string& page) {
    const auto dispatch = read_dispatch(page, {.format = "html"}, outlets);
    sink += dispatch ? dispatch->text.size() : 0;
  };
  for (const test::HostilePage& shape : test::hostile_pages()) {
    const std::string one = shape.make(count), two = shape.make(2 * count);
    row(
        shape.name, two.size(), [&] { read(one); }, [&] { read(two); });
  }
  std::printf("worst: %.2f times the time for twice the page\n", worst);
  {
    const std::string gigabyte(1u << 30, '<');
    const double took = seconds([&] { count_tokens(gigabyte); }, 1);
    std::printf("1 GiB of \"<\", tokens: %.2f s, %.0f MB/s\n", took, 1073.7 / took);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("most memory: %ld MB\n", usage.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "--hostile") {
    time_hostile(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 50000);
  } else {
    const std::filesystem::path folder = argc > 1 ? argv[1] : SAYSO_SHARED_DIR "/data/html";
    const std::vector<std::string> pages = load_pages(folder);
    if (pages.empty()) {
      std::fprintf(stderr, "html-bench: there is no .html or .html.gz in %s\n", folder.c_str());
      return 1;
    }
    time_pages(pages);
  }
  return sink == 1 ? 1 : 0;
}
