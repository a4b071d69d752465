// Loads the table of acts that are events: "reject<TAB>REJECT" -> {Act::reject, "REJECT"}.
#include "claim/act_events.h"

#include "base/tsv.h"

namespace sayso {

Result<ActEvents> load_act_events(const std::filesystem::path& file) {
  auto rows = read_tsv(file, {"act", "type"});
  if (!rows) return rows.error();
  ActEvents events;
  for (const TsvRow& row : *rows) {
    const auto act = act_named(row.cells[0]);
    if (!act)
      return Error{ErrorCode::bad_rule, file.string() + ":" + std::to_string(row.line),
                   "there is no act '" + row.cells[0] + "'"};
    events[*act] = row.cells[1];
  }
  return events;
}

}  // namespace sayso
