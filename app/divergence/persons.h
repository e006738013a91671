// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The persons of a story: whom a surname means, wherever it stands.
#pragma once

#include "divergence/context.h"
#include "divergence/phrases.h"

#include <QString>

#include <vector>

namespace parallax {

/// One place where a person is named.
struct PersonMention {
    PassageRef passage;
    const NameMention *name = nullptr;
    WordRange words; ///< given names, surname and what follows it ("KC"); no title
    QString given;   ///< folded first name or initial; empty where only the surname stands
    QString middle;  ///< folded words between it and the surname
    QString rank;    ///< what follows the surname, folded: "kc", "jr"
    QString surname; ///< folded
};

/// Somebody named in the story.
struct Person {
    std::vector<PersonMention> mentions; ///< not empty, by passage
};

/// The persons of the English articles, by surname; of all told passages, linked or not. A capitalised name is a
/// person's where the story somewhere gives a courtesy, title or age with it, or has it speak, and where it writes the
/// surname with a first name. Given names that can be one ("Alex" / "Alexander", "A." / "Anna") make one bearer unless
/// an article writes both; a bare surname is nobody's where the story knows two bearers. Cost: linear but for
/// the bearers of one surname.
std::vector<Person> personsOf(const DivergenceContext &context);

/// The name as the fullest of some mentions has it: "Anna Berg".
QString nameOf(const DivergenceContext &context, const PersonMention &mention);

} // namespace parallax
