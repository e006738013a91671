// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The lines of the marks are pictures in the style sheet, one period each, repeated under the words: CSS has no
//! dash-dotted and no square-wave underline, and the shapes must be those of the window and the PDF.
//!
//! Tested by tst_htmlwriter.cpp.

#include "report/htmltext.h"

#include "report/foreigntext.h"
#include "report/markstyle.h"
#include "report/wording.h"

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double LineHeight = 4; // px, the band of the design tokens

/// One period of a kind's line as the drawing commands of an SVG, and its length; 0 = it has no period.
struct LinePattern {
    double period = 8;
    QString shape;
};

LinePattern patternOf(LineShape shape)
{
    switch (shape) {
    case LineShape::Thick:
        return {8, u"<rect width='8' height='2.6' y='.7'/>"_s};
    case LineShape::Double:
        return {8, u"<rect width='8' height='1.1' y='.1'/><rect width='8' height='1.1' y='2.8'/>"_s};
    case LineShape::Dashed:
        return {8, u"<rect width='5' height='1.8' y='1.1'/>"_s};
    case LineShape::Sine:
        return {8, u"<path d='M-1 2.6Q0 .5 2 .5T6 3.5 10 .5' fill='none' stroke='%1' stroke-width='1.2'/>"_s};
    case LineShape::DashDot:
        return {12, u"<rect width='6' height='1.7' y='1.1'/><rect x='8.2' width='1.6' height='1.7' y='1.1'/>"_s};
    case LineShape::Thin:
        return {8, u"<rect width='8' height='1.1' y='1.4'/>"_s};
    case LineShape::Square:
        return {8, u"<path d='M0 .7H4V3.3H8V0' fill='none' stroke='%1' stroke-width='1.2'/>"_s};
    case LineShape::Dotted:
        return {4, u"<rect width='2' height='2' y='1'/>"_s};
    }
    Q_UNREACHABLE_RETURN({});
}

QString lineImage(const MarkStyle &style)
{
    const LinePattern pattern = patternOf(style.shape);
    QString svg =
        u"<svg xmlns='http://www.w3.org/2000/svg' width='%2' height='%3' fill='%1'>"_s + pattern.shape + u"</svg>"_s;
    svg.replace(u"%1"_s, style.colour.name()).replace(u"%2"_s, QString::number(pattern.period));
    svg.replace(u"%3"_s, QString::number(LineHeight));
    return u"url(\"data:image/svg+xml,"_s +
           svg.replace(u'#', u"%23"_s).replace(u'<', u"%3C"_s).replace(u'>', u"%3E"_s) + u"\")"_s;
}

/// Colours of a scheme as custom properties.
QString schemeProperties(Scheme scheme)
{
    QString properties;
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const auto kind = static_cast<DivergenceKind>(i);
        const MarkStyle style = markStyle(kind, scheme);
        properties += u"--%1:%2;--%1t:%3;--%1l:%4;\n"_s.arg(QString(kindClass(kind)), style.colour.name(),
                                                            style.tint.isValid() ? style.tint.name() : u"transparent"_s,
                                                            lineImage(style));
    }
    for (int article = 0; article < AccentCount; ++article)
        properties += u"--a%1:%2;"_s.arg(article).arg(articleColour(article, scheme).name());
    return properties;
}

} // namespace

QString escaped(const QString &text)
{
    return withoutControls(balanced(text)).toHtmlEscaped();
}

QChar kindClass(DivergenceKind kind)
{
    return u"fdsqanwp"[static_cast<int>(kind)];
}

QString badgeHtml(DivergenceKind kind, int group)
{
    const QString letter(markStyle(kind, Scheme::Light).letter);
    const QString said =
        group < 0 ? kindName(kind)
                  : say(QT_TRANSLATE_NOOP("parallax", "%1, reading %2")).arg(kindName(kind), groupLetter(group));
    return u"<sup class=\"b b%1%2\" role=\"img\" aria-label=\"%3\" title=\"%3\">%4%5</sup>"_s.arg(
        QString(kindClass(kind)), group == 0 ? u" o"_s : QString(), said.toHtmlEscaped(), letter.toHtmlEscaped(),
        group > 0 ? u"<i>"_s + groupLetter(group) + u"</i>"_s : QString());
}

QString markedHtml(const MarkedText &marked)
{
    QString html;
    for (const MarkPiece &piece : piecesOf(marked)) {
        switch (piece.place) {
        case MarkPiece::Place::Text:
            html += withoutControls(piece.text).toHtmlEscaped();
            break;
        case MarkPiece::Place::Begin:
            html += u"<span class=\"m m%1%2\">"_s.arg(QString(kindClass(piece.mark->kind)),
                                                      piece.mark->isTinted ? u" t"_s : QString());
            break;
        case MarkPiece::Place::End:
            html += u"</span>"_s;
            break;
        case MarkPiece::Place::Badge:
            html += badgeHtml(piece.mark->kind, piece.mark->group);
            break;
        }
    }
    return html;
}

QString htmlStyle()
{
    QString kinds;
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const QString k(kindClass(static_cast<DivergenceKind>(i)));
        kinds += u".m%1{background-image:var(--%1l)}.m%1.t{background-color:var(--%1t)}.b%1{--k:var(--%1)}\n"_s.arg(k);
    }
    for (int article = 0; article < AccentCount; ++article)
        kinds += u".a%1{border-color:var(--a%1)}\n"_s.arg(article);
    return u":root{color-scheme:light dark;--paper:#fff;--ink:#232629;--prose:#26292c;--muted:#5c6164;--hair:#dcdee0;\n"
           "--h0:#e2e5e7;--h1:#c3c9cd;--h2:#949ca2;--h3:#5d666d;--h4:#24292d;--hi:#fff;--lo:#232629;\n"_s +
           schemeProperties(Scheme::Light) +
           u"}\n@media screen and (prefers-color-scheme:dark){:root{--paper:#141618;--ink:#fcfcfc;--prose:#e2e4e6;"
           "--muted:#a5abb0;--hair:#2f3438;\n"
           "--h0:#2b3136;--h1:#39505f;--h2:#55798f;--h3:#82acc5;--h4:#c2e2f4;--hi:#141618;--lo:#fcfcfc;\n"_s +
           schemeProperties(Scheme::Dark) + u"}}\n"_s + kinds + uR"(*{box-sizing:border-box}
html{font:100%/1.5 "Noto Sans",system-ui,sans-serif;background:var(--paper);color:var(--ink)}
body{max-width:72rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.25;margin:0}
h2{font-size:1.25rem;margin:2.5rem 0 .5rem}
h3{font-size:1.2rem;line-height:1.3;margin:0 0 .25rem}
h4{font-size:.95rem;margin:1.25rem 0 .4rem}
h3 .no,td .no{color:var(--muted);font-weight:600;margin-inline-end:.4em}
p{margin:.35rem 0}
a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.2em}
a:focus-visible,.wide:focus-visible{outline:3px solid #3daee9;outline-offset:2px}
.skip{position:absolute;inset-inline-start:-99rem}
.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.muted,.told,figcaption,caption{color:var(--muted);font-size:.88rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:1rem 0 0;font-size:.92rem}
caption{text-align:start;padding-bottom:.3rem}
table{border-collapse:collapse;font-size:.88rem}
.full{width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--hair)}
thead th{vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
th{font-weight:600}
.num{text-align:end;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto}
abbr{text-decoration:none}
th .muted{font-weight:400}
tbody th[scope=row]{min-width:8.5rem}
.a{white-space:nowrap}
.no{font-variant-numeric:tabular-nums}
.a{display:inline-block;min-width:1.5em;padding:0 .25em;text-align:center;border:2px solid var(--muted);border-radius:4px;font-size:.8em;font-weight:700;margin-inline-end:.4em;line-height:1.35}
.d{display:inline-block;min-width:1.5em;padding:0 .2em;height:1.5em;line-height:1.3em;text-align:center;border-radius:.75em;border:1.5px solid var(--ink);font-size:.75rem;font-weight:700;margin-inline-end:.35em}
.d1{background:var(--ink);color:var(--paper)}
.d2{background:var(--muted);color:var(--paper);border-color:var(--muted)}
.d3{border:4px double var(--ink);line-height:1em}
.d4{border-style:dotted}
.r{margin-inline-end:.9em}
.b{font:700 .65rem/1.25 "Noto Sans",system-ui,sans-serif;margin-inline:.15em .1em;padding:0 .2em;border:1px solid var(--k);border-radius:2px;background:var(--k);color:var(--paper);vertical-align:.3em;white-space:nowrap}
.b.o{background:none;color:var(--k)}
.b i{font-style:normal;background:var(--paper);color:var(--k);margin-inline:.2em -.2em;padding:0 .2em}
.m{background-repeat:repeat-x;background-position:left bottom;padding-bottom:3px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.m,.b,.d,.map td{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.map td,.map thead th{padding:1px;text-align:center;border:1px solid var(--paper)}
.map td{min-width:1.7rem;font-size:.78rem;color:var(--lo);font-variant-numeric:tabular-nums}
.map tbody th{font-weight:400;padding:.15rem .75rem .15rem 0;border:0}
.map thead th{vertical-align:bottom}
.map .silent{box-shadow:inset 0 0 0 1px var(--hair)}
.h0{background:var(--h0)}.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3);color:var(--hi)!important}.h4{background:var(--h4);color:var(--hi)!important}
.event{border-top:2px solid var(--ink);padding-top:.75rem;margin-top:2.25rem}
.tellings{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 1.5rem}
.tellings h3,.tellings h5{font-size:.88rem;margin:0 0 .3rem}
.text{font-family:"Noto Serif",Georgia,serif;color:var(--prose);font-size:.94rem;line-height:1.75;white-space:pre-line;overflow-wrap:anywhere}
.text .n{font-family:"Noto Sans",system-ui,sans-serif;font-size:.78rem;color:var(--muted);margin-inline-end:.4em;font-weight:600}
dl.kinds{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;font-size:.9rem}
dl.kinds dd{margin:0}
footer{margin-top:3rem;border-top:1px solid var(--hair);padding-top:.5rem}
@media print{@page{margin:15mm}html{font-size:9pt;background:none}body{max-width:none;padding:0}.skip,nav{display:none}
a{text-decoration:none}.wide{overflow:visible}thead{display:table-header-group}tr,.tellings section,h2,h3,h4,h5{break-inside:avoid}
h2,h3,h4,h5,.told{break-after:avoid}.text{orphans:2;widows:2}.tellings{grid-template-columns:repeat(auto-fit,minmax(10rem,1fr))}}
@media (forced-colors:active){.d,.b,.a{border-color:CanvasText}.map td{border-color:CanvasText}}
)"_s;
}

} // namespace parallax
