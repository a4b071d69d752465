// Completion scripts for bash, zsh and fish, made from the parsers.
//
//     completion_script(program, "bash")   ->  "# bash completion for sayso …\n_sayso() {…"
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

namespace sayso::cli {

std::string completion_script(const CLI::App& program, std::string_view shell);  // "bash", "zsh" or "fish"

}  // namespace sayso::cli
