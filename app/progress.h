// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The one interface that long work talks to: it reports how far it is, learns whether to go on, and hands over what
//! can be done in pieces. Who implements it decides whether pieces are done one after the other or on all cores: the
//! pipeline itself knows no threads.
#pragma once

#include <algorithm>
#include <functional>

namespace parallax {

/// The steps of the pipeline in their order; a progress display shows them so.
enum class Stage { Read, Analyse, Align, FindDivergences, Export };

class Progress
{
public:
    using Piece = std::function<void(int)>;
    using Report = std::function<bool(int done)>; ///< false: stop

    virtual ~Progress() = default;

    /// Reports that `done` of `total` units of `stage` are finished (0 ≤ done ≤ total; total 0 = nothing to do).
    /// Answers false when the work must stop now; the caller then returns without a result. Called from the thread
    /// that does the work, often: an implementation must be cheap.
    [[nodiscard]] virtual bool step(Stage stage, int done, int total) = 0;

    /// Whether the work must stop, for a piece that lasts: what it leaves behind then is thrown away. Safe from any
    /// thread.
    virtual bool isStopped() const { return false; }

    /// Does piece(0) … piece(count − 1), each once, in any order and perhaps several at a time, and reports how many of
    /// them are done. A piece writes only what no other piece touches, so that the result is the same however they are
    /// done. Answers false when the work must stop; then some pieces were not done.
    [[nodiscard]] bool forEach(Stage stage, int count, const Piece &piece)
    {
        const Report report = [&](int done) { return step(stage, done, count); };
        return report(0) && doAll(count, piece, report) && report(count);
    }

protected:
    /// How forEach() does its pieces: here one after the other. `report` is to be called now and then, on the calling
    /// thread alone.
    virtual bool doAll(int count, const Piece &piece, const Report &report)
    {
        constexpr int mostSteps = 100; // nobody sees a step of less than a hundredth
        const int stride = std::max(1, count / mostSteps);
        for (int i = 0; i < count; ++i) {
            if (i % stride == 0 && !report(i))
                return false;
            piece(i);
        }
        return true;
    }

    friend class PartOfStage;
};

/// A stage done in several parts of which each counts for itself: its display runs once from nothing to all.
class PartOfStage final : public Progress
{
public:
    /// Part `part` (0-based) of `parts`, thought to last as long as each other.
    PartOfStage(Progress &whole, int part, int parts)
        : m_whole(whole)
        , m_part(part)
        , m_parts(parts)
    {
    }

    [[nodiscard]] bool step(Stage stage, int done, int total) override
    {
        const auto share = total > 0 ? static_cast<int>(static_cast<long long>(done) * Fine / total) : Fine;
        return m_whole.step(stage, m_part * Fine + share, m_parts * Fine);
    }
    bool isStopped() const override { return m_whole.isStopped(); }

private:
    bool doAll(int count, const Piece &piece, const Report &report) override
    {
        return m_whole.doAll(count, piece, report);
    }

    static constexpr int Fine = 10'000;
    Progress &m_whole;
    int m_part;
    int m_parts;
};

/// For callers that neither show progress nor cancel.
class NoProgress final : public Progress
{
public:
    [[nodiscard]] bool step(Stage, int, int) override { return true; }
};

/// One such caller for all: the work is done at once, piece by piece.
inline Progress &atOnce()
{
    static NoProgress none;
    return none;
}

} // namespace parallax
