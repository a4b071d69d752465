// A sentence under the rules: its tree, what `is:` sees, which rules match where, and which of them are used.
//
//     auto reader = SentenceReader::open(data, model);
//     const Trial trial = reader->read("The army said it had left.", *book);
//       trial.fired  ->  said-clause at "said", captures source=army cue=said content=left, used
//       trial.made   ->  [source The army] [cue said] [content it had left].     by said-clause
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/rule_book.h"
#include "match/marked_sentence.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"
#include "sayso/result.h"

namespace sayso::cli {

// One rule that matches at one token.
struct Fired {
  Stage stage = Stage::attribution;
  const Rule* rule = nullptr;
  TokenId anchor{};
  std::vector<std::pair<std::string, TokenId>> captures{};  // in text order
  bool first = false;                                       // no rule before it matches there
  bool used = false;                                        // the stage made a row by it
  std::string why_not{};                                    // if it is not used
};

// What a stage made, by a rule or by its own means (`rule` says which).
struct Made {
  Stage stage = Stage::attribution;
  std::string rule{};
  TokenId at = no_token;      // cue or trigger; none in the reporter's own voice
  MarkedSentence sentence{};  // of an event: its captures' own words
  bool unsaid = false;        // an attribution that says nothing ("did not say"): no claim
};

struct Trial {
  Dispatch dispatch{};  // one paragraph
  Syntax syntax{};
  std::vector<std::string> lemmas{};                                         // by token: what `lemma:` tests
  std::vector<std::string> prepositions{};                                   // by token: what `preposition:` tests
  std::vector<std::vector<std::string>> attribution_marks{}, event_marks{};  // by token
  std::vector<Fired> fired{};  // attribution first, then in text order and order of preference
  std::vector<Made> made{};
};

class SentenceReader {
 public:
  // Errors: unreadable, bad_rule, bad_model.
  static Result<SentenceReader> open(const std::filesystem::path& data, const std::filesystem::path& model);
  SentenceReader(SentenceReader&&) noexcept;
  ~SentenceReader();

  // As a body paragraph; as a headline if no stop ends it. REQUIRES: UTF-8.
  Trial read(std::string_view sentence, const RuleBook& book) const;

 private:
  struct Knowledge;
  explicit SentenceReader(std::unique_ptr<const Knowledge> knowledge);
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace sayso::cli
