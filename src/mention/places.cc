// Finds and resolves names of places, see places.h. In: "shelling near Izium"; out: [Izium] near, Izyum, UKR, 49.207
// N 37.277 E. Leaves out on purpose: places without a name ("the village", "a power station") and adjectives of
// peoples, which only vote. Data: data/gazetteer, data/lexicons/place_words.tsv.
#include "mention/places.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "base/utf8.h"
#include "mention/place_choice.h"
#include "mention/place_context.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_name = 7;  // tokens

// Peoples named in the text, by country: capitalised words, and pairs of them ("South Korean").
std::vector<PeopleCount> count_peoples(std::string_view text, const Gazetteer& gazetteer) {
  std::map<std::string, std::uint32_t> counts;
  std::string_view previous;
  const auto letter = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  for (std::size_t at = 0; at < text.size();) {
    if (!letter(at)) {
      if (text[at++] != ' ') previous = {};
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && letter(end)) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word.front() >= 'A' && word.front() <= 'Z') {
      std::string_view country;
      if (!previous.empty() && end - static_cast<std::size_t>(previous.data() - text.data()) < 40)
        country =
            gazetteer.country_of_people(text.substr(static_cast<std::size_t>(previous.data() - text.data()),
                                                    end - static_cast<std::size_t>(previous.data() - text.data())));
      if (country.empty()) country = gazetteer.country_of_people(word);
      if (!country.empty()) ++counts[std::string(country)];
      previous = word;
    } else {
      previous = {};
    }
    at = end;
  }
  std::vector<PeopleCount> out;
  out.reserve(counts.size() + 1);  // … and home
  for (const auto& [country, count] : counts) out.push_back({.country = country, .count = count});
  return out;
}

// The country a host's name ends in, by its code: "GBR" of "https://www.enfield-today.co.uk/a.html". Endings that the
// world uses as words ("tv", "me") are nobody's.
std::string_view home_of(std::string_view address, const Gazetteer& gazetteer, const PlaceWords& words) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
    address.remove_prefix(scheme + 3);
  const std::string host = to_lower(address.substr(0, address.find_first_of("/:?#")));
  const std::size_t dot = host.rfind('.');
  std::string code = dot == std::string::npos ? "" : host.substr(dot + 1);
  if (code.size() != 2 || words.is(PlaceWord::ending, code)) return {};
  if (code == "uk") code = "gb";
  for (char& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  const auto country = gazetteer.country(code);
  return country ? country->country : std::string_view{};
}

std::string rule_of(const PlaceChoice& choice) {
  switch (choice.place.feature) {
    case PlaceFeature::region:
      return "regions.tsv";
    case PlaceFeature::country:
      return "countries.tsv";
    case PlaceFeature::admin1:
      if (choice.by_seat) return "gazetteer:seat";
      [[fallthrough]];
    case PlaceFeature::district:
      return std::string(table_of(choice.place.feature)) + (choice.exact ? ":exact" : ":folded");
    default:
      return choice.exact ? "gazetteer:exact" : "gazetteer:folded";
  }
}

PlacePrecision precision_of(const PlaceChoice& choice, PlaceRelation relation, PlaceWanted wanted) {
  const PlacePrecision own = choice.place.precision;
  if (relation == PlaceRelation::part_of)
    return own == PlacePrecision::point ? PlacePrecision::district : PlacePrecision::area;
  if (own != PlacePrecision::point) return own;
  // "the Dovran region" where Dovran is a mere town: the land about it.
  if (wanted == PlaceWanted::region || wanted == PlaceWanted::district) return PlacePrecision::district;
  if (relation == PlaceRelation::near || relation == PlaceRelation::around || relation == PlaceRelation::toward)
    return PlacePrecision::near;
  return own;
}

class PlaceFinder {
 public:
  PlaceFinder(const Dispatch& dispatch, const Syntax& syntax, const Gazetteer& gazetteer, const PlaceWords& words)
      : text_(dispatch.text), syntax_(syntax), gazetteer_(gazetteer), words_(words) {
    for (const Token& t : syntax.tokens)
      if (const std::string_view w = slice(text_, t.span); !w.empty() && is_lower_word(w)) lower_.emplace(w);
    name_of_.assign(syntax.tokens.size(), nullptr);
    for (const Name& n : syntax.names)
      if (n.kind == NameKind::person && index(n.last) - index(n.first) > 1)
        surnames_.emplace(slice(text_, syntax.tokens[index(n.last) - 1].span));
    for (const Name& n : syntax.names)
      for (std::uint32_t i = index(n.first); i < index(n.last) && i < name_of_.size(); ++i) name_of_[i] = &n;
  }

  struct Hit {
    PlaceName name{};
    TokenId first{};
    TokenId last{};
  };

  std::vector<Hit> run() {
    for (const Sentence& s : syntax_.sentences)
      for (std::uint32_t t = index(s.first); t < index(s.last); ++t)
        if (surnames_.contains(word(t)) && (name_of_[t] == nullptr || name_of_[t]->kind != NameKind::person) &&
            is_where(s, t))
          placed_.emplace(word(t));
    for (const Sentence& s : syntax_.sentences)
      if (s.unread == Unread::dateline)
        read_dateline(s);
      else
        read(s);
    return std::move(hits_);
  }

 private:
  static bool is_lower_word(std::string_view w) { return w.front() >= 'a' && w.front() <= 'z'; }
  std::string_view word(std::uint32_t t) const { return slice(text_, syntax_.tokens[t].span); }
  // "Kesh", and "ez-Zor" with its small article.
  bool capital(std::uint32_t t) const {
    std::size_t at = 0;
    const std::string_view w = word(t);
    if (w.empty()) return false;
    if (is_upper(next_code_point(w, at))) return true;
    at = w.find('-') + 1;
    return at != 0 && at <= 4 && at < w.size() && is_upper(next_code_point(w, at));
  }
  bool touching(std::uint32_t left, std::uint32_t right) const {  // only white space or nothing between
    for (std::uint32_t at = syntax_.tokens[left].span.end; at < syntax_.tokens[right].span.begin; ++at)
      if (text_[at] != ' ') return false;
    return true;
  }
  bool proper(std::uint32_t t) const { return syntax_.tokens[t].tag == Tag::PROPN && capital(t); }
  std::string lower(std::uint32_t t) const { return to_lower(word(t)); }
  std::string_view between(std::uint32_t first, std::uint32_t last) const {
    return text_.substr(syntax_.tokens[first].span.begin,
                        syntax_.tokens[last - 1].span.end - syntax_.tokens[first].span.begin);
  }
  bool known(std::uint32_t first, std::uint32_t last) const { return !gazetteer_.find(between(first, last)).empty(); }

  void read(const Sentence& s) {
    const std::uint32_t end = index(s.last);
    for (std::uint32_t t = index(s.first); t < end;) {
      const Name* name = name_of_[t];
      if (name != nullptr && name->kind == NameKind::place && index(name->first) == t) {
        read_name(s, t, std::min(end, index(name->last)));
        t = std::min(end, index(name->last));
      } else if (name != nullptr && is_town_called_body(*name, t)) {
        add(s, t, t + 1, true);
        ++t;
      } else if (name != nullptr && name->kind != NameKind::other) {
        ++t;
      } else if (const std::uint32_t last = end_of_parted(t, end); name == nullptr && last != t) {
        add(s, t, last, false);
        t = last;
      } else {
        t = read_run(s, t, end);
      }
    }
  }

  // "PORT-AU-PRINCE, Haiti (AP) -": without a tree, the longest names that the gazetteer knows, up to the agency.
  void read_dateline(const Sentence& s) {
    const std::uint32_t end = index(s.last);
    for (std::uint32_t t = index(s.first); t < end && word(t) != "(";) {
      std::uint32_t last = t;
      for (std::uint32_t e = std::min(end, t + longest_name); e > t && last == t && capital(t); --e)
        if (touching_all(t, e) && capital(e - 1) && known(t, e)) last = e;
      if (last == t) {
        ++t;
        continue;
      }
      if (!words_.is(PlaceWord::common, lower(t))) add(s, t, last, true);
      t = last;
    }
  }
  bool touching_all(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first + 1; t < last; ++t)
      if (!touching(t - 1, t)) return false;
    return true;
  }

  // "Tel" and the place "Aviv", which the gazetteer has as one: where it ends, or `first` itself.
  std::uint32_t end_of_parted(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t next = first + 1;
    if (next >= end || !proper(first) || !touching(first, next)) return first;
    const Name* name = name_of_[next];
    if (name == nullptr || name->kind != NameKind::place || index(name->first) != next) return first;
    const std::uint32_t last = std::min(end, index(name->last));
    return last - first <= longest_name && known(first, last) ? last : first;
  }

  // A single word that the model calls an organisation, that the gazetteer knows, and that something is done to or at:
  // "struck Izyum".
  bool is_town_called_body(const Name& name, std::uint32_t t) const {
    if (name.kind != NameKind::organisation || index(name.last) - index(name.first) != 1) return false;
    const Relation relation = syntax_.tokens[t].relation;
    return (relation == Relation::obj || relation == Relation::obl || relation == Relation::nmod) && known(t, t + 1);
  }

  // Tokens [first, last) that the model calls a place: parted at commas, kinds and sides taken off until the gazetteer
  // knows it.
  void read_name(const Sentence& s, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t t = first + 1; t + 1 < last; ++t)
      if (word(t) == ",") {
        read_name(s, first, t);
        read_name(s, t + 1, last);
        return;
      }
    // "Kesh district of Dovran province"
    for (std::uint32_t t = first + 2; t + 1 < last; ++t)
      if (word(t) == "of" && kind_word(lower(t - 1))) {
        read_name(s, first, t);
        read_name(s, t + 1, last);
        return;
      }
    if (first < last && lower(first) == "the") ++first;
    while (first < last && !capital(last - 1)) --last;
    if (first >= last || (last - first == 1 &&
                          (words_.is(PlaceWord::compass, lower(first)) || words_.is(PlaceWord::common, lower(first)))))
      return;
    std::uint32_t a = first, b = last;
    if (!known(a, b) && b - a > 1 && kind_word(lower(b - 1))) --b;
    while (!known(a, b) && b - a > 1 && (words_.is(PlaceWord::side, lower(a)) || word(a) == "-")) ++a;
    if (!known(a, b)) a = first, b = last;
    add(s, a, b, false);
  }

  bool kind_word(const std::string& w) const {
    return words_.is(PlaceWord::region, w) || words_.is(PlaceWord::regions, w) || words_.is(PlaceWord::district, w) ||
           words_.is(PlaceWord::town, w);
  }

  // Proper nouns that no name of the model covers. The longest name that begins at `t`; returns where to go on.
  std::uint32_t read_run(const Sentence& s, std::uint32_t t, std::uint32_t end) {
    if (!proper(t)) return t + 1;
    std::uint32_t run = t + 1;  // the end of the proper nouns that touch
    while (run < end && touching(run - 1, run) && proper(run) && name_of_[run] == nullptr) ++run;
    std::uint32_t longest = 0;
    for (std::uint32_t e = std::min(end, t + longest_name); e > t; --e) {
      if (!capital(e - 1) || !joined(t, e)) continue;
      if (e < run && !kind_word(lower(e))) continue;  // would cut a longer name: "Paris [Hilton]"
      if (known(t, e)) {
        longest = e;
        break;
      }
    }
    if (longest == 0) {
      // "Eastern Dovran", "Mayor of Dovran": go on behind a first word that is not the beginning of a name.
      if (words_.is(PlaceWord::side, lower(t)) || kind_word(lower(t))) return t + 1;
      return run;
    }
    if (!believable(s, t, longest)) return std::max(run, longest);
    add(s, t, longest, !locative(s, t));
    return longest;
  }

  // No comma, no foreign word inside: capitals, and small words that names have ("of", "ez", "-").
  bool joined(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (t > first && !touching(t - 1, t)) return false;
      if (name_of_[t] != nullptr && name_of_[t]->kind != NameKind::other) return false;
      if (!capital(t) && !words_.is(PlaceWord::inner, lower(t))) return false;
    }
    return true;
  }

  bool locative(const Sentence& s, std::uint32_t t) const {
    for (std::uint32_t back = 0; t > index(s.first) && back < 3; ++back) {
      const std::string w = lower(--t);
      if (words_.is(PlaceWord::locative, w)) return true;
      if (w != "the" && !words_.is(PlaceWord::side, w)) return false;
    }
    return false;
  }

  bool believable(const Sentence& s, std::uint32_t first, std::uint32_t last) const {
    const bool placed = locative(s, first);
    if (first > index(s.first) && words_.is(PlaceWord::title, strip_stop(lower(first - 1))) &&
        touching(first - 1, first))
      return false;
    if (last - first > 1) return true;
    const std::string w = lower(first);
    if (words_.is(PlaceWord::common, w)) return false;
    if (!placed && lower_.contains(w)) return false;
    std::uint64_t people = 0;
    bool named = false;
    for (const GazetteerMatch& m : gazetteer_.find(word(first))) {
      if (!m.exact) continue;
      named = true;
      people = std::max(people, m.place.feature == PlaceFeature::region ? 1'000'000 : m.place.population);
    }
    // A lone capital at the beginning of a sentence, or nothing that says "place": only well-known names.
    if (!placed && (first == index(s.first) || !named)) return people >= 100'000;
    return placed || people >= 20'000;
  }

  static std::string strip_stop(std::string w) {
    if (!w.empty() && w.back() == '.') w.pop_back();
    return w;
  }

  // "Moscow said": the subject of a verb of speech is somebody.
  bool speaks(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      const Token& token = syntax_.tokens[t];
      if (token.relation != Relation::nsubj || token.head == no_token || index(token.head) >= syntax_.tokens.size())
        continue;
      if (words_.is(PlaceWord::speech, syntax_[token.head].lemma)) return true;
    }
    return false;
  }

  // "Ian Houston fell. Houston was a guard.": a name that the dispatch has as somebody's, and nowhere as where
  // something is.
  bool is_somebody(const Sentence& s, std::uint32_t first, std::uint32_t last) const {
    return last - first == 1 && surnames_.contains(word(first)) && !placed_.contains(word(first)) &&
           !is_where(s, first) && !is_struck(s, first);
  }

  // "bombed Izyum", "Izyum was captured", but not "captured General Izyum": who is named bare and beside others of the
  // name is somebody's town.
  bool is_struck(const Sentence& s, std::uint32_t t) const {
    const Token& token = syntax_.tokens[t];
    if (token.relation != Relation::obj && token.relation != Relation::nsubj_pass) return false;
    if (token.head == no_token || !words_.is(PlaceWord::struck, syntax_[token.head].lemma)) return false;
    return t == index(s.first) || !touching(t - 1, t) || !proper(t - 1);
  }

  // "in Houston", "the city of Houston", "Houston, Texas", but not "the death of Houston".
  bool is_where(const Sentence& s, std::uint32_t t) const {
    const std::uint32_t first = index(s.first), last = index(s.last);
    if (t + 2 < last && word(t + 1) == "," && name_of_[t + 2] != nullptr && name_of_[t + 2]->kind == NameKind::place)
      return true;
    const bool of = t > first && lower(t - 1) == "of";
    return of ? t > first + 1 && kind_word(lower(t - 2)) : locative(s, t);
  }

  void add(const Sentence& s, std::uint32_t first, std::uint32_t last, bool exact_only) {
    if (is_somebody(s, first, last)) return;
    if (speaks(first, last) || !gazetteer_.country_of_people(between(first, last)).empty()) return;
    const Span span{syntax_.tokens[first].span.begin, syntax_.tokens[last - 1].span.end};
    hits_.push_back({.name = {.span = span,
                              .passage = s.span,
                              .exact_only = exact_only,
                              .of_works = is_before(PlaceWord::works, s, first, last),
                              .of_firm = is_before(PlaceWord::firm, s, first, last),
                              .beside_noun = stands_beside_noun(syntax_, span)},
                     .first = TokenId{first},
                     .last = TokenId{last}});
  }

  // Before a noun of the class: "the Dovran refinery", "the Dovran tractor factory".
  bool is_before(PlaceWord kind, const Sentence& s, std::uint32_t first, std::uint32_t last) const {
    const Token& name = syntax_.tokens[last - 1];
    if (name.relation != Relation::compound || name.head == no_token || index(name.head) < last ||
        index(name.head) >= index(s.last) || index(name.head) - first > longest_name)
      return false;
    const Token& works = syntax_[name.head];
    return works.tag == Tag::NOUN && words_.is(kind, works.lemma);
  }

  std::string_view text_;
  const Syntax& syntax_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  std::unordered_set<std::string> lower_{};          // words the dispatch also writes small
  std::unordered_set<std::string_view> surnames_{};  // last words of persons' whole names
  std::unordered_set<std::string_view> placed_{};    // … that stand as a place, too
  std::vector<const Name*> name_of_{};
  std::vector<Hit> hits_{};
};

// The token of the extent whose head lies outside it; the last one where trees do not say.
TokenId head_of(const Syntax& syntax, const PlaceFinder::Hit& hit, Span extent) {
  std::uint32_t first = index(hit.first), last = index(hit.last);
  while (first > 0 && syntax.tokens[first - 1].span.begin >= extent.begin) --first;
  while (last < syntax.tokens.size() && syntax.tokens[last].span.end <= extent.end) ++last;
  for (std::uint32_t t = first; t < last; ++t) {
    const TokenId head = syntax.tokens[t].head;
    if (head == no_token || index(head) < first || index(head) >= last) return TokenId{t};
  }
  return TokenId{last - 1};
}

}  // namespace

// "the Dnipro" is the river and never the town of that name: towns take no article, but for those whose name has it
// ("The Hague"). In "the Dovran Police Department" and "the Dovran talks" the article is another noun's, in "the Dovran
// Delta" the river's.
static bool is_no_town(std::string_view text, const PlaceName& name, const PlaceContext& context,
                       const PlaceChoice& choice, const PlaceWords& words) {
  const bool town = choice.place.precision == PlacePrecision::point && context.query.wanted != PlaceWanted::region &&
                    context.query.wanted != PlaceWanted::district && context.query.wanted != PlaceWanted::town;
  if (!town || choice.place.name.starts_with("The ") || context.extent.begin < 4) return false;
  if (slice(text, {context.extent.begin - 4, context.extent.begin}) != "the ") return false;
  std::string_view next = text.substr(context.extent.end);
  if (next.size() < 3 || next[0] != ' ') return true;
  next = next.substr(1, next.find_first_of(" ,.;:\n", 1) - 1);
  if (words.is(PlaceWord::water, to_lower(next))) return true;
  std::size_t at = 0;
  return !name.beside_noun && !is_upper(next_code_point(next, at));
}

bool stands_beside_noun(const Syntax& syntax, Span name) {
  const auto& tokens = syntax.tokens;
  auto last = std::lower_bound(tokens.begin(), tokens.end(), name.end,
                               [](const Token& token, std::uint32_t end) { return token.span.end < end; });
  if (last == tokens.end() || last->span.end != name.end || last->span.begin < name.begin) return false;
  const TokenId head = last->head;
  return head != no_token && tokens[index(head)].span.begin >= name.end &&
         (tokens[index(head)].tag == Tag::NOUN || tokens[index(head)].tag == Tag::PROPN) &&
         (last->relation == Relation::compound || last->relation == Relation::nmod || last->relation == Relation::amod);
}

std::vector<Place> resolve_places(std::string_view text, std::span<const PlaceName> names, const Gazetteer& gazetteer,
                                  const PlaceWords& words, std::string_view address) {
  const std::vector<PlaceContext> contexts = read_contexts(text, names, gazetteer, words);
  std::vector<PlaceQuery> queries;
  queries.reserve(contexts.size());
  for (const PlaceContext& c : contexts) queries.push_back(c.query);
  auto peoples = count_peoples(text, gazetteer);
  // What is published at home tells of home, where nothing else does.
  constexpr std::uint32_t weight_of_home = 16;
  if (const std::string_view home = home_of(address, gazetteer, words); !home.empty())
    peoples.push_back({.country = std::string(home), .count = weight_of_home});
  const auto choices = choose_places(gazetteer, queries, peoples);
  std::vector<Place> out(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    Place& place = out[i];
    place.span = contexts[i].extent;
    place.text = std::string(slice(text, place.span));
    place.relation = contexts[i].relation;
    if (!choices[i] || (!names[i].of_works && is_no_town(text, names[i], contexts[i], *choices[i], words))) {
      // "Kesh district, Dovran province": without a point, but the words say the region.
      const PlaceQuery& query = queries[i];
      if (query.wanted != PlaceWanted::district || !query.within || !query.firmly || !choices[*query.within]) continue;
      const GazetteerPlace& outer = choices[*query.within]->place;
      if (outer.feature != PlaceFeature::admin1) continue;
      place.country = std::string(outer.country);
      place.admin1 = std::string(outer.admin1);
      place.rule = "within";
      continue;
    }
    const GazetteerPlace& found = choices[i]->place;
    place.name = std::string(found.name);
    place.country = std::string(found.country);
    place.admin1 = std::string(found.admin1);
    place.lat = found.lat;
    place.lon = found.lon;
    place.geonames = found.geonames;
    place.precision = precision_of(*choices[i], place.relation, queries[i].wanted);
    place.rule = rule_of(*choices[i]);
  }
  return out;
}

// Before a plant or a mine stands a firm's name ("the Ford plant") or a town's: one that is known to many, or that the
// dispatch names as a place elsewhere.
static bool is_known_town(const std::vector<PlaceName>& names, std::size_t i, std::string_view text,
                          const Gazetteer& gazetteer) {
  constexpr std::uint64_t many = 20'000;
  const std::string_view name = slice(text, names[i].span);
  for (const GazetteerMatch& m : gazetteer.find(name))
    if (m.exact && m.place.feature != PlaceFeature::district && m.place.population >= many) return true;
  return std::any_of(names.begin(), names.end(), [&](const PlaceName& other) {
    return !other.of_works && !other.of_firm && !other.exact_only && slice(text, other.span) == name;
  });
}

std::vector<PlaceMention> find_places(const Dispatch& dispatch, const Syntax& syntax, const Gazetteer& gazetteer,
                                      const PlaceWords& words) {
  const auto hits = PlaceFinder(dispatch, syntax, gazetteer, words).run();
  std::vector<PlaceName> names;
  names.reserve(hits.size());
  for (const auto& hit : hits) names.push_back(hit.name);
  auto places = resolve_places(dispatch.text, names, gazetteer, words, dispatch.url);
  std::vector<PlaceMention> out;
  out.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    // A capital letter alone that resolves to nothing was no place; a name the model vouches for is kept without an
    // answer.
    if (places[i].name.empty() && names[i].exact_only) continue;
    if ((names[i].of_works || names[i].of_firm) && !is_known_town(names, i, dispatch.text, gazetteer)) continue;
    const TokenId head = head_of(syntax, hits[i], places[i].span);
    out.push_back({.place = std::move(places[i]), .head = head});
  }
  return out;
}

}  // namespace sayso
