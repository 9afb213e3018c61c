#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What Splink itself says; run in the virtual environment that holds it.

  peer.py settings FILE                    writes settings made by Splink's own library, with m and u drawn by a fixed sequence
  peer.py predict SETTINGS DATA OUT COUNT  writes COUNT pairs (id_l, id_r, match_weight) of the records that share a `block`"""
import csv
import json
import random
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COMPARISONS = [
    cl.NameComparison("given_name"),
    cl.JaroWinklerAtThresholds("surname", [0.92, 0.8, 0.7]).configure(term_frequency_adjustments=True),
    cl.DateOfBirthComparison("dob", input_is_string=True),
    cl.DamerauLevenshteinAtThresholds("phone", [1, 2, 3]),
    cl.LevenshteinAtThresholds("nhs", [1, 2]),
    cl.JaroAtThresholds("street", [0.9, 0.7]),
    cl.PostcodeComparison("postcode"),
    cl.EmailComparison("email"),
    cl.ExactMatch("town").configure(term_frequency_adjustments=True),
    cl.ForenameSurnameComparison("given_name", "surname"),
]


def settings(path):
    made = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        probability_two_random_records_match=0.0123,
        comparisons=COMPARISONS,
        blocking_rules_to_generate_predictions=[block_on("block")],
    ).create_settings_dict("duckdb")
    dice = random.Random(20)
    for comparison in made["comparisons"]:
        levels = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
        for name in ("m_probability", "u_probability"):
            drawn = [dice.random() ** 3 + 1e-4 for _ in levels]
            for level, share in zip(levels, drawn):
                level[name] = share / sum(drawn)
        for level in levels:
            # parts of the adjustment that a default does not show
            if level.get("tf_adjustment_column") == "surname":
                level["tf_adjustment_weight"] = 0.7
                level["tf_minimum_u_value"] = 0.02
    # an adjustment on a level that is not the exact one
    made["comparisons"][1]["comparison_levels"][2]["tf_adjustment_column"] = "surname"
    with open(path, "w") as file:
        json.dump(made, file, indent=1)


def predict(settings_path, data, out, count):
    with open(settings_path) as file:
        made = json.load(file)
    made["blocking_rules_to_generate_predictions"] = [{"blocking_rule": 'l."block" = r."block"', "sql_dialect": "duckdb"}]
    connection = duckdb.connect()
    connection.execute(f"create table records as select * from read_csv('{data}', all_varchar=true, nullstr='')")
    api = DuckDBAPI(connection)
    linker = Linker(api.register(connection.table("records")), made)
    found = linker.inference.predict()
    rows = found.as_record_list()
    rows.sort(key=lambda row: (row["id_l"], row["id_r"]))
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id_l", "id_r", "match_weight"])
        for row in rows[:count]:
            writer.writerow([row["id_l"], row["id_r"], repr(row["match_weight"])])


if __name__ == "__main__":
    if sys.argv[1] == "settings":
        settings(sys.argv[2])
    else:
        predict(*sys.argv[2:5], int(sys.argv[5]))
