// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The centre of the window: every article whole in a column of its own, curves between neighbouring columns.
#pragma once

#include "ui/columnplan.h"
#include "ui/current.h"
#include "ui/marks.h"
#include "ui/prosetype.h"
#include "ui/scrollmap.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QScrollArea;

namespace parallax {

class ArticleHead;
class ArticlePane;
class Connectors;
class Finder;
class FoldedSpine;

/// Follows a Current and changes it: clicking a passage (or Enter on it) makes its event current, clicking a mark of
/// the current event its divergence; clicking the same passage again goes on to the next of its events. When an event
/// becomes current all columns scroll so that its first passages stand level.
/// Columns are readable (190 px and more) and scroll sideways when they are many; those of articles that are silent on
/// the current event fold then. They can be put in another order, hidden, made wider, and one can stay as the base.
/// Of five hundred columns only those in and near sight follow at once; the others are made while nothing else is to
/// do, and catch up when they come near or somebody asks for them.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(Current *current, QWidget *parent = nullptr);

    int columnCount() const { return static_cast<int>(m_columns.size()); }
    /// Column of an article, made and brought up to date if it was not; null out of range.
    ArticlePane *pane(int article);

    /// Order, hidden columns, base and widths. Unknown or missing articles of a choice are mended.
    const ColumnChoice &choice() const { return m_choice; }
    void setChoice(const ColumnChoice &choice);
    void moveColumn(int article, int step);
    void setHidden(int article, bool hidden);
    void setBase(int article);
    bool foldsSilent() const { return m_foldsSilent; }
    void setFoldsSilent(bool folds);
    /// Makes an article seen that is hidden or folded.
    void reveal(int article);
    /// Where everything stands.
    const ColumnPlan &plan() const { return m_plan; }
    /// Head of a column, made if it was not; null out of range.
    ArticleHead *head(int article);

    /// Scrolls a passage into view, sideways too, with the current event level around it, and frames the words for a
    /// moment; an empty span frames nothing.
    void goTo(PassageRef passage, TextSpan span = {});
    /// Gives a column the keyboard.
    void focusColumn(int column);
    /// The column that has the keyboard; -1 for none.
    int focusedColumn() const;

    /// What is looked for: its matches are marked, and the one the reader is at is scrolled to. Outlives the view.
    void setFinder(const Finder *finder);
    /// The words that are selected, on one line; empty for none.
    QString selectedText() const;
    /// Where the reader is: the passage with the keyboard, else the first one seen of the column with the keyboard,
    /// else of the first column.
    PassageRef readingPlace() const;

    /// Whether every column in sight is made and up to date; on opening a story they come one after the other.
    bool isSettled() const;
    /// Which passage is in which events.
    const MarkIndex &index() const { return *m_index; }

    bool isScrollingTogether() const { return m_scrollsTogether; }
    void setScrollTogether(bool together);
    void setProseColoursShown(bool shown);
    void setOverviewShown(bool shown);
    double zoom() const { return m_type.zoom; }
    /// 0.5…3 of the system's text size; scales the articles, not what is around them.
    void setZoom(double factor);
    const ReadingType &type() const { return m_type; }
    /// Typeface, size and line spacing of the articles.
    void setType(const ReadingType &type);

Q_SIGNALS:
    /// Size (by Ctrl and the wheel, too), typeface or spacing.
    void typeChanged(const parallax::ReadingType &type);
    /// Order, hidden columns, base or widths are others. A newly opened story has them all in its own order, unsaid.
    void columnsChanged();
    void articleMenuRequested(int article, QPoint at);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Column {
        ArticleHead *head = nullptr; ///< both null until it is made
        ArticlePane *pane = nullptr;
        bool isStale = true;  ///< must still be woken, zoomed or told what is current
        bool isBehind = true; ///< the others were levelled or scrolled without it
    };

    void rebuild();
    bool isArticle(int article) const { return article >= 0 && article < columnCount(); }
    Column &columnOf(int article) { return m_columns[static_cast<size_t>(article)]; }
    const Column &columnOf(int article) const { return m_columns[static_cast<size_t>(article)]; }
    bool isUpToDate(int article) const;
    bool isAwake(int article) const;
    void makeColumn(int article);
    const ColumnSlot *slotOf(int article) const;
    void connectHead(ArticleHead *head);
    std::vector<bool> silentArticles() const;
    void place();
    void placeColumns();
    void placeColumn(const ColumnSlot &slot);
    void placeSpines();
    void joinColumns();
    void addGutter(int left, int right, QWidget *parent);
    void showRibbons();
    void foldSilent();
    void orderTabs();
    /// The place among the shown columns that a column let go at a point would take.
    int placeAt(QPoint global, int article) const;
    void showDrag(ArticleHead *head, QPoint global);
    void endDrag();
    /// Whether a column stands in sight, or within `reach` pixels of it.
    bool isInSight(const ColumnSlot &slot, int reach = 0) const;
    bool isNear(const ColumnSlot &slot) const { return isInSight(slot, slot.width + slot.width / 2); }
    /// Those in and near sight that are up to date.
    std::vector<Column *> nearColumns();
    /// Brings columns in and near sight up to date as far as a few frames' time goes, and the rest bit by bit.
    void refreshColumns();
    void refreshSomeColumns();
    void bringUp(Column &column);
    void refreshColumn(Column &column);
    void catchUp(Column &column);
    void leaveBehind();
    /// Articles that tell the current event, by article.
    std::vector<bool> tellers() const;

    Focus attention() const;
    void spreadAttention();
    void setHovered(int event);
    void activatePassage(PassageRef passage);
    /// The event that a passage fits best; -1 where it is in none.
    int bestEvent(PassageRef passage) const;
    /// Levels the current event. In the anchor's column the run that holds the anchor stands level, and the words
    /// given are in view.
    void level(std::optional<PassageRef> anchor = {}, TextSpan span = {});
    int levelScroll(const ArticlePane &pane, std::optional<PassageRef> anchor, TextSpan span) const;
    int followScroll(const ArticlePane &leader, const ArticlePane &pane);
    /// The scroll position nearest to `scroll` that shows what the article has of the current divergence.
    int readingScroll(const ArticlePane &pane, int scroll) const;
    void scrollPanesTo(const std::vector<std::optional<int>> &targets);
    void follow(ArticlePane *leader);
    const std::vector<Correspondence> &stops(int from, int to);
    void showReadings();
    void showMatch();
    void showSideways(const ArticlePane &pane);

    Current *const m_current;
    std::shared_ptr<const MarkIndex> m_index;
    QScrollArea *m_scroller = nullptr;
    QWidget *m_host = nullptr;
    std::vector<Column> m_columns;
    std::vector<Connectors *> m_gutters;
    std::vector<FoldedSpine *> m_spines;
    ColumnChoice m_choice;
    ColumnPlan m_plan;
    std::set<int> m_unfolded; ///< silent, but the reader wants to see them
    bool m_foldsSilent = true;
    bool m_isPlacing = false;
    std::vector<int> m_tabOrder;   ///< articles, as Tab goes through them
    QWidget *m_dropLine = nullptr; ///< where the dragged column would go
    QWidget *m_dragged = nullptr;  ///< its head, under the pointer
    const Finder *m_finder = nullptr;
    std::map<std::pair<int, int>, std::vector<Correspondence>> m_stops; ///< of articles, while the event is current
    QVariantAnimation m_animation;
    std::vector<std::pair<int, int>> m_journeys; ///< scroll positions from, to; one a column, while m_animation runs
    QTimer m_idle;
    int m_headHeight = 0;
    int m_leader = -1; ///< article that the reader scrolled, the others following; -1 where all are level
    std::optional<PassageRef> m_lastActivated;
    int m_hovered = -1;
    ReadingType m_type;
    bool m_scrollsTogether = true;
    bool m_proseColoursShown = true;
    bool m_overviewShown = true;
    bool m_isOpening = false; ///< a story has just come, and the event loop not yet: its columns wait for that
    bool m_isMoving = false;  ///< we move the columns; nobody scrolls
};

} // namespace parallax
