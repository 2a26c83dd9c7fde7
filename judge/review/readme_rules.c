/* The faults of a README, as a table, and the findings that they become. */
#include "judge/review/readme_documents.h"
#include "judge/review/readme_internal.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

const struct readme_rule readme_rules[] = {
    { "readme-missing", "There is no README",
      "Whoever gets the repository has to guess what it does and how it is started.",
      "Write a README: what it is, how it is set up, started and tested, its API, and why it is as "
      "it is.",
      SEVERITY_SHOULD_FIX },
    { "readme-no-run", "The README does not say how the service is started",
      "Starting it is the first thing that anybody does.",
      "Give the command in a block of code, as it is typed.", SEVERITY_SHOULD_FIX },
    { "readme-no-test", "The README does not say how the tests are run",
      "Tests that nobody knows how to run are not run.", "Give the command in a block of code.",
      SEVERITY_CONSIDER },
    { "readme-template", "A blank of the template was left",
      "What stands there was written by nobody, and says nothing.", "Fill it in, or take it out.",
      SEVERITY_SHOULD_FIX },
    { "readme-dead-link", "A link leads to a file that is not there",
      "Readers follow it and find nothing; they trust the rest less.",
      "Mend the path, relative to the README, or take the link out.", SEVERITY_SHOULD_FIX },
    { "readme-dead-anchor", "A link leads to a heading that is not there", "The jump goes nowhere.",
      "Name a heading as it stands: small letters, hyphens for blanks.", SEVERITY_SHOULD_FIX },
    { "readme-unknown-endpoint", "An endpoint is documented that the service does not have",
      "Clients are written after the README; this one gets an error.",
      "Mend the method or the path, or take it out.", SEVERITY_SHOULD_FIX },
    { "readme-undocumented-endpoint", "An endpoint is there that the README does not name",
      "Nobody calls what nobody knows of, and it has to be kept working all the same.",
      "Add it to the section on the API, or take it out.", SEVERITY_CONSIDER },
    { "openapi-unknown-endpoint", "OpenAPI describes an endpoint that no source has",
      "Clients are made of the description; this call of theirs fails.",
      "Take it out, mend its path or method, or write it.", SEVERITY_SHOULD_FIX },
    { "openapi-not-read", "The document of OpenAPI could not be read",
      "Tools that make clients, pages and tests of it may fail in the same way.",
      "Mend it where it says; write out what aliases stand for.", SEVERITY_CONSIDER },
    { "readme-unknown-variable", "A variable is documented that nothing reads",
      "Whoever sets it believes that something has changed.",
      "Read it, or mend its name, or take it out.", SEVERITY_SHOULD_FIX },
    { "readme-wrong-port", "A port is documented on which nothing listens",
      "The first request of a reader is refused.",
      "Say the port on which the service listens when it is started as the README says.",
      SEVERITY_SHOULD_FIX },
    { "readme-command-fails", "A command fails as it is written",
      "Whoever follows the README stops here.",
      "Run the README's commands in a fresh copy, in their order, and mend what fails.",
      SEVERITY_SHOULD_FIX },
    { "readme-status-differs", "A request is answered with another status than documented",
      "Clients are written after the README, and decide by the status.",
      "Mend the README, or the service, whichever is wrong.", SEVERITY_SHOULD_FIX },
    { "readme-answer-differs", "A request is answered with another object than the README shows",
      "Clients are written after the README, and read the members that it shows.",
      "Show what the service answers, with all of its members.", SEVERITY_CONSIDER },
};

const size_t readme_rule_count = COUNT(readme_rules);

const struct readme_rule *readme_rule_find(const char *id)
{
    for (size_t i = 0; i < COUNT(readme_rules); i++)
        if (!strcmp(readme_rules[i].id, id))
            return &readme_rules[i];
    return NULL;
}

/* The line of the README, without its indentation; "" where there is none. */
static struct source line_of(const struct readme *readme, int line)
{
    const char *at = readme ? readme->text : "";

    for (int i = 1; i < line && *at; i++) {
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    at += strspn(at, " \t");
    return (struct source){ .path = at, .size = strcspn(at, "\n") };
}

int readme_finding_at(struct review *review, const struct readme_place *place, const char *rule,
                      const char *message, struct error *error)
{
    const struct readme_rule *row = readme_rule_find(rule);

    if (!row)
        return error_set(error, -EINVAL, "there is no rule '%s'", rule);
    const struct finding finding = { .rule = rule,
                                     .severity = row->severity,
                                     .principle = "readme",
                                     .file = place->file,
                                     .line = place->line > 0 ? place->line : 1,
                                     .column = 1,
                                     .end_line = place->line > 0 ? place->line : 1,
                                     .end_column = (int) strlen(place->code) + 1,
                                     .code = place->code,
                                     .message = message ? message : row->title,
                                     .why = row->why,
                                     .remedy = row->remedy };
    return review_add(review, &finding, error);
}

int readme_finding(struct review *review, const struct readme *readme, const char *rule, int line,
                   const char *message, struct error *error)
{
    struct source code = line_of(readme, line);
    const struct readme_place place = { .file = readme ? readme->file : "README.md",
                                        .line = line,
                                        .code =
                                            arena_strndup(review->arena, code.path, code.size) };

    if (!place.code)
        return error_set(error, -ENOMEM, "out of memory");
    return readme_finding_at(review, &place, rule, message, error);
}

static const char *const rules_of_kinds[README_KINDS] = {
    [CLAIM_ENDPOINT] = "readme-unknown-endpoint", [CLAIM_VARIABLE] = "readme-unknown-variable",
    [CLAIM_PORT] = "readme-wrong-port",           [CLAIM_FILE] = "readme-dead-link",
    [CLAIM_ANCHOR] = "readme-dead-anchor",
};

static const char *message_of(struct review *review, const struct readme_claim *claim)
{
    const char *reason = claim->reason ? claim->reason : "";

    switch (claim->kind) {
    case CLAIM_ENDPOINT:
        return arena_printf(review->arena, "there is no %s: %s", claim->text, reason);
    case CLAIM_VARIABLE:
        return arena_printf(review->arena, "%s is not read: %s", claim->text, reason);
    case CLAIM_PORT:
        return arena_printf(review->arena, "port %d is documented: %s", claim->port, reason);
    default:
        return arena_printf(review->arena, "the link to %s is dead: %s", claim->text, reason);
    }
}

static int review_claims(const struct readme *readme, struct review *review, struct error *error)
{
    for (size_t i = 0; i < readme->claim_count; i++) {
        const struct readme_claim *claim = &readme->claims[i];
        if (claim->truth != CLAIM_FALSE)
            continue;
        const char *message = message_of(review, claim);
        if (!message)
            return error_set(error, -ENOMEM, "out of memory");
        int status = readme_finding(review, readme, rules_of_kinds[claim->kind], claim->line,
                                    message, error);
        if (status < 0)
            return status;
    }
    return 0;
}

int readme_review(const struct readme *readme, bool service, struct review *review,
                  struct error *error)
{
    if (!readme)
        return readme_finding(review, NULL, "readme-missing", 1, NULL, error);
    int status = review_claims(readme, review, error);

    if (status == 0)
        status = readme_review_routes(readme, review, error);
    if (status == 0)
        status = readme_review_documents(readme, review, error);
    if (status == 0 && readme->template_line)
        status =
            readme_finding(review, readme, "readme-template", readme->template_line, NULL, error);
    if (status == 0 && service && !readme->sections[README_RUN] && !readme->cut)
        status = readme_finding(review, readme, "readme-no-run", 1, NULL, error);
    if (status == 0 && service && !readme->sections[README_TEST] && readme->has_tests &&
        !readme->cut)
        status = readme_finding(review, readme, "readme-no-test", 1, NULL, error);
    return status;
}

static bool has_mark(const char *directory, const char *name)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/%s", directory, name);
    return file_exists(path);
}

/* A folder of snippets needs no README, nor does a history alone; what is built and shared does. */
static bool is_repository(const char *directory)
{
    static const char *const marks[] = { "package.json",   "go.mod",          "Cargo.toml",
                                         "pyproject.toml", "pom.xml",         "setup.py",
                                         "build.gradle",   "build.gradle.kts" };

    for (size_t i = 0; i < COUNT(marks); i++)
        if (has_mark(directory, marks[i]))
            return has_mark(directory, ".git");
    return has_mark(directory, "Procfile");
}

static bool is_wanted(const char *const *only, const char *rule)
{
    for (; *only; only++)
        if (!strcmp(*only, rule))
            return true;
    return false;
}

/* Takes out what was found from `from` on by rules that were not asked for. */
static void keep_wanted(struct review *review, size_t from, const char *const *only)
{
    size_t kept = from;

    for (size_t i = from; i < review->count; i++)
        if (is_wanted(only, review->findings[i].rule))
            review->findings[kept++] = review->findings[i];
    review->count = kept;
}

int readme_review_directory(const char *directory, const char *const *only, struct review *review,
                            struct error *error)
{
    struct readme *readme = NULL;
    size_t from = review->count;
    int status = readme_read(directory, &readme, error);

    if (status < 0)
        return status;
    if (readme || is_repository(directory))
        status = readme_review(readme, has_mark(directory, "Procfile"), review, error);
    if (status == 0 && only)
        keep_wanted(review, from, only);
    readme_free(readme);
    return status;
}
