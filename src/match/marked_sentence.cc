// Reads and writes sentences with marked parts.
//
//     "[source The army] [cue said] so." -> "The army said so.", {source [0,8), cue [9,13)}, and back again
#include "match/marked_sentence.h"

#include <algorithm>

namespace sayso {

Result<MarkedSentence> parse_marked(std::string_view marked, std::string_view where) {
  MarkedSentence sentence;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto here = static_cast<std::uint32_t>(sentence.text.size());
    if (marked[i] == '[') {
      const auto space = marked.find(' ', i);
      if (space == std::string_view::npos)
        return Error{ErrorCode::bad_rule, std::string(where),
                     "'[' must be followed by a name and a space, as in '[cue said]'"};
      open.push_back(sentence.parts.size());
      sentence.parts.emplace_back(std::string(marked.substr(i + 1, space - i - 1)), Span{here, here});
      i = space;
    } else if (marked[i] == ']') {
      if (open.empty()) return Error{ErrorCode::bad_rule, std::string(where), "']' closes nothing: a '[' is missing"};
      sentence.parts[open.back()].second.end = here;
      open.pop_back();
    } else {
      sentence.text += marked[i];
    }
  }
  if (!open.empty())
    return Error{ErrorCode::bad_rule, std::string(where),
                 "'[" + sentence.parts[open.back()].first + "' is not closed: a ']' is missing"};
  for (const auto& [name, span] : sentence.parts)
    if (span.empty()) return Error{ErrorCode::bad_rule, std::string(where), "'[" + name + " ]' holds no words"};
  return sentence;
}

std::string written(const MarkedSentence& sentence) {
  auto parts = sentence.parts;
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
    return a.second.begin != b.second.begin ? a.second.begin < b.second.begin : a.second.end > b.second.end;
  });
  std::string out;
  std::vector<std::uint32_t> open;  // ends of the brackets that are open
  auto next = parts.begin();
  for (std::uint32_t at = 0; at <= sentence.text.size(); ++at) {
    for (; !open.empty() && open.back() <= at; open.pop_back()) out += ']';
    for (; next != parts.end() && next->second.begin == at; ++next) {
      out += "[" + next->first + " ";
      open.push_back(next->second.end);
    }
    if (at < sentence.text.size()) out += sentence.text[at];
  }
  return out;
}

}  // namespace sayso
