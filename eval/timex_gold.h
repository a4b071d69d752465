// Texts with gold time expressions: TimeML files, and the table of WikiWars.
//
//     <DCT>…value="1998-02-06"…</DCT> <TEXT>It fell <TIMEX3 type="DATE" value="1998-02-05">Thursday</TIMEX3>.</TEXT>
//     -> text "It fell Thursday.", written 1998-02-06, gold [Thursday] DATE 1998-02-05
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sayso/time.h"

namespace sayso::eval {

struct TimexGold {
  Span span{};
  std::string type{};
  std::string value{};
};

struct TimexText {
  std::string name{};
  std::string text{};
  std::optional<Day> written{};
  std::vector<TimexGold> gold{};
};

TimexText read_tml(const std::string& xml);
std::vector<TimexText> read_wikiwars(const std::filesystem::path& folder);  // of its timex.tsv; none if it is not there

// Every .tml under the folder, at any depth and sorted, or the one file.
std::vector<std::filesystem::path> tml_files(const std::filesystem::path& path);

}  // namespace sayso::eval
