// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The library of Breeze icons holds the light drawings only; KDE's own programs recolour them through KIconThemes,
//! which brings half a desktop along. A drawing names its colours in a style sheet (".ColorScheme-Text { color:#232629
//! }"), so recolouring is replacing that one value before Qt draws the file.
#include "ui/icons.h"

#include <BreezeIcons>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal DisabledOpacity = 0.4;

/// File of an icon drawn for about that size; empty where there is none.
QString fileOf(const QString &name, int size)
{
    BreezeIcons::initIcons();
    const QDir theme(u":/icons/breeze"_s);
    const QStringList sizes = size <= 16   ? QStringList{u"16"_s, u"22"_s, u"24"_s, u"32"_s, u"64"_s, u"48"_s}
                              : size <= 24 ? QStringList{u"22"_s, u"24"_s, u"16"_s, u"32"_s, u"64"_s, u"48"_s}
                                           : QStringList{u"32"_s, u"48"_s, u"64"_s, u"22"_s, u"24"_s, u"16"_s};
    for (const QString &drawn : sizes) {
        for (const auto *kind : {"actions", "places", "status", "mimetypes", "apps"}) {
            const QString file = u"%1/%2/%3.svg"_s.arg(QLatin1StringView(kind), drawn, name);
            if (theme.exists(file))
                return theme.filePath(file);
        }
    }
    return {};
}

class BreezeIconEngine final : public QIconEngine
{
public:
    explicit BreezeIconEngine(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(fileOf(m_name, qMin(rect.width(), rect.height())));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray drawing = file.readAll();
        drawing.replace("#232629", QGuiApplication::palette().color(QPalette::WindowText).name().toLatin1());
        QSvgRenderer renderer(drawing);
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * DisabledOpacity);
        renderer.render(painter, rect);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // `size` is in pixels of the device already.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return picture;
    }

    QIconEngine *clone() const override { return new BreezeIconEngine(m_name); }
    QString key() const override { return u"parallax-breeze"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return fileOf(m_name, 16).isEmpty(); }

private:
    const QString m_name;
};

} // namespace

QIcon breezeIcon(const QString &name)
{
    return QIcon(new BreezeIconEngine(name));
}

} // namespace parallax
