// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Every sentence that turns a fact of the comparison into words. Words of the articles stay as they are and stand in
//! quotation marks wherever grammar could not be made to fit them ("day of “voted”").
//!
//! Tested by tst_wording.cpp.

#include "report/wording.h"

#include "report/foreigntext.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype SubjectLength = 60; // of a quotation's opening words in a table's first column

QString shortened(const QString &text, qsizetype limit)
{
    const QString simple = text.simplified();
    if (simple.size() <= limit)
        return simple;
    const qsizetype space = simple.lastIndexOf(u' ', limit);
    qsizetype end = space > limit / 2 ? space : limit;
    if (simple[end - 1].isHighSurrogate())
        --end;
    return simple.first(end) + u'…';
}

/// The phrase for an aspect: with a subject (%1) and without.
struct Phrase {
    const char *withSubject;
    const char *alone;
};

Phrase phraseOf(Aspect aspect)
{
    switch (aspect) {
    case Aspect::Count:
        return {QT_TRANSLATE_NOOP("parallax", "number of %1"), QT_TRANSLATE_NOOP("parallax", "number")};
    case Aspect::Ordinal:
        return {QT_TRANSLATE_NOOP("parallax", "which %1 in number"), QT_TRANSLATE_NOOP("parallax", "which in number")};
    case Aspect::Age:
        return {QT_TRANSLATE_NOOP("parallax", "age (%1)"), QT_TRANSLATE_NOOP("parallax", "age")};
    case Aspect::Result:
        return {QT_TRANSLATE_NOOP("parallax", "result (%1)"), QT_TRANSLATE_NOOP("parallax", "result")};
    case Aspect::Amount:
        return {QT_TRANSLATE_NOOP("parallax", "amount (%1)"), QT_TRANSLATE_NOOP("parallax", "amount")};
    case Aspect::Day:
        return {QT_TRANSLATE_NOOP("parallax", "day of “%1”"), QT_TRANSLATE_NOOP("parallax", "day")};
    case Aspect::Time:
        return {QT_TRANSLATE_NOOP("parallax", "time of “%1”"), QT_TRANSLATE_NOOP("parallax", "time")};
    case Aspect::Happened:
        return {QT_TRANSLATE_NOOP("parallax", "whether “%1” has happened"),
                QT_TRANSLATE_NOOP("parallax", "whether it has happened")};
    case Aspect::Outcome:
        return {QT_TRANSLATE_NOOP("parallax", "what became of “%1”"),
                QT_TRANSLATE_NOOP("parallax", "what became of it")};
    case Aspect::Certainty:
        return {QT_TRANSLATE_NOOP("parallax", "how certain “%1” is"),
                QT_TRANSLATE_NOOP("parallax", "how certain it is")};
    case Aspect::Quotation:
        return {QT_TRANSLATE_NOOP("parallax", "words of the quotation “%1”"),
                QT_TRANSLATE_NOOP("parallax", "words of the quotation")};
    case Aspect::Speaker:
        return {QT_TRANSLATE_NOOP("parallax", "who says “%1”"), QT_TRANSLATE_NOOP("parallax", "who says it")};
    case Aspect::SpeakerRole:
        return {QT_TRANSLATE_NOOP("parallax", "who %1 is"), QT_TRANSLATE_NOOP("parallax", "who the speaker is")};
    case Aspect::SourceGiven:
        return {QT_TRANSLATE_NOOP("parallax", "source given for “%1”"), QT_TRANSLATE_NOOP("parallax", "source given")};
    case Aspect::Venue:
        return {QT_TRANSLATE_NOOP("parallax", "where %1 said it"), QT_TRANSLATE_NOOP("parallax", "where it was said")};
    case Aspect::Spelling:
        return {QT_TRANSLATE_NOOP("parallax", "spelling of %1"), QT_TRANSLATE_NOOP("parallax", "spelling")};
    case Aspect::Naming:
        return {QT_TRANSLATE_NOOP("parallax", "name of %1"), QT_TRANSLATE_NOOP("parallax", "name")};
    case Aspect::WordChoice:
        return {QT_TRANSLATE_NOOP("parallax", "word for “%1”"), QT_TRANSLATE_NOOP("parallax", "choice of word")};
    case Aspect::LoadedChoice:
        return {QT_TRANSLATE_NOOP("parallax", "loaded word for “%1”"),
                QT_TRANSLATE_NOOP("parallax", "loaded choice of word")};
    case Aspect::OnlyHere:
        return {QT_TRANSLATE_NOOP("parallax", "told by one article only: “%1”"),
                QT_TRANSLATE_NOOP("parallax", "told by one article only")};
    }
    Q_UNREACHABLE_RETURN({});
}

const char *evidenceWord(EvidenceKind kind, bool several)
{
    switch (kind) {
    case EvidenceKind::Quotation:
        return several ? QT_TRANSLATE_NOOP("parallax", "quotations") : QT_TRANSLATE_NOOP("parallax", "quotation");
    case EvidenceKind::Name:
        return several ? QT_TRANSLATE_NOOP("parallax", "names") : QT_TRANSLATE_NOOP("parallax", "name");
    case EvidenceKind::Figure:
        return several ? QT_TRANSLATE_NOOP("parallax", "figures") : QT_TRANSLATE_NOOP("parallax", "figure");
    case EvidenceKind::Date:
        return several ? QT_TRANSLATE_NOOP("parallax", "dates") : QT_TRANSLATE_NOOP("parallax", "date");
    case EvidenceKind::Term:
        return several ? QT_TRANSLATE_NOOP("parallax", "words") : QT_TRANSLATE_NOOP("parallax", "word");
    }
    Q_UNREACHABLE_RETURN("");
}

} // namespace

QString say(const char *text, Tongue tongue)
{
    return tongue == Tongue::English ? QString::fromUtf8(text) : QCoreApplication::translate("parallax", text);
}

QString groupLetter(int group)
{
    constexpr int LetterCount = 26;
    const QChar letter = QChar(u'A' + group % LetterCount);
    return group < LetterCount ? QString(letter) : letter + QString::number(group / LetterCount + 1);
}

QString kindName(DivergenceKind kind, Tongue tongue)
{
    switch (kind) {
    case DivergenceKind::Figure:
        return say(QT_TRANSLATE_NOOP("parallax", "Figure"), tongue);
    case DivergenceKind::Date:
        return say(QT_TRANSLATE_NOOP("parallax", "Date"), tongue);
    case DivergenceKind::Status:
        return say(QT_TRANSLATE_NOOP("parallax", "Status"), tongue);
    case DivergenceKind::Quote:
        return say(QT_TRANSLATE_NOOP("parallax", "Quote"), tongue);
    case DivergenceKind::Attribution:
        return say(QT_TRANSLATE_NOOP("parallax", "Attribution"), tongue);
    case DivergenceKind::Name:
        return say(QT_TRANSLATE_NOOP("parallax", "Name"), tongue);
    case DivergenceKind::Wording:
        return say(QT_TRANSLATE_NOOP("parallax", "Wording"), tongue);
    case DivergenceKind::Detail:
        return say(QT_TRANSLATE_NOOP("parallax", "Detail"), tongue);
    }
    Q_UNREACHABLE_RETURN({});
}

QString kindMeaning(DivergenceKind kind, Tongue tongue)
{
    switch (kind) {
    case DivergenceKind::Figure:
        return say(QT_TRANSLATE_NOOP("parallax", "another number, count, amount, share or rank of the same thing"),
                   tongue);
    case DivergenceKind::Date:
        return say(QT_TRANSLATE_NOOP("parallax", "another day, date or time of the same thing"), tongue);
    case DivergenceKind::Status:
        return say(QT_TRANSLATE_NOOP("parallax", "expected or happened, alleged or certain, confirmed or denied"),
                   tongue);
    case DivergenceKind::Quote:
        return say(QT_TRANSLATE_NOOP("parallax", "the same quotation worded otherwise, cut or extended"), tongue);
    case DivergenceKind::Attribution:
        return say(QT_TRANSLATE_NOOP("parallax", "another speaker or role, or a source given and not given"), tongue);
    case DivergenceKind::Name:
        return say(QT_TRANSLATE_NOOP("parallax", "the same person, place or thing spelt or named otherwise"), tongue);
    case DivergenceKind::Wording:
        return say(QT_TRANSLATE_NOOP("parallax", "another word for the same thing"), tongue);
    case DivergenceKind::Detail:
        return say(QT_TRANSLATE_NOOP("parallax", "a fact that the others leave out"), tongue);
    }
    Q_UNREACHABLE_RETURN({});
}

QString whatDiffers(const Divergence &divergence, Tongue tongue)
{
    const Phrase phrase = phraseOf(divergence.aspect);
    const QString subject = shortened(divergence.subject, SubjectLength);
    return subject.isEmpty() ? say(phrase.alone, tongue) : say(phrase.withSubject, tongue).arg(subject);
}

QString roleName(Role role, Tongue tongue)
{
    switch (role) {
    case Role::Body:
        return say(QT_TRANSLATE_NOOP("parallax", "Paragraph"), tongue);
    case Role::Headline:
        return say(QT_TRANSLATE_NOOP("parallax", "Headline"), tongue);
    case Role::Caption:
        return say(QT_TRANSLATE_NOOP("parallax", "Caption"), tongue);
    case Role::Dateline:
        return say(QT_TRANSLATE_NOOP("parallax", "Dateline"), tongue);
    case Role::Byline:
        return say(QT_TRANSLATE_NOOP("parallax", "Byline"), tongue);
    case Role::Furniture:
        return say(QT_TRANSLATE_NOOP("parallax", "Page furniture"), tongue);
    }
    Q_UNREACHABLE_RETURN({});
}

std::vector<QString> apartTexts(const Story &story, const std::vector<std::vector<int>> &apart)
{
    constexpr qsizetype mostNamed = 6;
    std::vector<QString> sentences;
    for (const std::vector<int> &group : apart) {
        QStringList files;
        for (const int article : group)
            files << story.articles[static_cast<size_t>(article)].source();
        if (files.size() > mostNamed) {
            const auto more = files.size() - mostNamed + 1;
            files.resize(mostNamed - 1);
            files << say(QT_TRANSLATE_NOOP("parallax", "%1 more")).arg(more);
        }
        const QString names = files.join(u", "_s);
        sentences.push_back(
            group.size() == 1
                ? say(QT_TRANSLATE_NOOP("parallax", "This article seems to report another event than the others: %1."))
                      .arg(names)
                : say(QT_TRANSLATE_NOOP("parallax",
                                        "These %1 articles seem to report another event than the others: %2."))
                      .arg(QString::number(group.size()), names));
    }
    return sentences;
}

QString skipText(const SkippedFile &skipped)
{
    const auto sentence = [&]() -> QString {
        switch (skipped.reason) {
        case SkipReason::Unreadable:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 could not be opened or read."));
        case SkipReason::Empty:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 holds no text."));
        case SkipReason::Binary:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 is not a text file."));
        case SkipReason::TooLarge:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 is too large."));
        case SkipReason::Unsupported:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 is of a kind that Parallax does not read."));
        case SkipReason::Damaged:
            return say(QT_TRANSLATE_NOOP("parallax", "%1 is damaged."));
        }
        Q_UNREACHABLE_RETURN({});
    }();
    const QString text = sentence.arg(isolated(skipped.file));
    return skipped.detail.isEmpty() ? text : text + u" ("_s + isolated(skipped.detail) + u')';
}

QString failureText(const ReadFailure &failure)
{
    const QString path = QDir::toNativeSeparators(failure.path);
    switch (failure.error) {
    case ReadError::Cancelled:
        return say(QT_TRANSLATE_NOOP("parallax", "Stopped before the story was read."));
    case ReadError::NotFound:
        return say(QT_TRANSLATE_NOOP("parallax",
                                     "%1 does not exist. Check the name, or whether its drive is connected."))
            .arg(path);
    case ReadError::NotReadable:
        return say(QT_TRANSLATE_NOOP("parallax", "The folder %1 may not be listed. Check its permissions.")).arg(path);
    case ReadError::NothingToRead: {
        QString text =
            failure.skipped.empty()
                ? say(QT_TRANSLATE_NOOP("parallax", "There is no article in %1.")).arg(path)
                : say(QT_TRANSLATE_NOOP("parallax", "None of the files in %1 could be read as an article.")).arg(path);
        text +=
            u' ' + say(QT_TRANSLATE_NOOP("parallax", "Put at least two articles into it, each in a file of its own."));
        return text;
    }
    }
    Q_UNREACHABLE_RETURN({});
}

QString evidenceText(const std::vector<Evidence> &evidence, Tongue tongue)
{
    QStringList parts;
    for (const EvidenceKind kind :
         {EvidenceKind::Quotation, EvidenceKind::Name, EvidenceKind::Figure, EvidenceKind::Date, EvidenceKind::Term}) {
        QStringList items;
        for (const Evidence &item : evidence) {
            if (item.kind == kind)
                items.append(kind == EvidenceKind::Quotation ? u'“' + shortened(item.text, SubjectLength) + u'”'
                                                             : item.text);
        }
        if (!items.isEmpty())
            parts.append(say(evidenceWord(kind, items.size() > 1), tongue) + u' ' + items.join(u", "_s));
    }
    return parts.join(u"; "_s);
}

QString encodingText(const TextEncoding &encoding)
{
    QString text = encoding.name;
    switch (encoding.origin) {
    case EncodingOrigin::ByteOrderMark:
    case EncodingOrigin::Valid:
        break;
    case EncodingOrigin::Declared:
        text = say(QT_TRANSLATE_NOOP("parallax", "%1 (as the file declares)")).arg(text);
        break;
    case EncodingOrigin::Guessed:
        text = say(QT_TRANSLATE_NOOP("parallax", "%1 (guessed)")).arg(text);
        break;
    case EncodingOrigin::Chosen:
        text = say(QT_TRANSLATE_NOOP("parallax", "%1 (chosen)")).arg(text);
        break;
    }
    if (encoding.brokenCount == 1)
        text += u", "_s + say(QT_TRANSLATE_NOOP("parallax", "1 broken place"));
    else if (encoding.brokenCount > 1)
        text += u", "_s + QCoreApplication::translate("parallax", "%n broken places", nullptr, encoding.brokenCount);
    return text;
}

QString articleNumbers(const std::vector<int> &articles)
{
    constexpr size_t LeastRange = 3;
    QStringList parts;
    for (size_t i = 0; i < articles.size();) {
        size_t end = i + 1;
        while (end < articles.size() && articles[end] == articles[end - 1] + 1)
            ++end;
        if (end - i >= LeastRange) {
            parts.append(QString::number(articles[i] + 1) + u'–' + QString::number(articles[end - 1] + 1));
            i = end;
        } else {
            parts.append(QString::number(articles[i] + 1));
            ++i;
        }
    }
    return parts.join(u", "_s);
}

QString percentText(double share)
{
    const QString percent = say(QT_TRANSLATE_NOOP("parallax", "%1%"));
    if (share > 0 && share < 0.01)
        return u'<' + percent.arg(1);
    return percent.arg(qRound(share * 100));
}

QString tongueCode()
{
    return say(QT_TRANSLATE_NOOP("parallax", "en")); // a translation gives the code of its own language
}

} // namespace parallax
