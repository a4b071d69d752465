// read_arguments(app, argc, argv) -> nothing, or the exit status to leave with: 0 after --help, 2 for wrong use. A
// subcommand's argv starts with its first argument, not with a program's name.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sayso::eval {

inline std::optional<int> read_arguments(CLI::App& app, int argc, char** argv) {
  std::vector<std::string> arguments(argv, argv + argc);
  std::reverse(arguments.begin(), arguments.end());  // the order CLI11 wants
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return std::nullopt;
}

}  // namespace sayso::eval
