// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Every worker takes the next few pieces from one counter until none is left, so that a long piece at the end keeps
//! one core busy and not all waiting. Wrong alternative: batches that wait for their last piece, between which a step
//! is reported; eight rules of divergence then are one batch and nobody is asked for seconds.
//! Tested by tst_session.cpp.
#include "session/cores.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <chrono>

namespace parallax {

using namespace std::chrono_literals;

namespace {

constexpr auto ReportInterval = 20ms;
constexpr int HandsAWorker = 64; ///< times a worker goes to the counter; each is a bargain among all cores

} // namespace

bool doOnAllCores(int count, const std::function<void(int)> &piece, const std::function<bool(int done)> &report)
{
    if (count <= 0)
        return true;
    const int workers = std::min(count, QThread::idealThreadCount());
    const int hand = std::max(1, count / (workers * HandsAWorker));
    std::atomic_int next = 0;
    std::atomic_int done = 0;
    std::atomic_bool isStopped = false;
    QSemaphore ended;
    const auto work = [&] {
        for (int first = next.fetch_add(hand); first < count && !isStopped; first = next.fetch_add(hand)) {
            const int last = std::min(count, first + hand);
            for (int i = first; i < last; ++i)
                piece(i);
            done += last - first;
        }
        ended.release();
    };
    for (int worker = 0; worker < workers; ++worker)
        QThreadPool::globalInstance()->start(work);
    while (!ended.tryAcquire(workers, ReportInterval)) {
        if (!isStopped && !report(done))
            isStopped = true;
    }
    return done == count;
}

} // namespace parallax
