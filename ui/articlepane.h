// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One article, whole, in its own order.
#pragma once

#include "ui/marks.h"
#include "ui/passagelayout.h"
#include "ui/passagepainter.h"
#include "ui/proselayer.h"
#include "ui/prosetype.h"
#include "ui/surfaces.h"

#include <QTextEdit>
#include <QTimer>

#include <memory>
#include <optional>

namespace parallax {

class Finder;
class OverviewStrip;

/// A place in an article that survives another wrapping: how far down a passage.
struct ReadingPlace {
    int passage = 0;
    double share = 0; ///< 0…1 of the passage's height
};

/// A read-only QTextEdit (so text can be selected, copied and read out) whose document is laid out by PassageLayout,
/// coloured by ProseLayer and marked by PassagePainter. Its vertical scroll bar is the overview strip.
/// Fresh panes sleep: they hold no text until wake(), so that fifty columns cost what is on screen.
/// Heights in this interface are pixels of the viewport unless they say document.
class ArticlePane : public QTextEdit
{
    Q_OBJECT

public:
    ArticlePane(ComparisonPtr comparison, std::shared_ptr<const MarkIndex> index, int article,
                QWidget *parent = nullptr);

    int article() const { return m_article; }
    bool isAwake() const { return m_isAwake; }
    void wake();

    const Focus &attention() const { return m_focus; }
    void setAttention(const Focus &focus);
    void setProseColoursShown(bool shown);
    void setType(const ReadingType &type);
    /// The strip at the right edge; without it the text is wider.
    void setOverviewShown(bool shown);
    /// What is looked for, to be shown; may be null, else outlives the pane.
    void setFinder(const Finder *finder);
    /// Makes the words of a passage visible that stand inside folded furniture.
    void unfold(int passage);

    const PassageLayout &passageLayout() const { return *m_layout; }
    OverviewStrip *strip() const { return m_strip; }
    int passageCount() const { return m_layout->passageCount(); }

    /// What a passage is to the reader.
    enum class Standing { Current, Linked, SingleSource, Aside };
    Standing standing(int passage) const;
    const Comparison &comparison() const { return *m_comparison; }
    const Passage &passage(int number) const { return value().passages[static_cast<size_t>(number)]; }
    /// Whether any divergence is about its words.
    bool hasReadings(int passage) const { return !m_index->readings(ref(passage)).empty(); }
    qsizetype passageLength(int passage) const { return this->passage(passage).text.size(); }
    /// The marks of a passage under the present attention.
    const std::vector<Mark> &marks(int passage) const;
    /// The words that were looked for, in the article; ordered. And the one the reader is at, in any article.
    std::span<const Match> found() const;
    std::optional<Match> foundNow() const;

    /// Where a passage stands now.
    Band band(int passage) const;
    /// The passage at a height; -1 where there is none.
    int passageAt(int y) const;
    /// Runs of neighbouring passages of an event, where they stand now, top to bottom.
    std::vector<Band> runs(int event) const;
    /// Passages in view, with where they stand.
    std::vector<std::pair<int, Band>> visiblePassages() const;
    const std::vector<int> &eventsOf(int passage) const { return m_index->events(ref(passage)); }
    /// First passages of those runs.
    std::vector<int> runStarts(int event) const;

    /// First passage that has words of a divergence of the event, in it or not; -1 for none.
    int firstReading(int event) const;

    /// Height at which the first passages of the current event are levelled.
    int levelHeight() const;
    /// Scroll position that puts the top of a passage at a height.
    int scrollFor(int passage, int y) const;
    ReadingPlace placeAt(int y) const;
    int scrollFor(const ReadingPlace &place, int y) const;
    bool isAtStart() const;
    /// The pane itself changes what stands where (woken, resized, zoomed, folded, marked): nobody scrolls.
    bool isSettling() const { return m_isSettling; }
    int startScroll() const { return m_layout->measures().lead; }

    /// The passage that Up and Down move; -1 before the first key.
    int keyboardPassage() const { return m_keyboardPassage; }
    void setKeyboardPassage(int passage);
    /// Leads the eye to words: a frame that stays a moment.
    void flash(int passage, TextSpan span);
    /// Scroll position nearest to `scroll` at which the words (or the passage, for an empty span) are in view.
    int scrollShowing(int passage, TextSpan span, int scroll) const;
    /// Tool tip of the mark at a point of the viewport; empty where there is none.
    QString tipAt(QPoint point) const;
    /// What's-this at a point of the viewport: of a mark its kind, readings and why; else of the passage.
    QString whatsThisAt(QPoint point) const;

Q_SIGNALS:
    /// Clicked, or Enter.
    void passageActivated(int passage);
    /// Words of a mark of the current event were clicked.
    void divergenceActivated(int divergence);
    void passageHovered(int passage);
    /// What stands where has changed: scrolled or laid out anew.
    void moved();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Article &value() const { return m_comparison->story.articles[static_cast<size_t>(m_article)]; }
    PassageRef ref(int passage) const { return {m_article, passage}; }
    PassageDress dress(int passage) const;
    PassageLook look(int passage) const;
    bool isOfEvent(int passage, int event) const;
    /// Has words that a divergence of the event is about (they need not be in one of its passages).
    bool hasReadings(int passage, int event) const;
    bool isSingleSource(int passage) const;
    void fillDocument();
    void applyFonts();
    void applyMeasures();
    void applySurfaces();
    /// The prose layer's colours; of a pane that nobody sees they wait until it is painted.
    void applyProse();
    void toggleFold(int passage);
    std::span<const Match> foundIn(int passage) const;
    void refreshRooms(const std::vector<int> &passages);
    /// Lays out what is in sight; what stands at the level stays there.
    void settleInSight();
    void colour(int first, int last) const;
    const Mark *markAt(QPoint point) const;
    void moveKeyboard(int step);
    void paintUnderText(QPainter &painter, Band visible);
    void paintOverText(QPainter &painter, Band visible);

    const ComparisonPtr m_comparison;
    const std::shared_ptr<const MarkIndex> m_index;
    const int m_article;
    PassageLayout *m_layout = nullptr; ///< owned by the document
    ProseLayer *m_prose = nullptr;     ///< owned by the document
    OverviewStrip *m_strip = nullptr;
    const Finder *m_finder = nullptr;
    Surfaces m_surfaces;
    Scheme m_scheme = Scheme::Light;
    Focus m_focus;
    ReadingType m_type;
    qreal m_systemSize = 0; ///< of the text, when the fonts were set
    bool m_hasFormerColours = false;
    bool m_isAwake = false;
    bool m_isSettling = false;
    bool m_isLayingOut = false;
    bool m_proseColoursShown = true;
    int m_keyboardPassage = -1;
    QPoint m_pressedAt;
    int m_hoveredPassage = -1;
    PassageRef m_flashed{-1, -1};
    TextSpan m_flashedSpan;
    QTimer m_flashTimer;
    mutable std::vector<std::optional<std::vector<Mark>>> m_marks; ///< what was computed for m_focus
};

} // namespace parallax
