// What a language model is made of, for the files of this folder.
#pragma once

#include <optional>
#include <vector>

#include "language/language_model.h"
#include "language/lemma.h"
#include "language/model_file.h"
#include "language/network.h"
#include "language/splitter.h"
#include "sayso/language.h"

namespace sayso {

struct LanguageModel::Parts {
  struct NameLabel {
    bool begins = false;
    std::optional<NameKind> kind{};  // nothing: outside
  };
  language::ModelFile file;
  language::Network network;
  language::Splitter splitter;
  std::vector<std::pair<Tag, Xpos>> tags{};
  std::vector<Relation> relations{};
  std::vector<NameLabel> names{};
  std::vector<language::LemmaRule> rules{};
  std::vector<Features> features{};  // empty: the model does not tell them
};

}  // namespace sayso
