// Reads the gold of event codes, and says in CAMEO what older records say in WEIS.
//
//     <EventCoding sourcecode="ARN" targetcode="GON" eventcode="064">  -> record with the code "064"
//     cameo_roots("064") == {"05"}      WEIS 064, grant recognition: CAMEO 05, diplomatic cooperation
//     cameo_roots("345") == {}          a number that only tests a program, in no scheme
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso::eval {

using Codes = std::set<std::string, std::less<>>;

struct CodedText {
  std::string id{};
  std::string text{};
  std::string date{};
  Codes codes{};          // event codes, or PLOVER types
  bool no_event = false;  // the gold says that there is nothing to code
  bool runnable = true;   // false: the gold itself does not run it, or it tests what a program does with bad input
};

// The unit records of the PETRARCH family. Errors: no record at all (not_found).
Result<std::vector<CodedText>> read_petrarch(std::string_view xml);

// PLOVER_GSR_CAMEO.json: sentences that stand there more than once are one, with all their types, in today's names.
Result<std::vector<CodedText>> read_plover(std::string_view json);

// The codes of CAMEO2PLOVER-2021.txt, and CAMEO's 01 and 02, which that table leaves out.
Codes read_cameo(std::string_view table);

// The two-digit CAMEO codes that a code of the unit records means; empty if it is a code of no scheme.
Codes cameo_roots(std::string_view code, const Codes& cameo);

}  // namespace sayso::eval
