// Reads claims of responsibility and accusations for whom they name.
//
//     claim by the police, accuse, target "the ELN", content "the crime" -> ELN, by_authorities
//
// Left out on purpose: what is accused that is no deed ("accused the ELN of lying"); persons, who are no organization.
#include "muc4_accusations.h"

#include <algorithm>

#include "muc4_organizations.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

constexpr std::string_view deeds[] = {
    "attack",   "murder",   "killing",  "crime",     "assassination", "bombing", "kidnapping", "abduction", "explosion",
    "incident", "act",      "action",   "massacre",  "death",         "slaying", "execution",  "ambush",    "raid",
    "blast",    "sabotage", "shooting", "operation", "burning",       "assault", "robbery",    "arson",     "attempt",
    "it",       "this",     "that",     "them",      "deed",          "wave",    "terrorism",  "violence"};

// How words for those who hold an office begin.
constexpr std::string_view offices[] = {"POLICE", "AUTHORIT",     "PRESIDENT", "MINIST",     "GOVERNMENT", "MILITARY",
                                        "ARMY",   "ARMED FORCES", "OFFICIAL",  "GENERAL",    "GEN ",       "COLONEL",
                                        "COL ",   "COMMANDER",    "JUDGE",     "PROSECUTOR", "GOVERNOR",   "MAYOR"};

// Whether what is said is a deed: one that an event tells, or a word for one.
bool is_of_deed(const Phrases& phrases, const Claim& claim) {
  const auto harms = [](const Event& event) { return event.type == "ASSAULT" || event.type == "LOSS"; };
  if (std::any_of(claim.events.begin(), claim.events.end(), harms)) return true;
  if (claim.attribution.content.empty()) return false;
  const TokenId head = phrases.head_of(claim.attribution.content.front().span);
  return head != no_token && is_one_of(phrases.lemma(head), deeds);
}

std::optional<Organization> organization_at(const Phrases& phrases, TokenId head, Span words) {
  auto named = organization_named(phrases, who_at(phrases, head, words));
  return named ? named : organization_of_members(phrases, head);
}

// All that are named together: "blamed the government and the armed forces".
std::vector<Organization> whom_it_names(const Phrases& phrases, const Attribution& said) {
  std::vector<Organization> named;
  const auto put = [&](std::optional<Organization> one) {
    if (one) named.push_back(std::move(*one));
  };
  const bool owns = said.act == Act::claim_responsibility || said.act == Act::admit;
  if (owns && said.source.span) {
    const TokenId head = phrases.head_of(*said.source.span);
    auto one = organization_named(phrases, {head, said.source.kind, said.source.entity, *said.source.span});
    put(one ? std::move(one) : organization_of_members(phrases, head));
  }
  if (said.act != Act::accuse || !said.target) return named;
  const TokenId head = phrases.head_of(said.target->span);
  if (head == no_token) return named;
  const Tree& tree = phrases.tree();
  for (const TokenId one : tree.conjuncts(head))
    put(organization_at(phrases, one, one == head ? said.target->span : tree[one].span));
  return named;
}

}  // namespace

bool is_word_for_deed(std::string_view lemma) { return is_one_of(lemma, deeds) && lemma.size() > 4; }

bool is_authority(const Source& source) {
  if (source.kind == EntityKind::government || source.kind == EntityKind::military || source.kind == EntityKind::unit)
    return true;
  const std::string text = " " + upper(source.text) + " ";
  return std::any_of(std::begin(offices), std::end(offices), [&](std::string_view office) {
    return text.find(" " + std::string(office)) != std::string::npos;
  });
}

std::vector<Accusation> find_accusations(const Phrases& phrases) {
  std::vector<Accusation> found;
  for (const Claim& claim : phrases.reading().claims) {
    const Attribution& said = claim.attribution;
    if (said.polarity == Polarity::negative || said.cue_head == no_token || !is_of_deed(phrases, claim)) continue;
    const Confidence sure = said.act != Act::accuse     ? Confidence::claimed
                            : is_authority(said.source) ? Confidence::by_authorities
                                                        : Confidence::suspected;
    for (Organization& organization : whom_it_names(phrases, said)) {
      organization.confidence = sure;
      found.push_back({std::move(organization), phrases.sentence_of(said.cue_head)});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Accusation& a, const Accusation& b) { return a.sentence < b.sentence; });
  return found;
}

std::vector<std::string> find_deniers(const Phrases& phrases) {
  std::vector<std::string> found;
  for (const Claim& claim : phrases.reading().claims) {
    const Attribution& said = claim.attribution;
    const Entity* entity = phrases.entity_with(said.source.entity);
    const Entity* group = entity == nullptr ? nullptr : phrases.group_of(*entity);
    if (group != nullptr && (said.act == Act::deny || said.act == Act::reject)) found.push_back(group->id);
  }
  return found;
}

}  // namespace sayso::eval
