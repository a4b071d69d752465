// Writes completion scripts: commands, their options, values where they are few, files elsewhere.
//
//     sayso cla<TAB>                ->  claims
//     sayso claims --act de<TAB>    ->  deny  decline
#include "cli/completion.h"

#include <memory>

#include "cli/command_text.h"
#include "cli/commands.h"
#include "sayso/attribution.h"

namespace sayso::cli {
namespace {

// The values of an option that has few: by its long name.
std::string values_of(const std::string& option) {
  if (option == "--format") return "text markdown html jsonl";
  if (option != "--act") return "";
  std::string names;
  for (int act = 0; act <= static_cast<int>(Act::show); ++act) {
    names += (names.empty() ? "" : " ") + std::string(name_of(static_cast<Act>(act)));
  }
  return names;
}

bool takes_file(const OptionText& option) { return option.value == "FILE"; }
bool takes_folder(const OptionText& option) { return option.value == "DIR"; }

// Inside single quotes of a shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::vector<OptionText> options_of(const CommandText& command) {
  std::vector<OptionText> all;
  for (const OptionGroup& group : command.groups) all.insert(all.end(), group.options.begin(), group.options.end());
  return all;
}

std::string words_of_bash(const CommandText& command) {
  std::string words;
  for (const OptionText& option : options_of(command)) {
    for (const std::string& name : option.names) words += (words.empty() ? "" : " ") + name;
  }
  return words;
}

std::string bash(const CLI::App& program) {
  std::string names;
  std::string cases;
  std::string values;
  std::string valued;
  for (const CommandText& command : commands_of(program)) {
    names += (names.empty() ? "" : " ") + command.name;
    cases += "    " + command.name + ") words=" + shell_quoted(words_of_bash(command)) + " ;;\n";
    for (const OptionText& option : options_of(command)) {
      const std::string list = values_of(option.names.back());
      const std::string pattern = "    " + option.names.back() + ") COMPREPLY=($(compgen -W ";
      if (!list.empty() && values.find(pattern) == std::string::npos)
        values += pattern + shell_quoted(list) + " -- \"$word\")); return ;;\n";
      if (list.empty() && !option.value.empty() && !takes_file(option) && !takes_folder(option)) {
        for (const std::string& name : option.names) {
          if (("|" + valued + "|").find("|" + name + "|") == std::string::npos)
            valued += (valued.empty() ? "" : "|") + name;
        }
      }
    }
  }
  return "# bash completion for sayso; made by `sayso completion bash`\n"
         "_sayso() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=''\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W " +
         shell_quoted(names + " --help --version") +
         " -- \"$word\")); return\n"
         "  fi\n"
         "  case $before in\n" +
         values +
         "    --data) COMPREPLY=($(compgen -d -- \"$word\")); return ;;\n"
         "    " +
         valued +
         ") return ;;\n"
         "  esac\n"
         "  case ${COMP_WORDS[1]} in\n" +
         cases +
         "  esac\n"
         "  case $word in\n"
         "    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
         "    *) case ${COMP_WORDS[1]},$COMP_CWORD in\n"
         "         completion,*) COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$word\")) ;;\n"
         "         rules,2) COMPREPLY=($(compgen -W 'list explain test try' -- \"$word\")) ;;\n"
         "         rules,*) ;;\n"
         "         *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "       esac ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _sayso sayso\n";
}

std::string zsh_escaped(std::string text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_option(const OptionText& option, const std::string& name) {
  std::string spec = name + "[" + zsh_escaped(option.words) + "]";
  if (option.value.empty()) return shell_quoted(spec);
  const std::string list = values_of(option.names.back());
  spec += ":" + zsh_escaped(option.value) + ":";
  if (!list.empty()) spec += "(" + list + ")";
  if (takes_file(option)) spec += "_files";
  if (takes_folder(option)) spec += "_files -/";
  return shell_quoted(spec);
}

std::string zsh(const CLI::App& program) {
  std::string names;
  std::string cases;
  for (const CommandText& command : commands_of(program)) {
    names += "    " + shell_quoted(command.name + ":" + zsh_escaped(command.summary)) + "\n";
    cases += "    " + command.name + ") _arguments";
    for (const OptionText& option : options_of(command)) {
      for (const std::string& name : option.names) cases += " \\\n      " + zsh_option(option, name);
    }
    cases += command.name == "completion"                         ? " \\\n      '1:shell:(bash zsh fish)' ;;\n"
             : command.name == "rules"                            ? " \\\n      '1:task:(list explain test try)' ;;\n"
             : command.name == "claims" || command.name == "show" ? " ;;\n"
                                                                  : " \\\n      '*:file:_files' ;;\n";
  }
  return "#compdef sayso\n# zsh completion for sayso; made by `sayso completion zsh`\n"
         "_sayso() {\n"
         "  local -a commands\n"
         "  commands=(\n" +
         names +
         "  )\n"
         "  if (( CURRENT == 2 )); then\n"
         "    _describe 'command' commands\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  shift words\n"
         "  (( CURRENT-- ))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _sayso ]; then _sayso \"$@\"; else compdef _sayso sayso; fi\n";
}

std::string fish(const CLI::App& program) {
  std::string out =
      "# fish completion for sayso; made by `sayso completion fish`\n"
      "complete -c sayso -n __fish_use_subcommand -f\n";
  for (const CommandText& command : commands_of(program)) {
    out +=
        "complete -c sayso -n __fish_use_subcommand -a " + command.name + " -d " + shell_quoted(command.summary) + "\n";
    for (const OptionText& option : options_of(command)) {
      out += "complete -c sayso -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names) {
        out += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      const std::string list = values_of(option.names.back());
      if (!list.empty()) out += " -x -a " + shell_quoted(list);
      if (list.empty() && !option.value.empty()) out += takes_file(option) || takes_folder(option) ? " -r" : " -x";
      out += " -d " + shell_quoted(option.words) + "\n";
    }
  }
  return out + "complete -c sayso -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n" +
         "complete -c sayso -n '__fish_seen_subcommand_from rules' -f -a 'list explain test try'\n";
}

}  // namespace

std::string completion_script(const CLI::App& program, std::string_view shell) {
  if (shell == "bash") return bash(program);
  return shell == "zsh" ? zsh(program) : fish(program);
}

Command declare_completion(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  CLI::App* parser = app.add_subcommand("completion", "Print a completion script for a shell");
  parser->set_help_flag("-h,--help", "Show this help")->group("Output");
  parser->footer(
      "sayso completion bash > ~/.local/share/bash-completion/completions/sayso\n"
      "sayso completion zsh > ~/.zfunc/_sayso\n"
      "sayso completion fish > ~/.config/fish/completions/sayso.fish");
  parser->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  return {parser, [shell, &app] {
            print(completion_script(app, *shell));
            return finished(done);
          }};
}

}  // namespace sayso::cli
