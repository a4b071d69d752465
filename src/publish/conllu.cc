// Prints the language layer as CoNLL-U.
//
//     Token{"it", "it", PRON, PRP, head 1, obj} -> "3\tit\tit\tPRON\tPRP\tCase=Acc|…\t2\tobj\t_\tSpaceAfter=No\n"
//
// Left out on purpose: enhanced dependencies, and Unicode normalisation: forms are the bytes of the text. No data file.
#include "publish/conllu.h"

#include "base/utf8.h"
#include "publish/penn_tag.h"

namespace sayso {
namespace {

// A cell: no white space but single blanks, no control characters, never empty.
std::string cell(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c < 0x20 ? c == '\t' || c == '\n' || c == '\r' : c == ' ' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFD;
    out.append(control ? "\uFFFD" : text.substr(begin, at - begin));
  }
  return out.empty() ? "_" : out;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'\u2019' || c == U'\u02BC' || c == '`'; }

bool same_token(std::string_view text, const Token& left, const Token& right) {
  if (left.span.end != right.span.begin) return false;
  std::size_t before = left.span.end, behind = right.span.begin;
  char32_t last = previous_code_point(text, before);
  const char32_t first = next_code_point(text, behind);
  if (is_apostrophe(last) && before > left.span.begin) last = previous_code_point(text, before);  // "y'|all"
  if (is_letter(first) || is_mark(first)) return is_letter(last) || is_mark(last);
  if (!is_apostrophe(first) || !(is_letter(last) || is_digit(last) || last == '.' || is_mark(last))) return false;
  return right.xpos == Xpos::POS || (behind < right.span.end && is_letter(next_code_point(text, behind)));
}

bool touches(const Syntax& syntax, std::uint32_t word) {
  return word + 1 < syntax.tokens.size() && syntax.tokens[word].span.end == syntax.tokens[word + 1].span.begin;
}

class Printer {
 public:
  Printer(const Dispatch& dispatch, const Syntax& syntax) : dispatch_(dispatch), syntax_(syntax) {
    const std::string_view id = dispatch.id;
    const std::string_view hash = id.substr(id.find(':') == std::string_view::npos ? 0 : id.find(':') + 1);
    prefix_ = hash.empty() ? "" : cell(hash.substr(0, 12)) + "-";
  }

  std::string print() {
    if (!dispatch_.id.empty() && !syntax_.sentences.empty()) out_ += "# newdoc id = " + cell(dispatch_.id) + '\n';
    for (std::size_t s = 0; s < syntax_.sentences.size(); ++s) {
      const Sentence& sentence = syntax_.sentences[s];
      if (s == 0 || syntax_.sentences[s - 1].paragraph != sentence.paragraph) out_ += "# newpar\n";
      out_ += "# sent_id = " + prefix_ + std::to_string(s + 1) + '\n';
      out_ += "# text = " + cell(slice(dispatch_.text, sentence.span)) + '\n';
      if (!sentence.read) out_.append("# read = no (").append(name_of(sentence.unread)).append(")\n");
      append_words(sentence);
      out_ += '\n';
    }
    return std::move(out_);
  }

 private:
  void append_words(const Sentence& sentence) {
    const std::uint32_t first = index(sentence.first), last = index(sentence.last);
    std::uint32_t end = first;  // of the token the word is in
    for (std::uint32_t i = first; i < last; ++i) {
      if (i >= end) {
        end = token_end(dispatch_.text, syntax_, sentence, i);
        if (end > i + 1) {
          const Span span{syntax_.tokens[i].span.begin, syntax_.tokens[end - 1].span.end};
          out_ += std::to_string(i - first + 1) + '-' + std::to_string(end - first) + '\t' +
                  cell(slice(dispatch_.text, span)) + "\t_\t_\t_\t_\t_\t_\t_\t" +
                  (touches(syntax_, end - 1) ? "SpaceAfter=No\n" : "_\n");
          inside_ = true;
        } else {
          inside_ = false;
        }
      }
      append_word(sentence, i);
    }
  }

  void append_word(const Sentence& sentence, std::uint32_t i) {
    const Token& token = syntax_.tokens[i];
    const std::uint32_t first = index(sentence.first);
    const std::string_view form = slice(dispatch_.text, token.span);
    std::string misc = name_label(i);
    if (!inside_ && touches(syntax_, i)) misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    out_ += std::to_string(i - first + 1) + '\t' + cell(form) + '\t' + cell(token.lemma) + '\t';
    out_.append(name_of(token.tag)) += '\t';
    out_.append(penn_tag(form, token.xpos, opens_quotation(syntax_, sentence, i))) += '\t';
    out_ += name_of(token.features) + '\t';
    const std::uint32_t head = token.head != no_token        ? index(token.head) - first + 1
                               : sentence.read || i == first ? 0
                                                             : 1;
    out_ += std::to_string(head) + '\t';
    out_.append(name_of(head == 0 ? Relation::root : token.relation)) += "\t_\t" + (misc.empty() ? "_" : misc) + '\n';
  }

  std::string name_label(std::uint32_t i) {
    while (name_ < syntax_.names.size() && index(syntax_.names[name_].last) <= i) ++name_;
    if (name_ == syntax_.names.size() || index(syntax_.names[name_].first) > i) return "";
    const Name& name = syntax_.names[name_];
    return (index(name.first) == i ? "Name=B-" : "Name=I-") + std::string(name_of(name.kind));
  }

  const Dispatch& dispatch_;
  const Syntax& syntax_;
  std::string prefix_{}, out_{};
  std::size_t name_ = 0;  // the next name
  bool inside_ = false;   // a token of several words
};

}  // namespace

std::uint32_t token_end(std::string_view text, const Syntax& syntax, const Sentence& sentence, std::uint32_t first) {
  std::uint32_t end = first + 1;
  while (end < index(sentence.last) && same_token(text, syntax.tokens[end - 1], syntax.tokens[end])) ++end;
  return end;
}

bool opens_quotation(const Syntax& syntax, const Sentence& sentence, std::uint32_t word) {
  const bool joined_behind = word + 1 < index(sentence.last) && touches(syntax, word);
  const bool joined_before = word > index(sentence.first) && touches(syntax, word - 1);
  return joined_behind ? !joined_before : word == index(sentence.first);
}

std::string to_conllu(const Dispatch& dispatch, const Syntax& syntax) { return Printer(dispatch, syntax).print(); }

}  // namespace sayso
