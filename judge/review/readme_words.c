/* Patterns that are looked for again and again: compiled when they are first needed. */
#include "judge/review/readme_internal.h"

static const char *const texts[README_WORDS] = {
    [WORD_PROGRAM] =
        "\\A(?:(?:\\w+=\\S* +)*(?:sudo +|exec +|time +|nohup +|env +)?"
        "(?:python[0-9.]*|pip[0-9.]*|pipx|poetry|uv|uvicorn|gunicorn|flask|pytest|tox|virtualenv|"
        "go|"
        "node|npm|npx|yarn|pnpm|bun|deno|tsc|ts-node|tsx|cargo|rustup|javac?|mvn|gradle|kotlinc?|"
        "make|cmake|ctest|ninja|gcc|g\\+\\+|cc|clang|curl|wget|http|git|cd|export|source|docker|"
        "docker-compose|podman|kubectl|brew|apt|apt-get|dnf|apk|mkdir|cp|mv|rm|touch|chmod|cat|"
        "echo|sh|bash|sqlite3|psql|createdb|redis-cli|redis-server|mysql|jq|assay|bundle|rake|ruby|"
        "rails|php|composer|dotnet|mix|foreman|overmind|honcho|just|hey|wrk|ab|k6|pkill|kill|set|"
        "printf|sleep|unset|ls|openssl|mise|nvm|asdf|pyenv|direnv|terraform)(?![\\w.-])"
        "|\\.{1,2}/[\\w.-]+|\\. +[\\w./-]+|(?:bin|scripts|build|target|cmd)/[\\w./-]+"
        "|(?:[A-Z_][A-Z0-9_]*=\\S* +)+[a-z./]\\S*|export +\\w)",
    [WORD_PROSE] = "\\A(?:go|make|set|time|echo|cat|just|http|sh|node|source|kill|sleep)"
                   "(?: +[a-z]+){4}",
    [WORD_COMMENT] =
        "\\A\\s*#+\\s*(?:(?:=>|->|→|⇒|expect(?:s|ed)?:?|returns?:?|responds?(?: with)?:?|"
        "answers?:?|gives:?|status:?|response:?)\\s*)*(?:HTTP/[0-9.]+\\s+|HTTP\\s+)?"
        "(?<status>[1-5][0-9]{2})(?![0-9.])"
        "(?!\\s*(?:ms|s|MB|KB|bytes|requests|times|items|links|rows|seconds|%))",
    [WORD_BEFORE] =
        "(?:->|→|=>)\\s*(?:HTTP/[0-9.]+ )?(?<status>[1-5][0-9]{2})\\b(?!\\s*(?:ms|s|MB|KB|bytes|"
        "requests|times|items|links|rows|seconds|%))",
    [WORD_OUTPUT] =
        "\\A\\s*(?:<\\s*)?(?:HTTP/[0-9.]+\\s+)?(?<status>[1-5][0-9]{2})(?:\\s*\\Z|(?<=HTTP/1.1 "
        "...)\\b|(?<=HTTP/1.0 ...)\\b|(?<=HTTP/2 ...)\\b)",
    [WORD_ANSWER] = "(?i)\\b(?:answers?|responds?|returns?|response|status|gives)\\b[^.]{0,40}?"
                    "\\b(?<status>[1-5][0-9]{2})\\b",
    [WORD_SHOWN] =
        "(?i)\\A(?!.*\\b(?:errors?|fail\\w*|if|when|otherwise|unless|invalid|else)\\b)"
        "[^.]{0,30}\\b(?:answers?|responds?|responses?|returns?|output|result|gives|prints)\\b"
        "[^.]{0,30}\\z",
    [WORD_TEMPLATE] = "\\bFILL[ -]?IN\\b|\\[(?:INSERT|YOUR) [A-Z ]+\\]|\\bLorem ipsum\\b",
    [WORD_PLACEHOLDER] = "(?i)\\A\\W*(to-?do|tbd|tba|wip|coming soon|to be (done|written|added)|"
                         "n/?a)?\\W*\\z",
    [WORD_ENDPOINT] =
        "\\b(?<methods>(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:[`\\s,|/]+(?:and |or |und "
        ")?[`\\s]*"
        "(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS))*)[`\\s|*]+(?<path>/[^\\s`|,;\"')\\]*]*)",
    [WORD_VARIABLE] = "`(?:export )?\\$?\\{?(?<name>[A-Z][A-Z0-9_]+)\\}?(?:=[^`]*)?`",
    [WORD_PAIRS] = "(?<![\\w.-])(?<name>[A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT|HOST)=",
    [WORD_PORT] = "`PORT`[ |(=:,a-z`]{1,40}(?<port>[1-9][0-9]{1,4})\\b(?![.\\w])|"
                  "(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):(?<other>[1-9][0-9]{1,4})\\b",
    [WORD_SETTING] = "(?i)\\b(variables?|environment|env|configur\\w+|settings?)\\b",
    [WORD_URL] = "\\A[A-Za-z][A-Za-z0-9+.-]*:",
};

struct pattern *readme_word(struct readme *readme, enum readme_word word)
{
    struct error error = { 0 };

    if (!readme->patterns[word] && pattern_new(texts[word], &readme->patterns[word], &error) < 0)
        return NULL;
    return readme->patterns[word];
}

bool readme_has(struct readme *readme, enum readme_word word, const char *text, size_t size)
{
    struct pattern *pattern = readme_word(readme, word);

    return pattern && pattern_find(pattern, text, size, 0, NULL, NULL);
}

int readme_status(struct readme *readme, enum readme_word word, const char *text, size_t size)
{
    struct pattern *pattern = readme_word(readme, word);
    size_t start, length;

    if (!pattern ||
        !pattern_find(pattern, text, size, pattern_group(pattern, "status"), &start, &length))
        return 0;
    return (text[start] - '0') * 100 + (text[start + 1] - '0') * 10 + (text[start + 2] - '0');
}
