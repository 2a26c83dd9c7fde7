#ifndef ASSAY_SERVICE_PLAY_H
#define ASSAY_SERVICE_PLAY_H

/* Plays one probe against the service of a host. */

#include "judge/service/host.h"
#include "judge/service/probe.h"

enum probe_status { PROBE_PASSED, PROBE_FAILED, PROBE_ERROR, PROBE_SKIPPED };

const char *probe_status_name(enum probe_status status);

/* Of the last step of load: seconds are counted from when a request should have been sent. */
struct load_figures {
    double rate; /* requests a second */
    double sent, answered, failed;
    double p50, p95, p99, max; /* seconds, by nearest rank */
};

struct probe_result {
    const struct probe *probe;
    enum probe_status status;
    double seconds;
    int line;                 /* of the step that failed, in probe->file */
    char *message;            /* what was expected and what came; "" when passed */
    char *reproduce;          /* the requests as curl lines, with their answers; "" when passed */
    struct load_figures load; /* sent 0: the probe has no load */
    uint64_t cpu_ns, memory_bytes; /* of the service: since its start, at the end of the probe */
};

void probe_result_clear(struct probe_result *result);

/* Plays `probe` with what the seed draws for it. The service runs already. `ret` is filled whatever
 * it held. A fault of the package's (a filter that jq cannot apply to any answer) is a failed
 * probe. Owns: *ret: probe_result_clear(). Errors: the room is broken; -ENOMEM. */
int play_probe(struct host *host, const struct probes *probes, const struct probe *probe,
               uint64_t seed, struct probe_result *ret, struct error *error);

#endif
