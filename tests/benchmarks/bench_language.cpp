// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What each finder of app/language takes for a passage, in microseconds of processor time on one thread.
//!
//!     bench_language [FOLDER…]
//!
//! Without a folder: an annotated story and a made-up one of 50 articles, where ../shared is. A finder that reads
//! what others found is given it; the last line is analyse() as a comparison calls it.

#include "language/language.h"
#include "progress.h"
#include "story/storyreader.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <array>
#include <ctime>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Microseconds of processor time that this thread has used.
double used()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

enum Finder { Words, Sentences, Figures, Dates, Quotations, Attributions, Names, FinderCount };
constexpr std::array<QStringView, FinderCount> FinderNames = {
    u"findWords", u"findSentences", u"findFigures", u"findDates", u"findQuotations", u"findAttributions", u"findNames"};

using Times = std::array<double, FinderCount>;

/// One passage, finder by finder.
void findOneByOne(const QString &text, const Article &article, Times &times)
{
    double last = used();
    const auto lap = [&](Finder finder) {
        const double now = used();
        times[finder] += now - last;
        last = now;
    };
    const QString &language = article.language;
    const std::vector<Word> words = findWords(text, language);
    lap(Words);
    const std::vector<Sentence> sentences = findSentences(text, words, language);
    lap(Sentences);
    (void)findFigures(text, words, sentences, language);
    lap(Figures);
    (void)findDates(text, words, sentences, article.published, language);
    lap(Dates);
    const std::vector<Quotation> quotations = findQuotations(text, words, language);
    lap(Quotations);
    (void)findAttributions(text, words, sentences, quotations, language);
    lap(Attributions);
    (void)findNames(text, words, sentences, language);
    lap(Names);
}

void measure(QTextStream &out, const QString &folder)
{
    NoProgress progress;
    const auto story = readStory({folder}, progress);
    if (!story) {
        out << u"  cannot read %1\n"_s.arg(folder);
        return;
    }
    for (const Article &article : story->articles) // the first article of a language pays for its tools
        (void)analyse(article);
    Times times{};
    qsizetype passages = 0;
    double whole = 0;
    for (const Article &article : story->articles) {
        for (const Passage &passage : article.passages) {
            if (!isTold(passage.role))
                continue;
            ++passages;
            findOneByOne(passage.text, article, times);
        }
        const double start = used();
        (void)analyse(article);
        whole += used() - start;
    }
    const auto line = [&](QStringView what, double time) {
        out << u"  %1 %2 µs\n"_s.arg(what, -18).arg(time / static_cast<double>(std::max<qsizetype>(passages, 1)), 8,
                                                    'f', 1);
    };
    out << u"%1: %2 passages\n"_s.arg(folder).arg(passages);
    for (size_t finder = 0; finder < FinderCount; ++finder)
        line(FinderNames[finder], times[finder]);
    line(u"analyse", whole);
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    QStringList folders;
    for (int k = 1; k < argc; ++k)
        folders << QString::fromLocal8Bit(argv[k]);
    const QTemporaryDir made;
    if (folders.isEmpty() && QDir(QStringLiteral(PARALLAX_SHARED_DIR)).exists()) {
        folders << QStringLiteral(PARALLAX_SHARED_DIR "/stories/kremlin-2017/articles");
        const QString folder = made.filePath(u"50-articles-of-30-passages"_s);
        if (QProcess::execute(u"python3"_s, {QStringLiteral(PARALLAX_SHARED_DIR "/tools/make_big_story.py"), u"50"_s,
                                             u"30"_s, folder}) == 0)
            folders << folder;
    }
    if (folders.isEmpty())
        out << "nothing to analyse: name folders, or put ../shared beside the checkout\n";
    for (const QString &folder : std::as_const(folders))
        measure(out, folder);
    return 0;
}
