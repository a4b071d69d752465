// Names with wildcards, as a shell writes them: for patterns that no shell has expanded.
//
//     expand("pages/**/*.html")  ->  pages/a.html, pages/2022/b.html, pages/2022/09/c.html
//
// * any bytes, ? one byte, [a-z] [!a-z] one of a set, \ the next byte as it is; none of them goes over a /. ** as a
// whole name is any number of folders, none too. A leading dot must be written out, as in a shell; links to folders are
// not followed by **.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

bool has_wildcard(std::string_view path);

// One name without slashes. Takes at most name times pattern steps.
bool matches(std::string_view name, std::string_view pattern);

// The files and folders there are, in byte order; none: nothing fits.
std::vector<std::filesystem::path> expand(std::string_view pattern);

}  // namespace sayso::cli
