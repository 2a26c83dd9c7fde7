#ifndef ASSAY_GROWTH_RUNTIMES_H
#define ASSAY_GROWTH_RUNTIMES_H

/* Internal: what is special of measuring a language's programs. */

#include "judge/growth/decide.h"

#include <stdbool.h>

/* How a runtime takes several inputs a start. */
enum spreading {
    SPREAD_NONE,
    SPREAD_PYTHON, /* by spread.py, which runs the program in children */
    SPREAD_NODE,   /* by spread.js, which is loaded before it, likewise */
    SPREAD_JVM,    /* by AssaySpread.java, which runs it again and again */
};

struct runtime {
    const char *language;         /* id; NULL: any other */
    const char *const *arguments; /* put behind the interpreter's name; NULL-terminated */
    const char *const *timing, *const *sizing; /* likewise, for time, and to hold little; NULL */
    const char *const *environment; /* "NAME=value", in place of those of the same name */
    const char *const *timing_environment, *const *sizing_environment; /* likewise; NULL */
    const char *bytecode; /* whose interpreter, as the plugin knows it; NULL: none */
    enum spreading spreading;
    bool slow_start;   /* a run costs half a second and more before the program begins */
    bool held;         /* memory is what the process holds without the emulator */
    bool apart;        /* memory is measured in runs of its own under the emulator */
    bool bursts;       /* threads of its own add to a count now and then */
    double whole_flat; /* of a whole program, not marked: counts within so much are constant */
    double run_s;      /* CPU time that one run may take at most */
    double wall_s;     /* all of them together, and compiling */
    struct decide_rules time; /* in instructions */
    struct decide_rules lone; /* likewise, where each input has a start of its own; tolerance 0: the
                               * same */
    struct decide_rules hardware; /* of the process as a whole, by the processor's counter */
    struct decide_rules space;    /* in bytes */
};

const struct runtime *runtime_of(const char *language);
/* Rules for CPU time, in nanoseconds, and for peak memory. */
extern const struct decide_rules runtime_cpu_rules, runtime_memory_rules;

#endif
