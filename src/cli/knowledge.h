// Where the program finds what it reads with: rules, lexicons and gazetteer in a data folder, and the model.
//
// Data folder: --data, SAYSO_DATA, PROGRAM/../share/sayso/data, the source tree the program was built from.
// Model: --model, SAYSO_MODEL, the first *.sayso (by name) in the folder `models` inside or beside the data folder.
#pragma once

#include <filesystem>
#include <string>

#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::cli {

struct KnowledgePaths {
  std::string data{};  // as given; empty: look for it
  std::string model{};
};

Result<std::filesystem::path> data_folder(const KnowledgePaths& given);
Result<std::filesystem::path> model_file(const KnowledgePaths& given, const std::filesystem::path& data);
Result<Reader> open_reader(const KnowledgePaths& given);

}  // namespace sayso::cli
