// The recurrent half of a bidirectional LSTM layer, forward and backward, for training on a CPU; called by lstm.py.
//
// Rows lie position by position, longest sentence first (PyTorch's packed order): sizes[t] sentences reach position t,
// so one step is one matrix product without padding. `gates` (rows x 8 units: input, forget, cell, output of the
// left-to-right direction, then of the other) holds the inputs' share before and the activated gates after the call.
// PyTorch does the same step by step with a weight gradient a step; here it is one product a batch, about twice as
// fast.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

extern "C" void cblas_sgemm(int order, int ta, int tb, int m, int n, int k, float alpha, const float* a, int lda,
                            const float* b, int ldb, float beta, float* c, int ldc);
extern "C" void openblas_set_num_threads(int) __attribute__((weak));

namespace {

constexpr int row_major = 101, plain = 111, transposed = 112;

struct Batch {
  int rows, units, positions;
  const int* sizes;
  std::vector<int> starts;
};

// Bounded, since -ffast-math divides by a reciprocal that makes no number of 1 / infinity.
float sigmoid(float x) { return 1.0F / (1.0F + std::exp(std::min(-x, 40.0F))); }
float hyperbolic(float x) { return 2.0F * sigmoid(2.0F * x) - 1.0F; }

void forward(const Batch& b, int side, float* gates, const float* weights, float* memory, float* output) {
  const int h = b.units, gate_stride = 8 * h, stride = 2 * h;
  gates += side * 4 * h, memory += side * h, output += side * h;
  for (int done = 0; done < b.positions; ++done) {
    const int t = side == 0 ? done : b.positions - 1 - done, before = side == 0 ? t - 1 : t + 1;
    const int carried = done == 0 ? 0 : std::min(b.sizes[t], b.sizes[before]);
    float* g = gates + std::size_t(b.starts[t]) * gate_stride;
    if (carried > 0)
      cblas_sgemm(row_major, plain, transposed, carried, 4 * h, h, 1, output + std::size_t(b.starts[before]) * stride,
                  stride, weights, h, 1, g, gate_stride);
    for (int r = 0; r < b.sizes[t]; ++r, g += gate_stride) {
      const std::size_t row = std::size_t(b.starts[t] + r) * stride;
      const float* old = r < carried ? memory + std::size_t(b.starts[before] + r) * stride : nullptr;
      for (int i = 0; i < 2 * h; ++i) g[i] = sigmoid(g[i]);
      for (int i = 2 * h; i < 3 * h; ++i) g[i] = hyperbolic(g[i]);
      for (int i = 3 * h; i < 4 * h; ++i) g[i] = sigmoid(g[i]);
      float *c = memory + row, *out = output + row;
      if (old != nullptr)
        for (int i = 0; i < h; ++i) c[i] = g[h + i] * old[i] + g[i] * g[2 * h + i];
      else
        for (int i = 0; i < h; ++i) c[i] = g[i] * g[2 * h + i];
      for (int i = 0; i < h; ++i) out[i] = g[3 * h + i] * hyperbolic(c[i]);
    }
  }
}

// gates: activated in, their gradients out. slope: rows x 2 units, the gradient of the output.
void backward(const Batch& b, int side, float* gates, const float* weights, const float* memory, const float* output,
              const float* slope, float* weight_slope) {
  const int h = b.units, gate_stride = 8 * h, stride = 2 * h;
  gates += side * 4 * h, memory += side * h, output += side * h, slope += side * h;
  std::vector<float> output_slope(std::size_t(b.sizes[0]) * h, 0.0F), memory_slope(output_slope),
      earlier(std::size_t(b.rows) * h, 0.0F);
  for (int done = b.positions - 1; done >= 0; --done) {
    const int t = side == 0 ? done : b.positions - 1 - done, before = side == 0 ? t - 1 : t + 1;
    const int carried = done == 0 ? 0 : std::min(b.sizes[t], b.sizes[before]);
    float* first = gates + std::size_t(b.starts[t]) * gate_stride;
    for (int r = 0; r < b.sizes[t]; ++r) {
      const std::size_t row = std::size_t(b.starts[t] + r) * stride;
      const bool begins = r >= carried;
      const float *c = memory + row, *ds = slope + row;
      const float* old = begins ? nullptr : memory + std::size_t(b.starts[before] + r) * stride;
      float *g = first + std::size_t(r) * gate_stride, *dh = output_slope.data() + std::size_t(r) * h,
            *dc = memory_slope.data() + std::size_t(r) * h;
      for (int i = 0; i < h; ++i) {
        const float in = g[i], keep = g[h + i], news = g[2 * h + i], show = g[3 * h + i], was = old ? old[i] : 0.0F;
        const float held = hyperbolic(c[i]), d = ds[i] + dh[i], dm = dc[i] + d * show * (1 - held * held);
        g[i] = dm * news * in * (1 - in);
        g[h + i] = dm * was * keep * (1 - keep);
        g[2 * h + i] = dm * in * (1 - news * news);
        g[3 * h + i] = d * held * show * (1 - show);
        dc[i] = begins ? 0.0F : dm * keep;
        dh[i] = 0.0F;
      }
      if (!begins)
        std::memcpy(earlier.data() + std::size_t(b.starts[t] + r) * h,
                    output + std::size_t(b.starts[before] + r) * stride, sizeof(float) * std::size_t(h));
    }
    if (carried > 0)
      cblas_sgemm(row_major, plain, plain, carried, h, 4 * h, 1, first, gate_stride, weights, h, 0, output_slope.data(),
                  h);
  }
  cblas_sgemm(row_major, transposed, plain, 4 * h, h, b.rows, 1, gates, gate_stride, earlier.data(), h, 0, weight_slope,
              h);
}

Batch batch(int rows, int units, int positions, const int* sizes) {
  Batch b{rows, units, positions, sizes, {}};
  for (int t = 0, at = 0; t < positions; at += sizes[t++]) b.starts.push_back(at);
  return b;
}

template <class Run>
void both(int threads, const Run& run) {
  if (threads > 1) {  // one thread a direction is better than two threads on small products
    if (openblas_set_num_threads) openblas_set_num_threads(1);
    std::thread other([&] { run(1); });
    run(0);
    other.join();
    if (openblas_set_num_threads) openblas_set_num_threads(threads);
  } else {
    run(0);
    run(1);
  }
}

}  // namespace

extern "C" {

void lstm_forward(int rows, int units, int positions, const int* sizes, int threads, float* gates, const float* weights,
                  float* memory, float* output) {
  const Batch b = batch(rows, units, positions, sizes);
  both(threads,
       [&](int side) { forward(b, side, gates, weights + std::size_t(side) * 4 * units * units, memory, output); });
}

void lstm_backward(int rows, int units, int positions, const int* sizes, int threads, float* gates,
                   const float* weights, const float* memory, const float* output, const float* slope,
                   float* weight_slope) {
  const Batch b = batch(rows, units, positions, sizes);
  both(threads, [&](int side) {
    const std::size_t at = std::size_t(side) * 4 * units * units;
    backward(b, side, gates, weights + at, memory, output, slope, weight_slope + at);
  });
}
}
