// Look-up of outlets: "news.bbc.co.uk" has no row, "bbc.co.uk" has: BBC.
// Leaves out on purpose: guessing a name from an unknown host; the host itself is then the honest name.
#include "base/outlets.h"

#include "base/utf8.h"

namespace sayso {
namespace {

std::string key_of(std::string_view name) {
  std::string key = fold(name);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

}  // namespace

Outlets::Outlets(std::vector<Outlet> rows) : rows_(std::move(rows)) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    by_host_.emplace(rows_[i].host, i);
    by_name_.emplace(key_of(rows_[i].name), i);
  }
}

const Outlet* Outlets::by_host(std::string_view host) const {
  while (true) {
    const auto found = by_host_.find(std::string(host));
    if (found != by_host_.end()) return &rows_[found->second];
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos) return nullptr;
    host.remove_prefix(dot + 1);
  }
}

const Outlet* Outlets::by_name(std::string_view name) const {
  const auto found = by_name_.find(key_of(name));
  return found == by_name_.end() ? nullptr : &rows_[found->second];
}

}  // namespace sayso
