// Pages made to hurt a reader of HTML, in any size: every shape on which some reader takes the square of the time.
//
//     for (const HostilePage& page : hostile_pages()) read(page.make(50000));
//
// make(n) repeats the shape's unit n times; all end in a paragraph of plain words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::test {

inline std::string repeated(std::string_view what, std::size_t count) {
  std::string out;
  out.reserve(what.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += what;
  return out;
}

inline const std::string& plain_words() {
  static const std::string words = repeated("the bridge near Dovran still stands and ", 5) + "nobody was hurt.";
  return words;
}

struct HostilePage {
  const char* name;
  std::string head;    // once, in front
  std::string unit;    // n times; "#" becomes the number of the repetition
  std::string behind;  // once, behind

  std::string make(std::size_t n) const {
    std::string out = head;
    if (unit.find('#') == std::string::npos) {
      out += repeated(unit, n);
    } else {
      for (std::size_t i = 0; i < n; ++i)
        for (const char c : unit) c == '#' ? out += std::to_string(i) : out += c;
    }
    return out + behind + "<p>" + plain_words() + "</p>";
  }
};

inline const std::vector<HostilePage>& hostile_pages() {
  static const std::vector<HostilePage> pages{
      {"nested div", "", "<div>", ""},
      {"nested div, closed", "", "<div>x", "</div>"},
      {"attributes in one tag", "<div", " a#=1", ">"},
      {"one attribute again and again", "<div", " class=x", ">"},
      {"class of many words", "<div class='", "c# ", "'>"},
      {"misnested a b i font", "", "<a><b><i><font></a></i></b>", ""},
      {"misnested, with paragraphs", "", "<p><b><i></p></b><div></i></div>", ""},
      {"unclosed b", "", "<p><b>", ""},
      {"rows of <", "", "<", ""},
      {"rows of </", "", "</", ""},
      {"rows of <!--", "", "<!--", ""},
      {"rows of <!-- with >", "", "<!-- > ", ""},
      {"rows of --", "<!--", "--", ""},
      {"rows of <!", "", "<!", ""},
      {"rows of <![CDATA[", "", "<![CDATA[", ""},
      {"CDATA in a drawing", "<svg>", "<![CDATA[", ""},
      {"empty CDATA in a drawing", "<svg>", "<![CDATA[]]>", "</svg>"},
      {"rows of &", "", "&", ""},
      {"rows of &amp", "", "&amp", ""},
      {"rows of &#x", "", "&#x", ""},
      {"one endless number", "&#", "1", ""},
      {"one endless name", "&", "a", ""},
      {"references in a value", "<a href='", "&CounterClockwiseContourIntegra", "'>x</a>"},
      {"unclosed quotes", "", "<a href=\"", ""},
      {"quotes and tags", "", "<a href='\"><b title=\"'>x</b></a>", ""},
      {"tables in tables", "", "<table><tr><td>", ""},
      {"tables, closed out of order", "", "<table><tr><td>x</tr></table></td>", ""},
      {"text in tables", "<table>", "x<tr>y<td>z", ""},
      {"select and option", "", "<select><option>x", ""},
      {"options", "<select>", "<option>x", "</select>"},
      {"script openings", "", "<script>", ""},
      {"scripts in comments", "<script>", "<!--<script>", ""},
      {"scripts in comments, closed", "<script>", "<!--<script></script>", ""},
      {"almost the end of a script", "<script>", "</scrip", ""},
      {"almost the end of a title", "<title>", "</titl", "</title>"},
      {"textareas", "", "<textarea></textarea >", ""},
      {"nested drawings", "", "<svg>", ""},
      {"nested formulas", "", "<math><mi>", ""},
      {"drawings that let HTML in", "", "<svg><foreignObject><math>", ""},
      {"nested templates", "", "<template>", ""},
      {"end tags of nothing", "", "</p></div></li>", ""},
      {"unknown elements", "", "<x-#>", ""},
      {"unknown ends", "<x-y>", "</x-#>", ""},
      {"end tags at the deepest", repeated("<i>", 500), "<td></p></div></x>", ""},
      {"list items", "", "<li>", ""},
      {"nested lists", "", "<ul><li>", ""},
      {"headings", "", "<h1>x</h1>", ""},
      {"headings in headings", "", "<h1><h2>", ""},
      {"titles", "", "<title>a - b</title>", ""},
      {"one endless title", "<title>", "a - ", "</title>"},
      {"times", "", "<time datetime=x>", ""},
      {"meta", "", "<meta property=og:title content=x>", ""},
      {"JSON-LD", "", "<script type=application/ld+json>{</script>", ""},
      {"nested JSON-LD", "<script type=application/ld+json>", "[", "</script>"},
      {"buttons", "", "<button><p>", ""},
      {"forms", "", "<form><input>", ""},
      {"line breaks", "<p>", "x<br>", ""},
      {"soft hyphens", "<p>", "\xc2\xad", "x"},
      {"no-break spaces", "<p>", "\xc2\xa0", "x"},
      {"carriage returns", "<p>", "\r", "x"},
      {"links", "<p>", "<a href=u>x</a> ", ""},
  };
  return pages;
}

}  // namespace sayso::test
