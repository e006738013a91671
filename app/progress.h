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
    virtual ~Progress() = default;

    /// Reports that `done` of `total` units of `stage` are finished (0 ≤ done ≤ total; total 0 = nothing to do).
    /// Answers false when the work must stop now; the caller then returns without a result. Called from the thread
    /// that does the work, often: an implementation must be cheap.
    [[nodiscard]] virtual bool step(Stage stage, int done, int total) = 0;

    /// Does piece(0) … piece(count − 1), each once, in any order and perhaps several at a time, and reports how many of
    /// them are done. A piece writes only what no other piece touches, so that the result is the same however they are
    /// done. Answers false when the work must stop; then some pieces were not done.
    [[nodiscard]] bool forEach(Stage stage, int count, const std::function<void(int)> &piece)
    {
        const int batch = std::max(SmallestBatch, count / MostBatches);
        for (int first = 0; first < count; first += batch) {
            if (!step(stage, first, count))
                return false;
            doAll(first, std::min(count, first + batch), piece);
        }
        return step(stage, count, count);
    }

protected:
    /// piece(first) … piece(last − 1).
    virtual void doAll(int first, int last, const std::function<void(int)> &piece)
    {
        for (int i = first; i < last; ++i)
            piece(i);
    }

private:
    static constexpr int SmallestBatch = 8; ///< fewer would leave cores idle at the end of each batch
    static constexpr int MostBatches = 100; ///< nobody sees a step of less than a hundredth
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
