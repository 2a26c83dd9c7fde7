/*
 * `assay doctor`: tries each thing that judging needs here, and says for each missing one what
 * mends it. Isolation is tried for real: a room is opened. Languages are looked for inside a room,
 * so without isolation they are listed and not looked for.
 */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/session.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <errno.h>
#include <jansson.h>
#include <nettle/version.h>
#include <pcre2.h>
#include <seccomp.h>
#include <string.h>
#include <yaml.h>

enum { CHECKS_MAX = 32, LIBRARIES = 5 };

struct diagnosis {
    struct sandbox_check checks[CHECKS_MAX];
    struct sandbox_error fault;
    char versions[LIBRARIES][64];
    struct report_library libraries[LIBRARIES];
    struct session session;
    struct report_host host;
};

/* Opens the sandbox, a room in it, and the compiler. */
static int try_isolation(struct diagnosis *diagnosis)
{
    static const struct sandbox_bind usr = { .source = "/usr" };
    struct sandbox_room_config config = { .binds = &usr, .bind_count = 1 };
    struct session *session = &diagnosis->session;
    struct sandbox_options options = { 0 };
    struct sandbox_room *room = NULL;
    int code = sandbox_open(&options, &session->sandbox, &diagnosis->fault);

    if (code == 0)
        code = sandbox_room_open(session->sandbox, &config, &room, &diagnosis->fault);
    sandbox_room_free(room);
    return code;
}

static void diagnose_isolation(struct diagnosis *diagnosis)
{
    struct report_host *host = &diagnosis->host;

    host->checks = diagnosis->checks;
    host->check_count = sandbox_doctor(diagnosis->checks, CHECKS_MAX);
    if (try_isolation(diagnosis) < 0) {
        host->isolation_fault = diagnosis->fault.message;
        host->isolation_remedy = diagnosis->fault.remedy;
    } else {
        host->backend = sandbox_backend_name(sandbox_backend(diagnosis->session.sandbox));
    }
}

static void diagnose_libraries(struct diagnosis *diagnosis)
{
    static const char *const names[LIBRARIES] = { "libseccomp", "pcre2", "libyaml", "jansson",
                                                  "nettle" };
    const struct scmp_version *seccomp = seccomp_version();
    char pcre2[64] = "";
    uint32_t jit = 0;

    pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
    pcre2_config(PCRE2_CONFIG_JIT, &jit);
    snprintf(diagnosis->versions[0], sizeof(diagnosis->versions[0]), "%u.%u.%u", seccomp->major,
             seccomp->minor, seccomp->micro);
    snprintf(diagnosis->versions[1], sizeof(diagnosis->versions[1]), "%.24s%s", pcre2,
             jit ? ", JIT" : ", no JIT: patterns are slower");
    snprintf(diagnosis->versions[2], sizeof(diagnosis->versions[2]), "%s",
             yaml_get_version_string());
    snprintf(diagnosis->versions[3], sizeof(diagnosis->versions[3]), "%s", jansson_version_str());
    snprintf(diagnosis->versions[4], sizeof(diagnosis->versions[4]), "%d.%d",
             nettle_version_major(), nettle_version_minor());
    for (size_t i = 0; i < LIBRARIES; i++)
        diagnosis->libraries[i] =
            (struct report_library){ .name = names[i], .version = diagnosis->versions[i] };
    diagnosis->host.libraries = diagnosis->libraries;
    diagnosis->host.library_count = LIBRARIES;
}

/* Rows for all languages; each is looked for when there is a compiler to look with. */
static int diagnose_languages(struct diagnosis *diagnosis, struct report_language **ret_rows)
{
    struct session *session = &diagnosis->session;
    size_t count = language_count(session->languages);
    struct report_language *rows = calloc(count + 1, sizeof(*rows));

    if (!rows)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++) {
        rows[i].language = language_at(session->languages, i);
        if (session->compiler)
            rows[i].toolchain = compiler_toolchain(session->compiler, rows[i].language);
    }
    diagnosis->host.languages = rows;
    diagnosis->host.language_count = count;
    *ret_rows = rows;
    return 0;
}

static enum command_exit print_diagnosis(const struct diagnosis *diagnosis, bool json)
{
    const struct report_host *host = &diagnosis->host;
    struct report_style style = report_style_of(stdout);
    enum command_exit status = report_host_isolates(host) ? COMMAND_PASSED : COMMAND_NO_ROOM;

    if (json)
        return command_printed(report_host_json(stdout, host), status);
    report_host_text(stdout, &style, host);
    return status;
}

static enum command_exit diagnose(struct diagnosis *diagnosis, bool json)
{
    AUTO_FREE struct report_language *rows = NULL;
    struct session *session = &diagnosis->session;
    struct error error = { 0 };
    enum command_exit status = session_languages(&session->languages);
    int code;

    if (status != COMMAND_PASSED)
        return status;
    diagnose_isolation(diagnosis);
    diagnose_libraries(diagnosis);
    if (!diagnosis->host.isolation_fault &&
        compiler_new(session->languages, session->sandbox, &session->compiler, &error) < 0)
        return command_fail(command_status(&error), &error);
    code = diagnose_languages(diagnosis, &rows);
    if (code < 0)
        return command_printed(code, COMMAND_BROKEN);
    return print_diagnosis(diagnosis, json);
}

static enum command_exit run(const struct command_input *input)
{
    const struct json_settings *settings = input->settings;
    AUTO_FREE struct diagnosis *diagnosis = calloc(1, sizeof(*diagnosis));
    enum command_exit status;

    if (!diagnosis)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    status = diagnose(diagnosis, settings->json);
    session_close(&diagnosis->session);
    return status;
}

const struct command command_doctor = {
    .name = "doctor",
    .arguments = "",
    .summary = "Check what isolation and each language need, and say what mends it",
    .help = "Exit status 0 when programs can be judged here, even if a language is missing or a\n"
            "limit is measured less exactly; 4 when this host cannot isolate.\n",
    .options = options_json,
    .settings_bytes = sizeof(struct json_settings),
    .isolates = true,
    .run = run,
};
