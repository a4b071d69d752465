// sayso-eval codes as one runs it, on invented records: what counts, what is left out, and what it says of bad files.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

std::string record(const std::string& id, const std::string& coding, const std::string& text,
                   const std::string& run = "true") {
  return "<Sentence date=\"20310312\" id=\"" + id + "\" category=\"DEMO\" sentence=\"" + run + "\">\n" + coding +
         "\n<Text>\n" + text + "\n</Text>\n</Sentence>\n";
}

std::string coded(const std::string& code) {
  return "<EventCoding sourcecode=\"VAR\" targetcode=\"OST\" eventcode=\"" + code + "\"></EventCoding>";
}

class Codes : public sayso::eval::EvalProgram {
 protected:
  void SetUp() override {
    EvalProgram::SetUp();
    write("set/plover/CAMEO2PLOVER-2021.txt", "# a table\n03: AGREE\n050: SUPPORT,  , diplomatic # words\n");
    write("set/plover/PLOVER_GSR_CAMEO.json", "[]");
  }
  void write_records(const std::string& records) {
    write("set/petrarch2/PETR.UnitTest.records.xml", "<Sentences>\n" + records + "</Sentences>\n");
  }
  void write_sentences(const std::string& json) { write("set/plover/PLOVER_GSR_CAMEO.json", json); }
  nlohmann::json scores() {
    EXPECT_EQ(run("codes " + set() + " --json"), 0) << err_;
    return nlohmann::json::parse(out_, nullptr, false);
  }
  std::string set() const { return (folder_ / "set").string(); }
};

constexpr const char* sentences =
    R"([{"id": "G-0", "event": "DOCUMENT", "text": "About this file."},
        {"id": "G-1", "event": "DISAPPROVE", "date": "2031-03-12", "text": "The government condemned the verdict."},
        {"id": "G-2", "event": "AGREE", "date": "2031-03-12", "text": "The president will visit Paris."},
        {"id": "G-3", "event": "REJECT", "date": "2031-03-12", "text": "Norland did not sign the treaty."},
        {"id": "G-4", "event": "PROTEST", "date": "2031-03-12", "text": "The bridge is long."}])";

// WEIS 064 is CAMEO 05; 345 is of no scheme; 023 says something; the last record is not run.
TEST_F(Codes, CountsCodingsAtTheRootWhateverTheScheme) {
  write_records(record("A", coded("064"), "Norland has restored full diplomatic ties with Varnia.") +
                record("B", coded("122") + coded("122"), "The bridge is long.") +
                record("C", coded("345"), "The bridge is long.") +
                record("D", coded("023"), "The army said it had left.") +
                record("E", "<EventCoding noevents = \"True\"></EventCoding>", "The bridge is long.") +
                record("F", "<EventCoding noevents = \"True\"></EventCoding>", "Norland praised the mediators.") +
                record("G", coded("064"), "The bridge is long.", "false") +
                record("H", "<EventCoding error=\"dateline\"></EventCoding>", "The bridge is long."));
  write_sentences(sentences);
  const auto out = scores();
  EXPECT_EQ(out.at("petrarch_records"), 6);
  EXPECT_EQ(out.at("petrarch_codings"), 2) << "one a record and root";
  EXPECT_EQ(out.at("petrarch_root_accuracy"), 0.5);
  EXPECT_EQ(out.at("petrarch_root_precision"), 1.0);
  EXPECT_EQ(out.at("petrarch_no_event_accuracy"), 0.5);
  EXPECT_EQ(out.at("petrarch_statement_accuracy"), 1.0);
  EXPECT_EQ(out.at("petrarch_same_digits"), 0.0);
  EXPECT_EQ(out.at("petrarch_codes_of_no_scheme"), 1);
  EXPECT_EQ(out.at("invented_codes"), 1) << "051, which the table of this test does not have";
}

TEST_F(Codes, PutsPloversOldTypesPlansAndRefusalsIntoTodays) {
  write_records(record("A", coded("064"), "Norland has restored full diplomatic ties with Varnia."));
  write_sentences(sentences);
  const auto out = scores();
  EXPECT_EQ(out.at("plover_sentences"), 4);
  EXPECT_EQ(out.at("plover_type_accuracy"), 0.75);
  EXPECT_EQ(out.at("plover_type_precision"), 1.0);
}

TEST_F(Codes, ListsWhatIsCodedOtherwise) {
  write_records(record("A", coded("122"), "The bridge is long."));
  write_sentences(sentences);
  EXPECT_EQ(run("codes " + set() + " --errors"), 0) << err_;
  EXPECT_NE(out_.find("A 122 (11), given -: The bridge is long."), std::string::npos) << out_;
  EXPECT_NE(out_.find("G-4 PROTEST, given -"), std::string::npos) << out_;
}

TEST_F(Codes, SaysWhichFileIsMissingOrBad) {
  EXPECT_EQ(run("codes " + set()), 1);
  EXPECT_NE(err_.find("PETR.UnitTest.records.xml"), std::string::npos) << err_;
  write_records("");
  EXPECT_EQ(run("codes " + set()), 1);
  EXPECT_NE(err_.find("no <Sentence>"), std::string::npos) << err_;
  write_records(record("A", coded("122"), "The bridge is long."));
  write_sentences("{");
  EXPECT_EQ(run("codes " + set()), 1);
  EXPECT_NE(err_.find("no JSON array"), std::string::npos) << err_;
}

}  // namespace
