// The model file: damaged ones are refused; the sound one answers as the trained network did, from any number of
// threads.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/file.h"
#include "base/tsv.h"
#include "base/checksum.h"
#include "language/language_fixture.h"
#include "language/language_model.h"
#include "language/lemma.h"
#include "language/model_builder.h"
#include "language/surface.h"

namespace sayso {
namespace {

using testing::bare;
using testing::model;
using testing::spelling;

std::string model_bytes() { return read_file(testing::model_path).value(); }

ErrorCode code_of(const std::string& bytes) {
  const auto opened = LanguageModel::parse(bytes, "test");
  EXPECT_FALSE(opened);
  return opened ? ErrorCode::empty : opened.error().code;
}

TEST(Model, RefusesWhatIsNoModel) {
  EXPECT_EQ(LanguageModel::open("/no/such/model").error().code, ErrorCode::unreadable);
  EXPECT_EQ(LanguageModel::open("/tmp").error().code, ErrorCode::unreadable);
  EXPECT_EQ(LanguageModel::open("/dev/zero").error().code, ErrorCode::unreadable);
  const auto empty = std::filesystem::temp_directory_path() / ("sayso-empty-" + std::to_string(::getpid()));
  std::ofstream(empty).close();
  EXPECT_EQ(LanguageModel::open(empty).error().code, ErrorCode::bad_model);
  EXPECT_EQ(LanguageModel::open(empty).error().where, empty.string());
  std::filesystem::resize_file(empty, 300U << 20);
  EXPECT_EQ(LanguageModel::open(empty).error().code, ErrorCode::too_large);
  std::filesystem::remove(empty);
  EXPECT_EQ(code_of(""), ErrorCode::bad_model);
  EXPECT_EQ(code_of("sayso.lm"), ErrorCode::bad_model);
  EXPECT_EQ(code_of(std::string(1000, '\0')), ErrorCode::bad_model);
  EXPECT_EQ(code_of(std::string(1000, 'x')), ErrorCode::bad_model);
}

TEST(Model, HasToHaveASplitter) {
  EXPECT_TRUE(LanguageModel::parse(testing::built_model(), "built"));
  const auto opened = LanguageModel::parse(testing::built_model({.splitter = false}), "built");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::bad_model);
  EXPECT_NE(opened.error().message.find("splitter.sizes"), std::string::npos) << opened.error().message;
}

TEST(Model, SaysWhichVersionItReads) {
  std::string old = model_bytes();
  old[8] = 1;
  const auto opened = LanguageModel::parse(old, "old.sayso");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().where, "old.sayso");
  EXPECT_EQ(opened.error().message, "is a model of version 1; this program reads version 4");
}

TEST(Model, HasThePublishedChecksum) {
  Checksum sum;
  EXPECT_EQ(sum.value(), 0xFB9E9355EC3E5B75U);
  sum.add("sayso");
  EXPECT_EQ(sum.value(), 0x12C4ACF2BB22DCA8U);
}

TEST(Model, OpensSoon) {
  const auto start = std::chrono::steady_clock::now();
  ASSERT_TRUE(LanguageModel::open(testing::model_path));
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds", std::to_string(took.count()));
  std::printf("opened in %.1f ms\n", took.count());
}

TEST(Model, RefusesDamage) {
  const std::string sound = model_bytes();
  for (const std::size_t keep :
       {std::size_t{7}, std::size_t{95}, std::size_t{96}, std::size_t{500}, sound.size() / 2, sound.size() - 1})
    EXPECT_EQ(code_of(sound.substr(0, keep)), ErrorCode::bad_model) << keep;
  EXPECT_EQ(code_of(sound + "x"), ErrorCode::bad_model);
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{8}, std::size_t{12}, std::size_t{16}, std::size_t{30}, std::size_t{88},
        std::size_t{100}, std::size_t{3000}, sound.size() / 3, sound.size() - 1}) {
    std::string altered = sound;
    altered[at] = static_cast<char>(altered[at] ^ 0x11);
    EXPECT_EQ(code_of(altered), ErrorCode::bad_model) << at;
  }
}

TEST(Model, AnswersAsTheTrainedNetworkDid) {
  const auto rows = read_tsv(SAYSO_SOURCE_DIR "/tests/language/reference.tsv",
                             {"form", "head", "relation", "tag", "xpos", "feats", "rule", "name"});
  ASSERT_TRUE(rows) << rows.error().where << rows.error().message;
  Dispatch dispatch;
  Syntax layer;
  for (const TsvRow& row : *rows) {
    const auto begin = static_cast<std::uint32_t>(dispatch.text.size());
    dispatch.text += row.cells[0] + " ";
    layer.tokens.push_back({.span = {begin, static_cast<std::uint32_t>(dispatch.text.size() - 1)}});
  }
  std::uint32_t first = 0;  // an empty line parts sentences
  for (std::uint32_t i = 0; i < rows->size(); ++i) {
    const bool last = i + 1 == rows->size() || (*rows)[i + 1].line > (*rows)[i].line + 1;
    if (!last) continue;
    layer.sentences.push_back({.span = {layer.tokens[first].span.begin, layer.tokens[i].span.end},
                               .first = TokenId{first},
                               .last = TokenId{i + 1}});
    first = i + 1;
  }
  const Syntax read = parse(dispatch.text, layer, model(), spelling());
  std::size_t same_head = 0, same_tag = 0, same_features = 0, same_relation = 0, same_name = 0;
  for (const Sentence& sentence : read.sentences) {
    ASSERT_TRUE(sentence.read);
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i) {
      const Token& token = read.tokens[i];
      const auto& cells = (*rows)[i].cells;
      const std::uint32_t head = token.head == no_token ? 0 : index(token.head) - index(sentence.first) + 1;
      same_head += std::to_string(head) == cells[1];
      same_relation += name_of(token.relation) == cells[2];
      same_tag += name_of(token.tag) == cells[3] && name_of(token.xpos) == cells[4];
      same_features += name_of(token.features) == cells[5];
    }
  }
  std::vector<std::string> names(rows->size(), "O");
  for (const Name& name : read.names)
    for (std::uint32_t i = index(name.first); i < index(name.last); ++i)
      names[i] = (i == index(name.first) ? "B-" : "I-") + std::string(name_of(name.kind));
  for (std::size_t i = 0; i < rows->size(); ++i) same_name += names[i].substr(1) == (*rows)[i].cells[7].substr(1);
  const auto share = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(rows->size()); };
  EXPECT_GT(share(same_head), 0.99);
  EXPECT_GT(share(same_relation), 0.99);
  EXPECT_GT(share(same_tag), 0.99);
  EXPECT_GT(share(same_features), 0.99);
  EXPECT_GT(share(same_name), 0.97);  // units are told from other organisations by their words
}

constexpr const char* story =
    "Varnia Says It Hit Depots. The army of Varnia said on Monday it had left the town of Dovran. “We didn’t lose any "
    "men,” Gen. Ivan "
    "Orlen told reporters. Up to 250 soldiers were killed. President Mira Tolen denied that there was a military "
    "target in the city.";

TEST(Model, GivesProperTrees) {
  const Syntax syntax = analyse(bare(story), model(), spelling());
  ASSERT_EQ(syntax.sentences.size(), 5U);
  for (const Sentence& sentence : syntax.sentences) {
    std::size_t roots = 0;
    for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i) {
      const Token& token = syntax.tokens[i];
      EXPECT_FALSE(token.lemma.empty());
      EXPECT_EQ(token.head == no_token, token.relation == Relation::root);
      if (token.head == no_token) {
        ++roots;
        continue;
      }
      EXPECT_TRUE(sentence.first <= token.head && token.head < sentence.last);
    }
    EXPECT_EQ(roots, 1U);
  }
}

TEST(Model, DoesNotDependOnNeighboursOrThreads) {
  const Syntax together = analyse(bare(story), model(), spelling());
  std::vector<Syntax> made(4);
  std::vector<std::thread> threads;
  for (Syntax& syntax : made) threads.emplace_back([&] { syntax = analyse(bare(story), model(), spelling()); });
  for (std::thread& thread : threads) thread.join();
  for (const Syntax& syntax : made) EXPECT_TRUE(syntax == together);
  const std::string last(slice(story, together.sentences.back().span));
  const Syntax alone = analyse(bare(last), model(), spelling());
  ASSERT_EQ(alone.sentences.size(), 1U);
  const std::uint32_t offset = index(together.sentences.back().first);
  for (std::uint32_t i = 0; i < alone.tokens.size(); ++i) {
    EXPECT_EQ(alone.tokens[i].lemma, together.tokens[offset + i].lemma);
    EXPECT_EQ(alone.tokens[i].relation, together.tokens[offset + i].relation);
  }
}

TEST(Model, LeavesUnreadWhatItCannotRead) {
  for (const char* text : {"Армия оставила город в понедельник.",
                           "Die Armee hat am Montag erklärt, sie habe die Stadt verlassen und keine Verluste erlitten.",
                           "L'armée a déclaré lundi qu'elle avait quitté la ville sans subir de pertes importantes."}) {
    const Syntax syntax = analyse(bare(text), model(), spelling());
    ASSERT_FALSE(syntax.sentences.empty());
    for (const Sentence& sentence : syntax.sentences)
      EXPECT_FALSE(sentence.read) << slice(text, sentence.span);  // it may be cut where English would be
    for (const Token& token : syntax.tokens) EXPECT_FALSE(token.lemma.empty());
  }
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "the army and ";
  const Syntax syntax = analyse(bare(endless), model(), spelling());
  EXPECT_FALSE(syntax.sentences[0].read);
  EXPECT_TRUE(analyse(bare("Kesh forces struck Ostrel and Dovran on Monday."), model(), spelling()).sentences[0].read);
  EXPECT_TRUE(analyse(bare(""), model(), spelling()).sentences.empty());
}

TEST(Surface, IsWhatTrainingSaw) {
  using language::Surface;
  EXPECT_EQ(language::surface_of("Kharkiv"), (Surface{"kharkiv", "Kharkiv", "kha", "iv", "kiv", "rkiv", "Xxx"}));
  EXPECT_EQ(language::surface_of("2,500"), (Surface{"0,000", "0,000", "0,0", "00", "000", ",000", "0,00"}));
  EXPECT_EQ(language::surface_of("’s"), (Surface{"'s", "'s", "'s", "'s", "'s", "'s", "'x"}));
  EXPECT_EQ(language::surface_of("—"), (Surface{"--", "--", "--", "--", "--", "--", "--"}));
  EXPECT_EQ(language::surface_of("Ünal"), (Surface{"ünal", "Ünal", "üna", "al", "nal", "ünal", "Xxx"}));
  EXPECT_EQ(language::surface_key(0, "kharkiv"), 0xA2EFCE597F606DABU);
}

TEST(Lemma, TakesTheFirstRuleThatFits) {
  const auto rules = language::parse_lemma_rules("l\tid\ty\nl\tied\ty\nk\t\t\nt\ts\t\n");
  ASSERT_TRUE(rules);
  const auto lemma = [&](const char* form, std::vector<std::uint16_t> best) {
    return language::lemma_of(form, *rules, best);
  };
  EXPECT_EQ(lemma("Said", {0}), "say");
  EXPECT_EQ(lemma("sea", {0, 2}), "sea");
  EXPECT_EQ(lemma("Sea", {0}), "sea");
  EXPECT_EQ(lemma("DEPOTS", {3}), "Depot");
  EXPECT_EQ(lemma("id", {0}), "y");
  EXPECT_FALSE(language::parse_lemma_rules("x\ta\tb\n"));
  EXPECT_FALSE(language::parse_lemma_rules("l\ta\n"));
}

}  // namespace
}  // namespace sayso
