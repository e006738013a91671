// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/divergencemodel.h"

#include "report/markstyle.h"
#include "report/readingdays.h"
#include "report/wording.h"
#include "ui/articlename.h"

#include <algorithm>
#include <map>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int ContextLength = 240;    // UTF-16 units around a reading in a tool tip
constexpr qsizetype MostOfWords = 40; // of a reading where all readings share a cell
constexpr size_t MostNumbers = 6;     // of the articles that have it

/// The sentence of a passage that a span starts in; the whole passage where none is known.
TextSpan sentenceAround(const Comparison &comparison, PassageRef ref, TextSpan span)
{
    const auto article = static_cast<size_t>(ref.article);
    const auto passage = static_cast<size_t>(ref.passage);
    if (article < comparison.language.size() && passage < comparison.language[article].passages.size()) {
        for (const Sentence &sentence : comparison.language[article].passages[passage].sentences) {
            if (sentence.span.start <= span.start && span.start < sentence.span.end())
                return TextSpan::between(sentence.span.start, std::max(sentence.span.end(), span.end()));
        }
    }
    return {0, static_cast<int>(comparison.story.passage(ref).text.size())};
}

} // namespace

QString contextOf(const Comparison &comparison, const Reading &reading)
{
    const QString &text = comparison.story.passage(reading.passage).text;
    const TextSpan sentence = sentenceAround(comparison, reading.passage, reading.span);
    const int room = std::max(0, ContextLength - reading.span.length) / 2;
    int start = std::max(sentence.start, reading.span.start - room);
    int end = std::min(sentence.end(), reading.span.end() + room);
    while (start > sentence.start && start < reading.span.start && !text[start - 1].isSpace())
        ++start;
    while (end < sentence.end() && end > reading.span.end() && !text[end].isSpace())
        --end;
    const auto part = [&text](int from, int to) { return text.mid(from, to - from); };
    return (start > sentence.start ? u"… "_s : QString()) + part(start, reading.span.start) + u'«' +
           reading.span.of(text).toString() + u'»' + part(reading.span.end(), end) +
           (end < sentence.end() ? u" …"_s : QString());
}

DivergenceModel::DivergenceModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DivergenceModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_event = -1;
    m_rows = chosenRows();
    endResetModel();
}

void DivergenceModel::setEvent(int event)
{
    if (event == m_event)
        return;
    m_event = event;
    refill();
}

void DivergenceModel::setShownKinds(const QSet<DivergenceKind> &kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    refill();
}

std::vector<int> DivergenceModel::chosenRows() const
{
    std::vector<int> rows;
    if (!m_comparison)
        return rows;
    const auto &divergences = m_comparison->divergences;
    for (int i = 0; i < static_cast<int>(divergences.size()); ++i) {
        const Divergence &divergence = divergences[static_cast<size_t>(i)];
        if ((m_event < 0 || divergence.event == m_event) && m_kinds.contains(divergence.kind))
            rows.push_back(i);
    }
    std::ranges::stable_sort(rows, std::greater(), [&](int i) { return divergences[static_cast<size_t>(i)].weight; });
    return rows;
}

void DivergenceModel::refill()
{
    beginResetModel();
    m_rows = chosenRows();
    endResetModel();
}

const Divergence &DivergenceModel::at(int row) const
{
    return m_comparison->divergences[static_cast<size_t>(divergenceAt(row))];
}

int DivergenceModel::rowOf(int divergence) const
{
    const auto found = std::ranges::find(m_rows, divergence);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int DivergenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DivergenceModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return FirstArticleColumn + (m_comparison ? static_cast<int>(m_comparison->story.articles.size()) : 0);
}

std::vector<Reading> DivergenceModel::readings(const QModelIndex &index) const
{
    std::vector<Reading> found;
    const int article = articleOf(index);
    std::ranges::copy_if(at(index.row()).readings, std::back_inserter(found),
                         [article](const Reading &reading) { return reading.passage.article == article; });
    return found;
}

/// By letter: "vetoed (1, 4)", "will veto (2)", "blocks (3, 5, …)", "87 dead (5 April: 1, 4; 6 April: 2)".
QList<GroupReading> DivergenceModel::groupReadings(const Divergence &divergence) const
{
    std::map<int, std::pair<QString, std::vector<int>>> groups; // words of the first, and the articles
    for (const Reading &reading : divergence.readings) {
        auto &[words, articles] = groups[reading.group];
        if (words.isEmpty())
            words = wordsOf(reading);
        if (!std::ranges::contains(articles, reading.passage.article))
            articles.push_back(reading.passage.article);
    }
    const ReadingDays days(m_comparison->story, divergence);
    QList<GroupReading> parts;
    for (auto &[group, entry] : groups) {
        auto &[words, articles] = entry;
        if (words.size() > MostOfWords)
            words = words.left(MostOfWords - 1).trimmed() + u'…';
        const bool isCrowd = articles.size() > MostNumbers;
        if (isCrowd)
            articles.resize(MostNumbers);
        QStringList numbers;
        for (const int article : articles)
            numbers << articleNumber(article);
        const QString who = days.areShown() ? days.numbers(articles) : numbers.join(u", "_s);
        parts.append({group, u"%1 (%2%3)"_s.arg(words, who, isCrowd ? u", …"_s : QString())});
    }
    return parts;
}

QString DivergenceModel::readingsTip(const Divergence &divergence) const
{
    std::map<int, QStringList> groups;
    const ReadingDays days(m_comparison->story, divergence);
    for (const Reading &reading : divergence.readings) {
        const QString name = articleName(m_comparison->story.articles[static_cast<size_t>(reading.passage.article)]);
        groups[reading.group] << tr("%1: “%2”").arg(days.beside(name, reading.passage.article), wordsOf(reading));
    }
    QStringList lines;
    for (const auto &[group, readings] : groups)
        lines << u"%1  %2"_s.arg(groupLetter(group), readings.join(u"\n    "_s));
    return lines.join(u'\n');
}

QString DivergenceModel::wordsOf(const Reading &reading) const
{
    return reading.span.of(m_comparison->story.passage(reading.passage).text).toString().simplified();
}

QString DivergenceModel::cellText(const QModelIndex &index) const
{
    const Divergence &divergence = at(index.row());
    if (index.column() == KindColumn)
        return kindName(divergence.kind);
    if (index.column() == SubjectColumn)
        return whatDiffers(divergence);
    if (index.column() == EventColumn)
        return m_comparison->alignment.events[static_cast<size_t>(divergence.event)].label;
    if (index.column() == ReadingsColumn) {
        QStringList parts;
        for (const GroupReading &part : groupReadings(divergence))
            parts << groupLetter(part.group) + u' ' + part.text;
        return parts.join(u" · "_s);
    }
    QStringList texts = cellWords(index);
    if (!texts.isEmpty()) // behind the first: the rest may be cut
        texts.front() = ReadingDays(m_comparison->story, divergence).beside(texts.front(), articleOf(index));
    return texts.join(u", "_s);
}

/// The readings of an article, each once.
QStringList DivergenceModel::cellWords(const QModelIndex &index) const
{
    QStringList texts;
    for (const Reading &reading : readings(index)) {
        const QString text = wordsOf(reading);
        if (!texts.contains(text))
            texts << text;
    }
    return texts;
}

QString DivergenceModel::toolTip(const QModelIndex &index) const
{
    const Divergence &divergence = at(index.row());
    if (index.column() == EventColumn)
        return cellText(index);
    if (index.column() == ReadingsColumn)
        return readingsTip(divergence);
    if (index.column() < FirstArticleColumn)
        return u"%1: %2\n%3"_s.arg(kindName(divergence.kind), whatDiffers(divergence), kindMeaning(divergence.kind));
    QStringList lines;
    for (const Reading &reading : readings(index))
        lines << u"%1  %2"_s.arg(groupLetter(reading.group), contextOf(*m_comparison, reading));
    return lines.isEmpty() ? tr("This article does not say.") : lines.join(u"\n\n"_s);
}

QString DivergenceModel::spoken(const QModelIndex &index) const
{
    if (index.column() < FirstArticleColumn)
        return cellText(index);
    const auto found = readings(index);
    const QString name = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    if (found.empty())
        return tr("%1: silent").arg(name);
    return tr("%1: %2, reading %3").arg(name, cellText(index), groupLetter(found.front().group));
}

QVariant DivergenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case DivergenceRole:
        return divergenceAt(index.row());
    case KindRole:
        return QVariant::fromValue(at(index.row()).kind);
    case GroupsRole:
        return index.column() == ReadingsColumn ? QVariant::fromValue(groupReadings(at(index.row()))) : QVariant();
    default:
        break;
    }
    if (role != GroupRole && role != PassageRole && role != SpanRole)
        return {};
    const auto found = index.column() < FirstArticleColumn ? std::vector<Reading>() : readings(index);
    if (found.empty())
        return role == GroupRole ? QVariant(-1) : QVariant();
    if (role == GroupRole)
        return found.front().group;
    return role == PassageRole ? QVariant::fromValue(found.front().passage) : QVariant::fromValue(found.front().span);
}

QVariant DivergenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    const int article = section - FirstArticleColumn;
    if (article < 0) {
        if (role != Qt::DisplayRole)
            return {};
        return section == KindColumn      ? tr("Kind")
               : section == SubjectColumn ? tr("What differs")
               : section == EventColumn   ? tr("Event")
                                          : tr("Readings");
    }
    const Article &column = m_comparison->story.articles[static_cast<size_t>(article)];
    switch (role) {
    case Qt::DisplayRole:
        return articleName(column);
    case Qt::ToolTipRole:
        return u"%1\n%2"_s.arg(column.title, column.source());
    default:
        return {};
    }
}

std::vector<int> DivergenceModel::silentColumns() const
{
    std::vector<int> silent;
    for (int column = FirstArticleColumn; column < columnCount(); ++column) {
        const bool speaks = std::ranges::any_of(m_rows, [&](int divergence) {
            return std::ranges::contains(m_comparison->divergences[static_cast<size_t>(divergence)].readings,
                                         column - FirstArticleColumn,
                                         [](const Reading &reading) { return reading.passage.article; });
        });
        if (!speaks)
            silent.push_back(column);
    }
    return silent;
}

std::vector<QStringList> DivergenceModel::cells(const std::vector<int> &rows) const
{
    std::vector<int> columns; // each article's own say it already
    for (int column = 0; column < columnCount(); ++column) {
        if (column != ReadingsColumn)
            columns.push_back(column);
    }
    std::vector<QStringList> lines(1);
    for (const int column : columns)
        lines.front() << headerData(column, Qt::Horizontal).toString();
    for (const int row : rows) {
        QStringList &line = lines.emplace_back();
        for (const int column : columns) {
            const QModelIndex cell = index(row, column);
            const int group = cell.data(GroupRole).toInt();
            if (column < FirstArticleColumn || group < 0) {
                line << cellText(cell);
                continue;
            }
            const QString day = ReadingDays(m_comparison->story, at(row)).text(articleOf(cell));
            line << u"%1 (%2)"_s.arg(cellWords(cell).join(u", "_s),
                                     day.isEmpty() ? groupLetter(group) : groupLetter(group) + u", "_s + day);
        }
    }
    return lines;
}

} // namespace parallax
