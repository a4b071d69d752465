// What a page says its own encoding is: "<meta charset=koi8-u>" -> "KOI8-U", "<meta http-equiv=content-type
// content='text/html; charset=cp1251'>" -> "windows-1251". Tags and comments are passed over byte by byte, for the
// bytes cannot be read before this is known. Leaves out on purpose: what a script writes. Source: HTML Living Standard,
// section 13.2.3.2 (the prescan), with more bytes than its 1,024 in place of its second chance while the page is read.
#include <string>
#include <vector>

#include "base/ascii.h"
#include "dispatch/encoding.h"
#include "dispatch/encoding_labels.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_bytes = 65536;
constexpr std::string_view ascii_blanks = "\t\n\f\r ";

// "text/html; charset='koi8-u'" -> "koi8-u"; empty if it names none.
std::string charset_in(const std::string& content) {
  for (std::size_t at = content.find("charset"); at != std::string::npos; at = content.find("charset", at)) {
    at += 7;
    std::size_t equals = content.find_first_not_of(ascii_blanks, at);
    if (equals == std::string::npos) return {};
    if (content[equals] != '=') continue;
    const std::size_t begin = content.find_first_not_of(ascii_blanks, equals + 1);
    if (begin == std::string::npos) return {};
    const char quote = content[begin];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = content.find(quote, begin + 1);
      return close == std::string::npos ? std::string() : content.substr(begin + 1, close - begin - 1);
    }
    return content.substr(begin, content.find_first_of("\t\n\f\r ;", begin) - begin);
  }
  return {};
}

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string_view run() {
    for (; at_ < bytes_.size(); ++at_) {
      at_ = bytes_.find('<', at_);
      if (at_ == std::string_view::npos) return {};
      if (begins("<!--")) {
        at_ = bytes_.find("-->", at_ + 2);
      } else if (begins("<meta") && at_ + 5 < bytes_.size() &&
                 (is_ascii_blank(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/')) {
        at_ += 5;
        if (const std::string_view found = read_meta(); !found.empty()) return found;
      } else if (is_tag()) {
        at_ = bytes_.find_first_of("\t\n\f\r >", at_);
        while (at_ < bytes_.size() && read_attribute()) {
        }
      } else if (begins("<!") || begins("</") || begins("<?")) {
        at_ = bytes_.find('>', at_);
      }
      if (at_ >= bytes_.size()) return {};
    }
    return {};
  }

 private:
  bool begins(std::string_view what) const {
    if (bytes_.size() - at_ < what.size()) return false;
    for (std::size_t i = 0; i < what.size(); ++i)
      if (ascii_lower(bytes_[at_ + i]) != what[i]) return false;
    return true;
  }
  bool is_tag() const {
    const std::size_t name = at_ + (begins("</") ? 2 : 1);
    return name < bytes_.size() && is_ascii_letter(bytes_[name]);
  }

  std::string_view read_meta() {
    bool pragma = false;  // http-equiv=content-type
    bool needs_pragma = false;
    bool any = false;
    std::string_view encoding;
    std::vector<std::string> seen;
    while (read_attribute()) {
      bool again = false;
      for (const std::string& one : seen) again = again || one == name_;
      if (again || seen.size() > 100) continue;
      seen.push_back(name_);
      if (name_ == "http-equiv") pragma = value_ == "content-type";
      if (name_ == "content" && !any) {
        const std::string_view named = encoding_named(charset_in(value_));
        if (named.empty()) continue;
        any = needs_pragma = true;
        encoding = named;
      }
      if (name_ == "charset") {
        any = true;
        needs_pragma = false;
        encoding = encoding_named(value_);
      }
    }
    if (at_ >= bytes_.size() || !any || (needs_pragma && !pragma)) return {};
    if (encoding.starts_with("UTF-16")) return "UTF-8";  // or this could not have been read
    return encoding == "x-user-defined" ? "windows-1252" : encoding;
  }

  // Name and value in lower case. False at the tag's '>', and at the end of the bytes.
  bool read_attribute() {
    name_.clear();
    value_.clear();
    while (at_ < bytes_.size() && (is_ascii_blank(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if ((c == '=' && !name_.empty()) || is_ascii_blank(c)) break;
      if (c == '/' || c == '>') return true;
      name_ += ascii_lower(c);
      ++at_;
    }
    while (at_ < bytes_.size() && is_ascii_blank(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size()) return false;
    if (bytes_[at_] != '=') return true;
    ++at_;
    while (at_ < bytes_.size() && is_ascii_blank(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size()) return false;
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      for (++at_; at_ < bytes_.size() && bytes_[at_] != quote; ++at_) value_ += ascii_lower(bytes_[at_]);
      if (at_ >= bytes_.size()) return false;
      ++at_;
      return true;
    }
    for (; at_ < bytes_.size() && !is_ascii_blank(bytes_[at_]) && bytes_[at_] != '>'; ++at_)
      value_ += ascii_lower(bytes_[at_]);
    return at_ < bytes_.size();
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string name_{};
  std::string value_{};
};

// <?xml version="1.0" encoding="koi8-u"?> at the very beginning.
std::string_view of_xml(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(ascii_blanks);
  if (begin == std::string_view::npos || bytes.substr(begin, 5) != "<?xml") return {};
  const std::string_view declaration = bytes.substr(begin, bytes.find('>', begin) - begin);
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[at], at + 1);
  if (close == std::string_view::npos) return {};
  return encoding_named(declaration.substr(at + 1, close - at - 1));
}

}  // namespace

std::string_view declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, most_bytes);
  const std::string_view named = Prescan(bytes).run();
  return named.empty() ? of_xml(bytes) : named;
}

}  // namespace sayso::dispatch
