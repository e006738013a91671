// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What one article says of one event, set in the width of a cell.
#pragma once

#include "ui/finder.h"
#include "ui/marks.h"
#include "ui/passagelayout.h"
#include "ui/proselayer.h"
#include "ui/prosetype.h"
#include "ui/surfaces.h"

#include <QTextDocument>

#include <memory>

class QPainter;

namespace parallax {

/// The passages of `article` that report `event`, in their order; empty where it is silent. Linear in the members.
std::vector<PassageRef> cellPassages(const Comparison &comparison, int event, int article);

/// The same setting, prose colours and marks as in a column: the row's own event is always marked in full. Heights are
/// pixels from the top of the cell. Holds the text laid out, so make it for what is seen.
class CellText
{
public:
    struct Look {
        int width = 300;
        ReadingType type;
        bool hasProseColours = true;
        Scheme scheme = Scheme::Light;
        int divergence = -1;        ///< current one, framed
        QSet<DivergenceKind> kinds; ///< that are shown

        friend bool operator==(const Look &, const Look &) = default;
    };

    CellText(ComparisonPtr comparison, std::shared_ptr<const MarkIndex> index, int event, int article,
             const Look &look);

    const std::vector<PassageRef> &passages() const { return m_refs; }
    int height() const;
    /// Lays out anew only what a change asks for.
    void setLook(const Look &look);

    /// The painter stands at the top left of the cell; paints no ground of its own but the current row's.
    void paint(QPainter &painter, const Surfaces &surfaces, bool isCurrent, const Finder *finder);

    /// Index into passages() at a height; -1 in the blank.
    int passageAt(int y) const;
    /// The mark at a point; null where there is none.
    const Mark *markAt(QPointF point) const;
    /// The rows that words of a passage stand in; empty where the passage is not here.
    std::vector<QRectF> rows(PassageRef passage, TextSpan span) const;

private:
    PassageDress dress(int number) const;
    Focus focus() const;
    void fill();
    void applyFonts();
    void mark();
    void layOut();

    const ComparisonPtr m_comparison;
    const std::shared_ptr<const MarkIndex> m_index;
    const int m_event;
    const int m_article;
    Look m_look;
    std::vector<PassageRef> m_refs;
    std::vector<Passage> m_passages; ///< those of m_refs; PassageLayout looks at them
    std::vector<std::vector<Mark>> m_marks;
    QTextDocument m_document;
    PassageLayout *m_layout = nullptr; ///< owned by the document
    ProseLayer *m_prose = nullptr;     ///< owned by the document
    QColor m_ink;
};

} // namespace parallax
