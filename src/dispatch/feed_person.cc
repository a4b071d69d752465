// Parts a person's name and address: "Anna Dovran (anna@kesh.example)" -> name, email.
// Leaves out on purpose: several people in one line; which comma parts them is a guess.
#include "dispatch/feed_person.h"

#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

bool in_address(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

FeedPerson read_person(std::string_view text) {
  text = trim(text);
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return {.name = std::string(text)};
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && in_address(text[begin - 1])) --begin;
  while (end < text.size() && in_address(text[end])) ++end;
  while (end > at + 1 && text[end - 1] == '.') --end;
  const std::string_view email = text.substr(begin, end - begin);
  if (begin == at || email.find('.', at - begin) == std::string_view::npos) return {.name = std::string(text)};
  FeedPerson person{.email = std::string(email)};
  std::string_view behind = text.substr(end);
  if (behind.starts_with("?subject=")) behind = behind.substr(std::min(behind.find_first_of(" )>"), behind.size()));
  std::string name = std::string(text.substr(0, begin)).append(" ").append(behind);
  const auto bracket = [](char c) {
    return c == ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '\n' || c == '\t';
  };
  while (!name.empty() && bracket(name.back())) name.pop_back();
  std::size_t first = 0;
  while (first < name.size() && bracket(name[first])) ++first;
  name.erase(0, first);
  if (name.ends_with("mailto:")) name.erase(name.size() - 7);
  person.name = std::string(trim(name));
  return person;
}

}  // namespace sayso::dispatch
