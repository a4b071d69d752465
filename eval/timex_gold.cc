// Reads gold time expressions, see timex_gold.h. In: "<TEXT>It fell <TIMEX3 type="DATE" value="1998-03">in…"; out: the
// text without tags and the span of each expression. Leaves out on purpose: the expression of <DCT>, which is no text.
#include "timex_gold.h"

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/tsv.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

void append_decoded(std::string& out, std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (piece[i] != '&') {
      out += piece[i];
      continue;
    }
    const std::size_t end = piece.find(';', i);
    const std::string_view name = end == std::string_view::npos ? "" : piece.substr(i, end - i + 1);
    out += name == "&lt;" ? '<' : name == "&gt;" ? '>' : name == "&quot;" ? '"' : name == "&apos;" ? '\'' : '&';
    if (!name.empty()) i = end;
  }
}

std::string timex_attribute(std::string_view tag, std::string_view name) {
  const std::string wanted = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos) return "";
  const std::size_t from = at + wanted.size();
  return std::string(tag.substr(from, tag.find('"', from) - from));
}

}  // namespace

TimexText read_tml(const std::string& xml) {
  TimexText out;
  const std::size_t dct = xml.find("<DCT>"), begin = xml.find("<TEXT>"), end = xml.find("</TEXT>");
  if (dct != std::string::npos)
    out.written = day_of_iso(timex_attribute(std::string_view(xml).substr(dct, xml.find("</DCT>") - dct), "value"));
  if (begin == std::string::npos || end == std::string::npos) return out;
  std::vector<std::size_t> open;
  for (std::size_t at = begin + 6; at < end;) {
    if (xml[at] != '<') {
      const std::size_t next = std::min(xml.find('<', at), end);
      append_decoded(out.text, std::string_view(xml).substr(at, next - at));
      at = next;
      continue;
    }
    const std::size_t close = xml.find('>', at);
    if (close == std::string::npos) break;
    const std::string_view tag = std::string_view(xml).substr(at, close - at);
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (tag.starts_with("<TIMEX3")) {
      open.push_back(out.gold.size());
      out.gold.push_back(
          {.span = {here, here}, .type = timex_attribute(tag, "type"), .value = timex_attribute(tag, "value")});
    } else if (tag.starts_with("</TIMEX3") && !open.empty()) {
      out.gold[open.back()].span.end = here;
      open.pop_back();
    }
    at = close + 1;
  }
  return out;
}

std::vector<TimexText> read_wikiwars(const std::filesystem::path& folder) {
  std::map<std::string, TimexText> texts;
  auto table = read_file(folder / "timex.tsv");
  if (!table) return {};
  for (const std::string_view line : split(*table, '\n')) {
    const auto c = split(line, '\t');
    if (c.size() < 13 || c[0] == "doc" || c[4] != "0") continue;
    const auto [at, fresh] = texts.try_emplace(std::string(c[0]));
    if (fresh) {
      if (auto text = read_file(folder / "texts" / (std::string(c[0]) + ".txt"))) at->second.text = std::move(*text);
      at->second.written = day_of_iso(c[1]);
    }
    at->second.gold.push_back({.span = {static_cast<std::uint32_t>(whole_number<int>(c[2]).value_or(0)),
                                        static_cast<std::uint32_t>(whole_number<int>(c[3]).value_or(0))},
                               .type = std::string(c[5]),
                               .value = std::string(c[6])});
  }
  std::vector<TimexText> out;
  out.reserve(texts.size());
  for (auto& [name, text] : texts) out.push_back(std::move(text));
  return out;
}

std::vector<std::filesystem::path> tml_files(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return {path};
  for (auto it = std::filesystem::recursive_directory_iterator(path, error);
       !error && it != std::filesystem::recursive_directory_iterator(); it.increment(error))
    if (it->path().extension() == ".tml") files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace sayso::eval
