// Characters of XML: references decoded, line ends made one, controls left out.
//
//     decode_xml_text("Q &amp; A\r\n", …)    "Q & A\n"
//     decode_xml_text("Q & A &own;", …)      the same, and the complaint "a bare ampersand"
#pragma once

#include <string>
#include <string_view>

namespace sayso::dispatch {

bool is_xml_space(char c);
bool begins_xml_name(char c);
bool in_xml_name(char c);

// `html_names`: a document type may have declared HTML's named characters, so that they are no fault. `complaint` is
// set to what is not well-formed, and left alone if nothing is.
std::string decode_xml_text(std::string_view text, bool html_names, const char*& complaint);
// Of a CDATA section: no references.
std::string plain_xml_text(std::string_view text, const char*& complaint);

}  // namespace sayso::dispatch
