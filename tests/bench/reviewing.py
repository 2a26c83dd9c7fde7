"""What reviewing costs: `assay review` of 100,000 lines, and of a history of 10,000 commits, CPU time with its start."""
import json
import pathlib
import resource
import shutil
import subprocess

LINES = 100000
COMMITS = 10000
ENDINGS = ("*.py", "*.go", "*.js", "*.java")


def fill(folder, root):
    """Copies of the references of the service problems, each file under a name of its own."""
    sources = sorted(path for ending in ENDINGS
                     for path in (root / "problems/services").glob(f"*/reference/**/{ending}"))
    lines = 0
    while lines < LINES:
        for source in sources:
            text = source.read_text()
            (folder / f"copy{lines}_{source.name}").write_text(text)
            lines += text.count("\n")
    return lines


def cpu_s():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(folder, assay, root):
    """Seconds for LINES lines."""
    repository = pathlib.Path(folder) / "repository"
    repository.mkdir()
    lines = fill(repository, root)
    before = cpu_s()
    subprocess.run([assay, "review", repository, "--json"], stdout=subprocess.DEVNULL)
    return (cpu_s() - before) * LINES / lines


def commits():
    """For `git fast-import`: a line of one of 50 files changes in each."""
    return "".join(f"commit refs/heads/main\ncommitter A <a@example.org> {1600000000 + n} +0000\ndata 9\nSet {n:05}\n"
                   f"M 644 inline a{n % 50}.txt\ndata 6\n{n:05}\n\n" for n in range(COMMITS))


def measure_history(folder, assay):
    """Seconds for COMMITS commits; None without git."""
    if not shutil.which("git"):
        return None
    repository = pathlib.Path(folder) / "history"
    subprocess.run(["git", "init", "-q", "-b", "main", repository], check=True)
    subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], input=commits(), text=True, check=True)
    before = cpu_s()
    done = subprocess.run([assay, "review", repository, "--json"], stdout=subprocess.PIPE, check=True)
    if json.loads(done.stdout)["history"].get("commits") != COMMITS:
        raise OSError("the history was not read")
    return cpu_s() - before
