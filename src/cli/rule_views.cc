// Lays out the list of rules, one rule in full, and sentences that fail.
//
//     said-clause                                                attribution/speech.rules:112
//       A speaker says a clause.
#include "cli/rule_views.h"

namespace sayso::cli {
namespace {

using publish::Ink;
using publish::Page;
using publish::Run;

constexpr std::size_t label_column = 8;

// "@say, 212 lemmas: accept, add, admit …"
std::string list_line(const std::string& name, const RuleBook& book) {
  constexpr std::size_t shown = 6;
  const WordList* list = book.lists->find(name);
  if (list == nullptr) return "@" + name;
  std::string line = "@" + name + ", " + std::to_string(list->entries().size()) + " lemmas: ";
  std::size_t count = 0;
  for (const auto& [lemma, value] : list->entries()) {
    if (count++ == shown) return line + " …";
    line += (count == 1 ? "" : ", ") + lemma;
  }
  return line;
}

}  // namespace

std::string rule_list(const RuleBook& book, publish::Paper paper) {
  Page page(paper);
  for (const StagedRule& rule : book.all()) {
    page.add_headed(0, 2, {{rule.rule->id, Ink::strong}}, {book.place(*rule.rule), Ink::faint});
    page.add(2, {{rule.rule->what}});
  }
  return page.take();
}

std::string rule_card(const StagedRule& rule, const RuleBook& book, publish::Paper paper) {
  Page page(paper);
  const Rule& r = *rule.rule;
  page.add(0, 2, {{r.id, Ink::strong}, {", of " + std::string(name_of(rule.stage))}});
  page.add_field(2, "where", label_column, {{r.where}});
  page.add_field(2, "what", label_column, {{r.what}});
  page.add_field(2, "match", label_column, {{r.match, Ink::event}});
  std::string makes;
  for (const auto& [key, value] : r.makes) makes += (makes.empty() ? "" : " ") + key + "=" + value;
  page.add_field(2, "makes", label_column, {{makes}});
  std::string binds;
  for (const std::string& name : names_in(r.pattern)) binds += (binds.empty() ? "" : ", ") + name;
  page.add_field(2, "binds", label_column, {{binds}});
  for (const std::string& name : lists_of(r)) page.add_field(2, "list", label_column, {{list_line(name, book)}});
  for (const MarkedSentence& yes : r.yes) page.add_field(2, "yes", label_column, {{written(yes)}});
  for (const std::string& no : r.no) page.add_field(2, "no", label_column, {{no}});
  return page.take();
}

std::string fault_view(const StagedRule& rule, const std::vector<SentenceFault>& faults, publish::Paper paper) {
  Page page(paper);
  page.add(0, 2, {{rule.rule->id, Ink::strong}, {" (" + rule.rule->where + ")", Ink::faint}});
  for (const SentenceFault& fault : faults) {
    page.add(2, 4, {{fault.sentence}});
    page.add(4, 6, {{"ought " + fault.expected, Ink::doubt}});
    if (fault.fired.empty()) page.add(4, {{"nothing fired"}});
    for (const std::string& line : fault.fired) page.add(4, 6, {{"fired " + line}});
  }
  return page.take();
}

}  // namespace sayso::cli
