// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Sets an article: one block a passage, soft-wrapped, furniture folded, blank space before and after.
#pragma once

#include "story/story.h"

#include <QAbstractTextDocumentLayout>
#include <QFont>
#include <QScopeGuard>

#include <functional>
#include <map>
#include <vector>

namespace parallax {

/// Sizes in pixels of the document.
struct PassageMeasures {
    qreal em = 13;        ///< pixel size of the article's text
    int width = 300;      ///< of the document; text is wrapped to it less the margins
    int numberWidth = 27; ///< margin where lines begin: membership bar and paragraph number
    int farMargin = 9;    ///< where they end
    int padding = 4;      ///< above and below the text of a passage
    int labelHeight = 16; ///< of the line that says "Caption" or "Page furniture"
    int foldHeight = 24;  ///< of the row that stands for folded furniture
    qreal spacing = 1;    ///< of the lines, in their usual distance
    int lead = 0;         ///< blank before the first passage, so that it can be levelled with any other
    int tail = 0;         ///< blank after the last

    friend bool operator==(const PassageMeasures &, const PassageMeasures &) = default;
};

/// A vertical extent, in pixels.
struct Band {
    int top = 0;
    int bottom = 0;

    int height() const { return bottom - top; }
    friend bool operator==(const Band &, const Band &) = default;
};

/// Passages up to which an article is laid out as a whole. In a longer one heights are guessed until settle().
constexpr int MostLaidOutAtOnce = 300;

/// Document layout of an article, in whole pixels from top to top, so that columns can stand exactly level. Block n of
/// the document is passage n. A block is laid out when its text or formats changed and somebody asks for a place;
/// an empty document costs nothing, and of a very long one only what was settled is laid out.
class PassageLayout : public QAbstractTextDocumentLayout
{
    Q_OBJECT

public:
    PassageLayout(QTextDocument *document, const std::vector<Passage> &passages);

    const PassageMeasures &measures() const { return m_measures; }
    void setMeasures(const PassageMeasures &measures);
    /// Colour of a passage's text where no format gives one.
    void setInk(std::function<QColor(int passage)> ink) { m_ink = std::move(ink); }

    /// While an article is put in, formatted and folded nothing is laid out; letting go of the answer tells the size.
    [[nodiscard]] auto fill()
    {
        m_isFilling = true;
        return qScopeGuard([this] {
            m_isFilling = false;
            tellChange();
        });
    }
    /// Folds or unfolds the run of furniture that holds a passage.
    void setFolded(int passage, bool folded);
    bool isFolded(int passage) const;
    /// Passages of the run of furniture that begins here; 0 where none begins.
    int furnitureRun(int passage) const;

    /// Lays out the passages that stand between two heights (or `passages` from `first` on). Answers whether anything
    /// moved by it. What is not settled has no rows, and a height guessed from the length of its text.
    bool settleBetween(int top, int bottom);
    bool settle(int first, int last);
    bool isSettled(int passage) const;

    /// Where a passage stands, padding and label included; an empty band for those inside a folded run but its first.
    Band band(int passage) const;
    Band content() const;
    int passageCount() const { return m_count; }
    /// The passage at a height, also the nearest one where the height is in the blank; -1 without passages.
    int passageAt(int y) const;
    bool hasLabel(int passage) const;

    /// The rows that a span of a passage covers: one rectangle a row, as high as the letters (fonts reserve more).
    /// Remembered until the passage is laid out anew: painting asks for the same spans again and again.
    std::vector<QRectF> rows(int passage, TextSpan span) const;
    /// The row that ends a span, for what is drawn behind the last word.
    QRectF lastRow(int passage, TextSpan span) const;
    /// Whether a passage's lines begin at the right: its number and bar stand there, too.
    bool isRightToLeft(int passage) const;
    /// Baseline of the first line.
    qreal firstBaseline(int passage) const;

    void draw(QPainter *painter, const PaintContext &context) override;
    int hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const override;
    int pageCount() const override { return 1; }
    QSizeF documentSize() const override;
    QRectF frameBoundingRect(QTextFrame *frame) const override;
    QRectF blockBoundingRect(const QTextBlock &block) const override;

protected:
    void documentChanged(int from, int charsRemoved, int charsAdded) override;

private:
    struct Box {
        int top = 0;
        int height = 0;
        bool isStale = true;    ///< not laid out, or not since it changed
        bool hasHeight = false; ///< guessed, or from before it changed
        bool isFolded = false;
        std::map<std::pair<int, int>, std::vector<QRectF>> rows; ///< by span, from the passage's top
    };

    std::vector<QRectF> rowsInPassage(int passage, TextSpan span) const;
    void tellChange();
    void ensureSet() const;
    void setBlock(QTextBlock block, Box &box);
    int guessedHeight(const QTextBlock &block, const Box &box) const;
    bool isLazy() const { return passageCount() > MostLaidOutAtOnce; }
    void placeBoxes(int first) const;
    int furnitureStart(int passage) const;
    bool isFurniture(int passage) const;

    const std::vector<Passage> &m_passages;
    PassageMeasures m_measures;
    std::function<QColor(int)> m_ink;
    mutable std::vector<Box> m_boxes;
    int m_count = 0; ///< asking the document costs a walk down its tree, and this is asked for every passage
    mutable bool m_isStale = true;
    bool m_isFilling = false;
};

} // namespace parallax
