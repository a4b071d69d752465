// Finds the knowledge that benchmarks read with.
#include "knowledge.h"

#include <cstdlib>

namespace sayso::eval {
namespace {

std::filesystem::path from(const char* variable, const char* otherwise) {
  const char* set = std::getenv(variable);
  return set != nullptr && *set != '\0' ? std::filesystem::path(set)
                                        : std::filesystem::path(SAYSO_SOURCE_DIR) / otherwise;
}

}  // namespace

std::filesystem::path data_folder() { return from("SAYSO_DATA", "data"); }
std::filesystem::path model_file() { return from("SAYSO_MODEL", "models/english.sayso"); }
Result<Reader> open_reader() { return Reader::open(data_folder(), model_file()); }

}  // namespace sayso::eval
