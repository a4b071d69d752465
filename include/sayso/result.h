// A value, or what the world did wrong.
//
//     Result<Dispatch> dispatch = read_dispatch(bytes, options);
//     if (!dispatch) return report(dispatch.error());   // "page.html: byte 1204: not UTF-8 …"
//     use(*dispatch);
//
// The names are those of std::expected, which C++20 on g++ 12 does not have; when it does, this file becomes an alias.
// Errors are for what the world does (files, pages, disks). A broken promise of our own is an assert.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace sayso {

// Stable names: they are printed ("unreadable", "not-text" …) and documented. Add at the end, never renumber.
enum class ErrorCode : std::uint8_t {
  unreadable,    // cannot be opened or read: missing, a directory, no permission, an I/O error
  empty,         // nothing but white space
  not_text,      // binary bytes
  bad_encoding,  // bytes that are not the encoding they should be
  too_large,     // beyond a documented limit
  no_article,    // a page in which no article was found
  bad_rule,      // a rule, lexicon or gazetteer file with a fault
  bad_model,     // a model file that is cut, altered or of another version
  bad_ledger,    // not a ledger, damaged, or of a newer version
  storage,       // the disk said no: full, read-only, locked
  not_found,     // no such claim, dispatch …
  wrong_use,     // arguments that make no sense together
  off_topic,     // the first look found nothing about armed conflict
};

// "unreadable", "empty", … as documented in docs/errors.md.
const char* name_of(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string where{};    // file, file:line, or "file: byte N"; empty if there is no place
  std::string message{};  // one sentence in plain words, without the place and without a final full stop

  bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  T& value() & {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  const T& value() const& {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !has_value().
  const Error& error() const& {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, Error> state_;
};

// Success carries nothing: Result<Done> reads as "done, or why not".
struct Done {
  bool operator==(const Done&) const = default;
};

}  // namespace sayso
