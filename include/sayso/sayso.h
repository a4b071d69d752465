// Everything sayso offers a program that links it: read a dispatch, keep its claims, ask the ledger.
//
//     #include <sayso/sayso.h>
//
//     auto reader = sayso::Reader::open("data", "models/english.sayso");
//     if (!reader) return fail(reader.error());
//     auto reading = reader->read("KYIV — The army said it had left.", {.path = "note.txt"});
//     for (const auto& claim : reading->claims) use(claim);
#pragma once

#include "sayso/attribution.h"
#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/entity.h"
#include "sayso/event.h"
#include "sayso/features.h"
#include "sayso/fingerprint.h"
#include "sayso/language.h"
#include "sayso/ledger.h"
#include "sayso/mention.h"
#include "sayso/reading.h"
#include "sayso/result.h"
#include "sayso/span.h"
#include "sayso/time.h"
