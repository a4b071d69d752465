// Lays out a trial: the words in columns, then every anchor with the rules that match there.
//
//     1  Varnia  varnia  PROPN NNP  nsubj of 2    speaker; actor country target
//     2  retook  retake  VERB  VBD  root
//
//     events at 2 retook
//       used  retook  actor=Varnia trigger=retook recipient=Kesh
//             yes: [actor Varnia] [trigger retook] [recipient Kesh].
#include <algorithm>
#include <array>

#include "cli/rule_views.h"
#include "publish/terminal_text.h"

namespace sayso::cli {
namespace {

using publish::Ink;
using publish::Page;

using Columns = std::array<std::string, 5>;

std::string number(TokenId token) { return std::to_string(index(token) + 1); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string_view word(const Trial& trial, TokenId token) {
  return slice(trial.dispatch.text, trial.syntax[token].span);
}

std::string relation(const Trial& trial, TokenId id) {
  const Token& token = trial.syntax[id];
  std::string out(name_of(token.relation));
  if (token.head != no_token) out += " of " + number(token.head);
  if (!trial.prepositions[index(id)].empty()) out += " (" + trial.prepositions[index(id)] + ")";
  return out;
}

std::string marks(const Trial& trial, TokenId id) {
  const std::string speech = joined(trial.attribution_marks[index(id)]);
  const std::string deeds = joined(trial.event_marks[index(id)]);
  return speech.empty() && deeds.empty() ? "" : speech + "; " + deeds;
}

Columns columns(const Trial& trial, TokenId id) {
  const Token& token = trial.syntax[id];
  return {number(id), publish::safe_text(word(trial, id)), publish::safe_text(trial.lemmas[index(id)]),
          std::string(name_of(token.tag)) + " " + std::string(name_of(token.xpos)), relation(trial, id)};
}

void add_words(std::string& out, const Trial& trial, const Sentence& sentence) {
  std::vector<Columns> rows;
  std::vector<std::string> tails;
  rows.push_back({"", "word", "lemma", "tag", "relation"});
  tails.emplace_back("is: for attribution; for events");
  for (auto t = index(sentence.first); t < index(sentence.last); ++t) {
    rows.push_back(columns(trial, TokenId{t}));
    tails.push_back(marks(trial, TokenId{t}));
  }
  std::array<std::size_t, 5> widths{};
  for (const Columns& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], publish::display_width(row[c]));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      line += rows[r][c] + std::string(widths[c] - publish::display_width(rows[r][c]) + 2, ' ');
    line += tails[r];
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
}

std::string captures(const Trial& trial, const Fired& fired) {
  std::string out;
  for (const auto& [name, token] : fired.captures)
    out += (out.empty() ? "" : " ") + name + "=" + std::string(word(trial, token));
  return out;
}

void add_fired(Page& page, const Trial& trial, const RuleBook& book) {
  for (std::size_t i = 0; i < trial.fired.size(); ++i) {
    const Fired& fired = trial.fired[i];
    if (fired.first) {
      page.blank();
      page.add(0, 2, {{std::string(name_of(fired.stage)) + " at " + number(fired.anchor) + " "},
                      {std::string(word(trial, fired.anchor)), Ink::strong}});
    }
    page.add(2, 10, {{fired.used ? "used    " : "not     "},
                     {fired.rule->id, fired.used ? Ink::event : Ink::plain},
                     {" (" + book.place(*fired.rule) + ") ", Ink::faint},
                     {captures(trial, fired)}});
    if (!fired.why_not.empty()) page.add(10, {{fired.why_not, Ink::doubt}});
  }
}

// What a `yes:` line would say, and what the stage found without a rule of these files.
void add_made(Page& page, const Trial& trial) {
  if (!trial.made.empty()) page.blank();
  for (const Made& made : trial.made)
    page.add(0, 2, {{std::string(name_of(made.stage)) + " by "}, {made.rule + ": ", Ink::strong},
                    {written(made.sentence)}});
}

}  // namespace

std::string trial_view(const Trial& trial, const RuleBook& book, publish::Paper paper) {
  std::string out;
  for (const Sentence& sentence : trial.syntax.sentences) {
    if (!out.empty()) out += "\n";
    add_words(out, trial, sentence);
    if (!sentence.read) out += "this sentence was not read: " + std::string(name_of(sentence.unread)) + "\n";
  }
  Page page(paper);
  add_fired(page, trial, book);
  if (trial.fired.empty()) {
    page.blank();
    page.add(0, {{"no rule matches"}});
  }
  add_made(page, trial);
  return out + page.take();
}

}  // namespace sayso::cli
