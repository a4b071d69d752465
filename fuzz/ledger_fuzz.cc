// Opening any bytes as a ledger and asking it everything: never a crash, a hang or a leak.
//
// Input "F…" is the file itself. Every other input is a list of changes, four bytes each (page, offset high, offset
// low, value), made to a sound ledger, so that the fuzzer gets behind the header; the last of them cuts the file there
// if its value is 0.
//
//     build/asan/fuzz/ledger_fuzz -max_len=400 corpus/
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "base/sha256.h"
#include "sayso/ledger.h"

namespace {

using namespace sayso;

Reading sound_reading() {
  Reading reading;
  Dispatch& d = reading.dispatch;
  d.text = "\"We lost up to 250 soldiers near Kesh,\" Tosk said on Monday.";
  d.sha256 = sha256_hex(d.text);
  d.id = "sha256:" + d.sha256;
  d.url = "https://post.example/";
  d.authors = {"Anna Kesh"};
  d.modified = Day{};
  d.modified_clock = clock_of_iso("14:05+03:00");
  d.paragraphs = {{.span = {0, 60}}};
  d.raw = {{.text = {0, 60}, .raw = {0, 60}}};
  Claim claim{.id = "0123456789abcdef", .dispatch = d.id, .sentence = {0, 60}};
  claim.attribution.source = {.text = "Tosk", .span = Span{40, 44}, .name = "Ilmar Tosk", .kind = EntityKind::person};
  claim.attribution.cue = Words{.text = "said", .span = {45, 49}};
  claim.attribution.content = {{.text = "We lost up to 250 soldiers near Kesh", .span = {1, 37}}};
  claim.attribution.said =
      When{.begin = Day{}, .precision = TimePrecision::day, .text = "Monday", .span = Span{53, 59}};
  claim.events = {{.type = "LOSS",
                   .trigger = {.text = "lost", .span = {4, 8}},
                   .recipients = {{.name = "Varnia", .country = "VRN"}},
                   .where = {{.text = "Kesh", .span = {33, 37}, .name = "Kesh", .lat = 1.5, .lon = 2.5}},
                   .counts = {{.text = "250", .span = {15, 18}, .of = "soldiers", .high = 250}}}};
  reading.claims = {claim};
  return reading;
}

// A folder in memory where there is one: thousands of files are written.
const std::string& file() {
  static const std::string path = [] {
    std::string folder = (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + std::string("/ledger-fuzz-XXXXXX");
    if (mkdtemp(folder.data()) == nullptr) std::abort();
    return folder + "/any.ledger";
  }();
  return path;
}

void remove_files() {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) unlink((file() + ending).c_str());
}

std::string sound_ledger() {
  remove_files();
  if (!Ledger::open(file())->add(sound_reading(), {.version = "fuzz"})) std::abort();
  std::ifstream stream(file(), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string changed(std::string bytes, const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t page_size = 4096;
  const std::size_t pages = bytes.size() / page_size;
  for (; size >= 4; data += 4, size -= 4) {
    const std::size_t at = (data[0] % pages) * page_size + (data[1] * 256U + data[2]) % page_size;
    bytes[at] = static_cast<char>(data[3]);
    if (size < 8 && data[3] == 0) bytes.resize(at);
  }
  return bytes;
}

void ask_everything(Ledger& ledger) {
  const auto all = ledger.find({.latest_only = false});
  if (all) {
    for (const KeptClaim& kept : *all) (void)ledger.dispatch(kept.claim.dispatch).has_value();
  }
  for (const Query& query : {Query{.who = "tosk"}, Query{.where = "kesh"}, Query{.what = "LOSS"},
                             Query{.text = "soldiers OR monday"}, Query{.box = Box{}, .happened_since = Day{}}}) {
    (void)ledger.find(query).has_value();
  }
  (void)ledger.claim("0123").has_value();
  (void)ledger.size().has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sound_ledger();
  const bool raw = size > 0 && data[0] == 'F';
  const std::string bytes =
      raw ? std::string(reinterpret_cast<const char*>(data) + 1, size - 1) : changed(sound, data, size);
  remove_files();
  std::ofstream(file(), std::ios::binary) << bytes;
  if (auto reader = Ledger::open(file(), Ledger::Mode::read_only)) ask_everything(*reader);
  if (auto writer = Ledger::open(file())) {
    Reading another = sound_reading();
    another.dispatch.sha256 = sha256_hex("another");
    another.dispatch.id = "sha256:" + another.dispatch.sha256;
    another.claims[0].dispatch = another.dispatch.id;
    another.claims[0].id = "fedcba9876543210";
    (void)writer->add(another, {.version = "fuzz"}).has_value();
    ask_everything(*writer);
  }
  remove_files();
  return 0;
}
