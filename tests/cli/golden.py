"""Runs one-liners of the command and compares what they print. The table is golden.txt.

usage: golden.py ENTENTE TABLE ARTICLES [--update]
A row is `arguments | exit code | expected`; rows run in order in one new folder, so that a row
may ask the store that an earlier one built. Expected is one of
    name.txt     standard output equals expected/name.txt, byte for byte
    /pattern/    standard output holds it (Python regular expression, lines on their own)
    !/pattern/   standard error holds it
    -            anything
`< file` at the end of the arguments gives standard input, ARTICLES stands for the examples,
HERE for the folder of the table.
--update writes the files anew; read the difference before you commit it.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile


def rows_of(table):
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            arguments, code, expected = (part.strip() for part in line.split(" | ", 2))
            yield number, arguments, int(code), expected


def run(entente, arguments, places, folder):
    for name, place in places.items():
        arguments = arguments.replace(name, shlex.quote(str(place)))
    words = shlex.split(arguments)
    given = b""
    if "<" in words:
        given = (pathlib.Path(folder) / words[-1]).read_bytes()
        words = words[: words.index("<")]
    environment = {"PATH": os.defpath, "LC_ALL": "C", "NO_COLOR": "1"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run([entente, *words], cwd=folder, env=environment, input=given,
                          capture_output=True, timeout=300)


def compare_file(file, output, update):
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(output)
        return ""
    wanted = file.read_bytes() if file.exists() else b""
    if wanted == output:
        return ""
    lines = [part.decode("utf-8", "replace").splitlines() for part in (wanted, output)]
    return "\n".join(difflib.unified_diff(*lines, str(file), "printed", lineterm="", n=1))


def compare(expected, result, folder, update):
    if expected == "-":
        return ""
    if expected.endswith("/"):
        stream = result.stderr if expected.startswith("!") else result.stdout
        pattern = expected.lstrip("!")[1:-1]
        text = stream.decode("utf-8", "replace")
        return "" if re.search(pattern, text, re.M) else f"no {expected} in:\n{text}"
    return compare_file(folder / "expected" / expected, result.stdout, update)


def main():
    update = "--update" in sys.argv
    entente, table, articles = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    places = {"ARTICLES": articles, "HERE": table.parent}
    failed = total = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, arguments, code, expected in rows_of(table):
            total += 1
            result = run(entente, arguments, places, folder)
            fault = compare(expected, result, table.parent, update)
            if result.returncode != code:
                errors = result.stderr.decode("utf-8", "replace")
                fault = f"exit {result.returncode}, expected {code}\n{errors}{fault}"
            if fault:
                failed += 1
                print(f"{table}:{number}: entente {arguments}\n{fault}\n")
    print(f"{total - failed} of {total} rows as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
