/*
 * Theory of operation: what a command is for is known by the words that it begins with, after
 * variables and `exec`. The tables say which programs there are at all, which commands are not for
 * the room (another machine's packages, containers, the repository itself, which is there), and
 * which build, test or start.
 */
#include "judge/review/readme_internal.h"

#include <ctype.h>
#include <string.h>

static bool matches(const char *words, const char *text, size_t size)
{
    return text_matches(words, text, size);
}

#define BEGIN "(?s)\\A"
#define END "(?![\\w.-])"

/* Looked through from top to bottom, on the command without its variables. */
static const struct {
    enum readme_role role;
    bool network;
    const char *words, *reason;
} rows[] = {
    { DO_PASS, false, BEGIN "git +(clone|checkout|pull|fetch|status|log|remote|submodule)" END,
      "the repository is there already" },
    { DO_PASS, false, BEGIN "(assay|open|xdg-open|code|vim?|nano|less|man|clear|exit|which)" END,
      "it is for a person at a terminal" },
    { DO_PASS, false, BEGIN "(wrk|hey|ab|k6|vegeta|siege|locust|oha|bombardier)" END,
      "load is not made here" },
    { DO_PASS, false, BEGIN "(pkill|killall|kill|fuser)" END, "what runs is ended by the judge" },
    { DO_NEED, true, BEGIN "sudo" END, "there is no root in the sandbox" },
    { DO_NEED, true,
      BEGIN
      "(docker|docker-compose|podman|kubectl|minikube|helm|vagrant|terraform|nix|skaffold)" END,
      "there are no containers in the sandbox" },
    { DO_NEED, true,
      BEGIN
      "(apt|apt-get|dnf|yum|apk|pacman|brew|port|snap|choco|winget|rustup|nvm|asdf|pyenv|mise|"
      "sdk|corepack|pipx)" END,
      "nothing is installed into the system in the sandbox" },
    { DO_NEED, false,
      BEGIN "(systemctl|service|launchctl|pg_ctl|createdb|createuser|psql|mysql|redis-server|"
            "redis-cli|mongod?|mongosh|rabbitmqctl|aws|gcloud|az|heroku|fly|flyctl|ssh|scp)" END,
      "other services are not there in the sandbox" },
    { DO_ASK, false, BEGIN "curl" END, NULL },
    { DO_ASK, false, BEGIN "(\\w+=)?[\"']?\\$\\(\\s*curl" END, NULL },
    { DO_NEED, false, "(?<![&>|])&(?![&>])\\s*\\S",
      "it goes on behind a program in the background" },
    { DO_PREPARE, true,
      BEGIN
      "(pip[0-9.]*|python[0-9.]* +-m +pip|poetry +(install|update|sync)|uv +(sync|pip|venv|add)|"
      "bundle|composer|(npm|pnpm|yarn|bun) +(i|ci|install|add)" END
      "|(yarn|pnpm)\\s*$|go +(mod|get|install)|cargo +(fetch|install)|dotnet +restore|"
      "mix +deps|wget)" END,
      NULL },
    { DO_TEST, false,
      BEGIN
      "((npm|yarn|pnpm|bun)( +run)? +(test|t)\\b|(python[0-9.]* +-m +)?(pytest|unittest|nose2|"
      "tox)" END "|go +test|cargo +(test|nextest)|(\\./)?mvnw? .*\\b(test|verify)\\b|"
      "(\\./|sh )?gradlew? .*\\b(test|check)\\b|gradle .*\\btest\\b|node +.*--test|make +.*\\b("
      "tests?|check)\\b|ctest|dotnet +test|(npx +)?(jest|mocha|vitest|ava|tap)" END
      "|mix +test|rspec|bats|deno +test|(poetry|uv) +run +pytest)",
      NULL },
    { DO_PREPARE, true,
      BEGIN "((\\./)?mvnw?|(\\./|sh )?gradlew?|cargo +build|dotnet +build|mix +compile)" END
            "(?!.*(:run|\\brun\\b|bootRun))",
      NULL },
    { DO_PREPARE, false,
      BEGIN
      "(go +(build|generate|vet|fmt)|javac|kotlinc|gcc|g\\+\\+|cc|clang|cmake|ninja|"
      "tsc|npx +tsc|python[0-9.]* +-m +venv|virtualenv|source|mkdir|cp|mv|rm|touch|chmod|"
      "cat|echo|export|unset|set|cd|printf|ls|sleep|openssl|npm +run +(build|compile|lint)|"
      "make( +(all|build|install|deps|clean))?\\s*$|(ruff|black|mypy|eslint|gofmt|flake8))" END
      "|\\A\\. ",
      NULL },
    { DO_TEST, false,
      "(^|[/"
      "\\s])(test|tests|[\\w-]*[-_]tests?|run-?tests?|\\w+Tests?|check)(\\.(sh|py|js|ts))?(\\s|$)",
      NULL },
    { DO_START, false,
      BEGIN
      "((npm|yarn|pnpm|bun)( +run)? +(start|dev|serve)" END "|node +\\S|go +run|cargo +run|"
      "java +\\S|(\\./)?mvnw? .*:run|(\\./)?gradlew? .*\\b(bootRun|run)\\b|make "
      "+(run|start|serve|dev)" END
      "|uvicorn|gunicorn|hypercorn|flask( .*)? run|foreman|honcho|overmind|python[0-9.]* +(-m +\\w|"
      "[\\w./-]+\\.py)|(npx +)?(tsx|ts-node|nodemon)|deno +run|dotnet +run|(\\.{0,2}/|bin/|build/|"
      "target/)[\\w./-]+|rackup|rails +s|php +-S)",
      NULL },
};

/* Behind the value of a variable; 0: it is the output of a command. */
static size_t skip_value(const char *text, size_t at)
{
    while (text[at] && !isspace((unsigned char) text[at])) {
        char byte = text[at++];
        if (byte == '"' || byte == '\'') {
            const char *end = strchr(text + at, byte);
            at = end ? (size_t) (end - text) + 1 : strlen(text);
        } else if (byte == '$' && text[at] == '(') {
            return 0;
        }
    }
    return at;
}

/* Behind a variable, or a word that changes nothing; 0: there is none here. */
static size_t skip_one(const char *text, size_t at)
{
    static const char *const words[] = { "exec ", "time ", "env " };
    size_t name =
        strspn(text + at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");

    if (name && text[at + name] == '=' && !isdigit((unsigned char) text[at]))
        return skip_value(text, at + name + 1);
    for (size_t i = 0; i < COUNT(words); i++)
        if (!strncmp(text + at, words[i], strlen(words[i])))
            return at + strlen(words[i]);
    return 0;
}

/* Where the command itself begins, behind variables and words that change nothing. */
static size_t skip_variables(const char *text)
{
    size_t at = 0;

    for (;;) {
        size_t next = skip_one(text, at);
        next += next ? strspn(text + next, " \t\\\n") : 0;
        if (next == 0 || !text[next])
            return at;
        at = next;
    }
}

static bool has_blank(const char *text)
{
    return matches(
               "(?<!<)<[A-Za-z](?:[A-Za-z0-9 "
               "_-]*[A-Za-z0-9])?>|\\.\\.\\.(?!/)|…|\\b(YOUR|MY)_[A-Z]|\\bpath/to/|/your/|your-",
               text, strlen(text)) &&
           !matches("\\./\\.\\.\\.(\\s|$)", text, strlen(text));
}

static bool is_go_pattern(const char *text)
{
    return matches("(^|\\s)(\\.|\\S+)/\\.\\.\\.(\\s|$)", text, strlen(text)) &&
           !matches("\\.\\.\\..*\\.\\.\\.|<[a-z][a-z0-9 _-]*>|…", text, strlen(text));
}

/* `git clone X && cd X && make`: what stands before is there already. */
static size_t skip_clone(const char *text)
{
    size_t at = 0;

    if (!matches("^git +clone\\b", text, strlen(text)))
        return 0;
    for (int i = 0; i < 2; i++) {
        const char *next = strstr(text + at, "&&");
        if (!next)
            return 0;
        next += 2;
        next += strspn(next, " \t\n\\");
        at = (size_t) (next - text);
        if (strncmp(next, "cd ", 3) != 0)
            break;
    }
    return at;
}

static void look_up(struct readme_command *command, const char *text)
{
    text += skip_variables(text);
    command->role = DO_OTHER;
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (!matches(rows[i].words, text, strlen(text)))
            continue;
        command->role = rows[i].role;
        command->network = rows[i].network;
        command->reason = rows[i].reason;
        break;
    }
}

/* `make && ./service` starts something: what comes last says so. */
static void look_at_last(struct readme_command *command)
{
    struct readme_command last = { 0 };
    const char *at = NULL;

    for (const char *next = command->text; (next = strstr(next, "&&")); next += 2)
        at = next + 2;
    if (!at || (command->role != DO_PREPARE && command->role != DO_OTHER))
        return;
    look_up(&last, at + strspn(at, " \t\n\\"));
    if (last.role == DO_START || last.role == DO_TEST || last.role == DO_NEED) {
        command->role = last.role;
        command->reason = last.reason;
    }
}

int readme_take_role(struct readme *readme, struct readme_command *command, struct error *error)
{
    command->text += skip_clone(command->text);
    look_up(command, command->text);
    look_at_last(command);
    if (command->role == DO_ASK)
        return readme_take_request(readme, command, error);
    if (command->role != DO_PASS && command->role != DO_NEED && has_blank(command->text) &&
        !is_go_pattern(command->text)) {
        command->role = DO_NEED;
        command->reason = "it has blanks to fill in";
    }
    return 0;
}
