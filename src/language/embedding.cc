// Looks up tables by the keys of language/surface.h.
//
//     "Kharkiv" -> [row of lower "kharkiv" | of exact "Kharkiv" | … | vector | lists | mean of "<kh" … "rkiv>"]
//
// Left out on purpose: training. Data: the model file's tables.
#include "language/embedding.h"

#include <algorithm>
#include <string>

#include "language/cells.h"

namespace sayso::language {
namespace {

constexpr std::size_t widest_table = 512, most_rows = std::size_t{1} << 24;

}  // namespace

Result<Embedding::Rows> Embedding::load_rows(const ModelFile& file, std::string_view name) {
  const std::string stem(name);
  const ModelFile::Section* section = file.find(stem + ".weights");
  const std::size_t count = section != nullptr ? section->rows : 0, width = section != nullptr ? section->columns : 0;
  if (count == 0 || count > most_rows || width == 0 || width % 8 != 0 || width > widest_table)
    return file.fault("its table \"" + stem + "\" has no rows, or of a width we cannot run");
  const auto weights = file.bytes(stem + ".weights", count, width);
  if (!weights) return weights.error();
  const auto scales = file.floats(stem + ".scales", count);
  if (!scales) return scales.error();
  return Rows{*weights, *scales, width};
}

Result<KeyIndex> Embedding::load_keys(const ModelFile& file, std::string_view name) {
  const std::string stem(name);
  const auto keys = file.keys(stem + ".keys");
  if (!keys) return keys.error();
  if (keys->size() > most_rows || !std::is_sorted(keys->begin(), keys->end()))
    return file.fault("its table \"" + stem + "\" is not in order");
  return KeyIndex(*keys);
}

Result<Embedding> Embedding::load(const ModelFile& file) {
  Embedding e;
  for (std::size_t kind = 0; kind <= surface_count; ++kind) {
    const std::string name(kind < surface_count ? surface_names[kind] : "vector");
    auto index = load_keys(file, name);
    if (!index) return index.error();
    const auto rows = load_rows(file, name);
    if (!rows) return rows.error();
    if (rows->count() != index->size() + 1) return file.fault("its table \"" + name + "\" lacks rows");
    e.width_ += rows->width;
    e.tables_.push_back({*std::move(index), *rows});
  }
  if (file.find("member.weights") != nullptr) {
    auto index = load_keys(file, "member");
    if (!index) return index.error();
    const auto rows = load_rows(file, "member");
    if (!rows) return rows.error();
    const auto places = file.bytes("member.rows", index->size(), 1);
    if (!places) return places.error();
    for (const std::int8_t place : *places)
      if (static_cast<std::uint8_t>(place) >= rows->count()) return file.fault("its table \"member\" lacks rows");
    e.member_index_ = *std::move(index);
    e.member_rows_ = *places;
    e.members_ = *rows;
    e.width_ += rows->width;
  }
  if (file.find("grams.weights") != nullptr) {
    const auto rows = load_rows(file, "grams");
    if (!rows) return rows.error();
    e.pieces_ = *rows;
    e.width_ += rows->width;
  }
  return e;
}

void Embedding::put(const Rows& rows, std::size_t row, float* to) {
  put_row(rows.weights.data() + row * rows.width, rows.scales[row], rows.width, to);
}

void Embedding::look_up(std::string_view form, WordKeys& keys, float* to) const {
  find_keys(form, keys);
  for (std::size_t t = 0; t < tables_.size(); ++t) {
    const Table& table = tables_[t];
    put(table.rows, table.index.find(keys.features[t < surface_count ? t : 0]), to);
    to += table.rows.width;
  }
  if (members_.width != 0) {
    const std::size_t place = member_index_.find(keys.features[0]);
    put(members_, place != 0 ? static_cast<std::uint8_t>(member_rows_[place - 1]) : 0, to);
    to += members_.width;
  }
  if (pieces_.width != 0) {
    std::fill_n(to, pieces_.width, 0.0F);
    for (const std::uint64_t key : keys.pieces) {
      const std::size_t row = key % pieces_.count();
      add_row(pieces_.weights.data() + row * pieces_.width, pieces_.scales[row], pieces_.width, to);
    }
    if (!keys.pieces.empty()) divide(to, pieces_.width, static_cast<float>(keys.pieces.size()));
  }
}

bool Embedding::knows(std::string_view form) const {
  const std::uint64_t key = lower_key(form);
  return tables_.front().index.find(key) != 0 || tables_.back().index.find(key) != 0;
}

}  // namespace sayso::language
