// Prints the language layer as CoNLL-U.
//
//     Token{"it", "it", PRON, PRP, head 1, obj} -> "3\tit\tit\tPRON\tPRP\t_\t2\tobj\t_\tSpaceAfter=No\n"
//
// Left out on purpose: features, enhanced dependencies, multiword token lines. No data file.
#include "publish/conllu.h"

#include <array>
#include <string_view>

namespace sayso {
namespace {

constexpr std::array<std::string_view, 4> kinds{"person", "organisation", "place", "other"};

std::string cell(std::string_view text) {  // a cell has no white space but plain spaces, and is never empty
  std::string out(text.empty() ? "_" : text);
  for (char& c : out)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return out;
}

void append_token(std::string& out, const Dispatch& dispatch, const Syntax& syntax, const Sentence& sentence,
                  std::uint32_t i, std::string name) {
  const Token& token = syntax.tokens[i];
  const std::uint32_t first = index(sentence.first);
  const bool touches = i + 1 < index(sentence.last) && syntax.tokens[i + 1].span.begin == token.span.end;
  if (touches) name += name.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  out +=
      std::to_string(i - first + 1) + '\t' + cell(slice(dispatch.text, token.span)) + '\t' + cell(token.lemma) + '\t';
  out.append(name_of(token.tag)) += '\t';
  out.append(name_of(token.xpos)) += "\t_\t";
  out += std::to_string(token.head == no_token ? 0 : index(token.head) - first + 1) + '\t';
  out.append(name_of(token.relation)) += "\t_\t" + cell(name) + '\n';
}

}  // namespace

std::string to_conllu(const Dispatch& dispatch, const Syntax& syntax) {
  std::string out;
  std::size_t name = 0, number = 0;
  for (const Sentence& sentence : syntax.sentences) {
    out += "# sent_id = " + std::to_string(++number) + "\n# text = " + cell(slice(dispatch.text, sentence.span)) + '\n';
    if (!sentence.read) out += "# read = no\n";
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i) {
      while (name < syntax.names.size() && index(syntax.names[name].last) <= i) ++name;
      std::string misc;
      if (name < syntax.names.size() && index(syntax.names[name].first) <= i)
        misc = (index(syntax.names[name].first) == i ? "Name=B-" : "Name=I-") +
               std::string(kinds[static_cast<std::size_t>(syntax.names[name].kind)]);
      append_token(out, dispatch, syntax, sentence, i, misc);
    }
    out += '\n';
  }
  return out;
}

}  // namespace sayso
