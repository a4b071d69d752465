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

constexpr Element elements[] = {{"abstract", plain, Part::summary},
                                {"author", plain, Part::author},
                                {"body", xhtml, Part::content},
                                {"category", plain, Part::category},
                                {"cc:license", plain, Part::license},
                                {"channel", plain, Part::head},
                                {"content", plain, Part::content},
                                {"content:encoded", html, Part::content},
                                {"contributor", plain, Part::contributor},
                                {"copyright", plain, Part::rights},
                                {"created", plain, Part::created},
                                {"dc:author", plain, Part::author},
                                {"dc:contributor", plain, Part::contributor},
                                {"dc:creator", plain, Part::author},
                                {"dc:date", plain, Part::updated, 2},
                                {"dc:description", html, Part::summary, 2},
                                {"dc:language", plain, Part::language},
                                {"dc:publisher", plain, Part::publisher},
                                {"dc:rights", plain, Part::rights, 2},
                                {"dc:subject", plain, Part::category},
                                {"dc:title", plain, Part::title, 2},
                                {"dcterms:created", plain, Part::created},
                                {"dcterms:issued", plain, Part::published, 2},
                                {"dcterms:modified", plain, Part::updated, 2},
                                {"dcterms:valid", plain, Part::valid},
                                {"description", html, Part::summary},
                                {"enclosure", plain, Part::enclosure},
                                {"entry", plain, Part::entry},
                                {"expirationdate", plain, Part::expired},
                                {"feed", plain, Part::head},
                                {"feedburner:browserfriendly", plain, Part::info},
                                {"fullitem", html, Part::content},
                                {"generator", plain, Part::generator},
                                {"georss:box", plain, Part::place},
                                {"georss:line", plain, Part::place},
                                {"georss:point", plain, Part::place},
                                {"georss:polygon", plain, Part::place},
                                {"georss:where", plain, Part::wrapper},
                                {"gml:linestring", plain, Part::place},
                                {"gml:point", plain, Part::place},
                                {"gml:polygon", plain, Part::place},
                                {"guid", plain, Part::id},
                                {"icon", plain, Part::icon},
                                {"id", plain, Part::id},
                                {"image", plain, Part::image},
                                {"info", plain, Part::info},
                                {"issued", plain, Part::published},
                                {"item", plain, Part::entry},
                                {"itunes:author", plain, Part::author},
                                {"itunes:category", plain, Part::category},
                                {"itunes:image", plain, Part::image},
                                {"itunes:keywords", plain, Part::keywords},
                                {"itunes:link", plain, Part::link},
                                {"itunes:owner", plain, Part::publisher},
                                {"itunes:summary", plain, Part::summary, 2},
                                {"language", plain, Part::language},
                                {"lastbuilddate", plain, Part::updated},
                                {"lastmod", plain, Part::updated},
                                {"link", plain, Part::link},
                                {"logo", plain, Part::logo},
                                {"managingeditor", plain, Part::author},
                                {"media:category", plain, Part::category},
                                {"media:content", plain, Part::wrapper},
                                {"media:description", html, Part::summary, 3},
                                {"media:group", plain, Part::wrapper},
                                {"media:title", plain, Part::title, 3},
                                {"modified", plain, Part::updated},
                                {"pubdate", plain, Part::published},
                                {"published", plain, Part::published},
                                {"rdf:rdf", plain, Part::wrapper},
                                {"redirect", plain, Part::head},
                                {"rights", plain, Part::rights},
                                {"rss", plain, Part::wrapper},
                                {"source", plain, Part::source},
                                {"subtitle", plain, Part::summary},
                                {"summary", plain, Part::summary},
                                {"tagline", plain, Part::summary},
                                {"tags", plain, Part::keywords},
                                {"title", plain, Part::title},
                                {"updated", plain, Part::updated},
                                {"webmaster", plain, Part::publisher},
                                {"xhtml:body", xhtml, Part::content}};
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
