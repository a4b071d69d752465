// Sorts errors of attribution by kind and prints them with tables of cues and rules.
//
//     gold [Marek] [said] [it fell on Monday]   ours [Marek] [said] [it fell]   -> "content too short: right"
//
// Left out on purpose: causes that only a tree could tell.
#include "attribution_errors.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/utf8.h"

namespace sayso::eval {
namespace {

constexpr std::size_t longest_table = 40;

bool is_pronoun(const Article& article, const WordIds& words) {
  static const std::set<std::string, std::less<>> pronouns{
      "i", "he", "him", "she", "her", "it", "we", "us", "you", "they", "them", "who", "that", "this", "his", "which"};
  return words.size() == 1 && pronouns.contains(fold(slice(article.text, article.words[words.front()])));
}

std::string missed(const Article& article, const Spoken& gold) {
  const WordIds& cue = gold[Role::cue];
  const auto at_cue = [&](const Spoken& ours) { return overlap(ours[Role::cue], cue); };
  if (gold.unread) return "missed: text not read";
  if (std::any_of(article.ours.begin(), article.ours.end(), at_cue)) return "missed: ours at that cue has another gold";
  if (std::any_of(article.nested.begin(), article.nested.end(), at_cue))
    return "missed: ours is nested in another of ours";
  const auto swallows = [&](const Spoken& ours) { return !cue.empty() && holds(ours[Role::content], cue); };
  if (std::any_of(article.ours.begin(), article.ours.end(), swallows)) return "missed: cue inside our content";
  return "missed: no cue";
}

std::string spurious(const Article& article, const Spoken& ours) {
  const WordIds& cue = ours[Role::cue];
  const auto at_cue = [&](const Spoken& gold) { return overlap(gold[Role::cue], cue); };
  if (std::any_of(article.gold.begin(), article.gold.end(), at_cue))
    return "spurious: at a gold cue that has another of ours";
  const auto swallows = [&](const Spoken& gold) { return !cue.empty() && holds(gold[Role::content], cue); };
  if (std::any_of(article.gold.begin(), article.gold.end(), swallows)) return "spurious: inside gold content";
  return "spurious: no gold there";
}

std::size_t byte_of(const Article& article, const Mistake& mistake) {
  std::size_t byte = article.text.size();
  for (const Spoken* side : {mistake.gold, mistake.ours})
    if (side != nullptr)
      for (const Role role : roles)
        if ((mistake.whole || mistake.role == role) && !(*side)[role].empty())
          byte = std::min<std::size_t>(byte, article.words[(*side)[role].front()].begin);
  return byte;
}

std::string triple(const Article& article, const Spoken& spoken) {
  return printed(article, spoken[Role::source]) + " | " + printed(article, spoken[Role::cue]) + " | " +
         printed(article, spoken[Role::content]);
}

using Counts = std::map<std::string, std::size_t>;

std::string commonest(const Counts& counts) {
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? "" : best->first;
}

// Cues by lemma: how many there are, how many went wrong, and the commonest words or rule.
class CueTable {
 public:
  void add(const Spoken& spoken, const std::string& form, bool wrong) {
    Row& row = rows_[spoken.lemma];
    ++row.all;
    if (!wrong) return;
    ++row.wrong;
    row.speech += spoken.speech;
    ++row.forms[form];
  }
  void print(std::FILE* out, const char* title, const char* of, const char* form) const {
    std::vector<const std::pair<const std::string, Row>*> rows;
    for (const auto& row : rows_)
      if (row.second.wrong > 0) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->second.wrong > b->second.wrong; });
    std::fprintf(out, "\n%s\n%8s %8s %8s  %-24s %s\n", title, "count", "speech", of, "lemma", form);
    for (std::size_t i = 0; i < rows.size() && i < longest_table; ++i) {
      const auto& [lemma, row] = *rows[i];
      std::fprintf(out, "%8zu %8zu %8zu  %-24s %s\n", row.wrong, row.speech, row.all, lemma.c_str(),
                   commonest(row.forms).c_str());
    }
  }

 private:
  struct Row {
    std::size_t wrong = 0, speech = 0, all = 0;
    Counts forms{};
  };
  std::map<std::string, Row> rows_{};
};

void print_strings(std::FILE* out, const char* title, const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::fprintf(out, "\n%s\n", title);
  for (std::size_t i = 0; i < rows.size() && i < longest_table; ++i)
    std::fprintf(out, "%8zu  %s\n", rows[i].second, rows[i].first.c_str());
}

// The words that one side has beyond the other, for boundaries that are too short or too long.
WordIds words_beyond(const Mistake& mistake) {
  WordIds words;
  if (mistake.whole) return words;
  const WordIds &gold = (*mistake.gold)[mistake.role], &ours = (*mistake.ours)[mistake.role];
  std::set_symmetric_difference(gold.begin(), gold.end(), ours.begin(), ours.end(), std::back_inserter(words));
  return words;
}

void print_differences(std::FILE* out, const std::map<std::string, Counts>& differences) {
  constexpr std::size_t longest_row = 12;
  std::fprintf(out, "\nCommonest words that are missing or too many\n");
  for (const auto& [kind, counts] : differences) {
    std::vector<std::pair<std::string, std::size_t>> words(counts.begin(), counts.end());
    std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::fprintf(out, "  %s\n     ", kind.c_str());
    for (std::size_t i = 0; i < words.size() && i < longest_row; ++i)
      std::fprintf(out, " %zu [%s]", words[i].second, words[i].first.c_str());
    std::fprintf(out, "\n");
  }
}

struct RuleRow {
  std::size_t made = 0, paired = 0, overlapping = 0, exact = 0;
};

}  // namespace

std::string printed(const Article& article, const WordIds& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t last = i;
    while (last + 1 < words.size() && words[last + 1] == words[last] + 1) ++last;
    const Span run{article.words[words[i]].begin, article.words[words[last]].end};
    out += (out.empty() ? "" : " … ") + std::string(slice(article.text, run));
    i = last + 1;
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out.empty() ? "-" : out;
}

std::string difference(const WordIds& gold, const WordIds& ours, const std::vector<bool>& is_mark) {
  if (gold == ours) return "";
  if (ours.empty()) return "we have none";
  if (gold.empty()) return "gold has none";
  if (!overlap(gold, ours)) return "other words";
  if (same_words(gold, ours, is_mark)) return "marks only";
  const auto bare = [&](const WordIds& words) {
    WordIds out;
    std::copy_if(words.begin(), words.end(), std::back_inserter(out), [&](std::uint32_t w) { return !is_mark[w]; });
    return out.empty() ? words : out;
  };
  const WordIds want = bare(gold), have = bare(ours);
  const bool left = want.front() != have.front(), right = want.back() != have.back();
  const std::string where = left && right ? "both ends" : left ? "left" : right ? "right" : "inside";
  if (holds(have, want)) return "too long: " + where;
  if (holds(want, have)) return "too short: " + where;
  return "shifted: " + where;
}

std::vector<Mistake> mistakes_of(const Article& article, const std::vector<Pair>& pairs) {
  std::vector<const Spoken*> partner(article.gold.size());
  std::vector<bool> used(article.ours.size());
  for (const auto& [g, o] : pairs) partner[g] = &article.ours[o], used[o] = true;
  std::vector<Mistake> found;
  for (std::size_t g = 0; g < article.gold.size(); ++g) {
    const Spoken& gold = article.gold[g];
    if (partner[g] == nullptr) {
      found.push_back({missed(article, gold), &gold, nullptr, true, Role::cue});
      continue;
    }
    const Spoken& ours = *partner[g];
    for (const Role role : roles) {
      std::string how = difference(gold[role], ours[role], article.is_mark);
      if (how.empty()) continue;
      if (role == Role::source && how == "other words") {
        const bool theirs = is_pronoun(article, gold[role]), mine = is_pronoun(article, ours[role]);
        if (theirs || mine)
          how = theirs && mine ? "another pronoun" : theirs ? "gold is a pronoun" : "ours is a pronoun";
      }
      found.push_back({std::string(name_of(role)) + ": " + how, &gold, &ours, false, role});
    }
  }
  for (std::size_t o = 0; o < article.ours.size(); ++o)
    if (!used[o]) found.push_back({spurious(article, article.ours[o]), nullptr, &article.ours[o], true, Role::cue});
  return found;
}

void print_mistakes(std::FILE* out, const std::vector<Article>& articles, const std::vector<std::vector<Pair>>& pairs,
                    std::size_t most) {
  std::map<std::string, std::array<std::size_t, 4>> kinds;
  std::map<std::string, std::vector<std::string>> examples;
  CueTable missed_cues, spurious_cues;
  Counts missed_words, spurious_words, losses;
  std::map<std::string, Counts> differences;
  std::map<std::string, RuleRow> rules;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const Article& article = articles[a];
    std::set<const Spoken*> wrong;
    for (const Mistake& mistake : mistakes_of(article, pairs[a])) {
      const Spoken& about = mistake.gold != nullptr ? *mistake.gold : *mistake.ours;
      auto& counts = kinds.try_emplace(mistake.kind).first->second;
      for (const Stratum stratum : strata) counts[static_cast<std::size_t>(stratum)] += is_in(about, stratum);
      if (mistake.whole) wrong.insert(&about);
      if (mistake.kind.find(": too ") != std::string::npos || mistake.kind.ends_with(": marks only"))
        ++differences[mistake.kind][fold(printed(article, words_beyond(mistake)))];
      auto& shown = examples[mistake.kind];
      if (shown.size() >= most) continue;
      std::string line = std::string(article.file) + ":" + std::to_string(byte_of(article, mistake));
      const auto side = [&](const char* whose, const Spoken& spoken) {
        line += std::string("\n      ") + whose + "  " +
                (mistake.whole || mistake.role == Role::cue ? triple(article, spoken)
                                                            : printed(article, spoken[mistake.role]));
      };
      if (mistake.gold != nullptr) side("gold", *mistake.gold);
      if (mistake.ours != nullptr) side("ours", *mistake.ours), line += "   (" + mistake.ours->rule + ")";
      shown.push_back(std::move(line));
    }
    for (const Spoken& gold : article.gold) {
      const std::string words = fold(printed(article, gold[Role::cue]));
      missed_cues.add(gold, words, wrong.contains(&gold));
      if (wrong.contains(&gold)) ++missed_words[words];
    }
    for (const Spoken& ours : article.ours) {
      spurious_cues.add(ours, ours.rule, wrong.contains(&ours));
      if (wrong.contains(&ours)) ++spurious_words[fold(printed(article, ours[Role::cue]))];
      ++rules[ours.rule].made;
    }
    for (const auto& [g, o] : pairs[a]) {
      const Spoken &gold = article.gold[g], &ours = article.ours[o];
      std::string apart, unlike, unlike_bare;
      for (const Role role : roles) {
        if (gold[role] == ours[role]) continue;
        const auto note = [&](std::string& list) { list += std::string(list.empty() ? "" : " + ") + name_of(role); };
        note(unlike);
        if (!same_words(gold[role], ours[role], article.is_mark)) note(unlike_bare);
        if (!overlap(gold[role], ours[role])) note(apart);
      }
      RuleRow& row = rules[ours.rule];
      ++row.paired, row.overlapping += apart.empty(), row.exact += unlike.empty();
      if (!unlike.empty()) ++losses["not exact: " + unlike];
      if (!unlike_bare.empty()) ++losses["not bare: " + unlike_bare];
      if (!apart.empty()) ++losses["not overlapping: " + apart];
    }
  }
  for (const auto& [kind, lines] : examples) {
    if (most == 0) break;
    std::fprintf(out, "\n%s\n", kind.c_str());
    for (const std::string& line : lines) std::fprintf(out, "  %s\n", line.c_str());
  }
  std::fprintf(out, "\nErrors by kind\n%-52s", "");
  for (const Stratum stratum : strata) std::fprintf(out, "%8s", name_of(stratum));
  for (const auto& [kind, counts] : kinds) {
    std::fprintf(out, "\n%-52s", kind.c_str());
    for (const std::size_t count : counts) std::fprintf(out, "%8zu", count);
  }
  std::fprintf(out, "\n");
  print_strings(out, "Roles that keep pairs from being right", losses);
  print_differences(out, differences);
  missed_cues.print(out, "Missed, by lemma of the cue", "in gold", "commonest words");
  print_strings(out, "Missed, by words of the cue", missed_words);
  spurious_cues.print(out, "Spurious, by lemma of the cue", "ours", "commonest rule");
  print_strings(out, "Spurious, by words of the cue", spurious_words);
  std::fprintf(out, "\nOurs by rule\n%8s %8s %12s %8s  rule\n", "made", "paired", "overlapping", "exact");
  for (const auto& [rule, row] : rules)
    std::fprintf(out, "%8zu %8zu %12zu %8zu  %s\n", row.made, row.paired, row.overlapping, row.exact, rule.c_str());
}

}  // namespace sayso::eval
