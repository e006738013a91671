// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_jsonwriter.cpp and tst_commandline.cpp.

#include "report/schemawords.h"

namespace parallax {

using namespace Qt::StringLiterals;

QString kindWord(DivergenceKind kind)
{
    switch (kind) {
    case DivergenceKind::Figure:
        return u"figure"_s;
    case DivergenceKind::Date:
        return u"date"_s;
    case DivergenceKind::Status:
        return u"status"_s;
    case DivergenceKind::Quote:
        return u"quote"_s;
    case DivergenceKind::Attribution:
        return u"attribution"_s;
    case DivergenceKind::Name:
        return u"name"_s;
    case DivergenceKind::Wording:
        return u"wording"_s;
    case DivergenceKind::Detail:
        return u"detail"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<DivergenceKind> kindOfWord(const QString &word)
{
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const auto kind = static_cast<DivergenceKind>(i);
        if (kindWord(kind).compare(word, Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

QString surenessWord(Sureness sureness)
{
    switch (sureness) {
    case Sureness::OnlySure:
        return u"sure"_s;
    case Sureness::Balanced:
        return u"balanced"_s;
    case Sureness::ShowMore:
        return u"more"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Sureness> surenessOfWord(const QString &word)
{
    for (const Sureness sureness : {Sureness::OnlySure, Sureness::Balanced, Sureness::ShowMore}) {
        if (surenessWord(sureness).compare(word, Qt::CaseInsensitive) == 0)
            return sureness;
    }
    return std::nullopt;
}

QString precisionWord(Precision precision)
{
    switch (precision) {
    case Precision::Exact:
        return u"exact"_s;
    case Precision::About:
        return u"about"_s;
    case Precision::AtLeast:
        return u"atLeast"_s;
    case Precision::AtMost:
        return u"atMost"_s;
    case Precision::Vague:
        return u"vague"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::Body:
        return u"body"_s;
    case Role::Headline:
        return u"headline"_s;
    case Role::Caption:
        return u"caption"_s;
    case Role::Dateline:
        return u"dateline"_s;
    case Role::Byline:
        return u"byline"_s;
    case Role::Furniture:
        return u"furniture"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString reasonWord(SkipReason reason)
{
    switch (reason) {
    case SkipReason::Unreadable:
        return u"unreadable"_s;
    case SkipReason::Empty:
        return u"empty"_s;
    case SkipReason::Binary:
        return u"binary"_s;
    case SkipReason::TooLarge:
        return u"too-large"_s;
    case SkipReason::Unsupported:
        return u"unsupported"_s;
    case SkipReason::Damaged:
        return u"damaged"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace parallax
