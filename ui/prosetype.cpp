// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prosetype.h"

#include <QApplication>
#include <QFontInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

QString cjkRegion(const QString &language)
{
    if (language.startsWith("ja"_L1))
        return u"JP"_s;
    if (language.startsWith("ko"_L1))
        return u"KR"_s;
    return language.startsWith("zh-Hant"_L1) || language.startsWith("zh-TW"_L1) ? u"TC"_s : u"SC"_s;
}

} // namespace

int systemTextSize()
{
    return std::max(9, QFontInfo(QApplication::font()).pixelSize());
}

QFont proseFont(const QString &language, qreal pixels, const QString &family)
{
    QStringList families{u"Noto Serif"_s,
                         u"Noto Naskh Arabic"_s,
                         u"Noto Serif Hebrew"_s,
                         u"Noto Serif CJK "_s + cjkRegion(language),
                         u"serif"_s,
                         QApplication::font().family()};
    if (!family.isEmpty())
        families.prepend(family);
    QFont font(families);
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(std::max(6, qRound(pixels)));
    return font;
}

QFont roleFont(Role role, const QFont &prose, qreal pixels)
{
    QFont font = role == Role::Furniture ? QApplication::font() : prose;
    const qreal factor = role == Role::Headline    ? 1.15
                         : role == Role::Caption   ? 0.94
                         : role == Role::Furniture ? 0.87
                                                   : 1;
    font.setPixelSize(std::max(6, qRound(pixels * factor)));
    if (role == Role::Headline)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace parallax
