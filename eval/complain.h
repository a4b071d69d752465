// complain(error): says on stderr what could not be read and where, and is the status to leave with, 1.
#pragma once

#include <cstdio>

#include "sayso/result.h"

namespace sayso::eval {

inline int complain(const Error& error) {
  std::fprintf(stderr, "sayso-eval: %s: %s\n", error.where.c_str(), error.message.c_str());
  return 1;
}

}  // namespace sayso::eval
