// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints what lies under and over the text of a passage: fill, membership bar, number, tints, lines, badges.
#pragma once

#include "ui/marks.h"
#include "ui/passagelayout.h"
#include "ui/search.h"
#include "ui/surfaces.h"

#include <QFont>

#include <optional>
#include <span>

class QPainter;

namespace parallax {

/// How a passage stands to what the reader looks at.
struct PassageLook {
    bool isCurrent = false; ///< of the current event
    bool startsRun = false; ///< current, and the passage before it is not
    bool endsRun = false;
    bool isLinked = false;    ///< of any event
    bool isHovered = false;   ///< of the hovered event
    bool hasKeyboard = false; ///< the passage that the keys move
    int number = 0;           ///< in its article, 1-based
};

/// Everything is in the document's coordinates; the painter is translated to the scroll position. Of lines, tints and
/// badges only what touches `visible` is painted: a scrolled pane asks for a strip a few pixels high.
class PassagePainter
{
public:
    PassagePainter(QPainter &painter, const PassageLayout &layout, Band visible, const Surfaces &surfaces,
                   Scheme scheme, qreal zoom);

    /// Under the text.
    void paintGround(int passage, const Passage &value, const PassageLook &look);
    void paintTints(int passage, const std::vector<Mark> &marks);
    /// Words that were looked for; `current` is the match the reader is at, if it is one of them.
    void paintFound(int passage, std::span<const Match> matches, const std::optional<Match> &current);
    /// Over the text.
    void paintLines(int passage, const std::vector<Mark> &marks);
    void paintBadges(int passage, const std::vector<Mark> &marks, bool isRightToLeft);
    void paintFrames(int passage, const PassageLook &look);
    /// A frame around words that the reader was led to.
    void paintWordsFrame(int passage, TextSpan span, qreal opacity);
    void paintEnd(const QString &text);

private:
    void paintFold(int passage);
    void paintHatch(const QRect &area);
    void paintLabel(int passage, const Passage &value);
    QFont sized(qreal factor, int weight) const;
    bool isVisible(const QRectF &row) const;
    /// Without the room that was reserved behind the last word.
    std::vector<QRectF> wordRows(int passage, TextSpan span, const std::vector<Mark> &marks) const;

    QPainter &m_painter;
    const PassageLayout &m_layout;
    const Band m_visible;
    const Surfaces &m_surfaces;
    const Scheme m_scheme;
    const QFont m_chrome;
    const qreal m_zoom;
};

/// Height of a badge in the text.
qreal textBadgeHeight(qreal zoom);
/// Width of the room for a stop's badges, the space before them included.
qreal roomWidth(const BadgeStop &stop, const std::vector<Mark> &marks, qreal zoom);

} // namespace parallax
