// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzztargets.h"

#include "comparison/plainstory.h"
#include "language/language.h"
#include "story/formats/format.h"
#include "story/formats/recognise.h"
#include "story/metadata.h"
#include "story/pressexport.h"
#include "story/roles.h"
#include "story/textdecoder.h"

#include <KZip>

#include <QBuffer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

bool isShown(const QString &text)
{
    return !text.isEmpty() && std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    });
}

QString faultOf(const Article &article)
{
    if (article.passages.empty())
        return u"an article without a passage"_s;
    for (const Passage &passage : article.passages) {
        if (!isShown(passage.text))
            return u"a passage that is empty or has control characters"_s;
    }
    return article.title.isEmpty() ? u"no title"_s : QString();
}

QString faultOf(ReadResult result, bool judgesRoles)
{
    if (!result)
        return {};
    if (result->empty())
        return u"neither an article nor a refusal"_s;
    if (result->size() == 1)
        result = splitExport(std::move(result->front()));
    if (!result)
        return {};
    for (Article &article : *result) {
        article.file = u"fuzzed.txt"_s;
        if (!judgesRoles)
            assignRoles(article.passages);
        describe(article);
        if (const QString fault = faultOf(article); !fault.isEmpty())
            return fault;
    }
    return {};
}

template <Format format>
QString read(QByteArrayView bytes)
{
    return bytes.isEmpty() ? QString() : faultOf(readerOf(format)({bytes, {}}), judgesRoles(format));
}

/// The bytes as the one part of a document that holds its text: a fuzzer would never find the checksums of a zip.
template <Format format>
QString readZipped(QByteArrayView bytes)
{
    QBuffer buffer;
    KZip zip(&buffer);
    if (!zip.open(QIODevice::WriteOnly))
        return u"no zip could be made"_s;
    zip.setCompression(KZip::NoCompression);
    if constexpr (format == Format::WordDocument) {
        zip.writeFile(u"[Content_Types].xml"_s, "<Types/>");
        zip.writeFile(u"word/document.xml"_s, bytes);
    } else {
        zip.writeFile(u"mimetype"_s, "application/vnd.oasis.opendocument.text");
        zip.writeFile(u"content.xml"_s, bytes);
    }
    zip.close();
    return read<format>(buffer.data());
}

QString readRecognised(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    static constexpr std::array names{"a"_L1, "a.txt"_L1, "a.html"_L1, "a.docx"_L1, "a.eml"_L1, "a.pdf"_L1};
    const auto name = names[static_cast<uchar>(bytes.front()) % names.size()];
    const auto format = recognise(bytes, QString(name));
    return format ? faultOf(readerOf(*format)({bytes, {}}), judgesRoles(*format)) : QString();
}

QString decode(QByteArrayView bytes)
{
    for (const QByteArray &name :
         {QByteArray(), QByteArray("UTF-16LE"), QByteArray("windows-31j"), QByteArray("nonsense")}) {
        for (const EncodingHint &hint : {EncodingHint{name, {}}, EncodingHint{{}, name}}) {
            const auto decoded = decodeText(bytes, hint);
            if (decoded && !decoded->text.isEmpty() && !isShown(decoded->text))
                return u"control characters in decoded text"_s;
            if (decoded && decoded->encoding.brokenCount < 0)
                return u"fewer than no broken characters"_s;
        }
    }
    return {};
}

/// `isPlain`: words lie apart. In the written text two may come from one ligature.
QString faultOf(const PassageLanguage &language, const QString &text, bool isPlain)
{
    const TextSpan whole{0, static_cast<int>(text.size())};
    const auto areInside = [&](const auto &things) {
        return std::ranges::all_of(
            things, [&](const auto &thing) { return !thing.span.isEmpty() && whole.contains(thing.span); });
    };
    const auto areApart = [&](const auto &things) {
        return !isPlain || std::ranges::adjacent_find(things, [](const auto &a, const auto &b) {
                               return b.span.start < a.span.end();
                           }) == things.end();
    };
    if (!areInside(language.words) || !areApart(language.words))
        return u"words overlap or lie outside"_s;
    if (!areInside(language.sentences) || !areInside(language.attributions) || !areInside(language.names))
        return u"a sentence, source or name lies outside"_s;
    if (!areInside(language.figures) || !areApart(language.figures))
        return u"figures overlap or lie outside"_s;
    if (!areInside(language.dates) || !areApart(language.dates))
        return u"dates overlap or lie outside"_s;
    if (!areInside(language.quotations) || !areApart(language.quotations))
        return u"quotations overlap or lie outside"_s;
    for (const Figure &figure : language.figures) {
        if (figure.sentence < 0 || figure.sentence >= static_cast<int>(language.sentences.size()) ||
            !agree(figure.value, figure.value))
            return u"a figure without a sentence, or unlike itself"_s;
    }
    for (const DateMention &date : language.dates) {
        if (!agree(date, date))
            return u"a date unlike itself"_s;
        static_cast<void>(isoOf(date));
    }
    return {};
}

/// Figures, dates, quotations, sources and names of one paragraph; its first byte chooses the language.
QString findIn(QByteArrayView bytes, std::span<const QLatin1StringView> languages)
{
    if (bytes.size() < 2)
        return {};
    Story story;
    Article &article = story.articles.emplace_back();
    article.language = languages[static_cast<uchar>(bytes.front()) % languages.size()];
    int broken = 0;
    const QString text = normalised(QString::fromUtf8(bytes.sliced(1)), broken).replace(u'\n', u' ');
    if (text.trimmed().isEmpty())
        return {};
    article.passages.push_back({text, Role::Body});
    if (static_cast<uchar>(bytes.front()) & 0x80)
        article.published = QDate(2024, 5, 15);
    const std::vector<WrittenPassage> written = makePlain(story);
    Comparison comparison;
    comparison.story = story;
    comparison.language.push_back(analyse(story.articles.front()));
    if (const QString fault = faultOf(comparison.language[0].passages[0], story.articles[0].passages[0].text, true);
        !fault.isEmpty())
        return fault;
    restoreWritten(comparison, written);
    if (comparison.story.articles[0].passages[0].text != text)
        return u"the text is not what was written"_s;
    return faultOf(comparison.language[0].passages[0], text, false);
}

QString findInEnglish(QByteArrayView bytes)
{
    static constexpr std::array languages{"en"_L1};
    return findIn(bytes, languages);
}

QString findInOthers(QByteArrayView bytes)
{
    static constexpr std::array languages{""_L1,   "fr"_L1, "de"_L1, "ru"_L1, "ar"_L1, "he"_L1, "hi"_L1,
                                          "zh"_L1, "ja"_L1, "ko"_L1, "th"_L1, "tr"_L1, "el"_L1};
    return findIn(bytes, languages);
}

constexpr std::array targets{
    FuzzTarget{"decoder"_L1, decode},
    FuzzTarget{"english"_L1, findInEnglish},
    FuzzTarget{"languages"_L1, findInOthers},
    FuzzTarget{"mail"_L1, read<Format::Mail>},
    FuzzTarget{"markdown"_L1, read<Format::Markdown>},
    FuzzTarget{"opendocument"_L1, readZipped<Format::OpenDocument>},
    FuzzTarget{"pdf"_L1, read<Format::Pdf>},
    FuzzTarget{"recognise"_L1, readRecognised},
    FuzzTarget{"richtext"_L1, read<Format::RichText>},
    FuzzTarget{"text"_L1, read<Format::PlainText>},
    FuzzTarget{"webarchive"_L1, read<Format::WebArchive>},
    FuzzTarget{"webpage"_L1, read<Format::WebPage>},
    FuzzTarget{"word"_L1, readZipped<Format::WordDocument>},
};

} // namespace

std::span<const FuzzTarget> fuzzTargets()
{
    return targets;
}

} // namespace parallax
