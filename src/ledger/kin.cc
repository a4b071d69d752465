// Finds the kin of a dispatch by its prints (example and rules in the header).
//
// Candidates share a sentence or a band of the signature (three numbers in a row; Leskovec, Rajaraman and Ullman,
// "Mining of Massive Datasets", 3.4) and were published in the same days; of each print at most 64 are looked at, the
// earliest first, so that a line that stands under every article costs no more than any other. Leaves out on purpose:
// who copied from whom, which the texts cannot tell.
#include "ledger/kin.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <set>
#include <string>

#include "base/folded_words.h"
#include "base/sha256.h"
#include "ledger/database.h"

namespace sayso::ledger {
namespace {

constexpr std::int64_t days_between = 3;
constexpr std::int64_t most_of_one_print = 64;
constexpr std::int64_t unknown_day = std::numeric_limits<std::int32_t>::min();
constexpr std::size_t band = 3;            // numbers of a signature
constexpr std::int64_t least_shared = 40;  // words
constexpr std::int64_t least_of_same = 8;  // words of a dispatch that is wholly the same
constexpr double resembling = 0.5, surely_resembling = 0.8;
constexpr double of_shorter = 0.5, surely_of_shorter = 0.8;
constexpr double of_longer = 0.25, surely_of_longer = 0.5;

std::int64_t day_number(const std::optional<Day>& day) {
  if (!day) return unknown_day;
  return std::clamp<std::int64_t>(day->time_since_epoch().count(), unknown_day + 1,
                                  std::numeric_limits<std::int32_t>::max());
}

std::int64_t as_number(std::uint64_t print) {
  std::int64_t number = 0;
  std::memcpy(&number, &print, sizeof number);
  return number;
}

std::string packed(const std::vector<std::uint32_t>& numbers) {
  std::string bytes;
  for (const std::uint32_t number : numbers)
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xFFU);
  return bytes;
}

// One number for each band: its place and its three numbers, mixed as FNV-1a does.
std::vector<std::int64_t> bands_of(const std::vector<std::uint32_t>& signature) {
  std::vector<std::int64_t> bands;
  for (std::size_t at = 0; at + band <= signature.size(); at += band) {
    std::uint64_t sum = 0xCBF29CE484222325U ^ at;
    for (std::size_t i = 0; i < band; ++i) sum = (sum ^ signature[at + i]) * 0x100000001B3U;
    bands.push_back(as_number(sum));
  }
  return bands;
}

double agreement(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one.empty()) return 0;
  std::size_t same = 0;
  for (std::size_t at = 0; at + 4 <= one.size(); at += 4) same += one.substr(at, 4) == other.substr(at, 4) ? 1U : 0U;
  return static_cast<double>(same) * 4 / static_cast<double>(one.size());
}

struct Kinship {
  std::string_view rule;
  double shared = 0;
};

// Of the words that two dispatches have in sentences with prints, and of their signatures.
std::optional<Kinship> kinship(std::int64_t own, std::int64_t others, std::int64_t shared, double resemblance,
                               bool days_known) {
  const auto share = [&](std::int64_t of) {
    return of == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(of);
  };
  if (shared == own && shared == others && shared >= least_of_same) return Kinship{"same-words", 1};
  const double shorter = share(std::min(own, others)), longer = share(std::max(own, others));
  if (shared >= least_shared && shorter >= (days_known ? of_shorter : surely_of_shorter) &&
      longer >= (days_known ? of_longer : surely_of_longer))
    return Kinship{"sentences", shorter};
  if (std::min(own, others) >= least_shared && resemblance >= (days_known ? resembling : surely_resembling))
    return Kinship{"resemblance", resemblance};
  return std::nullopt;
}

class Searching {
 public:
  Searching(Database& database, std::int64_t row, std::int64_t day, const Fingerprint& fingerprint)
      : database_(database), row_(row), day_(day), fingerprint_(fingerprint), bands_(bands_of(fingerprint.signature)) {}

  void find() {
    for (const SentencePrint& sentence : fingerprint_.sentences) {
      own_ += sentence.words;
      for (const std::int64_t dispatch : holders("sentence_prints", "print", as_number(sentence.print)))
        shared_[dispatch] += sentence.words;
    }
    for (const std::int64_t one : bands_)
      for (const std::int64_t dispatch : holders("signature_bands", "band", one)) shared_.try_emplace(dispatch, 0);
  }

  // The lowest row of all that are kin now.
  std::int64_t join() {
    const std::string signature = packed(fingerprint_.signature);
    std::set<std::int64_t> origins{row_};
    for (const auto& [other, shared] : shared_) {
      std::optional<Kinship> kin;
      std::int64_t origin = other;
      {
        auto rows = database_.select(
            "SELECT f.words, f.signature, d.published IS NULL, ifnull(d.origin, d.row_id) FROM fingerprints f JOIN "
            "dispatches d ON d.row_id = f.dispatch WHERE f.dispatch = ?",
            other);
        if (!rows.next()) continue;
        kin = kinship(own_, rows.number(0), shared, agreement(signature, rows.blob(1)),
                      day_ != unknown_day && !rows.flag(2));
        origin = rows.number(3);
      }
      if (!kin) continue;
      database_.run("INSERT INTO copies (dispatch, other, rule, shared) VALUES (?, ?, ?, ?)", row_, other, kin->rule,
                    kin->shared);
      origins.insert(origin);
    }
    for (auto later = std::next(origins.begin()); later != origins.end(); ++later)
      database_.run("UPDATE dispatches SET origin = ? WHERE origin = ?", *origins.begin(), *later);
    return *origins.begin();
  }

  void keep() {
    database_.run("INSERT INTO fingerprints (dispatch, words, signature) VALUES (?, ?, ?)", row_, own_,
                  Blob{packed(fingerprint_.signature)});
    for (const SentencePrint& sentence : fingerprint_.sentences)
      database_.run("INSERT OR IGNORE INTO sentence_prints (print, day, dispatch) VALUES (?, ?, ?)",
                    as_number(sentence.print), day_, row_);
    for (const std::int64_t one : bands_)
      database_.run("INSERT OR IGNORE INTO signature_bands (band, day, dispatch) VALUES (?, ?, ?)", one, day_, row_);
  }

 private:
  // Dispatches of the days that count which hold a print; those without a day always count.
  std::vector<std::int64_t> holders(const std::string& table, const std::string& column, std::int64_t print) {
    std::vector<std::int64_t> found;
    const std::string start = "SELECT dispatch FROM " + table + " WHERE " + column + " = ? AND day ";
    const auto take = [&](Rows rows) {
      while (rows.next()) found.push_back(rows.number(0));
    };
    if (day_ == unknown_day) {
      take(database_.select(start + ">= ? ORDER BY day, dispatch LIMIT ?", print, unknown_day, most_of_one_print));
    } else {
      take(database_.select(start + "= ? ORDER BY day, dispatch LIMIT ?", print, unknown_day, most_of_one_print));
      take(database_.select(start + "BETWEEN ? AND ? ORDER BY day, dispatch LIMIT ?", print, day_ - days_between,
                            day_ + days_between, most_of_one_print));
    }
    return found;
  }

  Database& database_;
  std::int64_t row_;
  std::int64_t day_;
  const Fingerprint& fingerprint_;
  std::vector<std::int64_t> bands_;
  std::int64_t own_ = 0;                           // words in sentences with prints
  std::map<std::int64_t, std::int64_t> shared_{};  // candidate -> words of the sentences it shares
};

}  // namespace

void keep_fingerprint(Database& database, std::int64_t dispatch_row, const std::optional<Day>& published,
                      const Fingerprint& fingerprint) {
  Searching searching(database, dispatch_row, day_number(published), fingerprint);
  searching.find();
  const std::int64_t origin = searching.join();
  database.run("UPDATE dispatches SET origin = ? WHERE row_id = ?", origin, dispatch_row);
  searching.keep();
}

std::int64_t print_of_claim(const Claim& claim, std::uint32_t again) {
  const Attribution& a = claim.attribution;
  std::string words;  // what is the reporter's own has another name in every outlet
  if (a.quote != Quote::own) words = folded_words(a.source.name.empty() ? a.source.text : a.source.name);
  for (const std::string_view part : {name_of(a.act), name_of(a.polarity), name_of(a.quote)})
    words.append("\n").append(part);
  if (a.said && a.said->begin) words.append("\n").append(iso(*a.said->begin));
  for (const Words& content : a.content) words.append("\n").append(folded_words(content.text));
  words.append("\n").append(std::to_string(again));
  return as_number(sha256_print(words));
}

}  // namespace sayso::ledger
