// Lays out a trial: the words in columns, then every anchor with the rules that match there. What is used shows the
// sentence as a `yes:` field would have it.
//
//        word    lemma   tag         relation    is: (attribution)  is: (events)
//     1  Varnia  varnia  PROPN NNP   nsubj of 2  speaker            actor place target
//
//     events at 2 retook
//       used  retook (events/conflict.rules:73) actor=Varnia trigger=retook ground=Kesh
//             yes: [actor Varnia] [trigger retook] [ground Kesh].
#include <algorithm>
#include <array>

#include "cli/rule_views.h"
#include "publish/terminal_text.h"

namespace sayso::cli {
namespace {

using publish::Ink;
using publish::Page;

using Columns = std::array<std::string, 7>;

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

Columns columns(const Trial& trial, TokenId id) {
  const Token& token = trial.syntax[id];
  return {number(id),
          publish::safe_text(word(trial, id)),
          publish::safe_text(trial.lemmas[index(id)]),
          std::string(name_of(token.tag)) + " " + std::string(name_of(token.xpos)),
          relation(trial, id),
          joined(trial.attribution_marks[index(id)]),
          joined(trial.event_marks[index(id)])};
}

void add_words(std::string& out, const Trial& trial, const Sentence& sentence) {
  std::vector<Columns> rows{{"", "word", "lemma", "tag", "relation", "is: (attribution)", "is: (events)"}};
  for (auto t = index(sentence.first); t < index(sentence.last); ++t) rows.push_back(columns(trial, TokenId{t}));
  std::array<std::size_t, std::tuple_size_v<Columns>> widths{};
  for (const Columns& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], publish::display_width(row[c]));
  for (const Columns& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c)
      line += row[c] + std::string(widths[c] - publish::display_width(row[c]) + 2, ' ');
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
  constexpr std::size_t indent = 2, column = 6;
  for (const Fired& fired : trial.fired) {
    if (fired.first) {
      page.blank();
      page.add(0, 2,
               {{std::string(name_of(fired.stage)) + " at " + number(fired.anchor) + " "},
                {std::string(word(trial, fired.anchor)), Ink::strong}});
    }
    page.add_field(indent, fired.used ? "used" : "not", column,
                   {{fired.rule->id, fired.used ? Ink::event : Ink::plain},
                    {" (" + book.place(*fired.rule) + ") ", Ink::faint},
                    {captures(trial, fired)}});
    page.add(indent + column, {{fired.why_not, Ink::doubt}});
    for (const Made& made : trial.made)
      if (fired.used && made.stage == fired.stage && made.at == fired.anchor && made.rule == fired.rule->id)
        page.add(indent + column,
                 {{"yes: " + written(made.sentence)}, {made.unsaid ? " (says nothing: no claim)" : ""}});
  }
}

// What the stages find by themselves.
void add_own(Page& page, const Trial& trial, const RuleBook& book) {
  for (const Made& made : trial.made) {
    if (!book.find(made.rule).empty()) continue;
    page.blank();
    page.add(0, 2, {{std::string(name_of(made.stage)) + " without a rule: "}, {made.rule, Ink::strong}});
    page.add(2, {{written(made.sentence)}});
  }
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
  add_own(page, trial, book);
  return out + page.take();
}

}  // namespace sayso::cli
