// What there is to say of a command, taken from its parser: the one source of help, manual page and completions.
//
//     command_text(*read_parser)
//       -> {name "read", summary "Read dispatches …", examples {"sayso read page.html", …},
//           arguments {{"FILE...", "Text, Markdown …"}}, groups {{"Output", {{"--json", "", "One claim a line …"},
//           …}}}}
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace sayso::cli {

struct OptionText {
  std::vector<std::string> names{};  // "-q", "--quiet"; for an argument its one name
  std::string value{};               // "FILE"; empty for a flag
  std::string words{};
};

struct OptionGroup {
  std::string title{};
  std::vector<OptionText> options{};
};

struct CommandText {
  std::string name{};  // "read"; empty for the program itself
  std::string summary{};
  std::vector<std::string> examples{};
  std::vector<OptionText> arguments{};
  std::vector<OptionGroup> groups{};
};

CommandText command_text(const CLI::App& parser);
std::vector<CommandText> commands_of(const CLI::App& program);  // those that help lists

// "-q, --quiet", "    --data DIR"
std::string option_head(const OptionText& option);
// "sayso read [OPTIONS] FILE..."
std::string usage_of(const CommandText& command);

// `sayso read --help`: examples first.
std::string help_text(const CLI::App& parser);

}  // namespace sayso::cli
