// One dispatch as a line of JSON, the form in which desks pass on what they have collected.
//
//     {"url": "https://…", "title": "…", "date": "2024-10-25", "outlet": "…", "text": "KYIV — The army said …"}
//
// Read: `text`, else `html`, else `markdown` (the dispatch itself; one of them must be there), `url`, `title`,
// `outlet`, `published` or `date`, `format` ("text", "markdown", "html"). Other keys are left alone. Every value is a
// string; a day may be a number, too: seconds or milliseconds since 1970, or 20220912.
#pragma once

#include <string>
#include <string_view>

#include "cli/source.h"

namespace sayso::cli {

// `given` holds what the command line says; it wins over the line. Errors: not_text (no JSON object, no dispatch in
// it).
Result<Input> dispatch_of_line(std::string_view line, const std::string& where, const ReadOptions& given);

}  // namespace sayso::cli
