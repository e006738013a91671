// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is painted, said: the accessibility tree of articles, passages and marks.
//!
//! Qt's own interface of a text editor would hand over an article as one long string in which nothing says that a
//! paragraph is linked or that a word diverges. Here every passage is an object of its own with its text, and every
//! mark one inside it. The values come from the comparison, not from the layout, so that columns that have not been
//! painted yet can be read, too; only places on the screen need the layout.
//!
//! Tested by tst_accessibility.cpp.

#include "ui/accessibleviews.h"

#include "report/markstyle.h"
#include "report/readingdays.h"
#include "report/wording.h"
#include "ui/articlehead.h"
#include "ui/articlename.h"
#include "ui/articlepane.h"
#include "ui/connectors.h"
#include "ui/letterkey.h"
#include "ui/overviewstrip.h"
#include "ui/panetext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QPointer>
#include <QScrollBar>
#include <QWindow>

#include <algorithm>
#include <map>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// Not tr: the accessible interfaces bring one with a context of Qt's.
QString spoken(const char *text)
{
    return QCoreApplication::translate("parallax::AccessibleViews", text);
}

/// Interfaces of children that are no widgets, made when asked for and given back with their owner.
class Brood
{
public:
    Brood() = default;
    Brood(const Brood &) = delete;
    Brood &operator=(const Brood &) = delete;
    ~Brood()
    {
        for (const auto &[key, id] : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }

    template <typename Make>
    QAccessibleInterface *child(int key, Make make)
    {
        const auto found = m_ids.find(key);
        if (found != m_ids.end())
            return QAccessible::accessibleInterface(found->second);
        QAccessibleInterface *made = make();
        m_ids.emplace(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

private:
    std::map<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *paneInterface(ArticlePane *pane)
{
    return pane ? QAccessible::queryAccessibleInterface(pane) : nullptr;
}

/// A mark on the words of a passage.
class AccessibleMark final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleMark(ArticlePane *pane, int passage, int divergence)
        : m_pane(pane)
        , m_passage(passage)
        , m_divergence(divergence)
    {
    }

    const Mark *mark() const
    {
        if (!m_pane)
            return nullptr;
        const auto &marks = m_pane->marks(m_passage);
        const auto found = std::ranges::find(marks, m_divergence, &Mark::divergence);
        return found == marks.end() ? nullptr : &*found;
    }

    bool isValid() const override { return mark() != nullptr; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_pane ? m_pane->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *parent() const override
    {
        QAccessibleInterface *pane = paneInterface(m_pane);
        return pane ? pane->child(m_passage) : nullptr;
    }
    QAccessible::Role role() const override { return QAccessible::Link; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.linked = true;
        state.selectable = true;
        state.readOnly = true;
        state.selected = mark() && mark()->isCurrent;
        state.invalid = !mark();
        return state;
    }
    QRect rect() const override
    {
        const Mark *now = mark();
        if (!now || !m_pane->isAwake())
            return {};
        QRectF all;
        for (const QRectF &row : m_pane->passageLayout().rows(m_passage, now->span))
            all = all.united(row);
        const QPoint origin = m_pane->viewport()->mapToGlobal(QPoint(0, -m_pane->verticalScrollBar()->value()));
        return all.toAlignedRect().translated(origin);
    }
    QString text(QAccessible::Text which) const override
    {
        const Mark *now = mark();
        if (!now)
            return {};
        switch (which) {
        case QAccessible::Name:
            return now->span.of(m_pane->passage(m_passage).text).toString();
        case QAccessible::Description:
            return spoken("reading %1 of %2")
                .arg(groupLetter(now->group), spokenDivergence(m_pane->comparison(), m_divergence));
        default:
            return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && mark())
            Q_EMIT m_pane->divergenceActivated(m_divergence);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const QPointer<ArticlePane> m_pane;
    const int m_passage;
    const int m_divergence;
};

/// A passage of an article.
class AccessiblePassage final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessiblePassage(ArticlePane *pane, int passage)
        : m_pane(pane)
        , m_passage(passage)
        , m_text(pane, passage)
    {
    }

    bool isValid() const override { return !m_pane.isNull(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_pane ? m_pane->window()->windowHandle() : nullptr; }
    int childCount() const override { return m_pane ? static_cast<int>(m_pane->marks(m_passage).size()) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const int divergence = m_pane->marks(m_passage)[static_cast<size_t>(index)].divergence;
        return m_marks.child(divergence, [&] { return new AccessibleMark(m_pane, m_passage, divergence); });
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    QAccessibleInterface *parent() const override { return paneInterface(m_pane); }
    QAccessible::Role role() const override
    {
        return m_pane && m_pane->passage(m_passage).role == Role::Headline ? QAccessible::Heading
                                                                           : QAccessible::Paragraph;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_pane) {
            state.invalid = true;
            return state;
        }
        state.readOnly = true;
        state.multiLine = true;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_pane->hasFocus() && m_pane->keyboardPassage() == m_passage;
        state.selected = m_pane->standing(m_passage) == ArticlePane::Standing::Current;
        if (m_pane->isAwake()) {
            const Band band = m_pane->band(m_passage);
            state.invisible = band.height() == 0; // inside folded page furniture
            state.offscreen = band.bottom <= 0 || band.top >= m_pane->viewport()->height();
        }
        return state;
    }
    QRect rect() const override
    {
        if (!m_pane || !m_pane->isAwake())
            return {};
        const Band band = m_pane->band(m_passage);
        return {m_pane->viewport()->mapToGlobal(QPoint(0, band.top)),
                QSize(m_pane->viewport()->width(), band.height())};
    }
    QString text(QAccessible::Text which) const override
    {
        if (!m_pane)
            return {};
        if (which == QAccessible::Name)
            return u"%1. %2"_s.arg(m_passage + 1).arg(m_pane->passage(m_passage).text);
        return which == QAccessible::Description ? description() : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(&m_text) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (m_pane && name == setFocusAction()) {
            m_pane->setFocus();
            m_pane->setKeyboardPassage(m_passage);
        } else if (m_pane && name == pressAction()) {
            Q_EMIT m_pane->passageActivated(m_passage);
        }
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QString description() const
    {
        const Comparison &comparison = m_pane->comparison();
        const Role role = m_pane->passage(m_passage).role;
        QStringList parts;
        if (role != Role::Body)
            parts << roleName(role);
        if (m_pane->standing(m_passage) == ArticlePane::Standing::SingleSource)
            parts << spoken("told by this article only");
        for (const int event : m_pane->eventsOf(m_passage)) {
            const QString &label = comparison.alignment.events[static_cast<size_t>(event)].label;
            parts
                << (event == m_pane->attention().event ? spoken("current event: %1") : spoken("event: %1")).arg(label);
        }
        for (const Mark &mark : m_pane->marks(m_passage)) {
            if (!mark.isFaint)
                parts << spokenDivergence(comparison, mark.divergence);
        }
        return parts.join(u". "_s);
    }

    const QPointer<ArticlePane> m_pane;
    const int m_passage;
    PaneText m_text;
    mutable Brood m_marks;
};

/// An article.
class AccessiblePane final : public QAccessibleWidget
{
public:
    explicit AccessiblePane(ArticlePane *pane)
        : QAccessibleWidget(pane, QAccessible::Document)
        , m_text(pane)
    {
    }

    int childCount() const override { return pane() ? pane()->passageCount() + 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        if (!pane() || index < 0 || index >= childCount())
            return nullptr;
        if (index == pane()->passageCount())
            return QAccessible::queryAccessibleInterface(pane()->strip());
        return m_passages.child(index, [&] { return new AccessiblePassage(pane(), index); });
    }
    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == wanted)
                return i;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int passage = pane() ? pane()->passageAt(pane()->viewport()->mapFromGlobal(QPoint(x, y)).y()) : -1;
        return passage >= 0 ? child(passage) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return pane() && pane()->hasFocus() && pane()->keyboardPassage() >= 0 ? child(pane()->keyboardPassage())
                                                                              : nullptr;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(&m_text)
                                                  : QAccessibleWidget::interface_cast(type);
    }

private:
    ArticlePane *pane() const { return static_cast<ArticlePane *>(widget()); }

    PaneText m_text;
    mutable Brood m_passages;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *pane = qobject_cast<ArticlePane *>(object))
        return new AccessiblePane(pane);
    if (auto *head = qobject_cast<ArticleHead *>(object))
        return new QAccessibleWidget(head, QAccessible::Heading);
    if (auto *connectors = qobject_cast<Connectors *>(object))
        return new QAccessibleWidget(connectors, QAccessible::Graphic);
    if (auto *key = qobject_cast<LetterKey *>(object))
        return new QAccessibleWidget(key, QAccessible::StaticText);
    return nullptr;
}

} // namespace

void installAccessibleViews()
{
    QAccessible::installFactory(makeAccessible); // Qt keeps it once
}

QString spokenDivergence(const Comparison &comparison, int divergence)
{
    const Divergence &value = comparison.divergences[static_cast<size_t>(divergence)];
    QStringList readings;
    const ReadingDays days(comparison.story, value);
    for (const Reading &reading : value.readings) {
        const Article &article = comparison.story.articles[static_cast<size_t>(reading.passage.article)];
        const QString words = reading.span.of(comparison.story.passage(reading.passage).text).toString().simplified();
        readings << u"%1 %2: %3"_s.arg(groupLetter(reading.group), articleName(article),
                                       days.beside(words, reading.passage.article));
    }
    return u"%1, %2: %3"_s.arg(kindName(value.kind), whatDiffers(value), readings.join(u"; "_s));
}

} // namespace parallax
