#ifndef ASSAY_GROWTH_HELD_JVM_H
#define ASSAY_GROWTH_HELD_JVM_H

/*
 * The memory of a program in a JVM: objects that are alive, and stacks.
 *
 * The second half is the part of the JVM's interfaces that jvm.c uses. Their headers come with a
 * JDK, which the judge is built without, so it is declared here, by the places of functions that
 * the specifications give.
 *
 * Source   JVM Tool Interface 11 (the version that has SampledObjectAlloc, JEP 331), "Function
 *          Index" and "Event Index"; Java Native Interface Specification, chapter 4.
 */

#include <stdbool.h>
#include <stdint.h>

/* ---- For held.c ------------------------------------------------------------------------------ */

/* A JVM has loaded this library as its agent, too: the other functions may be called, by threads of
 * a program that are in a function of the C library. */
bool jvm_is_measured(void);
/* From here on; what is alive now, and on the stack of this thread, counts as nothing. False: this
 * thread cannot tell. */
bool jvm_begin(uint64_t *peak_bytes);
/* Not for a while; and again. */
void jvm_pause(void);
void jvm_resume(void);

/* ---- Of the JVM ------------------------------------------------------------------------------ */

#define JVM_EXPORT __attribute__((visibility("default")))
#define JVM_OK 0
#define JNI_VERSION 0x00010006
#define TOOL_VERSION 0x300B0000 /* 11 */

struct jvm_object;
struct jvm_method;
struct tool_callbacks;

/* Functions that are not used are places alone. */
struct jni {
    const struct jni_functions *functions;
};
struct jni_functions {
    void *unused_0[6];
    struct jvm_object *(*find_class)(struct jni *jni, const char *name);
    void *unused_7[10];
    void (*exception_clear)(struct jni *jni);
    void *unused_18[3];
    struct jvm_object *(*new_global_ref)(struct jni *jni, struct jvm_object *object);
    void *unused_22[11];
    struct jvm_method *(*get_method)(struct jni *jni, struct jvm_object *class, const char *name,
                                     const char *signature);
    void *unused_34[20];
    int64_t (*call_long)(struct jni *jni, struct jvm_object *object, struct jvm_method *method,
                         const void *arguments);
    void *unused_55[58];
    struct jvm_method *(*get_static_method)(struct jni *jni, struct jvm_object *class,
                                            const char *name, const char *signature);
    void *unused_114[2];
    struct jvm_object *(*call_static_object)(struct jni *jni, struct jvm_object *class,
                                             struct jvm_method *method, const void *arguments);
    void *unused_117[111];
    uint8_t (*exception_check)(struct jni *jni);
};

struct jvm {
    const struct jvm_functions {
        void *unused_0[6];
        int32_t (*get)(struct jvm *jvm, void *ret_interface, int32_t version);
    } * functions;
};

/* The tool's functions are numbered from 1, as are its capabilities from 0 by their bits. */
struct tool {
    const struct tool_functions *functions;
};
enum tool_mode { TOOL_DISABLE, TOOL_ENABLE };
enum tool_event {
    TOOL_JVM_STARTED = 50,
    TOOL_JVM_ENDS = 51,
    TOOL_THREAD_STARTS = 52,
    TOOL_THREAD_ENDS = 53,
    TOOL_ALLOCATED = 86,
};
#define TOOL_CAPABILITY_WORDS 4
#define TOOL_CAN_SAMPLE_ALLOCATIONS 43
struct tool_functions {
    void *unused_1[1];
    int (*set_event_mode)(struct tool *tool, enum tool_mode mode, enum tool_event event,
                          struct jvm_object *thread, ...);
    void *unused_3[105];
    int (*collect)(struct tool *tool);
    void *unused_109[13];
    int (*set_callbacks)(struct tool *tool, const struct tool_callbacks *callbacks, int32_t bytes);
    void *unused_123[19];
    int (*add_capabilities)(struct tool *tool, const uint32_t *capabilities);
    void *unused_143[13];
    int (*set_sampling_interval)(struct tool *tool, int32_t bytes);
};
struct tool_callbacks {
    void (*jvm_started)(struct tool *tool, struct jni *jni, struct jvm_object *thread);
    void (*jvm_ends)(struct tool *tool, struct jni *jni);
    void (*thread_starts)(struct tool *tool, struct jni *jni, struct jvm_object *thread);
    void (*thread_ends)(struct tool *tool, struct jni *jni, struct jvm_object *thread);
    void *unused_54[32];
    void (*allocated)(struct tool *tool, struct jni *jni, struct jvm_object *thread,
                      struct jvm_object *object, struct jvm_object *class, int64_t size);
};

JVM_EXPORT int32_t Agent_OnLoad(struct jvm *jvm, const char *options, void *reserved);

#endif
