#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens every folder of the hostile kit with Parallax and holds it to the kit's EXPECT.json.

usage: hostile.py --program PARALLAX --kit make_hostile.py [--big] [--nasty] [--only NAME] [--seconds N] [--megabytes N]
                  [--no-limit] [--as-user] [--keep DIR]

For each folder the program writes a JSON report, within a limit of memory and of time. Held to:
  opens     the file is among the articles (or the sub-folder that the kit put it in is named); the strings of `contains`
            stand in its passages, those of `absent` in none that is told; it decodes as with `encoding`; it has as many
            told passages as `paragraphs`
  refuses   the file is among the skipped, and the messages name it
  either    the file is an article or skipped, nothing between
  ignores   the file is no article; unless hidden it is skipped, with a reason
  always    no crash, no wait, nothing changed in the folder, nothing asked of the network or of a pipe; folders that hold
            no article end with status 1 and a message
The kit's folders of equal articles must show no divergence. Permissions are tried as another user when run as root;
--as-user runs everything so. Big folders (0.2 GB) and nasty ones (a sparse file of 8 GB) only when asked for.
"""
import argparse, codecs, http.server, json, os, re, resource, shutil, subprocess, sys, tempfile, threading, time
import unicodedata

NOBODY = 65534
TOLD = ("body", "headline", "caption")
# The kit was written before Parallax read these kinds: opening them is more than was asked.
READ_TODAY = {("docx-plain", "real.rtf")}
# Articles that tell the same in another form; none of them may diverge from another. None: all of the folder.
EQUAL = {
    "folder-two-identical": None,
    "folder-identical-but-for-form": None,
    "lines-ends": None,
    "uni-marks": ("nfc.txt", "nfd.txt", "invisible.txt"),
}
ICU_NAMES = {"windows-31j": "cp932", "windows-949": "cp949", "windows-950": "cp950", "windows-874": "cp874"}


class Canary:
    """Whatever asks for the remote pictures and scripts that the kit's pages name is heard here."""

    def __init__(self, kit):
        self.hits = []
        hits = self.hits

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                hits.append(self.path)
                self.send_error(404)

            do_POST = do_HEAD = do_OPTIONS = do_PUT = do_GET

            def log_message(self, *_):
                pass

        try:
            self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 48123), Handler)
            threading.Thread(target=self.server.serve_forever, daemon=True).start()
        except OSError as error:
            print(f"note: nobody listens for requests on port 48123 ({error})")
            self.server = None
        self.fifo = os.path.join(kit, "_canary", "file-canary.png")
        self.ends = False
        self.watcher = threading.Thread(target=self.watch, daemon=True)
        self.watcher.start()

    def watch(self):
        while not self.ends:
            try:
                os.close(os.open(self.fifo, os.O_WRONLY | os.O_NONBLOCK))  # succeeds only while somebody reads it
                self.hits.append(self.fifo)
            except OSError:
                pass
            time.sleep(0.02)

    def close(self):
        self.ends = True
        self.watcher.join()
        if self.server:
            self.server.shutdown()
        return self.hits


def listing(folder):
    out = {}
    for root, _, files in os.walk(folder, onerror=lambda error: None):
        for name in files:
            try:
                st = os.lstat(os.path.join(root, name))
            except OSError:
                continue
            out[os.path.join(root, name)] = (st.st_size, st.st_mtime_ns, st.st_mode)
    return out


def squash(text):
    """Text as far as the kit's strings care: the form of spaces and the composition of letters aside."""
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text.replace("\u00ad", ""))).strip()


def run(options, folder, report, as_user):
    def limit():
        if not options.no_limit:
            size = options.megabytes * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if as_user:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=os.path.dirname(report), LC_ALL="C.UTF-8")
    command = [options.program, "--export", report, folder]
    start = time.monotonic()
    with tempfile.TemporaryFile() as messages:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages,
                                 preexec_fn=limit, env=environment)
        timer = threading.Timer(options.seconds, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        said = messages.read().decode("utf-8", "replace")
    return child.returncode, said, time.monotonic() - start, usage.ru_maxrss // 1024


def shown_name(name):
    """The name a report gives a file; EXPECT.json writes names that are no UTF-8 as Python's b'…'."""
    if re.fullmatch(r"b'.*'", name):
        return name[2:-1].encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
    return name


def decodes_alike(path, reported, expected):
    with open(path, "rb") as file:
        data = file.read()
    try:
        codec = codecs.lookup(ICU_NAMES.get(reported.lower(), reported))
        return codec.decode(data, "replace")[0].lstrip("\ufeff") == data.decode(expected, "replace").lstrip("\ufeff")
    except LookupError:
        return False


def check_article(folder, name, want, article):
    told = [p["text"] for p in article["passages"] if p["role"] in TOLD]
    everything = squash(" ".join(p["text"] for p in article["passages"]))
    main = squash(" ".join(told))
    for text in want.get("contains", []):
        if squash(text) not in everything:
            yield f"{name!r} lacks {text[:60]!r}"
    for text in want.get("absent", []):
        if squash(text) in main:
            yield f"{name!r} tells {text[:60]!r}"
    if "encoding" in want and not decodes_alike(os.path.join(folder, name), article["encoding"], want["encoding"]):
        yield f"{name!r} was read as {article['encoding']}, it is {want['encoding']}"
    count = want.get("paragraphs")
    if count is not None and len(told) != count:
        yield f"{name!r} has {len(told)} told passages, {count} expected"


def check_equal(case, report):
    """Articles that are equal may diverge from a third, but then they have its readings in common."""
    equal = EQUAL.get(case, ())
    for d in report["divergences"]:
        groups = {}
        for r in d["readings"]:
            file = report["articles"][r["article"]]["file"]
            if equal is None or file in equal:
                groups.setdefault(file, set()).add(r["group"])
        if any(not a & b for a in groups.values() for b in groups.values()):
            yield f"equal articles diverge: {d['kind']} {[r['text'] for r in d['readings']]}"


def check_report(case, folder, expect, report, said, as_user):
    articles = {a["file"]: a for a in report["articles"]}
    skipped = {s["file"]: s["reason"] for s in report["skipped"]}
    for name, want in expect["opens"].items():
        shown = shown_name(name)
        if "/" in shown:  # no file has such a name: the kit made a sub-folder of it
            if shown.split("/")[0] not in skipped:
                yield f"the sub-folder of {name!r} is not mentioned"
        elif shown not in articles:
            yield f"{name!r} did not open: {skipped.get(shown, 'not mentioned')}"
        else:
            yield from check_article(folder, name, want, articles[shown])
    for name, why in expect["refuses"].items():
        if (case, name) in READ_TODAY or ("permission" in why and not as_user):
            continue
        if shown_name(name) not in skipped:
            yield f"{name!r} is not skipped ({why})"
        elif name not in said:
            yield f"no message names {name!r}"
    for name in expect["either"]:
        if "..." not in name and "/" not in name and not name.startswith(".") and (name in articles) == (name in skipped):
            yield f"{name!r} is neither an article nor skipped"
    for name in expect["ignores"]:
        if name in articles:
            yield f"{name!r} became an article"
        elif name not in skipped and not name.startswith("."):
            yield f"{name!r} is not mentioned"
    yield from check_equal(case, report)


def check(options, case, folder, expect, work):
    as_user = os.geteuid() == 0 and (options.as_user or "permission" in case)
    before = listing(folder)
    report_file = os.path.join(work, "report.json")
    code, said, seconds, megabytes = run(options, folder, report_file, as_user)
    report = None
    if os.path.exists(report_file):
        with open(report_file, encoding="utf-8") as file:
            report = json.load(file)
        os.remove(report_file)
    faults = []
    if code < 0 or code > 2:
        faults.append(f"no answer in {options.seconds} s" if seconds >= options.seconds else
                      f"ended with status {code}: {said.strip()[-200:]}")
    if megabytes > options.megabytes:
        faults.append(f"used {megabytes} MB")
    if listing(folder) != before:
        faults.append("the folder was changed")
    if report is not None:
        faults += check_report(case, folder, expect, report, said, as_user or os.geteuid() != 0)
    elif code == 1:
        if expect["opens"]:
            faults.append(f"nothing was opened: {said.strip()[-200:]}")
        if not said.strip():
            faults.append("ended without a message")
    elif code == 0:
        faults.append("status 0 and no report")
    print(f"{'FAULT' if faults else 'ok   '} {case} ({seconds:.1f} s, {megabytes} MB)")
    for fault in faults[:12]:
        print("       " + fault)
    if len(faults) > 12:
        print(f"       and {len(faults) - 12} more")
    return not faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--kit", required=True)
    parser.add_argument("--big", action="store_true")
    parser.add_argument("--nasty", action="store_true")
    parser.add_argument("--as-user", action="store_true")
    parser.add_argument("--no-limit", action="store_true", help="no limit of address space, which sanitizers need")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", default="", help="make the kit here, or use what is there, and leave it")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--megabytes", type=int, default=1536)
    options = parser.parse_args()
    if not os.path.exists(options.kit):
        print(f"skipped: there is no {options.kit}")
        return 77
    options.program = os.path.abspath(options.program)
    work = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="parallax-hostile-")
    os.makedirs(work, exist_ok=True)
    os.chmod(work, 0o777)
    kit = os.path.join(work, "hostile")
    maker = [sys.executable, os.path.abspath(options.kit)]
    if not os.path.exists(kit):
        made = subprocess.run(maker + (["--nasty"] if options.nasty else [] if options.big else ["--no-big"]), cwd=work,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if made.returncode:
            sys.exit(made.stdout.decode("utf-8", "replace"))
    with open(os.path.join(kit, "EXPECT.json"), encoding="utf-8") as file:
        expectations = json.load(file)
    canary = Canary(kit)
    passed = failed = 0
    for case, expect in expectations.items():
        if options.only in case:
            ok = check(options, case, os.path.join(kit, case), expect, work)
            passed, failed = passed + ok, failed + (not ok)
    hits = canary.close()
    if hits:
        print(f"FAULT these were asked for: {sorted(set(hits))}")
    if not options.keep:
        subprocess.run(maker + ["--clean"], cwd=work, stdout=subprocess.DEVNULL)
        shutil.rmtree(work, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or hits else 0


if __name__ == "__main__":
    sys.exit(main())
