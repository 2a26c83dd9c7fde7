/*
 * Is a package of a service what it says? Every reference passes every probe, every faulty variant
 * fails the probes that it names, and every probe is named by a faulty variant, so that none is
 * there that catches nothing.
 */
#include "judge/service/service.h"

#include <errno.h>
#include <string.h>

struct verifier {
    struct sandbox *sandbox;
    const struct service_package *package;
    const struct service_verify_options *options;
    struct service_verification *verification;
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int add(struct verifier *verifier, const char *kind, const char *name, bool good,
               double seconds, const char *message, struct error *error)
{
    struct service_verification *verification = verifier->verification;

    if (array_reserve((void **) &verification->checks, verification->count, &verification->capacity,
                      sizeof(*verification->checks)) < 0)
        return no_memory(error);
    struct service_check *check = &verification->checks[verification->count++];
    *check = (struct service_check){
        .name = arena_printf(verification->arena, "%s %s", kind, name),
        .good = good,
        .message = arena_strdup(verification->arena, message),
        .seconds = seconds,
    };
    if (!check->name || !check->message)
        return no_memory(error);
    if (verifier->options->progress)
        verifier->options->progress(verifier->options->context, check);
    return 0;
}

static bool chosen(const struct verifier *verifier, const char *name)
{
    const char *const *only = verifier->options->only;

    if (!only)
        return true;
    for (; *only; only++)
        if (!strcmp(*only, name))
            return true;
    return false;
}

static int run(struct verifier *verifier, const struct service_variant *variant,
               const char *const *only, struct grading **ret, struct error *error)
{
    struct grade_options options = {
        .package = verifier->package,
        .directory = variant->directory,
        .edits = variant->edits,
        .edit_count = variant->edit_count,
        .seed = verifier->options->seed,
        .only = only,
        .probes_only = true,
    };

    return grade(verifier->sandbox, &options, ret, error);
}

/* Why nothing could be probed; NULL when the service ran. */
static const char *why_not(const struct grading *grading)
{
    if (!grading->build_good)
        return grading->build.output;
    return grading->not_ready;
}

static int verify_reference(struct verifier *verifier, const struct service_variant *variant,
                            struct error *error)
{
    struct grading *grading;
    AUTO_BUFFER struct buffer message = { 0 };
    int status = run(verifier, variant, NULL, &grading, error);

    if (status < 0)
        return status;
    const char *reason = why_not(grading);
    if (reason)
        status = buffer_puts(&message, reason);
    for (size_t i = 0; i < grading->count && status == 0 && !reason; i++) {
        const struct probe_result *result = &grading->results[i];
        if (result->status != PROBE_PASSED)
            status = buffer_printf(&message, "%s%s (%s:%d): %s", message.size ? "\n" : "",
                                   result->probe->id, result->probe->file, result->line,
                                   result->message);
    }
    if (status == 0)
        status = add(verifier, "reference", variant->name, message.size == 0, grading->seconds,
                     message.data ? message.data : "", error);
    else
        status = no_memory(error);
    grading_free(grading);
    return status;
}

static bool names(const struct service_variant *variant, const char *id)
{
    for (const char *const *item = variant->caught_by; item && *item; item++)
        if (!strcmp(*item, id))
            return true;
    return false;
}

static int verify_faulty(struct verifier *verifier, const struct service_variant *variant,
                         struct error *error)
{
    const char *const *only = verifier->options->full ? NULL : variant->caught_by;
    struct grading *grading;
    AUTO_BUFFER struct buffer message = { 0 };
    int status = run(verifier, variant, only, &grading, error);

    if (status == -EINVAL) /* an edit that does not fit */
        return add(verifier, "faulty", variant->name, false, 0, error->message, error);
    if (status < 0)
        return status;
    const char *reason = why_not(grading);
    if (reason)
        status = buffer_printf(&message, "it does not run: %s", reason);
    for (size_t i = 0; i < grading->count && status == 0 && !reason; i++) {
        const struct probe_result *result = &grading->results[i];
        if (names(variant, result->probe->id) && result->status != PROBE_FAILED)
            status = buffer_printf(&message, "%s%s does not catch it", message.size ? "; " : "",
                                   result->probe->id);
    }
    if (status == 0)
        status = add(verifier, "faulty", variant->name, message.size == 0, grading->seconds,
                     message.data ? message.data : "", error);
    else
        status = no_memory(error);
    grading_free(grading);
    return status;
}

static int verify_probes(struct verifier *verifier, struct error *error)
{
    const struct service_package *package = verifier->package;
    int status = 0;

    for (size_t i = 0; i < package->probes->count && status == 0; i++) {
        const char *id = package->probes->items[i]->id;
        bool named = false;
        for (size_t k = 0; k < package->faulty_count; k++)
            named = named || names(&package->faulty[k], id);
        if (!named)
            status = add(verifier, "probe", id, false, 0, "no faulty variant names it", error);
    }
    return status;
}

int service_verify(struct sandbox *sandbox, const struct service_package *package,
                   const struct service_verify_options *options, struct service_verification **ret,
                   struct error *error)
{
    struct arena *arena = arena_new();
    struct service_verification *verification =
        arena ? arena_alloc(arena, sizeof(*verification)) : NULL;
    struct verifier verifier = { sandbox, package, options, verification };

    if (!verification) {
        arena_free(arena);
        return no_memory(error);
    }
    verification->arena = arena;
    verification->slug = arena_strdup(arena, package->slug);
    int status = verification->slug ? 0 : no_memory(error);
    if (status == 0 && !options->only)
        status = verify_probes(&verifier, error);
    for (size_t i = 0; i < package->reference_count && status == 0; i++)
        if (chosen(&verifier, package->references[i].name))
            status = verify_reference(&verifier, &package->references[i], error);
    for (size_t i = 0; i < package->faulty_count && status == 0; i++)
        if (chosen(&verifier, package->faulty[i].name))
            status = verify_faulty(&verifier, &package->faulty[i], error);
    if (status < 0)
        service_verification_free(verification);
    else
        *ret = verification;
    return status;
}

void service_verification_free(struct service_verification *verification)
{
    if (!verification)
        return;
    free(verification->checks);
    arena_free(verification->arena);
}
