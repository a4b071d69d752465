// Settles the facts of a dispatch and keeps the rule that spoke for each: with no metadata and the address
// "https://kesh.example/2022/09/12/x" the outlet is "kesh.example" by "address" and the day 2022-09-12 by "address".
// Where sources differ the surer one wins and a note says so. Leaves out on purpose: averaging or correcting them.
#include "dispatch/facts.h"

#include "base/utf8.h"
#include "dispatch/address.h"

namespace sayso::dispatch {
namespace {

using Of = Mark::Of;

struct Source {
  const std::vector<Mark>& metadata;
  const std::vector<PlacedMark>& marks;
};

// The first that speaks of it, metadata before lines.
Found first(const Source& source, Of of) {
  for (const Mark& mark : source.metadata)
    if (mark.of == of && !mark.value.empty()) return {.value = mark.value, .rule = mark.rule};
  for (const PlacedMark& placed : source.marks)
    if (placed.mark.of == of) return {.value = placed.mark.value, .rule = placed.mark.rule, .span = placed.span};
  return {};
}

void choose(Found& field, const std::string& option, Found found) {
  if (!option.empty()) {
    field = {.value = option, .rule = "option"};
    if (found.span && found.value == option) field.span = found.span;
  } else {
    field = std::move(found);
  }
}

void fill_published(const Source& source, const ReadOptions& options, Dispatch& dispatch) {
  if (!options.published.empty()) {
    dispatch.published = day_of_iso(options.published);
    dispatch.published_as = {.value = options.published, .rule = "option"};
  }
  const auto offer = [&](Day day, Found found) {
    if (!dispatch.published) {
      dispatch.published = day;
      dispatch.published_as = std::move(found);
    } else if (*dispatch.published != day && dispatch.published_as.rule != "option") {
      dispatch.notes.push_back("the page also gives the date " + iso(day) + " (" + found.rule + ")");
    }
  };
  for (const Mark& mark : source.metadata)
    if (mark.of == Of::published && mark.day) {
      offer(*mark.day, {.value = mark.value, .rule = mark.rule});
      break;
    }
  for (const PlacedMark& placed : source.marks)
    if (placed.mark.of == Of::published && placed.mark.day) {
      offer(*placed.mark.day, {.value = placed.mark.value, .rule = placed.mark.rule, .span = placed.span});
      break;
    }
  if (const std::optional<Day> day = date_in(dispatch.url)) offer(*day, {.value = dispatch.url, .rule = "address"});
}

void fill_outlet(const Source& source, const ReadOptions& options, const Outlets& outlets, Dispatch& dispatch) {
  choose(dispatch.outlet, options.outlet, first(source, Of::outlet));
  const std::string host = host_of(dispatch.url);
  const Outlet* const known = host.empty() ? nullptr : outlets.by_host(host);
  if (dispatch.outlet.value.empty() || (dispatch.outlet.rule == "dateline" && !host.empty()))
    dispatch.outlet = {.value = known != nullptr ? known->name : host, .rule = host.empty() ? "" : "address"};
}

}  // namespace

void fill_facts(const Page& page, const std::vector<PlacedMark>& marks, const ReadOptions& options,
                const Outlets& outlets, Dispatch& dispatch) {
  const Source source{page.metadata, marks};
  dispatch.url = !options.url.empty() ? options.url : first(source, Of::url).value;
  choose(dispatch.title, options.title, first(source, Of::title));
  for (const PlacedMark& placed : marks)  // a title of the metadata that also stands in the text
    if (placed.mark.of == Of::title && !dispatch.title.span && fold(placed.mark.value) == fold(dispatch.title.value))
      dispatch.title.span = placed.span;
  choose(dispatch.byline, {}, first(source, Of::byline));
  for (std::size_t at = 0; at < dispatch.byline.value.size();) {
    const std::size_t end = std::min(dispatch.byline.value.find(", ", at), dispatch.byline.value.size());
    dispatch.authors.push_back(dispatch.byline.value.substr(at, end - at));
    at = end + 2;
  }
  choose(dispatch.credit, {}, first(source, Of::credit));
  fill_outlet(source, options, outlets, dispatch);
  if (!page.language.empty()) dispatch.language = {.value = page.language, .rule = page.language_rule};
  fill_published(source, options, dispatch);
}

}  // namespace sayso::dispatch
