// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/surfaces.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parallax {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

qreal luminance(const QColor &colour)
{
    const auto linear = [](qreal c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// Breeze's text on its base has 15 (light) and 17 (dark), black on white 21.
constexpr qreal HighContrastFrom = 19;

Surfaces lightSurfaces()
{
    return {.win = rgb(0xeff0f1),
            .view = rgb(0xffffff),
            .alt = rgb(0xf7f8f8),
            .text = rgb(0x232629),
            .accent = rgb(0x3daee9),
            .prose = rgb(0x26292c),
            .muted = rgb(0x5c6164),
            .faint = rgb(0x6f757a),
            .border = rgb(0xbfc2c4),
            .hair = rgb(0xdcdee0),
            .curline = rgb(0x2980b9),
            .accentInk = rgb(0x14608f),
            .curfill = rgb(0xe6f3fb),
            .sel = rgb(0xcbe6f7),
            .told = rgb(0x7d868c),
            .link = rgb(0x9aa1a6),
            .found = rgb(0xffe9a3),
            .foundNow = rgb(0xffc23d),
            .heat = {rgb(0xdfe4e8), rgb(0xb3c3d1), rgb(0x7795ad), rgb(0x3f6484), rgb(0x173a58)}};
}

Surfaces darkSurfaces()
{
    return {.win = rgb(0x202326),
            .view = rgb(0x141618),
            .alt = rgb(0x1a1d1f),
            .text = rgb(0xfcfcfc),
            .accent = rgb(0x3daee9),
            .prose = rgb(0xe2e4e6),
            .muted = rgb(0xa5abb0),
            .faint = rgb(0x7c8388),
            .border = rgb(0x4a4f54),
            .hair = rgb(0x2f3438),
            .curline = rgb(0x3daee9),
            .accentInk = rgb(0x7cc8f0),
            .curfill = rgb(0x17303f),
            .sel = rgb(0x1f4257),
            .told = rgb(0x8a9298),
            .link = rgb(0x565d63),
            .found = rgb(0x584611),
            .foundNow = rgb(0x8a6400),
            .heat = {rgb(0x2b3136), rgb(0x39505f), rgb(0x55798f), rgb(0x82acc5), rgb(0xc2e2f4)}};
}

struct Nature {
    bool isDark = false;
    bool isHighContrast = false;
};

/// Asked by every paint event, while it costs two dozen powers; so it is remembered for the palettes in use.
Nature natureOf(const QPalette &palette)
{
    constexpr size_t InUse = 64;
    static std::map<qint64, Nature> known;
    if (const auto found = known.find(palette.cacheKey()); found != known.end())
        return found->second;
    if (known.size() >= InUse)
        known.clear();
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    return known[palette.cacheKey()] = {luminance(base) < luminance(text), contrast(text, base) >= HighContrastFrom};
}

} // namespace

qreal contrast(const QColor &a, const QColor &b)
{
    const qreal first = luminance(a) + 0.05;
    const qreal second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Scheme schemeOf(const QPalette &palette)
{
    const Nature nature = natureOf(palette);
    return nature.isHighContrast ? Scheme::HighContrast : nature.isDark ? Scheme::Dark : Scheme::Light;
}

Surfaces surfacesOf(const QPalette &palette)
{
    Surfaces surfaces = natureOf(palette).isDark ? darkSurfaces() : lightSurfaces();
    surfaces.win = palette.color(QPalette::Window);
    surfaces.view = palette.color(QPalette::Base);
    surfaces.alt = palette.color(QPalette::AlternateBase);
    surfaces.text = palette.color(QPalette::WindowText);
    surfaces.accent = palette.color(QPalette::Accent);
    if (schemeOf(palette) == Scheme::HighContrast) {
        surfaces.prose = surfaces.muted = surfaces.faint = surfaces.border = surfaces.accentInk = surfaces.text;
        surfaces.curfill = surfaces.found = surfaces.foundNow = surfaces.view;
        surfaces.sel = surfaces.view; // what is current has a frame or a thick edge
        surfaces.told = surfaces.text;
        surfaces.hair = surfaces.link = blend(surfaces.text, surfaces.view, 0.55);
        surfaces.curline = surfaces.accent;
        for (size_t i = 0; i < surfaces.heat.size(); ++i)
            surfaces.heat[i] = blend(surfaces.text, surfaces.view, 0.2 + 0.2 * static_cast<double>(i));
    }
    return surfaces;
}

QPalette breezePalette(Scheme scheme)
{
    const bool dark = scheme == Scheme::Dark;
    const Surfaces s = dark ? darkSurfaces() : lightSurfaces();
    const QColor button = dark ? rgb(0x292c30) : rgb(0xfcfcfc);
    QPalette palette(button, s.win);
    palette.setColor(QPalette::Window, s.win);
    palette.setColor(QPalette::WindowText, s.text);
    palette.setColor(QPalette::Base, s.view);
    palette.setColor(QPalette::AlternateBase, s.alt);
    palette.setColor(QPalette::Text, s.text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, s.text);
    palette.setColor(QPalette::BrightText, dark ? s.view : s.text);
    palette.setColor(QPalette::PlaceholderText, s.faint);
    palette.setColor(QPalette::ToolTipBase, dark ? rgb(0x292c30) : rgb(0xf7f7f7));
    palette.setColor(QPalette::ToolTipText, s.text);
    palette.setColor(QPalette::Highlight, s.accent);
    palette.setColor(QPalette::HighlightedText, dark ? rgb(0x141618) : s.text);
    palette.setColor(QPalette::Accent, s.accent);
    palette.setColor(QPalette::Link, s.accentInk);
    palette.setColor(QPalette::LinkVisited, s.muted);
    palette.setColor(QPalette::Mid, s.border);
    palette.setColor(QPalette::Midlight, s.hair);
    palette.setColor(QPalette::Dark, dark ? rgb(0x0d0f10) : rgb(0x9da1a4));
    palette.setColor(QPalette::Shadow, dark ? rgb(0x000000) : rgb(0x6b7073));
    palette.setColor(QPalette::Light, dark ? rgb(0x3a3f44) : rgb(0xffffff));
    const QColor off = blend(s.text, s.win, 0.42);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, off);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, s.hair);
    return palette;
}

QPalette contrastPalette(bool isDark)
{
    const QColor paper = isDark ? Qt::black : Qt::white;
    const QColor ink = isDark ? Qt::white : Qt::black;
    const QColor strong = isDark ? rgb(0xffe14d) : rgb(0x0033cc);
    QPalette palette(paper, paper);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText, QPalette::PlaceholderText,
          QPalette::ToolTipText, QPalette::Mid, QPalette::Midlight, QPalette::Dark, QPalette::Shadow})
        palette.setColor(role, ink);
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button,
                            QPalette::Light, QPalette::ToolTipBase})
        palette.setColor(role, paper);
    for (const auto role : {QPalette::Highlight, QPalette::Accent, QPalette::Link, QPalette::LinkVisited})
        palette.setColor(role, strong);
    palette.setColor(QPalette::HighlightedText, paper);
    const QColor off = blend(ink, paper, 0.62); // 4.5 and more
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    return palette;
}

QColor blend(const QColor &top, const QColor &bottom, qreal opacity)
{
    const auto mix = [opacity](int a, int b) { return qRound(a * opacity + b * (1 - opacity)); };
    return {mix(top.red(), bottom.red()), mix(top.green(), bottom.green()), mix(top.blue(), bottom.blue())};
}

} // namespace parallax
