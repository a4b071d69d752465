// The tokens of a web page, as spans of its source: nothing is copied and nothing decoded until it is asked for.
//
//     <p class=x>Two &amp; <!--b-->    start_tag  name "p", attributes {"class" "x"}
//                                      text       data "Two &amp; "    (decode_text gives "Two & ")
//                                      comment    data "b"
//
//     HtmlTokens tokens(source);
//     for (HtmlToken token; tokens.next(token);) …
//
// The tokens are those of the HTML Living Standard, section 13.2.5, on every input; time is linear in the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::dispatch {

// How the bytes behind a start tag are read, and a text token's bytes were.
enum class HtmlText : std::uint8_t {
  data,       // references are decoded, NUL stays
  rcdata,     // <title>, <textarea>: references are decoded; only the element's own end tag is a tag
  rawtext,    // <style>, <iframe> …: no references
  script,     // as rawtext, with the standard's rules about <!-- and <script> inside
  plaintext,  // to the end of the file
  cdata       // <![CDATA[ in a drawing or formula: no references, NUL stays
};

struct HtmlAttribute {
  Span name{};
  Span value{};  // empty if there is none
};

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, comment, doctype };

  Kind kind = Kind::text;
  HtmlText read_as = HtmlText::data;  // of text
  bool self_closing = false;          // "<br/>"
  Span source{};                      // all bytes of the token
  Span name{};                        // of a tag
  Span data{};                        // of a text or comment
};

struct HtmlDoctype {
  struct Part {
    bool given = false;  // an identifier may be given and empty
    Span span{};
  };
  Part name{};
  Part public_id{};
  Part system_id{};
  bool correct = true;  // the standard's force-quirks flag is off
};

// A parse error by the standard's own name for it ("eof-in-tag") and the byte where it was seen.
struct HtmlFault {
  const char* code;
  std::uint32_t at;
};

class HtmlTokens {
 public:
  // More attributes than this in one tag are passed over and counted: comparing names must not cost the square of them.
  static constexpr std::size_t most_attributes = 1000;

  // The source must outlive the tokens. REQUIRES: source.size() < 4 GiB.
  explicit HtmlTokens(std::string_view source, HtmlText read_as = HtmlText::data, std::string_view last_start_tag = {});

  bool next(HtmlToken& token);  // false at the end of the file

  // Of the last start or end tag, in order, doubles too (the first of a name counts). Valid until the next token.
  const std::vector<HtmlAttribute>& attributes() const { return attributes_; }
  std::uint32_t dropped_attributes() const { return dropped_; }  // of all tags so far
  const HtmlDoctype& doctype() const { return doctype_; }        // of the last doctype token

  // What the reader of the tree says: behind <title> comes rcdata, and inside a drawing <![CDATA[ is text.
  void read_as(HtmlText how) { read_as_ = how; }
  void allow_cdata(bool allowed) { cdata_allowed_ = allowed; }

  // Parse errors are found only if somebody wants them: most cost a second look at the bytes. Unsorted.
  void collect_faults(std::vector<HtmlFault>* faults);

 private:
  bool read_data(HtmlToken& token);
  bool read_markup(HtmlToken& token);
  bool read_tag(HtmlToken& token, const char* at, HtmlToken::Kind kind);
  const char* read_attribute(const char* at);
  bool read_declaration(HtmlToken& token);
  bool read_comment(HtmlToken& token);
  bool read_bogus_comment(HtmlToken& token, const char* from);
  bool read_doctype(HtmlToken& token);
  const char* read_identifiers(const char* at, bool is_public);
  const char* read_identifier(const char* at, HtmlDoctype::Part& part, const char* abrupt);
  const char* give_up(const char* at);
  bool read_cdata(HtmlToken& token);
  bool read_until_end_tag(HtmlToken& token);
  const char* script_end(const char* at) const;
  bool is_own_end_tag(const char* at) const;
  bool begins(const char* at, std::string_view lower_case) const;
  bool emit_text(HtmlToken& token, const char* begin, const char* end, HtmlText how);
  bool emit_comment(HtmlToken& token, const char* begin, const char* end, const char* behind);
  bool end_of_file(const char* code);

  std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }
  Span span(const char* from, const char* to) const { return {offset(from), offset(to)}; }
  void fault(const char* code, const char* at) const {
    if (faults_ != nullptr) faults_->push_back({code, offset(at)});
  }
  void check_text(Span data, HtmlText how) const;
  void check_tag(const HtmlToken& token) const;
  void check_comment(const char* begin, const char* behind) const;
  void check_nul(Span where) const;

  const char* begin_;
  const char* end_;
  const char* at_;
  HtmlText read_as_;
  bool cdata_allowed_ = false;
  std::string_view last_start_tag_;
  std::vector<HtmlAttribute> attributes_{};
  std::uint32_t dropped_ = 0;
  HtmlDoctype doctype_{};
  bool bogus_doctype_ = false;  // behind a fault of it
  std::vector<HtmlFault>* faults_ = nullptr;
};

// Errors of the characters themselves, whatever they are part of: controls, noncharacters, surrogates. Unsorted.
void find_character_faults(std::string_view source, std::vector<HtmlFault>& faults);

// The characters that a span stands for: line ends are "\n", NUL becomes U+FFFD where the standard says so.
std::string decode_text(std::string_view data, HtmlText read_as);
std::string decode_name(std::string_view name);    // of a tag, attribute or doctype: ASCII letters in lower case
std::string decode_value(std::string_view value);  // of an attribute, references decoded
std::string decode_plain(std::string_view data);   // of a comment or an identifier of a doctype

}  // namespace sayso::dispatch
