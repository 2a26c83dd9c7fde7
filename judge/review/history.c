/*
 * Theory of operation: from a history that was read to findings on it. Pure. What a good reviewer
 * would wave away is no finding: one careless message among many, a large commit that is mostly
 * generated, a dotfile that a team shares on purpose. Merges are never judged by size, and the
 * first commit by nothing but being the only one, since it often is somebody's template.
 *
 * Conventions on messages and sizes, and where they are from:
 *   git-commit(1), "Discussion": a short summary line first, then a blank line, then more
 *   Git, Documentation/SubmittingPatches: the summary says what the change does
 *   Google, Engineering Practices, "Small CLs": 100 lines are fine, 1000 are usually too many
 */

#include "judge/review/history.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/review/mutant.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT_ID = 7,
    SUBJECT_BYTES = 120, /* a tool that shows 72 has cut it by far */
    SINGLE_LINES = 200,  /* what fits into one sitting needs one commit */
    LARGE_LINES = 1000,
    POOR_LEAST = 2,
    TOLD = 3, /* examples in a message */
};

#define BINARY_BYTES ((uint64_t) 1 << 20)

/* ---- Names --------------------------------------------------------------------------------------
 */

static bool is_in(const char *name, const char *const *patterns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (fnmatch(patterns[i], name, 0) == 0)
            return true;
    }
    return false;
}

/* Calls `is` for each directory of the path. */
static bool has_directory(const char *path, bool (*is)(const char *name))
{
    char name[256];

    for (const char *slash = strchr(path, '/'); slash; slash = strchr(path, '/')) {
        snprintf(name, sizeof(name), "%.*s", (int) (slash - path < 255 ? slash - path : 255), path);
        if (is(name))
            return true;
        path = slash + 1;
    }
    return false;
}

/* A hidden directory (.github) and migrations hold what somebody wrote. */
static bool is_foreign_directory(const char *name)
{
    return name[0] != '.' && strcmp(name, "migrations") != 0 && mutant_is_foreign_directory(name);
}

bool history_is_foreign(const char *path)
{
    static const char *const patterns[] = {
        "*-lock.json",   "*.lock",      "go.sum",      "pnpm-lock.yaml", "npm-shrinkwrap.json",
        "*.lockfile",    "gradlew",     "gradlew.bat", "mvnw",           "mvnw.cmd",
        "*.min.js",      "*.min.css",   "*.map",       "*.pb.go",        "*_pb2.py",
        "*_pb2_grpc.py", "*.pb.cc",     "*.pb.h",      "*.gen.go",       "*_generated.*",
        "*.generated.*", "*.bundle.js", "*.svg",       "*.csv",          "*.snap",
        "bun.lockb",     "*.ipynb",
    };

    return is_in(path_base(path), patterns, COUNT(patterns)) ||
           has_directory(path, is_foreign_directory);
}

/* ---- Messages -----------------------------------------------------------------------------------
 */

enum fault { FAULT_NONE, FAULT_EMPTY, FAULT_NOTHING, FAULT_LONG };

/* One word in a script without spaces may be a whole sentence, so that only ASCII counts. */
static bool is_one_word(const char *subject)
{
    size_t words = 0, letters = 0;

    for (const char *at = subject; *at; at++) {
        if ((signed char) *at < 0)
            return false;
        letters += *at != ' ';
        words += *at != ' ' && (at == subject || at[-1] == ' ');
    }
    return letters > 0 && words == 1;
}

/* A version on its own ("v1.2.0") is how releases are named. */
static bool says_nothing(const char *subject)
{
    static const char words[] =
        "(?i)^\\W*(?:(?:a |some |more |minor |small |little |quick |final |last "
        "|misc(?:ellaneous)? "
        "|various |the |my |code |bug |another |new |other )*"
        "(?:wip|work in progress|fix(?:e[sd]|up)?|bug ?fix(?:es)?|updates?|updated|changes?|changed"
        "|edits?|tweaks?|stuff|things?|misc|temp|tmp|asdf\\w*|qwer\\w*|blah\\w*|foo|bar|todo|save|"
        "commit|done|final|finished|it works|works|working|version|cleanup|clean up|refactor"
        "|refactoring|code|test|tests|testing|oops|typo|check ?point|progress|try again|again)"
        "(?: (?:again|now|this|it|stuff|things|code|bugs?|issues?|files?|\\d+))*|\\w{1,2})\\W*$";

    return text_matches(words, subject, strlen(subject)) ||
           (is_one_word(subject) &&
            !text_matches("^v?\\d+(?:\\.\\d+)+\\S*$", subject, strlen(subject)));
}

/* A body makes up for a poor subject. */
static enum fault fault_of(const struct history *history, size_t index)
{
    const struct history_commit *commit = &history->commits[index];

    if (commit->parents != 1)
        return FAULT_NONE;
    if (commit->subject[strspn(commit->subject, " ")] == '\0')
        return FAULT_EMPTY;
    if (!commit->body && says_nothing(commit->subject))
        return FAULT_NOTHING;
    return commit->subject_bytes > SUBJECT_BYTES ? FAULT_LONG : FAULT_NONE;
}

size_t history_poor_messages(const struct history *history)
{
    size_t poor = 0;

    for (size_t i = 0; i < history->commit_count; i++)
        poor += fault_of(history, i) != FAULT_NONE;
    return poor;
}

/* ---- Files that do not belong -------------------------------------------------------------------
 */

enum unwanted {
    UNWANTED_NOT,
    UNWANTED_DEPENDENCY,
    UNWANTED_BUILT,
    UNWANTED_EDITOR,
    UNWANTED_LOCAL,
    UNWANTED_BINARY,
    UNWANTED_ENVIRONMENT,
    UNWANTED_SECRET_ENVIRONMENT,
};

static const struct unwanted_rule {
    const char *rule, *what, *why, *remedy;
    enum severity severity;
} unwanted_rules[] = {
    [UNWANTED_DEPENDENCY] = { "history-dependencies", "dependencies are tracked",
                              "They drown the change that matters, go stale, and are what the "
                              "package manager fetches by the lock file anyway.",
                              "git rm -r --cached them, and name the directory in .gitignore.",
                              SEVERITY_SHOULD_FIX },
    [UNWANTED_BUILT] = { "history-build-output", "what a build makes is tracked",
                         "It differs from the sources after the next change, conflicts at every "
                         "merge, and nobody can review it.",
                         "git rm --cached it, and name it in .gitignore.", SEVERITY_SHOULD_FIX },
    [UNWANTED_EDITOR] = { "history-editor-file",
                          "what an editor or the desktop keeps for itself is tracked",
                          "It is one person's state, and changes with every look at the project.",
                          "git rm --cached it, and ignore it in your own core.excludesFile.",
                          SEVERITY_CONSIDER },
    [UNWANTED_LOCAL] = { "history-local-file", "what a run left behind is tracked",
                         "Logs and local databases grow, hold data of real runs, and make the next "
                         "run start from somebody else's state.",
                         "git rm --cached it, and name it in .gitignore.", SEVERITY_CONSIDER },
    [UNWANTED_BINARY] = { "history-large-binary", "a large binary is tracked",
                          "Every clone carries each of its versions forever.",
                          "Keep it where releases are, or in Git LFS.", SEVERITY_CONSIDER },
    [UNWANTED_ENVIRONMENT] = { "history-env-file", "an environment file with values is tracked",
                               "Sooner or later somebody puts a password into it, and then it is "
                               "in the history for good.",
                               "Track .env.example without values, and name .env in .gitignore.",
                               SEVERITY_CONSIDER },
    [UNWANTED_SECRET_ENVIRONMENT] = { "history-env-secret",
                                      "an environment file with what looks like a secret is "
                                      "tracked",
                                      "Whoever can clone the repository has it, also after it is "
                                      "removed, since the history keeps it.",
                                      "Replace the secret, take the file out (git rm --cached), "
                                      "and "
                                      "track .env.example without values.",
                                      SEVERITY_SHOULD_FIX },
};

static bool is_dependency_directory(const char *name)
{
    static const char *const names[] = { "node_modules", "bower_components", "site-packages",
                                         ".venv",        ".bundle",          ".m2" };

    return is_in(name, names, COUNT(names));
}

static bool is_built_directory(const char *name)
{
    static const char *const names[] = { "__pycache__", ".pytest_cache", ".mypy_cache",
                                         ".ruff_cache", ".gradle",       ".tox",
                                         ".nyc_output", ".next",         "*.egg-info",
                                         "CMakeFiles",  ".parcel-cache", ".turbo",
                                         "*.dSYM" };

    return is_in(name, names, COUNT(names));
}

/* Many keep .idea/ and .vscode/ on purpose; these files of them nobody shares. */
static bool is_editor_file(const char *path)
{
    static const char *const names[] = { "*.swp",     "*.swo",     "*~",
                                         ".DS_Store", "Thumbs.db", "desktop.ini",
                                         "*.orig",    "*.rej",     "*.sublime-workspace" };

    return is_in(path_base(path), names, COUNT(names)) ||
           text_matches("(?:^|/)\\.idea/(?:workspace\\.xml|tasks\\.xml|usage\\.statistics\\.xml|"
                        "shelf/)",
                        path, strlen(path));
}

static bool is_built_file(const struct history_file *file)
{
    static const char *const names[] = { "*.class", "*.pyc", "*.pyo", "*.o",   "*.obj",
                                         "*.exe",   "*.dll", "*.so",  "*.a",   "*.dylib",
                                         "*.jar",   "*.war", "*.pdb", "*.whl", ".coverage" };
    static const char *const wrappers[] = { "gradle-wrapper.jar", "maven-wrapper.jar" };
    const char *name = path_base(file->path);

    if (is_in(name, wrappers, COUNT(wrappers)))
        return false;
    return file->program || (file->binary && is_in(name, names, COUNT(names)));
}

static bool is_local_file(const struct history_file *file)
{
    static const char *const logs[] = { "npm-debug.log*",  "yarn-error.log", "nohup.out",
                                        "hs_err_pid*.log", "server.log",     "app.log",
                                        "debug.log" };
    static const char *const databases[] = { "*.sqlite", "*.sqlite3", "*.db",
                                             "*.db-wal", "*.db-shm",  "dump.rdb" };
    const char *name = path_base(file->path);

    return is_in(name, logs, COUNT(logs)) ||
           (file->binary && is_in(name, databases, COUNT(databases)));
}

/* What a project may well have large: pictures, fonts, documents, sound. */
static bool is_large_binary(const struct history_file *file)
{
    static const char *const assets[] = { "*.png",         "*.jpg", "*.jpeg", "*.gif",  "*.webp",
                                          "*.ico",         "*.pdf", "*.ttf",  "*.otf",  "*.woff",
                                          "*.woff2",       "*.mp4", "*.mp3",  "*.webm", "*.svg",
                                          "*-wrapper.jar", "*.psd" };

    return file->binary && file->size > BINARY_BYTES &&
           !is_in(path_base(file->path), assets, COUNT(assets));
}

static bool is_environment_name(const char *name)
{
    static const char *const names[] = { ".env",      ".env.local", ".env.prod*",
                                         ".env.dev*", ".env.stag*", ".env.*.local" };
    static const char *const samples[] = { "*.example", "*.sample", "*.template", "*.dist",
                                           "*.tmpl" };

    return is_in(name, names, COUNT(names)) && !is_in(name, samples, COUNT(samples));
}

/* A name of a secret with a value that is none of the usual stand-ins. */
static enum unwanted environment_of(const struct history_file *file)
{
    static const char secret[] =
        "(?im)^\\s*(?:export\\s+)?(?!NEXT_PUBLIC_|VITE_|REACT_APP_)\\w*(?:SECRET|PASSWORD|PASSWD|"
        "_PWD|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)\\w*\\s*=\\s*[\"']?"
        "(?!change_?me|your|example|placeholder|dummy|test|dev|local|secret\\b|password\\b|"
        "postgres\\b|"
        "root\\b|admin\\b|none\\b|null\\b|true\\b|false\\b|xxx|todo|<|\\$|\\*|\\d{1,6}\\s*$)"
        "[^\\s\"'#]{8,}";
    static const char value[] = "(?m)^\\s*(?:export\\s+)?\\w+\\s*=\\s*[\"']?[^\\s\"'#]";

    if (!file->text || !is_environment_name(path_base(file->path)))
        return UNWANTED_NOT;
    if (text_matches(secret, file->text, strlen(file->text)))
        return UNWANTED_SECRET_ENVIRONMENT;
    return text_matches(value, file->text, strlen(file->text)) ? UNWANTED_ENVIRONMENT
                                                               : UNWANTED_NOT;
}

/* Tests need odd files, and data for them is somebody's work. */
static enum unwanted unwanted_kind(const struct history_file *file)
{
    if (has_directory(file->path, is_dependency_directory))
        return UNWANTED_DEPENDENCY;
    if (has_directory(file->path, is_built_directory))
        return UNWANTED_BUILT;
    if (is_editor_file(file->path))
        return UNWANTED_EDITOR;
    if (mutant_is_test(file->path))
        return UNWANTED_NOT;
    if (is_built_file(file))
        return UNWANTED_BUILT;
    if (is_local_file(file))
        return UNWANTED_LOCAL;
    if (is_large_binary(file))
        return UNWANTED_BINARY;
    return environment_of(file);
}

size_t history_unwanted_files(const struct history *history)
{
    size_t count = 0;

    for (size_t i = 0; i < history->file_count; i++)
        count += unwanted_kind(&history->files[i]) != UNWANTED_NOT;
    return count;
}

/* ---- Findings -----------------------------------------------------------------------------------
 */

static int add(struct review *review, const char *rule, enum severity severity, const char *file,
               const char *code, const char *message, const char *why, const char *remedy,
               struct error *error)
{
    bool placed = file && *file;
    const struct finding finding = {
        .rule = rule,
        .severity = severity,
        .principle = "history",
        .file = file,
        .line = placed,
        .column = placed,
        .end_line = placed,
        .end_column = placed,
        .code = code,
        .message = message,
        .why = why,
        .remedy = remedy,
    };

    if (!message)
        return error_set(error, -ENOMEM, "out of memory");
    return review_add(review, &finding, error);
}

/* One finding a kind, at its first file: a thousand files of node_modules are one mistake. */
static int add_files(const struct history *history, struct review *review, struct error *error)
{
    size_t counts[COUNT(unwanted_rules)] = { 0 }, first[COUNT(unwanted_rules)] = { 0 };
    int failed = 0;

    for (size_t i = 0; i < history->file_count; i++) {
        enum unwanted kind = unwanted_kind(&history->files[i]);
        if (kind != UNWANTED_NOT && !history->files[i].old && counts[kind]++ == 0)
            first[kind] = i;
    }
    for (size_t kind = 1; kind < COUNT(unwanted_rules) && !failed; kind++) {
        const struct unwanted_rule *rule = &unwanted_rules[kind];
        if (!counts[kind])
            continue;
        const char *path = history->files[first[kind]].path;
        const char *message = counts[kind] == 1
                                  ? arena_printf(review->arena, "%s: %s", rule->what, path)
                                  : arena_printf(review->arena, "%s: %s and %zu more", rule->what,
                                                 path, counts[kind] - 1);
        failed = add(review, rule->rule, rule->severity, path, "", message, rule->why, rule->remedy,
                     error);
    }
    return failed;
}

static const char *describe(struct review *review, const struct history_commit *commit)
{
    return arena_printf(review->arena, "%.*s \"%.80s\"", SHORT_ID, commit->id, commit->subject);
}

/* The share decides: in a long history a few are nobody's business. */
static int review_messages(const struct history *history, struct review *review,
                           struct error *error)
{
    size_t poor = history_poor_messages(history), judged = 0, told = 0;
    AUTO_BUFFER struct buffer text = { 0 };

    for (size_t i = 0; i < history->commit_count; i++)
        judged += history->commits[i].parents == 1;
    if (poor < POOR_LEAST || poor * 5 < judged)
        return 0;
    if (buffer_printf(&text, "%zu of %zu messages do not say what the commit does:", poor, judged) <
        0)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < history->commit_count && told < TOLD; i++) {
        if (fault_of(history, i) == FAULT_NONE)
            continue;
        const char *words = describe(review, &history->commits[i]);
        if (!words || buffer_printf(&text, "%s %s", told ? "," : "", words) < 0)
            return error_set(error, -ENOMEM, "out of memory");
        told++;
    }
    return add(review, "history-poor-messages",
               poor * 2 >= judged && poor > POOR_LEAST ? SEVERITY_SHOULD_FIX : SEVERITY_CONSIDER,
               "", "", text.data,
               "Whoever looks for the reason of a line finds the commit that made it, and the "
               "message is all that is left of what was thought then.",
               "Say in one short line what the commit does; below a blank line, why.", error);
}

const struct history_commit *history_largest(const struct history *history)
{
    const struct history_commit *largest = NULL;

    for (size_t i = 0; i < history->commit_count; i++) {
        const struct history_commit *commit = &history->commits[i];
        if (commit->counted && (!largest || commit->lines > largest->lines))
            largest = commit;
    }
    return largest;
}

/* Mostly removing is easy to read. */
static bool is_too_large(const struct history_commit *commit)
{
    return commit->counted && commit->parents == 1 && commit->lines > LARGE_LINES &&
           commit->added * 2 > LARGE_LINES;
}

static int review_sizes(const struct history *history, struct review *review, struct error *error)
{
    const struct history_commit *largest = NULL;
    size_t large = 0;

    for (size_t i = 0; i < history->commit_count; i++) {
        const struct history_commit *commit = &history->commits[i];
        if (!is_too_large(commit))
            continue;
        large++;
        if (!largest || commit->lines > largest->lines)
            largest = commit;
    }
    if (!largest)
        return 0;
    const char *words = describe(review, largest);
    const char *message =
        words ? arena_printf(review->arena, "%s changes %zu lines%s", words, largest->lines,
                             large > 1 ? ", and is not the only one of that size" : "")
              : NULL;
    return add(review, "history-large-commit", SEVERITY_CONSIDER, "", "", message,
               "Beyond some hundred lines reviewers skim; and a change that has to be taken back "
               "takes everything else with it.",
               "Commit each step that works for itself: schema, then storage, then the endpoint.",
               error);
}

static int review_single(const struct history *history, struct review *review, struct error *error)
{
    const struct history_commit *only = history->commits;

    if (history->commit_count != 1 || history->base || history->shallow ||
        history->end != HISTORY_ALL || only->parents || only->lines < SINGLE_LINES)
        return 0;
    const char *message = arena_printf(review->arena, "all %zu lines came in one commit, %.*s",
                                       only->lines, SHORT_ID, only->id);
    return add(review, "history-single-commit", SEVERITY_CONSIDER, "", "", message,
               "How the work went, and what was decided on the way, cannot be seen.",
               "Commit each step when it works; a history is part of what is handed in.", error);
}

/* The forms that the services document for their keys. */
static bool is_secret(const struct history_secret *secret)
{
    static const char pattern[] =
        "(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|"
        "github_pat_[A-Za-z0-9_]{60,}|glpat-[\\w-]{20}|xox[bp]-[\\w-]{24,}|"
        "[sr]k_live_[A-Za-z0-9]{20,})(?![A-Za-z0-9])|"
        "^\\s*-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----";

    return !mutant_is_test(secret->path) && !strstr(secret->line, "EXAMPLE") &&
           text_matches(pattern, secret->line, strlen(secret->line));
}

/* What it is stays unsaid: a report is passed around. */
static int review_secrets(const struct history *history, struct review *review, struct error *error)
{
    int failed = 0;

    for (size_t i = 0; i < history->secret_count && !failed; i++) {
        const struct history_secret *secret = &history->secrets[i];
        if (!is_secret(secret))
            continue;
        const char *message =
            arena_printf(review->arena,
                         "commit %.*s put a key into %s; it is gone from the files, "
                         "and still in the history",
                         SHORT_ID, secret->commit, secret->path);
        failed =
            add(review, "history-secret", SEVERITY_MUST_FIX, "", "", message,
                "Whoever can clone the repository can read it there.",
                "Revoke the key and make a new one; rewriting the history comes second.", error);
    }
    return failed;
}

int history_review(const struct history *history, struct review *review, struct error *error)
{
    int failed = history->absent ? 0 : add_files(history, review, error);

    if (history->absent || failed)
        return failed;
    failed = review_messages(history, review, error);
    failed = failed ? failed : review_sizes(history, review, error);
    failed = failed ? failed : review_single(history, review, error);
    return failed ? failed : review_secrets(history, review, error);
}

/* ---- A change alone -----------------------------------------------------------------------------
 */

static int by_path(const void *left, const void *right)
{
    const struct history_touched *one = left, *other = right;

    return strcmp(one->path, other->path);
}

static bool is_touched(const struct history_touched *file, const struct finding *finding)
{
    int end = finding->end_line > finding->line ? finding->end_line : finding->line;

    if (file->added)
        return true;
    for (size_t i = 0; i < file->count; i++) {
        if (finding->line <= file->ranges[i][1] && end >= file->ranges[i][0])
            return true;
    }
    return false;
}

void history_keep_touched(const struct history *history, struct review *review)
{
    size_t kept = 0;

    if (history->touched_count)
        qsort(history->touched, history->touched_count, sizeof(*history->touched), by_path);
    for (size_t i = 0; i < review->count; i++) {
        const struct finding *finding = &review->findings[i];
        const struct history_touched key = { .path = finding->file };
        const struct history_touched *file =
            history->touched_count
                ? bsearch(&key, history->touched, history->touched_count, sizeof(key), by_path)
                : NULL;
        if (finding->line == 0 || strcmp(finding->principle, "history") == 0 ||
            (file && is_touched(file, finding)))
            review->findings[kept++] = *finding;
    }
    review->count = kept;
}
