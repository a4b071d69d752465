// The words of a dispatch as prints by which its copies are found.
#pragma once

#include "sayso/dispatch.h"
#include "sayso/fingerprint.h"
#include "sayso/language.h"

namespace sayso {

// Deterministic on every machine; linear in the text.
Fingerprint take_fingerprint(const Dispatch& dispatch, const Syntax& syntax);

}  // namespace sayso
