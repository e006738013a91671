// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The one "what is current": the list, the table, the columns and next/previous all follow it.
#pragma once

#include "comparison/comparison.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace parallax {

/// Every kind of divergence.
QSet<DivergenceKind> allKinds();

/// Holds which event and which divergence of a comparison the reader is at, and which kinds are shown. The current
/// divergence always belongs to the current event and is of a shown kind; -1 stands for none (as in item models).
class Current : public QObject
{
    Q_OBJECT

public:
    explicit Current(QObject *parent = nullptr);

    ComparisonPtr comparison() const { return m_comparison; }
    /// Replaces what is read; nothing is current then. The shown kinds stay.
    void setComparison(ComparisonPtr comparison);

    /// Index into Alignment::events, or -1.
    int event() const { return m_event; }
    /// Index into Comparison::divergences, or -1.
    int divergence() const { return m_divergence; }
    /// Makes an event current; a divergence of another event is current no longer. Out of range is taken as none.
    void setEvent(int event);
    /// Makes a divergence and its event current; -1 leaves the event. Its kind is shown from then on.
    void setDivergence(int divergence);

    /// The passage of the current event that the reader chose; none where the event was chosen in another way.
    std::optional<PassageRef> passage() const { return m_passage; }
    /// A passage outside the current event is taken as none.
    void setPassage(std::optional<PassageRef> passage);

    const QSet<DivergenceKind> &shownKinds() const { return m_shownKinds; }
    /// A current divergence of a kind that is shown no longer is current no longer.
    void setShownKinds(const QSet<DivergenceKind> &kinds);
    bool isShown(const Divergence &divergence) const { return m_shownKinds.contains(divergence.kind); }

    /// Walks the shown divergences in reading order: by event, then by falling weight. From an event without a current
    /// divergence, next is the event's first. Answers false, and changes nothing, where there is none further.
    bool goToNextDivergence();
    bool goToPreviousDivergence();
    bool goToFirstDivergence();
    bool goToLastDivergence();
    bool goToNextEvent();
    bool goToPreviousEvent();

    /// How many divergences are shown, and the place of the current one among them (1-based, 0 for none).
    int shownCount() const;
    int shownPlace() const;

Q_SIGNALS:
    void comparisonChanged();
    void eventChanged(int event);
    void divergenceChanged(int divergence);
    void passageChanged();
    void shownKindsChanged();

private:
    bool goToShown(int from, int step);
    /// The chosen passage goes with its event.
    void dropPassage();
    int eventCount() const;
    int divergenceCount() const;

    ComparisonPtr m_comparison;
    QSet<DivergenceKind> m_shownKinds;
    int m_event = -1;
    int m_divergence = -1;
    std::optional<PassageRef> m_passage;
};

} // namespace parallax
