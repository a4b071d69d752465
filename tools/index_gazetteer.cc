// Makes the file that programs map in place of reading the gazetteer's tables; the build runs it.
//
//     index_gazetteer data/gazetteer build/dev/gazetteer.index
//
// The file is put in place by renaming, so that a program that has the old one mapped keeps it. Leaves out on purpose:
// where the file is looked for (src/lexicon/gazetteer_index.h).
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "lexicon/gazetteer_index.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: index_gazetteer FOLDER FILE\n", stderr);
    return 2;
  }
  const auto index = sayso::GazetteerIndex::make(argv[1]);
  if (!index) {
    std::fprintf(stderr, "%s: %s\n", index.error().where.c_str(), index.error().message.c_str());
    return 1;
  }
  const std::filesystem::path part = std::string(argv[2]) + ".part";
  const std::string_view bytes = index->bytes();
  std::ofstream file(part, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(part, argv[2], error);
  if (file && !error) return 0;
  std::fprintf(stderr, "%s: cannot be written\n", argv[2]);
  return 1;
}
