// Every span of a claim against its bytes.
//
//     SpanCheck check(reading.dispatch);
//     for (const Claim& claim : reading.claims) check.claim(claim);   // an EXPECT a span; check.seen() counts them
#pragma once

#include <gtest/gtest.h>

#include "sayso/claim.h"
#include "sayso/dispatch.h"

namespace sayso {

class SpanCheck {
 public:
  explicit SpanCheck(const Dispatch& dispatch) : dispatch_(dispatch) {}

  void claim(const Claim& claim) {
    attribution(claim.attribution);
    EXPECT_LE(claim.sentence.end, dispatch_.text.size());
    for (const Event& event : claim.events) {
      span("trigger", event.trigger.text, event.trigger.span);
      for (const auto* list : {&event.actors, &event.recipients, &event.instruments})
        for (const Participant& participant : *list)
          if (participant.words) span("participant", participant.words->text, participant.words->span);
      for (const Place& place : event.where) span("place", place.text, place.span);
      for (const Count& count : event.counts) span("count", count.text, count.span);
      when("when", event.when);
      EXPECT_FALSE(event.rule.empty());
    }
  }

  void attribution(const Attribution& said) {
    EXPECT_EQ(said.source.span.has_value(), !said.source.text.empty());
    if (said.source.span) span("source", said.source.text, *said.source.span);
    for (const ChainLink& link : said.chain)
      if (link.span) span("chain", link.name, *link.span);
    for (const auto& [name, words] :
         {std::pair{"carrier", &said.carrier}, {"medium", &said.medium}, {"cue", &said.cue}, {"target", &said.target}})
      if (*words) span(name, (*words)->text, (*words)->span);
    for (std::size_t i = 0; i < said.content.size(); ++i) {
      span("content", said.content[i].text, said.content[i].span);
      if (i > 0) {
        EXPECT_LE(said.content[i - 1].span.end, said.content[i].span.begin) << "pieces rise and stand apart";
      }
    }
    when("said", said.said);
    EXPECT_FALSE(said.rule.empty());
  }

  std::size_t seen() const { return seen_; }

 private:
  void when(const char* what, const std::optional<When>& when) {
    if (when && when->span) span(what, when->text, *when->span);
    if (when && when->begin && when->end) {
      EXPECT_LE(*when->begin, *when->end) << what << " " << when->text;
    }
  }
  void span(const char* what, const std::string& text, Span span) {
    ++seen_;
    ASSERT_LE(span.begin, span.end) << what;
    ASSERT_LE(span.end, dispatch_.text.size()) << what;
    EXPECT_EQ(text, slice(dispatch_.text, span)) << what;
  }

  const Dispatch& dispatch_;
  std::size_t seen_ = 0;
};

}  // namespace sayso
