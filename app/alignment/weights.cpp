// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignment/weights.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

Weights readWeights()
{
    QFile file(u":/parallax/weights.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("weights.json is not compiled in");
    const QJsonObject fitted = QJsonDocument::fromJson(file.readAll()).object();
    const auto number = [](const QJsonValue &value, std::string_view name) {
        if (!value.isDouble())
            qFatal("weights.json gives no number for %s", name.data());
        return value.toDouble();
    };
    Weights weights{.bias = number(fitted[u"bias"], "bias"),
                    .lowest = number(fitted[u"lowest"], "lowest"),
                    .highest = number(fitted[u"highest"], "highest"),
                    .of = {}};
    const QJsonObject given = fitted[u"weights"].toObject();
    for (std::size_t m = 0; m < MeasureCount; ++m) {
        const std::string_view name = MeasureNames[m];
        weights.of[m] = number(given[QLatin1StringView(name.data(), static_cast<qsizetype>(name.size()))], name);
    }
    return weights;
}

} // namespace

const Weights &fittedWeights()
{
    static const Weights weights = readWeights();
    return weights;
}

} // namespace parallax
