// Tells files apart: "%PDF-1.7 …" is refused by name, "<!doctype html>" is a page, "# Headline" is Markdown.
// Leaves out on purpose: feeds (an XML file with <rss> or <feed> is no page) and archives.
#include "dispatch/sniff.h"

#include <array>
#include <string>

#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view what;
};
constexpr std::array<Magic, 20> magics{
    {{"%PDF-", "a PDF file; convert it to text first"},
     {"PK\x03\x04", "a ZIP archive (or a Word, EPUB or OpenDocument file); unpack or convert it first"},
     {"PK\x05\x06", "an empty ZIP archive"},
     {"\x1f\x8b", "gzip-compressed; unpack it first"},
     {"BZh", "bzip2-compressed; unpack it first"},
     {"\xfd"
      "7zXZ",
      "xz-compressed; unpack it first"},
     {"\x28\xb5\x2f\xfd", "zstd-compressed; unpack it first"},
     {"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"},
     {"Rar!\x1a", "a RAR archive; unpack it first"},
     {"\x89PNG", "a PNG image"},
     {"\xff\xd8\xff", "a JPEG image"},
     {"GIF87a", "a GIF image"},
     {"GIF89a", "a GIF image"},
     {"RIFF", "a WebP image or a sound file"},
     {"II*\0", "a TIFF image"},
     {"MM\0*", "a TIFF image"},
     {"\xd0\xcf\x11\xe0", "an old Word or Excel file; convert it to text first"},
     {"\x7f"
      "ELF",
      "a program"},
     {"SQLite format 3", "an SQLite database"},
     {"{\\rtf", "an RTF file; convert it to text first"}}};

bool ends_with(std::string_view path, std::initializer_list<std::string_view> endings) {
  const std::string lower = to_lower(path.substr(path.size() - std::min<std::size_t>(path.size(), 8)));
  for (const std::string_view ending : endings)
    if (lower.ends_with(ending)) return true;
  return false;
}

// ASCII letters of the first kilobytes in lower case, NULs of UTF-16 left out.
std::string lower_head(std::string_view bytes) {
  std::string head;
  head.reserve(8192);
  for (const char byte : bytes.substr(0, 8192))
    if (byte != '\0') head += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
  return head;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

bool markdown_line(std::string_view line) {
  std::size_t marks = 0;
  while (marks < line.size() && line[marks] == '#') ++marks;
  if (marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ') return true;
  if (line.starts_with("<http") && line.find('>') != std::string_view::npos) return true;
  if (line.starts_with("![")) return true;
  if (line.starts_with("> ")) return true;
  const std::size_t link = line.find("](");
  if (link != std::string_view::npos && line.rfind('[', link) != std::string_view::npos &&
      line.find(')', link) != std::string_view::npos)
    return true;
  const std::size_t bold = line.find("**");
  if (bold != std::string_view::npos && line.find("**", bold + 2) != std::string_view::npos) return true;
  for (const std::string_view escape : {"\\_", "\\*", "\\#", "\\[", "\\."})
    if (line.find(escape) != std::string_view::npos) return true;
  return false;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool blank = byte - 9u < 5u;
  return (byte < 0x20) & !blank & (byte != 0x1b);
}

// Without a branch, so that the compiler looks at many bytes at once.
bool any_control(std::string_view bytes) {
  std::uint8_t any = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    const auto from_tab = static_cast<std::uint8_t>(byte - 9);
    any = static_cast<std::uint8_t>(any | ((byte < 0x20) & (from_tab > 4) & (byte != 0x1b)));
  }
  return any != 0;
}

}  // namespace

const char* name_of(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::markdown:
      return "markdown";
    case Format::html:
      return "html";
  }
  return "text";
}

bool looks_like_html(std::string_view bytes, const ReadOptions& options) {
  if (!options.format.empty()) return options.format == "html";
  const std::string head = lower_head(bytes);
  std::string_view start = trim(head);
  while (!start.empty() && static_cast<unsigned char>(start.front()) >= 0x80)
    start.remove_prefix(1);  // byte order marks
  start = trim(start);
  while (start.starts_with("<!--") || start.starts_with("<?")) {
    const std::string_view close = start.starts_with("<?") ? ">" : "-->";
    const std::size_t end = start.find(close);
    if (end == std::string_view::npos) break;
    start = trim(start.substr(end + close.size()));
  }
  for (const std::string_view opening :
       {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<article", "<div", "<p>", "<h1"})
    if (start.starts_with(opening)) return true;
  const std::size_t tags =
      count(head, "</p>") + count(head, "</div>") + count(head, "<p>") + count(head, "<div") + count(head, "</a>");
  return tags >= (ends_with(options.path, {".html", ".htm", ".xhtml"}) ? 1u : 6u);
}

Format text_format(std::string_view text, const ReadOptions& options) {
  if (options.format == "text") return Format::text;
  if (options.format == "markdown" || ends_with(options.path, {".md", ".markdown"})) return Format::markdown;
  for (const std::string_view line : split(text, '\n'))
    if (markdown_line(trim(line))) return Format::markdown;
  return Format::text;
}

std::optional<Error> binary_fault(std::string_view bytes, const ReadOptions& options, bool html) {
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.bytes))
      return Error{ErrorCode::not_text, options.path, "this is " + std::string(magic.what)};
  std::size_t nuls = 0;
  std::size_t odd_nuls = 0;
  std::size_t controls = 0;
  std::size_t first_nul = 0;
  constexpr std::size_t stretch = 4096;  // hardly any holds a control: one look over it is enough
  for (std::size_t from = 0; from < bytes.size(); from += stretch) {
    const std::string_view part = bytes.substr(from, stretch);
    if (!any_control(part)) continue;
    for (std::size_t i = from; i < from + part.size(); ++i) {
      if (bytes[i] == '\0') {
        if (nuls == 0) first_nul = i;
        ++nuls;
        odd_nuls += i & 1;
      } else {
        controls += is_control(bytes[i]);
      }
    }
  }
  const std::string where = (options.path.empty() ? "" : options.path + ": ") + "byte " + std::to_string(first_nul);
  if (nuls * 4 > bytes.size() && (odd_nuls == nuls || odd_nuls == 0)) {
    return Error{ErrorCode::not_text, where,
                 std::string("every other byte is NUL, as in UTF-16 without a byte order mark; give --encoding ") +
                     (odd_nuls == 0 ? "UTF-16BE" : "UTF-16LE")};
  }
  // A stray NUL in a page is left out as browsers do; in a text file it means that the file is none.
  if (nuls > 0 && (!html || nuls * 1000 > bytes.size() + 4000))
    return Error{ErrorCode::not_text, where, "the file holds NUL bytes; it is not text"};
  if (controls > 8 && controls * 100 > bytes.size())
    return Error{ErrorCode::not_text, options.path,
                 "the file holds many control bytes (" + std::to_string(controls) + "); it is not text"};
  return std::nullopt;
}

}  // namespace sayso::dispatch
