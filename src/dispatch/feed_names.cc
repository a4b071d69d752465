// Two tables: namespaces to usual prefixes, elements to the parts of a feed that they fill. "dc:creator" is an author.
// They name formats, not meanings of words. Leaves out on purpose: what only players and shops need; it is kept as
// fields. Source: the specifications of RSS 0.90 to 2.0, RSS 1.0 and its modules, Atom 0.3 and RFC 4287, CDF, and the
// pages of the extensions named.
#include "dispatch/feed_names.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"

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

constexpr std::string_view html_type = "text/html";
constexpr std::string_view xhtml_type = "application/xhtml+xml";
constexpr std::string_view plain_type = "text/plain";

constexpr Element feed_elements[] = {{"abstract", plain_type, Part::summary},
                                     {"author", plain_type, Part::author},
                                     {"body", xhtml_type, Part::content},
                                     {"category", plain_type, Part::category},
                                     {"cc:license", plain_type, Part::license},
                                     {"channel", plain_type, Part::head},
                                     {"content", plain_type, Part::content},
                                     {"content:encoded", html_type, Part::content},
                                     {"contributor", plain_type, Part::contributor},
                                     {"copyright", plain_type, Part::rights},
                                     {"created", plain_type, Part::created},
                                     {"dc:author", plain_type, Part::author},
                                     {"dc:contributor", plain_type, Part::contributor},
                                     {"dc:creator", plain_type, Part::author},
                                     {"dc:date", plain_type, Part::updated, 2},
                                     {"dc:description", html_type, Part::summary, 2},
                                     {"dc:language", plain_type, Part::language},
                                     {"dc:publisher", plain_type, Part::publisher},
                                     {"dc:rights", plain_type, Part::rights, 2},
                                     {"dc:subject", plain_type, Part::category},
                                     {"dc:title", plain_type, Part::title, 2},
                                     {"dcterms:created", plain_type, Part::created},
                                     {"dcterms:issued", plain_type, Part::published, 2},
                                     {"dcterms:modified", plain_type, Part::updated, 2},
                                     {"dcterms:valid", plain_type, Part::valid},
                                     {"description", html_type, Part::summary},
                                     {"enclosure", plain_type, Part::enclosure},
                                     {"entry", plain_type, Part::entry},
                                     {"expirationdate", plain_type, Part::expired},
                                     {"feed", plain_type, Part::head},
                                     {"feedburner:browserfriendly", plain_type, Part::info},
                                     {"fullitem", html_type, Part::content},
                                     {"generator", plain_type, Part::generator},
                                     {"georss:box", plain_type, Part::place},
                                     {"georss:line", plain_type, Part::place},
                                     {"georss:point", plain_type, Part::place},
                                     {"georss:polygon", plain_type, Part::place},
                                     {"georss:where", plain_type, Part::wrapper},
                                     {"gml:linestring", plain_type, Part::place},
                                     {"gml:point", plain_type, Part::place},
                                     {"gml:polygon", plain_type, Part::place},
                                     {"guid", plain_type, Part::id},
                                     {"icon", plain_type, Part::icon},
                                     {"id", plain_type, Part::id},
                                     {"image", plain_type, Part::image},
                                     {"info", plain_type, Part::info},
                                     {"issued", plain_type, Part::published},
                                     {"item", plain_type, Part::entry},
                                     {"itunes:author", plain_type, Part::author},
                                     {"itunes:category", plain_type, Part::category},
                                     {"itunes:image", plain_type, Part::image},
                                     {"itunes:keywords", plain_type, Part::keywords},
                                     {"itunes:link", plain_type, Part::link},
                                     {"itunes:owner", plain_type, Part::publisher},
                                     {"itunes:summary", plain_type, Part::summary, 2},
                                     {"language", plain_type, Part::language},
                                     {"lastbuilddate", plain_type, Part::updated},
                                     {"lastmod", plain_type, Part::updated},
                                     {"link", plain_type, Part::link},
                                     {"logo", plain_type, Part::logo},
                                     {"managingeditor", plain_type, Part::author},
                                     {"media:category", plain_type, Part::category},
                                     {"media:content", plain_type, Part::wrapper},
                                     {"media:description", html_type, Part::summary, 3},
                                     {"media:group", plain_type, Part::wrapper},
                                     {"media:title", plain_type, Part::title, 3},
                                     {"modified", plain_type, Part::updated},
                                     {"pubdate", plain_type, Part::published},
                                     {"published", plain_type, Part::published},
                                     {"rdf:rdf", plain_type, Part::wrapper},
                                     {"redirect", plain_type, Part::head},
                                     {"rights", plain_type, Part::rights},
                                     {"rss", plain_type, Part::wrapper},
                                     {"source", plain_type, Part::source},
                                     {"subtitle", plain_type, Part::summary},
                                     {"summary", plain_type, Part::summary},
                                     {"tagline", plain_type, Part::summary},
                                     {"tags", plain_type, Part::keywords},
                                     {"title", plain_type, Part::title},
                                     {"updated", plain_type, Part::updated},
                                     {"webmaster", plain_type, Part::publisher},
                                     {"xhtml:body", xhtml_type, Part::content}};
static_assert(std::is_sorted(std::begin(feed_elements), std::end(feed_elements),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

// The name of a namespace without what writers vary.
std::string plain_space(std::string_view space) {
  std::string name = ascii_lowered(space);
  for (const std::string_view scheme : {"http://", "https://"})
    if (name.starts_with(scheme)) name.erase(0, scheme.size());
  while (name.ends_with('/') || name.ends_with('#')) name.pop_back();
  return name;
}

}  // namespace

std::string usual_name(std::string_view space, std::string_view prefix, std::string_view local) {
  std::string before = ascii_lowered(prefix);
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
  return before.empty() ? ascii_lowered(local) : before + ":" + ascii_lowered(local);
}

const Element& element_named(std::string_view usual_name) {
  static constexpr Element none{};
  const auto* const at = std::lower_bound(std::begin(feed_elements), std::end(feed_elements), usual_name,
                                          [](const Element& one, std::string_view name) { return one.name < name; });
  return at != std::end(feed_elements) && at->name == usual_name ? *at : none;
}

}  // namespace sayso::dispatch
