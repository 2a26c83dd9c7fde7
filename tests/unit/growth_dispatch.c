/* Instructions by which interpreters load their next bytecode, as compilers wrote them: objdump of
 * OpenJDK 17's generated code, of node 20 and of python3.11. */

/* NOLINTNEXTLINE(bugprone-suspicious-include): part of the plugin, not of the program */
#include "judge/growth/plugin/dispatch.c"
#include "tests/unit/unit.h"

struct instruction {
    const char *text;
    uint8_t bytes[10];
    size_t size;
    bool jvm, v8, cpython;
};

static const struct instruction instructions[] = {
    { "movzbl 0x1(%r13),%ebx", { 0x41, 0x0f, 0xb6, 0x5d, 0x01 }, 5, true, false, false },
    { "movzbl 0x3(%r13),%ebx", { 0x41, 0x0f, 0xb6, 0x5d, 0x03 }, 5, true, false, false },
    { "movzbl 0x0(%r13,%r11,1),%ebx",
      { 0x43, 0x0f, 0xb6, 0x5c, 0x1d, 0x00 },
      6,
      true,
      false,
      false },
    { "movzbl 0x1(%r13),%eax", { 0x41, 0x0f, 0xb6, 0x45, 0x01 }, 5, false, false, false },
    { "movzbl (%r9,%r12,1),%ebx", { 0x43, 0x0f, 0xb6, 0x1c, 0x21 }, 5, false, true, false },
    { "movzbl (%r12,%r9,1),%r10d", { 0x47, 0x0f, 0xb6, 0x14, 0x0c }, 5, false, true, false },
    { "movzbl 0x2(%r12,%r9,1),%ebx",
      { 0x43, 0x0f, 0xb6, 0x5c, 0x0c, 0x02 },
      6,
      false,
      true,
      false },
    { "movzbl (%rcx,%rbx,1),%r10d", { 0x44, 0x0f, 0xb6, 0x14, 0x19 }, 5, false, false, false },
    { "movzbl (%r9,%r12,2),%ebx", { 0x43, 0x0f, 0xb6, 0x1c, 0x61 }, 5, false, false, false },
    { "movzwl 0x2(%r15),%eax", { 0x41, 0x0f, 0xb7, 0x47, 0x02 }, 5, false, false, true },
    { "movzwl 0x2(%r10),%eax", { 0x41, 0x0f, 0xb7, 0x42, 0x02 }, 5, false, false, true },
    { "movzwl (%rbx),%eax", { 0x0f, 0xb7, 0x03 }, 3, false, false, true },
    { "movzwl %bp,%r9d", { 0x44, 0x0f, 0xb7, 0xcd }, 4, false, false, false },
    { "movzwl 0x2c3(%rip),%ecx", { 0x0f, 0xb7, 0x0d, 0xc3, 2, 0, 0 }, 7, false, false, false },
    { "movzwl 0x8(%rsp),%ecx", { 0x0f, 0xb7, 0x4c, 0x24, 0x08 }, 5, false, false, false },
    { "nop", { 0x90 }, 1, false, false, false },
};

START_TEST(loads_of_bytecode_are_known)
{
    const struct instruction *row = &instructions[_i];

    ck_assert_msg(dispatch_loads_for_jvm(row->bytes, row->size) == row->jvm, "%s", row->text);
    ck_assert_msg(dispatch_loads_for_v8(row->bytes, row->size) == row->v8, "%s", row->text);
    ck_assert_msg(dispatch_loads_for_cpython(row->bytes, row->size) == row->cpython, "%s",
                  row->text);
}
END_TEST

START_TEST(a_table_is_known_by_two_instructions)
{
    const uint8_t load_rax[] = { 0x48, 0x8b, 0x04, 0xc5, 0x00, 0xaf, 0x73, 0x00 };
    const uint8_t load_by_rdx[] = { 0x48, 0x8b, 0x04, 0xd5, 0x00, 0xaf, 0x73, 0x00 };
    const uint8_t load_rcx[] = { 0x48, 0x8b, 0x0c, 0xc5, 0x00, 0xaf, 0x73, 0x00 };
    const uint8_t load_by_four[] = { 0x48, 0x8b, 0x04, 0x85, 0x00, 0xaf, 0x73, 0x00 };
    const uint8_t jump_rax[] = { 0xff, 0xe0 }, jump_rcx[] = { 0xff, 0xe1 };
    const uint8_t call_rax[] = { 0xff, 0xd0 };

    ck_assert_uint_eq(dispatch_table(load_rax, 8, jump_rax, 2), 0x73af00);
    ck_assert_uint_eq(dispatch_table(load_by_rdx, 8, jump_rax, 2), 0x73af00);
    ck_assert_uint_eq(dispatch_table(load_rcx, 8, jump_rcx, 2), 0x73af00);
    ck_assert_uint_eq(dispatch_table(load_rcx, 8, jump_rax, 2), 0);
    ck_assert_uint_eq(dispatch_table(load_rax, 8, call_rax, 2), 0);
    ck_assert_uint_eq(dispatch_table(load_by_four, 8, jump_rax, 2), 0);
    ck_assert_uint_eq(dispatch_table(load_rax, 7, jump_rax, 2), 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("growth_dispatch");
    TCase *tcase = tcase_create("all");

    tcase_add_loop_test(tcase, loads_of_bytecode_are_known, 0,
                        (int) (sizeof(instructions) / sizeof(instructions[0])));
    tcase_add_test(tcase, a_table_is_known_by_two_instructions);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
