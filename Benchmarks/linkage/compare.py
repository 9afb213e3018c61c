#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentinel and Splink side by side: wall time and peak memory of a cold process, pairwise F1 and B-cubed of the clusters, and the
expected calibration error over pairs stated at .05 and more. One configuration for all sets; no truth is read before scoring."""
import argparse
import csv
import json
import os
import subprocess
import sys
import time
from collections import Counter

SETS = ["fake_1000", "febrl3", "febrl4", "historical_50k"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentinel", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--sets", default=",".join(SETS), help="also people:N:SEED[:NOISE], e.g. people:1000000:1")
    parser.add_argument("--without-splink", action="store_true")
    return parser.parse_args()


def measured(command, log):
    """Runs a command; seconds and peak memory in MB."""
    with open(log, "w") as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} failed; see {log}")
    return seconds, usage.ru_maxrss / 1024


def historical(data, work):
    """The CSV of historical_50k, written once from its Parquet."""
    path = f"{work}/historical_50k.csv"
    if not os.path.exists(path):
        import pyarrow.csv
        import pyarrow.parquet

        pyarrow.csv.write_csv(pyarrow.parquet.read_table(f"{data}/data/historical_figures_with_errors_50k.parquet"), path)
    return path


def files(name, data, work):
    """Files to link, the truth, and the task of run_splink.py."""
    truth = f"{data}/data/truth/{name}.csv"
    if name == "fake_1000":
        return [f"{data}/data/fake_1000.csv"], truth, ["fake_1000"]
    if name == "febrl3":
        return [f"{data}/data/febrl/dataset3_clean.csv"], truth, ["febrl3"]
    if name == "febrl4":
        return [f"{data}/data/febrl/dataset4{side}_clean.csv" for side in "ab"], truth, ["febrl4"]
    if name == "historical_50k":
        return [historical(data, work)], truth, ["historical_50k"]
    _, count, seed, noise = (name.split(":") + ["1.0"])[:4]
    path = f"{work}/people-{count}-{seed}-{noise}"
    if not os.path.exists(path + ".csv"):
        generator = [sys.executable, f"{data}/gen_people.py", "--n", count, "--seed", seed, "--noise", noise]
        subprocess.run(generator + ["--out", path + ".csv", "--truth", path + ".truth.csv"], check=True)
    return [path + ".csv"], path + ".truth.csv", ["people", "--data", path + ".csv", "--umax", "1e8"]


def quality(folder, truth, data, cross):
    report = f"{folder}/score.json"
    scorer = [sys.executable, f"{data}/score_pairs.py", "--truth", truth, "--clusters", f"{folder}/clusters.csv", "--json", report]
    subprocess.run(scorer + (["--cross"] if cross else []), check=True, stdout=subprocess.DEVNULL)
    with open(report) as file:
        return json.load(file)["clusters"]


def calibration(folder, truth):
    """Expected calibration error in ten bins over pairs stated at .05 and more, and the share of true pairs among them."""
    with open(truth, newline="") as file:
        entity = {row[0]: row[1] for row in list(csv.reader(file))[1:]}
    bins = [[0, 0.0, 0] for _ in range(10)]
    with open(f"{folder}/pairs.csv", newline="") as file:
        for row in csv.DictReader(file):
            probability = float(row["match_probability"])
            if probability < 0.05:
                continue
            bin = bins[min(int(probability * 10), 9)]
            bin[0] += 1
            bin[1] += probability
            bin[2] += entity[row["id_l"]] == entity[row["id_r"]]
    stated = sum(bin[0] for bin in bins)
    true_pairs = sum(count * (count - 1) // 2 for count in Counter(entity.values()).values())
    error = sum(abs(bin[1] - bin[2]) for bin in bins) / max(stated, 1)
    return error, sum(bin[2] for bin in bins) / max(true_pairs, 1)


def main():
    options = arguments()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'set':<22}{'engine':<10}{'s':>8}{'MB':>7}{'F1':>8}{'B3':>8}{'largest':>8}{'ECE':>8}{'recall':>8}")
    for name in options.sets.split(","):
        paths, truth, task = files(name, options.data, options.work)
        engines = [("sentinel", [options.sentinel, "link"] + (["join", "--one-to-one"] if len(paths) > 1 else ["dedupe"]) + paths)]
        if not options.without_splink:
            engines.append(("splink", [sys.executable, f"{options.data}/run_splink.py"] + task))
        for engine, command in engines:
            folder = f"{options.work}/{name.replace(':', '-')}-{engine}"
            os.makedirs(folder, exist_ok=True)
            seconds, memory = measured(command + ["--out", folder], f"{folder}/log")
            found = quality(folder, truth, options.data, len(paths) > 1)
            error, recall = calibration(folder, truth)
            print(
                f"{name:<22}{engine:<10}{seconds:>8.2f}{memory:>7.0f}{found['f1']:>8.4f}{found['b3_f1']:>8.4f}"
                f"{found['max_cluster']:>8}{error:>8.4f}{recall:>8.4f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
