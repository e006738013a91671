// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/nameforms.h"

#include "divergence/grouping.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <set>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongSpelling = 7; ///< letters from which two edits are one spelling

int editDistance(QStringView a, QStringView b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

/// What is left of a name when the ways to write foreign sounds in Latin letters are made one: "Aleksei", "Alexey".
QString romanised(QString name)
{
    static const std::array<std::pair<QString, QString>, 9> ways = {{{u"ks"_s, u"x"_s},
                                                                     {u"kh"_s, u"h"_s},
                                                                     {u"tsch"_s, u"ch"_s},
                                                                     {u"sch"_s, u"sh"_s},
                                                                     {u"ph"_s, u"f"_s},
                                                                     {u"ou"_s, u"u"_s},
                                                                     {u"y"_s, u"i"_s},
                                                                     {u"w"_s, u"v"_s},
                                                                     {u"c"_s, u"k"_s}}};
    for (const auto &[from, to] : ways)
        name.replace(from, to);
    QString plain;
    for (const QChar c : name) {
        if (plain.isEmpty() || plain.back() != c)
            plain += c;
    }
    return plain;
}

/// Whether another form stands in a linked passage. `forms`: ordered by passage.
bool isContested(const DivergenceContext &context, const std::vector<const Form *> &forms, const Form &form)
{
    return std::ranges::any_of(context.neighboursOf(form.passage), [&](PassageRef neighbour) {
        const auto there = std::ranges::equal_range(forms, neighbour, {}, &Form::passage);
        return std::ranges::any_of(there, [&](const Form *other) { return other->form != form.form; });
    });
}

} // namespace

void addEntity(const DivergenceContext &context, const std::vector<Form> &forms, Aspect aspect, const QString &subject,
               double weight, std::vector<Divergence> &found, Reach reach)
{
    std::vector<const Form *> shown;
    std::set<std::pair<PassageRef, QString>> seen;
    std::set<std::pair<int, QString>> articles;
    std::vector<const Form *> byPassage;
    for (const Form &form : forms)
        byPassage.push_back(&form);
    std::ranges::stable_sort(byPassage, {}, &Form::passage);
    for (const Form &form : forms) {
        if (isContested(context, byPassage, form) && seen.insert({form.passage, form.form}).second) {
            shown.push_back(&form);
            articles.emplace(form.passage.article, form.form);
        }
    }
    for (const Form &form : forms) {
        if (reach == Reach::Story && articles.emplace(form.passage.article, form.form).second)
            shown.push_back(&form);
    }
    std::vector<Reading> readings;
    std::vector<QString> keys;
    for (const Form *form : shown) {
        readings.push_back({form->passage, form->span, 0, form->form,
                            reach == Reach::Story ? u"form, anywhere in the story"_s : u"form, in linked passages"_s});
        keys.push_back(form->form);
    }
    const std::vector<int> groups = groupsOfKeys(keys);
    for (size_t i = 0; i < readings.size(); ++i)
        readings[i].group = groups[i];
    // A rare name that one article writes both ways is spelt two ways too.
    if (auto divergence =
            makeDivergence(context, DivergenceKind::Name, aspect, subject, weight, readings, reach == Reach::Story))
        found.push_back(std::move(*divergence));
}

QString withoutDots(const QString &text)
{
    QString plain = text;
    return plain.remove(u'.');
}

bool areRespelt(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    if (a == b || shorter < 4 || a[0] != b[0] || a.startsWith(b) || b.startsWith(a))
        return false;
    const Lexicon &lexicon = Lexicon::english();
    if (!lexicon.lemmas(a).empty() && !lexicon.lemmas(b).empty())
        return false;
    const int most = shorter >= LongSpelling ? 2 : 1;
    const bool isNear = std::abs(a.size() - b.size()) <= most && editDistance(a, b) <= most;
    return isNear || romanised(a) == romanised(b);
}

QString fullTitle(const QString &folded)
{
    static const QHash<QString, QString> titles = {
        {u"lt"_s, u"lieutenant"_s},  {u"capt"_s, u"captain"_s},       {u"sgt"_s, u"sergeant"_s},
        {u"col"_s, u"colonel"_s},    {u"gen"_s, u"general"_s},        {u"maj"_s, u"major"_s},
        {u"cpl"_s, u"corporal"_s},   {u"gov"_s, u"governor"_s},       {u"sen"_s, u"senator"_s},
        {u"prof"_s, u"professor"_s}, {u"rep"_s, u"representative"_s}, {u"rev"_s, u"reverend"_s},
        {u"cmdr"_s, u"commander"_s}, {u"adm"_s, u"admiral"_s},        {u"det"_s, u"detective"_s},
        {u"insp"_s, u"inspector"_s}};
    return titles.value(withoutDots(folded), folded);
}

} // namespace parallax
