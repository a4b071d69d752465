// Chooses among places of one name, see place_choice.h. In: names with what stands beside them; out: a place each, or
// none. Leaves out on purpose: learning. The weights below are round numbers set by hand: a unit is a factor of ten in
// population. Data: the gazetteer.
#include "mention/place_choice.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include "lexicon/place_key.h"

namespace sayso {
namespace {

constexpr double country_weight = 3.0;   // all the evidence of a dispatch for one country
constexpr double admin1_weight = 3.5;    // … for one region
constexpr double nearness_weight = 2.0;  // a second place a few kilometres away
constexpr double firm_weight = 5.0;      // "Alexandria, Louisiana"
constexpr double loose_weight = 1.5;     // "Izium in Kharkiv region"
constexpr double reach_km = 300;         // at this distance nearness has fallen to a third
constexpr double same_place_km = 100;    // nearer than this two candidates are no real question
constexpr double alias_loss = 0.7;       // a name that is not the place's first
constexpr double least_people = 3000;    // whom every place has, known or not
constexpr double clear_margin = 0.05;
constexpr double loose_margin = 0.5;
constexpr std::uint64_t least_loose = 20'000;
constexpr std::size_t most_anchors = 32;  // these two keep long dispatches linear
constexpr std::size_t most_containers = 16;
constexpr std::size_t shortest_fold = 4;   // letters of a key that may be matched loosely
constexpr std::size_t longest_chance = 5;  // letters at which a town's other name may be anybody's

struct Candidate {
  PlaceChoice choice{};
  bool other_name = false;  // only by a name that is spelled otherwise than its first, however one romanises it
  double prior = 0;
  double share = 0;  // of its name's weight in votes
  double score = 0;
};

// One distinct name with what is wanted of it.
struct Sense {
  std::vector<Candidate> candidates{};
  std::vector<std::uint32_t> queries{};
  std::vector<std::size_t> inner{};                     // senses that firmly stand within this one
  std::vector<std::pair<std::size_t, double>> outer{};  // senses this one stands within, and how firmly
  std::vector<std::string> abbreviations{};
  bool exact_only = true;
  const Candidate* best = nullptr;
  const GazetteerPlace* place() const { return best == nullptr ? nullptr : &best->choice.place; }
};

bool settled(PlaceFeature f) {
  return f != PlaceFeature::admin1 && f != PlaceFeature::district && f != PlaceFeature::country &&
         f != PlaceFeature::region;
}

double fame(const GazetteerPlace& p) {
  const double people = std::log10(static_cast<double>(p.population) + least_people);
  switch (p.feature) {
    case PlaceFeature::country:
      return 9.0;
    case PlaceFeature::region:
      return 6.5;
    case PlaceFeature::admin1:
      return people - 0.2;
    case PlaceFeature::district:
      return people - 1.5;
    case PlaceFeature::capital:
      return people + 0.7;
    case PlaceFeature::seat:
      return people + 0.3;
    case PlaceFeature::quarter:
      return people - 1.0;
    default:
      return people;
  }
}

std::vector<Candidate> candidates_for(const Gazetteer& gazetteer, const PlaceQuery& query, bool exact_only) {
  std::vector<Candidate> out;
  const auto add = [&](PlaceChoice choice, double extra) {
    for (const Candidate& c : out)
      if (c.choice.place.row == choice.place.row) return;
    const bool other_name =
        choice.exact && settled(choice.place.feature) && folded_key(choice.place.name) != folded_key(query.name);
    out.push_back(
        {.choice = choice, .other_name = other_name, .prior = fame(choice.place) + extra, .share = 0, .score = 0});
  };
  if (const auto region = gazetteer.abbreviated(query.name)) {
    add({.place = *region, .exact = true, .by_seat = false}, 2.0);
    return out;
  }
  const auto matches = gazetteer.find(query.name);
  const bool any_exact = !matches.empty() && matches.front().exact;
  if (!any_exact && (exact_only || folded_key(query.name).size() < shortest_fold)) return out;
  for (const GazetteerMatch& m : matches) {
    const PlaceFeature f = m.place.feature;
    // "Kesch province" is the province of Kesh, though there is a village called Kesch.
    const bool folded_region = query.wanted == PlaceWanted::region && f == PlaceFeature::admin1 && !exact_only &&
                               folded_key(query.name).size() >= shortest_fold;
    if (m.exact != any_exact && !folded_region) continue;
    const double loss = m.alias && settled(f) ? -alias_loss : 0;
    const PlaceChoice choice{.place = m.place, .exact = m.exact, .by_seat = false};
    switch (query.wanted) {
      case PlaceWanted::any:
        add(choice, loss);
        break;
      case PlaceWanted::town:
        if (settled(f)) add(choice, loss);
        break;
      case PlaceWanted::district:
        if (f == PlaceFeature::district)
          add(choice, 2.5);
        else if (f != PlaceFeature::country)
          add(choice, 0);
        break;
      case PlaceWanted::region:
        if (f == PlaceFeature::admin1)
          add(choice, 1.0);
        else if (f == PlaceFeature::region)
          add(choice, 0);
        else if (f == PlaceFeature::seat || f == PlaceFeature::capital) {
          if (const auto of = gazetteer.admin1(m.place.country, m.place.admin1_code))
            add({.place = *of, .exact = m.exact, .by_seat = true}, 0.5);
        } else if (f != PlaceFeature::country) {
          add(choice, -2.0);
        }
        break;
    }
  }
  if (out.empty() && query.wanted == PlaceWanted::town)
    for (const GazetteerMatch& m : matches)
      if (m.exact == any_exact) add({.place = m.place, .exact = m.exact, .by_seat = false}, 0);
  return out;
}

bool contains(const GazetteerPlace& outer, const GazetteerPlace& inner) {
  if (outer.row == inner.row) return false;
  switch (outer.feature) {
    case PlaceFeature::country:
      return inner.country == outer.country;
    case PlaceFeature::admin1:
      return inner.country == outer.country && inner.admin1_code == outer.admin1_code && !inner.admin1_code.empty();
    case PlaceFeature::region:
      return (outer.country.empty() || inner.country.empty() || inner.country == outer.country) &&
             distance_km(outer.lat, outer.lon, inner.lat, inner.lon) <
                 (outer.precision == PlacePrecision::area ? 700 : 250);
    default:
      return inner.country == outer.country && distance_km(outer.lat, outer.lon, inner.lat, inner.lon) < 60;
  }
}

class Chooser {
 public:
  Chooser(const Gazetteer& gazetteer, std::span<const PlaceQuery> queries, std::span<const PeopleCount> peoples)
      : gazetteer_(gazetteer), queries_(queries) {
    gather();
    vote(peoples);
  }

  std::vector<std::optional<PlaceChoice>> run() {
    for (Sense& s : senses_) pick(s, false);
    // Twice: a container or a neighbour may itself have been chosen anew.
    for (int round = 0; round < 2; ++round) {
      find_anchors();
      for (Sense& s : senses_) pick(s, true);
    }
    std::vector<std::optional<PlaceChoice>> out(queries_.size());
    for (const Sense& s : senses_)
      if (s.best != nullptr && sure(s))
        for (const std::uint32_t q : s.queries) out[q] = s.best->choice;
    drop_outsiders(out);
    return out;
  }

 private:
  using AdminKey = std::pair<std::string_view, std::string_view>;

  // "Kesh district, Dovran province": a Kesh elsewhere is not the one that is meant, whatever speaks for it.
  void drop_outsiders(std::vector<std::optional<PlaceChoice>>& out) const {
    for (std::size_t q = 0; q < queries_.size(); ++q) {
      const PlaceQuery& query = queries_[q];
      if (!out[q] || !query.within || !query.firmly || query.wanted != PlaceWanted::district) continue;
      const auto& outer = out[*query.within];
      if (queries_[*query.within].wanted == PlaceWanted::region && outer &&
          outer->place.feature == PlaceFeature::admin1 && !contains(outer->place, out[q]->place))
        out[q].reset();
    }
  }

  void gather() {
    std::map<std::pair<std::string, PlaceWanted>, std::size_t> known;
    sense_of_.resize(queries_.size());
    for (std::uint32_t q = 0; q < queries_.size(); ++q) {
      const auto [at, fresh] = known.try_emplace({plain_name(queries_[q].name), queries_[q].wanted}, senses_.size());
      if (fresh) senses_.emplace_back();
      sense_of_[q] = at->second;
      senses_[at->second].queries.push_back(q);
      if (!queries_[q].exact_only) senses_[at->second].exact_only = false;
    }
    const auto note = [](auto& list, auto value) {
      if (list.size() < most_containers && std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
    };
    for (std::size_t q = 0; q < queries_.size(); ++q) {
      const PlaceQuery& query = queries_[q];
      Sense& inner = senses_[sense_of_[q]];
      if (!query.abbreviation.empty()) note(inner.abbreviations, query.abbreviation);
      if (!query.within) continue;
      const std::size_t outer = sense_of_[*query.within];
      note(inner.outer, std::pair{outer, query.firmly ? firm_weight : loose_weight});
      if (query.firmly) note(senses_[outer].inner, sense_of_[q]);
    }
    for (Sense& s : senses_) {
      s.candidates = candidates_for(gazetteer_, queries_[s.queries.front()], s.exact_only);
      double all = 0;
      for (Candidate& c : s.candidates) all += c.share = std::exp(1.5 * c.prior);
      for (Candidate& c : s.candidates) c.share *= weight(s) / all;
    }
  }

  static double weight(const Sense& s) {
    return std::sqrt(static_cast<double>(std::min<std::size_t>(s.queries.size(), 9)));
  }

  void vote(std::span<const PeopleCount> peoples) {
    for (const Sense& s : senses_)
      for (const Candidate& c : s.candidates) {
        if (!c.choice.place.country.empty()) countries_[c.choice.place.country] += c.share;
        if (!c.choice.place.admin1_code.empty())
          admin1s_[{c.choice.place.country, c.choice.place.admin1_code}] += c.share;
        total_ += c.share;
      }
    for (const PeopleCount& p : peoples) {
      const double w = 0.7 * std::sqrt(static_cast<double>(p.count));
      countries_[p.country] += w;
      total_ += w;
    }
  }

  // The share of all evidence but this name's own that speaks for the candidate's country and region.
  double country_share(const Sense& s, const Candidate& c) const {
    double own = 0;
    for (const Candidate& o : s.candidates)
      if (o.choice.place.country == c.choice.place.country) own += o.share;
    const auto found = countries_.find(c.choice.place.country);
    const double rest = total_ - weight(s);
    return found == countries_.end() || rest < 1e-6 ? 0 : std::max(0.0, found->second - own) / std::max(rest, 1.0);
  }
  double admin1_share(const Sense& s, const Candidate& c) const {
    if (c.choice.place.admin1_code.empty()) return 0;
    const AdminKey key{c.choice.place.country, c.choice.place.admin1_code};
    double own = 0;
    for (const Candidate& o : s.candidates)
      if (AdminKey{o.choice.place.country, o.choice.place.admin1_code} == key) own += o.share;
    const auto found = admin1s_.find(key);
    const double rest = total_ - weight(s);
    return found == admin1s_.end() || rest < 1e-6 ? 0 : std::max(0.0, found->second - own) / std::max(rest, 1.0);
  }

  // The places the most frequent names stand for so far.
  void find_anchors() {
    anchors_.clear();
    for (const Sense& s : senses_)
      if (s.best != nullptr && s.place()->precision != PlacePrecision::country &&
          s.place()->precision != PlacePrecision::area)
        anchors_.push_back(&s);
    std::stable_sort(anchors_.begin(), anchors_.end(),
                     [](const Sense* a, const Sense* b) { return a->queries.size() > b->queries.size(); });
    if (anchors_.size() > most_anchors) anchors_.resize(most_anchors);
  }

  double nearness(const Sense& s, const GazetteerPlace& place) const {
    double far = 1;
    for (const Sense* a : anchors_)
      if (a != &s && a->place()->row != place.row)
        far *= 1 - 0.7 * std::exp(-distance_km(place.lat, place.lon, a->place()->lat, a->place()->lon) / reach_km);
    return 1 - far;
  }

  // How well a candidate fits the containers given with any use of its name.
  double containment(const Sense& s, const GazetteerPlace& place) const {
    double best = 0;
    for (const std::string& text : s.abbreviations)
      if (const auto outer = gazetteer_.abbreviated(text); outer && contains(*outer, place)) best = firm_weight;
    for (const auto& [index, w] : s.outer) {
      const Sense& outer = senses_[index];
      for (const Candidate& o : outer.candidates)
        if (contains(o.choice.place, place)) best = std::max(best, outer.best == &o ? w : 0.7 * w);
    }
    return best;
  }
  // The other way round: "Georgia" after "Atlanta," is the state.
  double containing(const Sense& s, const GazetteerPlace& place) const {
    double best = 0;
    for (const std::size_t inner : s.inner)
      for (const Candidate& o : senses_[inner].candidates)
        if (o.prior > 4.0 && contains(place, o.choice.place))
          best = std::max(best, 0.5 * loose_weight + (o.prior - 4.0));
    return std::min(best, firm_weight);
  }

  void pick(Sense& s, bool with_neighbours) {
    const Candidate* best = nullptr;
    for (Candidate& c : s.candidates) {
      c.score = c.prior + country_weight * country_share(s, c) + admin1_weight * admin1_share(s, c) +
                containment(s, c.choice.place) + containing(s, c.choice.place);
      if (with_neighbours) c.score += nearness_weight * nearness(s, c.choice.place);
      if (best == nullptr || c.score > best->score) best = &c;
    }
    s.best = best;
  }

  bool sure(const Sense& s) const {
    const Candidate& best = *s.best;
    const GazetteerPlace& p = best.choice.place;
    const bool contained = containment(s, p) > 0;
    const bool supported = contained || country_share(s, best) > 0.15;
    if (settled(p.feature) && p.population < 1000 && !supported) return false;
    // "Kesh" is also what some call the town of Cache: a small town's other name is enough only where its country is
    // told, and a short one, which many languages have, only where what it lies in is.
    const bool short_name = folded_key(queries_[s.queries.front()].name).size() <= longest_chance;
    if (best.other_name && p.population < least_loose && !(short_name ? contained : supported)) return false;
    // A loose match that nothing else speaks for must be a town of some size, and stand out among its like.
    const double margin = best.choice.exact || supported ? clear_margin : loose_margin;
    if (!best.choice.exact && !supported && p.population < least_loose && settled(p.feature)) return false;
    for (const Candidate& c : s.candidates)
      if (&c != &best && c.score > best.score - margin &&
          distance_km(p.lat, p.lon, c.choice.place.lat, c.choice.place.lon) > same_place_km)
        return false;
    return true;
  }

  const Gazetteer& gazetteer_;
  std::span<const PlaceQuery> queries_;
  std::vector<Sense> senses_{};
  std::vector<std::size_t> sense_of_{};
  std::vector<const Sense*> anchors_{};
  std::map<std::string_view, double> countries_{};
  std::map<AdminKey, double> admin1s_{};
  double total_ = 0;
};

}  // namespace

double distance_km(double lat1, double lon1, double lat2, double lon2) {
  constexpr double rad = std::numbers::pi / 180;
  const double a = std::sin((lat2 - lat1) * rad / 2), b = std::sin((lon2 - lon1) * rad / 2);
  return 2 * 6371 * std::asin(std::min(1.0, std::sqrt(a * a + std::cos(lat1 * rad) * std::cos(lat2 * rad) * b * b)));
}

std::vector<std::optional<PlaceChoice>> choose_places(const Gazetteer& gazetteer, std::span<const PlaceQuery> queries,
                                                      std::span<const PeopleCount> peoples) {
  return Chooser(gazetteer, queries, peoples).run();
}

}  // namespace sayso
