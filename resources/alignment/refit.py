#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of weights.json anew from labelled stories.

usage: refit.py "PARALLAX COMMAND" OUT.json STORY [STORY...]

A STORY is a folder with articles/ and gold.json: {"articles": {"A1": "file name", ...},
"links": [["A1.5", "A2.7"], ...], "links_optional": [...]}; a passage id is ARTICLE.PARAGRAPH, paragraphs are the file's
non-blank lines, counted from 1. Links both annotators marked are matches, pairs neither marked are none, and what only
one marked is left out of the fit.

Logistic regression by Newton's method (iteratively reweighted least squares), every story weighing the same, with a
quadratic penalty towards 0 for few stories. Prints, for every story, the log loss of weights fitted on the others: the
figure to trust. Needs python3-numpy. Weights of measures that say nearly the same may trade places from one fit to the
next; link F1 over stories the fit has not seen decides, not the weights.
"""
import json
import os
import shlex
import subprocess
import sys

import numpy as np

PENALTY = 1.0
LOWEST, HIGHEST = -4, 12


def measured(command, folder):
    """-> names of the measures, {(file:passage, file:passage): values}"""
    done = subprocess.run(command + ["--dump", "measures", os.path.join(folder, "articles")], check=True,
                          stdout=subprocess.PIPE, text=True)
    lines = done.stdout.splitlines()
    names = lines[0].split()[2:]
    pairs = {}
    for line in lines[1:]:
        cells = line.rsplit(" ", len(names))
        # File names may hold blanks: the first place ends where a number after a colon does.
        where = cells[0]
        for k, letter in enumerate(where):
            if letter == " " and ":" in where[:k] and where[:k].rsplit(":", 1)[1].isdigit():
                pairs[where[:k], where[k + 1:]] = [float(cell) for cell in cells[1:]]
                break
    return names, pairs


def labelled(command, folder):
    """-> names, values (pairs x measures), whether each pair is a match"""
    with open(os.path.join(folder, "gold.json"), encoding="utf-8") as file:
        gold = json.load(file)

    def place(passage):
        article, number = passage.split(".")
        return gold["articles"][article] + ":" + number

    def pairs_of(key):
        return {frozenset(place(passage) for passage in pair) for pair in gold.get(key, [])}

    matches, doubtful = pairs_of("links"), pairs_of("links_optional")
    names, pairs = measured(command, folder)
    kept = [(values, frozenset(pair) in matches) for pair, values in pairs.items() if frozenset(pair) not in doubtful]
    return names, np.clip(np.array([v for v, _ in kept]), LOWEST, HIGHEST), np.array([m for _, m in kept], float)


def fit(stories):
    """-> bias and weights"""
    x = np.concatenate([np.hstack([np.ones((len(y), 1)), x]) for x, y in stories])
    y = np.concatenate([y for _, y in stories])
    share = np.concatenate([np.full(len(y), 1000.0 / len(y)) for _, y in stories])
    penalty = np.diag([0.0] + [PENALTY] * (x.shape[1] - 1))
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (share * (y - p)) - penalty @ w
        bend = (x * (share * p * (1 - p))[:, None]).T @ x + penalty + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(bend, slope)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def loss(w, x, y):
    p = np.clip(1 / (1 + np.exp(-(w[0] + x @ w[1:]))), 1e-9, 1 - 1e-9)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    command, out, folders = shlex.split(sys.argv[1]), sys.argv[2], sys.argv[3:]
    stories = []
    for folder in folders:
        names, x, y = labelled(command, folder)
        stories.append((x, y))
        print(f"{folder}: {len(y)} pairs, {int(y.sum())} matches")
    for k, (x, y) in enumerate(stories):
        others = stories[:k] + stories[k + 1:]
        if others:
            print(f"{folders[k]}: log loss {loss(fit(others), x, y):.4f} fitted on the others,"
                  f" {loss(fit([(x, y)]), x, y):.4f} on itself")
    w = fit(stories)
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "weights.json"), encoding="utf-8") as file:
        weights = json.load(file)
    weights["fitted"] = "refit.py on " + ", ".join(os.path.basename(os.path.normpath(f)) for f in folders)
    weights["bias"], weights["lowest"], weights["highest"] = float(w[0]), LOWEST, HIGHEST
    weights["weights"] = {name: float(value) for name, value in zip(names, w[1:])}
    with open(out, "w", encoding="utf-8") as file:
        json.dump(weights, file, indent=4)
        file.write("\n")
    print("wrote", out)


if __name__ == "__main__":
    main()
