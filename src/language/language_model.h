// A trained model, opened once and used by any number of threads.
//
//     auto model = LanguageModel::open("models/english.sayso");
//     if (!model) …   // "english.sayso: is damaged: …"
//     Syntax syntax = analyse(dispatch, *model, spelling);   // language/analyse.h
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "sayso/result.h"

namespace sayso {
namespace language {
class ModelFile;
}

class LanguageModel {
 public:
  struct Parts;

  // Errors: unreadable; bad_model for a file that is not a model, of another version, cut short, altered, or whose
  // arrays do not fit together.
  static Result<LanguageModel> open(const std::filesystem::path& path);
  static Result<LanguageModel> parse(std::string_view bytes, std::string name);

  const std::string& sha256() const;              // of the model's contents, 64 hex digits: goes into Provenance
  const Parts& parts() const { return *parts_; }  // for src/language only

 private:
  static Result<LanguageModel> assemble(language::ModelFile file);
  explicit LanguageModel(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

}  // namespace sayso
