// A file's bytes as UTF-8, with the way back.
//
//     bytes "\xef\xbb\xbfKyjev"                       -> text "Kyjev", shift 3
//     bytes "\xca\xe8\xe5\xe2", --encoding windows-1251 -> text "Киев", map [0,2)<-[0,1) [2,4)<-[1,2) …
//
// Which encoding: the caller's, else a byte order mark, else the server's word, else the declaration of an HTML page or
// XML file, if the bytes bear it out; else UTF-8; else, of a page, the code page that its letters look like. A note
// says which rule spoke, unless it is UTF-8 and nobody said otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sayso/dispatch.h"
#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::dispatch {

struct Decoded {
  std::string owned{};          // the text if it had to be converted; empty otherwise
  std::string encoding{};       // "UTF-8", "windows-1251" …
  std::uint32_t shift = 0;      // without a map: bytes in front of the text (a byte order mark)
  std::vector<RawPiece> map{};  // text spans to raw spans, covering the text; empty: text is bytes from `shift` on
  std::vector<std::string> notes{};

  std::string_view text(std::string_view bytes) const {
    return owned.empty() && map.empty() ? bytes.substr(shift) : owned;
  }
};

// REQUIRES: bytes.size() < 4 GiB. Errors: bad_encoding, not_text, wrong_use (an encoding nobody knows).
Result<Decoded> decode(std::string_view bytes, const ReadOptions& options, bool html);

// The encoding that an HTML page or an XML file declares for itself near its beginning, by the standard's name for it;
// empty if none that the standard knows.
std::string_view declared_encoding(std::string_view bytes);

}  // namespace sayso::dispatch
