// Lists kept claims, each with its words in full: a list that cuts the words would answer "what" but not "in which
// words".
//
//     KeptClaim 4be1c07d…  ->  four short lines, or "4be1c07d…\t2022-09-12\tIgor
//     Konashenkov\tRUS\tassert\tLOSS\t\tThere are …"
#include "publish/claim_list.h"

#include <algorithm>

#include "publish/plain_words.h"
#include "publish/terminal_text.h"
#include "publish/view.h"

namespace sayso::publish {
namespace {

std::string content_words(const Attribution& a, std::string_view between) {
  std::string words;
  for (const Words& piece : a.content) words += (words.empty() ? "" : std::string(between)) + piece.text;
  return words;
}

std::string event_line(const Event& event) {
  std::string line = " “" + event.trigger.text + "”";
  if (event.polarity == Polarity::negative) line += ", not so, it is said";
  if (event.certainty != Certainty::certain) line += ", " + std::string(name_of(event.certainty));
  std::string rest;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) rest += (rest.empty() ? ": " : "; ") + part;
  };
  for (const Place& place : event.where) add(place_words(place));
  for (const Count& count : event.counts) add(count_words(count));
  if (event.when) add(when_words(*event.when));
  return line + rest;
}

std::string published_words(const Dispatch& d) {
  std::string words = d.outlet.value;
  if (words.empty()) words = d.title.value.empty() ? d.path : d.title.value;
  if (d.published) words += (words.empty() ? "" : ", ") + day_words(*d.published);
  return words;
}

// "Also in Kesh Times, Dovran Post, 14 May 2031 and 2 more."
std::string copies_words(const std::vector<Copy>& copies) {
  constexpr std::size_t most = 3;  // outlets named
  std::vector<std::string> names;
  for (const Copy& copy : copies) {
    const std::string& name = copy.outlet.empty() ? copy.url : copy.outlet;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (names.empty())
    return copies.size() == 1 ? "also in 1 copy" : "also in " + std::to_string(copies.size()) + " copies";
  std::string words = "also in ";
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) words += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most) words += " and " + std::to_string(names.size() - most) + " more";
  return words;
}

void add_claim(Page& page, const KeptClaim& kept) {
  const Attribution& a = kept.claim.attribution;
  const std::string said = a.said ? interval_words(*a.said) : "";
  std::vector<Run> title{{said.empty() ? "day not known" : said}, {" · "}, {speaker_words(a), Ink::strong}};
  page.add_headed(0, 2, title, {short_id(kept.claim.id), Ink::faint});
  std::vector<Run> words{{act_words(a.act), Ink::act}};
  const std::string content = content_words(a, " … ");
  if (!content.empty()) words.push_back({" “" + content + "”"});
  page.add(2, 4, words);
  for (const Event& event : kept.claim.events) {
    page.add(2, 4, {{"● " + event_words(event), Ink::event}, {event_line(event)}});
  }
  std::string from = published_words(kept.dispatch);
  if (kept.entry) from += (from.empty() ? "" : "; ") + std::string("entry of ") + entry_words(kept.entry->entry);
  if (kept.superseded) from += " (revision " + std::to_string(kept.revision) + ", replaced by a newer one)";
  page.add(2, {{from, Ink::faint}});
  if (!kept.copies.empty()) page.add(2, {{copies_words(kept.copies), Ink::faint}});
}

}  // namespace

std::string claim_list(const std::vector<KeptClaim>& claims, Paper paper) {
  Page page(paper);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (i != 0) page.blank();
    add_claim(page, claims[i]);
  }
  return page.take();
}

std::string plain_header() {
  return "id\tsaid\tspeaker\tcountry\tact\twhat\twhere\twords\toutlet\tpublished\tcopies\twritten";
}

std::string plain_line(const KeptClaim& kept) {
  const Attribution& a = kept.claim.attribution;
  std::string said;
  if (a.said && a.said->begin) said = iso(*a.said->begin);
  if (a.said && a.said->end && a.said->end != a.said->begin) said += "/" + iso(*a.said->end);
  std::string what;
  std::string where;
  for (const Event& event : kept.claim.events) {
    what += (what.empty() ? "" : "; ") + event.type + (event.mode.empty() ? "" : "/" + event.mode);
    for (const Place& place : event.where)
      where += (where.empty() ? "" : "; ") + (place.name.empty() ? place.text : place.name);
  }
  const Dispatch& d = kept.dispatch;
  std::string written = d.published ? iso(*d.published) : std::string();
  if (kept.entry) written = iso(kept.entry->entry.day, kept.entry->entry.clock);
  std::string line = safe_text(kept.claim.id);
  for (const std::string& cell :
       {said, a.source.name.empty() ? a.source.text : a.source.name, a.source.country, std::string(name_of(a.act)),
        what, where, content_words(a, " … "), d.outlet.value, d.published ? iso(*d.published) : std::string(),
        std::to_string(kept.copies.size()), written}) {
    line += "\t" + safe_text(cell);
  }
  return line;
}

}  // namespace sayso::publish
