#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs `sentinel link names` on same.csv and different.csv and prints how many pairs get evidence for, none, against, and F1 (a pair is
found when the answer is "for"). --half a|b takes one half; --misses lists what went wrong (half a only: b is not to be looked at)."""
import argparse
import csv
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with open(os.path.join(HERE, name), newline="") as file:
        return list(csv.DictReader(file))


def answers(binary, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["left", "right"])
        writer.writerows((row["left"], row["right"]) for row in pairs)
        file.flush()
        out = subprocess.run([binary, "link", "names", file.name], check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(out.splitlines()))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentinel", required=True)
    parser.add_argument("--half", choices=["a", "b"])
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts = {}
    for name in ["same", "different"]:
        pairs = [row for row in rows(f"{name}.csv") if options.half in (None, row["half"])]
        found = answers(options.sentinel, pairs)
        counts[name] = [sum(row["answer"] == answer for row in found) for answer in ["for", "none", "against"]]
        print(f"{name:<10} for {counts[name][0]:>4}  none {counts[name][1]:>4}  against {counts[name][2]:>4}")
        for pair, answer in zip(pairs, found):
            wrong = (answer["answer"] == "for") != (name == "same")
            if options.misses and wrong and pair["half"] == "a":
                print("   ", pair["left"], "/", pair["right"], answer["answer"], answer["weight"], pair.get("rule") or pair["source"])
    hits, extra, all_same = counts["same"][0], counts["different"][0], sum(counts["same"])
    precision, recall = hits / max(hits + extra, 1), hits / max(all_same, 1)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}")


if __name__ == "__main__":
    main()
