// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/helpwindow.h"

#include "report/markstyle.h"
#include "report/wording.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("parallax::HelpWindow", text);
}

using Pairs = std::vector<std::pair<QString, QString>>;

QString table(const Pairs &rows)
{
    QString html = u"<table cellpadding='4'>"_s;
    for (const auto &[term, text] : rows)
        html += u"<tr><td><b>%1</b></td><td>%2</td></tr>"_s.arg(term.toHtmlEscaped(), text.toHtmlEscaped());
    return html + u"</table>"_s;
}

QString reading()
{
    const QStringList steps{
        tr("Open a folder with the articles of one story, or drop it on the window: text, web pages, mail, Word, "
           "OpenDocument or PDF, one article a file or many in one as press databases export them. Articles dropped on "
           "an open story can be added to it."),
        tr("The list at the left holds the events that at least two articles report. The cells under an event show "
           "which articles tell it, the letters what kinds of divergences it has."),
        tr("Choose an event, or click a passage: every column scrolls until the event's passages stand level."),
        tr("The table at the bottom shows what differs. Articles that share a letter agree; A is the reading of most. "
           "A hatched cell means that the article does not say. Where figures come from articles of different days, "
           "the "
           "days stand beside them: a later toll may know more. Click a cell to go to its words."),
        tr("“Rows” (in the tool bar) shows one row an event and one cell an article, with gaps where an article is "
           "silent. A double click leads to the passage in its article."),
        tr("The bar at the top of a column says outlet, day, length and encoding. Drag it to put the column elsewhere; "
           "its arrow hides the article, pins it as the base or reads its file in another encoding."),
        tr("“Coverage” (in the View menu) shows articles by events as a picture, and how much text each pair shares."),
        tr("“Why” says what ties the passages of the event together, how sure that is, and why words are marked."),
        tr("Under the list stand the passages that one article alone reports; click an article to see its own."),
        tr("Export writes a report: PDF to read and hand on, HTML as one page, CSV for a spreadsheet, JSON for other "
           "programs."),
    };
    return u"<ol><li>%1</li></ol>"_s.arg(steps.join(u"</li><li>"_s));
}

Pairs keys(const Actions &actions, const QList<QAction *> &further)
{
    Pairs rows;
    QList<QAction *> all{actions.nextDivergence,
                         actions.previousDivergence,
                         actions.firstDivergence,
                         actions.lastDivergence,
                         actions.nextInPassage,
                         actions.previousInPassage,
                         actions.nextEvent,
                         actions.previousEvent,
                         actions.nextColumn,
                         actions.columnsMode,
                         actions.rowsMode,
                         actions.moveColumnLeft,
                         actions.moveColumnRight,
                         actions.pinColumn,
                         actions.hideColumn,
                         actions.showAllColumns,
                         actions.overview,
                         actions.find,
                         actions.findNext,
                         actions.findPrevious,
                         actions.openFolder,
                         actions.openArticles,
                         actions.openBeside,
                         actions.reload,
                         actions.exportReport,
                         actions.closeStory,
                         actions.zoomIn,
                         actions.zoomOut,
                         actions.zoomReset,
                         actions.fullScreen,
                         actions.help,
                         actions.whatsThis,
                         actions.quit};
    all << further;
    for (const QAction *action : std::as_const(all)) {
        if (action->shortcuts().isEmpty())
            continue;
        QString name = action->text();
        rows.emplace_back(keysOf(*action), name.remove(u'&').remove(u'…'));
    }
    rows.emplace_back(tr("Ctrl+1 … Ctrl+9"), tr("Go to the column with that number"));
    rows.emplace_back(tr("Ctrl+C"), tr("In the table: copy the selected rows for a spreadsheet or a text"));
    rows.emplace_back(tr("Ctrl+Shift+C"), tr("In the table: copy the reading"));
    rows.emplace_back(tr("Enter"), tr("In the table: go on reading at the words"));
    return rows;
}

Pairs kinds()
{
    Pairs rows;
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const auto kind = static_cast<DivergenceKind>(i);
        rows.emplace_back(u"%1  %2"_s.arg(markStyle(kind, Scheme::Light).letter).arg(kindName(kind)),
                          kindMeaning(kind));
    }
    return rows;
}

Pairs glossary()
{
    return {
        {tr("story"), tr("the folder: articles on the same happenings")},
        {tr("article"), tr("one file, one telling of the story")},
        {tr("passage"), tr("a paragraph of an article")},
        {tr("event"), tr("a happening, statement or state that at least two articles report")},
        {tr("divergence"), tr("a place where the tellings of an event differ")},
        {tr("reading"), tr("what one article has there")},
        {tr("told by one article only"), tr("a passage that no other article reports")},
        {tr("skipped"), tr("a file that could not be read, with the reason")},
        {tr("page furniture"), tr("parts of a page that tell nothing, such as navigation: greyed and never compared")},
    };
}

} // namespace

HelpWindow::HelpWindow(const Actions &actions, const QList<QAction *> &further, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Parallax Help"));
    setObjectName("helpWindow"_L1);
    auto *text = new QTextBrowser(this);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    text->setHtml(u"<h2>%1</h2>%2<h2>%3</h2>%4<h2>%5</h2>%6<h2>%7</h2>%8"_s.arg(
        tr("Reading a story"), reading(), tr("Kinds of divergence"), table(kinds()), tr("Keys"),
        table(keys(actions, further)), tr("Words"), table(glossary())));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(720, 640);
}

} // namespace parallax
