// SHA-256, in hex: the identity of a dispatch's bytes.
//
//     sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
//
// Source: FIPS 180-4, by OpenSSL's libcrypto.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sayso {

std::string sha256_hex(std::string_view bytes);
std::uint64_t sha256_print(std::string_view bytes);  // the first 8 bytes of it, the first one highest

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);
  std::string hex();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sayso
