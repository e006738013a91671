// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/nameforms.h"

#include "divergence/grouping.h"

#include <algorithm>
#include <set>
#include <utility>

namespace parallax {

namespace {

/// Whether another form stands in a linked passage.
bool isContested(const DivergenceContext &context, const std::vector<Form> &forms, const Form &form)
{
    return std::ranges::any_of(forms, [&](const Form &other) {
        return other.form != form.form && context.linked(other.passage, form.passage);
    });
}

} // namespace

void addEntity(const DivergenceContext &context, const std::vector<Form> &forms, Aspect aspect, const QString &subject,
               double weight, std::vector<Divergence> &found, Reach reach)
{
    std::vector<const Form *> shown;
    std::set<std::pair<PassageRef, QString>> seen;
    std::set<std::pair<int, QString>> articles;
    for (const Form &form : forms) {
        if (isContested(context, forms, form) && seen.insert({form.passage, form.form}).second) {
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
        readings.push_back({form->passage, form->span, 0, form->form});
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

} // namespace parallax
