// Parse errors of HTML that the tokens alone do not show: "&#0;" is a null-character-reference, a second "class" in a
// tag a duplicate-attribute. Looked for only if somebody asks, over the spans of tokens already cut. Source: HTML
// Living Standard, section 13.2.2 and the states that 13.2.5 names with each error.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/html_tokens.h"

namespace sayso::dispatch {
namespace {

bool alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool noncharacter(char32_t c) { return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe; }

bool control(char32_t c) {
  const bool blank = c == '\t' || c == '\n' || c == '\f' || c == ' ';
  return (c < 0x20 || (c >= 0x7f && c < 0xa0)) && !blank;
}

// The value of "&#…", or 0x110000 if it is beyond Unicode.
char32_t reference_value(std::string_view digits, char32_t base) {
  char32_t value = 0;
  for (const char c : digits) {
    const auto digit = static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    value = std::min<char32_t>(0x110000, value * base + digit);
  }
  return value;
}

// At '&', `at` bytes into the source.
void check_reference(std::string_view text, bool attribute, std::size_t at, std::vector<HtmlFault>& faults) {
  const auto report = [&](const char* code, std::size_t behind) {
    faults.push_back({code, static_cast<std::uint32_t>(at + behind)});
  };
  const bool numeric = text.size() > 1 && text[1] == '#';
  if (!numeric) {
    const Reference reference = read_reference(text, false);
    const std::size_t size = reference.size;
    if (size > 0) {
      const char next = size < text.size() ? text[size] : ' ';
      const bool address = attribute && (next == '=' || alphanumeric(next));  // "?a=1&copy=2": no reference, no fault
      if (text[size - 1] != ';' && !address) report("missing-semicolon-after-character-reference", size);
      return;
    }
    std::size_t end = 1;
    while (end < text.size() && alphanumeric(text[end])) ++end;
    if (end > 1 && end < text.size() && text[end] == ';') report("unknown-named-character-reference", end);
    return;
  }
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const std::size_t first = hex ? 3 : 2;
  const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
  const std::size_t end = std::min(text.find_first_not_of(digits, first), text.size());
  if (end <= first) return report("absence-of-digits-in-numeric-character-reference", std::min(first, text.size()));
  const bool closed = end < text.size() && text[end] == ';';
  if (!closed) report("missing-semicolon-after-character-reference", end);
  const std::size_t behind = end + (closed ? 1 : 0);
  const char32_t value = reference_value(text.substr(first, end - first), hex ? 16 : 10);
  if (value == 0)
    report("null-character-reference", behind);
  else if (value > 0x10ffff)
    report("character-reference-outside-unicode-range", behind);
  else if (value >= 0xd800 && value < 0xe000)
    report("surrogate-character-reference", behind);
  else if (noncharacter(value))
    report("noncharacter-character-reference", behind);
  else if (value == 0x0d || control(value))
    report("control-character-reference", behind);
}

}  // namespace

void HtmlTokens::collect_faults(std::vector<HtmlFault>* faults) {
  faults_ = faults;
  if (at_ == end_ && read_as_ == HtmlText::cdata) fault("eof-in-cdata", end_);
}

void HtmlTokens::check_nul(Span where) const {
  for (const char* at = begin_ + where.begin; at < begin_ + where.end; ++at)
    if (*at == '\0') fault("unexpected-null-character", at);
}

void HtmlTokens::check_text(Span data, HtmlText how) const {
  if (how != HtmlText::cdata) check_nul(data);
  if (how != HtmlText::data && how != HtmlText::rcdata) return;
  const std::string_view text = slice({begin_, static_cast<std::size_t>(end_ - begin_)}, data);
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    check_reference(text.substr(at), false, data.begin + at, *faults_);
}

void HtmlTokens::check_tag(const HtmlToken& token) const {
  const std::string_view source{begin_, static_cast<std::size_t>(end_ - begin_)};
  check_nul(token.name);
  std::unordered_set<std::string> names;
  for (const HtmlAttribute& attribute : attributes_) {
    check_nul(attribute.name);
    check_nul(attribute.value);
    for (std::uint32_t at = attribute.name.begin; at < attribute.name.end; ++at)
      if (source[at] == '"' || source[at] == '\'' || source[at] == '<')
        fault("unexpected-character-in-attribute-name", begin_ + at);
    if (!names.insert(decode_name(slice(source, attribute.name))).second)
      fault("duplicate-attribute", begin_ + attribute.name.end);
    const std::string_view value = slice(source, attribute.value);
    const char before = source[attribute.value.begin - 1];
    if (!value.empty() && before != '"' && before != '\'')
      for (std::size_t at = 0; at < value.size(); ++at)
        if (std::string_view("\"'<=`").find(value[at]) != std::string_view::npos)
          fault("unexpected-character-in-unquoted-attribute-value", value.data() + at);
    for (std::size_t at = value.find('&'); at != std::string_view::npos; at = value.find('&', at + 1))
      check_reference(value.substr(at), true, attribute.value.begin + at, *faults_);
  }
  if (token.kind != HtmlToken::Kind::end_tag) return;
  const char* const close = begin_ + token.source.end - 1;
  if (!attributes_.empty()) fault("end-tag-with-attributes", close);
  if (token.self_closing) fault("end-tag-with-trailing-solidus", close);
}

// From a comment's data to its last byte.
void HtmlTokens::check_comment(const char* begin, const char* behind) const {
  const std::string_view whole(begin, static_cast<std::size_t>(behind - begin));
  for (std::size_t at = whole.find("<!--"); at != std::string_view::npos; at = whole.find("<!--", at + 1)) {
    const char* const next = begin + at + 4;
    if (next < behind) fault("nested-comment", next);
  }
}

void find_character_faults(std::string_view source, std::vector<HtmlFault>& faults) {
  for (std::size_t at = 0; at < source.size();) {
    const auto here = static_cast<std::uint32_t>(at);
    const bool surrogate = source[at] == '\xed' && source.size() - at > 2 && (source[at + 1] & 0xe0) == 0xa0;
    const char32_t character = next_code_point(source, at);
    if (surrogate) {
      faults.push_back({"surrogate-in-input-stream", here});
      at = here + 3;
    } else if (noncharacter(character)) {
      faults.push_back({"noncharacter-in-input-stream", here});
    } else if (control(character) && character != 0 && character != '\r') {
      faults.push_back({"control-character-in-input-stream", here});
    }
  }
}

}  // namespace sayso::dispatch
