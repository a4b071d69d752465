// Reads an invented text as a plain dispatch of the Dovran Courier, published on Wednesday 2031-03-12.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "sayso/reading.h"

namespace sayso::testing {

inline Reading read(const std::string& text) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) {
    ADD_FAILURE() << reader.error().where << ": " << reader.error().message;
    std::abort();
  }
  ReadOptions options;
  options.format = "text";
  options.title = "Untitled";
  options.outlet = "Dovran Courier";
  options.published = "2031-03-12";
  const auto reading = reader->read(text + "\n", options);
  if (!reading) ADD_FAILURE() << reading.error().message;
  return reading ? *reading : Reading();
}

inline std::vector<Attribution> rows(const std::string& text) { return read(text).attributions; }

}  // namespace sayso::testing
