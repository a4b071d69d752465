// What `sayso parse` prints of any file is a sound treebank: it can be read again, and its forms spell its texts.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "conllu_file.h"

namespace sayso::eval {
namespace {

namespace fs = std::filesystem;

struct Printed {
  int code = 0;
  std::string out{}, err{};
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Printed parse_file(const std::string& bytes, const std::string& options = "") {
  const fs::path folder = fs::temp_directory_path() / ("sayso_parse_" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "in.txt", std::ios::binary) << bytes;
  const std::string at = folder.string();
  const int status =
      std::system((SAYSO_PROGRAM " parse " + options + " " + at +
                   "/in.txt --data " SAYSO_SOURCE_DIR "/data --model " SAYSO_SOURCE_DIR "/models/english.sayso >" + at +
                   "/out 2>" + at + "/err")
                      .c_str());
  Printed out{WIFEXITED(status) ? WEXITSTATUS(status) : 128, text_of(at + "/out"), text_of(at + "/err")};
  fs::remove_all(folder);
  return out;
}

// "# text" of each sentence against its tokens and SpaceAfter; ids once only. Nothing if all is well.
std::string broken(const std::string& printed) {
  const auto file = parse_conllu(printed, "printed");
  if (!file) return file.error().where + ": " + file.error().message;
  std::set<std::string> ids;
  std::istringstream lines(printed);
  std::size_t sentence = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("# text = ")) continue;
    std::string spelt;
    const UdSentence& s = file->sentences.at(sentence++);
    for (std::uint32_t t = s.first_token; t < s.last_token; ++t)
      spelt += file->tokens[t].form + (file->tokens[t].space_after && t + 1 < s.last_token ? " " : "");
    if (spelt != line.substr(9)) return "forms spell '" + spelt + "' where the text is '" + line.substr(9) + "'";
    if (s.id.empty() || !ids.insert(s.id).second || s.id.find(' ') != std::string::npos) return "id '" + s.id + "'";
  }
  return sentence == file->sentences.size() ? "" : "a sentence without its text";
}

TEST(ParseOutput, IsASoundTreebank) {
  const std::string texts[] = {
      "Kesh says it hit depots\n\nDOVRAN, April 25 (Reuters) - The army's spokesman, Gen. Ivan Orlen, didn't deny it.\n"
      "“We can't say,” he said. Die Armee hat am Montag die Stadt verlassen und keine Verluste erlitten.\n",
      "one",
      "The  army \t said\n it left .It had   stopped.The men's wives' 5km walk",
      "👩‍👩‍👧‍👦👍🏽 The army left. הצבא עזב את העיר. قال الجيش",
      "T\u0337\u0321h\u0334e\u0335 a\u0336r\u0337m\u0335y \u200Bleft\u00A0the\u2028town\u0085here",
      "The army \x01\x02 left \x1B[31mred\x1B[0m.",
  };
  for (const std::string& text : texts) {
    const Printed printed = parse_file(text);
    EXPECT_EQ(printed.code, 0) << printed.err;
    EXPECT_EQ(broken(printed.out), "") << printed.out;
  }
}

TEST(ParseOutput, SurvivesWhatIsNoText) {
  std::string endless, solid;
  for (int i = 0; i < 5000; ++i) endless += "the army and ";
  solid.assign(1 << 20, 'a');
  const std::string texts[] = {
      "",      " \n", std::string("a\0b", 3), std::string(5000, '\0'), "\xFF\xFE\x00", "The army \xE9t\xC3 left.\n",
      endless, solid};
  for (const std::string& text : texts) {
    const Printed printed = parse_file(text);
    EXPECT_LE(printed.code, 1) << text.substr(0, 20);
    EXPECT_EQ(printed.code == 1, !printed.err.empty()) << printed.err;
    EXPECT_EQ(printed.out.empty() ? "" : broken(printed.out), "") << text.substr(0, 20);
  }
  const Printed long_one = parse_file(endless);
  EXPECT_NE(long_one.out.find("# read = no (too long)\n"), std::string::npos);
  EXPECT_NE(parse_file("Армия оставила город в понедельник.").out.find("# read = no (not English)\n"),
            std::string::npos);
}

}  // namespace
}  // namespace sayso::eval
