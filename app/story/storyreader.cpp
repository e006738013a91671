// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths → the files they name → their articles, in an order that depends on nothing but the names.
//!
//! Each file takes the same way: its bytes, then the reader of its format (recognised by content and name), then roles
//! and metadata, which are the same for every format. Whatever fails on that way is a Refusal and becomes a skipped
//! file; only a story without any article is a failure.
//!
//! Tested by tst_storyreader.cpp.
#include "story/storyreader.h"

#include "story/formats/format.h"
#include "story/formats/recognise.h"
#include "story/metadata.h"
#include "story/pressexport.h"
#include "story/roles.h"
#include "story/sourcefile.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace parallax {
namespace {

struct Source {
    fs::path path;
    QString name; ///< as the story shows it
};

/// What one article may tell, so that comparing it takes seconds and not all memory: more than "War and Peace", and
/// more than the longest live blogs.
constexpr qsizetype mostCharacters = 4'000'000;
constexpr size_t mostPassages = 50'000;

std::optional<Refusal> tooMuch(const Article &article)
{
    if (article.passages.size() > mostPassages)
        return Refusal{SkipReason::TooLarge, u"%1 passages"_s.arg(mostPassages)};
    qsizetype characters = 0;
    for (const Passage &passage : article.passages)
        characters += passage.text.size();
    if (characters > mostCharacters)
        return Refusal{SkipReason::TooLarge, u"%1 characters"_s.arg(mostCharacters)};
    return std::nullopt;
}

ReadResult readArticles(const Source &source, const QByteArray &encoding)
{
    // The kind of file comes first: "named pipe" says more than a suffix does, and a folder has none.
    std::error_code ignored;
    const QString name = displayName(source.path);
    if (fs::is_regular_file(fs::status(source.path, ignored))) {
        if (const auto refused = refusedByName(name))
            return std::unexpected(*refused);
    }
    const auto bytes = readRegularFile(source.path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->isEmpty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    const auto format = recognise(*bytes, name);
    if (!format)
        return std::unexpected(format.error());
    const FormatReader read = readerOf(*format);
    if (!read)
        return std::unexpected(Refusal{SkipReason::Unsupported, formatName(*format)});
    auto articles = read({*bytes, encoding});
    if (!articles)
        return articles;
    if (articles->size() == 1)
        articles = splitExport(std::move(articles->front()));
    for (const Article &article : *articles) {
        if (const auto refused = tooMuch(article))
            return std::unexpected(*refused);
    }
    for (size_t i = 0; i < articles->size(); ++i) {
        Article &article = (*articles)[i];
        article.file = source.name;
        article.part = articles->size() > 1 ? static_cast<int>(i) + 1 : 0;
        if (!judgesRoles(*format))
            assignRoles(article.passages);
        describe(article);
    }
    return articles;
}

/// The deepest folder that holds all of `paths`.
fs::path commonFolder(const std::vector<fs::path> &paths)
{
    fs::path common = paths.front().parent_path();
    for (const fs::path &path : paths) {
        const fs::path folder = path.parent_path();
        const auto [ours, theirs] = std::ranges::mismatch(common, folder);
        fs::path shared;
        for (auto part = common.begin(); part != ours; ++part)
            shared /= *part;
        common = shared;
    }
    return common;
}

QString shownPath(const fs::path &path)
{
    const std::string native = path.generic_string();
    return QString::fromUtf8(native.data(), static_cast<qsizetype>(native.size()));
}

bool isBefore(const Source &a, const Source &b)
{
    if (a.name != b.name)
        return isNaturallyLess(a.name, b.name);
    return a.path.native() < b.path.native(); // names that show alike because their bytes are no UTF-8
}

/// Files that a link leads to are read once; the file itself goes before links to it, links by their order.
std::vector<SkippedFile> takeOutRepeatedLinks(std::vector<Source> &sources)
{
    const auto isLink = [](const Source &s) {
        std::error_code ignored;
        return fs::is_symlink(fs::symlink_status(s.path, ignored));
    };
    std::set<fs::path> targets;
    for (const Source &s : sources) {
        if (!isLink(s))
            targets.insert(s.path);
    }
    std::vector<SkippedFile> out;
    std::erase_if(sources, [&](const Source &s) {
        std::error_code error;
        if (!isLink(s))
            return false;
        const fs::path target = fs::canonical(s.path, error);
        if (error || targets.insert(target).second)
            return false;
        out.push_back({s.name, SkipReason::Unsupported, "link to "_L1 + displayName(target)});
        return true;
    });
    return out;
}

struct Listing {
    fs::path folder;
    std::vector<Source> sources; ///< in the order shown
    QString title;
};

fs::path absolutePath(const QString &path)
{
    // The folder's links are resolved so that one file has one path; the file's own are kept, its name counts.
    std::error_code error;
    const fs::path absolute = fs::absolute(toPath(path), error);
    const fs::path folder = fs::canonical(absolute.parent_path(), error);
    return error ? absolute : folder / absolute.filename();
}

std::expected<Listing, ReadFailure> list(const QStringList &paths)
{
    std::set<fs::path> files;
    std::vector<fs::path> folders;
    for (const QString &given : paths) {
        const fs::path path = absolutePath(given);
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::is_directory(status)) {
            if (!fs::exists(status) && paths.size() == 1 && !fs::is_symlink(fs::symlink_status(path, error)))
                return std::unexpected(ReadFailure{ReadError::NotFound, given, {}});
            files.insert(path);
            continue;
        }
        const auto entries = entriesOf(fs::canonical(path, error));
        if (!entries)
            return std::unexpected(ReadFailure{ReadError::NotReadable, given, {}});
        files.insert(entries->begin(), entries->end());
        folders.push_back(fs::canonical(path, error));
    }
    Listing out;
    const std::vector<fs::path> all(files.begin(), files.end());
    out.folder = all.empty() ? (folders.empty() ? fs::path() : folders.front()) : commonFolder(all);
    for (const fs::path &path : all)
        out.sources.push_back({path, shownPath(path.lexically_relative(out.folder))});
    std::ranges::sort(out.sources, isBefore);
    const bool oneFolder = std::ranges::all_of(all, [&](const fs::path &p) { return p.parent_path() == out.folder; });
    if (folders.size() == 1) // articles added to a folder's do not rename the story
        out.title = displayName(folders.front());
    else
        out.title =
            oneFolder || out.sources.empty() ? displayName(out.folder) : shownPath(out.sources.front().path.stem());
    return out;
}

} // namespace

std::expected<Story, ReadFailure> readStory(const QStringList &paths, Progress &progress, const ReadOptions &options)
{
    if (paths.isEmpty())
        return std::unexpected(ReadFailure{ReadError::NotFound, {}, {}});
    auto listing = list(paths);
    if (!listing)
        return std::unexpected(listing.error());

    Story story;
    story.title = listing->title;
    story.folder = shownPath(listing->folder);
    story.skipped = takeOutRepeatedLinks(listing->sources);
    std::vector<ReadResult> read(listing->sources.size());
    const auto readOne = [&](int piece) {
        const Source &source = listing->sources[static_cast<size_t>(piece)];
        read[static_cast<size_t>(piece)] = readArticles(source, options.encodings.value(source.name));
    };
    if (!progress.forEach(Stage::Read, static_cast<int>(read.size()), readOne))
        return std::unexpected(ReadFailure{ReadError::Cancelled, story.folder, {}});
    for (size_t i = 0; i < read.size(); ++i) {
        const Source &source = listing->sources[i];
        ReadResult &articles = read[i];
        if (!articles) {
            story.skipped.push_back({source.name, articles.error().reason, articles.error().detail});
            continue;
        }
        if (articles->size() > 1)
            story.split.push_back({source.name, static_cast<int>(articles->size())});
        std::ranges::move(*articles, std::back_inserter(story.articles));
    }
    std::ranges::stable_sort(story.skipped, isNaturallyLess, &SkippedFile::file);
    if (story.articles.empty())
        return std::unexpected(ReadFailure{ReadError::NothingToRead, paths.front(), std::move(story.skipped)});
    return story;
}

} // namespace parallax
