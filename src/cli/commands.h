// The subcommands. Each declares its options on the parser and gives back what to run once they are parsed.
//
//     Command read = declare_read(app);
//     if (read.parser->parsed()) return read.run();
//
// A parser's footer holds its examples, which help shows first.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/knowledge.h"

namespace sayso::cli {

struct Command {
  CLI::App* parser = nullptr;
  std::function<int()> run{};
};

// Options that every command has.
struct Common {
  Voice voice{};
  std::optional<bool> colour{};
};

void declare_common(CLI::App& parser, Common& common);
void declare_knowledge(CLI::App& parser, KnowledgePaths& paths);
void declare_ledger(CLI::App& parser, std::string& ledger);

Command declare_read(CLI::App& app);
Command declare_add(CLI::App& app);
Command declare_claims(CLI::App& app);
Command declare_show(CLI::App& app);
Command declare_parse(CLI::App& app);
Command declare_rules(CLI::App& app);
Command declare_completion(CLI::App& app);
Command declare_manual(CLI::App& app);

}  // namespace sayso::cli
