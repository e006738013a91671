// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startpage.h"

#include "ui/icons.h"
#include "ui/recentstories.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int PathsRole = Qt::UserRole;
constexpr int FactsRole = Qt::UserRole + 1;
constexpr int PlaceRole = Qt::UserRole + 2;
constexpr int RowHeight = 58;
constexpr int PageWidth = 1060;

/// Two lines and a place at the right; greyed where the story is gone.
class RecentDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Surfaces colours = surfacesOf(option.palette);
        const bool isThere = index.flags().testFlag(Qt::ItemIsEnabled);
        painter->save();
        if (isThere && option.state.testAnyFlags(QStyle::State_HasFocus | QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, colours.sel);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
        }
        painter->setPen(colours.hair);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (!isThere)
            painter->setOpacity(0.55);
        const QRect inner = option.rect.adjusted(16, 8, -14, -8);
        breezeIcon(u"folder-symbolic"_s)
            .paint(painter, QRect(inner.left(), inner.center().y() - 8, 16, 16), Qt::AlignCenter,
                   isThere ? QIcon::Normal : QIcon::Disabled);

        painter->setFont(option.font);
        painter->setPen(colours.muted);
        const QString place =
            option.fontMetrics.elidedText(index.data(PlaceRole).toString(), Qt::ElideMiddle, inner.width() / 3);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, place);
        const QRect words(inner.left() + 32, inner.top(),
                          inner.width() - 40 - option.fontMetrics.horizontalAdvance(place), inner.height());
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignBottom,
            option.fontMetrics.elidedText(index.data(FactsRole).toString(), Qt::ElideRight, words.width()));
        QFont title = option.font;
        title.setWeight(QFont::DemiBold);
        painter->setFont(title);
        painter->setPen(colours.text);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                          QFontMetrics(title).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {300, qMax(RowHeight, 2 * option.fontMetrics.height() + 20)};
    }
};

/// Three sheets side by side with a line down into them.
QPixmap dropPicture(const Surfaces &colours)
{
    QPixmap picture(QSize(72, 56) * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.told, 1.3));
    painter.setBrush(colours.view);
    painter.drawRoundedRect(QRectF(8, 6, 22, 33), 2, 2);
    painter.drawRoundedRect(QRectF(42, 6, 22, 33), 2, 2);
    painter.drawRoundedRect(QRectF(25, 2, 22, 37), 2, 2);
    for (int y = 10; y <= 26; y += 4)
        painter.drawLine(QPointF(29, y), QPointF(y == 26 ? 38 : 43, y));
    painter.setPen(QPen(colours.accent, 2));
    painter.drawLine(QPointF(36, 42), QPointF(36, 52));
    painter.drawPolyline(QPolygonF{{32, 48}, {36, 52}, {40, 48}});
    return picture;
}

QFont scaled(const QFont &base, qreal factor, bool isStrong)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * factor);
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString firstSteps()
{
    const QStringList steps{
        StartPage::tr("Put the articles of one story into a folder, one article a file, and open it."),
        StartPage::tr("Choose an event at the left: every column scrolls until its passages stand level."),
        StartPage::tr("Read in the table what differs. Articles that share a letter agree; a hatched cell is silent."),
        StartPage::tr("Go through all divergences with Alt+Down, and export a report with Ctrl+E."),
    };
    return u"<p><b>%1</b></p><ol style='margin-left: 0; -qt-list-indent: 1'><li style='margin-bottom: 10px'>%2</li></ol>"_s
        .arg(StartPage::tr("First steps"), steps.join(u"</li><li style='margin-bottom: 10px'>"_s));
}

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    button->setMinimumSize(160, 34);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

QStringList sampleStory()
{
    const QDir from(u":/samples/radva-dam"_s);
    const QDir to(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/samples/radva-dam"_s);
    if (!to.mkpath(u"."_s))
        return {};
    for (const QString &name : from.entryList(QDir::Files)) {
        QFile article(from.filePath(name));
        QSaveFile copy(to.filePath(name));
        if (!article.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly))
            return {};
        copy.write(article.readAll());
        if (!copy.commit())
            return {};
    }
    return {to.path()};
}

StartPage::StartPage(QAction *openFolder, QAction *openArticles, QWidget *parent)
    : QWidget(parent)
{
    auto *page = new QWidget(this);
    page->setMaximumWidth(PageWidth);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(16);
    grid->addWidget(makeHead(), 0, 0, 1, 2);
    grid->addWidget(makeDropArea(openFolder, openArticles), 1, 0);
    grid->addWidget(makeSample(), 2, 0);
    grid->addWidget(makeRecent(), 1, 1, 2, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowMinimumHeight(1, 300);
    auto *content = new QWidget;
    auto *centred = new QGridLayout(content);
    centred->addWidget(page, 1, 1);
    centred->setColumnStretch(1, 100);
    centred->setColumnStretch(0, 1);
    centred->setColumnStretch(2, 1);
    centred->setRowStretch(0, 2);
    centred->setRowStretch(2, 3);
    auto *scroller = new QScrollArea(this); // small screens see it all, too
    scroller->setAccessibleName(tr("Start"));
    scroller->setFrameShape(QFrame::NoFrame);
    scroller->setFocusPolicy(Qt::NoFocus); // what is in it scrolls it into view
    scroller->setWidgetResizable(true);
    scroller->setWidget(content);
    scroller->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroller);
    dress();
    refresh();
}

QWidget *StartPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *picture = new QLabel(head);
    picture->setPixmap(QIcon(u":/icons/parallax.svg"_s).pixmap(QSize(64, 64)));
    auto *title = new QLabel(tr("Compare how one story is told"), head);
    title->setFont(scaled(font(), 1.9, true));
    title->setWordWrap(true);
    auto *what = new QLabel(tr("Open a folder of 2 to 50 articles. Parallax lines up the passages that report the same "
                               "event and marks where they differ."),
                            head);
    what->setWordWrap(true);
    what->setFont(scaled(font(), 1.05, false));
    m_muted << what;
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(4, 0, 4, 16);
    layout->setHorizontalSpacing(22);
    layout->addWidget(picture, 0, 0, 2, 1);
    layout->addWidget(title, 0, 1);
    layout->addWidget(what, 1, 1);
    layout->setColumnStretch(1, 1);
    return head;
}

QWidget *StartPage::makeDropArea(QAction *openFolder, QAction *openArticles)
{
    auto *area = new QFrame(this);
    area->setObjectName("dropArea"_L1);
    m_dropPicture = new QLabel(area);
    auto *title = new QLabel(tr("Drop a folder or articles here"), area);
    title->setFont(scaled(font(), 1.1, true));
    auto *either = new QLabel(tr("or"), area);
    auto *formats = new QLabel(tr("Text, web pages, Word, OpenDocument, PDF"), area);
    m_muted << either << formats;
    auto *folder = buttonFor(openFolder, area);
    folder->setDefault(true);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(16, 28, 16, 22);
    layout->setSpacing(8);
    layout->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_dropPicture), static_cast<QWidget *>(title),
                            static_cast<QWidget *>(either), static_cast<QWidget *>(folder),
                            static_cast<QWidget *>(buttonFor(openArticles, area)), static_cast<QWidget *>(formats)})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return area;
}

QWidget *StartPage::makeSample()
{
    auto *area = new QFrame(this);
    area->setObjectName("sampleArea"_L1);
    auto *picture = new QLabel(area);
    picture->setObjectName("samplePicture"_L1);
    auto *title = new QLabel(tr("Sample story"), area);
    title->setFont(scaled(font(), 1.0, true));
    auto *what = new QLabel(tr("Five outlets on one dam accident, invented to try everything in a minute"), area);
    what->setWordWrap(true);
    m_muted << what;
    m_sample = new QPushButton(tr("Open"), area);
    m_sample->setObjectName("openSample"_L1);
    m_sample->setAccessibleName(tr("Open the sample story"));
    connect(m_sample, &QPushButton::clicked, this, [this] {
        const QStringList story = sampleStory();
        if (!story.isEmpty())
            Q_EMIT storyRequested(story);
    });
    auto *layout = new QGridLayout(area);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setHorizontalSpacing(14);
    layout->addWidget(picture, 0, 0, 2, 1);
    layout->addWidget(title, 0, 1);
    layout->addWidget(what, 1, 1);
    layout->addWidget(m_sample, 0, 2, 2, 1);
    layout->setColumnStretch(1, 1);
    return area;
}

QWidget *StartPage::makeRecent()
{
    auto *area = new QWidget(this);
    m_recentArea = new QWidget(area);
    auto *title = new QLabel(tr("Recent stories"), m_recentArea);
    title->setFont(scaled(font(), 1.0, true));
    auto *clear = new QToolButton(m_recentArea);
    clear->setText(tr("Clear list"));
    clear->setAutoRaise(true);
    connect(clear, &QToolButton::clicked, this, [this] {
        clearRecentStories();
        refresh();
    });
    m_recent = new QListWidget(m_recentArea);
    m_recent->setObjectName("recentStories"_L1);
    m_recent->setAccessibleName(tr("Recent stories"));
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setMouseTracking(true);
    m_recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto open = [this](const QListWidgetItem *item) {
        Q_EMIT storyRequested(item->data(PathsRole).toStringList());
    };
    connect(m_recent, &QListWidget::itemClicked, this, open);
    connect(m_recent, &QListWidget::itemActivated, this, open);
    auto *list = new QGridLayout(m_recentArea);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(title, 0, 0);
    list->addWidget(clear, 0, 1);
    list->addWidget(m_recent, 1, 0, 1, 2);
    list->setColumnStretch(0, 1);

    auto *privacy =
        new QLabel(tr("Articles are read on this computer and never leave it. Your files are not changed."), area);
    privacy->setWordWrap(true);
    m_muted << privacy;
    auto *lock = new QLabel(area);
    lock->setObjectName("lockPicture"_L1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addWidget(lock, 0, Qt::AlignTop);
    foot->addWidget(privacy, 1);
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    m_firstSteps = new QLabel(firstSteps(), area);
    m_firstSteps->setWordWrap(true);
    m_firstSteps->setTextFormat(Qt::RichText);
    layout->addWidget(m_recentArea);
    layout->addWidget(m_firstSteps);
    layout->addLayout(foot);
    layout->addStretch(1);
    return area;
}

void StartPage::refresh()
{
    m_recent->clear();
    for (const RecentStory &story : recentStories()) {
        auto *item = new QListWidgetItem(story.title, m_recent);
        item->setData(PathsRole, story.paths);
        item->setData(FactsRole, story.facts());
        item->setData(PlaceRole, story.place());
        item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(story.title, story.facts()));
        item->setToolTip(story.paths.join(u'\n'));
        if (!story.isThere())
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    }
    m_recentArea->setVisible(m_recent->count() > 0);
    m_firstSteps->setVisible(m_recent->count() == 0);
    const int rows = qMin(m_recent->count(), 6);
    if (rows > 0)
        m_recent->setFixedHeight(rows * m_recent->sizeHintForRow(0) + 2);
}

/// What does not follow the palette by itself.
void StartPage::dress()
{
    const QScopedValueRollback guard(m_isDressing, true);
    const Surfaces colours = surfacesOf(palette());
    const QString frame = u"#%1 { background: %2; border: 1px %3 %4; border-radius: 5px; }"_s;
    if (auto *drop = findChild<QFrame *>("dropArea"_L1))
        drop->setStyleSheet(frame.arg(u"dropArea"_s, colours.view.name(), u"dashed"_s, colours.told.name()));
    if (auto *sample = findChild<QFrame *>("sampleArea"_L1))
        sample->setStyleSheet(frame.arg(u"sampleArea"_s, colours.view.name(), u"solid"_s, colours.border.name()));
    m_dropPicture->setPixmap(dropPicture(colours));
    if (auto *picture = findChild<QLabel *>("samplePicture"_L1))
        picture->setPixmap(breezeIcon(u"view-list-text"_s).pixmap(22, 22));
    if (auto *lock = findChild<QLabel *>("lockPicture"_L1))
        lock->setPixmap(breezeIcon(u"lock"_s).pixmap(16, 16));
    for (QLabel *label : std::as_const(m_muted)) {
        QPalette muted = palette();
        muted.setColor(QPalette::WindowText, colours.muted);
        label->setPalette(muted);
    }
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isDressing)
        dress();
}

void StartPage::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

} // namespace parallax
