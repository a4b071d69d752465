// Decodes the text of XML: "5 &lt; 6 &hellip; &own;" -> "5 < 6 … &own;" with a complaint about the last.
// Known are the five entities of XML and HTML's named characters; what a feed declares itself stays as it is written.
// Leaves out on purpose: the finer rules of names (beyond ASCII every character may stand in one).
#include "dispatch/xml_text.h"

#include "dispatch/character_reference.h"

namespace sayso::dispatch {
namespace {

void complain(const char*& complaint, const char* of) {
  if (complaint == nullptr) complaint = of;
}

// At '&'. Adds what it stands for, and tells how many bytes it takes.
std::size_t read_entity(std::string_view text, bool html_names, std::string& out, const char*& complaint) {
  const Reference found = read_reference(text, true);
  if (found.size == 0) {
    std::size_t end = 1;
    while (end < text.size() && end < 64 && in_xml_name(text[end])) ++end;
    const bool named = end > 1 && end < text.size() && text[end] == ';';
    complain(complaint, named ? "an entity that is not known here" : "a bare ampersand");
    out += '&';
    return 1;
  }
  const std::string_view name = text.substr(1, found.size - 2);
  const bool of_xml =
      name.starts_with('#') || name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
  if (!of_xml && !html_names) complain(complaint, "a named character of HTML");
  out += found.text;
  return found.size;
}

std::string decode_xml(std::string_view text, bool references, bool html_names, const char*& complaint) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '&' && references) {
      at += read_entity(text.substr(at), html_names, out, complaint);
      continue;
    }
    ++at;
    if (c == '\r') {
      out += '\n';
      if (at < text.size() && text[at] == '\n') ++at;
    } else if (static_cast<unsigned char>(c) < 0x20 && !is_xml_space(c)) {
      complain(complaint, "a control character");
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool begins_xml_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool in_xml_name(char c) { return begins_xml_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

std::string decode_xml_text(std::string_view text, bool html_names, const char*& complaint) {
  return decode_xml(text, true, html_names, complaint);
}

std::string plain_xml_text(std::string_view text, const char*& complaint) {
  return decode_xml(text, false, false, complaint);
}

}  // namespace sayso::dispatch
