// The way back from every word of a page to its bytes in the file: what stands there, its references decoded and what
// reading leaves out taken away, is the word.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"
#include "dispatch/printed.h"

namespace sayso::test {
namespace {

// The characters that a piece of a UTF-8 page shows.
std::string shown(std::string_view raw) {
  std::string bare;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t tag = std::min(raw.find('<', at), raw.size());
    bare += raw.substr(at, tag - at);
    at = tag == raw.size() ? tag : std::min(raw.find('>', tag), raw.size() - 1) + 1;
  }
  const std::string decoded = dispatch::decode_references(bare, false);
  std::string out;
  for (std::size_t at = 0; at < decoded.size();) {
    const std::size_t begin = at;
    const auto kind = dispatch::character_class(next_code_point(decoded, at));
    if (kind == dispatch::CharacterClass::visible) out.append(decoded, begin, at - begin);
  }
  return out;
}

struct Page {
  const char* name;
  std::string words;  // of one paragraph, as the page writes them
  std::string text;   // as it is read
};

const std::string tail =
    " and the rest of this sentence is long enough to be a paragraph of an article about Dovran, said the mayor, who "
    "had come back from the front with his words and a list of what is missing in the town.";

TEST(RawMap, every_word_leads_to_its_bytes) {
  const std::vector<Page> pages{
      {"entities", "R&amp;D &lt;unit&gt; of &#x4b;esh &mdash; &ldquo;no&rdquo; &copy 2022",
       "R&D <unit> of Kesh \xe2\x80\x94 \xe2\x80\x9cno\xe2\x80\x9d \xc2\xa9 2022"},
      {"an entity inside a word", "caf&eacute;s and na&iuml;ve &notit; &amp;amp;",
       "caf\xc3\xa9s and na\xc3\xafve \xc2\xacit; &amp;"},
      {"no-break spaces", "12\xc2\xa0km&nbsp;away\xe2\x80\xaf! &#160; x", "12 km away ! x"},
      {"soft hyphens",
       "bom\xc2\xad"
       "bard&shy;ment of the re\xe2\x80\x8bgion",
       "bombardment of the region"},
      {"emoji", "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 \xf0\x9f\x8f\xb3\xef\xb8\x8f &#x1F1FA;&#x1F1E6; said",
       "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9 \xf0\x9f\x8f\xb3\xef\xb8\x8f \xf0\x9f\x87\xba\xf0\x9f\x87\xa6 "
       "said"},
      {"right to left",
       "\xe2\x80\xab\xd9\x82\xd8\xa7\xd9\x84\xe2\x80\xac &rlm;\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d\xe2\x80\x8f he said",
       "\xd9\x82\xd8\xa7\xd9\x84 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d he said"},
      {"tags inside words", "<b>K</b>esh <i>D</i>ov<span>ran</span> x<!-- y -->z <a href='?a&amp;b'>l<em>in</em>k</a>",
       "Kesh Dovran xz link"},
      {"line ends", "one\r\ntwo\rthree\n\n  four\t\tfive", "one two three four five"},
      {"two characters of one name", "&NotEqualTilde; then &fjord;", "\xe2\x89\x82\xcc\xb8 then &fjord;"},
      {"numbers of controls", "a&#0;b c&#150;d e&#128;f",
       "a\xef\xbf\xbd"
       "b c\xe2\x80\x93"
       "d e\xe2\x82\xac"
       "f"},
  };
  for (const Page& one : pages) {
    const std::string page = "<html><body><article><p>" + one.words + tail + "</p></article></body></html>";
    for (const std::string& bytes : {page, "\xef\xbb\xbf" + page}) {
      const auto dispatch = read_dispatch(bytes, {.format = "html"}, outlets());
      ASSERT_TRUE(dispatch) << one.name << ": " << dispatch.error().message;
      EXPECT_EQ(dispatch->text, one.text + tail) << one.name;
      EXPECT_EQ(broken_promise(*dispatch, bytes), "") << one.name;
      for (std::size_t begin = 0; begin < dispatch->text.size();) {
        const std::size_t end = std::min(dispatch->text.find(' ', begin), dispatch->text.size());
        const Span word{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        EXPECT_EQ(shown(slice(bytes, raw_span(*dispatch, word))), slice(dispatch->text, word)) << one.name;
        begin = end + 1;
      }
    }
  }
}

}  // namespace
}  // namespace sayso::test
