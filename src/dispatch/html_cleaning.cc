// Writes HTML anew with nothing in it that does something: "<b onclick=x>hit</b><iframe src=y>" -> "<b>hit</b>".
// Tags are read as the HTML Living Standard reads them and written in one plain form (lower case, attributes sorted and
// quoted), so that no reader of the result sees another tag than we did. A tag that is not known is left out and its
// words stay; scripts and styles go with their words. A tag without an end is text. Leaves out on purpose: pairing
// tags; an end tag too many harms nobody.
#include "dispatch/html_cleaning.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/html_allowed.h"
#include "dispatch/mark_finder.h"
#include "dispatch/relative_address.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_kept_attributes = 1000;

bool begins(std::string_view text, std::string_view with) { return ascii_lowered(text.substr(0, with.size())) == with; }

// A reference as it was written; one of a control character as what it stands for.
void write_reference(std::string& out, std::string_view written, std::string_view character) {
  std::size_t at = 0;
  const char32_t meant = next_code_point(character, at);
  const std::string_view figures = written.substr(2, written.size() - 3);
  if (!written.starts_with("&#")) {
    out += written;
  } else if (meant >= 0x100 && figures.size() == 3 && figures >= "128" && figures <= "159") {
    std::array<char, 9> hex{};
    const auto [end, fault] = std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(meant), 16);
    out.append("&#x").append(hex.data(), end).append(";");
  } else {
    out.append(written.starts_with("&#X") ? "&#x" : written.substr(0, 3)).append(written.substr(3));
  }
}

// Text for between tags or in quotation marks: references stay as they are written, bare ampersands become one.
void write(std::string& out, std::string_view text, bool attribute) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&') {
      const Reference reference = read_reference(text.substr(at), true);
      if (reference.size == 0) {
        out += "&amp;";
        continue;
      }
      write_reference(out, text.substr(at, reference.size), reference.text);
      at += reference.size - 1;
    } else if (c == '<') {
      out += "&lt;";
    } else if (attribute && c == '>') {
      out += "&gt;";
    } else if (attribute && c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || is_ascii_blank(c)) {
      out += c;
    }
  }
}

// A decoded value for in quotation marks.
void write_plain(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
}

struct WrittenTag {
  std::string name{};
  std::vector<std::pair<std::string, std::string_view>> attributes{};
  bool end = false;
  bool closed = false;  // "<b/>"
};

class Cleaner {
 public:
  Cleaner(std::string_view source, std::string_view base) : source_(source), base_(base) {}

  std::string clean() {
    while (at_ < source_.size()) {
      const std::size_t mark = std::min(source_.find('<', at_), source_.size());
      if (at_ <= section_end_ && section_end_ < mark) {
        write(out_, source_.substr(at_, section_end_ - at_), false);
        at_ = section_end_ + 3;
      }
      write(out_, source_.substr(at_, mark - at_), false);
      at_ = mark;
      if (at_ < source_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  // At '<'.
  void markup() {
    const std::string_view rest = source_.substr(at_);
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (rest.starts_with("<!--")) return comment();
    if (rest.starts_with("<![CDATA[")) return section();
    if (next == '?' || begins(rest, "<!doctype")) return instruction();
    if (!cut_off_ && (is_ascii_letter(next) || (next == '/' && rest.size() > 2 && is_ascii_letter(rest[2])))) {
      const std::size_t begin = at_;
      if (const WrittenTag tag = read_tag(); !cut_off_) return write_tag(tag);
      at_ = begin;
    }
    out_ += "&lt;";
    ++at_;
  }

  void comment() {
    const std::size_t end = comments_.from(source_, at_ + 4);
    if (end != std::string_view::npos) {
      at_ = end + 3;
    } else {
      const std::size_t close = closings_.from(source_, at_ + 4);
      at_ = close == std::string_view::npos ? source_.size() : close + 1;
    }
  }

  // A section of XML inside HTML: its marks go, what it holds is HTML as everything around it.
  void section() {
    const std::size_t end = sections_.from(source_, at_ + 9);
    if (end == std::string_view::npos) {
      out_ += "&lt;";
      ++at_;
    } else {
      section_end_ = end;
      at_ += 9;
    }
  }

  void instruction() {
    const std::size_t close = closings_.from(source_, at_);
    if (close == std::string_view::npos) {
      out_ += "&lt;";
      ++at_;
    } else {
      at_ = close + 1;
    }
  }

  // Behind the tag, or cut_off_ if it has no end.
  WrittenTag read_tag() {
    WrittenTag tag;
    tag.end = source_[++at_] == '/';
    if (tag.end) ++at_;
    const std::size_t begin = at_;
    while (at_ < source_.size() && !is_ascii_blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>') ++at_;
    tag.name = ascii_lowered(source_.substr(begin, at_ - begin));
    while (at_ < source_.size() && source_[at_] != '>') {
      if (is_ascii_blank(source_[at_]) || source_[at_] == '/') {
        tag.closed = source_[at_] == '/';
        ++at_;
        continue;
      }
      tag.closed = false;
      const std::size_t first = at_++;
      while (at_ < source_.size() && !is_ascii_blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>' &&
             source_[at_] != '=')
        ++at_;
      std::string name = ascii_lowered(source_.substr(first, at_ - first));
      std::size_t look = at_;
      while (look < source_.size() && is_ascii_blank(source_[look])) ++look;
      std::string_view value;
      if (look < source_.size() && source_[look] == '=') {
        at_ = look + 1;
        while (at_ < source_.size() && is_ascii_blank(source_[at_])) ++at_;
        value = read_value();
      } else {
        at_ = look;
      }
      if (tag.attributes.size() < most_kept_attributes && (name == "style" || is_allowed_attribute(name)))
        tag.attributes.emplace_back(std::move(name), value);
    }
    if (at_ >= source_.size()) {
      cut_off_ = true;  // nor has any that follows: all are text
    } else {
      ++at_;
    }
    return tag;
  }

  std::string_view read_value() {
    if (at_ >= source_.size()) return {};
    const char quote = source_[at_];
    const std::size_t begin = quote == '"' || quote == '\'' ? at_ + 1 : at_;
    std::size_t end = begin;
    if (begin > at_) {
      end = source_.find(quote, begin);
      at_ = end == std::string_view::npos ? source_.size() : end + 1;
      end = std::min(end, source_.size());
    } else {
      while (end < source_.size() && !is_ascii_blank(source_[end]) && source_[end] != '>') ++end;
      at_ = end;
    }
    return source_.substr(begin, end - begin);
  }

  void write_tag(WrittenTag tag) {
    if (!tag.end && is_dropped_whole(tag.name)) {
      if (!tag.closed) skip_words_of(tag.name);
      return;
    }
    if (!is_allowed_element(tag.name)) return;
    if (tag.end) {
      if (!is_void_element(tag.name)) out_.append("</").append(tag.name).append(">");
      return;
    }
    out_.append("<").append(tag.name);
    std::stable_sort(tag.attributes.begin(), tag.attributes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < tag.attributes.size(); ++i)
      if (i == 0 || tag.attributes[i].first != tag.attributes[i - 1].first)
        write_attribute(tag.attributes[i].first, tag.attributes[i].second);
    if (is_void_element(tag.name)) {
      out_ += " />";
    } else {
      out_ += ">";
      if (tag.closed) out_.append("</").append(tag.name).append(">");
    }
  }

  void write_attribute(const std::string& name, std::string_view value) {
    if (name == "style") {
      const std::string style = clean_style(decode_references(value));
      if (style.empty()) return;
      out_ += " style=\"";
      write_plain(out_, style);
    } else if (is_address_attribute(name)) {
      const std::string address = resolve_address(base_, decode_references(value));
      out_.append(" ").append(name).append("=\"");
      if (is_safe_address(address)) write_plain(out_, address);
    } else {
      out_.append(" ").append(name).append("=\"");
      write(out_, value, true);
    }
    out_ += '"';
  }

  // To the end tag of that name, or to the end.
  void skip_words_of(const std::string& name) {
    for (std::size_t end = at_; true; end += 2) {
      end = source_.find("</", end);
      if (end == std::string_view::npos) break;
      const std::string_view behind = source_.substr(end + 2);
      if (!begins(behind, name)) continue;
      const char next = behind.size() > name.size() ? behind[name.size()] : '>';
      if (!is_ascii_blank(next) && next != '>' && next != '/') continue;
      const std::size_t close = source_.find('>', end);
      at_ = close == std::string_view::npos ? source_.size() : close + 1;
      return;
    }
    at_ = source_.size();
  }

  std::string_view source_;
  std::string_view base_;
  std::string out_{};
  std::size_t at_ = 0;
  bool cut_off_ = false;
  std::size_t section_end_ = std::string_view::npos;
  MarkFinder comments_{"-->"}, sections_{"]]>"}, closings_{">"};
};

}  // namespace

std::string clean_html(std::string_view html, std::string_view base) { return Cleaner(html, base).clean(); }

bool seems_html(std::string_view text) {
  bool sign = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&') {
      std::size_t end = at + 1;
      while (end < text.size() && end < at + 34 &&
             (is_ascii_letter(text[end]) || (text[end] >= '0' && text[end] <= '9') || text[end] == '#'))
        ++end;
      if (end == at + 1 || end >= text.size() || text[end] != ';') continue;
      if (read_reference(text.substr(at), true).size == 0) return false;
      sign = true;
    } else if (text[at] == '<') {
      const bool closing = at + 1 < text.size() && text[at + 1] == '/';
      const std::size_t begin = at + (closing ? 2 : 1);
      std::size_t end = begin;
      while (end < text.size() && end < begin + 16 &&
             (is_ascii_letter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
        ++end;
      if (end == begin) continue;
      if (!is_allowed_element(ascii_lowered(text.substr(begin, end - begin)))) return false;
      sign = sign || closing;
    }
  }
  return sign;
}

}  // namespace sayso::dispatch
