// Readings made by hand and by dice, for the ledger's tests: no stage of sayso is needed.
//
//     Reading reading = Dice(7).reading();          // every field filled at random, the same for the same seed
//     Reading page = Page("…text…").url("https://…").reading();
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "base/sha256.h"
#include "sayso/ledger.h"

namespace sayso {

inline Words words_at(const std::string& text, std::string_view words, std::size_t from = 0) {
  const std::size_t at = text.find(words, from);
  if (at == std::string::npos) throw std::invalid_argument("not in the text: " + std::string(words));
  return {.text = std::string(words),
          .span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
}

inline void give_identity(Dispatch& dispatch, std::string_view bytes) {
  dispatch.sha256 = sha256_hex(bytes);
  dispatch.id = "sha256:" + dispatch.sha256;
  dispatch.raw_size = bytes.size();
}

inline std::string claim_id(const Dispatch& dispatch, std::size_t position) {
  return sha256_hex(dispatch.id + "#" + std::to_string(position)).substr(0, 16);
}

inline const Provenance made_by{.version = "0.1.0", .rules = "r1", .lexicons = "l1", .model = "m1"};

// A page about the war between Varnia and Ostrel, invented.
//
// A denial of Ostrel's, a count of losses by Varnia's spokesman and a line of the reporter's own.
inline Reading sample(const std::string& url = "https://post.example/river",
                      const std::string& last_words = "Rain fell.") {
  Reading reading;
  Dispatch& d = reading.dispatch;
  d.text =
      "Varnia hits a bridge\n\nDOVRAN — \"We lost up to 250 soldiers near Kesh,\" spokesman Ilmar Tosk said on "
      "Monday.\n\n"
      "President Oda Renn of Ostrel denied that her army had struck there or hit the power station. " +
      last_words;
  give_identity(d, d.text);
  d.path = "river.txt";
  d.format = "text";
  d.encoding = "UTF-8";
  d.url = url;
  d.title = {.value = "Varnia hits a bridge", .rule = "first-line", .span = Span{0, 20}};
  d.outlet = {.value = "The Dovran Post", .rule = "option"};
  d.language = {.value = "en", .rule = "words"};
  d.authors = {"Anna Kesh", "Bo Ostrel"};
  d.published = day_of_iso("2031-05-13");
  d.published_clock = clock_of_iso("09:05+03:00");
  d.published_as = {.value = "2031-05-13T09:05:00+03:00", .rule = "json-ld"};
  d.modified = day_of_iso("2031-05-14");
  d.modified_clock = clock_of_iso("18:30");
  d.modified_as = {.value = "2031-05-14T18:30:00", .rule = "meta:lastmod"};
  d.paragraphs = {{.span = {0, 20}, .kind = ParagraphKind::headline},
                  {.span = {22, static_cast<std::uint32_t>(d.text.size())}}};
  d.raw = {
      {.text = {0, static_cast<std::uint32_t>(d.text.size())}, .raw = {0, static_cast<std::uint32_t>(d.text.size())}}};
  const auto at = [&](std::string_view words) { return words_at(d.text, words); };

  Claim losses{.id = claim_id(d, 1), .dispatch = d.id};
  losses.attribution.source = {.text = "spokesman Ilmar Tosk",
                               .span = at("spokesman Ilmar Tosk").span,
                               .name = "Ilmar Tosk",
                               .kind = EntityKind::person,
                               .entity = "per:ilmar-tosk",
                               .of = "Army of Varnia",
                               .country = "VRN",
                               .rule = "name+role"};
  losses.attribution.chain = {{.name = "The Dovran Post", .kind = EntityKind::outlet}};
  losses.attribution.cue = at("said");
  losses.attribution.content = {at("We lost up to 250 soldiers near Kesh")};
  losses.attribution.quote = Quote::direct;
  losses.attribution.said = When{.begin = day_of_iso("2031-05-12"),
                                 .end = day_of_iso("2031-05-12"),
                                 .precision = TimePrecision::day,
                                 .text = "Monday",
                                 .span = at("Monday").span,
                                 .rule = "weekday"};
  losses.attribution.tense = Tense::past;
  losses.attribution.rule = "said-quoted";
  losses.sentence = at("\"We lost up to 250 soldiers near Kesh,\" spokesman Ilmar Tosk said on Monday.").span;
  losses.events = {
      {.type = "LOSS",
       .mode = "killed",
       .cameo = "",
       .trigger = at("lost"),
       .recipients = {{.name = "Varnia",
                       .country = "VRN",
                       .kind = EntityKind::country,
                       .words = at("We"),
                       .rule = "side-of-speaker"}},
       .where = {{.text = "Kesh",
                  .span = at("Kesh").span,
                  .relation = PlaceRelation::near,
                  .name = "Kesh",
                  .country = "OST",
                  .admin1 = "Nórrland",
                  .lat = 49.71,
                  .lon = 37.61,
                  .geonames = 703656U,
                  .precision = PlacePrecision::near,
                  .rule = "gazetteer"}},
       .when =
           When{.begin = day_of_iso("2031-05-10"), .end = day_of_iso("2031-05-12"), .precision = TimePrecision::span},
       .counts = {{.text = "up to 250 soldiers",
                   .span = at("up to 250 soldiers").span,
                   .of = "soldiers",
                   .effect = "killed",
                   .high = 250,
                   .rule = "up-to"}},
       .tense = Tense::past,
       .rule = "lose-people"}};

  Claim denial{.id = claim_id(d, 2), .dispatch = d.id};
  denial.attribution.source = {.text = "President Oda Renn of Ostrel",
                               .span = at("President Oda Renn of Ostrel").span,
                               .name = "Oda Renn",
                               .kind = EntityKind::person,
                               .entity = "per:oda-renn",
                               .of = "Government of Ostrel",
                               .country = "OST",
                               .rule = "name+role"};
  denial.attribution.cue = at("denied");
  denial.attribution.content = {at("her army had struck there or hit the power station")};
  denial.attribution.act = Act::deny;
  denial.attribution.polarity = Polarity::negative;
  denial.attribution.rule = "denied-that";
  denial.sentence =
      at("President Oda Renn of Ostrel denied that her army had struck there or hit the power station.").span;
  denial.events = {{.type = "ASSAULT",
                    .mode = "",
                    .cameo = "19",
                    .trigger = at("struck"),
                    .polarity = Polarity::negative,
                    .rule = "strike"}};
  denial.links = {{.to = losses.id, .relation = "denies", .rule = "same-page"}};

  Claim own{.id = claim_id(d, 3), .dispatch = d.id};
  own.attribution.source = {
      .name = "The Dovran Post", .kind = EntityKind::outlet, .entity = "out:dovran-post", .rule = "own-voice"};
  own.attribution.content = {{.text = last_words, .span = at(last_words).span}};
  own.attribution.quote = Quote::own;
  own.attribution.notes = {"no verb of saying"};
  own.attribution.rule = "own-voice";
  own.sentence = own.attribution.content[0].span;
  reading.claims = {losses, denial, own};
  return reading;
}

// The same page with its second and third paragraph as entries of a live page.
inline Reading live_sample(const std::string& url = "https://post.example/river",
                           const std::string& last_words = "Rain fell.") {
  Reading reading = sample(url, last_words);
  Dispatch& d = reading.dispatch;
  const auto first = static_cast<std::uint32_t>(d.text.find("DOVRAN"));
  const auto second = static_cast<std::uint32_t>(d.text.find("President"));
  d.entries = {{.span = {first, second - 2},
                .day = *day_of_iso("2031-05-13"),
                .clock = clock_of_iso("01:30+03:00"),
                .title = {.value = "The bridge", .rule = "json-ld"},
                .as = {.value = "2031-05-13T01:30+03:00", .rule = "json-ld"}},
               {.span = {second, static_cast<std::uint32_t>(d.text.size())},
                .day = *day_of_iso("2031-05-12"),
                .title = {.value = "President", .rule = "heading", .span = Span{second, second + 9}},
                .as = {.value = "12 May", .rule = "time", .span = Span{second, second + 4}}}};
  return reading;
}

// Fills every field of the public types at random, keeping only their promises.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}

  // The generator and this arithmetic are fixed by the standard; distributions are not.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
  bool toss() { return below(2) == 0; }

  std::string word() {
    static const std::vector<std::string> words{
        "bridge", "Kesh",   "Дніпро",     "«лапки»", "it's",  "\"quoted\"", "São",    "Nórrland", "100%",
        "a;b",    "--",     "DROP TABLE", "…",       "\n",    "\t",         "O'Dell", "力",       "🚀",
        "said",   "Zürich", "null",       "x'00'",   "İzmir", "?",          "\\",     "Tosk"};
    return words[below(static_cast<std::uint32_t>(words.size()))];
  }

  std::string phrase() {
    std::string text;
    for (std::uint32_t count = below(4); count > 0; --count) text += (text.empty() ? "" : " ") + word();
    return text;
  }

  Span span() {
    const auto size = static_cast<std::uint32_t>(text_.size() + 1);
    std::uint32_t a = to_boundary(below(size)), b = to_boundary(below(size));
    return {std::min(a, b), std::min(std::max(a, b), to_boundary(std::min(a, b) + below(30)))};
  }

  Words words() {
    const Span at = span();
    return {.text = std::string(slice(text_, at)), .span = at};
  }

  template <typename Value>
  std::optional<Value> maybe(Value value) {
    return toss() ? std::optional<Value>(std::move(value)) : std::nullopt;
  }

  template <typename Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(below(static_cast<std::uint32_t>(last) + 1));
  }

  Day day() { return Day{std::chrono::days{static_cast<int>(below(60)) + 19230}}; }

  When when() {
    When w{.begin = maybe(day()),
           .end = maybe(day()),
           .precision = any(TimePrecision::longer),
           .part = phrase(),
           .rule = phrase()};
    if (toss()) {
      const Words there = words();
      w.text = there.text;
      w.span = there.span;
    } else {
      w.text = phrase();
    }
    return w;
  }

  std::string country() { return std::vector<std::string>{"", "VRN", "OST", "UKR", "MDA"}[below(5)]; }

  Participant participant() {
    return {.name = phrase(),
            .country = country(),
            .kind = any(EntityKind::place),
            .entity = phrase(),
            .words = maybe(words()),
            .rule = phrase()};
  }

  Place place() {
    const Words there = words();
    return {.text = there.text,
            .span = there.span,
            .relation = any(PlaceRelation::around),
            .name = phrase(),
            .country = country(),
            .admin1 = phrase(),
            .lat = maybe(below(18001) / 100.0 - 90),
            .lon = maybe(below(36001) / 100.0 - 180),
            .geonames = maybe(random_()),
            .precision = any(PlacePrecision::area),
            .rule = phrase()};
  }

  Count count() {
    const Words there = words();
    const auto bound = [&] { return maybe(static_cast<std::int64_t>(random_()) << below(31)); };
    return {.text = there.text,
            .span = there.span,
            .of = phrase(),
            .effect = phrase(),
            .low = bound(),
            .best = bound(),
            .high = bound(),
            .cumulative = toss(),
            .rule = phrase()};
  }

  template <typename Make>
  auto some(std::uint32_t most, Make make) {
    std::vector<decltype(make())> list;
    for (std::uint32_t left = below(most + 1); left > 0; --left) list.push_back(make());
    return list;
  }

  Event event() {
    static const std::vector<std::string> types{"ASSAULT", "CONTROL", "LOSS", "OUTAGE"},
        modes{"", "gain", "killed", "heavy-weapons"};
    return {.type = types[below(4)],
            .mode = modes[below(4)],
            .context = some(2, [&] { return std::string(toss() ? "legal" : "military"); }),
            .cameo = toss() ? "" : "0" + std::to_string(below(20)),
            .trigger = words(),
            .head = toss() ? no_token : TokenId{below(999)},
            .actors = some(2, [&] { return participant(); }),
            .recipients = some(2, [&] { return participant(); }),
            .instruments = some(2, [&] { return participant(); }),
            .where = some(2, [&] { return place(); }),
            .when = maybe(when()),
            .counts = some(2, [&] { return count(); }),
            .polarity = any(Polarity::negative),
            .certainty = any(Certainty::certain),
            .tense = any(Tense::future),
            .rule = phrase()};
  }

  Claim claim(const Dispatch& dispatch, std::size_t position) {
    Claim c{.id = claim_id(dispatch, position), .dispatch = dispatch.id, .sentence = span()};
    Attribution& a = c.attribution;
    a.source = {.name = phrase(),
                .kind = any(EntityKind::place),
                .entity = phrase(),
                .of = phrase(),
                .country = country(),
                .anonymous = toss(),
                .count = below(5),
                .other_candidates = some(3, [&] { return phrase(); }),
                .rule = phrase()};
    if (toss()) {
      const Words there = words();
      a.source.text = there.text;
      a.source.span = there.span;
    } else {
      a.source.text = phrase();
    }
    a.chain =
        some(3, [&] { return ChainLink{.name = phrase(), .kind = any(EntityKind::place), .span = maybe(span())}; });
    a.carrier = maybe(words());
    a.medium = maybe(words());
    a.cue = maybe(words());
    a.cue_head = toss() ? no_token : TokenId{below(999)};
    a.content = some(3, [&] { return words(); });
    a.target = maybe(words());
    a.act = any(Act::show);
    a.quote = any(Quote::own);
    a.said = maybe(when());
    a.polarity = any(Polarity::negative);
    a.certainty = any(Certainty::certain);
    a.tense = any(Tense::future);
    a.conditional = toss();
    a.author_distance = toss();
    a.continued = toss();
    a.notes = some(2, [&] { return phrase(); });
    a.rule = phrase();
    c.events = some(3, [&] { return event(); });
    c.links = some(2, [&] { return Link{.to = claim_id(dispatch, below(9)), .relation = phrase(), .rule = phrase()}; });
    return c;
  }

  Clock clock() {
    Clock clock{.since_midnight = std::chrono::seconds{below(86400)}};
    if (toss()) clock.ahead = std::chrono::minutes{static_cast<int>(below(2161)) - 1080};
    return clock;
  }

  Found found() { return {.value = phrase(), .rule = phrase(), .span = maybe(span())}; }

  Reading reading(std::uint32_t claims = 6) {
    Reading r;
    Dispatch& d = r.dispatch;
    for (int i = 0; i < 60; ++i) text_ += word() + " ";
    d.text = text_;
    give_identity(d, text_ + std::to_string(random_()));
    d.path = phrase();
    d.format = "text";
    d.encoding = "windows-1251";
    d.url = toss() ? "" : "https://example.org/" + std::to_string(below(4));
    d.title = found();
    d.outlet = found();
    d.byline = found();
    d.credit = found();
    d.language = found();
    d.authors = some(3, [&] { return phrase(); });
    d.published = maybe(day());
    d.published_clock = maybe(clock());
    d.published_as = found();
    d.modified = maybe(day());
    d.modified_clock = maybe(clock());
    d.modified_as = found();
    d.paragraphs = some(4, [&] { return Paragraph{.span = span(), .kind = any(ParagraphKind::address)}; });
    d.links = some(3, [&] { return Hyperlink{.span = span(), .url = phrase(), .related = toss()}; });
    for (std::uint32_t from = below(9); toss() && from + 40 < text_.size(); from += 30 + below(60)) {
      d.entries.push_back({.span = {to_boundary(from), to_boundary(from + below(31))},
                           .day = day(),
                           .clock = maybe(clock()),
                           .title = found(),
                           .as = found()});
    }
    d.raw = some(9, [&] { return RawPiece{.text = span(), .raw = span(), .verbatim = toss()}; });
    d.notes = some(2, [&] { return phrase(); });
    for (std::uint32_t i = 0; i < claims; ++i) r.claims.push_back(claim(d, i));
    return r;
  }

 private:
  // No span cuts a character in two.
  std::uint32_t to_boundary(std::uint32_t at) const {
    at = std::min(at, static_cast<std::uint32_t>(text_.size()));
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
    return at;
  }

  std::mt19937 random_;
  std::string text_{};
};

// A folder of its own for each test, gone afterwards.
class LedgerTest : public ::testing::Test {
 protected:
  LedgerTest() {
    std::string name = (std::filesystem::temp_directory_path() / "sayso-ledger-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    folder_ = name;
  }
  ~LedgerTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path file(const std::string& name = "war.ledger") const { return folder_ / name; }

  Ledger opened(Ledger::Mode mode = Ledger::Mode::create_or_write) const {
    auto ledger = Ledger::open(file(), mode);
    if (!ledger) throw std::runtime_error(ledger.error().where + ": " + ledger.error().message);
    return std::move(*ledger);
  }

  std::filesystem::path folder_;
};

// "added", or the error with its code: what tables of expectations compare.
template <typename T>
std::string outcome(const Result<T>& result) {
  if (result) return "done";
  return std::string(name_of(result.error().code)) + ": " + result.error().message;
}

}  // namespace sayso
