// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One entity under several names: what the rules of names have in common.
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// One mention of an entity.
struct Form {
    PassageRef passage;
    TextSpan span;
    QString form; ///< mentions with equal forms agree
};

enum class Reach {
    Linked, ///< only where linked passages differ: a name with several bearers
    Story,  ///< wherever it stands: a name so rare that it has one bearer in the whole story
};

/// Adds the divergence of one entity to `found` where its forms differ. Over the whole story each article shows a form
/// once, where a linked passage has another one if there is such a place.
void addEntity(const DivergenceContext &context, const std::vector<Form> &forms, Aspect aspect, const QString &subject,
               double weight, std::vector<Divergence> &found, Reach reach = Reach::Linked);

/// Whether two folded words can be one name in two spellings: a letter or two changed, or other ways to write foreign
/// sounds ("Aleksei", "Alexey"). No two words of the dictionary.
bool areRespelt(const QString &a, const QString &b);

QString withoutDots(const QString &text);

/// "lieutenant" for "lt", of folded words; the word itself where it shortens no title.
QString fullTitle(const QString &folded);

} // namespace parallax
