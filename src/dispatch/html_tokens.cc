// Cuts HTML into tokens: "<b>Two</b> hit" gives a start tag, a text, an end tag, a text, each a span of the source.
// Each state of the standard that only collects characters is one search for the byte that ends it, so that the bodies
// of scripts and the values of attributes pass at the speed of memchr. No search starts twice from one byte: where one
// finds nothing the file is at its end. Leaves out on purpose: decoding the bytes (encoding.cc) and document.write.
// Source: HTML Living Standard, section 13.2.5; the tests are those of html5lib.
#include "dispatch/html_tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/ascii.h"
#include "dispatch/character_reference.h"

namespace sayso::dispatch {
namespace {

// Kinds of bytes in tags. A carriage return is a line end that decoding has yet to fold.
constexpr std::uint8_t blank_byte = 1, ends_tag_name = 2, ends_attribute_name = 4, ends_unquoted = 8, letter_byte = 16;
constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
  std::array<std::uint8_t, 256> made{};
  for (const char c : {' ', '\t', '\n', '\f', '\r'})
    made[static_cast<unsigned char>(c)] = blank_byte | ends_tag_name | ends_attribute_name | ends_unquoted;
  made['/'] = ends_tag_name | ends_attribute_name;
  made['>'] = ends_tag_name | ends_attribute_name | ends_unquoted;
  made['='] = ends_attribute_name;
  for (int c = 'a'; c <= 'z'; ++c)
    made[static_cast<std::size_t>(c)] = made[static_cast<std::size_t>(c - 32)] = letter_byte;
  return made;
}();

bool byte_is(char c, std::uint8_t kind) { return (byte_kinds[static_cast<unsigned char>(c)] & kind) != 0; }

// The byte in [at, end), or end.
const char* find_byte(const char* at, const char* end, char wanted) {
  const void* const found = std::memchr(at, wanted, static_cast<std::size_t>(end - at));
  return found == nullptr ? end : static_cast<const char*>(found);
}

const char* skip_blank(const char* at, const char* end) {
  while (at < end && byte_is(*at, blank_byte)) ++at;
  return at;
}

}  // namespace

HtmlTokens::HtmlTokens(std::string_view source, HtmlText read_as, std::string_view last_start_tag)
    : begin_(source.data()),
      end_(source.data() + source.size()),
      at_(source.data()),
      read_as_(read_as),
      last_start_tag_(last_start_tag) {
  attributes_.reserve(64);
}

bool HtmlTokens::next(HtmlToken& token) {
  while (at_ < end_) {
    bool found = false;
    switch (read_as_) {
      case HtmlText::data:
        found = read_data(token);
        break;
      case HtmlText::cdata:
        found = read_cdata(token);
        break;
      case HtmlText::plaintext:
        found = emit_text(token, at_, end_, HtmlText::plaintext);
        break;
      default:
        found = read_until_end_tag(token);
    }
    if (found) return true;
  }
  return false;
}

bool HtmlTokens::emit_text(HtmlToken& token, const char* begin, const char* end, HtmlText how) {
  token.kind = HtmlToken::Kind::text;
  token.read_as = how;
  token.data = token.source = span(begin, end);
  at_ = end;
  if (faults_ != nullptr) check_text(token.data, how);
  return true;
}

bool HtmlTokens::end_of_file(const char* code) {
  fault(code, end_);
  at_ = end_;
  return false;
}

// Whether the bytes there are these, in any case of letters.
bool HtmlTokens::begins(const char* at, std::string_view lower_case) const {
  if (static_cast<std::size_t>(end_ - at) < lower_case.size()) return false;
  return std::equal(lower_case.begin(), lower_case.end(), at,
                    [](char wanted, char c) { return ascii_lower(c) == wanted; });
}

// 13.2.5.1 Data, 13.2.5.6 Tag open, 13.2.5.7 End tag open. False if what stands there is no token.
bool HtmlTokens::read_data(HtmlToken& token) {
  const char* at = at_;
  while (true) {
    if (at < end_ && *at != '<') at = find_byte(at, end_, '<');
    if (at == end_) break;
    const char next = end_ - at > 1 ? at[1] : '\0';
    if (next == '/' ? end_ - at > 2 : byte_is(next, letter_byte) || next == '!' || next == '?') {
      if (at > at_) return emit_text(token, at_, at, HtmlText::data);
      return read_markup(token);
    }
    const bool cut = end_ - at <= (next == '/' ? 2 : 1);
    fault(cut ? "eof-before-tag-name" : "invalid-first-character-of-tag-name", cut ? end_ : at + 1);
    at += cut ? end_ - at : 1;
  }
  return emit_text(token, at_, end_, HtmlText::data);
}

// At '<' and a byte that makes it markup.
bool HtmlTokens::read_markup(HtmlToken& token) {
  const char next = at_[1];
  if (next == '!') return read_declaration(token);
  if (next == '?') {
    fault("unexpected-question-mark-instead-of-tag-name", at_ + 1);
    return read_bogus_comment(token, at_ + 1);
  }
  if (next != '/') return read_tag(token, at_ + 1, HtmlToken::Kind::start_tag);
  if (byte_is(at_[2], letter_byte)) return read_tag(token, at_ + 2, HtmlToken::Kind::end_tag);
  if (at_[2] == '>') {
    fault("missing-end-tag-name", at_ + 2);
    at_ += 3;
    return false;
  }
  fault("invalid-first-character-of-tag-name", at_ + 2);
  return read_bogus_comment(token, at_ + 2);
}

// 13.2.5.8 Tag name and 13.2.5.32 Before attribute name. A tag that the file's end cuts off is none.
bool HtmlTokens::read_tag(HtmlToken& token, const char* at, HtmlToken::Kind kind) {
  const char* const name = at;
  while (at < end_ && !byte_is(*at, ends_tag_name)) ++at;
  token.name = span(name, at);
  token.kind = kind;
  token.self_closing = false;
  attributes_.clear();
  while (true) {
    at = skip_blank(at, end_);
    if (at == end_) return end_of_file("eof-in-tag");
    if (*at == '>') break;
    if (*at != '/') {
      at = read_attribute(at);
      continue;
    }
    ++at;
    token.self_closing = at < end_ && *at == '>';
    if (at < end_ && !token.self_closing) fault("unexpected-solidus-in-tag", at);
  }
  ++at;
  token.source = span(at_, at);
  at_ = at;
  if (kind == HtmlToken::Kind::start_tag) last_start_tag_ = {name, token.name.size()};
  if (faults_ != nullptr) check_tag(token);
  return true;
}

// 13.2.5.33 Attribute name to 13.2.5.39 After attribute value: to the byte behind it, or end_ if it never ends.
const char* HtmlTokens::read_attribute(const char* at) {
  HtmlAttribute attribute;
  const char* const name = at;
  if (*at == '=') fault("unexpected-equals-sign-before-attribute-name", at);
  ++at;  // a '=' in front belongs to the name
  while (at < end_ && !byte_is(*at, ends_attribute_name)) ++at;
  attribute.name = span(name, at);
  attribute.value = span(at, at);
  const char* const equals = skip_blank(at, end_);
  if (equals == end_ || *equals != '=') {
    at = equals;
  } else {
    at = skip_blank(equals + 1, end_);
    if (at == end_) return at;
    if (*at == '"' || *at == '\'') {
      const char* const close = find_byte(at + 1, end_, *at);
      if (close == end_) return end_;
      attribute.value = span(at + 1, close);
      at = close + 1;
      if (at < end_ && !byte_is(*at, ends_tag_name)) fault("missing-whitespace-between-attributes", at);
    } else {
      const char* const value = at;
      if (*at == '>') fault("missing-attribute-value", at);
      while (at < end_ && !byte_is(*at, ends_unquoted)) ++at;
      attribute.value = span(value, at);
    }
  }
  if (attributes_.size() < most_attributes)
    attributes_.push_back(attribute);
  else
    ++dropped_;
  return at;
}

// 13.2.5.42 Markup declaration open.
bool HtmlTokens::read_declaration(HtmlToken& token) {
  const char* const at = at_ + 2;
  if (begins(at, "--")) return read_comment(token);
  if (begins(at, "doctype")) return read_doctype(token);
  if (std::string_view(at, std::min<std::size_t>(7, static_cast<std::size_t>(end_ - at))) == "[CDATA[") {
    if (cdata_allowed_) {
      at_ = at + 7;
      read_as_ = HtmlText::cdata;
      if (at_ == end_) fault("eof-in-cdata", end_);
      return false;
    }
    fault("cdata-in-html-content", at + 6);
  } else {
    fault("incorrectly-opened-comment", at);
  }
  return read_bogus_comment(token, at);
}

// 13.2.5.41 Bogus comment: to the next '>'.
bool HtmlTokens::read_bogus_comment(HtmlToken& token, const char* from) {
  const char* const close = find_byte(from, end_, '>');
  return emit_comment(token, from, close, close == end_ ? end_ : close + 1);
}

bool HtmlTokens::emit_comment(HtmlToken& token, const char* begin, const char* end, const char* behind) {
  token.kind = HtmlToken::Kind::comment;
  token.data = span(begin, end);
  token.source = span(at_, behind);
  at_ = behind;
  if (faults_ != nullptr) check_nul(token.data);
  return true;
}

// 13.2.5.43 Comment start to 13.2.5.52 Comment end bang. A comment ends at "-->" or "--!>"; "<!-->" and "<!--->" are
// whole. What the file's end cuts off ends there, without the dashes that would have closed it.
bool HtmlTokens::read_comment(HtmlToken& token) {
  const char* const begin = at_ + 4;
  const auto ends_with = [&](const char* end, std::string_view what) {
    return end - begin >= static_cast<std::ptrdiff_t>(what.size()) &&
           std::string_view(end - what.size(), what.size()) == what;
  };
  for (const char* close = find_byte(begin, end_, '>'); close != end_; close = find_byte(close + 1, end_, '>')) {
    if (close == begin || (close == begin + 1 && *begin == '-')) {
      fault("abrupt-closing-of-empty-comment", close);
      return emit_comment(token, begin, begin, close + 1);
    }
    const bool bang = ends_with(close, "--!");
    if (!bang && !ends_with(close, "--")) continue;
    if (bang) fault("incorrectly-closed-comment", close);
    const char* const end = close - (bang ? 3 : 2);
    if (faults_ != nullptr) check_comment(begin, close);
    return emit_comment(token, begin, end, close + 1);
  }
  fault("eof-in-comment", end_);
  const char* end = end_;
  for (const std::string_view dashes : {"--!", "--", "-"}) {
    if (!ends_with(end, dashes)) continue;
    end -= dashes.size();
    break;
  }
  if (faults_ != nullptr) check_comment(begin, end_);
  return emit_comment(token, begin, end, end_);
}

// 13.2.5.53 DOCTYPE to 13.2.5.68 Bogus DOCTYPE.
bool HtmlTokens::read_doctype(HtmlToken& token) {
  doctype_ = {};
  const char* at = at_ + 9;
  if (at < end_ && !byte_is(*at, blank_byte) && *at != '>') fault("missing-whitespace-before-doctype-name", at);
  at = skip_blank(at, end_);
  if (at < end_ && *at != '>') {
    const char* const name = at;
    while (at < end_ && *at != '>' && !byte_is(*at, blank_byte)) ++at;
    doctype_.name = {true, span(name, at)};
    if (faults_ != nullptr) check_nul(doctype_.name.span);
    at = skip_blank(at, end_);
    const bool is_public = begins(at, "public");
    if (at < end_ && *at != '>') {
      if (is_public || begins(at, "system")) {
        at = read_identifiers(at + 6, is_public);
      } else {
        fault("invalid-character-sequence-after-doctype-name", at);
        at = give_up(at);
      }
    }
  } else if (at < end_) {
    fault("missing-doctype-name", at);
    doctype_.correct = false;
  }
  if (at == end_) {
    // Behind a fault the rest is passed over, and its end is no second fault.
    if (!bogus_doctype_) {
      fault("eof-in-doctype", end_);
      doctype_.correct = false;
    }
  }
  token.kind = HtmlToken::Kind::doctype;
  const char* const behind = at == end_ ? end_ : at + 1;
  token.source = span(at_, behind);
  at_ = behind;
  bogus_doctype_ = false;
  return true;
}

// To the '>' that ends a doctype with a fault.
const char* HtmlTokens::give_up(const char* at) {
  doctype_.correct = false;
  bogus_doctype_ = true;
  if (faults_ != nullptr) check_nul(span(at, find_byte(at, end_, '>')));
  return find_byte(at, end_, '>');
}

// Behind PUBLIC or SYSTEM, to the '>' or the end of the file.
const char* HtmlTokens::read_identifiers(const char* at, bool is_public) {
  const auto quote = [&] { return at < end_ && (*at == '"' || *at == '\''); };
  if (is_public) {
    if (quote()) fault("missing-whitespace-after-doctype-public-keyword", at);
    at = skip_blank(at, end_);
    if (at == end_) return at;
    if (!quote()) {
      const bool missing = *at == '>';
      fault(missing ? "missing-doctype-public-identifier" : "missing-quote-before-doctype-public-identifier", at);
      return give_up(at);
    }
    at = read_identifier(at, doctype_.public_id, "abrupt-doctype-public-identifier");
    if (at == end_ || bogus_doctype_) return at;
    if (quote()) fault("missing-whitespace-between-doctype-public-and-system-identifiers", at);
    at = skip_blank(at, end_);
    if (at == end_ || *at == '>') return at;
  } else {
    if (quote()) fault("missing-whitespace-after-doctype-system-keyword", at);
    at = skip_blank(at, end_);
    if (at == end_) return at;
    if (*at == '>') {
      fault("missing-doctype-system-identifier", at);
      return give_up(at);
    }
  }
  if (!quote()) {
    fault("missing-quote-before-doctype-system-identifier", at);
    return give_up(at);
  }
  at = read_identifier(at, doctype_.system_id, "abrupt-doctype-system-identifier");
  if (at == end_ || bogus_doctype_) return at;
  at = skip_blank(at, end_);
  if (at == end_ || *at == '>') return at;
  fault("unexpected-character-after-doctype-system-identifier", at);
  const bool correct = doctype_.correct;
  at = give_up(at);
  doctype_.correct = correct;  // the one fault that is forgiven
  return at;
}

// At a quote. To the byte behind the closing one; a '>' inside ends the doctype.
const char* HtmlTokens::read_identifier(const char* at, HtmlDoctype::Part& part, const char* abrupt) {
  const char* const first = at + 1;
  const char* last = first;
  while (last < end_ && *last != *at && *last != '>') ++last;
  part = {true, span(first, last)};
  if (faults_ != nullptr) check_nul(part.span);
  if (last == end_) return end_;
  if (*last != '>') return last + 1;
  fault(abrupt, last);
  doctype_.correct = false;
  bogus_doctype_ = true;
  return last;
}

// 13.2.5.69 CDATA section.
bool HtmlTokens::read_cdata(HtmlToken& token) {
  const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
  const std::size_t found = rest.find("]]>");
  if (found == std::string_view::npos) {
    fault("eof-in-cdata", end_);
    return emit_text(token, at_, end_, HtmlText::cdata);
  }
  read_as_ = HtmlText::data;
  const char* const close = at_ + found;
  if (close > at_) emit_text(token, at_, close, HtmlText::cdata);
  at_ = close + 3;
  return found > 0;
}

// At "</": whether it is the end tag of the element we are in (the standard's "appropriate end tag").
bool HtmlTokens::is_own_end_tag(const char* at) const {
  const char* const name = at + 2;
  const auto size = static_cast<std::ptrdiff_t>(last_start_tag_.size());
  if (size == 0 || end_ - name <= size || !byte_is(name[size], ends_tag_name)) return false;
  return std::equal(name, name + size, last_start_tag_.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

// 13.2.5.2 RCDATA, RAWTEXT and script data, to the element's own end tag.
bool HtmlTokens::read_until_end_tag(HtmlToken& token) {
  const char* end = read_as_ == HtmlText::script ? script_end(at_) : at_;
  if (read_as_ != HtmlText::script)
    for (end = find_byte(end, end_, '<'); end != end_; end = find_byte(end + 1, end_, '<'))
      if (end_ - end > 1 && end[1] == '/' && is_own_end_tag(end)) break;
  const HtmlText how = read_as_;
  if (end > at_) return emit_text(token, at_, end, how);
  read_as_ = HtmlText::data;
  return read_tag(token, at_ + 2, HtmlToken::Kind::end_tag);
}

// The end tag that ends a script. Behind "<!--" (escaped) a "<script" opens a script of its own (double escaped), and
// "-->" ends both.
const char* HtmlTokens::script_end(const char* at) const {
  const auto tag_named_script = [&](const char* name) {
    return begins(name, "script") && end_ - name > 6 && byte_is(name[6], ends_tag_name);
  };
  enum { plain, escaped, double_escaped } state = plain;
  while (true) {
    if (state == plain) {
      at = find_byte(at, end_, '<');
      if (end_ - at < 2) return end_;
      if (at[1] == '/' && is_own_end_tag(at)) return at;
      if (begins(at, "<!--")) {
        state = escaped;
        at += 2;  // its dashes may be those of "-->" too
      } else {
        ++at;
      }
      continue;
    }
    while (at < end_ && *at != '<' && *at != '-') ++at;
    if (at == end_) {
      fault("eof-in-script-html-comment-like-text", end_);
      return end_;
    }
    if (*at == '-') {
      const char* dashes = at;
      while (at < end_ && *at == '-') ++at;
      if (at - dashes >= 2 && at < end_ && *at == '>') state = plain;
    } else if (end_ - at > 1 && at[1] == '/') {
      if (state == escaped && is_own_end_tag(at)) return at;
      if (state == double_escaped && tag_named_script(at + 2)) state = escaped;
      at += 2;
    } else {
      if (state == escaped && tag_named_script(at + 1)) state = double_escaped;
      ++at;
    }
  }
}

namespace {

// What decoding does with the bytes it does not copy.
struct Decoding {
  bool references = false;
  bool attribute = false;
  bool nul_stays = false;
  bool lower_case = false;
};

std::string decode_html(std::string_view data, Decoding how) {
  constexpr std::string_view special("&\r\0", 3);
  std::string text;
  text.reserve(data.size());
  for (std::size_t at = 0; at < data.size();) {
    const std::size_t end = std::min(data.find_first_of(special, at), data.size());
    text.append(data, at, end - at);
    at = end;
    if (at == data.size()) break;
    if (data[at] == '\r') {
      text += '\n';
      at += data.substr(at, 2) == "\r\n" ? 2u : 1u;
    } else if (data[at] == '\0') {
      text += how.nul_stays ? std::string_view("\0", 1) : std::string_view("\xef\xbf\xbd");
      ++at;
    } else {
      const Reference reference = how.references ? read_text_reference(data.substr(at), how.attribute) : Reference{};
      text += reference.size > 0 ? std::string_view(reference.text) : std::string_view("&");
      at += std::max<std::size_t>(reference.size, 1);
    }
  }
  if (how.lower_case) std::transform(text.begin(), text.end(), text.begin(), ascii_lower);
  return text;
}

}  // namespace

std::string decode_text(std::string_view data, HtmlText read_as) {
  return decode_html(data, {.references = read_as == HtmlText::data || read_as == HtmlText::rcdata,
                            .nul_stays = read_as == HtmlText::data || read_as == HtmlText::cdata});
}
std::string decode_name(std::string_view name) { return decode_html(name, {.lower_case = true}); }
std::string decode_value(std::string_view value) { return decode_html(value, {.references = true, .attribute = true}); }
std::string decode_plain(std::string_view data) { return decode_html(data, {}); }

}  // namespace sayso::dispatch
