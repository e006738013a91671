// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articlepane.h"

#include "ui/finder.h"
#include "ui/overviewstrip.h"

#include <QApplication>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parallax {

namespace {

constexpr auto FlashTime = 1600ms;

} // namespace

ArticlePane::ArticlePane(ComparisonPtr comparison, std::shared_ptr<const MarkIndex> index, int article, QWidget *parent)
    : QTextEdit(parent)
    , m_comparison(std::move(comparison))
    , m_index(std::move(index))
    , m_article(article)
    , m_marks(value().passages.size())
{
    auto *document = new QTextDocument(this);
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    m_layout = new PassageLayout(document, value().passages);
    document->setDocumentLayout(m_layout);
    m_prose = new ProseLayer(document, [this](int number) { return dress(number); });
    m_layout->setInk([this](int number) {
        const bool isAside = passage(number).role == Role::Furniture || isSingleSource(number);
        return isAside ? m_surfaces.muted : m_surfaces.prose;
    });

    setObjectName(u"article%1"_s.arg(m_article + 1));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::NoWrap); // wrapping is the layout's affair; the editor need not lay out on every resize
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAcceptDrops(false); // a dropped folder is the window's
    viewport()->setAcceptDrops(false);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_strip = new OverviewStrip(this);
    setVerticalScrollBar(m_strip);
    setDocument(document);
    setAccessibleName(
        tr("Article %1, %2").arg(m_article + 1).arg(value().outlet.isEmpty() ? value().title : value().outlet));
    setAccessibleDescription(value().title);

    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        m_flashed = {-1, -1};
        viewport()->update();
    });
    connect(m_layout, &QAbstractTextDocumentLayout::documentSizeChanged, this, &ArticlePane::moved);
    applySurfaces();
    applyFonts();
}

void ArticlePane::wake()
{
    if (m_isAwake)
        return;
    m_isAwake = true;
    const QScopedValueRollback settling(m_isSettling, true);
    fillDocument();
    applyMeasures();
    verticalScrollBar()->setValue(startScroll());
    settleInSight();
}

void ArticlePane::fillDocument()
{
    const auto filling = m_layout->fill();
    m_prose->setLazy(static_cast<int>(value().passages.size()) > MostLaidOutAtOnce);
    QStringList texts;
    for (const Passage &passage : value().passages)
        texts << QString(passage.text).replace(u'\n', QChar::LineSeparator); // as long: spans stay true
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.insertText(texts.join(u'\n'));
    cursor.endEditBlock();
    applyFonts();
    for (int i = 0; i < passageCount(); ++i) {
        if (m_layout->furnitureRun(i) > 0)
            m_layout->setFolded(i, true);
    }
    moveCursor(QTextCursor::Start);
}

void ArticlePane::applyFonts()
{
    m_systemSize = systemTextSize();
    const qreal em = m_systemSize * m_type.zoom;
    const QFont prose = proseFont(value().language, em, m_type.family);
    setFont(prose);
    document()->setDefaultFont(prose);
    for (QTextBlock block = document()->firstBlock(); m_isAwake && block.isValid(); block = block.next()) {
        const Role role = passage(block.blockNumber()).role;
        if (role != Role::Headline && role != Role::Caption && role != Role::Furniture)
            continue;
        QTextCharFormat format;
        format.setFont(roleFont(role, prose, em), QTextCharFormat::FontPropertiesSpecifiedOnly);
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
        cursor.setBlockCharFormat(format);
    }
    applyMeasures();
}

void ArticlePane::applyMeasures()
{
    const qreal em = systemTextSize() * m_type.zoom;
    PassageMeasures measures;
    measures.em = em;
    measures.width = viewport()->width();
    measures.numberWidth = std::max(27, qRound(12 + QFontMetrics(font()).horizontalAdvance(u'0') * 0.8 *
                                                        static_cast<qreal>(QString::number(passageCount()).size())));
    measures.padding = qRound(4 * std::max(1.0, m_type.zoom));
    measures.labelHeight = qRound(em * 1.15);
    measures.foldHeight = qRound(24 * std::max(1.0, m_type.zoom));
    measures.spacing = m_type.spacing;
    measures.lead = levelHeight();
    measures.tail = std::max(40, viewport()->height() - levelHeight());
    m_layout->setMeasures(measures);
}

void ArticlePane::applySurfaces()
{
    m_scheme = schemeOf(palette());
    m_surfaces = surfacesOf(palette());
    // Colouring an article again takes some milliseconds; five hundred of them would stop the window for seconds.
    m_hasFormerColours = m_isAwake && visibleRegion().isEmpty();
    if (!m_hasFormerColours)
        applyProse();
    viewport()->update();
}

void ArticlePane::applyProse()
{
    m_hasFormerColours = false;
    m_prose->setScheme(m_surfaces.view.lightness() < 128 ? Scheme::Dark : Scheme::Light);
    m_prose->setColoursShown(m_proseColoursShown && m_scheme != Scheme::HighContrast);
}

void ArticlePane::setProseColoursShown(bool shown)
{
    m_proseColoursShown = shown;
    applySurfaces();
}

void ArticlePane::setOverviewShown(bool shown)
{
    setVerticalScrollBarPolicy(shown ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
}

void ArticlePane::setType(const ReadingType &type)
{
    if (type == m_type && systemTextSize() == m_systemSize)
        return;
    const QScopedValueRollback settling(m_isSettling, true);
    m_type = type;
    applyFonts();
    if (!m_isAwake)
        return;
    std::vector<int> all;
    for (int i = 0; i < passageCount(); ++i) {
        if (!m_prose->isWaiting(i))
            all.push_back(i);
    }
    refreshRooms(all);
}

// ---- marks

bool ArticlePane::isOfEvent(int number, int event) const
{
    return event >= 0 && std::ranges::binary_search(m_index->events(ref(number)), event);
}

bool ArticlePane::hasReadings(int number, int event) const
{
    return std::ranges::any_of(m_index->readings(ref(number)), [this, event](ReadingRef reading) {
        return m_comparison->divergences[static_cast<size_t>(reading.divergence)].event == event;
    });
}

bool ArticlePane::isSingleSource(int number) const
{
    return passage(number).role == Role::Body && m_index->events(ref(number)).empty() &&
           !m_comparison->alignment.events.empty(); // where nothing is shared, nothing need step back
}

ArticlePane::Standing ArticlePane::standing(int number) const
{
    if (isOfEvent(number, m_focus.event))
        return Standing::Current;
    if (!m_index->events(ref(number)).empty())
        return Standing::Linked;
    return passage(number).role == Role::Body ? Standing::SingleSource : Standing::Aside;
}

const std::vector<Mark> &ArticlePane::marks(int number) const
{
    auto &known = m_marks[static_cast<size_t>(number)];
    if (!known)
        known = marksOf(*m_comparison, *m_index, ref(number), m_focus);
    return *known;
}

PassageDress ArticlePane::dress(int number) const
{
    PassageDress dress;
    if (number < 0 || static_cast<size_t>(number) >= m_marks.size())
        return dress;
    dress.isPlain = passage(number).role == Role::Furniture || isSingleSource(number);
    for (const BadgeStop &stop : badgeStops(marks(number)))
        dress.rooms.push_back({stop.position, roomWidth(stop, marks(number), m_type.zoom)});
    return dress;
}

void ArticlePane::setAttention(const Focus &focus)
{
    if (focus == m_focus)
        return;
    const bool roomsMayChange = focus.event != m_focus.event || focus.kinds != m_focus.kinds;
    std::vector<int> touched;
    for (int i = 0; roomsMayChange && i < passageCount(); ++i) {
        if (hasReadings(i, m_focus.event) || hasReadings(i, focus.event))
            touched.push_back(i);
    }
    const QScopedValueRollback settling(m_isSettling, true);
    const ReadingPlace place = placeAt(levelHeight());
    m_focus = focus;
    std::ranges::fill(m_marks, std::nullopt);
    if (!touched.empty()) {
        const bool atStart = isAtStart();
        refreshRooms(touched);
        verticalScrollBar()->setValue(atStart ? startScroll() : scrollFor(place, levelHeight()));
        settleInSight();
    }
    viewport()->update();
    m_strip->update();
}

void ArticlePane::refreshRooms(const std::vector<int> &passages)
{
    for (const int number : passages)
        m_prose->highlightNow(document()->findBlockByNumber(number));
}

void ArticlePane::unfold(int number)
{
    if (!m_layout->isFolded(number))
        return;
    const QScopedValueRollback settling(m_isSettling, true);
    m_layout->setFolded(number, false);
}

void ArticlePane::setFinder(const Finder *finder)
{
    m_finder = finder;
    viewport()->update();
    m_strip->update();
}

std::span<const Match> ArticlePane::found() const
{
    if (!m_finder)
        return {};
    const auto range = std::ranges::equal_range(m_finder->matches(), m_article, {},
                                                [](const Match &match) { return match.passage.article; });
    return {range.begin(), range.end()};
}

std::optional<Match> ArticlePane::foundNow() const
{
    return m_finder ? m_finder->currentMatch() : std::nullopt;
}

std::span<const Match> ArticlePane::foundIn(int number) const
{
    return m_finder ? m_finder->matchesIn(ref(number)) : std::span<const Match>();
}

void ArticlePane::toggleFold(int number)
{
    const QScopedValueRollback settling(m_isSettling, true);
    m_layout->setFolded(number, !m_layout->isFolded(number));
    settleInSight();
}

// ---- painting

void ArticlePane::flash(int number, TextSpan span)
{
    m_flashed = ref(number);
    m_flashedSpan = span;
    m_flashTimer.start(FlashTime);
    viewport()->update();
}

PassageLook ArticlePane::look(int number) const
{
    PassageLook look;
    look.isCurrent = isOfEvent(number, m_focus.event);
    look.startsRun = look.isCurrent && !(number > 0 && isOfEvent(number - 1, m_focus.event));
    look.endsRun = look.isCurrent && !(number + 1 < passageCount() && isOfEvent(number + 1, m_focus.event));
    look.isLinked = !m_index->events(ref(number)).empty();
    look.isHovered = isOfEvent(number, m_focus.hovered);
    look.hasKeyboard = hasFocus() && number == m_keyboardPassage;
    look.number = number + 1;
    return look;
}

void ArticlePane::paintEvent(QPaintEvent *event)
{
    if (m_hasFormerColours) {
        const QScopedValueRollback settling(m_isSettling, true);
        applyProse();
    }
    settleInSight();
    const int scroll = verticalScrollBar()->value();
    const Band visible{event->rect().top() + scroll, event->rect().bottom() + 1 + scroll};
    {
        QPainter painter(viewport());
        painter.translate(0, -scroll);
        paintUnderText(painter, visible);
    }
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.translate(0, -scroll);
    paintOverText(painter, visible);
}

void ArticlePane::paintUnderText(QPainter &painter, Band visible)
{
    PassagePainter passages(painter, *m_layout, visible, m_surfaces, m_scheme, m_type.zoom);
    for (int i = std::max(0, m_layout->passageAt(visible.top)); i < passageCount(); ++i) {
        if (m_layout->band(i).top > visible.bottom)
            break;
        passages.paintGround(i, passage(i), look(i));
        if (m_layout->isFolded(i))
            continue;
        passages.paintTints(i, marks(i));
        passages.paintFound(i, foundIn(i), foundNow());
    }
}

void ArticlePane::paintOverText(QPainter &painter, Band visible)
{
    PassagePainter passages(painter, *m_layout, visible, m_surfaces, m_scheme, m_type.zoom);
    // A line hangs a few pixels into the next passage's padding: the one above the visible part counts too.
    for (int i = std::max(0, m_layout->passageAt(visible.top) - 1); i < passageCount(); ++i) {
        if (m_layout->band(i).top > visible.bottom)
            break;
        if (!m_layout->isFolded(i)) {
            passages.paintLines(i, marks(i));
            passages.paintBadges(i, marks(i), document()->findBlockByNumber(i).textDirection() == Qt::RightToLeft);
        }
        passages.paintFrames(i, look(i));
        if (m_flashed == ref(i))
            passages.paintWordsFrame(i, m_flashedSpan, 1);
    }
    if (passageCount() > 0 && visible.bottom > m_layout->content().bottom)
        passages.paintEnd(tr("end of article"));
}

} // namespace parallax
