// The architecture: one dispatch through every stage, in order.
//
//     bytes -> Dispatch -> sentences and tokens -> mentions -> attributions -> events -> claims
//
// Each line of `read` is a stage: a function of the layers before it that returns a new layer and changes none. Nothing
// else lives here but loading what the stages know.
#include <algorithm>

#include "attribution/find_attributions.h"
#include "base/file.h"
#include "base/sha256.h"
#include "claim/make_claims.h"
#include "dispatch/read_dispatch.h"
#include "event/find_events.h"
#include "language/analyse.h"
#include "language/capitals.h"
#include "language/language_model.h"
#include "language/spelling.h"
#include "lexicon/actors.h"
#include "lexicon/first_look.h"
#include "lexicon/gazetteer.h"
#include "lexicon/lists.h"
#include "lexicon/outlets.h"
#include "mention/find_mentions.h"
#include "origin/fingerprint.h"
#include "reading/as_printed.h"
#include "reading/notes.h"
#include "sayso/reading.h"

namespace sayso {
namespace {

// One hash over the files of a folder, names and bytes, in path order: what a row was made with.
Result<std::string> hash_of(const std::vector<std::filesystem::path>& folders) {
  Sha256 sum;
  for (const auto& folder : folders) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed))
      if (entry.is_regular_file()) files.push_back(entry.path());
    if (failed) return Error{ErrorCode::unreadable, folder.string(), failed.message()};
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      auto bytes = read_file(file);
      if (!bytes) return bytes.error();
      sum.update(std::filesystem::relative(file, folder).generic_string() + "\n" + std::to_string(bytes->size()) +
                 "\n");
      sum.update(*bytes);
    }
  }
  return sum.hex();
}

Error off_topic(const ReadOptions& options) {
  return {ErrorCode::off_topic, options.path, "no words of armed conflict in it"};
}

}  // namespace

struct Reader::Knowledge {
  Outlets outlets;
  FirstLook first_look;
  Spelling spelling;
  UsualCase usual_case;
  LanguageModel model;
  MentionKnowledge mentions;
  std::unique_ptr<const WordLists> lists;  // the stages below point to it
  AttributionKnowledge attribution;
  EventKnowledge events;
  ClaimKnowledge claims;
  Provenance provenance;
};

Result<Reading> Reader::read(std::string_view bytes, const ReadOptions& options) const {
  const Knowledge& known = *knowledge_;
  Reading reading;
  if (options.first_look && !known.first_look.sees_in_page(bytes)) return off_topic(options);

  // The page's text, fixed from here on, with what is known about it and the way back to its bytes.
  auto dispatch = read_dispatch(bytes, options, known.outlets);
  if (!dispatch) return std::move(dispatch).error();
  reading.dispatch = std::move(*dispatch);

  // In bulk, what cannot be about armed conflict is left at a first look.
  if (options.first_look && !known.first_look.sees(reading.dispatch.text)) return off_topic(options);

  // A text in capitals is read as it would be written with small letters; the rows keep the bytes that were printed.
  auto small = in_small_letters(reading.dispatch, known.usual_case, known.mentions.actors);
  if (small) std::swap(reading.dispatch.text, *small);

  // Sentences, words, tags, trees and names: what the trained model sees.
  reading.syntax = analyse(reading.dispatch, known.model, known.spelling);
  for (std::string& note : notes_on(reading.dispatch, reading.syntax)) reading.dispatch.notes.push_back(std::move(note));

  // Actors, places, dates and counts, each resolved as far as the dispatch allows.
  reading.mentions = find_mentions(reading.dispatch, reading.syntax, known.mentions);

  // Who says what; the rest is the reporter's own.
  reading.attributions = find_attributions(reading.dispatch, reading.syntax, reading.mentions, known.attribution);

  // What is said to have happened, whoever says it.
  reading.events = find_events(reading.dispatch, reading.syntax, reading.mentions, known.events);

  // The rows of the ledger: speech and evidence with the events in its words.
  reading.claims = make_claims(reading.dispatch, reading.syntax, reading.attributions, reading.events, known.claims,
                               options.attitudes ? Attitudes::with : Attitudes::without);
  // By what its copies in other outlets are known.
  reading.fingerprint = take_fingerprint(reading.dispatch, reading.syntax);
  if (small) {
    std::swap(reading.dispatch.text, *small);
    print_as_written(reading);
  }
  return reading;
}

Result<Reader> Reader::open(const std::filesystem::path& data, const std::filesystem::path& model) {
  const auto lexicons = data / "lexicons";
  auto outlets = read_outlets(lexicons / "outlets.tsv");
  if (!outlets) return std::move(outlets).error();
  auto first_look = FirstLook::load(lexicons / "first_look.tsv");
  if (!first_look) return std::move(first_look).error();
  auto spelling = load_spelling(lexicons);
  if (!spelling) return std::move(spelling).error();
  auto usual_case = UsualCase::load(lexicons);
  if (!usual_case) return std::move(usual_case).error();
  auto trained = LanguageModel::open(model);
  if (!trained) return std::move(trained).error();
  auto mentions = MentionKnowledge::load(data);
  if (!mentions) return std::move(mentions).error();
  auto loaded = WordLists::load(lexicons / "lists");
  if (!loaded) return std::move(loaded).error();
  auto lists = std::make_unique<const WordLists>(std::move(*loaded));
  auto attribution = AttributionKnowledge::load(data / "rules" / "attribution", *lists);
  if (!attribution) return std::move(attribution).error();
  auto events = EventKnowledge::load(data, *lists);
  if (!events) return std::move(events).error();
  auto claims = ClaimKnowledge::load(lexicons);
  if (!claims) return std::move(claims).error();

  auto rules_hash = hash_of({data / "rules"});
  if (!rules_hash) return std::move(rules_hash).error();
  auto lexicons_hash = hash_of({lexicons, data / "gazetteer"});
  if (!lexicons_hash) return std::move(lexicons_hash).error();
  Provenance provenance{SAYSO_VERSION, std::move(*rules_hash), std::move(*lexicons_hash), trained->sha256()};

  return Reader(std::unique_ptr<const Knowledge>(
      new Knowledge{std::move(*outlets), std::move(*first_look), std::move(*spelling), std::move(*usual_case),
                    std::move(*trained), std::move(*mentions), std::move(lists), std::move(*attribution),
                    std::move(*events), std::move(*claims), std::move(provenance)}));
}

Reader::Reader(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;
const Provenance& Reader::provenance() const { return knowledge_->provenance; }

}  // namespace sayso
