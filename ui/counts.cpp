// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/counts.h"

#include <QCoreApplication>

namespace parallax {

QString articleCount(int count)
{
    return count == 1 ? QCoreApplication::translate("parallax::Counts", "1 article")
                      : QCoreApplication::translate("parallax::Counts", "%n articles", nullptr, count);
}

QString eventCount(int count)
{
    return count == 1 ? QCoreApplication::translate("parallax::Counts", "1 event")
                      : QCoreApplication::translate("parallax::Counts", "%n events", nullptr, count);
}

QString divergenceCount(int count)
{
    return count == 1 ? QCoreApplication::translate("parallax::Counts", "1 divergence")
                      : QCoreApplication::translate("parallax::Counts", "%n divergences", nullptr, count);
}

} // namespace parallax
