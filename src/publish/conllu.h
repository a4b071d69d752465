// The language layer as CoNLL-U, for eyes and for other people's tools.
//
//     # sent_id = 1
//     # text = Orlen denied it.
//     1	Orlen	Orlen	PROPN	NNP	_	2	nsubj	_	Name=B-person
//     2	denied	deny	VERB	VBD	_	0	root	_	_
//     3	it	it	PRON	PRP	_	2	obj	_	SpaceAfter=No
//     4	.	.	PUNCT	PUNCT	_	2	punct	_	_
//
// One line a word; multiword tokens are not marked ("do" and "n't" touch: SpaceAfter=No). A sentence that was not read
// has
// "# read = no", heads 0 and relation dep. Source: https://universaldependencies.org/format.html
#pragma once

#include <string>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

std::string to_conllu(const Dispatch& dispatch, const Syntax& syntax);

}  // namespace sayso
