// The tokens on either side of one.
//
//     "the 3rd Brigade"   before(3rd) -> the, after(3rd) -> Brigade
//
// Whether there is such a token is for the caller to know.
#pragma once

#include "sayso/language.h"

namespace sayso::mention {

inline TokenId before(TokenId token) { return TokenId{index(token) - 1}; }
inline TokenId after(TokenId token) { return TokenId{index(token) + 1}; }

}  // namespace sayso::mention
