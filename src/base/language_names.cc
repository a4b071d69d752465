// The written names of tags, Penn tags, relations and kinds of names, as treebanks print them: "PRP$", "nsubj:pass",
// "LOC".
#include "base/names.h"
#include "sayso/language.h"

namespace sayso {
namespace {

constexpr NameTable<Tag, 17> tags{{"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
                                   "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}};
static_assert(tags.find("X") == Tag::X);

constexpr NameTable<Xpos, 44> xposes{{"_",   "ADD", "AFX",  "CC",    "CD",  "DT",  "EX",  "FW",  "GW",   "HYPH", "IN",
                                      "JJ",  "JJR", "JJS",  "LS",    "MD",  "NFP", "NN",  "NNP", "NNPS", "NNS",  "PDT",
                                      "POS", "PRP", "PRP$", "PUNCT", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",   "UH",
                                      "VB",  "VBD", "VBG",  "VBN",   "VBP", "VBZ", "WDT", "WP",  "WP$",  "WRB",  "XX"}};
static_assert(xposes.find("XX") == Xpos::XX && xposes.find("PRP$") == Xpos::PRP_S && xposes.find("VBD") == Xpos::VBD);

constexpr NameTable<Relation, 51> relations{
    {"dep",           "acl",          "acl:relcl",   "advcl",      "advcl:relcl", "advmod",      "amod",
     "appos",         "aux",          "aux:pass",    "case",       "cc",          "cc:preconj",  "ccomp",
     "compound",      "compound:prt", "conj",        "cop",        "csubj",       "csubj:outer", "csubj:pass",
     "det",           "det:predet",   "discourse",   "dislocated", "expl",        "fixed",       "flat",
     "goeswith",      "iobj",         "list",        "mark",       "nmod",        "nmod:desc",   "nmod:poss",
     "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass", "nummod",      "obj",         "obl",
     "obl:agent",     "obl:unmarked", "orphan",      "parataxis",  "punct",       "reparandum",  "root",
     "vocative",      "xcomp"}};
static_assert(relations.find("xcomp") == Relation::xcomp && relations.find("nsubj:pass") == Relation::nsubj_pass);

constexpr NameTable<NameKind, 5> name_kinds{{"PER", "ORG", "LOC", "MIL", "OTH"}};
static_assert(name_kinds.find("OTH") == NameKind::other && name_kinds.find("MIL") == NameKind::military_unit);

constexpr NameTable<Unread, 4> reasons{{"", "dateline", "too long", "not English"}};
static_assert(reasons.find("not English") == Unread::not_english);

}  // namespace

std::string_view name_of(Tag tag) { return tags.name(tag); }
std::string_view name_of(Xpos xpos) { return xposes.name(xpos); }
std::string_view name_of(Relation relation) { return relations.name(relation); }
std::string_view name_of(Unread unread) { return reasons.name(unread); }
std::string_view name_of(NameKind kind) { return name_kinds.name(kind); }
std::optional<NameKind> name_kind_named(std::string_view name) { return name_kinds.find(name); }

Tag tag_named(std::string_view name) { return tags.find(name).value_or(Tag::X); }

Xpos xpos_named(std::string_view name) {
  if (const auto found = xposes.find(name)) return *found;
  // Every mark has a tag of its own in the Penn set; one name is enough for us.
  const bool mark = !name.empty() && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string_view::npos;
  return mark || name == "-LRB-" || name == "-RRB-" ? Xpos::PUNCT : Xpos::none;
}

Relation relation_named(std::string_view name) {
  if (const auto found = relations.find(name)) return *found;
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? Relation::dep : relation_named(name.substr(0, colon));
}

}  // namespace sayso
