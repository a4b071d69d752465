// The product of kernels.h on AVX-512 with VNNI (vpdpbusd): four products a lane and instruction.
//
//     if (has_vnni()) multiply_vnni(x, rows, stride, row_scales, w, start, out, out_stride);
//
// Its own file because Highway 1.0.3 knows such machines (AVX3_DL) but asks the compiler for another extension there.
#pragma once

#include <cstddef>
#include <cstdint>

#include "language/kernels.h"

namespace sayso::language {

// False too where a test has turned the unit off (hwy::SetSupportedTargetsForTest).
bool has_vnni();

// As `multiply`. REQUIRES: has_vnni().
void multiply_vnni(const std::int8_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
                   const PackedMatrix& w, Start start, float* out, std::size_t out_stride);

}  // namespace sayso::language
