/* The command line that runs a program on several inputs in one start of its runtime. */

#include "judge/base/memory.h"
#include "judge/growth/spreading.h"
#include "tests/unit/unit.h"

static const struct emulator without = { .path = "/usr/bin/qemu" };
static struct program compiled;
static const struct emulator with = { .path = "/usr/bin/qemu", .jvm_spreader = &compiled };

static struct meter meter_of(const char *language)
{
    return (struct meter){ .runtime = runtime_of(language),
                           .emulator = &with,
                           .backend = GROWTH_INSTRUCTIONS,
                           .timing = true };
}

static const char *joined(struct arena *arena, const struct meter *meter,
                          const char *const *command, const char *inputs)
{
    const char *const *words = spreading_arguments(meter, arena, command, inputs, 1.5);
    const char *all = "";

    ck_assert_ptr_nonnull(words);
    for (size_t i = 0; words[i]; i++)
        all = arena_printf(arena, "%s%s%s", all, i ? " " : "", words[i]);
    return all;
}

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

START_TEST(a_jvm_loads_the_program_anew_for_each_input)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const command[] = { "/jdk/bin/java",         "-Xmx64m", "-cp",
                                    "/prog:/lib/kotlin.jar", "MainKt",  NULL };
    struct meter meter = meter_of("kotlin");
    const char *line = joined(arena, &meter, command, "-aab");

    ck_assert(spreading_is_possible(&meter, command));
    ck_assert_uint_eq(spreading_warm_up(&meter), 2);
    ck_assert(has(line, "/usr/bin/qemu -plugin /assay/count.so,"));
    ck_assert(has(line, "count=time") && has(line, "inputs=-aab") && has(line, "budget=1500") &&
              has(line, "code=jvm"));
    ck_assert(has(line, "/jdk/bin/java -Xint "));
    ck_assert(has(line, "-Xmx64m -cp /assay-jvm:/lib/kotlin.jar AssaySpread /prog MainKt"));
    meter.timing = false;
    ck_assert(has(joined(arena, &meter, command, "a"), "count=memory"));
}
END_TEST

START_TEST(a_jvm_that_is_started_otherwise_takes_one_input)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const jar[] = { "java", "-jar", "/prog/a.jar", NULL };
    const char *const other[] = { "java", "-cp", "/program", "Main", NULL };
    const char *const usual[] = { "java", "-cp", "/prog", "Main", NULL };
    struct meter meter = meter_of("java");

    ck_assert(!spreading_is_possible(&meter, jar));
    ck_assert(!spreading_is_possible(&meter, other));
    ck_assert(spreading_is_possible(&meter, usual));
    ck_assert(has(joined(arena, &meter, jar, ""), "-jar /prog/a.jar"));
    meter.alone = true;
    ck_assert(!spreading_is_possible(&meter, usual));
    meter.alone = false;
    meter.emulator = &without;
    ck_assert(!spreading_is_possible(&meter, usual));
    meter = meter_of("java");
    meter.backend = GROWTH_CPU_TIME;
    ck_assert(!spreading_is_possible(&meter, usual));
}
END_TEST

START_TEST(interpreters_that_bear_children_are_given_a_program_before_the_other)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const python[] = { "/bin/python3", "/prog/a.py", NULL };
    const char *const node[] = { "/bin/node", "--stack-size=900", "/prog/a.js", NULL };
    struct meter meter = meter_of("python3");

    ck_assert(has(joined(arena, &meter, python, "ab"), "/bin/python3 /assay/spread.py /prog/a.py"));
    ck_assert(!has(joined(arena, &meter, python, ""), "spread"));
    ck_assert_uint_eq(spreading_warm_up(&meter), 0);
    meter = meter_of("typescript");
    ck_assert(
        has(joined(arena, &meter, node, "ab"), " -r /assay/spread.js --stack-size=900 /prog/a.js"));
    ck_assert(has(joined(arena, &meter, node, "ab"), "code=v8"));
    meter = meter_of("cpp");
    ck_assert(!spreading_is_possible(&meter, python));
}
END_TEST

START_TEST(the_hardware_counts_the_same_without_the_emulator)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const node[] = { "/bin/node", "/prog/a.js", NULL };
    struct meter meter = meter_of("javascript");

    meter.backend = GROWTH_HARDWARE;
    ck_assert(!spreading_is_possible(&meter, node));
    const char *line = joined(arena, &meter, node, "");
    ck_assert(strncmp(line, "/bin/node --jitless ", 20) == 0);
    ck_assert(has(line, " --max-semi-space-size=64 ") && has(line, " /prog/a.js"));
    ck_assert(!has(line, "qemu") && !has(line, "spread"));
}
END_TEST

/* Its command line without the emulator, in one line. */
static const char *held(struct arena *arena, const char *language, const char *const *command)
{
    struct meter meter = meter_of(language);
    const char *const *words = spreading_held_arguments(&meter, arena, command);
    const char *all = "";

    ck_assert_ptr_nonnull(words);
    for (size_t i = 0; words[i]; i++)
        all = arena_printf(arena, "%s%s%s", all, i ? " " : "", words[i]);
    return all;
}

START_TEST(what_tells_its_memory_comes_before_a_program)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *const java[] = { "java", "-Xms64m", "-cp", "/prog", "Main", NULL };
    const char *const node[] = { "node", "--stack-size=900", "/prog/a.js", NULL };
    const char *const python[] = { "python3", "/prog/a.py", NULL };
    const char *line = held(arena, "java", java);

    ck_assert(has(line, "java -agentpath:/assay/held.so -"));
    ck_assert(has(line, " -Xms64m -cp /prog:/assay-jvm AssayHeld Main"));
    line = held(arena, "javascript", node);
    ck_assert(has(line, " --gc-global ") && has(line, " --stack-size=900 /prog/a.js"));
    ck_assert_str_eq(held(arena, "python3", python), "python3 /prog/a.py");
    ck_assert_str_eq(spreading_held[0], "LD_PRELOAD=/assay/held.so");
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_spreading");
    TCase *tcase = tcase_create("all");

    tcase_add_test(tcase, a_jvm_loads_the_program_anew_for_each_input);
    tcase_add_test(tcase, a_jvm_that_is_started_otherwise_takes_one_input);
    tcase_add_test(tcase, the_hardware_counts_the_same_without_the_emulator);
    tcase_add_test(tcase, interpreters_that_bear_children_are_given_a_program_before_the_other);
    tcase_add_test(tcase, what_tells_its_memory_comes_before_a_program);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
