// The lists behind html_allowed.h: "p" may stay, "script" goes with its words, "iframe" goes and its words stay.
// They are names of formats, as the table of character references is, and hold no judgement about words. Leaves out on
// purpose: drawings and formulas (svg, math) have names of their own, can hold code, and nothing is read in them.
// Source: HTML Living Standard, sections 4, 15 and 16.2; CSS 2.1.
#include "dispatch/html_allowed.h"

#include <algorithm>
#include <iterator>

namespace sayso::dispatch {
namespace {

template <std::size_t count>
bool is_listed(const std::string_view (&names)[count], std::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), name);
}

// Lists of names, as many as fit in a line.
// clang-format off
constexpr std::string_view allowed_elements[] = {
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo", "big",
    "blockquote", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "command",
    "data", "datagrid", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em",
    "event-source", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "i", "img", "input", "ins", "kbd", "keygen", "label", "legend", "li", "m",
    "main", "map", "mark", "menu", "meter", "multicol", "nav", "nextid", "nobr", "noscript", "ol", "optgroup",
    "option", "output", "p", "picture", "pre", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
    "search", "section", "select", "small", "sound", "source", "spacer", "span", "strike", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "time", "tr", "track", "tt",
    "u", "ul", "var", "video", "wbr"};
static_assert(std::is_sorted(std::begin(allowed_elements), std::end(allowed_elements)));

constexpr std::string_view void_elements[] = {
    "area", "br", "col", "command", "hr", "img", "input", "keygen", "source", "track", "wbr"};
static_assert(std::is_sorted(std::begin(void_elements), std::end(void_elements)));

constexpr std::string_view dropped_elements[] = {
    "applet", "script", "style"};
static_assert(std::is_sorted(std::begin(dropped_elements), std::end(dropped_elements)));

constexpr std::string_view allowed_attributes[] = {
    "abbr", "accept", "accept-charset", "accesskey", "action", "align", "alt", "autocomplete", "autofocus",
    "axis", "background", "balance", "bgcolor", "bgproperties", "border", "bordercolor", "bordercolordark",
    "bordercolorlight", "bottompadding", "cellpadding", "cellspacing", "ch", "challenge", "char", "charoff",
    "charset", "checked", "choff", "cite", "class", "clear", "color", "cols", "colspan", "compact",
    "contenteditable", "controls", "coords", "data", "datafld", "datapagesize", "datasrc", "datetime",
    "default", "delay", "dir", "disabled", "draggable", "dynsrc", "enctype", "end", "face", "for", "form",
    "frame", "galleryimg", "gutter", "headers", "height", "hidden", "hidefocus", "high", "href", "hreflang",
    "hspace", "icon", "id", "inputmode", "ismap", "keytype", "label", "lang", "leftspacing", "list", "longdesc",
    "loop", "loopcount", "loopend", "loopstart", "low", "lowsrc", "max", "maxlength", "media", "method", "min",
    "multiple", "name", "nohref", "noshade", "nowrap", "open", "optimum", "pattern", "ping", "point-size",
    "poster", "pqg", "preload", "prompt", "radiogroup", "readonly", "rel", "repeat-max", "repeat-min",
    "replace", "required", "rev", "rightspacing", "rows", "rowspan", "rules", "scope", "selected", "shape",
    "size", "span", "src", "start", "step", "summary", "suppress", "tabindex", "target", "template", "title",
    "toppadding", "type", "unselectable", "urn", "usemap", "valign", "value", "variable", "volume", "vrml",
    "vspace", "width", "wrap", "xml:lang"};
static_assert(std::is_sorted(std::begin(allowed_attributes), std::end(allowed_attributes)));

constexpr std::string_view address_attributes[] = {
    "action", "background", "cite", "data", "dynsrc", "href", "icon", "longdesc", "lowsrc", "ping", "poster",
    "src", "template", "urn", "usemap", "vrml"};
static_assert(std::is_sorted(std::begin(address_attributes), std::end(address_attributes)));

constexpr std::string_view allowed_properties[] = {
    "background", "background-color", "border", "border-bottom", "border-bottom-color", "border-bottom-style",
    "border-bottom-width", "border-collapse", "border-color", "border-left", "border-left-color",
    "border-left-style", "border-left-width", "border-right", "border-right-color", "border-right-style",
    "border-right-width", "border-spacing", "border-style", "border-top", "border-top-color",
    "border-top-style", "border-top-width", "border-width", "clear", "color", "cursor", "direction", "display",
    "float", "font", "font-family", "font-size", "font-style", "font-variant", "font-weight", "height",
    "letter-spacing", "line-height", "margin", "margin-bottom", "margin-left", "margin-right", "margin-top",
    "overflow", "padding", "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align",
    "text-decoration", "text-indent", "unicode-bidi", "vertical-align", "white-space", "width"};
static_assert(std::is_sorted(std::begin(allowed_properties), std::end(allowed_properties)));
// clang-format on

}  // namespace

bool is_allowed_element(std::string_view name) { return is_listed(allowed_elements, name); }
bool is_void_element(std::string_view name) { return is_listed(void_elements, name); }
bool is_dropped_whole(std::string_view name) { return is_listed(dropped_elements, name); }
bool is_allowed_attribute(std::string_view name) { return is_listed(allowed_attributes, name); }
bool is_address_attribute(std::string_view name) { return is_listed(address_attributes, name); }
bool is_allowed_property(std::string_view name) { return is_listed(allowed_properties, name); }

}  // namespace sayso::dispatch
