// Any bytes as a web page, in parts: tokens stand in order inside the source, asking for parse errors changes no token,
// the tree's nodes nest, and a dispatch keeps its promises. The first byte says in which state the tokens begin
// and what a server says of the encoding.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/outlets.h"
#include "dispatch/html_tokens.h"
#include "dispatch/html_tree.h"
#include "dispatch/read_dispatch.h"

namespace {

using namespace sayso::dispatch;
using sayso::Span;

void require(bool kept) {
  if (!kept) std::abort();
}

void check_tokens(std::string_view source, HtmlText state, bool cdata) {
  std::vector<HtmlFault> faults;
  HtmlTokens tokens(source, state, "script");
  HtmlTokens watched(source, state, "script");
  tokens.allow_cdata(cdata);
  watched.allow_cdata(cdata);
  watched.collect_faults(&faults);
  std::uint32_t at = 0;
  HtmlToken token, same;
  while (tokens.next(token)) {
    require(watched.next(same));
    require(token.kind == same.kind && token.source == same.source && token.data == same.data);
    require(token.source.begin >= at && token.source.end > token.source.begin && token.source.end <= source.size());
    require(token.data.begin <= token.data.end && token.data.end <= source.size());
    at = token.source.end;
    if (token.kind != HtmlToken::Kind::start_tag && token.kind != HtmlToken::Kind::end_tag) continue;
    require(!token.name.empty() && token.name.end <= token.source.end);
    for (const HtmlAttribute& one : tokens.attributes())
      require(!one.name.empty() && one.name.end <= one.value.begin && one.value.end <= token.source.end);
  }
  require(!watched.next(same));
  find_character_faults(source, faults);
  for (const HtmlFault& fault : faults) require(fault.at <= source.size());
}

void check_tree(std::string_view source) {
  Mends mends;
  const HtmlTree tree = read_html_tree(source, mends);
  const auto count = static_cast<std::uint32_t>(tree.nodes.size());
  require(count > 0 && tree.nodes[0].end == count);
  for (std::uint32_t i = 1; i < count; ++i) {
    const HtmlNode& node = tree.nodes[i];
    require(node.parent < i && node.end > i && node.end <= tree.nodes[node.parent].end);
    require(node.source.begin <= node.source.end && node.source.end <= source.size());
    require(node.first_attribute + node.attributes <= tree.values.size());
  }
}

void check_dispatch(std::string_view bytes, const char* charset) {
  static const sayso::Outlets outlets({{.host = "kesh.example", .name = "Kesh Times", .country = "VAR"}});
  const auto dispatch = sayso::read_dispatch(bytes, {.format = "html", .http_charset = charset}, outlets);
  if (!dispatch) return;
  std::uint32_t at = 0;
  for (const sayso::RawPiece& piece : dispatch->raw) {
    require(piece.text.begin == at && piece.text.end > at && piece.text.end <= dispatch->text.size());
    require(piece.raw.begin <= piece.raw.end && piece.raw.end <= bytes.size());
    require(!piece.verbatim || slice(dispatch->text, piece.text) == slice(bytes, piece.raw));
    at = piece.text.end;
  }
  require(at == dispatch->text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* charsets[] = {"", "koi8-u", "shift_jis", "gb18030", "iso-2022-jp", "big5", "euc-kr", "x-none"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_tokens(bytes, static_cast<HtmlText>(data[0] % 6), (data[0] / 6) % 2 == 1);
  check_tree(bytes);
  check_dispatch(bytes, charsets[(data[0] / 12) % 8]);
  return 0;
}
