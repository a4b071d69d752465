// A file that is one dispatch.
//
//     pages/a.html  ->  one item, "pages/a.html"
#include "base/file.h"
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
    Result<std::string> bytes = read_file(path_, max_file_bytes);
    if (!bytes) return Item{where, bytes.error()};
    size_ = bytes->size();
    ReadOptions options = given_;
    options.path = where;
    return Item{where, Input{where, std::move(*bytes), std::move(options)}};
  }

  Position position() const override { return {size_, given_out_ ? 1U : 0U}; }
  void pass_to(const Position& position) override { given_out_ = position.items > 0; }

 private:
  std::filesystem::path path_;
  ReadOptions given_;
  std::uint64_t size_ = 0;
  bool given_out_ = false;
};

}  // namespace

std::unique_ptr<Source> file_source(const std::filesystem::path& path, const ReadOptions& given) {
  return std::make_unique<FileSource>(path, given);
}

}  // namespace sayso::cli
