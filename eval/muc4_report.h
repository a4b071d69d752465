// What a scored set looks like on paper, in JSON, and message by message.
#pragma once

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "muc4_score.h"

namespace sayso::eval {

// The conference's table: a line a slot, then the rows of sums, then F.
//
//     SLOT                 POS   ACT|   COR   PAR   INC|   SPU   MIS    NON|REC PRE OVG
//     perp-org-conf         61    40|    21     4     3|    12    33    120| 38  58  30
//
// Slots count as in ALL TEMPLATES: those of missing and spurious templates too.
void print_table(std::FILE* out, const Muc4Scores& scores);

// Shares of 1: PREFIXall_templates_f1, _recall, _precision and so on for each row; PREFIXconfidence_recall and
// _precision; each slot by its name, PREFIXinc_date_recall.
void put_scores(nlohmann::ordered_json& out, const std::string& prefix, const Muc4Scores& scores);

// What is wrong in a message; nothing if all is right.
//
//     TST1-MUC3-0001: 2 in the key, 2 of ours
//       key 1 = ours 1: ATTACK …
//         perp-org-id        wrong    "KESH FRONT"   key "VARNIAN ARMY" / "ARMY"
//         hum-tgt-desc       missing  "JUDGE"
//       missed key 2: BOMBING …
//       beyond ours 2: ARSON …
std::string mistakes_in(const KeyMessage& key, const std::vector<ResponseTemplate>& responses,
                        const MessageScore& score);

}  // namespace sayso::eval
