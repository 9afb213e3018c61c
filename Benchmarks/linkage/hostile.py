#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Registers that nobody should send: each ends in a right result or a clear message, within seconds and bounded memory.

    hostile.py --sentinel PATH [--work FOLDER] [--records 1000000]

Prints what became of each, the seconds and the peak memory of the process, and fails when one was killed or took more than --megabytes."""
import argparse
import os
import subprocess
import sys
import tempfile
import time

HEADER = b"id,first_name,surname,dob,address,postcode,phone\n"
ROW = b"%d,Amira,Testwell,2010-03-14,1 Otterley Road,QZ1 1AB,07700 900123\n"


def write(path, *parts):
    with open(path, "wb") as file:
        for part in parts:
            file.write(part)


def cases(folder, records):
    """Name, file, whether it must be linked (True) or refused with a message (False)."""
    def path(name):
        return os.path.join(folder, name + ".csv")

    with open(path("identical"), "wb") as file:
        file.write(HEADER)
        for start in range(0, records, 10_000):
            file.write(b"".join(ROW % number for number in range(start, min(start + 10_000, records))))
    with open(path("one-name"), "wb") as file:
        file.write(HEADER)
        for number in range(records // 10):
            file.write(b"%d,Amira,Testwell,,,,\n" % number)
    with open(path("one-birthday"), "wb") as file:
        file.write(HEADER)
        for number in range(records // 10):
            file.write(b"%d,A%d,B%d,2000-01-01,,,\n" % (number, number * 7919 % 99991, number * 104729 % 99991))
    some = b"".join(ROW % number for number in range(50))
    write(path("megabyte-field"), HEADER, some, b"51,", b"x" * 1_000_000, b",Testwell,,,,\n")
    write(path("megabyte-quoted"), HEADER, some, b'51,"', b"x" * 1_000_000, b'",Testwell,,,,\n')
    write(path("nul-bytes"), HEADER, some, b"51,Am\0ira,Test\0well,2010-03-14,\0,,\0\0\n", b"\0" * 3, b"\n")
    write(path("only-nul"), b"\0" * 2_000_000)
    write(path("invalid-utf8"), HEADER, some, b"51,\xff\xfe\xc3,\xc0\xaf,2010-03-14,\xed\xa0\x80,,\n")
    write(path("ragged-long"), HEADER, some, b"51,Amira,Testwell,2010-03-14,1 Otterley Road, Milbury,QZ1 1AB,07700 900123,,,\n")
    write(path("ragged-short"), HEADER, some, b"51,Amira\n52\n")
    write(path("open-quote"), HEADER, some, b'51,"Amira,Testwell\n' + some)
    write(path("only-header"), HEADER)
    write(path("empty"), b"")
    write(path("same-headers"), b"id,surname,surname,dob\n1,Testwell,Fabler,2010-03-14\n2,Testwell,Fabler,2010-03-14\n")
    write(path("many-columns"), b"id," + b",".join(b"c%d" % number for number in range(5_000)) + b"\n1\n")
    write(path("same-ids"), HEADER, ROW % 1, ROW % 1)
    write(path("no-line-end"), HEADER + (ROW % 1).rstrip())
    write(path("binary"), os.urandom(2_000_000))
    linked = {"identical", "one-name", "one-birthday", "nul-bytes", "invalid-utf8", "ragged-short", "no-line-end", "same-headers"}
    names = [name[:-4] for name in sorted(os.listdir(folder)) if name.endswith(".csv")]
    return [(name, path(name), name in linked) for name in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentinel", required=True)
    parser.add_argument("--work")
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--megabytes", type=int, default=1_024)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        for name, file, must_link in cases(folder, options.records):
            log, out = os.path.join(folder, name + ".log"), os.path.join(folder, name)
            with open(log, "w") as stream:
                start = time.perf_counter()
                child = subprocess.Popen([options.sentinel, "link", "dedupe", file, "--out", out], stdout=stream, stderr=subprocess.STDOUT)
                _, status, usage = os.wait4(child.pid, 0)
                seconds = time.perf_counter() - start
            with open(log, errors="replace") as stream:
                last = (stream.read().strip().splitlines() or [""])[-1]
            code = os.waitstatus_to_exitcode(status)
            memory = usage.ru_maxrss / 1024
            good = code >= 0 and memory <= options.megabytes and (code == 0) == must_link and last != ""
            failed += not good
            print(f"{'ok ' if good else 'BAD'} {name:<16} exit {code:>3} {seconds:7.2f} s {memory:6.0f} MB  {last[:150]}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
