// A file that is one dispatch, plain or packed.
//
//     pages/a.html.gz  ->  one item, "pages/a.html.gz"
#include <limits>

#include "base/compression.h"
#include "cli/source.h"

namespace sayso::cli {
namespace {

class FileSource : public Source {
 public:
  FileSource(std::filesystem::path path, const ReadOptions& given) : path_(std::move(path)), given_(given) {}

  std::optional<Item> next() override {
    if (given_out_) return std::nullopt;
    given_out_ = true;
    const std::string where = path_.string();
    Result<std::string> bytes = read_unpacked(path_, max_file_bytes);
    if (!bytes) return Item{where, bytes.error()};
    ReadOptions options = given_;
    options.path = where;
    return Item{where, Input{where, std::move(*bytes), std::move(options)}};
  }

  Position position() const override {
    return given_out_ ? Position{std::numeric_limits<std::uint64_t>::max(), 1} : Position{};
  }
  void pass_to(const Position& position) override { given_out_ = position.items > 0; }

 private:
  std::filesystem::path path_;
  ReadOptions given_;
  bool given_out_ = false;
};

}  // namespace

std::unique_ptr<Source> file_source(const std::filesystem::path& path, const ReadOptions& given) {
  return std::make_unique<FileSource>(path, given);
}

}  // namespace sayso::cli
