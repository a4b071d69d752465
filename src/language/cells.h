// What the network does number by number: curves, LSTM cells, rounding to 8 bits. The same bits on every machine.
//
//     squash({0.0F, 9.9F, …}, 16, out);   // {0, 127, …}: round(tanh(x) * 127)
//
// Counts are multiples of 8 unless it says otherwise. No fused multiply-add, no library curve: each rounding is written
// out.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sayso::language {

// One step of LSTM cells, `rows` of them: gates (input, forget, cell, output; `units` each) and memory give the new
// memory and the output. A row of gates has 4 * units numbers, of memory `units`, of out `stride`.
void step(const float* gates, std::size_t rows, std::size_t units, float* memory, std::int8_t* out, std::size_t stride);

// out = round(tanh(x) * 127), within 0.02 of the true curve before rounding.
void squash(const float* x, std::size_t count, std::int8_t* out);

// x[i] -> round(x[i] / scale), the greatest |x| becoming 127 (or 8191); returns the scale, 0 if all is (nearly)
// nothing.
float quantise(const float* x, std::size_t count, std::int8_t* out);
float quantise(const float* x, std::size_t count, std::int16_t* out);

// The place of the greatest; the first of equals. REQUIRES: count > 0, no NaN; any count else.
std::size_t greatest(const float* x, std::size_t count);

// The places of the eight greatest, best first, of equals the lower first. REQUIRES: count >= 8, no NaN.
void greatest_eight(const float* x, std::size_t count, std::uint16_t* places);

// to[i] = row[i] * scale; to[i] += row[i] * scale; to[i] /= by.
void put_row(const std::int8_t* row, float scale, std::size_t count, float* to);
void add_row(const std::int8_t* row, float scale, std::size_t count, float* to);
void divide(float* to, std::size_t count, float by);

// out = round(a * b / 127): a product of activations is an activation.
void join(const std::int8_t* a, const std::int8_t* b, std::size_t count, std::int8_t* out);

}  // namespace sayso::language
