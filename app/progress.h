// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The one interface that long work talks to: it reports how far it is and learns whether to go on.
#pragma once

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
};

/// For callers that neither show progress nor cancel.
class NoProgress final : public Progress
{
public:
    [[nodiscard]] bool step(Stage, int, int) override { return true; }
};

} // namespace parallax
