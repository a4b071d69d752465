// Opens a model: the checked file, its lists of tags, relations, names and lemma rules, and the network over them.
//
//     "NOUN NNS" in the list "tags" -> {Tag::NOUN, Xpos::NNS};  "B-PER" in "names" -> {begins, person};
//     "Number=Sing" in "features", which may be missing -> Features
//
// Left out on purpose: more than one language; a model file is one language.
#include "language/language_model.h"

#include <utility>

#include "base/tsv.h"
#include "language/model_parts.h"

namespace sayso {
namespace {

using language::ModelFile;

Result<std::vector<std::string_view>> lines_of(const ModelFile& file, std::string_view name) {
  const auto text = file.text(name);
  if (!text) return text.error();
  std::vector<std::string_view> lines = split(*text, '\n');
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  if (lines.empty() || lines.size() > 0xFFFF)
    return file.fault("its list \"" + std::string(name) + "\" is empty or too long");
  return lines;
}

// "O", "B-PER", "I-LOC" …; false if it is none of them.
bool read_label(std::string_view line, LanguageModel::Parts::NameLabel& label) {
  if (line == "O") return true;
  label.begins = line.starts_with("B-");
  if (!label.begins && !line.starts_with("I-")) return false;
  label.kind = name_kind_named(line.substr(2));
  return label.kind.has_value();
}

}  // namespace

const std::string& LanguageModel::sha256() const { return parts_->file.sha256(); }

Result<LanguageModel> LanguageModel::open(const std::filesystem::path& path) {
  auto file = ModelFile::open(path);
  if (!file) return file.error();
  return assemble(*std::move(file));
}

Result<LanguageModel> LanguageModel::parse(std::string_view bytes, std::string name) {
  auto file = ModelFile::parse(bytes, std::move(name));
  if (!file) return file.error();
  return assemble(*std::move(file));
}

Result<LanguageModel> LanguageModel::assemble(ModelFile file) {
  std::vector<std::pair<Tag, Xpos>> tags;
  std::vector<Relation> relations;
  std::vector<Parts::NameLabel> names;
  const auto tag_lines = lines_of(file, "tags");
  if (!tag_lines) return tag_lines.error();
  for (const std::string_view line : *tag_lines) {
    const auto pair = split(line, ' ');
    if (pair.size() != 2) return file.fault("has a broken list of tags");
    tags.emplace_back(tag_named(pair[0]), xpos_named(pair[1]));
  }
  const auto relation_lines = lines_of(file, "relations");
  if (!relation_lines) return relation_lines.error();
  for (const std::string_view line : *relation_lines) relations.push_back(relation_named(line));
  const auto name_lines = lines_of(file, "names");
  if (!name_lines) return name_lines.error();
  for (const std::string_view line : *name_lines) {
    if (!read_label(line, names.emplace_back())) return file.fault("has a broken list of names");
  }
  std::vector<Features> features;  // a model may do without
  if (file.find("features") != nullptr) {
    const auto feature_lines = lines_of(file, "features");
    if (!feature_lines) return feature_lines.error();
    for (const std::string_view line : *feature_lines) {
      if (name_of(features.emplace_back(features_named(line))) != line)
        return file.fault("has a broken list of features");
    }
  }
  const auto rule_lines = lines_of(file, "rules");
  if (!rule_lines) return rule_lines.error();
  auto rules = language::parse_lemma_rules(*file.text("rules"));
  if (!rules) return file.fault("has a broken list of lemma rules");
  auto network = language::Network::load(file, {tags.size(), rules->size(), relations.size(), names.size()});
  if (!network) return network.error();
  auto splitter = language::Splitter::load(file);
  if (!splitter) return splitter.error();
  return LanguageModel(std::make_shared<const Parts>(Parts{std::move(file), *std::move(network), *std::move(splitter),
                                                           std::move(tags), std::move(relations), std::move(names),
                                                           *std::move(rules), std::move(features)}));
}

}  // namespace sayso
