// Reads the words beside names of places, see place_context.h. In: the text and "Izium" in "near the town of Izium in
// the Kharkiv region"; out: a town, near, within the next name. Leaves out on purpose: syntax. Relations are read from
// the words that touch the name, so a relation stated elsewhere is "in". Data: data/lexicons/place_words.tsv.
#include "mention/place_context.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso {
namespace {

constexpr std::size_t reach = 80;  // bytes of context on either side

bool ends_with_word(std::string_view text, std::string_view word) {
  return text.ends_with(word) && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
}

std::string_view right_trim(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view without(std::string_view text, std::string_view ending) {
  return right_trim(text.substr(0, text.size() - ending.size()));
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

class ContextReader {
 public:
  ContextReader(std::string_view text, const Gazetteer& gazetteer, const PlaceWords& words)
      : text_(text), gazetteer_(gazetteer), words_(words) {}

  PlaceContext read(const PlaceName& name) {
    PlaceContext out;
    out.extent = name.span;
    out.query.name = std::string(slice(text_, name.span));
    out.query.exact_only = name.exact_only;
    const std::uint32_t from =
        std::max(name.passage.begin, name.span.begin - std::min<std::uint32_t>(name.span.begin, reach));
    const std::uint32_t to = std::min(name.passage.end, name.span.end + static_cast<std::uint32_t>(reach));
    before_ = ascii_lowered(text_.substr(from, name.span.begin - from));
    after_ = ascii_lowered(text_.substr(name.span.end, to - name.span.end));
    read_after(name, out);
    read_before(name, out);
    return out;
  }

  bool plural_kind = false;  // "… and Luhansk regions": the kind holds for the whole list

 private:
  void read_after(const PlaceName& name, PlaceContext& out) {
    plural_kind = false;
    if (after_.starts_with(", ")) {
      std::size_t end = after_.find_first_of(" ,;)", 2);
      if (end == std::string::npos) end = after_.size();
      const std::string_view shown = text_.substr(name.span.end + 2, end - 2);
      if (gazetteer_.abbreviated(shown)) out.query.abbreviation = std::string(shown);
      return;
    }
    if (!after_.starts_with(" ")) return;
    const auto take = [&](PlaceWord kind, PlaceWanted wanted) {
      const std::string_view word = words_.beginning(kind, after_);
      if (word.empty()) return false;
      out.query.wanted = wanted;
      out.extent.end = name.span.end + 1 + static_cast<std::uint32_t>(word.size());
      return true;
    };
    // "the U.S. city of …", "a U.S. District Court": that country's.
    if (is_countrys(name)) return;
    if (take(PlaceWord::region, PlaceWanted::region) || take(PlaceWord::district, PlaceWanted::district)) return;
    if (take(PlaceWord::regions, PlaceWanted::region))
      plural_kind = true;
    else if (const std::string_view word = words_.beginning(PlaceWord::town, after_);
             word == "city" || word == "town" || word == "village")
      out.query.wanted = PlaceWanted::town;
  }

  // A country's name and no region's or district's.
  bool is_countrys(const PlaceName& name) const {
    bool country = false;
    for (const GazetteerMatch& match : gazetteer_.find(slice(text_, name.span))) {
      if (!match.exact) break;
      if (match.place.feature == PlaceFeature::admin1 || match.place.feature == PlaceFeature::district) return false;
      country = country || match.place.feature == PlaceFeature::country;
    }
    return country;
  }

  void read_before(const PlaceName& name, PlaceContext& out) {
    std::string_view b = right_trim(before_);
    if (const std::string_view side = words_.ending(PlaceWord::side, b); !side.empty()) {
      out.relation = PlaceRelation::part_of;
      out.extent.begin = name.span.begin - static_cast<std::uint32_t>(before_.size() - b.size() + side.size());
      return;
    }
    bool the = false;
    if (ends_with_word(b, "the")) {
      b = without(b, "the");
      the = true;
    }
    // "the town of", "the region of": the kind, and what stands before it.
    bool kind = false;
    if (ends_with_word(b, "of")) {
      const std::string_view t = without(b, "of");
      for (const auto& [word_class, wanted] :
           {std::pair{PlaceWord::town, PlaceWanted::town}, std::pair{PlaceWord::region, PlaceWanted::region},
            std::pair{PlaceWord::district, PlaceWanted::district}, std::pair{PlaceWord::regions, PlaceWanted::region}})
        if (const std::string_view word = words_.ending(word_class, t);
            !word.empty() && word != "capital" && word != "area" && word != "state" && word != "port") {
          if (out.query.wanted == PlaceWanted::any) out.query.wanted = wanted;
          b = without(t, word);
          kind = true;
          break;
        }
    } else if (const std::string_view word = words_.ending(PlaceWord::town, b); !word.empty() && !the) {
      if (out.query.wanted == PlaceWanted::any) out.query.wanted = PlaceWanted::town;  // "the port city Dovran"
      b = without(b, word);
      kind = true;
    }
    if (relate(b, out)) return;
    // "near the embattled eastern [town of]": up to four words that are no prepositions.
    for (int i = 0; kind && i < 4 && !b.empty(); ++i) {
      const std::string_view word = last_word(b);
      if (word.empty() || words_.is(PlaceWord::locative, word) || !((word.back() >= 'a' && word.back() <= 'z'))) return;
      b = without(b, word);
      if (relate(b, out)) return;
    }
  }

  bool relate(std::string_view b, PlaceContext& out) const {
    const auto set = [&](PlaceRelation relation) {
      out.relation = relation;
      return true;
    };
    if (!words_.ending(PlaceWord::around, b).empty()) return set(PlaceRelation::around);
    if (!words_.ending(PlaceWord::near, b).empty()) return set(PlaceRelation::near);
    if (!words_.ending(PlaceWord::toward, b).empty()) return set(PlaceRelation::toward);
    if (!words_.ending(PlaceWord::part, b).empty()) return set(PlaceRelation::part_of);
    if (ends_with_word(b, "of")) {
      const std::string_view t = without(b, "of");
      if (const std::string_view compass = words_.ending(PlaceWord::compass, t); !compass.empty())
        return set(ends_with_word(without(t, compass), "the") ? PlaceRelation::part_of : PlaceRelation::near);
    }
    if (!words_.ending(PlaceWord::from, b).empty()) return set(PlaceRelation::from_direction);
    return false;
  }

  std::string_view text_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  std::string before_{};
  std::string after_{};
};

}  // namespace

std::vector<PlaceContext> read_contexts(std::string_view text, std::span<const PlaceName> names,
                                        const Gazetteer& gazetteer, const PlaceWords& words) {
  std::vector<PlaceContext> out;
  out.reserve(names.size());
  ContextReader reader(text, gazetteer, words);
  std::vector<bool> plural;
  for (const PlaceName& name : names) {
    out.push_back(reader.read(name));
    plural.push_back(reader.plural_kind);
    PlaceContext& last = out.back();
    if (out.size() > 1) last.extent.begin = std::max(last.extent.begin, out[out.size() - 2].extent.end);
  }
  for (std::size_t i = names.size(); i-- > 1;) {
    if (names[i - 1].passage != names[i].passage) continue;
    const std::string_view between = text.substr(names[i - 1].span.end, names[i].span.begin - names[i - 1].span.end);
    const bool list =
        between == ", " || between == " and " || between == ", and " || between == " or " || between == ", or ";
    if (list && plural[i] && out[i - 1].query.wanted == PlaceWanted::any) {
      out[i - 1].query.wanted = PlaceWanted::region;
      plural[i - 1] = true;
    }
    const std::string gap = ascii_lowered(
        text.substr(out[i - 1].extent.end, out[i].extent.begin - std::min(out[i].extent.begin, out[i - 1].extent.end)));
    const bool firmly = gap == ", " || gap == " of ";
    if (firmly || gap == " in " || gap == " in the " || gap == ", in " || gap == ", in the ") {
      out[i - 1].query.within = static_cast<std::uint32_t>(i);
      out[i - 1].query.firmly = firmly;
    }
  }
  return out;
}

}  // namespace sayso
