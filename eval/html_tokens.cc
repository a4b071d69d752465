// sayso-eval html-tokens DIR: the tokens of a page against the tokenizer cases of html5lib.
//
//     sayso-eval html-tokens ../shared/data/suites/html5lib       DIR holds tokenizer/*.test
//
//     test1.test       69 of 69
//     …
//     tokens           6806 of 6806 cases (7032 runs), 4 excluded; parse errors too: 6806
//
// A case runs once for each of its initial states; it passes if all its runs do. The tokens are read by the same
// HtmlTokens that pages are read by. Excluded, and counted as such: xmlViolation.test wants the characters that XML
// forbids replaced, which is another section of the standard (13.2.9) and no part of reading. Lone surrogates, which
// UTF-8 cannot hold, are given as the three bytes that would encode them.
#include "dispatch/html_tokens.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "base/file.h"
#include "base/utf8.h"
#include "commands.h"

namespace sayso::eval {
namespace {

using dispatch::HtmlText;
using dispatch::HtmlToken;
using dispatch::HtmlTokens;
using Json = nlohmann::json;

struct HtmlTokensScore {
  std::size_t cases = 0, passed = 0, excluded = 0;
  std::size_t faults_right = 0;  // cases whose tokens and parse errors are right
  std::size_t runs = 0;
};

// "\\u0041" -> "A"; a pair of surrogates is one character, a lone one the three bytes of its number.
std::string unescaped(const std::string& text) {
  std::string out;
  const auto unit = [&](std::size_t at) -> std::optional<std::uint32_t> {
    if (text.compare(at, 2, "\\u") != 0 || at + 6 > text.size()) return std::nullopt;
    return static_cast<std::uint32_t>(std::strtoul(text.substr(at + 2, 4).c_str(), nullptr, 16));
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto first = unit(at);
    if (!first) {
      out += text[at++];
      continue;
    }
    at += 6;
    const auto second = *first >= 0xd800 && *first < 0xdc00 ? unit(at) : std::nullopt;
    if (second && *second >= 0xdc00 && *second < 0xe000) {
      append(out, 0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00));
      at += 6;
    } else if (*first >= 0xd800 && *first < 0xe000) {
      out += static_cast<char>(0xed);
      out += static_cast<char>(0x80 | ((*first >> 6) & 0x3f));
      out += static_cast<char>(0x80 | (*first & 0x3f));
    } else {
      append(out, *first);
    }
  }
  return out;
}

// Every string inside, also the keys.
Json unescaped(const Json& value) {
  if (value.is_string()) return unescaped(value.get<std::string>());
  Json out = value;
  if (value.is_array())
    for (Json& one : out) one = unescaped(one);
  if (value.is_object()) {
    out = Json::object();
    for (const auto& [key, one] : value.items()) out[unescaped(key)] = unescaped(one);
  }
  return out;
}

std::optional<HtmlText> state_named(const std::string& name) {
  if (name == "Data state") return HtmlText::data;
  if (name == "RCDATA state") return HtmlText::rcdata;
  if (name == "RAWTEXT state") return HtmlText::rawtext;
  if (name == "Script data state") return HtmlText::script;
  if (name == "PLAINTEXT state") return HtmlText::plaintext;
  if (name == "CDATA section state") return HtmlText::cdata;
  return std::nullopt;
}

// In the form of the cases; neighbouring texts are one.
Json read_tokens(std::string_view source, HtmlText state, const std::string& last_start_tag,
                 std::vector<dispatch::HtmlFault>& faults) {
  HtmlTokens tokens(source, state, last_start_tag);
  tokens.collect_faults(&faults);
  Json out = Json::array();
  for (HtmlToken token; tokens.next(token);) {
    const std::string_view data = slice(source, token.data);
    switch (token.kind) {
      case HtmlToken::Kind::text:
        if (!out.empty() && out.back()[0] == "Character") {
          out.back()[1] = out.back()[1].get<std::string>() + decode_text(data, token.read_as);
        } else {
          out.push_back({"Character", decode_text(data, token.read_as)});
        }
        break;
      case HtmlToken::Kind::comment:
        out.push_back({"Comment", dispatch::decode_plain(data)});
        break;
      case HtmlToken::Kind::start_tag: {
        Json attributes = Json::object();
        for (const dispatch::HtmlAttribute& one : tokens.attributes())
          attributes.emplace(dispatch::decode_name(slice(source, one.name)),
                             dispatch::decode_value(slice(source, one.value)));
        out.push_back({"StartTag", dispatch::decode_name(slice(source, token.name)), attributes});
        if (token.self_closing) out.back().push_back(true);
        break;
      }
      case HtmlToken::Kind::end_tag:
        out.push_back({"EndTag", dispatch::decode_name(slice(source, token.name))});
        break;
      case HtmlToken::Kind::doctype: {
        const dispatch::HtmlDoctype& doctype = tokens.doctype();
        const auto part = [&](const dispatch::HtmlDoctype::Part& one) {
          return one.given ? Json(dispatch::decode_plain(slice(source, one.span))) : Json();
        };
        Json name = part(doctype.name);
        if (name.is_string()) name = dispatch::decode_name(slice(source, doctype.name.span));
        out.push_back({"DOCTYPE", name, part(doctype.public_id), part(doctype.system_id), doctype.correct});
        break;
      }
    }
  }
  return out;
}

// "line:column code", sorted; columns count units of UTF-16.
std::vector<std::string> placed(std::string_view source, std::vector<dispatch::HtmlFault> faults) {
  std::sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  std::vector<std::string> out;
  std::size_t line = 1, column = 1, at = 0;
  for (const dispatch::HtmlFault& one : faults) {
    while (at < one.at) {
      const bool surrogate = source[at] == '\xed' && (source[at + 1] & 0xe0) == 0xa0;
      const bool line_end = source[at] == '\n' || (source[at] == '\r' && source.substr(at, 2) != "\r\n");
      const bool folded = source[at] == '\r' && !line_end;
      const char32_t character = next_code_point(source, at);
      if (surrogate) at += 2;
      column += folded ? 0u : character > 0xffff ? 2u : 1u;
      if (line_end) ++line, column = 1;
    }
    out.push_back(std::to_string(line) + ":" + std::to_string(column) + " " + one.code);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> wanted_faults(const Json& one) {
  std::vector<std::string> out;
  if (one.contains("errors"))
    for (const Json& fault : one["errors"])
      out.push_back(std::to_string(fault["line"].get<int>()) + ":" + std::to_string(fault["col"].get<int>()) + " " +
                    fault["code"].get<std::string>());
  std::sort(out.begin(), out.end());
  return out;
}

std::string dumped(const Json& value) { return value.dump(-1, ' ', true, Json::error_handler_t::replace); }

void run_case(const Json& one, const std::string& file, HtmlTokensScore& score, std::vector<std::string>& failures) {
  const bool escaped = one.value("doubleEscaped", false);
  const std::string source = escaped ? unescaped(one["input"].get<std::string>()) : one["input"].get<std::string>();
  const Json wanted = escaped ? unescaped(one["output"]) : one["output"];
  const std::string last = one.value("lastStartTag", std::string());
  const Json states = one.value("initialStates", Json::array({"Data state"}));
  bool tokens_right = true, faults_right = true;
  for (const Json& name : states) {
    const auto state = state_named(name.get<std::string>());
    std::vector<dispatch::HtmlFault> faults;
    const Json have = read_tokens(source, state.value_or(HtmlText::data), last, faults);
    dispatch::find_character_faults(source, faults);
    ++score.runs;
    const auto fail = [&](const std::string& what) {
      failures.push_back(file + ": " + name.get<std::string>() + ": " + dumped(source) + "\n" + what);
    };
    if (have != wanted || !state) {
      tokens_right = false;
      fail("    want " + dumped(wanted) + "\n    have " + dumped(have));
      continue;
    }
    const auto want_faults = wanted_faults(one), have_faults = placed(source, faults);
    if (want_faults == have_faults) continue;
    faults_right = false;
    fail("    want " + dumped(want_faults) + "\n    have " + dumped(have_faults));
  }
  ++score.cases;
  score.passed += tokens_right;
  score.faults_right += tokens_right && faults_right;
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

int run_html_tokens(int argc, char** argv) {
  CLI::App app{"Tokens of HTML against the tokenizer cases of html5lib", "sayso-eval html-tokens"};
  std::string folder;
  bool json = false;
  std::size_t most = 0;
  app.add_option("folder", folder, "A folder with tokenizer/*.test")->required();
  app.add_option("--errors", most, "List so many of the failures");
  app.add_flag("--json", json, "One JSON object, shares of 1");
  app.footer("Example:\n  sayso-eval html-tokens ../shared/data/suites/html5lib --errors 5");
  if (const auto status = read_arguments(app, argc, argv)) return *status;

  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(folder) / "tokenizer", ignored))
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  const auto complain = [](const std::string& where, const std::string& message) {
    std::fprintf(stderr, "sayso-eval: %s: %s\n", where.c_str(), message.c_str());
    return 1;
  };
  if (files.empty()) return complain(folder, "it holds no tokenizer/*.test");

  HtmlTokensScore all;
  std::vector<std::string> failures;
  for (const auto& path : files) {
    const auto bytes = read_file(path);
    if (!bytes) return complain(bytes.error().where, bytes.error().message);
    const Json cases = Json::parse(*bytes, nullptr, false);
    const std::string file = path.filename().string();
    if (cases.is_object() && cases.contains("xmlViolationTests")) {
      all.excluded += cases["xmlViolationTests"].size();
      if (!json) std::printf("%-28s %4zu excluded\n", file.c_str(), cases["xmlViolationTests"].size());
      continue;
    }
    if (!cases.is_object() || !cases.contains("tests")) return complain(path.string(), "no tests in it");
    HtmlTokensScore here;
    for (const Json& one : cases["tests"]) run_case(one, file, here, failures);
    if (!json) std::printf("%-28s %4zu of %4zu\n", file.c_str(), here.passed, here.cases);
    all.cases += here.cases, all.passed += here.passed, all.faults_right += here.faults_right, all.runs += here.runs;
  }
  if (json) {
    std::printf("%s\n", nlohmann::ordered_json{{"pass_rate", share(all.passed, all.cases)},
                                               {"cases", all.cases},
                                               {"passed", all.passed},
                                               {"excluded", all.excluded},
                                               {"runs", all.runs},
                                               {"parse_error_pass_rate", share(all.faults_right, all.cases)}}
                            .dump()
                            .c_str());
    return 0;
  }
  std::printf("%-28s %4zu of %4zu cases (%zu runs), %zu excluded; parse errors too: %zu\n", "tokens", all.passed,
              all.cases, all.runs, all.excluded, all.faults_right);
  for (std::size_t i = 0; i < std::min(most, failures.size()); ++i) std::printf("%s\n", failures[i].c_str());
  return 0;
}

}  // namespace sayso::eval
