// Checks the REQUIRES of the public types that a ledger relies on: ids, byte ranges, words equal to their bytes, points
// on the globe. A failure is a fault in sayso itself and said as an error, so that one odd dispatch cannot spoil a
// ledger.
//
// Left out on purpose: whether a claim is a good one.
#include "ledger/promises.h"

#include <set>
#include <string>

namespace sayso::ledger {
namespace {

class Check {
 public:
  explicit Check(const Reading& reading) : reading_(reading) {}

  std::optional<Error> run() {
    dispatch();
    std::set<std::string_view> ids;
    for (const Claim& each : reading_.claims) {
      who_ = "claim " + each.id;
      if (each.id.empty()) broken("it has no id");
      if (!ids.insert(each.id).second) broken("its id stands for two claims of one dispatch");
      if (each.dispatch != reading_.dispatch.id) broken("it belongs to another dispatch");
      claim(each);
    }
    if (!broken_) return std::nullopt;
    return Error{ErrorCode::wrong_use, reading_.dispatch.path, *broken_};
  }

 private:
  void broken(const std::string& what) {
    if (!broken_) broken_ = who_ + ": " + what;
  }

  void inside(const char* what, Span span) {
    if (span.begin > span.end || span.end > reading_.dispatch.text.size()) {
      broken(std::string("its ") + what + " lies outside the text");
    }
  }

  void inside(const char* what, const std::optional<Span>& span) {
    if (span) inside(what, *span);
  }

  void words(const char* what, std::string_view text, Span span) {
    inside(what, span);
    if (broken_) return;
    const std::string_view there = slice(reading_.dispatch.text, span);
    if (text != there) {
      broken(std::string("its ") + what + " says '" + std::string(text) + "' where the text has '" +
             std::string(there) + "'");
    }
  }

  void words(const char* what, const std::optional<Words>& words_there) {
    if (words_there) words(what, words_there->text, words_there->span);
  }

  void day(const std::optional<When>& when, const char* what) {
    if (when && when->span) words(what, when->text, *when->span);
  }

  void dispatch() {
    const Dispatch& dispatch = reading_.dispatch;
    who_ = "dispatch";
    if (dispatch.sha256.size() != 64 || dispatch.sha256.find_first_not_of("0123456789abcdef") != std::string::npos) {
      broken("its sha256 is not 64 lower-case hex digits");
    }
    if (dispatch.id.size() != 71 || !dispatch.id.starts_with("sha256:") ||
        dispatch.id.find_first_not_of("0123456789abcdef", 7) != std::string::npos) {
      broken("its id is not 'sha256:' and 64 lower-case hex digits");
    }
    for (const Found* found : {&dispatch.title, &dispatch.outlet, &dispatch.byline, &dispatch.credit,
                               &dispatch.language, &dispatch.published_as, &dispatch.modified_as}) {
      inside("metadata", found->span);
    }
    clock("it was published", dispatch.published_clock);
    clock("it was changed", dispatch.modified_clock);
    for (const Paragraph& paragraph : dispatch.paragraphs) inside("paragraph", paragraph.span);
    for (const Hyperlink& link : dispatch.links) inside("link", link.span);
    std::uint32_t behind = 0;
    for (const Entry& each : dispatch.entries) {
      entry(each);
      if (each.span.begin < behind) broken("its entries do not rise");
      behind = each.span.end;
    }
  }

  void clock(const std::string& what, const std::optional<Clock>& clock) {
    using namespace std::chrono_literals;
    if (!clock) return;
    if (clock->since_midnight < 0s || clock->since_midnight >= 24h) broken(what + " at no time of day");
    if (clock->ahead && (*clock->ahead < -18h || *clock->ahead > 18h)) broken(what + " in no zone");
  }

  void entry(const Entry& entry) {
    inside("entry", entry.span);
    inside("entry's title", entry.title.span);
    inside("entry's time", entry.as.span);
    clock("its entry was written", entry.clock);
  }

  void claim(const Claim& claim) {
    const Attribution& said = claim.attribution;
    if (said.within) broken("it lies within an attribution, which a claim says by a link");
    if (said.source.span) words("source", said.source.text, *said.source.span);
    for (const ChainLink& link : said.chain) inside("chain", link.span);
    words("carrier", said.carrier);
    words("medium", said.medium);
    words("cue", said.cue);
    for (const Words& content : said.content) words("content", content.text, content.span);
    words("target", said.target);
    day(said.said, "day said");
    inside("sentence", claim.sentence);
    for (const Event& each : claim.events) event(each);
  }

  void event(const Event& event) {
    words("trigger", event.trigger.text, event.trigger.span);
    for (const auto* participants : {&event.actors, &event.recipients, &event.instruments}) {
      for (const Participant& participant : *participants) words("participant", participant.words);
    }
    for (const Place& place : event.where) {
      words("place", place.text, place.span);
      // Written so that a NaN fails too.
      if (place.lat && !(*place.lat >= -90 && *place.lat <= 90)) broken("its place lies at no latitude");
      if (place.lon && !(*place.lon >= -180 && *place.lon <= 180)) broken("its place lies at no longitude");
    }
    day(event.when, "day of an event");
    for (const Count& count : event.counts) words("count", count.text, count.span);
  }

  const Reading& reading_;
  std::string who_;
  std::optional<std::string> broken_;
};

}  // namespace

std::optional<Error> broken_promise(const Reading& reading) { return Check(reading).run(); }

}  // namespace sayso::ledger
