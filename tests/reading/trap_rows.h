// Expected rows beside read ones.
//
//     const TrapReading read(reading, neutral);            // the rows whose words stand outside the neutral spans
//     read.failure(trap)  ->  "" if the ledger holds the rows of the case and no others, else both side by side
//
// Words of a case are looked for in the dispatch's text, outside those spans, and compared by their bytes.
#pragma once

#include <cctype>
#include <set>

#include "reading/trap_case.h"
#include "sayso/reading.h"

namespace sayso {

class TrapReading {
 public:
  TrapReading(const Reading& reading, std::vector<Span> neutral) : reading_(reading), neutral_(std::move(neutral)) {
    for (const Attribution& attribution : reading.attributions) {
      const auto start = start_of(attribution);
      if (is_neutral(start)) continue;
      Row row{&attribution, nullptr};
      for (const Claim& claim : reading.claims)
        if (claim.attribution.rule == attribution.rule && claim.attribution.cue == attribution.cue &&
            claim.attribution.content == attribution.content && claim.attribution.source == attribution.source)
          row.claim = &claim;
      rows_.push_back(row);
    }
  }

  // Where the words of a row stand; unset if they are not there.
  std::optional<Span> located(const std::string& words, std::uint32_t from) const {
    std::string needle = words;
    int wanted = 1;
    if (const auto hash = words.rfind('#'); hash != std::string::npos && hash + 2 == words.size() && from == 0)
      needle = words.substr(0, hash), wanted = words.back() - '0';
    const std::string_view text = reading_.dispatch.text;
    const bool begins = std::isalnum(static_cast<unsigned char>(needle.front())) != 0;
    const bool ends = std::isalnum(static_cast<unsigned char>(needle.back())) != 0;
    for (std::size_t at = std::size_t{from}; (at = text.find(needle, at)) != std::string_view::npos; ++at) {
      const bool whole =
          !(begins && at > 0 && is_ascii_word(text[at - 1])) && !(ends && is_ascii_word_at(text, at + needle.size()));
      if (whole && !is_neutral(static_cast<std::uint32_t>(at)) && --wanted == 0)
        return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + needle.size())};
    }
    return std::nullopt;
  }

  std::string failure(const TrapCase& trap) const {
    std::vector<const ExpectedRow*> found(trap.places.size(), nullptr);  // the alternative that fits
    std::vector<std::ptrdiff_t> taken(trap.places.size(), -1);           // the row read for it
    std::vector<bool> used(rows_.size(), false);
    for (const bool required : {true, false})
      for (std::size_t p = 0; p < trap.places.size(); ++p)
        if (trap.places[p].required == required)
          for (const ExpectedRow& row : trap.places[p].rows)
            for (std::size_t r = 0; r < rows_.size() && taken[p] < 0; ++r)
              if (!used[r] && differences(row, rows_[r]).empty())
                found[p] = &row, taken[p] = static_cast<std::ptrdiff_t>(r), used[r] = true;
    std::string out;
    for (std::size_t p = 0; p < trap.places.size(); ++p) {
      const ExpectedPlace& place = trap.places[p];
      if (taken[p] < 0 && place.required) {
        const auto nearest = nearest_to(place.rows.front(), used);
        out += "  expected " + std::to_string(p + 1) + ": " + place.rows.front().printed + "\n";
        if (nearest < 0) {
          out += "  read       nothing like it\n";
          continue;
        }
        const Row& row = rows_[static_cast<std::size_t>(nearest)];
        used[static_cast<std::size_t>(nearest)] = true;
        taken[p] = nearest;
        out += "  read       " + printed(row) + "\n  differs:   " + differences(place.rows.front(), row) + "\n";
      }
    }
    for (std::size_t p = 0; p < trap.places.size(); ++p)
      if (found[p] != nullptr && trap.places[p].required)
        if (const auto wrong = wrong_links(*found[p], rows_[static_cast<std::size_t>(taken[p])], taken); !wrong.empty())
          out += "  expected " + std::to_string(p + 1) + ": " + found[p]->printed + "\n  differs:   links, read " +
                 wrong + "\n";
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (!used[r]) out += "  beyond:    " + printed(rows_[r]) + "\n";
    return out;
  }

 private:
  struct Row {
    const Attribution* said = nullptr;
    const Claim* claim = nullptr;  // null if the ledger does not hold it
  };

  bool is_neutral(std::uint32_t byte) const {
    return std::any_of(neutral_.begin(), neutral_.end(),
                       [&](Span span) { return span.begin <= byte && byte < span.end; });
  }

  static bool is_ascii_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
  static bool is_ascii_word_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_ascii_word(text[at]);
  }

  static std::uint32_t start_of(const Attribution& attribution) {
    if (attribution.cue) return attribution.cue->span.begin;
    return attribution.content.empty() ? 0 : attribution.content.front().span.begin;
  }

  static std::string bounds(const Count& count) {
    return (count.low ? std::to_string(*count.low) : "") + ".." + (count.high ? std::to_string(*count.high) : "");
  }

  static std::string joined(const std::vector<std::string>& list, std::string_view mark) {
    std::string out;
    for (const std::string& part : list) out += (out.empty() ? "" : std::string(mark)) + part;
    return out;
  }

  static std::string text_of(const std::optional<Words>& words) { return words ? words->text : ""; }
  static bool has_note(const Attribution& said, std::string_view note) {
    return std::any_of(said.notes.begin(), said.notes.end(),
                       [&](const std::string& at) { return at.find(note) != std::string::npos; });
  }

  // A row in the manner of the file, with what differs from its defaults.
  std::string printed(const Row& row) const {
    const Attribution& said = *row.said;
    std::vector<std::string> pieces, values;
    for (const Words& words : said.content) pieces.push_back(words.text);
    const bool own = is_own(said);
    std::string out =
        own ? "(own) "
            : (said.source.span ? said.source.text : "-") + " | " + (said.cue ? said.cue->text : "-") + " | ";
    out += pieces.empty() ? "-" : joined(pieces, " / ");
    if (said.act != Act::assert_) values.push_back("act=" + std::string(name_of(said.act)));
    if (said.quote != (own ? Quote::own : Quote::indirect))
      values.push_back("quote=" + std::string(name_of(said.quote)));
    if (said.polarity == Polarity::negative) values.push_back("negative");
    if (said.certainty != Certainty::certain) values.push_back(std::string(name_of(said.certainty)));
    if (said.conditional) values.push_back("conditional");
    if (said.author_distance) values.push_back("distance");
    if (said.continued) values.push_back("continued");
    if (said.tense != Tense::none) values.push_back("tense=" + std::string(name_of(said.tense)));
    if (said.target) values.push_back("target=" + said.target->text);
    if (said.carrier) values.push_back("carrier=" + said.carrier->text);
    if (said.medium) values.push_back("medium=" + said.medium->text);
    if (!own) {
      values.push_back("kind=" + std::string(name_of(said.source.kind)));
      if (!said.source.name.empty()) values.push_back("name=" + said.source.name);
      if (!said.source.other_candidates.empty())
        values.push_back("others=" + joined(said.source.other_candidates, ", "));
      if (said.source.anonymous) values.push_back("anonymous");
      if (said.source.count != 1) values.push_back("count=" + std::to_string(said.source.count));
      if (said.said && said.said->begin) values.push_back("said=" + iso(*said.said->begin));
    }
    for (const std::string& note : said.notes) values.push_back("note: " + note);
    if (row.claim != nullptr) {
      for (const Link& link : row.claim->links) values.push_back(link.relation);
      if (const auto counts = counts_of(*row.claim); !counts.empty())
        values.push_back("counts=" + joined(counts, ", "));
    } else if (!own && claims_by_default(said.act) && !said.vouched && !said.unsaid) {
      values.push_back("not in the ledger");
    }
    values.push_back("rule=" + said.rule);
    return out + " | " + joined(values, "; ");
  }

  static bool is_own(const Attribution& said) {
    return !said.cue && !said.continued && said.source.kind == EntityKind::outlet && !said.source.span;
  }

  static std::vector<std::string> counts_of(const Claim& claim) {
    std::vector<std::string> counts;
    for (const Event& event : claim.events)
      for (const Count& count : event.counts) counts.push_back(bounds(count));
    return counts;
  }

  // The names of the fields that differ; empty if none does. Links are compared once all rows have their places.
  std::string differences(const ExpectedRow& row, const Row& read) const {
    const Attribution& said = *read.said;
    if (row.own != is_own(said)) return "own";
    std::vector<std::string> wrong;
    const auto check = [&](const std::string& field, bool right, const std::string& got = "") {
      if (!right) wrong.push_back(field + (got.empty() ? "" : " (" + got + ")"));
    };
    const auto value = [&](const char* key) -> std::optional<std::string> {
      const auto at = row.values.find(key);
      return at == row.values.end() ? std::nullopt : std::optional(at->second);
    };
    const auto flag = [&](const char* key) { return row.values.contains(key); };
    const auto free = [&](const char* key) { return value(key) == "*"; };

    if (!row.own) {
      const auto source = row.source.empty() ? std::nullopt : located(row.source, 0);
      check("source", row.source.empty() ? !said.source.span : source && said.source.span == source, said.source.text);
      const auto cue = row.cue.empty() ? std::nullopt : located(row.cue, 0);
      check("cue", row.cue.empty() ? !said.cue : cue && said.cue && said.cue->span == *cue, text_of(said.cue));
    }
    check_content(row, said, wrong);

    const std::string act = value("act").value_or("assert");
    check("act", act == "*" || name_of(said.act) == act, std::string(name_of(said.act)));
    const std::string quote = value("quote").value_or(row.own ? "own" : "indirect");
    check("quote", quote == "*" || name_of(said.quote) == quote, std::string(name_of(said.quote)));
    check("polarity", free("polarity") || (said.polarity == Polarity::negative) == flag("negative"));
    const Certainty certainty = flag("unknown")    ? Certainty::unknown
                                : flag("possible") ? Certainty::possible
                                : flag("probable") ? Certainty::probable
                                                   : Certainty::certain;
    check("certainty",
          free("certainty") || (flag("doubtful") ? said.certainty < Certainty::certain : said.certainty == certainty),
          std::string(name_of(said.certainty)));
    check("conditional", free("conditional") || said.conditional == flag("conditional"));
    check("distance", free("distance") || said.author_distance == flag("distance"));
    check("continued", said.continued == flag("continued"));
    if (!free("target")) check("target", text_of(said.target) == value("target").value_or(""), text_of(said.target));
    check("carrier", text_of(said.carrier) == value("carrier").value_or(""), text_of(said.carrier));
    if (!free("medium")) check("medium", text_of(said.medium) == value("medium").value_or(""), text_of(said.medium));
    check("unbalanced", has_note(said, "unbalanced") == flag("unbalanced"));
    check("unverified", has_note(said, "unverified") == flag("unverified"));
    std::vector<std::string> chain;
    for (const ChainLink& link : said.chain) chain.push_back(link.name);
    std::vector<std::string> way;
    if (!row.own) way.push_back(reading_.dispatch.outlet.value);
    if (const auto carrier = value("carrier")) way.push_back(*carrier);
    check("chain", chain == way, joined(chain, " > "));
    if (row.own) check("source", said.source.name == reading_.dispatch.outlet.value, said.source.name);

    if (const auto tense = value("tense"))
      check("tense", name_of(said.tense) == *tense, std::string(name_of(said.tense)));
    if (const auto name = value("name"))
      check("name", said.source.name.find(*name) != std::string::npos, said.source.name);
    if (const auto kind = value("kind"))
      check("kind", name_of(said.source.kind) == *kind, std::string(name_of(said.source.kind)));
    if (flag("anonymous")) check("anonymous", said.source.anonymous);
    if (const auto count = value("count"))
      check("count", std::to_string(said.source.count) == *count, std::to_string(said.source.count));
    if (const auto day = value("said")) check("said", said.said && said.said->begin && iso(*said.said->begin) == *day);
    if (const auto candidates = value("candidates")) check("candidates", same_names(*candidates, said.source));
    check_claim(row, read, wrong);
    return joined(wrong, ", ");
  }

  void check_content(const ExpectedRow& row, const Attribution& said, std::vector<std::string>& wrong) const {
    std::vector<std::string> got;
    for (const Words& words : said.content) got.push_back(words.text);
    bool right = row.loose || row.pieces.size() == said.content.size();
    std::uint32_t from = 0;
    for (std::size_t i = 0; i < row.pieces.size() && right; ++i) {
      const auto span = located(row.pieces[i], from);
      if (!span)
        right = false;
      else if (row.loose)
        right = std::any_of(said.content.begin(), said.content.end(),
                            [&](const Words& words) { return words.span.contains(*span); });
      else
        right = said.content[i].span == *span;
      if (span) from = span->end;
    }
    if (!right) wrong.push_back("content (" + joined(got, " / ") + ")");
  }

  // What only the ledger's row holds: events, links.
  void check_claim(const ExpectedRow& row, const Row& read, std::vector<std::string>& wrong) const {
    if (read.claim == nullptr) {
      if (!row.own && claims_by_default(read.said->act) && !read.said->vouched && !read.said->unsaid)
        wrong.emplace_back("not in the ledger");
      if (row.values.contains("counts")) wrong.emplace_back("counts (no event)");
      return;
    }
    const bool doubtful = read.said->certainty < Certainty::certain;
    const bool denied = read.said->act == Act::deny || read.said->act == Act::reject;
    std::set<std::string> actors;
    for (const Event& event : read.claim->events) {
      for (const Participant& actor : event.actors) actors.insert(actor.country);
      if (event.rule.starts_with("act-event") || row.own) continue;
      const bool sure = event.certainty == Certainty::certain && event.polarity == Polarity::positive;
      if ((doubtful || denied) && sure) wrong.push_back("a sure event (" + event.type + ")");
    }
    if (const auto at = row.values.find("counts"); at != row.values.end())
      if (const auto counts = joined(counts_of(*read.claim), ", "); counts != at->second)
        wrong.push_back("counts (" + counts + ")");
    if (const auto at = row.values.find("actors"); at != row.values.end() && !actors.contains(at->second))
      wrong.emplace_back("actors");
  }

  static bool same_names(const std::string& wanted, const Source& source) {
    std::vector<std::string> names = source.other_candidates;
    names.push_back(source.name);
    const auto parts = trap_detail::split(wanted, ",");
    return parts.size() == names.size() && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
             return std::any_of(names.begin(), names.end(),
                                [&](const std::string& name) { return name.find(part) != std::string::npos; });
           });
  }

  // The links read, if they are not the expected ones.
  std::string wrong_links(const ExpectedRow& row, const Row& read, const std::vector<std::ptrdiff_t>& taken) const {
    std::vector<std::string> wanted, got;
    for (const auto& [relation, number] : row.links) wanted.push_back(relation + " " + std::to_string(number));
    if (read.claim != nullptr)
      for (const Link& link : read.claim->links) {
        std::string to = "?";
        for (std::size_t p = 0; p < taken.size(); ++p)
          if (taken[p] >= 0)
            if (const Claim* claim = rows_[static_cast<std::size_t>(taken[p])].claim;
                claim != nullptr && claim->id == link.to)
              to = std::to_string(p + 1);
        got.push_back(link.relation + " " + to);
      }
    std::sort(wanted.begin(), wanted.end());
    std::sort(got.begin(), got.end());
    return wanted == got ? "" : (got.empty() ? "none" : joined(got, ", "));
  }

  // The unused row with the same cue, else with content in common.
  std::ptrdiff_t nearest_to(const ExpectedRow& row, const std::vector<bool>& used) const {
    const auto cue = row.cue.empty() ? std::nullopt : located(row.cue, 0);
    std::ptrdiff_t nearest = -1;
    std::size_t least = 0;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      if (used[r]) continue;
      const Attribution& said = *rows_[r].said;
      bool related = cue && said.cue && said.cue->span == *cue;
      for (const std::string& piece : row.pieces)
        if (const auto span = located(piece, 0))
          for (const Words& words : said.content) related = related || words.span.overlaps(*span);
      if (!related) continue;
      const auto size = differences(row, rows_[r]).size();
      if (nearest < 0 || size < least) nearest = static_cast<std::ptrdiff_t>(r), least = size;
    }
    return nearest;
  }

  const Reading& reading_;
  std::vector<Span> neutral_;
  std::vector<Row> rows_;
};

}  // namespace sayso
