// Layers read from a model file: a matrix and what is added to its results.
//
//     auto tag = load_linear(file, "tag", 79, 384, true);   // "tag.weights", "tag.scales", "tag.bias"
#pragma once

#include <string_view>

#include "language/kernels.h"
#include "language/model_file.h"

namespace sayso::language {

struct Linear {
  PackedMatrix matrix{};
  Lines<float> bias{};  // matrix.padded numbers; zeros if it has none
};

// Errors: bad_model where the file has no such layer of these sizes, or of a width that cannot be run.
Result<Linear> load_linear(const ModelFile& file, std::string_view name, std::size_t outputs, std::size_t inputs,
                           bool bias);

// A layer over inputs that come from two places, `inputs` and then `more` of them, as one layer for each: `first` has
// the bias. The same errors.
struct PartedLinear {
  Linear first{}, second{};
};
Result<PartedLinear> load_parted(const ModelFile& file, std::string_view name, std::size_t outputs, std::size_t inputs,
                                 std::size_t more);

// A layer whose answers are all 0.
Linear no_answers(std::size_t outputs, std::size_t inputs);

// One layer that gives what `a` and then what `b` gives. REQUIRES: the same inputs.
void append_outputs(Linear& a, const Linear& b);

}  // namespace sayso::language
