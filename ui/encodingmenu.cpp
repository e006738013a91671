// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/encodingmenu.h"

#include "report/wording.h"
#include "story/textdecoder.h"
#include "ui/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("parallax::EncodingMenu", text);
}

struct Script {
    const char *name;
    std::array<const char *, 5> encodings; ///< IANA names; null where there are fewer
};

constexpr Script Scripts[] = {
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Unicode"), {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Western European"),
     {"windows-1252", "ISO-8859-1", "ISO-8859-15", "macintosh", "IBM850"}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Central European"),
     {"windows-1250", "ISO-8859-2", "IBM852", nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Baltic"),
     {"windows-1257", "ISO-8859-13", "ISO-8859-4", nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Cyrillic"),
     {"windows-1251", "KOI8-R", "KOI8-U", "ISO-8859-5", "IBM866"}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Greek"), {"windows-1253", "ISO-8859-7", nullptr, nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Turkish"), {"windows-1254", "ISO-8859-9", nullptr, nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Arabic"), {"windows-1256", "ISO-8859-6", nullptr, nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Hebrew"), {"windows-1255", "ISO-8859-8", nullptr, nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Vietnamese and Thai"),
     {"windows-1258", "TIS-620", nullptr, nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Chinese"), {"GB18030", "GBK", "Big5", "Big5-HKSCS", "EUC-TW"}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Japanese"), {"Shift_JIS", "EUC-JP", "ISO-2022-JP", nullptr, nullptr}},
    {QT_TRANSLATE_NOOP("parallax::EncodingMenu", "Korean"), {"EUC-KR", "ISO-2022-KR", nullptr, nullptr, nullptr}},
};

QAction *addChoice(QMenu *menu, QActionGroup *group, const QString &text, bool isChecked)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(isChecked);
    group->addAction(action);
    return action;
}

} // namespace

void addEncodingMenu(QMenu *menu, const TextEncoding &now, const std::function<void(const QByteArray &)> &choose)
{
    QMenu *encodings = menu->addMenu(breezeIcon(u"character-set"_s), tr("&Encoding: %1").arg(encodingText(now)));
    encodings->setObjectName("encodingMenu"_L1);
    auto *group = new QActionGroup(encodings);
    const bool isChosen = now.origin == EncodingOrigin::Chosen;
    QAction *own = addChoice(encodings, group, tr("&As the File Looks"), !isChosen);
    QObject::connect(own, &QAction::triggered, encodings, [choose] { choose({}); });
    encodings->addSeparator();
    for (const Script &script : Scripts) {
        QMenu *part = encodings->addMenu(tr(script.name));
        for (const char *name : script.encodings) {
            if (!name || !isKnownEncoding(name))
                continue;
            const bool isNow = now.name.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
            QAction *choice = addChoice(part, group, QString::fromLatin1(name), isChosen && isNow);
            if (isNow && !isChosen) { // one sees where the present one stands
                QFont font = choice->font();
                font.setBold(true);
                choice->setFont(font);
            }
            QObject::connect(choice, &QAction::triggered, encodings, [choose, name] { choose(name); });
        }
        if (part->isEmpty())
            part->menuAction()->setVisible(false);
    }
}

} // namespace parallax
