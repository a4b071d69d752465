// Which dispatch it is: dispatch_id("abc", "") == "sha256:ba7816bf…"; with an address, the hash of address, line feed,
// bytes.
#include "base/sha256.h"
#include "sayso/dispatch.h"

namespace sayso {

std::string dispatch_id(std::string_view bytes, std::string_view given_url) {
  Sha256 sum;
  if (!given_url.empty()) {
    sum.update(given_url);
    sum.update("\n");
  }
  sum.update(bytes);
  return "sha256:" + sum.hex();
}

}  // namespace sayso
