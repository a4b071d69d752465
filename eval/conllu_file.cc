// Reads CoNLL-U as the CoNLL 2018 shared task's scorer does, and says where a file is wrong.
//
//     "gold.conllu:17: has 9 columns where CoNLL-U has 10"
//
// Left out on purpose: empty nodes (passed over), enhanced dependencies, the rules of the UD validator.
// Source: https://universaldependencies.org/format.html and conll18_ud_eval.py
#include "conllu_file.h"

#include <optional>

#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

constexpr std::uint32_t most_words_of_a_token = 100;  // aligning them takes the square

std::optional<std::uint32_t> number_in(std::string_view text) {
  const auto value = whole_number<std::uint32_t>(text);
  return value && *value <= 1'000'000 ? value : std::nullopt;
}

bool says_no_space(std::string_view misc) {
  for (const std::string_view part : split(misc, '|'))
    if (part == "SpaceAfter=No") return true;
  return false;
}

class FileReader {
 public:
  FileReader(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Result<UdFile> read() {
    if (text_.empty()) return Error{ErrorCode::empty, name_, "is empty"};
    if (text_.starts_with("\xEF\xBB\xBF")) return at_line(1, "begins with a byte order mark, which CoNLL-U has not");
    bool fresh_paragraph = true;
    std::string id;
    for (std::size_t begin = 0; begin < text_.size();) {
      ++line_;
      const std::size_t end = text_.find('\n', begin);
      if (end == std::string_view::npos) return fault("the file is cut: no line end behind its last line");
      const std::string_view row = text_.substr(begin, end - begin);
      begin = end + 1;
      if (row.ends_with('\r')) return fault("ends with CR LF, where CoNLL-U has LF alone");
      if (first_invalid(row)) return fault("is not UTF-8");
      if (row.empty()) {
        if (!open_) return fault("an empty line without a sentence before it");
        if (auto error = close()) return *error;
      } else if (!open_ && row[0] == '#') {
        if (row.starts_with("# newpar") || row.starts_with("# newdoc")) fresh_paragraph = true;
        if (row.starts_with("# sent_id = ")) id = row.substr(12);
      } else {
        if (!open_) {
          out_.sentences.push_back({.id = id,
                                    .new_paragraph = fresh_paragraph,
                                    .first = static_cast<std::uint32_t>(out_.words.size()),
                                    .first_token = static_cast<std::uint32_t>(out_.tokens.size()),
                                    .span = {characters_, characters_}});
          id.clear();
          fresh_paragraph = false;
          open_ = true;
          sentence_line_ = line_;
        }
        if (auto error = add(row)) return *error;
      }
    }
    if (open_) return fault("the file is cut: no empty line behind its last sentence");
    if (out_.sentences.empty()) return Error{ErrorCode::empty, name_, "has no sentences"};
    return std::move(out_);
  }

 private:
  Error at_line(std::size_t line, std::string message) const {
    return {ErrorCode::not_text, name_ + ":" + std::to_string(line), std::move(message)};
  }
  Error fault(std::string message) const { return at_line(line_, std::move(message)); }

  std::optional<Error> add(std::string_view row) {
    const auto cells = split(row, '\t');
    if (cells.size() != 10) return fault("has " + std::to_string(cells.size()) + " columns where CoNLL-U has 10");
    if (cells[0].find('.') != std::string_view::npos) return std::nullopt;
    const std::string form = without_spaces(cells[1]);
    const auto next = static_cast<std::uint32_t>(out_.words.size()) - out_.sentences.back().first + 1;
    if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
      const auto from = number_in(cells[0].substr(0, dash)), to = number_in(cells[0].substr(dash + 1));
      if (!from || !to || *from != next || *to < *from || next <= joined_until_)
        return fault("'" + std::string(cells[0]) + "' is no range of the words that follow");
      if (*to - *from >= most_words_of_a_token) return fault("a multiword token of too many words");
      if (form.empty()) return fault("has an empty form");
      joined_until_ = *to;
      add_token(cells[1], form, !says_no_space(cells[9]));
      return std::nullopt;
    }
    if (number_in(cells[0]) != next)
      return fault("has the id '" + std::string(cells[0]) + "' where " + std::to_string(next) + " comes next");
    const auto head = number_in(cells[6]);
    if (!head) return fault("its head '" + std::string(cells[6]) + "' is no number");
    const bool multiword = next <= joined_until_;
    if (form.empty()) return fault("has an empty form");
    if (!multiword) add_token(cells[1], form, !says_no_space(cells[9]));
    out_.words.push_back({.form = form,
                          .lemma = std::string(cells[2]),
                          .upos = std::string(cells[3]),
                          .xpos = std::string(cells[4]),
                          .feats = std::string(cells[5]),
                          .relation = std::string(cells[7]),
                          .misc = std::string(cells[9]),
                          .head = *head,
                          .span = out_.tokens.back().span,
                          .multiword = multiword});
    return std::nullopt;
  }

  void add_token(std::string_view printed, std::string_view form, bool space_after) {
    const std::uint32_t begin = characters_;
    characters_ += static_cast<std::uint32_t>(form.size());
    out_.tokens.push_back({.form = std::string(printed), .span = {begin, characters_}, .space_after = space_after});
  }

  std::optional<Error> close() {
    UdSentence& sentence = out_.sentences.back();
    sentence.last = static_cast<std::uint32_t>(out_.words.size());
    sentence.last_token = static_cast<std::uint32_t>(out_.tokens.size());
    sentence.span.end = characters_;
    const std::uint32_t size = sentence.last - sentence.first;
    if (joined_until_ > size) return fault("a multiword token goes on behind the end of its sentence");
    std::size_t roots = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t head = out_.words[sentence.first + i].head;
      roots += head == 0;
      if (head > size)
        return at_line(sentence_line_, "the head " + std::to_string(head) + " of word " + std::to_string(i + 1) +
                                           " is outside its sentence of " + std::to_string(size));
    }
    if (roots != 1)
      return at_line(sentence_line_, "the sentence has " + std::to_string(roots) + " roots where a tree has one");
    if (const auto word = on_a_cycle(sentence))
      return at_line(sentence_line_, "the sentence has a cycle at word " + std::to_string(*word));
    joined_until_ = 0;
    open_ = false;
    return std::nullopt;
  }

  // A word that hangs from itself in the end. Each word is walked over once.
  std::optional<std::uint32_t> on_a_cycle(const UdSentence& sentence) const {
    std::vector<std::uint32_t> walk(sentence.last - sentence.first + 1, 0);  // number of the walk that met the word
    for (std::uint32_t start = 1; start < walk.size(); ++start) {
      std::uint32_t word = start;
      while (word != 0 && walk[word] == 0) {
        walk[word] = start;
        word = out_.words[sentence.first + word - 1].head;
      }
      if (word != 0 && walk[word] == start) return word;
    }
    return std::nullopt;
  }

  std::string_view text_;
  const std::string& name_;
  UdFile out_{};
  std::size_t line_ = 0, sentence_line_ = 0;
  std::uint32_t characters_ = 0, joined_until_ = 0;
  bool open_ = false;
};

}  // namespace

std::string without_spaces(std::string_view form) {
  std::string out;
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(form, at);
    const bool separator = c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
                           c == 0x205F || c == 0x3000;
    if (!separator) out += form.substr(begin, at - begin);
  }
  return out;
}

Result<UdFile> parse_conllu(std::string_view text, const std::string& name) { return FileReader(text, name).read(); }

Result<UdFile> read_conllu(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  return parse_conllu(*bytes, path.string());
}

}  // namespace sayso::eval
