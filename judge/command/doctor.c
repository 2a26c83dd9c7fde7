/*
 * `assay doctor`: tries each thing that judging needs here, and says for each missing one what
 * mends it. Isolation is tried for real: a room is opened. Languages are looked for inside a room,
 * so without isolation they are listed and not looked for; and so is libgit2, which only a program
 * in a room uses.
 */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/session.h"
#include "judge/growth/growth.h"
#include "judge/review/history.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <cmark-gfm.h>
#include <curl/curl.h>
#include <errno.h>
#include <expat.h>
#include <jansson.h>
#include <microhttpd.h>
#include <nettle/version.h>
#include <pcre2.h>
#include <seccomp.h>
#include <string.h>
#include <yaml.h>

enum { CHECKS_MAX = 32, LIBRARIES = 11 };

struct diagnosis {
    struct sandbox_check checks[CHECKS_MAX];
    struct sandbox_error fault;
    char versions[LIBRARIES][128];
    struct report_library libraries[LIBRARIES];
    char faults[GROWTH_BACKENDS][1200];
    struct report_backend backends[GROWTH_BACKENDS];
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

/* ---- Libraries: a row each ------------------------------------------------------------------ */

static void seccomp_text(struct sandbox *sandbox, char *text, size_t size)
{
    const struct scmp_version *version = seccomp_version();

    (void) sandbox;
    snprintf(text, size, "%u.%u.%u", version->major, version->minor, version->micro);
}

static void pcre2_text(struct sandbox *sandbox, char *text, size_t size)
{
    char version[64] = "";
    uint32_t jit = 0;

    (void) sandbox;
    pcre2_config(PCRE2_CONFIG_VERSION, version);
    pcre2_config(PCRE2_CONFIG_JIT, &jit);
    snprintf(text, size, "%.24s%s", version, jit ? ", JIT" : ", no JIT: patterns are slower");
}

static void yaml_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%s", yaml_get_version_string());
}

static void jansson_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%s", jansson_version_str());
}

static void nettle_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%d.%d", nettle_version_major(), nettle_version_minor());
}

static void curl_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%s", curl_version_info(CURLVERSION_NOW)->version);
}

static void microhttpd_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%s", MHD_get_version());
}

static void expat_text(struct sandbox *sandbox, char *text, size_t size)
{
    XML_Expat_Version version = XML_ExpatVersionInfo();

    (void) sandbox;
    snprintf(text, size, "%d.%d.%d", version.major, version.minor, version.micro);
}

static void cmark_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "%s", cmark_version_string());
}

static void jq_text(struct sandbox *sandbox, char *text, size_t size)
{
    (void) sandbox;
    snprintf(text, size, "there; it tells no version");
}

/* Not linked: what reads histories is a program in a room. */
static void git_text(struct sandbox *sandbox, char *text, size_t size)
{
    struct error error = { 0 };

    if (!sandbox)
        snprintf(text, size, "not looked for: it is used in a room alone");
    else if (history_library(sandbox, text, size, &error) < 0)
        snprintf(text, size, "missing, git histories are not read: %s", error.message);
}

static const struct library {
    const char *name;
    void (*tell)(struct sandbox *sandbox, char *text, size_t size); /* NULL: there is no room */
} libraries[LIBRARIES] = {
    { "libseccomp", seccomp_text },       { "pcre2", pcre2_text },   { "libyaml", yaml_text },
    { "jansson", jansson_text },          { "nettle", nettle_text }, { "libcurl", curl_text },
    { "libmicrohttpd", microhttpd_text }, { "libjq", jq_text },      { "expat", expat_text },
    { "cmark-gfm", cmark_text },          { "libgit2", git_text },
};

static void diagnose_libraries(struct diagnosis *diagnosis)
{
    struct sandbox *sandbox = diagnosis->host.isolation_fault ? NULL : diagnosis->session.sandbox;

    for (size_t i = 0; i < LIBRARIES; i++) {
        char *text = diagnosis->versions[i];

        libraries[i].tell(sandbox, text, sizeof(diagnosis->versions[i]));
        diagnosis->libraries[i] = (struct report_library){ libraries[i].name, text };
    }
    diagnosis->host.libraries = diagnosis->libraries;
    diagnosis->host.library_count = LIBRARIES;
}

static void diagnose_growth(struct diagnosis *diagnosis)
{
    for (size_t i = 0; i < GROWTH_BACKENDS; i++) {
        enum growth_backend backend = (enum growth_backend) i;
        char *text = diagnosis->faults[i];

        growth_backend_fault(backend, text, sizeof(diagnosis->faults[i]));
        diagnosis->backends[i] = (struct report_backend){ growth_backend_name(backend), text };
    }
    diagnosis->host.backends = diagnosis->backends;
    diagnosis->host.backend_count = GROWTH_BACKENDS;
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
    diagnose_growth(diagnosis);
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
