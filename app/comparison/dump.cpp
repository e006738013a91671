// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/dump.h"

#include "alignment/vocabulary.h"

#include <array>
#include <span>
#include <string_view>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array EvidenceWords{"quotation", "name", "figure", "date", "term"};
constexpr std::array KindWords{"figure", "date", "status", "quote", "attribution", "name", "wording", "detail"};
constexpr std::array AspectWords{"count",     "ordinal", "age",         "result",       "amount",
                                 "day",       "time",    "happened",    "outcome",      "certainty",
                                 "quotation", "speaker", "speakerRole", "source",       "venue",
                                 "spelling",  "naming",  "wordChoice",  "loadedChoice", "onlyHere"};
constexpr std::array PrecisionWords{"exact", "about", "atLeast", "atMost", "vague"};
constexpr std::array RoleWords{"body", "headline", "caption", "dateline", "byline", "furniture"};

// A span: of a template for each length GCC 14 keeps one and warns of the others' bounds.
template <typename Enum>
QString wordOf(std::span<const char *const> words, Enum value)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(value)]);
}

class Dumper
{
public:
    explicit Dumper(const Comparison &comparison)
        : m_comparison(comparison)
    {
    }

    QString language()
    {
        for (int a = 0; a < static_cast<int>(m_comparison.story.articles.size()); ++a) {
            const auto &passages = m_comparison.story.articles[static_cast<std::size_t>(a)].passages;
            for (int p = 0; p < static_cast<int>(passages.size()); ++p)
                passage({a, p});
        }
        return m_text;
    }

    QString alignment()
    {
        for (const Event &event : m_comparison.alignment.events) {
            line(u"event "_s + event.label);
            for (const EventMember &member : event.members)
                line(u"  "_s + place(member.passage) + u' ' + number(member.score));
            evidence(event.evidence);
        }
        for (const Link &link : m_comparison.alignment.links)
            line(u"link %1 %2 %3"_s.arg(place(link.a), place(link.b), number(link.score)));
        for (const PassageRef ref : m_comparison.alignment.singleSource)
            line(u"single "_s + place(ref));
        return m_text;
    }

    QString measures()
    {
        NoProgress progress;
        const Story &story = m_comparison.story;
        const auto pairs =
            measurePairs(story, m_comparison.language, Vocabulary(story, m_comparison.language), progress);
        line(u"a b "_s + wordsOf(MeasureNames));
        for (const MeasuredPair &pair : *pairs) {
            QString values;
            for (const double value : pair.standardised)
                values += u' ' + QString::number(value, 'f', 5);
            line(place(pair.a) + u' ' + place(pair.b) + values);
        }
        return m_text;
    }

    QString divergences()
    {
        for (const Divergence &divergence : m_comparison.divergences) {
            const Event &event = m_comparison.alignment.events[static_cast<std::size_t>(divergence.event)];
            line(u"%1 %2 %3 [%4] in: %5"_s.arg(wordOf(KindWords, divergence.kind), number(divergence.weight),
                                               wordOf(AspectWords, divergence.aspect), divergence.subject,
                                               event.label));
            for (const Reading &reading : divergence.readings) {
                line(u"  %1 %2 %3%4"_s.arg(QChar(u'A' + reading.group), place(reading.passage),
                                           words(reading.passage, reading.span), valueOf(reading)));
                if (!reading.slot.isEmpty())
                    line(u"      as "_s + reading.slot);
                line(u"      | "_s + words(reading.passage, sentenceAt(reading).span));
            }
            for (const AlignedReadings &pair : divergence.aligned)
                line(u"  aligned "_s + alignedText(divergence, pair));
        }
        return m_text;
    }

private:
    static QString wordsOf(std::span<const std::string_view> names)
    {
        QStringList words;
        for (const std::string_view name : names)
            words << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        return words.join(u' ');
    }
    void line(const QString &text) { m_text += text + u'\n'; }
    static QString number(double value) { return QString::number(value, 'f', 2); }
    QString place(PassageRef ref) const
    {
        return m_comparison.story.articles[static_cast<std::size_t>(ref.article)].source() + u':' +
               QString::number(ref.passage + 1);
    }
    QString words(PassageRef ref, TextSpan span) const
    {
        return span.of(m_comparison.story.passage(ref).text).toString();
    }

    /// What a reading comes to, as it was compared: " = 87 people exact"; empty where nothing was worked out.
    static QString valueOf(const Reading &reading)
    {
        if (const auto *text = std::get_if<QString>(&reading.value))
            return u" = "_s + *text;
        const auto *figure = std::get_if<FigureValue>(&reading.value);
        if (!figure)
            return {};
        QString value = QString::number(figure->number, 'g', 12);
        if (figure->upper)
            value += u".."_s + QString::number(*figure->upper, 'g', 12);
        return u" = %1 %2 %3"_s.arg(value, figure->unit, wordOf(PrecisionWords, figure->precision))
            .replace(u"  "_s, u" "_s);
    }
    /// The sentence a reading begins in, counted from 1; of number 0 and empty where none is known.
    struct NumberedSentence {
        int number = 0;
        TextSpan span;
    };
    NumberedSentence sentenceAt(const Reading &reading) const
    {
        const PassageLanguage &language = m_comparison.language[static_cast<std::size_t>(reading.passage.article)]
                                              .passages[static_cast<std::size_t>(reading.passage.passage)];
        for (std::size_t i = 0; i < language.sentences.size(); ++i) {
            if (reading.span.start < language.sentences[i].span.end())
                return {static_cast<int>(i) + 1, language.sentences[i].span};
        }
        return {};
    }
    QString sentencePlace(const Reading &reading) const
    {
        return place(reading.passage) + u'.' + QString::number(sentenceAt(reading).number);
    }

    /// "a.txt:3.1 b.txt:2.1 0.63 best": two sentences, counted from 1, and how alike they are; or the score of the link
    /// of their passages where the sentences have too little in common.
    QString alignedText(const Divergence &divergence, const AlignedReadings &pair) const
    {
        const Reading &a = divergence.readings[static_cast<std::size_t>(pair.a)];
        const Reading &b = divergence.readings[static_cast<std::size_t>(pair.b)];
        const QString places = sentencePlace(a) + u' ' + sentencePlace(b) + u' ';
        if (pair.likeness > 0)
            return places + number(pair.likeness) + (pair.isBest ? u" best"_s : QString());
        for (const Link &link : m_comparison.alignment.links) {
            if ((link.a == a.passage && link.b == b.passage) || (link.a == b.passage && link.b == a.passage))
                return places + u"by the link of their passages "_s + number(link.score);
        }
        return places + u"by sentences beside them"_s;
    }

    void evidence(const std::vector<Evidence> &evidence)
    {
        for (const Evidence &item : evidence)
            line(u"  by %1 %2"_s.arg(wordOf(EvidenceWords, item.kind), item.text));
    }

    template <typename Found>
    void spans(PassageRef ref, QStringView what, const std::vector<Found> &found)
    {
        for (const Found &thing : found)
            line(u"  %1 %2"_s.arg(what, words(ref, thing.span)));
    }

    void passage(PassageRef ref)
    {
        const PassageLanguage &language = m_comparison.language[static_cast<std::size_t>(ref.article)]
                                              .passages[static_cast<std::size_t>(ref.passage)];
        line(u"passage %1 %2"_s.arg(place(ref), wordOf(RoleWords, m_comparison.story.passage(ref).role)));
        spans(ref, u"sentence", language.sentences);
        spans(ref, u"figure", language.figures);
        spans(ref, u"date", language.dates);
        spans(ref, u"quotation", language.quotations);
        spans(ref, u"attribution", language.attributions);
        spans(ref, u"name", language.names);
    }

    const Comparison &m_comparison;
    QString m_text;
};

} // namespace

std::optional<DumpStage> dumpStage(QStringView name)
{
    if (name == "language"_L1)
        return DumpStage::Language;
    if (name == "alignment"_L1)
        return DumpStage::Alignment;
    if (name == "measures"_L1)
        return DumpStage::Measures;
    if (name == "divergences"_L1)
        return DumpStage::Divergences;
    return std::nullopt;
}

QString dump(const Comparison &comparison, DumpStage stage)
{
    switch (stage) {
    case DumpStage::Language:
        return Dumper(comparison).language();
    case DumpStage::Alignment:
        return Dumper(comparison).alignment();
    case DumpStage::Measures:
        return Dumper(comparison).measures();
    case DumpStage::Divergences:
        return Dumper(comparison).divergences();
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace parallax
