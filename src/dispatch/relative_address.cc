// Resolves addresses: "../c" at "http://kesh.example/a/b.html" is "http://kesh.example/c".
// Leaves out on purpose: normal forms of hosts, ports and percent signs; an address stays as its writer spelled it.
// Source: RFC 3986, sections 5.2 and 5.3.
#include "dispatch/relative_address.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

constexpr std::array<std::string_view, 22> safe_schemes{
    "aim", "feed", "ftp",  "geo",  "gopher", "http", "https", "irc", "ircs", "magnet", "mailto",
    "mms", "news", "nntp", "rtsp", "sftp",   "sip",  "sips",  "sms", "tel",  "telnet", "xmpp"};
static_assert(std::is_sorted(safe_schemes.begin(), safe_schemes.end()));

struct AddressParts {
  std::string_view scheme{}, authority{}, path{}, query{}, fragment{};
  bool has_authority = false, has_query = false, has_fragment = false;
};

bool in_scheme(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

std::size_t scheme_length(std::string_view address) {
  if (address.empty() || !is_ascii_letter(address[0])) return 0;
  std::size_t at = 1;
  while (at < address.size() && in_scheme(address[at])) ++at;
  return at < address.size() && address[at] == ':' ? at : 0;
}

AddressParts parts_of(std::string_view address) {
  AddressParts parts;
  if (const std::size_t hash = address.find('#'); hash != std::string_view::npos) {
    parts.fragment = address.substr(hash + 1), parts.has_fragment = true;
    address = address.substr(0, hash);
  }
  if (const std::size_t scheme = scheme_length(address)) {
    parts.scheme = address.substr(0, scheme);
    address.remove_prefix(scheme + 1);
  }
  if (const std::size_t mark = address.find('?'); mark != std::string_view::npos) {
    parts.query = address.substr(mark + 1), parts.has_query = true;
    address = address.substr(0, mark);
  }
  if (address.starts_with("//")) {
    const std::size_t end = std::min(address.find('/', 2), address.size());
    parts.authority = address.substr(2, end - 2), parts.has_authority = true;
    address.remove_prefix(end);
  }
  parts.path = address;
  return parts;
}

// As browsers read an address: tabs and line breaks are not there, nor are blanks and controls at its ends.
std::string without_breaks(std::string_view address) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!address.empty() && blank(address.front())) address.remove_prefix(1);
  while (!address.empty() && blank(address.back())) address.remove_suffix(1);
  std::string out;
  for (const char c : address)
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = split(path, '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (segments[i] == "." || segments[i] == "..") {
      if (segments[i] == ".." && kept.size() > 1) kept.pop_back();
      if (last) kept.emplace_back();
    } else {
      kept.push_back(segments[i]);
    }
  }
  std::string out;
  for (std::size_t i = 0; i < kept.size(); ++i) out.append(i > 0 ? "/" : "").append(kept[i]);
  return out;
}

}  // namespace

std::string resolve_address(std::string_view base, std::string_view written) {
  std::string address = without_breaks(written);
  const std::string_view reference = address;
  if (const std::size_t scheme = scheme_length(reference); scheme > 0) {
    std::string whole(reference);  // "http:///kesh.example/": a slash too many
    if (scheme_of(reference).starts_with("http"))
      while (whole.compare(scheme, 4, ":///") == 0) whole.erase(scheme + 1, 1);
    return whole;
  }
  const AddressParts from = parts_of(trim(base));
  if (from.scheme.empty() || !from.has_authority) return address;
  const AddressParts to = parts_of(reference);

  std::string path, query(to.query);
  bool has_query = to.has_query;
  if (to.has_authority || to.path.starts_with('/')) {
    path = without_dots(to.path);
  } else if (to.path.empty()) {
    path = from.path;
    if (!has_query) query = from.query, has_query = from.has_query;
  } else {
    const std::size_t slash = from.path.rfind('/');
    path = slash == std::string_view::npos ? "/" : std::string(from.path.substr(0, slash + 1));
    path = without_dots(path + std::string(to.path));
  }
  std::string out(from.scheme);
  out.append("://").append(to.has_authority ? to.authority : from.authority).append(path);
  if (has_query) out.append("?").append(query);
  if (to.has_fragment) out.append("#").append(to.fragment);
  return out;
}

std::string scheme_of(std::string_view address) {
  std::string plain;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= 0x20) continue;
    if (c == ':') return scheme_length(plain + ":") > 0 ? plain : std::string();
    if (!in_scheme(c)) return {};
    plain += ascii_lower(c);
  }
  return {};
}

bool is_safe_address(std::string_view address) {
  const std::string scheme = scheme_of(address);
  if (scheme.empty()) {
    // What is no scheme to us and ends in a colon before any slash may be one to somebody else.
    const std::size_t stop = address.find_first_of(":/?#");
    return stop == std::string_view::npos || address[stop] != ':';
  }
  return std::binary_search(safe_schemes.begin(), safe_schemes.end(), scheme);
}

}  // namespace sayso::dispatch
