/*
 * How a repository is built, started and tested: its Procfile says so, else the first convention
 * whose mark is there. The report shows which it was.
 */
#include "judge/service/service.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

enum { PROCFILE_BYTES = 64 << 10 };

struct convention {
    const char *mark; /* a file of the repository */
    const char *name;
    const char *build, *web, *test;
};

/* The repository's own, where it has one. */
#define GRADLE "$(command -v ./gradlew || echo gradle)"

static const struct convention conventions[] = {
    { "go.mod", "Go", "go build -o .assay-service .", "./.assay-service",
      "go test -v -count=1 -vet=off ./..." },
    { "Cargo.toml", "Rust", "cargo build --release --offline", "cargo run --release --offline",
      "cargo test --offline" },
    { "pom.xml", "Maven", "mvn -q -o package -DskipTests", "exec java -jar target/*.jar",
      "mvn -o test" },
    { "build.gradle", "Gradle", GRADLE " --offline assemble", "exec java -jar build/libs/*.jar",
      GRADLE " --offline test" },
    { "build.gradle.kts", "Gradle", GRADLE " --offline assemble", "exec java -jar build/libs/*.jar",
      GRADLE " --offline test" },
    { "package.json", "Node", "npm run build --if-present", "npm start", "npm test" },
    { "CMakeLists.txt", "CMake", "cmake -B build && cmake --build build", "exec ./build/service",
      "ctest --test-dir build" },
    { "Makefile", "make", "make", "make run", "make test" },
    { "main.py", "Python", NULL, "exec python3 main.py", "python3 -m unittest" },
    { "app.py", "Python", NULL, "exec python3 app.py", "python3 -m unittest" },
    { "server.py", "Python", NULL, "exec python3 server.py", "python3 -m unittest" },
    { "service.py", "Python", NULL, "exec python3 service.py", "python3 -m unittest" },
    { "server.js", "Node", NULL, "exec node server.js", "node --test" },
    { "index.js", "Node", NULL, "exec node index.js", "node --test" },
    { "main.go", "Go without a module", "go build -o .assay-service *.go", "./.assay-service",
      NULL },
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* One line: 0 when it is a process, blank or a comment. */
static int take_line(struct arena *arena, const char *path, int line, const char *text,
                     size_t length, struct procfile *ret, struct error *error)
{
    while (length > 0 && (text[length - 1] == '\r' || text[length - 1] == ' '))
        length--;
    size_t name = strcspn(text, ":");
    if (length == 0 || *text == '#')
        return 0;
    if (name >= length)
        return error_at(error, -EINVAL, path, line, "a line of a Procfile is `name: command`");
    const char *start = text + name + 1;
    while (start < text + length && (*start == ' ' || *start == '\t'))
        start++;
    const char *command = arena_strndup(arena, start, (size_t) (text + length - start));
    if (!command)
        return no_memory(error);
    if (!*command)
        return error_at(error, -EINVAL, path, line, "there is no command after '%.*s:'", (int) name,
                        text);
    if (name == 3 && !strncmp(text, "web", 3))
        ret->web = command;
    else if (name == 5 && !strncmp(text, "build", 5))
        ret->build = command;
    else if (name == 4 && !strncmp(text, "test", 4))
        ret->test = command;
    return 0;
}

static int read_procfile(struct arena *arena, const char *path, struct procfile *ret,
                         struct error *error)
{
    AUTO_FREE char *text = NULL;
    size_t size;
    int status = file_read(path, PROCFILE_BYTES, &text, &size, error), line = 1;

    *ret = (struct procfile){ .source = "Procfile" };
    for (const char *at = text; status == 0 && *at; line++) {
        size_t length = strcspn(at, "\n");
        status = take_line(arena, path, line, at, length, ret, error);
        at += length + (at[length] == '\n');
    }
    if (status == 0 && !ret->web) {
        status = error_at(error, -EINVAL, path, line,
                          "the Procfile does not say how to start the "
                          "service");
        error_remedy(error, "add a line `web: COMMAND`");
    }
    return status;
}

int procfile_find(struct arena *arena, const char *directory, struct procfile *ret,
                  struct error *error)
{
    const char *path = arena_printf(arena, "%s/Procfile", directory);

    if (!path)
        return no_memory(error);
    if (!file_is_directory(directory))
        return error_at(error, -ENOENT, directory, 0, "there is no such directory");
    if (file_exists(path))
        return read_procfile(arena, path, ret, error);
    for (size_t i = 0; i < COUNT(conventions); i++) {
        const struct convention *row = &conventions[i];
        path = arena_printf(arena, "%s/%s", directory, row->mark);
        if (!path)
            return no_memory(error);
        if (!file_exists(path))
            continue;
        *ret = (struct procfile){ .build = row->build, .web = row->web, .test = row->test };
        ret->source = arena_printf(arena, "%s (%s)", row->mark, row->name);
        return ret->source ? 0 : no_memory(error);
    }
    error_at(error, -ENOENT, directory, 0,
             "there is no Procfile, and no file that says what this is (go.mod, package.json, …)");
    error_remedy(error, "add a Procfile with `build:`, `web:` and `test:`: docs/take-home.md");
    return -ENOENT;
}
