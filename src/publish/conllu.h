// The language layer as CoNLL-U, for eyes and for other people's tools.
//
//     # newdoc id = sha256:0e835f78…
//     # newpar
//     # sent_id = 0e835f783941-1
//     # text = Orlen didn't deny it.
//     1	Orlen	Orlen	PROPN	NNP	Number=Sing	4	nsubj	_	Name=B-PER
//     2-3	didn't	_	_	_	_	_	_	_	_
//     2	did	do	AUX	VBD	…	4	aux	_	_
//     3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
//     4	deny	deny	VERB	VB	VerbForm=Inf	0	root	_	_
//     5	it	it	PRON	PRP	…	4	obj	_	SpaceAfter=No
//     6	.	.	PUNCT	.	_	4	punct	_	_
//
// Names are PER ORG LOC MIL OTH. A sentence that was not read is kept and says why: "# read = no (not English)"; the
// format demands a tree of every sentence, so its first word stands as root and the others hang from that as "dep", all
// of them X: no answer of the model. Space that the text has beyond one blank is one blank in "# text", and control
// characters are U+FFFD. Source: https://universaldependencies.org/format.html
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

std::string to_conllu(const Dispatch& dispatch, const Syntax& syntax);

// Words that are written as one token, such as "do|n't", "Kesh|'s", "can|not", but not "5|km", "Kesh|-|backed", "it|.":
// the index behind the last word of the token that begins at `first`, which is first + 1 for a plain word.
std::uint32_t token_end(std::string_view text, const Syntax& syntax, const Sentence& sentence, std::uint32_t first);

// Does the quotation mark at this word open a quotation? By the spaces on its sides.
bool opens_quotation(const Syntax& syntax, const Sentence& sentence, std::uint32_t word);

}  // namespace sayso
