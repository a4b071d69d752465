// Writes rules and trials as JSON, keys in an order of reading.
//
//     trial of "Varnia retook Kesh."  ->  {"text":…,"tokens":[…],"fired":[{"rule":"retook","anchor":2,…}],"made":[…]}
#include "cli/rule_json.h"

#include <nlohmann/json.hpp>

namespace sayso::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string line(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

OrderedJson number_json(TokenId token) {
  return token == no_token ? OrderedJson(nullptr) : OrderedJson(index(token) + 1);
}

OrderedJson token_json(const Trial& trial, std::uint32_t t) {
  const Token& token = trial.syntax.tokens[t];
  return {{"id", t + 1},
          {"text", slice(trial.dispatch.text, token.span)},
          {"span", {token.span.begin, token.span.end}},
          {"lemma", trial.lemmas[t]},
          {"tag", name_of(token.tag)},
          {"xpos", name_of(token.xpos)},
          {"head", number_json(token.head)},
          {"relation", name_of(token.relation)},
          {"preposition", trial.prepositions[t]},
          {"attribution_marks", trial.attribution_marks[t]},
          {"event_marks", trial.event_marks[t]}};
}

OrderedJson fired_json(const Trial& trial, const Fired& fired) {
  OrderedJson captures = OrderedJson::array();
  for (const auto& [name, token] : fired.captures)
    captures.push_back({{"name", name},
                        {"token", number_json(token)},
                        {"text", slice(trial.dispatch.text, trial.syntax[token].span)}});
  return {{"stage", name_of(fired.stage)}, {"rule", fired.rule->id},
          {"where", fired.rule->where},    {"anchor", number_json(fired.anchor)},
          {"captures", captures},          {"used", fired.used},
          {"why_not", fired.why_not}};
}

}  // namespace

std::string rule_json(const StagedRule& rule) {
  OrderedJson yes = OrderedJson::array();
  for (const MarkedSentence& sentence : rule.rule->yes) yes.push_back(written(sentence));
  OrderedJson makes = OrderedJson::object();
  for (const auto& [key, value] : rule.rule->makes) makes[key] = value;
  return line({{"rule", rule.rule->id},
               {"stage", name_of(rule.stage)},
               {"where", rule.rule->where},
               {"what", rule.rule->what},
               {"match", rule.rule->match},
               {"makes", makes},
               {"lists", lists_of(*rule.rule)},
               {"yes", yes},
               {"no", rule.rule->no}});
}

std::string trial_json(const Trial& trial) {
  OrderedJson tokens = OrderedJson::array(), fired = OrderedJson::array(), made = OrderedJson::array();
  for (std::uint32_t t = 0; t < trial.syntax.tokens.size(); ++t) tokens.push_back(token_json(trial, t));
  for (const Fired& one : trial.fired) fired.push_back(fired_json(trial, one));
  for (const Made& one : trial.made)
    made.push_back({{"stage", name_of(one.stage)},
                    {"rule", one.rule},
                    {"at", number_json(one.at)},
                    {"unsaid", one.unsaid},
                    {"sentence", written(one.sentence)}});
  return line({{"text", trial.dispatch.text}, {"tokens", tokens}, {"fired", fired}, {"made", made}});
}

}  // namespace sayso::cli
