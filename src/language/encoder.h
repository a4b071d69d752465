// Words -> what they are among their neighbours: bidirectional LSTMs over their embeddings.
//
//     encoder.embed(group, heads.lexical(), space);
//     encoder.recur(group, space);       // space.state: a row of 2 * hidden activations for each of the group's words
//     encoder.remember(space);           // when nothing points into the space any more
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "language/embedding.h"
#include "language/group.h"
#include "language/layers.h"
#include "language/word_cache.h"

namespace sayso::language {

class Encoder {
 public:
  // Memory that one call at a time works in, kept from call to call.
  struct Space {
    Space(const Encoder& encoder, const Linear& heads);  // heads: Heads::lexical()
    WordCache cache;
    WordKeys keys{};
    std::vector<std::uint32_t> type_of{}, slots{};  // row -> word type; hash -> type + 1
    std::vector<std::string_view> types{};
    std::vector<const float*> products_of{};  // type -> its share of the first layer's gates, both directions
    std::vector<const float*> starts{};       // the same for the rows of one position
    std::vector<const float*> head_starts{};  // row -> what its word by itself gives the heads; empty if nothing
    std::vector<std::uint32_t> missing{};     // types that were not in the cache
    Lines<float> numbers{}, scales{}, products{}, lexical{}, gates{}, memory{}, wide{};
    Lines<std::int8_t> inputs{}, squashed{}, state{}, next{}, projected{};
  };

  // Errors: bad_model.
  static Result<Encoder> load(const ModelFile& file, std::size_t hidden, std::size_t layers, std::size_t projection,
                              std::size_t lexical);

  std::size_t width() const { return 2 * hidden_; }  // of a row of states
  const Embedding& embedding() const { return embedding_; }

  // What does not depend on neighbours: space.products_of, and with `heads`, Heads::lexical(), space.head_starts.
  void embed(const Group& group, const Linear& heads, Space& space) const;
  void recur(const Group& group, Space& space) const;  // the rest: space.state
  void remember(Space& space) const;                   // at the end, when nothing points into the cache any more
  std::size_t products() const;                        // multiply-adds a word, without the first layer's input

 private:
  struct Direction {
    Linear input{};
    PackedMatrix recurrent{};
  };
  using Layer = std::array<Direction, 2>;

  void find_types(const Group& group, Space& space) const;
  void project(const Group& group, std::size_t layer, Space& space) const;
  void run(const Group& group, std::size_t layer, std::size_t side, Space& space) const;

  Embedding embedding_{};
  std::vector<Layer> layers_{};
  std::vector<Linear> projections_{};  // layer i + 1 sees what projection i leaves of layer i
  Linear lexical_{};                   // a word by itself, for the answers that hang on it; may be missing
  std::size_t hidden_ = 0, projection_ = 0;
};

}  // namespace sayso::language
