// Any bytes as a page, Markdown, text or whatever they look like: no crash, and every dispatch keeps its promises (each
// byte of text has its bytes in the file, paragraphs stand in order).
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/outlets.h"
#include "dispatch/read_dispatch.h"

namespace {

void check(const sayso::Dispatch& dispatch, std::string_view bytes) {
  std::uint32_t at = 0;
  for (const sayso::RawPiece& piece : dispatch.raw) {
    if (piece.text.begin != at || piece.text.end <= piece.text.begin || piece.text.end > dispatch.text.size())
      std::abort();
    if (piece.raw.begin > piece.raw.end || piece.raw.end > bytes.size()) std::abort();
    if (piece.verbatim && sayso::slice(dispatch.text, piece.text) != sayso::slice(bytes, piece.raw)) std::abort();
    at = piece.text.end;
  }
  if (at != dispatch.text.size()) std::abort();
  std::uint32_t end = 0;
  for (const sayso::Paragraph& paragraph : dispatch.paragraphs) {
    if (paragraph.span.empty() || paragraph.span.begin != (end == 0 ? 0 : end + 2) ||
        paragraph.span.end > dispatch.text.size())
      std::abort();
    end = paragraph.span.end;
  }
  for (const sayso::Hyperlink& link : dispatch.links)
    if (link.span.empty() || link.span.end > dispatch.text.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const sayso::Outlets outlets({{.host = "kesh.example", .name = "Kesh Times", .country = "VAR"}});
  if (size == 0) return 0;
  constexpr const char* formats[] = {"", "text", "markdown", "html"};
  constexpr const char* encodings[] = {"", "", "", "windows-1251", "UTF-16LE", "shift_jis"};
  const sayso::ReadOptions options{.format = formats[data[0] % 4], .encoding = encodings[(data[0] / 4) % 6]};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto dispatch = sayso::read_dispatch(bytes, options, outlets);
  if (dispatch) check(*dispatch, bytes);
  return 0;
}
