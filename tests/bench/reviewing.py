"""What reviewing costs: `assay review` of 100,000 lines, CPU time with its start."""
import pathlib
import resource
import subprocess

LINES = 100000
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
