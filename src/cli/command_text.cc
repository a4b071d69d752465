// Takes a command's description out of its parser and lays it out as help.
//
//     sayso read - …
//
//     Examples:
//       sayso read page.html
//     Usage: sayso read [OPTIONS] FILE...
#include "cli/command_text.h"

#include <algorithm>
#include <sstream>

namespace sayso::cli {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

OptionText option_text(const CLI::Option& option) {
  OptionText text{.names = {}, .value = option.get_option_text(), .words = option.get_description()};
  if (option.get_positional()) {
    const std::string name = option.get_name(true, false) + text.value;
    text.names = {option.get_required() ? name : "[" + name + "]"};
    text.value.clear();
    return text;
  }
  for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
  return text;
}

void add_lines(std::string& out, const std::vector<OptionText>& options) {
  constexpr std::size_t column = 30;
  for (const OptionText& option : options) {
    std::string line = "  " + option_head(option);
    if (line.size() + 2 > column) {
      out += line + "\n";
      line.clear();
    }
    line.resize(column, ' ');
    out += line + option.words + "\n";
  }
}

}  // namespace

CommandText command_text(const CLI::App& parser) {
  CommandText text{.name = parser.get_parent() == nullptr ? "" : parser.get_name(),
                   .summary = parser.get_description(),
                   .examples = lines_of(parser.get_footer()),
                   .arguments = {},
                   .groups = {}};
  for (const CLI::Option* option : parser.get_options()) {
    if (option->get_group().empty()) continue;
    if (option->get_positional()) {
      text.arguments.push_back(option_text(*option));
      continue;
    }
    auto group = std::find_if(text.groups.begin(), text.groups.end(),
                              [&](const OptionGroup& g) { return g.title == option->get_group(); });
    if (group == text.groups.end()) group = text.groups.insert(text.groups.end(), OptionGroup{option->get_group(), {}});
    group->options.push_back(option_text(*option));
  }
  return text;
}

std::vector<CommandText> commands_of(const CLI::App& program) {
  std::vector<CommandText> commands;
  for (const CLI::App* parser :
       program.get_subcommands([](const CLI::App* app) { return !app->get_group().empty(); })) {
    commands.push_back(command_text(*parser));
  }
  return commands;
}

std::string option_head(const OptionText& option) {
  std::string head = option.names.front().rfind("--", 0) == 0 ? "    " : "";
  for (std::size_t i = 0; i < option.names.size(); ++i) head += (i == 0 ? "" : ", ") + option.names[i];
  return option.value.empty() ? head : head + " " + option.value;
}

std::string usage_of(const CommandText& command) {
  std::string usage = "sayso" + (command.name.empty() ? " COMMAND" : " " + command.name) + " [OPTIONS]";
  for (const OptionText& argument : command.arguments) usage += " " + argument.names.front();
  return usage;
}

std::string help_text(const CLI::App& parser) {
  const CommandText text = command_text(parser);
  std::string out = text.summary + "\n\nExamples:\n";
  for (const std::string& example : text.examples) out += "  " + example + "\n";
  out += "\nUsage: " + usage_of(text) + "\n";
  add_lines(out, text.arguments);
  std::vector<OptionText> commands;
  for (const CommandText& command : commands_of(parser)) commands.push_back({{command.name}, "", command.summary});
  if (!commands.empty()) out += "\nCommands:\n";
  add_lines(out, commands);
  for (const OptionGroup& group : text.groups) {
    out += "\n" + group.title + ":\n";
    add_lines(out, group.options);
  }
  return out;
}

}  // namespace sayso::cli
