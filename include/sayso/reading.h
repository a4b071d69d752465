// A reading: one dispatch with its layers, from bytes to claims.
//
//     auto reader = Reader::open(data_folder());                 // rules, lexicons, gazetteer, model: once
//     auto reading = reader->read(bytes, {.path = "page.html"}); // any thread
//     for (const Claim& claim : reading->claims) …
//
// Each layer is made from the layers before it and never changed afterwards.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/attribution.h"
#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/event.h"
#include "sayso/fingerprint.h"
#include "sayso/language.h"
#include "sayso/mention.h"
#include "sayso/result.h"

namespace sayso {

// What made a reading. Every claim in a ledger points to one of these.
struct Provenance {
  std::string version{};   // of sayso
  std::string rules{};     // sha256 over the rule files, in path order
  std::string lexicons{};  // sha256 over lexicons and gazetteer
  std::string model{};     // sha256 of the model file

  bool operator==(const Provenance&) const = default;
};

struct Reading {
  Dispatch dispatch{};
  Syntax syntax{};
  Mentions mentions{};
  std::vector<Attribution> attributions{};
  std::vector<Event> events{};
  std::vector<Claim> claims{};
  Fingerprint fingerprint{};

  bool operator==(const Reading&) const = default;
};

// What another source says of a dispatch, such as the feed that points to it. It fills what the dispatch's own metadata
// leaves open, under its rule; empty means that it does not say.
struct Pointer {
  std::string title{};
  std::string outlet{};
  std::string byline{};
  std::string published{};  // "2022-09-12", "2022-09-12T14:05+03:00"
  std::string language{};   // "en"
  std::string rule{};       // "feed"

  bool operator==(const Pointer&) const = default;
};

// What other sources say of the page at an address; asked with the address given, else with the page's own. Must be
// safe to ask from several threads.
using PointerLookup = std::function<std::optional<Pointer>(std::string_view address)>;

// What the caller knows about the bytes beforehand. Given values win over what the page says; empty means unknown.
struct ReadOptions {
  std::string path{};      // for messages and for guessing the format; "-" for standard input
  std::string format{};    // "text", "markdown", "html"; empty: told by content and by the path's ending
  std::string encoding{};  // IANA name; empty: BOM, what the server or the page says if the bytes bear it out, UTF-8
  std::string http_charset{};  // of the reply's Content-Type header; weighs less than a BOM, more than the page
  std::string url{};
  std::string outlet{};
  std::string title{};
  std::string published{};  // "2022-09-12", "2022-09-12T14:05+03:00"
  bool attitudes = false;   // claims of what is thought, wanted, intended or decided, too
  bool first_look = false;  // leaves what holds no words of armed conflict (off_topic), before it is read
  Pointer pointer{};
  PointerLookup pointers{};  // asked where `pointer` is empty
};

class Reader {
 public:
  // Loads the knowledge in `folder` (rules/, lexicons/, gazetteer/) and the model. Errors: bad_rule, bad_model,
  // unreadable.
  static Result<Reader> open(const std::filesystem::path& data, const std::filesystem::path& model);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // Reads one dispatch. Errors: empty, not_text, bad_encoding, too_large, no_article, off_topic, wrong_use.
  // Thread-safe.
  Result<Reading> read(std::string_view bytes, const ReadOptions& options) const;

  const Provenance& provenance() const;

 private:
  struct Knowledge;
  explicit Reader(std::unique_ptr<const Knowledge> knowledge);
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace sayso
