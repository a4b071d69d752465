// Settles the facts of a dispatch and keeps the rule that spoke for each: with no metadata and the address
// "https://kesh.example/2022/09/12/x" the outlet is "kesh.example" by "address" and the day 2022-09-12 by "address".
// Where sources differ the surer one wins and a note says so. Leaves out on purpose: averaging or correcting them.
#include "dispatch/facts.h"

#include <algorithm>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/address.h"
#include "dispatch/author_names.h"
#include "dispatch/feed_date.h"
#include "dispatch/outlet_names.h"

namespace sayso::dispatch {
namespace {

using Of = Mark::Of;

struct FactSource {
  const std::vector<Mark>& metadata;
  const std::vector<PlacedMark>& marks;
};

// The first that speaks of it, metadata before lines.
Found first(const FactSource& source, Of of) {
  for (const Mark& mark : source.metadata)
    if (mark.of == of && !mark.value.empty()) return {.value = mark.value, .rule = mark.rule};
  for (const PlacedMark& placed : source.marks)
    if (placed.mark.of == of) return {.value = placed.mark.value, .rule = placed.mark.rule, .span = placed.span};
  return {};
}

// Who signs, name by name.
void fill_byline(const FactSource& source, Dispatch& dispatch) {
  dispatch.byline = first(source, Of::byline);
  for (const Mark& mark : source.metadata)
    if (mark.of == Of::byline && !mark.value.empty()) {
      dispatch.authors = mark.names;
      break;
    }
  if (dispatch.authors.empty()) dispatch.authors = split_names(dispatch.byline.value);
}

void choose(Found& field, const std::string& option, Found found) {
  if (!option.empty()) {
    field = {.value = option, .rule = "option"};
    if (found.span && found.value == option) field.span = found.span;
  } else {
    field = std::move(found);
  }
}

// Every day that the page gives for its publication, surest first: metadata, lines of the text, the address.
std::vector<FoundDay> days_of(const FactSource& source, Of of, const std::string& url) {
  std::vector<FoundDay> days;
  const auto add = [&](Day day, Found found) {
    const FoundDay one{day, std::move(found)};
    if (std::find(days.begin(), days.end(), one) == days.end()) days.push_back(one);
  };
  for (const Mark& mark : source.metadata)
    if (mark.of == of && mark.day) add(*mark.day, {.value = mark.value, .rule = mark.rule});
  for (const PlacedMark& placed : source.marks)
    if (placed.mark.of == of && placed.mark.day)
      add(*placed.mark.day, {.value = placed.mark.value, .rule = placed.mark.rule, .span = placed.span});
  if (const std::optional<Day> day = date_in(url)) add(*day, {.value = url, .rule = "address"});
  return days;
}

// The time of that day by the first that tells one: "2022-09-12T14:05+03:00", "Mon, 12 Sep 2022 14:05 +0300".
std::optional<Clock> clock_of(const std::vector<FoundDay>& days, Day day) {
  for (const FoundDay& one : days) {
    if (one.day != day) continue;
    if (const std::optional<Clock> clock = read_feed_date(one.as.value).clock_on(day)) return clock;
  }
  return std::nullopt;
}

void fill_published(const FactSource& source, const ReadOptions& options, Dispatch& dispatch) {
  dispatch.dates = days_of(source, Of::published, dispatch.url);
  if (!options.published.empty())
    if (const std::optional<Day> day = day_of_iso(options.published))
      dispatch.dates.insert(dispatch.dates.begin(), {*day, {.value = options.published, .rule = "option"}});
  if (const std::vector<FoundDay> changes = days_of(source, Of::modified, {}); !changes.empty()) {
    dispatch.modified = changes.front().day;
    dispatch.modified_clock = clock_of(changes, changes.front().day);
    dispatch.modified_as = changes.front().as;
  }
  if (dispatch.dates.empty()) return;
  dispatch.published = dispatch.dates.front().day;
  dispatch.published_clock = clock_of(dispatch.dates, *dispatch.published);
  dispatch.published_as = dispatch.dates.front().as;
  if (dispatch.published_as.rule == "option") return;
  Day last = *dispatch.published;
  for (const FoundDay& other : dispatch.dates) {
    if (other.day == *dispatch.published || other.day == last) continue;
    dispatch.notes.push_back("the page also gives the date " + iso(other.day) + " (" + other.as.rule + ")");
    last = other.day;
  }
}

// One name for an outlet: that of the table, if its host is there. Else of the names that the page gives the one
// that its address bears out best ("Kesh Times" before "Kesh Times Publishing House Ltd."), else the first.
void fill_outlet(const FactSource& source, const ReadOptions& options, const Outlets& outlets, Dispatch& dispatch) {
  const std::string host = host_of(dispatch.url);
  const Outlet* const known = host.empty() ? nullptr : outlets.by_host(host);
  Found found = first(source, Of::outlet);
  if (known != nullptr && (!found.span || found.rule == "dateline")) {
    found = {.value = known->name, .rule = "address"};
  } else if (found.value.empty() || (found.rule == "dateline" && !host.empty())) {
    found = {.value = host, .rule = host.empty() ? "" : "address"};
  } else if (!host.empty()) {
    const Mark* const best = best_outlet(source.metadata, label_of(host));
    if (best != nullptr) found = {.value = best->value, .rule = best->rule};
  }
  choose(dispatch.outlet, options.outlet, std::move(found));
}

}  // namespace

void fill_facts(const Page& page, const std::vector<PlacedMark>& marks, const ReadOptions& options,
                const Outlets& outlets, Dispatch& dispatch) {
  const FactSource source{page.metadata, marks};
  dispatch.url = !options.url.empty() ? options.url : first(source, Of::url).value;
  choose(dispatch.title, options.title, first(source, Of::title));
  for (const PlacedMark& placed : marks)  // a title of the metadata that also stands in the text
    if (placed.mark.of == Of::title && !dispatch.title.span && fold(placed.mark.value) == fold(dispatch.title.value))
      dispatch.title.span = placed.span;
  fill_byline(source, dispatch);
  choose(dispatch.credit, {}, first(source, Of::credit));
  fill_outlet(source, options, outlets, dispatch);
  if (!page.language.empty()) dispatch.language = {.value = page.language, .rule = page.language_rule};
  fill_published(source, options, dispatch);
}

}  // namespace sayso::dispatch
