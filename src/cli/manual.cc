// The manual page, made from the parsers: `sayso manual` prints what stands in docs/man/sayso.1 (a test compares them).
//
//     sayso manual | man -l -
//
// The language is mdoc(7). Left out of help and completions on purpose: it is for those who make packages.
#include <memory>

#include "cli/command_text.h"
#include "cli/commands.h"

namespace sayso::cli {
namespace {

// Text at the beginning of an mdoc line must not look like a macro, and a backslash must not look like an escape.
std::string roff(std::string_view text) {
  std::string out;
  if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out = "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string option_item(const OptionText& option) {
  std::string item = ".It";
  for (std::size_t i = 0; i < option.names.size(); ++i) {
    item += std::string(i == 0 ? "" : " ,") + " Fl " + roff(std::string_view(option.names[i]).substr(1));
  }
  return item + (option.value.empty() ? "" : " Ar " + roff(option.value)) + "\n" + roff(option.words) + ".\n";
}

std::string command_section(const CommandText& command) {
  std::string out = ".Ss sayso " + command.name + "\n" + roff(command.summary) + ".\n.Bd -literal -offset indent\n";
  for (const std::string& example : command.examples) out += roff(example) + "\n";
  out += ".Ed\n.Bl -tag -width indent\n";
  for (const OptionText& argument : command.arguments)
    out += ".It Ar " + argument.names.front() + "\n" + roff(argument.words) + ".\n";
  for (const OptionGroup& group : command.groups) {
    for (const OptionText& option : group.options) out += option_item(option);
  }
  return out + ".El\n";
}

std::string manual(const CLI::App& program) {
  std::string out =
      ".\\\" Made by `sayso manual`; do not edit.\n"
      ".Dd $Mdocdate$\n.Dt SAYSO 1\n.Os\n"
      ".Sh NAME\n.Nm sayso\n.Nd a ledger of what is claimed in news dispatches, and by whom\n"
      ".Sh SYNOPSIS\n";
  const std::vector<CommandText> commands = commands_of(program);
  for (const CommandText& command : commands) {
    out += ".Nm\n.Cm " + command.name + "\n.Op Ar options\n";
    for (const OptionText& argument : command.arguments) out += ".Ar " + argument.names.front() + "\n";
  }
  out +=
      ".Sh DESCRIPTION\n.Nm\n"
      "reads news dispatches about armed conflict and keeps a ledger of what is claimed in them:\n"
      "who says what happened, where, when, how surely, and on whose word.\n"
      "It never turns a claim into a fact.\n.Pp\n"
      "Data go to standard output, messages to standard error.\n"
      "Every field of a claim names the bytes it rests on or the rule that made it.\n"
      ".Sh COMMANDS\n";
  for (const CommandText& command : commands) out += command_section(command);
  out +=
      ".Sh ENVIRONMENT\n.Bl -tag -width SAYSO_LEDGER\n"
      ".It Ev SAYSO_LEDGER\nThe ledger, where\n.Fl \\-ledger\nis not given.\n"
      ".It Ev SAYSO_DATA\nThe folder of rules, lexicons and gazetteer.\n"
      ".It Ev SAYSO_MODEL\nThe trained model.\n"
      ".It Ev NO_COLOR\nNo colour if set to anything.\n"
      ".It Ev COLUMNS\nThe width of the output where it is no terminal.\n.El\n"
      ".Sh EXIT STATUS\n.Bl -tag -width indent\n"
      ".It 0\nDone.\n"
      ".It 1\nSomething failed; which is said on standard error. All the rest was done.\n"
      ".It 2\nWrong use of the command line; nothing was done.\n.El\n.Pp\n"
      "Ctrl\\-C ends\n.Nm\n.Cm add\nbetween two dispatches, with a valid ledger and the status of the signal.\n"
      ".Sh STANDARDS\nOne claim a line of JSON:\n.Pa docs/claim.schema.json .\n"
      "The ledger is an SQLite file:\n.Pa docs/ledger.md .\n"
      "Event types are those of PLOVER, places those of GeoNames, countries those of ISO 3166\\-1.\n";
  return out;
}

}  // namespace

Command declare_manual(CLI::App& app) {
  CLI::App* parser = app.add_subcommand("manual", "Print the manual page");
  parser->group("");
  parser->set_help_flag();
  return {parser, [&app] {
            print(manual(app));
            return finished(done);
          }};
}

}  // namespace sayso::cli
