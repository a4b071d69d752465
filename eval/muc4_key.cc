// Reads files of templates.
//
//     11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT / POSSIBLE: "KESH FRONT" / "KF"
//         -> values {REPORTED AS FACT, POSSIBLE}, tags {KESH FRONT, KF}
//
// Keys were typed by hand, so quotes that are missing, doubled or not closed are forgiven: what stands there is the
// fill. Left out on purpose: which value goes with which tag where both have alternatives; any value may have any tag.
#include "muc4_key.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/file.h"
#include "base/tsv.h"

namespace sayso::eval {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }

// Upper case, single spaces.
std::string tidy(std::string_view text) {
  std::string out;
  for (const char letter : trim(text)) {
    if (is_blank(letter)) {
      if (out.back() != ' ') out += ' ';
    } else {
      out += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
  }
  return out;
}

// Behind the quote that closes the one at `at`: one with a separator or nothing behind it, since some fills have bare
// quotes inside. The end of the text if there is none.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  const std::size_t first = text.find_first_not_of('"', at);
  if (first == std::string_view::npos) return text.size();
  for (std::size_t i = first; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      const std::size_t next = text.find_first_not_of(" \t", i + 1);
      if (next == std::string_view::npos || text[next] == '/' || text[next] == ':' || text[next] == ')') return i + 1;
    }
  }
  return text.size();
}

// Pieces between `separator` outside quotes and parentheses; at most `most` of them.
std::vector<std::string_view> split_outside(std::string_view text, char separator, std::size_t most) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  int depth = 0;
  bool at_start = true;  // of a piece: only there a quote opens
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    if (letter == '"' && at_start) {
      i = behind_quoted(text, i) - 1;
      at_start = false;
    } else if (letter == separator && depth == 0 && pieces.size() + 1 < most) {
      pieces.push_back(text.substr(begin, i - begin));
      begin = i + 1;
      at_start = true;
    } else {
      if (letter == '(') ++depth;
      if (letter == ')') depth = std::max(0, depth - 1);
      at_start = letter == '/' || letter == ':' || letter == '(' || (at_start && (is_blank(letter) || letter == '?'));
    }
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

// What is inside, if parentheses stand around the whole.
std::string_view without_parentheses(std::string_view text) {
  if (text.size() < 2 || text.front() != '(') return text;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1 == text.size() ? text.substr(1, i - 1) : text;
  }
  return text;
}

std::string unquoted(std::string_view text) {
  while (!text.empty() && text.front() == '"') text.remove_prefix(1);
  while (!text.empty() && text.back() == '"' && !(text.size() > 1 && text[text.size() - 2] == '\\'))
    text.remove_suffix(1);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\\' || i + 1 == text.size() || text[i + 1] != '"') out += text[i];
  return tidy(out);
}

// Parentheses inside parentheses are read so far, and are letters beyond.
constexpr int deepest = 4;

std::vector<std::string> alternatives(std::string_view text, int depth = 0) {
  std::vector<std::string> values;
  for (std::string_view piece : split_outside(text, '/', text.size() + 1)) {
    piece = trim(piece);
    const std::string_view inside = without_parentheses(piece);
    if (inside.size() != piece.size() && depth < deepest) {
      for (std::string& value : alternatives(inside, depth + 1)) values.push_back(std::move(value));
      continue;
    }
    while (!piece.empty() && piece.front() == '?') piece = trim(piece.substr(1));
    if (std::string value = unquoted(piece); !value.empty()) values.push_back(std::move(value));
  }
  return values;
}

// One line of a slot; no values if it wants none.
KeyFill parse_fill(Slot slot, std::string_view text) {
  KeyFill fill;
  if (text.starts_with('?')) fill.optional = true, text = trim(text.substr(1));
  const FillKind kind = shape_of(slot).kind;
  const bool has_tag = kind != FillKind::date && kind != FillKind::location;
  const auto parts = split_outside(text, ':', has_tag ? 2 : 1);
  fill.values = alternatives(parts[0]);
  if (parts.size() > 1 && shape_of(slot).tagged) fill.tags = alternatives(parts[1]);
  const auto nothing = [](const std::string& value) { return value == "-" || value == "*"; };
  if (std::erase_if(fill.values, nothing) > 0) fill.optional = true;  // "X" / - : no answer is right, too
  return fill;
}

struct SlotLine {
  Slot slot{};
  std::string_view value{};
};

// "9.  PERP: INDIVIDUAL ID   …", or nothing.
bool parse_slot(std::string_view line, SlotLine& out) {
  std::size_t digits = 0, number = 0;
  while (digits < line.size() && digits < 2 && line[digits] >= '0' && line[digits] <= '9')
    number = number * 10 + static_cast<std::size_t>(line[digits++] - '0');
  if (digits == 0 || digits == line.size() || line[digits] != '.' || number >= slot_count) return false;
  const auto slot = static_cast<Slot>(number);
  const std::string_view rest = trim(line.substr(digits + 1)), label = shape_of(slot).label;
  if (!rest.starts_with(label)) return false;
  if (rest.size() > label.size() && !is_blank(rest[label.size()])) return false;
  out = {slot, trim(rest.substr(label.size()))};
  return true;
}

class KeyParser {
 public:
  KeyParser(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  Result<std::vector<KeyMessage>> parse() {
    for (const std::string_view whole : split(text_, '\n')) {
      ++line_;
      const std::string_view line = trim(whole);
      if (line.empty() || line.front() == ';') continue;
      SlotLine found;
      if (parse_slot(line, found)) {
        if (auto fault = begin_slot(found); !fault.empty()) return wrong(fault);
      } else if (is_blank(whole.front()) && open_ && slot_ > Slot::number) {
        add_line(line);
      } else {
        return wrong(open_ ? "no slot, and not indented as a further fill of one" : "stands before any MESSAGE: ID");
      }
    }
    close();
    return std::move(messages_);
  }

 private:
  Error wrong(const std::string& message) const {
    return {ErrorCode::bad_rule, name_ + ":" + std::to_string(line_), message};
  }

  std::string begin_slot(const SlotLine& found) {
    if (found.slot == Slot::message) {
      close();
      const std::string id = tidy(found.value.substr(0, found.value.find_first_of(" \t")));
      if (id.empty() || id == "*" || id == "-") return "a message without a name";
      const auto [at, is_new] = by_id_.try_emplace(id, messages_.size());
      if (is_new) messages_.push_back({id, {}});
      message_ = at->second, open_ = true, seen_ = {};
      current_ = {}, current_.message = id;
      lines_ = {};
    } else if (!open_) {
      return "slot " + std::to_string(static_cast<int>(found.slot)) + " before any MESSAGE: ID";
    }
    if (std::exchange(seen_[found.slot], true))
      return "slot " + std::to_string(static_cast<int>(found.slot)) + " twice in a template";
    slot_ = found.slot;
    if (slot_ == Slot::number) {
      current_.number = tidy(found.value.substr(0, found.value.find_first_of(" \t(")));
      current_.optional = tidy(found.value).find("(OPTIONAL)") != std::string::npos;
    } else if (slot_ > Slot::number && !found.value.empty()) {
      add_line(found.value);
    }
    return {};
  }

  void add_line(std::string_view line) {
    auto& lines = lines_[slot_];
    if (!lines.empty() && (lines.back().ends_with('/') || line.starts_with('/')))
      lines.back().append(" ").append(line);
    else
      lines.emplace_back(line);
  }

  void close() {
    if (!std::exchange(open_, false)) return;
    const bool irrelevant = current_.number.empty() || current_.number == "*" || current_.number == "-";
    if (irrelevant) return;
    for (const Slot slot : scored_slots())
      for (const std::string& line : lines_[slot])
        if (KeyFill fill = parse_fill(slot, line); !fill.values.empty())
          current_.slots[slot].push_back(std::move(fill));
    messages_[message_].templates.push_back(std::move(current_));
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t line_ = 0, message_ = 0;
  bool open_ = false;  // a template is being read
  Slot slot_{};
  BySlot<bool> seen_{};
  BySlot<std::vector<std::string>> lines_{};
  KeyTemplate current_{};
  std::map<std::string, std::size_t, std::less<>> by_id_{};
  std::vector<KeyMessage> messages_{};
};

}  // namespace

Result<std::vector<KeyMessage>> parse_key(std::string_view text, const std::string& name) {
  return KeyParser(text, name).parse();
}

Result<std::vector<KeyMessage>> read_key(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  return parse_key(*bytes, path.string());
}

std::vector<ResponseTemplate> as_responses(const std::vector<KeyMessage>& key) {
  std::vector<ResponseTemplate> responses;
  for (const KeyMessage& message : key)
    for (const KeyTemplate& incident : message.templates) {
      ResponseTemplate response{.message = message.id};
      for (const Slot slot : scored_slots())
        for (const KeyFill& fill : incident.slots[slot])
          response.slots[slot].push_back({fill.values.front(), fill.tags.empty() ? "" : fill.tags.front()});
      responses.push_back(std::move(response));
    }
  return responses;
}

}  // namespace sayso::eval
