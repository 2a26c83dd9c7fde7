/*
 * READMEs of strangers.
 *
 * Properties: every line that is told is a line of the text; what is shown is one line, fit to
 * show; no more commands and claims come out than are kept; a plain request has a method, a path
 * and a port, and what is not to be executed says why; its findings can be made.
 */
#include "judge/review/readme.h"
#include "tests/fuzz/fuzz.h"

static void check_command(const struct readme_command *command, int lines)
{
    fuzz_check(command->line >= 1 && command->line <= lines);
    fuzz_check(command->end_line >= command->line && command->end_line <= lines);
    fuzz_check(fuzz_is_visible(command->shown));
    fuzz_check(command->status == 0 || (command->status >= 100 && command->status <= 599));
    fuzz_check((command->role == DO_PASS || command->role == DO_NEED) == (command->reason != NULL));
    if (command->request.plain)
        fuzz_check(command->request.method && *command->request.target == '/' &&
                   command->request.port > 0 && command->request.port <= 65535);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input rest = { data, size };
    char *text = fuzz_text(rest);
    struct review *review = review_new();
    struct readme *readme = NULL;
    struct error error = { 0 };
    int lines = 1;

    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    fuzz_check(review && readme_parse("README.md", text, size, &readme, &error) == 0);
    fuzz_check(readme->command_count <= README_COMMANDS && readme->claim_count <= README_CLAIMS);
    for (size_t i = 0; i < readme->command_count; i++)
        check_command(&readme->commands[i], lines);
    for (size_t i = 0; i < readme->claim_count; i++) {
        fuzz_check(readme->claims[i].line >= 1 && readme->claims[i].line <= lines);
        fuzz_check(fuzz_is_visible(readme->claims[i].text));
        readme->claims[i].truth = CLAIM_FALSE;
    }
    fuzz_check(readme_review(readme, true, review, &error) == 0);
    fuzz_check(review_finish(review, &error) == 0);
    review_free(review);
    readme_free(readme);
    free(text);
    return 0;
}
