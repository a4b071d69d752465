// sayso: parses the command line, runs one command, says what was wrong with the line.
//
//     sayso raed page.html
//       sayso: there is no command `raed`; did you mean `read`?      exit 2
#include <algorithm>
#include <csignal>
#include <filesystem>

#include "cli/command_text.h"
#include "cli/commands.h"
#include "cli/suggest.h"

namespace sayso::cli {
namespace {

// Help as we lay it out, examples first.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override { return help_text(*app); }
};

std::vector<std::string> names_of(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.parser->get_name());
  names.emplace_back("help");
  return names;
}

int refuse(const std::string& message, const std::string& command) {
  complain(message);
  complain("see `sayso " + (command.empty() ? "" : command + " ") + "--help`");
  return wrong_use;
}

// A first word that is neither a command nor an option; often a mistyped command, or a file without `read`.
std::optional<int> refuse_unknown_command(const std::string& word, const std::vector<Command>& commands) {
  if (word.empty() || word.front() == '-') return std::nullopt;
  const std::vector<std::string> names = names_of(commands);
  for (const std::string& name : names) {
    if (name == word) return std::nullopt;
  }
  std::error_code ignored;
  const bool file = std::filesystem::exists(word, ignored);
  return refuse(file ? "there is no command `" + word + "`; did you mean `sayso read " + word + "`?"
                     : "there is no command `" + word + "`" + did_you_mean(word, names),
                "");
}

int refuse_line(const CLI::ParseError& error, const CLI::App& program) {
  const auto parsed = program.get_subcommands();
  if (parsed.empty()) return refuse("a command is missing: sayso read, add, claims or show", "");
  const CLI::App& command = *parsed.front();
  std::string message = error.what();
  const std::vector<std::string> unknown = command.remaining();
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) && !unknown.empty()) {
    std::vector<std::string> known;
    for (const OptionGroup& group : command_text(command).groups) {
      for (const OptionText& option : group.options)
        known.insert(known.end(), option.names.begin(), option.names.end());
    }
    const std::string word = unknown.front().substr(0, unknown.front().find('='));
    message = word.rfind('-', 0) == 0 ? "there is no option `" + word + "`" + did_you_mean(word, known)
                                      : "`" + word + "` is one argument too many";
  }
  return refuse(message, command.get_name());
}

int run(std::vector<std::string> words) {
  CLI::App app{"sayso reads news dispatches about armed conflict and keeps a ledger of who claims what."};
  app.name("sayso");
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(
      "sayso read page.html\n"
      "sayso add pages/ --ledger war.ledger\n"
      "sayso claims --ledger war.ledger --side russian --on 2022-09-12 --where Izyum\n"
      "sayso show 4be1c07d --ledger war.ledger");
  app.set_help_flag("-h,--help", "Show this help");
  app.set_version_flag("--version", std::string("sayso ") + SAYSO_VERSION, "Show the version");
  app.require_subcommand(1);
  const std::vector<Command> commands{declare_read(app),       declare_add(app),   declare_claims(app),
                                      declare_show(app),       declare_parse(app), declare_rules(app),
                                      declare_completion(app), declare_manual(app)};
  for (const Command& command : commands) command.parser->formatter(app.get_formatter());

  if (words.empty()) {
    print(help_text(app));
    finished(done);
    return wrong_use;
  }
  if (auto code = refuse_unknown_command(words.front(), commands)) return *code;
  if (words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
    if (words.size() == 2) {
      if (auto code = refuse_unknown_command(words.front(), commands)) return *code;
    }
  }
  try {
    std::reverse(words.begin(), words.end());
    app.parse(words);
  } catch (const CLI::CallForVersion&) {
    print(std::string("sayso ") + SAYSO_VERSION + "\n");
    return finished(done);
  } catch (const CLI::CallForHelp&) {
    const auto parsed = app.get_subcommands();
    print(help_text(parsed.empty() ? app : *parsed.front()));
    return finished(done);
  } catch (const CLI::ParseError& error) {
    return refuse_line(error, app);
  }
  for (const Command& command : commands) {
    if (command.parser->parsed()) return command.run();
  }
  return wrong_use;
}

}  // namespace
}  // namespace sayso::cli

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  return sayso::cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
