/* What is read out of a README: sections, commands, requests, claims; and what hostile ones cost.
 */

#include "judge/review/readme.h"
#include "tests/unit/unit.h"

static struct readme *parsed(const char *text)
{
    struct readme *readme = NULL;
    struct error error = { 0 };

    ck_assert_int_eq(readme_parse("README.md", text, strlen(text), &readme, &error), 0);
    return readme;
}

/* ---- Sections -------------------------------------------------------------------------------- */

#define BIT(section) (1u << README_##section)

static const struct {
    const char *text;
    unsigned sections;
} section_rows[] = {
    { "", 0 },
    { "# Notes\n\nKeeps the notes of people who forget.\n", BIT(PURPOSE) },
    { "# Notes\n\n[![build](badge.svg)](ci)\n", 0 },
    { "# Test runner\n\n## Installation\n\nNothing to do.\n", BIT(SETUP) },
    { "# A\n\n## Getting started\n\nDo it.\n", BIT(SETUP) | BIT(RUN) },
    { "# A\n\n## Installation\n\n## Usage\n\nType it.\n", BIT(RUN) },
    { "# A\n\n## API\n\n### GET /x\n\nGives x.\n", BIT(API) },
    { "# A\n\n## Tests\n\nTODO\n", 0 },
    { "# A\n\n## Design decisions\n\nFILL IN: what you chose.\n", 0 },
    { "# A\n\n## Limits, and what would come next\n\nOne process.\n", BIT(LIMITS) | BIT(NEXT) },
    { "# A\n\n## Rate limits\n\nTen a second.\n", 0 },
    { "# A\n\n## Trade-offs\n\nNone were free.\n", BIT(DECISIONS) },
    { "# A\n\nDo this:\n\n    pytest\n", BIT(TEST) },
    { "# A\n\n```\nnpm ci\nnpm start\n```\n", BIT(SETUP) | BIT(RUN) },
    { "# A\n\n| variable | default |\n|---|---|\n| `MAX_AGE` | 5 |\n", BIT(CONFIGURATION) },
};

START_TEST(sections_are_told_by_headings_and_count_with_content)
{
    for (size_t i = 0; i < COUNT(section_rows); i++) {
        struct readme *readme = parsed(section_rows[i].text);
        unsigned found = 0;
        for (int section = 0; section < README_SECTIONS; section++)
            found |= (readme->sections[section] > 0 ? 1u : 0u) << section;
        ck_assert_msg(found == section_rows[i].sections, "%s: %x", section_rows[i].text, found);
        readme_free(readme);
    }
}
END_TEST

/* ---- Commands -------------------------------------------------------------------------------- */

/* One command each, unless `text` is NULL: then there is none. */
static const struct {
    const char *block, *text;
    enum readme_role role;
    int line, status;
} command_rows[] = {
    { "    make\n", "make", DO_PREPARE, 1, 0 },
    { "```\nmake && ./service\n```\n", "make && ./service", DO_START, 2, 0 },
    { "```sh\n# first\nPORT=80 ./bin/service &\n```\n", "PORT=80 ./bin/service &", DO_START, 3, 0 },
    { "```\n$ go test ./...\nok   notes 0.1s\n```\n", "go test ./...", DO_TEST, 2, 0 },
    { "```bash\nexport A=1\n```\n", "export A=1", DO_PREPARE, 2, 0 },
    { "```python\nimport os\n```\n", NULL, DO_OTHER, 0, 0 },
    { "```\nnotes/\n  a.txt\n```\n", NULL, DO_OTHER, 0, 0 },
    { "    go to the shop and buy milk\n", NULL, DO_OTHER, 0, 0 },
    { "```json\n{\"curl\": 1}\n```\n", NULL, DO_OTHER, 0, 0 },
    { "```sh\ncat <<EOF >a\nx '\nEOF\n```\n", "cat <<EOF >a\nx '\nEOF", DO_PREPARE, 2, 0 },
    { "```sh\npython3 app.py \\\n  --debug\n```\n", "python3 app.py \\\n  --debug", DO_START, 2,
      0 },
    { "```sh\necho 'never closed\n```\n", "echo 'never closed", DO_NEED, 2, 0 },
    { "```sh\ngit clone https://x.example/y\n```\n", "git clone https://x.example/y", DO_PASS, 2,
      0 },
    { "```sh\ngit clone https://x.example/y && cd y && make\n```\n", "make", DO_PREPARE, 2, 0 },
    { "```sh\nsudo make install\n```\n", "sudo make install", DO_NEED, 2, 0 },
    { "```sh\ndocker compose up -d\n```\n", "docker compose up -d", DO_NEED, 2, 0 },
    { "```sh\npip install -r requirements.txt\n```\n", "pip install -r requirements.txt",
      DO_PREPARE, 2, 0 },
    { "```sh\nnode server.js <port>\n```\n", "node server.js <port>", DO_NEED, 2, 0 },
    { "```sh\ncurl localhost:8080/a # 404\n```\n", "curl localhost:8080/a", DO_ASK, 2, 404 },
    { "```sh\ncurl localhost:8080/a\n# -> 404 Not Found\n```\n", "curl localhost:8080/a", DO_ASK, 2,
      404 },
    { "```sh\n# gives nothing -> 404\ncurl localhost:8080/a\n```\n", "curl localhost:8080/a",
      DO_ASK, 3, 404 },
    { "```sh\ncurl localhost:8080/a  # 200 ms\n```\n", "curl localhost:8080/a", DO_ASK, 2, 0 },
    { "```\n$ curl -i localhost:8080/a\nHTTP/1.1 201 Created\n```\n", "curl -i localhost:8080/a",
      DO_ASK, 2, 201 },
    { "```\ncurl -i localhost:8080/a\n```\n\n```http\nHTTP/1.1 409 Conflict\n```\n",
      "curl -i localhost:8080/a", DO_ASK, 2, 409 },
    { "```\ncurl localhost:8080/a\n```\n\nThe answer: it returns 204 without a body.\n",
      "curl localhost:8080/a", DO_ASK, 2, 204 },
    { "```\ncurl localhost:8080/a\n```\n\nIt returns 204, or 404 when there is none.\n",
      "curl localhost:8080/a", DO_ASK, 2, 0 },
    { "```\ncurl localhost:8080/a/ID\n```\n", "curl localhost:8080/a/ID", DO_PASS, 2, 0 },
    { "```\ncurl https://example.org/a\n```\n", "curl https://example.org/a", DO_PASS, 2, 0 },
};

START_TEST(commands_are_cut_as_a_shell_would_and_known_by_what_they_do)
{
    for (size_t i = 0; i < COUNT(command_rows); i++) {
        struct readme *readme = parsed(command_rows[i].block);
        const char *what = command_rows[i].block;
        ck_assert_msg(readme->command_count == (command_rows[i].text ? 1 : 0), "%s: %zu", what,
                      readme->command_count);
        if (command_rows[i].text) {
            const struct readme_command *command = &readme->commands[0];
            ck_assert_str_eq(command->text, command_rows[i].text);
            ck_assert_msg(command->role == command_rows[i].role, "%s: %s", what,
                          readme_role_names[command->role]);
            ck_assert_msg(command->line == command_rows[i].line, "%s: %d", what, command->line);
            ck_assert_msg(command->status == command_rows[i].status, "%s: %d", what,
                          command->status);
        }
        readme_free(readme);
    }
}
END_TEST

/* ---- Requests -------------------------------------------------------------------------------- */

static const struct {
    const char *command, *method, *target, *body;
    int port;
    size_t headers;
    bool plain;
} request_rows[] = {
    { "curl localhost:8080/a", "GET", "/a", NULL, 8080, 0, true },
    { "curl localhost", "GET", "/", NULL, 80, 0, true },
    { "curl -sS -XPUT 'http://127.0.0.1:3000/a?b=c&d=e'", "PUT", "/a?b=c&d=e", NULL, 3000, 0,
      true },
    { "curl -d a=b localhost:1/x", "POST", "/x", "a=b", 1, 1, true },
    { "curl -I http://[::1]:8080/x", "HEAD", "/x", NULL, 8080, 0, true },
    { "curl --json '{\"a\": 1}' localhost:8080/x", "POST", "/x", "{\"a\": 1}", 8080, 2, true },
    { "curl -H 'A: b' -H \"C: d\" localhost:8080/x", "GET", "/x", NULL, 8080, 2, true },
    { "curl localhost:8080/x | jq .", "GET", "/x", NULL, 8080, 0, true },
    { "curl localhost:8080/x | jq -r .id", "GET", "/x", NULL, 8080, 0, false },
    { "curl -d @file localhost:8080/x", "POST", "/x", "@file", 8080, 1, false },
    { "curl -u a:b localhost:8080/x", "GET", NULL, NULL, 0, 0, false },
    { "curl \"localhost:8080/x/$ID\"", "GET", "/x/$ID", NULL, 8080, 0, false },
    { "curl $BASE_URL/x", "GET", "/x", NULL, 0, 0, false },
};

START_TEST(requests_are_read_as_curl_would)
{
    for (size_t i = 0; i < COUNT(request_rows); i++) {
        char text[300];
        const char *what = request_rows[i].command;
        snprintf(text, sizeof(text), "```sh\n%s\n```\n", what);
        struct readme *readme = parsed(text);
        ck_assert_uint_eq(readme->command_count, 1);
        const struct readme_request *request = &readme->commands[0].request;
        ck_assert_msg(request->plain == request_rows[i].plain, "%s", what);
        ck_assert_str_eq(request->method, request_rows[i].method);
        if (request_rows[i].target) {
            ck_assert_str_eq(request->target, request_rows[i].target);
            ck_assert_msg(request->port == request_rows[i].port, "%s: %d", what, request->port);
            ck_assert_msg(request->header_count == request_rows[i].headers, "%s", what);
        }
        ck_assert_pstr_eq(request->body, request_rows[i].body);
        readme_free(readme);
    }
}
END_TEST

/* ---- Answers --------------------------------------------------------------------------------- */

#define ASK "curl -d '{\"b\":1}' localhost:8080/x\n"
#define JSON "```json\n{\"a\": 1}\n```\n"

/* What is taken for the answer of the first command; line 0: nothing. */
static const struct {
    const char *text;
    int line;
} answer_rows[] = {
    { "```sh\n" ASK "```\n\n" JSON, 6 },
    { "```sh\n" ASK "```\n\nThe answer:\n\n" JSON, 8 },
    { "```sh\n" ASK "```\n\n*Response*\n\n" JSON, 8 },
    { "```\n" ASK "```\n\n```\nHTTP/1.1 201 Created\nLocation: /x\n\n{\"a\": 1}\n```\n", 9 },
    { "```console\n$ " ASK "{\"a\":\n  1}\n\n$ ls\n```\n", 3 },
    { "```console\n$ " ASK "HTTP/1.1 200 OK\n\n{\"a\": 1}\n```\n", 5 },
    { "```sh\n" ASK "{\"a\": 1}\n```\n", 3 },
    /* Not plainly the answer: */
    { "```sh\n" ASK "```\n\nAn error is answered as:\n\n" JSON, 0 },
    { "```sh\n" ASK "```\n\nThe file of settings has more members than that one.\n\n" JSON, 0 },
    { "```sh\n" ASK "```\n\n## Answer\n\n" JSON, 0 },
    { "```sh\n" ASK ASK "```\n\n" JSON, 0 },
    { "```sh\n" ASK "```\n\n```json\n{\"a\": 1, ...}\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n{\"a\": 1, \"...\": 2}\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n{\"<key>\": 1}\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n{\"a\": 1}\n{\"a\": 2}\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n[{\"a\": 1}]\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n{}\n```\n", 0 },
    { "```sh\n" ASK "```\n\n```json\n{\"b\": 7}\n```\n", 0 }, /* what is sent */
    { "```sh\ncurl -s localhost:8080/x | jq .a\n```\n\n" JSON, 0 },
    { "```sh\ncurl -I localhost:8080/x\n```\n\n" JSON, 0 },
    { "```sh\ncurl https://example.org/x\n```\n\n" JSON, 0 },
};

START_TEST(what_is_plainly_shown_as_an_answer_is_taken_and_nothing_else)
{
    for (size_t i = 0; i < COUNT(answer_rows); i++) {
        struct readme *readme = parsed(answer_rows[i].text);
        ck_assert_uint_ge(readme->command_count, 1);
        const struct readme_command *command = &readme->commands[0];
        ck_assert_msg(command->answer_line == answer_rows[i].line, "%s: line %d",
                      answer_rows[i].text, command->answer_line);
        ck_assert(!command->answer == !answer_rows[i].line);
        readme_free(readme);
    }
}
END_TEST

START_TEST(answers_differ_by_the_names_of_their_members)
{
    static const struct {
        const char *answer, *says;
    } rows[] = {
        { "{\"b\": [], \"a\": null}", "" },
        { "{\"a\": 1, \"b\": 2, \"c\": 3}",
          "the answer is an object with a, b, c, and line 6 shows one with a, b" },
        { "{\"a\": 1}", "the answer is an object with a, and line 6 shows one with a, b" },
        { "{}", "the answer is an empty object, and line 6 shows one with a, b" },
        { "[]", "the answer is a list, and line 6 shows one with a, b" },
        { "7", "the answer is a value, and line 6 shows one with a, b" },
        { "no", "the answer is no JSON, and line 6 shows one with a, b" },
    };
    struct readme *readme = parsed("```sh\ncurl localhost:8080/x\n```\n\n"
                                   "```json\n{\"a\": 1, \"b\": 2}\n```\n");

    for (size_t i = 0; i < COUNT(rows); i++) {
        AUTO_BUFFER struct buffer text = { 0 };
        ck_assert_int_eq(readme_compare_answer(&readme->commands[0], rows[i].answer,
                                               strlen(rows[i].answer), &text),
                         0);
        ck_assert_str_eq(text.data ? text.data : "", rows[i].says);
    }
    readme_free(readme);
}
END_TEST

/* ---- Claims ---------------------------------------------------------------------------------- */

static bool claims(const struct readme *readme, enum readme_kind kind, const char *text, int line)
{
    for (size_t i = 0; i < readme->claim_count; i++) {
        const struct readme_claim *claim = &readme->claims[i];
        if (claim->kind == kind && claim->line == line && !strcmp(claim->text, text))
            return true;
    }
    return false;
}

START_TEST(what_is_named_is_claimed_at_its_line)
{
    struct readme *readme = parsed(
        "# A\n\nSee [b](docs/b.md) and\n[c](#limits), not [d](https://d.example/).\n\n" /* 3, 4 */
        "`PUT`, `GET`, `DELETE /flags/KEY` and\n`POST /flags?x=1`.\n\n"                 /* 6, 7 */
        "| method | path |\n|---|---|\n| PATCH | `/x/{id}` |\n\n"                       /* 11 */
        "## Configuration\n\n`PORT` (8080), `MAX_AGE`\nand `NOT_FOUND=1`.\n");          /* 15, 16 */

    ck_assert(claims(readme, CLAIM_FILE, "docs/b.md", 3));
    ck_assert(claims(readme, CLAIM_ANCHOR, "#limits", 4));
    ck_assert(claims(readme, CLAIM_ENDPOINT, "PUT /flags/KEY", 6));
    ck_assert(claims(readme, CLAIM_ENDPOINT, "GET /flags/KEY", 6));
    ck_assert(claims(readme, CLAIM_ENDPOINT, "DELETE /flags/KEY", 6));
    ck_assert(claims(readme, CLAIM_ENDPOINT, "POST /flags", 7));
    ck_assert(claims(readme, CLAIM_ENDPOINT, "PATCH /x/{id}", 11));
    ck_assert(claims(readme, CLAIM_PORT, "PORT", 15));
    ck_assert(claims(readme, CLAIM_VARIABLE, "PORT", 15));
    ck_assert(claims(readme, CLAIM_VARIABLE, "MAX_AGE", 15));
    ck_assert(claims(readme, CLAIM_VARIABLE, "NOT_FOUND", 16));
    ck_assert_uint_eq(readme->claim_count, 11);
    readme_free(readme);
}
END_TEST

START_TEST(names_in_capitals_are_no_variables_where_nobody_speaks_of_them)
{
    struct readme *readme = parsed("# A\n\nErrors are `NOT_FOUND` and `TOO_LARGE`.\n\n"
                                   "    GOFLAGS=-v PYTHONPATH=. python3 app.py\n");

    ck_assert_uint_eq(readme->claim_count, 0);
    readme_free(readme);
}
END_TEST

/* ---- Hostile ones ---------------------------------------------------------------------------- */

START_TEST(a_hostile_readme_costs_no_more_than_its_size)
{
    static const char *const pieces[] = {
        "> ",       "* ",         "[",           "![",
        "](",       "`",          "*a_",         "<",
        "| ",       "- a\n",      "> > > > a\n", "[a]: b\n",
        "&#",       "```\n",      "# a\n",       "\n\n    curl localhost:1/a # 201\n\n",
        "$ '",      "a\n\n",      "|a|\n|-|\n",  "GET /a ",
        "`A_B` ",   "<a name=\"", "    make\n",  "#1\n",
        "![a](b) ", "_a_ ",       "**a ",        "a**",
        "$(",       "[a](b",      "\\",          "\t- ",
    };
    size_t size = 2 * README_BYTES;
    char *text = malloc(size + 1);

    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < COUNT(pieces); i++) {
        for (int lines = 0; lines < 2; lines++) {
            size_t length = strlen(pieces[i]), at = 0;
            for (; at + length <= size; at += length) {
                memcpy(text + at, pieces[i], length);
                if (lines && at / 500 != (at + length) / 500)
                    text[at] = '\n';
            }
            text[at] = '\0';
            double start_s = unit_cpu_s();
            struct readme *readme = parsed(text);
            double used_s = unit_cpu_s() - start_s;
            ck_assert_msg(used_s < 5.0 * unit_slowness(), "%s: %.1f s", pieces[i], used_s);
            ck_assert(readme->cut);
            ck_assert(readme->command_count <= README_COMMANDS);
            ck_assert(readme->claim_count <= README_CLAIMS);
            readme_free(readme);
        }
    }
    free(text);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("review_readme");
    TCase *tcase = tcase_create("all");

    tcase_set_timeout(tcase, 300);
    tcase_add_test(tcase, sections_are_told_by_headings_and_count_with_content);
    tcase_add_test(tcase, commands_are_cut_as_a_shell_would_and_known_by_what_they_do);
    tcase_add_test(tcase, requests_are_read_as_curl_would);
    tcase_add_test(tcase, what_is_plainly_shown_as_an_answer_is_taken_and_nothing_else);
    tcase_add_test(tcase, answers_differ_by_the_names_of_their_members);
    tcase_add_test(tcase, what_is_named_is_claimed_at_its_line);
    tcase_add_test(tcase, names_in_capitals_are_no_variables_where_nobody_speaks_of_them);
    tcase_add_test(tcase, a_hostile_readme_costs_no_more_than_its_size);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
