// Two tables: namespaces to usual prefixes, elements to the parts of a feed that they fill. "dc:creator" is an author.
// They name formats, not meanings of words. Leaves out on purpose: what only players and shops need; it is kept as
// fields. Source: the specifications of RSS 0.90 to 2.0, RSS 1.0 and its modules, Atom 0.3 and RFC 4287, CDF, and the
// pages of the extensions named.
#include "dispatch/feed_names.h"

#include <algorithm>
#include <iterator>

namespace sayso::dispatch {
namespace {

struct Space {
  std::string_view name;  // lower case, without "http://" and a final slash or hash
  std::string_view prefix;
};
constexpr Space spaces[] = {{"backend.userland.com/rss", ""},
                            {"backend.userland.com/rss2", ""},
                            {"backend.userland.com/creativecommonsrssmodule", "cc"},
                            {"blogs.law.harvard.edu/tech/rss", ""},
                            {"channel.netscape.com/rdf/simple/0.9", ""},
                            {"cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", "cc"},
                            {"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
                            {"my.netscape.com/rdf/simple/0.9", ""},
                            {"podlove.org/simple-chapters", "psc"},
                            {"purl.org/atom/ns", ""},
                            {"purl.org/dc/elements/1.1", "dc"},
                            {"purl.org/dc/terms", "dcterms"},
                            {"purl.org/net/rss1.1", ""},
                            {"purl.org/rss/1.0", ""},
                            {"purl.org/rss/1.0/modules/content", "content"},
                            {"purl.org/rss/1.0/modules/rss091", ""},
                            {"purl.org/rss/1.0/modules/slash", "slash"},
                            {"purl.org/rss/1.0/modules/syndication", "sy"},
                            {"purl.org/syndication/thread/1.0", "thr"},
                            {"rssnamespace.org/feedburner/ext/1.0", "feedburner"},
                            {"search.yahoo.com/mrss", "media"},
                            {"web.resource.org/cc", "cc"},
                            {"wellformedweb.org/commentapi", "wfw"},
                            {"www.georss.org/georss", "georss"},
                            {"www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
                            {"www.opengis.net/gml", "gml"},
                            {"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
                            {"www.w3.org/1999/xhtml", "xhtml"},
                            {"www.w3.org/2003/01/geo/wgs84_pos", "geo"},
                            {"www.w3.org/2005/atom", ""},
                            {"www.w3.org/xml/1998/namespace", "xml"}};

constexpr std::string_view html = "text/html";
constexpr std::string_view xhtml = "application/xhtml+xml";
constexpr std::string_view plain = "text/plain";

constexpr Element elements[] = {{"abstract", Part::summary, plain},
                                {"author", Part::author},
                                {"body", Part::content, xhtml},
                                {"category", Part::category},
                                {"cc:license", Part::license},
                                {"channel", Part::head},
                                {"content", Part::content, plain},
                                {"content:encoded", Part::content, html},
                                {"contributor", Part::contributor},
                                {"copyright", Part::rights},
                                {"created", Part::created},
                                {"dc:author", Part::author},
                                {"dc:contributor", Part::contributor},
                                {"dc:creator", Part::author},
                                {"dc:date", Part::updated, plain, 2},
                                {"dc:description", Part::summary, html, 2},
                                {"dc:language", Part::language},
                                {"dc:publisher", Part::publisher},
                                {"dc:rights", Part::rights, plain, 2},
                                {"dc:subject", Part::category},
                                {"dc:title", Part::title, plain, 2},
                                {"dcterms:created", Part::created},
                                {"dcterms:issued", Part::published, plain, 2},
                                {"dcterms:modified", Part::updated, plain, 2},
                                {"dcterms:valid", Part::valid},
                                {"description", Part::summary, html},
                                {"enclosure", Part::enclosure},
                                {"entry", Part::entry},
                                {"expirationdate", Part::expired},
                                {"feed", Part::head},
                                {"feedburner:browserfriendly", Part::info},
                                {"fullitem", Part::content, html},
                                {"generator", Part::generator},
                                {"georss:box", Part::place},
                                {"georss:line", Part::place},
                                {"georss:point", Part::place},
                                {"georss:polygon", Part::place},
                                {"georss:where", Part::wrapper},
                                {"gml:linestring", Part::place},
                                {"gml:point", Part::place},
                                {"gml:polygon", Part::place},
                                {"guid", Part::id},
                                {"icon", Part::icon},
                                {"id", Part::id},
                                {"image", Part::image},
                                {"info", Part::info},
                                {"issued", Part::published},
                                {"item", Part::entry},
                                {"itunes:author", Part::author},
                                {"itunes:category", Part::category},
                                {"itunes:image", Part::image},
                                {"itunes:keywords", Part::keywords},
                                {"itunes:link", Part::link},
                                {"itunes:owner", Part::publisher},
                                {"itunes:summary", Part::summary, plain, 2},
                                {"language", Part::language},
                                {"lastbuilddate", Part::updated},
                                {"lastmod", Part::updated},
                                {"link", Part::link},
                                {"logo", Part::logo},
                                {"managingeditor", Part::author},
                                {"media:category", Part::category},
                                {"media:content", Part::wrapper},
                                {"media:description", Part::summary, html, 3},
                                {"media:group", Part::wrapper},
                                {"media:title", Part::title, plain, 3},
                                {"modified", Part::updated},
                                {"pubdate", Part::published},
                                {"published", Part::published},
                                {"rdf:rdf", Part::wrapper},
                                {"redirect", Part::head},
                                {"rights", Part::rights},
                                {"rss", Part::wrapper},
                                {"source", Part::source},
                                {"subtitle", Part::summary},
                                {"summary", Part::summary},
                                {"tagline", Part::summary},
                                {"tags", Part::keywords},
                                {"title", Part::title},
                                {"updated", Part::updated},
                                {"webmaster", Part::publisher},
                                {"xhtml:body", Part::content, xhtml}};
static_assert(std::is_sorted(std::begin(elements), std::end(elements),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// The name of a namespace without what writers vary.
std::string plain_space(std::string_view space) {
  std::string name = lowered(space);
  for (const std::string_view scheme : {"http://", "https://"})
    if (name.starts_with(scheme)) name.erase(0, scheme.size());
  while (name.ends_with('/') || name.ends_with('#')) name.pop_back();
  return name;
}

}  // namespace

std::string usual_name(std::string_view space, std::string_view prefix, std::string_view local) {
  std::string before = lowered(prefix);
  if (space.empty()) {
    if (before == "atom" || before == "rss") before.clear();
  } else {
    const std::string name = plain_space(space);
    for (const Space& one : spaces)
      if (one.name == name) {
        before = one.prefix;
        break;
      }
  }
  return before.empty() ? lowered(local) : before + ":" + lowered(local);
}

const Element& element_named(std::string_view usual_name) {
  static constexpr Element none{};
  const auto* const at = std::lower_bound(std::begin(elements), std::end(elements), usual_name,
                                          [](const Element& one, std::string_view name) { return one.name < name; });
  return at != std::end(elements) && at->name == usual_name ? *at : none;
}

}  // namespace sayso::dispatch
