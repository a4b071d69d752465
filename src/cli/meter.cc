// Lays out the line of a long run (example in the header). What is not known yet is left out, never guessed: no share
// and no time left before the whole is known, no rate in the first second.
#include "cli/meter.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "publish/page.h"
#include "publish/terminal_text.h"

namespace sayso::cli {
namespace {

constexpr std::size_t bar_cells = 20;

std::string rounded(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), value < 9.95 ? "%.1f" : "%.0f", value);
  return text.data();
}

// Eighths of a cell, as the block elements of Unicode have them.
std::string bar_of(double share) {
  constexpr std::array<const char*, 9> blocks{" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  auto eighths = static_cast<std::size_t>(share * 8 * bar_cells);
  std::string bar;
  for (std::size_t cell = 0; cell < bar_cells; ++cell) {
    const std::size_t here = std::min<std::size_t>(eighths, 8);
    bar += blocks[here];
    eighths -= here;
  }
  return bar;
}

}  // namespace

std::string bytes_in_words(std::uint64_t bytes) {
  constexpr std::array<const char*, 5> units{" B", " kB", " MB", " GB", " TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < units.size(); ++unit) value /= 1000;
  return (unit == 0 ? std::to_string(bytes) : rounded(value)) + units[unit];
}

std::string time_in_words(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::max(0.0, std::ceil(seconds)));
  if (whole < 100) return std::to_string(whole) + " s";
  const std::uint64_t minutes = (whole + 30) / 60;
  if (minutes < 100) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string metered(const Work& work, std::size_t width, bool bar) {
  const double read = static_cast<double>(work.bytes) - static_cast<double>(work.passed);
  std::string line;
  if (work.of_bytes > 0) {
    const double share = std::min(1.0, static_cast<double>(work.bytes) / static_cast<double>(work.of_bytes));
    line = std::to_string(static_cast<int>(share * 100)) + " % ";
    if (bar) line += bar_of(share) + " ";
  }
  line += bytes_in_words(work.bytes);
  if (work.of_bytes > 0) line += " of " + bytes_in_words(work.of_bytes);
  const double rate = work.seconds >= 1 ? read / work.seconds : 0;
  if (rate > 0 && work.of_bytes > work.bytes)
    line += " · " + time_in_words(static_cast<double>(work.of_bytes - work.bytes) / rate) + " left";
  line += " · " + std::to_string(work.dispatches) + (work.dispatches == 1 ? " dispatch" : " dispatches");
  if (rate > 0) {
    line += " · " + rounded(static_cast<double>(work.dispatches) / work.seconds) + "/s · " +
            bytes_in_words(static_cast<std::uint64_t>(rate)) + "/s";
  }
  if (!work.where.empty()) line += " · " + publish::safe_text(work.where);
  return publish::cut_to(line, width);
}

}  // namespace sayso::cli
