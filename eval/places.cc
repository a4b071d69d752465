// Places against LGL and TR-News: resolving gold names, share within 161 km, and exact GeoNames ids.
//
//     sayso-eval places ../shared/data/places --json      the folder holds toponyms.tsv, and lgl.xml, TR-News.xml or
//     both
//
// JSON: shares of 1 over what is there, mention_f1, acc161_gold_mentions, end_to_end_161, and the same for each set
// with lgl_ and tr_news_ in front. Printed: names with coordinates in the gold, answered, within 161 km (of all, of
// answered), median error, same id where we have one. With a model (SAYSO_MODEL or models/english.sayso) also end to
// end: names found in the text (exact span; any overlap), and found and within 161 km; without peoples. Adjectives of
// peoples ("Turkish") are gold names in both sets; they count as their country here, though sayso reads no place in
// them.
#include "mention/places.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "arguments.h"
#include "base/file.h"
#include "base/tsv.h"
#include "commands.h"
#include "knowledge.h"
#include "language/analyse.h"
#include "lexicon/gazetteer.h"
#include "lexicon/place_words.h"
#include "mention/place_choice.h"

namespace sayso::eval {
namespace {

struct GoldPlace {
  Span span{};
  std::string phrase{};
  std::string id{};
  std::string feature{};
  double lat = 0;
  double lon = 0;
  bool located = false;
};

double to_double(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::uint32_t to_uint(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

struct PlaceArticle {
  std::string text{};
  std::string address{};  // where it was published
};

// The articles of one of the two files by docid.
std::map<std::string, PlaceArticle> read_place_articles(const std::string& xml) {
  std::map<std::string, PlaceArticle> articles;
  for (std::size_t at = 0; (at = xml.find("<article docid=\"", at)) != std::string::npos;) {
    at += 16;
    const std::string id = xml.substr(at, xml.find('"', at) - at);
    const std::size_t begin = xml.find("<text><![CDATA[", at), end = xml.find("]]></text>", at);
    if (begin == std::string::npos || end == std::string::npos || begin >= end) continue;
    PlaceArticle& article = articles[id];
    article.text = xml.substr(begin + 15, end - begin - 15);
    const std::size_t host = xml.find("<domain>", at), after = xml.find("</domain>", at);
    if (host < begin && after < begin) article.address = xml.substr(host + 8, after - host - 8);
  }
  return articles;
}

struct PlacesScore {
  int gold = 0, answered = 0, close = 0, same = 0, with_id = 0;
  std::vector<double> errors{};

  double within() const { return gold == 0 ? 0 : static_cast<double>(close) / gold; }

  void add(const PlacesScore& other) {
    gold += other.gold, answered += other.answered, close += other.close, same += other.same, with_id += other.with_id;
    errors.insert(errors.end(), other.errors.begin(), other.errors.end());
  }

  void print(const char* name) {
    std::sort(errors.begin(), errors.end());
    const double median = errors.empty() ? 0 : errors[errors.size() / 2];
    const auto share = [](int a, int b) { return b == 0 ? 0.0 : static_cast<double>(a) / b; };
    std::printf(
        "%-22s gold %5d  answered %5d (%.3f)  within 161 km: %.3f of all, %.3f of answered  median %.0f km  same id "
        "%.3f of %d\n",
        name, gold, answered, share(answered, gold), share(close, gold), share(close, answered), median,
        share(same, with_id), with_id);
  }
};

Dispatch dispatch_of(const PlaceArticle& article) {
  const std::string& text = article.text;
  Dispatch dispatch;
  dispatch.url = article.address;
  dispatch.text = text;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), size));
    if (end > begin) dispatch.paragraphs.push_back({.span = {begin, end}, .kind = ParagraphKind::body});
    begin = end + 1;
  }
  return dispatch;
}

struct EndToEnd {
  int gold = 0, found = 0, exact = 0, given = 0, given_good = 0, located = 0, close = 0;

  void add(const std::string& text, const std::vector<GoldPlace>& names, const Gazetteer& gazetteer,
           const std::vector<PlaceMention>& mentions) {
    given += static_cast<int>(mentions.size());
    for (const auto& m : mentions)
      given_good +=
          std::any_of(names.begin(), names.end(), [&](const GoldPlace& g) { return g.span.overlaps(m.place.span); })
              ? 1
              : 0;
    for (const GoldPlace& g : names) {
      if (g.span.end > text.size() || !gazetteer.country_of_people(g.phrase).empty()) continue;
      ++gold;
      located += g.located ? 1 : 0;
      const auto hit =
          std::find_if(mentions.begin(), mentions.end(), [&](const auto& m) { return g.span.overlaps(m.place.span); });
      if (hit == mentions.end()) continue;
      ++found;
      exact += hit->place.span == g.span ? 1 : 0;
      close +=
          g.located && hit->place.lat && distance_km(*hit->place.lat, *hit->place.lon, g.lat, g.lon) <= 161 ? 1 : 0;
    }
  }

  static double share(int a, int b) { return b == 0 ? 0.0 : static_cast<double>(a) / b; }
  double f1() const {
    const double p = share(given_good, given), r = share(found, gold);
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
  double within() const { return share(close, located); }

  void add(const EndToEnd& other) {
    gold += other.gold, found += other.found, exact += other.exact, given += other.given;
    given_good += other.given_good, located += other.located, close += other.close;
  }

  void print() const {
    const double p = share(given_good, given), r = share(found, gold);
    std::printf(
        "  end to end             gold %5d  found %.3f (span %.3f)  precision %.3f  F1 %.3f  found and within 161 km: "
        "%.3f of %d\n",
        gold, r, share(exact, gold), p, f1(), within(), located);
  }
};

}  // namespace

int run_places(int argc, char** argv) {
  CLI::App app{"Place names resolved within 161 km: LGL and TR-News", "sayso-eval places"};
  std::string folder;
  bool json = false, verbose = false;
  app.add_option("folder", folder, "A folder with toponyms.tsv, and lgl.xml, TR-News.xml or both")->required();
  app.add_flag("--errors", verbose, "List names that went astray");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table");
  app.footer("Example:\n  sayso-eval places ../shared/data/places --json");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  const std::string data = (data_folder() / "gazetteer").string();
  const std::string lexicons = (data_folder() / "lexicons").string();
  auto gazetteer = Gazetteer::load(data);
  auto words = PlaceWords::load(lexicons + "/place_words.tsv");
  auto table = read_file(folder + "/toponyms.tsv");
  if (!gazetteer || !words || !table) {
    std::fprintf(stderr, "places: cannot read the gazetteer, the words or %s/toponyms.tsv\n", folder.c_str());
    return 1;
  }
  const auto model = LanguageModel::open(model_file());
  const auto spelling = load_spelling(lexicons);
  nlohmann::ordered_json out;
  PlacesScore every;
  EndToEnd every_whole;
  struct Corpus {
    const char *name, *file, *key;
  };
  int there = 0;
  for (const auto& [name, file, key] : {Corpus{"LGL", "lgl.xml", "lgl"}, {"TR-News", "TR-News.xml", "tr_news"}}) {
    const std::string corpus = name;
    auto xml = read_file(folder + "/" + file);
    if (!xml) continue;
    ++there;
    const auto articles = read_place_articles(*xml);
    std::map<std::string, std::vector<GoldPlace>> gold;
    for (const std::string_view line : split(*table, '\n')) {
      const auto c = split(line, '\t');
      if (c.size() < 14 || c[0] != corpus) continue;
      gold[std::string(c[1])].push_back({.span = {to_uint(c[2]), to_uint(c[3])},
                                         .phrase = std::string(c[5]),
                                         .id = std::string(c[6]),
                                         .feature = std::string(c[8]),
                                         .lat = to_double(c[10]),
                                         .lon = to_double(c[11]),
                                         .located = !c[10].empty()});
    }
    PlacesScore all, towns, countries, peoples;
    int shifted = 0;
    EndToEnd whole;
    for (auto& [id, names] : gold) {
      const auto found = articles.find(id);
      if (found == articles.end()) continue;
      const std::string& text = found->second.text;
      std::sort(names.begin(), names.end(), [](const GoldPlace& a, const GoldPlace& b) { return a.span < b.span; });
      std::vector<PlaceName> asked;
      std::vector<const GoldPlace*> kept;
      for (const GoldPlace& g : names) {
        if (g.span.end > text.size() || slice(text, g.span) != g.phrase) {
          ++shifted;
          continue;
        }
        if (!asked.empty() && g.span.begin < asked.back().span.end) continue;
        asked.push_back({.span = g.span, .passage = {0, static_cast<std::uint32_t>(text.size())}});
        kept.push_back(&g);
      }
      if (model && spelling) {
        // The whole way: sentences, tags and names by the model, then places.
        const Dispatch dispatch = dispatch_of(found->second);
        const Syntax syntax = analyse(dispatch, *model, *spelling);
        whole.add(text, names, *gazetteer, find_places(dispatch, syntax, *gazetteer, *words));
        for (PlaceName& one : asked) one.beside_noun = stands_beside_noun(syntax, one.span);
      }
      const auto places = resolve_places(text, asked, *gazetteer, *words, found->second.address);
      for (std::size_t i = 0; i < places.size(); ++i) {
        const GoldPlace& g = *kept[i];
        if (!g.located) continue;
        Place p = places[i];
        const auto people = gazetteer->country(gazetteer->country_of_people(g.phrase));
        if (people) p.lat = people->lat, p.lon = people->lon, p.geonames = people->geonames;
        PlacesScore& kind = people ? peoples : g.feature == "P" ? towns : countries;
        for (PlacesScore* s : {&all, &kind}) {
          ++s->gold;
          if (!p.lat) continue;
          ++s->answered;
          const double km = distance_km(*p.lat, *p.lon, g.lat, g.lon);
          s->errors.push_back(km);
          if (km <= 161) ++s->close;
          if (p.geonames) {
            ++s->with_id;
            if (std::to_string(*p.geonames) == g.id) ++s->same;
          }
        }
        if (verbose && !json && (!p.lat || distance_km(*p.lat, *p.lon, g.lat, g.lon) > 161))
          std::printf("  %s %s [%s] %s %.1f %.1f -> %s %s %s %.1f %.1f %s\n", corpus.c_str(), id.c_str(),
                      g.phrase.c_str(), g.feature.c_str(), g.lat, g.lon, p.name.c_str(), p.country.c_str(),
                      p.admin1.c_str(), p.lat.value_or(0), p.lon.value_or(0), p.rule.c_str());
      }
    }
    every.add(all);
    every_whole.add(whole);
    out[std::string(key) + "_mention_f1"] = whole.f1();
    out[std::string(key) + "_acc161_gold_mentions"] = all.within();
    out[std::string(key) + "_end_to_end_161"] = whole.within();
    if (json) continue;
    all.print((corpus + " all").c_str());
    towns.print("  towns");
    countries.print("  regions, countries");
    peoples.print("  peoples");
    if (model && spelling) whole.print();
    if (shifted != 0) std::printf("  left out: %d names whose offsets do not fit\n", shifted);
  }
  if (there == 0) {
    std::fprintf(stderr, "sayso-eval: %s: neither lgl.xml nor TR-News.xml is there\n", folder.c_str());
    return 1;
  }
  out["mention_f1"] = every_whole.f1();
  out["acc161_gold_mentions"] = every.within();
  out["end_to_end_161"] = every_whole.within();
  if (json) std::printf("%s\n", out.dump().c_str());
  return 0;
}

}  // namespace sayso::eval
