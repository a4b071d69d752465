// The reader every benchmark uses: SAYSO_DATA and SAYSO_MODEL if set, else the source tree's data/ and
// models/english.sayso.
#pragma once

#include "sayso/reading.h"

namespace sayso::eval {

std::filesystem::path data_folder();
std::filesystem::path model_file();
Result<Reader> open_reader();

}  // namespace sayso::eval
