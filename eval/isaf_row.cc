// Turns a reading into the row a coder of releases would write.
//
//     "… detained a facilitator and several insurgents …" … "Two more insurgents were also detained."  -> captured 6
//
// The coder's rules of counting stand here, not in sayso: least numbers for words that give none ("several" 3,
// "numerous" 4), one for a single person, what is told again is not counted again. A ledger keeps every count as it was
// said; a row of one number an event has to add up. Left out on purpose: what other days' events lost, civilians,
// soldiers and police.
#include "isaf_row.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "base/utf8.h"
#include "lexicon/place_key.h"

namespace sayso::eval {
namespace {

enum class Lot : std::uint8_t { none, killed, captured };

Lot lot_of(const Event& event) {
  if (event.polarity == Polarity::negative || event.tense == Tense::future || event.certainty == Certainty::possible)
    return Lot::none;
  if (event.type == "LOSS" && event.mode == "killed") return Lot::killed;
  if ((event.type == "LOSS" && event.mode == "captured") || (event.type == "COERCE" && event.mode == "arrest"))
    return Lot::captured;
  return Lot::none;
}

bool has_word(std::string_view text, std::string_view word) {
  const std::string padded = " " + to_lower(text) + " ";
  return padded.find(" " + std::string(word)) != std::string::npos;
}

// The coder's least number for words that give none.
std::optional<std::int64_t> vague_number(std::string_view text) {
  struct Row {
    std::string_view words;
    std::int64_t least;
  };
  constexpr std::array<Row, 8> rows{{{"several", 3},
                                     {"multiple", 3},
                                     {"a number of", 4},
                                     {"some", 3},
                                     {"a few", 3},
                                     {"numerous", 4},
                                     {"many", 4},
                                     {"a couple", 2}}};
  const std::string lower = to_lower(text);
  for (const Row& row : rows)
    if (lower.starts_with(row.words)) return row.least;
  return std::nullopt;
}

constexpr std::int64_t bare_plural = 2;      // "suspected insurgents were detained"
constexpr std::int64_t definite_plural = 3;  // "killing the insurgents"

// One lost person or group of an event.
struct Lost {
  std::int64_t number = 0;
  bool definite = false;  // "the leader", "him": told of before
  bool further = false;   // "two additional insurgents"
  bool vague = false;     // "several insurgents"
  bool role = false;      // a single leader, facilitator …: not one of a group
};

class Coder {
 public:
  explicit Coder(const Reading& reading) : reading_(reading) {}

  IsafRow row() {
    IsafRow row;
    const std::size_t end = end_of_first_release();
    std::vector<const Event*> main;
    for (const Event& event : reading_.events)
      if (event.trigger.span.begin < end && lot_of(event) != Lot::none && !is_left_out(event)) main.push_back(&event);
    row.day = day_of(main);
    std::erase_if(main, [&](const Event* event) { return of_another_day(*event, row.day); });
    drop_unless_all(main, [&](const Event* event) { return is_overview(*event); });
    drop_unless_all(main, [&](const Event* event) { return is_sum_of_months(*event); });
    row.captured = total(main, Lot::captured, false);
    row.killed = total(main, Lot::killed, row.captured > 0);
    row.provinces = provinces(main);
    const bool from_the_air = std::any_of(reading_.events.begin(), reading_.events.end(), [](const Event& event) {
      return event.type == "ASSAULT" && (event.mode == "aerial" || event.mode == "drone");
    });
    const bool civilians = std::any_of(main.begin(), main.end(), [](const Event* event) {
      return lot_of(*event) == Lot::killed && are_civilians(*event);
    });
    if (civilians)
      row.types.insert("civiliancasualty");
    else if (row.killed > 0 && row.captured > 0)
      row.types.insert("captureandkill");
    else if (row.captured > 0)
      row.types.insert("detention");
    else if (row.killed > 0)
      row.types.insert(from_the_air ? "airstrike" : "insurgentskilled");
    return row;
  }

 private:
  template <class Test>
  static void drop_unless_all(std::vector<const Event*>& events, Test test) {
    if (!std::all_of(events.begin(), events.end(), test)) std::erase_if(events, test);
  }

  // Some items hold a later release behind the one they are about.
  std::size_t end_of_first_release() const {
    const std::string lower = to_lower(reading_.dispatch.text);
    constexpr std::string_view label = "for immediate release";
    const std::size_t first = lower.find(label);
    const std::size_t second = first == std::string::npos ? first : lower.find(label, first + label.size());
    if (second == std::string::npos) return second;
    // Its headline belongs to it.
    const auto& paragraphs = reading_.dispatch.paragraphs;
    auto at =
        std::find_if(paragraphs.begin(), paragraphs.end(), [&](const Paragraph& one) { return one.span.end > second; });
    while (at != paragraphs.begin() && !std::string_view(lower).substr(0, std::prev(at)->span.end).ends_with('.')) --at;
    return at == paragraphs.end() ? second : at->span.begin;
  }

  const Sentence& sentence_of(TokenId token) const {
    const auto& sentences = reading_.syntax.sentences;
    const auto behind = std::upper_bound(sentences.begin(), sentences.end(), token,
                                         [](TokenId at, const Sentence& sentence) { return at < sentence.first; });
    return *std::prev(behind);
  }
  bool in_body(TokenId token) const {
    return is_running_text(reading_.dispatch.paragraphs[sentence_of(token).paragraph].kind);
  }
  bool in_headline(const Event& event) const { return !in_body(event.head); }

  static bool is_called(const Participant& lost, std::span<const std::string_view> words) {
    return lost.words && std::any_of(words.begin(), words.end(),
                                     [&](std::string_view word) { return has_word(lost.words->text, word); });
  }
  static bool is_civilian(const Participant& lost) {
    constexpr std::array<std::string_view, 8> words{"civilian", "women",          "woman", "child",
                                                    "elder",    "local national", "boy",   "resident"};
    return lost.kind == EntityKind::civilians || is_called(lost, words);
  }
  static bool are_civilians(const Event& event) {
    return std::any_of(event.recipients.begin(), event.recipients.end(), is_civilian);
  }
  // Those who fight the insurgents are not counted, and people between only where they are killed.
  static bool is_left_out(const Event& event) {
    constexpr std::array<std::string_view, 8> forces{"soldier", "service",  "police", "policeman",
                                                     "officer", "official", "troops", "american"};
    return !event.recipients.empty() &&
           std::all_of(event.recipients.begin(), event.recipients.end(), [&](const Participant& lost) {
             return lost.kind == EntityKind::unit || is_called(lost, forces) ||
                    (lot_of(event) == Lot::captured && is_civilian(lost));
           });
  }

  // "Several were killed during three operations in the south of the country today": what single paragraphs tell of
  // again.
  bool is_overview(const Event& event) const {
    const bool wide =
        !event.where.empty() && std::all_of(event.where.begin(), event.where.end(), [](const Place& place) {
          return place.precision == PlacePrecision::country ||
                 (place.precision == PlacePrecision::area && place.admin1.empty());
        });
    // The operations may hang on a verb right behind the event's: "were killed and others wounded during operations".
    constexpr std::uint32_t reach = 4;
    const auto& tokens = reading_.syntax.tokens;
    for (std::uint32_t t = index(sentence_of(event.head).first); t < index(sentence_of(event.head).last); ++t) {
      const TokenId above = tokens[t].head;
      if (tokens[t].lemma != "operation" || tokens[t].xpos != Xpos::NNS || above == no_token) continue;
      const bool beside =
          above > event.head && index(above) - index(event.head) <= reach && reading_.syntax[above].xpos == Xpos::VBN;
      if (above == event.head || beside) return true;
    }
    return wide;
  }

  // "have captured or killed 80 men": what months came to.
  bool is_sum_of_months(const Event& event) const {
    const auto& tokens = reading_.syntax.tokens;
    const Token& verb = reading_.syntax[event.head];
    const TokenId first = verb.relation == Relation::conj && verb.head != no_token ? verb.head : event.head;
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t t = index(first) - std::min(index(first), reach); t < index(first); ++t)
      if (tokens[t].head == first && tokens[t].relation == Relation::aux && tokens[t].lemma == "have" &&
          tokens[t].xpos != Xpos::VBD)
        return true;
    return false;
  }

  // "the leader who was captured last year", "one of 50 killed since": told of somebody, not of the day.
  bool is_aside(const Event& event) const {
    constexpr int longest_path = 12;
    TokenId at = event.head;
    for (int steps = 0; at != no_token && steps < longest_path; ++steps) {
      const Token& token = reading_.syntax[at];
      if (token.relation == Relation::acl_relcl) return true;
      if (at == event.head && token.relation == Relation::acl && token.xpos == Xpos::VBN) return true;
      at = token.head;
    }
    return false;
  }

  static std::optional<Day> exact(const When& when) {
    const bool day = when.precision == TimePrecision::day || when.precision == TimePrecision::part_of_day;
    return day ? when.begin : std::nullopt;
  }
  static std::optional<Day> begin_of(const Event& event) { return event.when ? exact(*event.when) : std::nullopt; }

  std::string day_of(const std::vector<const Event*>& main) const {
    for (const bool headlines : {false, true})
      for (const Event* event : main)
        if (const auto day = begin_of(*event); day && in_headline(*event) == headlines) return iso(*day);
    for (const Event& event : reading_.events)
      if (const auto day = begin_of(event); day && event.tense != Tense::future) return iso(*day);
    // "… conducted a search yesterday.": a day of something that is no event to sayso.
    for (const DateMention& mention : reading_.mentions.dates)
      if (const auto day = exact(mention.when); day && in_body(mention.head)) return iso(*day);
    return reading_.dispatch.published ? iso(*reading_.dispatch.published) : "";
  }

  // Of another day, or of weeks and months.
  static bool of_another_day(const Event& event, const std::string& day) {
    if (!event.when || (!event.when->begin && !event.when->end)) return false;
    const auto when = exact(*event.when);
    const auto wanted = day_of_iso(day);
    return !when || (wanted && (*when > *wanted || event.when->end < *wanted));
  }

  std::set<std::string> provinces(const std::vector<const Event*>& main) const {
    std::set<std::string> found;
    const auto add = [&](const Event& event) {
      for (const Place& place : event.where)
        if (place.country == "AFG" && !place.admin1.empty()) found.insert(province_code(place.admin1));
    };
    for (const Event* event : main)
      if (!in_headline(*event)) add(*event);
    if (!found.empty()) return found;
    for (const Event* event : main) add(*event);
    if (!found.empty()) return found;
    for (const Event& event : reading_.events) add(event);
    if (!found.empty()) return found;
    // A release opens with where it is about.
    for (const PlaceMention& mention : reading_.mentions.places) {
      if (mention.place.country != "AFG" || mention.place.admin1.empty()) continue;
      return {province_code(mention.place.admin1)};
    }
    return found;
  }

  TokenId head_within(Span span) const {
    const auto& tokens = reading_.syntax.tokens;
    auto at = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                               [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    for (; at != tokens.end() && at->span.end <= span.end; ++at) {
      if (at->head == no_token) return TokenId{static_cast<std::uint32_t>(at - tokens.begin())};
      const Span above = reading_.syntax[at->head].span;
      if (above.begin < span.begin || above.end > span.end)
        return TokenId{static_cast<std::uint32_t>(at - tokens.begin())};
    }
    return no_token;
  }

  static bool is_any_man(const std::string& lemma) {
    constexpr std::array<std::string_view, 8> words{"insurgent", "militant", "suspect", "individual",
                                                    "person",    "man",      "fighter", "other"};
    return std::find(words.begin(), words.end(), lemma) != words.end();
  }

  // "an insurgent mortar team" is no single man.
  static bool is_group(const std::string& lemma) {
    constexpr std::array<std::string_view, 6> words{"team", "group", "cell", "squad", "band", "crew"};
    return std::find(words.begin(), words.end(), lemma) != words.end();
  }

  // "also" beside the verb: those lost are further ones.
  bool says_also(const Event& event) const {
    const auto& tokens = reading_.syntax.tokens;
    for (std::uint32_t t = index(sentence_of(event.head).first); t < index(sentence_of(event.head).last); ++t)
      if (tokens[t].head == event.head && tokens[t].lemma == "also") return true;
    return false;
  }

  // "many of them": how many stands before the words that are lost.
  std::optional<std::int64_t> vague_part(const Words& words) const {
    const std::string_view text = reading_.dispatch.text;
    for (const std::string_view quantity : {"many", "several", "some", "a number", "a few"}) {
      const std::string lead = std::string(quantity) + " of ";
      if (words.span.begin >= lead.size() && text.substr(words.span.begin - lead.size(), lead.size()) == lead)
        return vague_number(lead);
    }
    return std::nullopt;
  }

  static std::int64_t least(const Count& count) {
    if (const auto vague = vague_number(count.text)) return *vague;
    return count.low.value_or(count.best.value_or(count.high.value_or(0)));
  }

  // What is seized beside the arrested, where the tree joins them.
  bool is_thing(const Words& words) const {
    constexpr std::array<std::string_view, 18> things{
        "weapon",    "grenade", "rifle",   "firearm", "ak-47", "ammunition", "materials", "material",  "explosive",
        "component", "rocket",  "vehicle", "ak",      "gear",  "card",       "bayonet",   "equipment", "seizure"};
    const TokenId head = head_within(words.span);
    const std::string lemma = head == no_token ? "" : to_lower(reading_.syntax[head].lemma);
    return std::any_of(things.begin(), things.end(),
                       [&](std::string_view thing) { return lemma.starts_with(thing); }) ||
           to_lower(words.text).find("firearms") != std::string::npos || to_lower(words.text).starts_with("seized ");
  }

  std::vector<Lost> lost_in(const Event& event) const {
    std::vector<Lost> all;
    std::vector<bool> used(event.counts.size());
    const bool also = says_also(event);
    for (const Participant& who : event.recipients) {
      if (!who.words || is_thing(*who.words)) continue;
      Lost lost;
      const std::string text = to_lower(who.words->text);
      const TokenId head = head_within(who.words->span);
      const Xpos tag = head == no_token ? Xpos::none : reading_.syntax[head].xpos;
      const bool pronoun = head != no_token && reading_.syntax[head].tag == Tag::PRON;
      const bool plural = tag == Xpos::NNS || tag == Xpos::NNPS;
      const bool name = head != no_token && reading_.syntax[head].tag == Tag::PROPN;  // whom the first words told of
      lost.definite = pronoun || name || text.starts_with("the ") || text.starts_with("these ") ||
                      text.starts_with("this ") || text.starts_with("all ") || text.starts_with("both ");
      for (const std::string_view word : {"additional", "other", "others", "another", "further", "more"})
        lost.further = lost.further || has_word(text, std::string(word) + " ");
      lost.number = !plural ? 1 : lost.definite ? definite_plural : bare_plural;
      for (std::size_t i = 0; i < event.counts.size(); ++i) {
        if (used[i] || !event.counts[i].span.overlaps(who.words->span)) continue;
        used[i] = true;
        lost.number = least(event.counts[i]);
        lost.vague = vague_number(event.counts[i].text).has_value();
        if (text.starts_with("the ")) continue;
        lost.definite = false;
      }
      // "a maker and facilitator of bombs" is one man.
      const bool bare = !plural && !pronoun && head != no_token && reading_.syntax[head].tag == Tag::NOUN &&
                        text.find(' ') == std::string::npos;
      if (bare && !all.empty()) continue;
      if (!plural && head != no_token && is_group(reading_.syntax[head].lemma)) lost.number = definite_plural;
      if (const auto vague = vague_number(text)) lost.number = *vague, lost.vague = true;
      if (const auto part = vague_part(*who.words)) lost.number = *part, lost.vague = true;
      lost.further = lost.further || also;
      lost.role = lost.number == 1 && head != no_token && !is_any_man(reading_.syntax[head].lemma);
      all.push_back(lost);
    }
    if (event.recipients.empty())
      for (const Count& count : event.counts) all.push_back({.number = least(count)});
    return all;
  }

  // What is told again is not counted again: definite words ("the leader"), and a second number for a group. People
  // told of alone and then a group add up, and so do "additional" ones that stand without a definite one beside them.
  std::int64_t total(const std::vector<const Event*>& main, Lot lot, bool captures) const {
    for (const bool headlines : {false, true})
      for (const bool asides : {false, true}) {
        std::vector<const Event*> told;
        for (const Event* event : main)
          if (lot_of(*event) == lot && in_headline(*event) == headlines && is_aside(*event) == asides &&
              (headlines || event->tense != Tense::present) &&
              !(asides && lot == Lot::killed && captures && are_civilians(*event)))
            told.push_back(event);
        if (const std::int64_t sum = added_up(told); sum > 0) return sum;
      }
    return 0;
  }

  std::int64_t added_up(const std::vector<const Event*>& told) const {
    std::int64_t sum = 0, parts = 0;
    bool group = false, vague = false, listed = false;
    for (const Event* event : told) {
      const std::vector<Lost> lost = lost_in(*event);
      const auto any = [&](bool Lost::*what) {
        return std::any_of(lost.begin(), lost.end(), [&](const Lost& one) { return one.*what; });
      };
      const bool new_ones = std::any_of(lost.begin(), lost.end(), [](const Lost& one) { return !one.definite; });
      if (sum > 0 && !new_ones) continue;
      std::int64_t here = 0;
      for (const Lost& one : lost) here += one.number;
      const bool adds = !any(&Lost::definite) && ((any(&Lost::further) && !listed) || !group);
      listed = listed || lost.size() > 1;  // "the leader and two others": whoever comes later is one of them
      if (vague && !any(&Lost::vague))     // "several" first, then each number of them
        sum = std::max(sum, parts += here);
      else
        sum = sum == 0 || adds ? sum + here : std::max(sum, here);
      vague = vague || (!group && any(&Lost::vague));
      group = group || here > 1 || !any(&Lost::role);
    }
    return sum;
  }

  const Reading& reading_;
};

}  // namespace

std::string province_code(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  if (to_lower(plain).ends_with(" province")) plain.resize(plain.size() - std::string_view(" province").size());
  // GeoNames' names of provinces that the coder writes another way.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> others{
      {{"Maidan Wardak", "Wardak"}, {"Khowst", "Khost"}, {"Ghowr", "Ghor"}}};
  std::string key = folded_key(plain);
  for (const auto& [ours, coders] : others)
    if (key == folded_key(ours)) return folded_key(coders);
  return key;
}

IsafRow row_of(const Reading& reading) { return Coder(reading).row(); }

}  // namespace sayso::eval
