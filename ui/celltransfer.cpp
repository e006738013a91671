// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/celltransfer.h"

#include <QMimeData>

namespace parallax {

using namespace Qt::StringLiterals;

std::unique_ptr<QMimeData> cellTransfer(const std::vector<QStringList> &lines)
{
    QStringList text;
    QString html = u"<table border='1' cellspacing='0' cellpadding='4'>"_s;
    for (size_t i = 0; i < lines.size(); ++i) {
        const QString tag = i == 0 ? u"th"_s : u"td"_s;
        QStringList cells;
        html += u"<tr>"_s;
        for (const QString &cell : lines[i]) {
            cells << cell.simplified();
            html += u"<%1 align='left'>%2</%1>"_s.arg(tag, cells.constLast().toHtmlEscaped());
        }
        html += u"</tr>"_s;
        text << cells.join(u'\t');
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(text.join(u'\n'));
    data->setHtml(html + u"</table>"_s);
    return data;
}

} // namespace parallax
