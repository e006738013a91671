// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The closed classes of English: the few hundred words that hold sentences together and that no dictionary of
//! meanings lists. All take folded words (Word::folded); unknown words are in no class.
#pragma once

#include <QString>

namespace parallax::english {

bool isDeterminer(QStringView word); ///< the, a, this, some, and the possessives my … their
bool isPronoun(QStringView word);    ///< personal subject pronouns of the third person: he, she, they
bool isPreposition(QStringView word);
bool isConjunction(QStringView word); ///< and, but, that, because, while, who, which: a clause may begin here
bool isAuxiliary(QStringView word);   ///< forms of be, have, do and the modals
bool isBe(QStringView word);          ///< forms of be
bool isModal(QStringView word);       ///< will, would, may …
bool isNegation(QStringView word);    ///< not, never, n't forms
bool isMidAdverb(
    QStringView word); ///< adverbs that stand between a subject and its verb: also, again, later, -ly words
bool isWeekday(QStringView word);
bool isMonth(QStringView word);
bool isTitle(QStringView word);        ///< Mr, Dr, President, Colonel: stands before a person's name
bool isCourtesy(QStringView word);     ///< the titles that say nothing of an office: Mr, Mrs, Sir
bool isNameParticle(QStringView word); ///< of, de, al, van: joins capitals to one name

bool isSayVerb(QStringView baseForm);      ///< say, claim, deny: verbs of saying, judging and reporting
bool isFindingVerb(QStringView baseForm);  ///< find, establish: they report a finding where "that" follows
bool isInvertedVerb(QStringView baseForm); ///< say, add: they may stand before their subject ("…," said the mayor)

/// Whether a language (BCP 47, empty = not told) is to be read as English.
bool isEnglish(QStringView language);

} // namespace parallax::english
