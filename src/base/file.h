// Whole files into memory, with errors that name the file.
//
//     auto bytes = read_file("page.html", 256 << 20);
//     if (!bytes) …   // "page.html: is a directory"
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "sayso/result.h"

namespace sayso {

constexpr std::uint64_t no_size_limit = ~std::uint64_t{0};

// Errors: unreadable (missing, a directory, no permission, I/O), too_large (more than max_bytes). "-" reads standard
// input.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes = no_size_limit);

// What a system call that failed at a file of this name says by its `errno`.
Error unreadable(std::string name, int code);

}  // namespace sayso
