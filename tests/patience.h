// How many times longer a test may take than where the library is built for speed: EXPECT_LT(seconds(page), 4 *
// patience).
//
// Sanitizers slow everything several times; such builds are there for other faults. What only takes long by its length
// is shortened for them: repeat(piece, (1 << 20) / shortened).
#pragma once

#include <cstddef>

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SAYSO_SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SAYSO_SANITIZED
#endif

namespace sayso {

#ifdef SAYSO_SANITIZED
constexpr double patience = 8;
constexpr std::size_t shortened = 8;
#else
constexpr double patience = 1;
constexpr std::size_t shortened = 1;
#endif

}  // namespace sayso
