// Files read one after the other, each handed on as it is read: what `read` and `parse` share.
//
//     return each_reading(paths, files, given, [&](const Reading& reading) { print(view(reading)); });
//
// A file that cannot be read is complained of on standard error, and the others still come. Returns the exit code.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/knowledge.h"
#include "sayso/reading.h"

namespace sayso::cli {

int each_reading(const KnowledgePaths& knowledge, const std::vector<std::string>& files, const ReadOptions& given,
                 const std::function<void(const Reading&)>& use);

}  // namespace sayso::cli
