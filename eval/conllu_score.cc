// Aligns two readings of one text and counts what they share, as conll18_ud_eval.py does.
//
//     gold   did|n't  deny      system  didn't  deny
//            [0,6)    [6,10)            [0,6)   [6,10)     -> only "deny" is aligned: 2 · 1 / (3 + 2)
//
// Left out on purpose: weighted variants of the scores.
#include "conllu_score.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "among.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

constexpr std::array<std::string_view, 21> universal_features{
    "Abbr",    "Animacy", "Aspect",   "Case",   "Definite", "Degree",   "Evident",
    "Foreign", "Gender",  "Mood",     "Number", "NumType",  "Person",   "Polarity",
    "Polite",  "Poss",    "PronType", "Reflex", "Tense",    "VerbForm", "Voice"};
constexpr std::array<std::string_view, 28> content_relations{
    "nsubj", "obj",      "iobj",      "csubj",     "ccomp",  "xcomp",    "obl",        "vocative", "expl", "dislocated",
    "advcl", "advmod",   "discourse", "nmod",      "appos",  "nummod",   "acl",        "amod",     "conj", "fixed",
    "flat",  "compound", "list",      "parataxis", "orphan", "goeswith", "reparandum", "root"};
constexpr std::array<std::string_view, 7> function_relations{"aux", "cop", "mark", "det", "clf", "case", "cc"};

std::string_view main_relation(const UdWord& word) {
  return std::string_view(word.relation).substr(0, word.relation.find(':'));
}
bool has_content(const UdWord& word) {
  return main_relation(word) == "dep" || among(content_relations, main_relation(word));
}

std::string universal(std::string_view feats) {
  std::vector<std::string_view> kept;
  for (const std::string_view part : split(feats, '|'))
    if (among(universal_features, part.substr(0, part.find('=')))) kept.push_back(part);
  std::sort(kept.begin(), kept.end());
  std::string out;
  for (const std::string_view part : kept) out.append(part).append("|");
  return out;
}

// The stretch of multiword tokens that the words g and s stand in: words [g0, g1) of gold, [s0, s1) of the system.
struct Stretch {
  std::size_t g0, s0, g1, s1;
};

bool is_beyond(const std::vector<UdWord>& words, std::size_t i, std::uint32_t end) {
  if (i >= words.size()) return true;
  return words[i].multiword ? words[i].span.begin >= end : words[i].span.end > end;
}

Stretch stretch_at(const std::vector<UdWord>& gold, const std::vector<UdWord>& system, std::size_t g, std::size_t s) {
  std::uint32_t end = 0;
  if (gold[g].multiword) {
    end = gold[g].span.end;
    if (!system[s].multiword && system[s].span.begin < gold[g].span.begin) ++s;
  } else {
    end = system[s].span.end;
    if (!gold[g].multiword && gold[g].span.begin < system[s].span.begin) ++g;
  }
  Stretch out{g, s, g, s};
  while (!is_beyond(gold, out.g1, end) || !is_beyond(system, out.s1, end)) {
    const bool take_gold =
        out.g1 < gold.size() && (out.s1 >= system.size() || gold[out.g1].span.begin <= system[out.s1].span.begin);
    const UdWord& word = take_gold ? gold[out.g1++] : system[out.s1++];
    if (word.multiword) end = std::max(end, word.span.end);
  }
  return out;
}

void align_stretch(const std::vector<UdWord>& gold, const std::vector<UdWord>& system, const Stretch& at,
                   std::vector<WordPair>& out) {
  const std::size_t rows = at.g1 - at.g0, columns = at.s1 - at.s0;
  std::vector<std::string> theirs, mine;
  for (std::size_t i = at.g0; i < at.g1; ++i) theirs.push_back(to_lower(gold[i].form));
  for (std::size_t i = at.s0; i < at.s1; ++i) mine.push_back(to_lower(system[i].form));
  std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
  const auto cell = [&](std::size_t g, std::size_t s) -> std::uint32_t& { return longest[g * (columns + 1) + s]; };
  for (std::size_t g = rows; g-- > 0;)
    for (std::size_t s = columns; s-- > 0;)
      cell(g, s) = std::max({theirs[g] == mine[s] ? 1 + cell(g + 1, s + 1) : 0U, cell(g + 1, s), cell(g, s + 1)});
  for (std::size_t g = 0, s = 0; g < rows && s < columns;) {
    if (theirs[g] == mine[s])
      out.push_back({static_cast<std::uint32_t>(at.g0 + g++), static_cast<std::uint32_t>(at.s0 + s++)});
    else if (cell(g, s) == cell(g + 1, s))
      ++g;
    else
      ++s;
  }
}

template <typename Item>
Score compare_spans(const std::vector<Item>& gold, const std::vector<Item>& system) {
  Score out{gold.size(), system.size(), 0};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (system[s].span.begin < gold[g].span.begin)
      ++s;
    else if (gold[g].span.begin < system[s].span.begin)
      ++g;
    else
      out.right += gold[g++].span.end == system[s++].span.end;
  }
  return out;
}

constexpr std::uint32_t no_head = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t unaligned = no_head - 1;

// Heads and dependents over the whole file.
struct Links {
  std::vector<std::uint32_t> head;                         // index into words; no_head for a root
  std::vector<std::vector<std::uint32_t>> function_words;  // by head
};

Links links_of(const UdFile& file) {
  Links out{std::vector<std::uint32_t>(file.words.size(), no_head),
            std::vector<std::vector<std::uint32_t>>(file.words.size())};
  for (const UdSentence& sentence : file.sentences)
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (file.words[i].head == 0) continue;
      out.head[i] = sentence.first + file.words[i].head - 1;
      if (among(function_relations, main_relation(file.words[i]))) out.function_words[out.head[i]].push_back(i);
    }
  return out;
}

}  // namespace

std::vector<WordPair> align(const UdFile& gold_file, const UdFile& system_file) {
  const std::vector<UdWord>&gold = gold_file.words, &system = system_file.words;
  std::vector<WordPair> out;
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g].multiword || system[s].multiword) {
      const Stretch at = stretch_at(gold, system, g, s);
      align_stretch(gold, system, at, out);
      g = at.g1, s = at.s1;
    } else if (gold[g].span == system[s].span) {
      out.push_back({static_cast<std::uint32_t>(g++), static_cast<std::uint32_t>(s++)});
    } else if (gold[g].span.begin <= system[s].span.begin) {
      ++g;
    } else {
      ++s;
    }
  }
  return out;
}

UdScores compare(const UdFile& gold, const UdFile& system) {
  UdScores out;
  out.tokens = compare_spans(gold.tokens, system.tokens);
  out.sentences = compare_spans(gold.sentences, system.sentences);
  const std::vector<WordPair> pairs = align(gold, system);
  std::vector<std::uint32_t> gold_of(system.words.size(), unaligned);
  for (const WordPair& pair : pairs) gold_of[pair.system] = pair.gold;
  const Links theirs = links_of(gold), mine = links_of(system);

  for (Score* score : {&out.words, &out.upos, &out.xpos, &out.feats, &out.all_feats, &out.lemmas, &out.uas, &out.las})
    score->gold = gold.words.size(), score->system = system.words.size();
  for (Score* score : {&out.clas, &out.mlas, &out.blex}) {
    score->gold = static_cast<std::uint64_t>(std::count_if(gold.words.begin(), gold.words.end(), has_content));
    score->system = static_cast<std::uint64_t>(std::count_if(system.words.begin(), system.words.end(), has_content));
  }
  // What a function word adds to its head in MLAS.
  const auto same_function = [&](std::uint32_t g, std::uint32_t s) {
    return gold_of[s] == g && main_relation(gold.words[g]) == main_relation(system.words[s]) &&
           gold.words[g].upos == system.words[s].upos &&
           universal(gold.words[g].feats) == universal(system.words[s].feats);
  };
  for (const auto& [g, s] : pairs) {
    const UdWord &want = gold.words[g], &have = system.words[s];
    const std::uint32_t head = mine.head[s] == no_head ? no_head : gold_of[mine.head[s]];
    const bool same_feats = universal(want.feats) == universal(have.feats);
    const bool same_lemma = want.lemma == "_" || want.lemma == have.lemma;
    const bool attached = head == theirs.head[g];
    const bool labelled = attached && main_relation(want) == main_relation(have);
    out.words.right += 1;
    out.upos.right += want.upos == have.upos;
    out.xpos.right += want.xpos == have.xpos;
    out.feats.right += same_feats;
    out.all_feats.right += want.feats == have.feats;
    out.lemmas.right += same_lemma;
    out.uas.right += attached;
    out.las.right += labelled;
    if (!labelled || !has_content(want)) continue;
    out.clas.right += 1;
    out.blex.right += same_lemma;
    out.mlas.right += want.upos == have.upos && same_feats &&
                      std::equal(theirs.function_words[g].begin(), theirs.function_words[g].end(),
                                 mine.function_words[s].begin(), mine.function_words[s].end(), same_function);
  }
  return out;
}

}  // namespace sayso::eval
