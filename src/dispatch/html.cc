#include "dispatch/html.h"
namespace sayso::dispatch {
Result<Page> read_html(std::string_view, const ReadOptions& options, const Outlets&) {
  return Error{ErrorCode::no_article, options.path, "pages in HTML are not read yet"};
}
}  // namespace sayso::dispatch
