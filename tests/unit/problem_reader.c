/* Reading problem.yaml, limits, data and validators of packages. */
#include "tests/unit/problem_package.h"

#include <errno.h>
#include <math.h>

/* ---- Whole packages ------------------------------------------------------------------------- */

START_TEST(a_complete_legacy_package_has_no_fault)
{
    package_put_legacy();
    package_expect_clean();
    ck_assert_int_eq(package->version, PACKAGE_LEGACY);
    ck_assert_str_eq(package->slug, "pkg");
    ck_assert_str_eq(package->name, "Sums");
    ck_assert(package->pass_fail && !package->scoring && !package->interactive);
    ck_assert_uint_eq(package->test_count, 2);
    ck_assert_uint_eq(package->submission_count, 1);
    ck_assert_uint_eq(package->input_validator_count, 1);
    ck_assert_str_eq(package->input_validators[0].name, "input_validators/check.py");
}
END_TEST

START_TEST(a_complete_new_package_has_no_fault)
{
    package_put_new("keywords: [sums]\nlanguages: [cpp, python3]\n");
    package_expect_clean();
    ck_assert_int_eq(package->version, PACKAGE_2025_09);
    ck_assert_double_eq(package->limits.time_s, 2);
    ck_assert_str_eq(package->limits.time_source, "problem.yaml");
    ck_assert_str_eq(package->languages[1], "python3");
}
END_TEST

START_TEST(a_directory_that_is_no_package_is_told_apart)
{
    struct error error;

    package_put("notes.txt", "nothing\n");
    ck_assert_int_eq(package_reread(), -ENOENT);
    ck_assert_ptr_null(package);
    ck_assert_int_eq(package_read("/nonexistent", &package, &faults, &error), -ENOENT);
    ck_assert_int_eq(package_read("/etc/passwd", &package, &faults, &error), -ENOTDIR);
}
END_TEST

START_TEST(every_fault_is_found_with_its_line)
{
    package_put_legacy();
    package_put("problem.yaml", "name: Sums\ntype: odd\nvalidation: custom\nlimits:\n"
                                "  memory: lots\n  output: -3\n");
    package_put("data/secret/2.in", "1 1\n");
    package_put("data/secret/3.ans", "1\n");
    package_put(".timelimit", "soon\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_ptr_nonnull(package);
    ck_assert_int_eq(package_expect_fault("unknown type 'odd'", false)->error.line, 2);
    ck_assert_int_eq(package_expect_fault("memory: expected a number", false)->error.line, 5);
    ck_assert_int_eq(package_expect_fault("output: -3 is not between", false)->error.line, 6);
    package_expect_fault("no output validator", false);
    package_expect_fault("no answer file 2.ans", false);
    package_expect_fault("no input file 3.in", false);
    ck_assert_int_eq(package_expect_fault("'soon' is no time limit", false)->error.line, 1);
    ck_assert_uint_eq(package_fault_errors(&faults), 7);
}
END_TEST

START_TEST(what_lenient_judges_overlook_is_a_warning)
{
    package_put_legacy();
    package_put("problem.yaml", "plainproblemname: Sums\nlimits:\n  memory: '512'\n");
    package_remove("problem_statement");
    package_remove("data/sample");
    package_remove("input_validators");
    ck_assert_int_eq(package_reread(), 0);
    package_expect_fault("unknown key 'plainproblemname'", true);
    package_expect_fault("has no name", true);
    package_expect_fault("no problem statement", true);
    package_expect_fault("no input validators", true);
    ck_assert_uint_eq(package->limits.memory_bytes, 512ull << 20);
}
END_TEST

START_TEST(a_package_made_for_domjudge_needs_no_problem_yaml)
{
    package_put_legacy();
    package_remove("problem.yaml");
    package_remove(".timelimit");
    package_put("domjudge-problem.ini", "\xef\xbb\xbf; made by hand\nname = \"The\nsums\"\n"
                                        "timelimit='1.5'\ncolor=#ff0000\n");
    ck_assert_int_eq(package_reread(), 0);
    ck_assert_str_eq(package->name, "The\nsums");
    ck_assert_double_eq(package->limits.time_s, 1.5);
    ck_assert_str_eq(package->limits.time_source, "domjudge-problem.ini");
}
END_TEST

START_TEST(an_odd_directory_name_is_a_warning)
{
    package_put_legacy();
    char renamed[80];
    snprintf(renamed, sizeof(renamed), "%.*s/My-Sums", (int) (strlen(package_root) - 4),
             package_root);
    ck_assert_int_eq(rename(package_root, renamed), 0);
    strcpy(package_root, renamed);
    ck_assert_int_eq(package_reread(), 0);
    package_expect_fault("'My-Sums' should have only a-z and 0-9", true);
    ck_assert_str_eq(package->slug, "My-Sums");
}
END_TEST

/* ---- Keys ----------------------------------------------------------------------------------- */

START_TEST(an_unknown_key_is_an_error_in_the_new_versions)
{
    package_put_new("colour: red\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("unknown key 'colour'", false)->error.line, 6);
}
END_TEST

START_TEST(keys_of_other_versions_are_errors_in_the_stable_version_only)
{
    package_put_new("author: Me\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("'author' belongs to other versions", false);
    package_put("problem.yaml", "problem_format_version: 2023-07-draft\nname: Sums\nauthor: Me\n"
                                "uuid: x\nlimits: {time_limit: 1}\n");
    ck_assert_int_eq(package_reread(), 0);
    package_expect_fault("'author' belongs to other versions", true);
}
END_TEST

START_TEST(the_name_and_uuid_are_required_in_2025_09)
{
    package_put_new("");
    package_put("problem.yaml", "problem_format_version: 2025-09\nlimits: {time_limit: 1}\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("has no name", false);
    package_expect_fault("has no uuid", false);
}
END_TEST

START_TEST(a_file_that_is_not_yaml_is_one_fault)
{
    package_put_legacy();
    package_put("problem.yaml", "name: [Sums\nlimits: }\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("not YAML", false)->error.line, 2);
    ck_assert_uint_eq(faults.count, 1);
}
END_TEST

START_TEST(a_name_may_be_a_map_of_languages)
{
    package_put_legacy();
    package_put("problem.yaml", "name:\n  sv: Summor\n  en: Sums\n");
    package_expect_clean();
    ck_assert_str_eq(package->name, "Sums");
}
END_TEST

static const struct {
    const char *yaml;
    bool scoring, interactive, multi_pass, fault;
} kinds[] = {
    { "validation: default\n", false, false, false, false },
    { "validation: custom\n", false, false, false, false },
    { "validation: custom interactive\n", false, true, false, false },
    { "validation: custom interactive score\ntype: scoring\n", true, true, false, false },
    { "validation: custom multi-pass\n", false, false, true, false },
    { "type: scoring\n", true, false, false, false },
    { "validation: interactive\n", false, false, false, true },
    { "validation: custom odd\n", false, false, false, true },
    { "validation: default interactive\n", false, false, false, true },
    { "type: [pass-fail, scoring]\n", true, false, false, true },
    { "type: [submit-answer, interactive]\n", false, true, false, true },
};

START_TEST(kinds_of_problems_are_told_apart)
{
    package_put_legacy();
    package_put("output_validators/validate.cpp", "int main() { return 42; }\n");
    package_put("problem.yaml", kinds[_i].yaml);
    ck_assert_int_eq(package_reread(), kinds[_i].fault ? -EINVAL : 0);
    ck_assert_int_eq(package->scoring, kinds[_i].scoring);
    ck_assert_int_eq(package->pass_fail, !kinds[_i].scoring);
    ck_assert_int_eq(package->interactive, kinds[_i].interactive);
    ck_assert_int_eq(package->multi_pass, kinds[_i].multi_pass);
}
END_TEST

START_TEST(limits_have_the_units_of_the_format)
{
    package_put_legacy();
    package_put("problem.yaml", "name: S\nlimits:\n  memory: 64\n  output: 0.5\n  code: 10\n"
                                "  time_multiplier: 3\n  time_safety_margin: 1.5\n"
                                "  validation_time: 7\n");
    package_expect_clean();
    ck_assert_uint_eq(package->limits.memory_bytes, 64u << 20);
    ck_assert_uint_eq(package->limits.output_bytes, 1u << 19);
    ck_assert_uint_eq(package->limits.code_bytes, 10u << 10);
    ck_assert_double_eq(package->limits.ac_to_time_limit, 3);
    ck_assert_double_eq(package->limits.time_limit_to_tle, 1.5);
    ck_assert_double_eq(package->limits.validation_time_s, 7);
    ck_assert_double_eq(package->limits.time_s, 2);
    ck_assert_str_eq(package->limits.time_source, ".timelimit");
}
END_TEST

/* A limit of 0 bytes would be none. */
START_TEST(a_limit_of_less_than_a_byte_is_an_error)
{
    package_put_legacy();
    package_put("problem.yaml", "name: S\nlimits:\n  memory: 0.0000009\n  output: 1e-300\n"
                                "  code: 0.0009\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("memory: 0.0000009 is not between", false);
    package_expect_fault("output: 1e-300 is not between", false);
    package_expect_fault("code: 0.0009 is not between", false);
    package_put("problem.yaml", "name: S\nlimits:\n  memory: 0.000001\n");
    package_expect_clean();
    ck_assert_uint_eq(package->limits.memory_bytes, 1);
}
END_TEST

START_TEST(limits_have_the_defaults_of_their_version)
{
    package_put_legacy();
    package_expect_clean();
    ck_assert_double_eq(package->limits.ac_to_time_limit, 5);
    ck_assert_uint_eq(package->limits.memory_bytes, 2048ull << 20);
    package_put_new("");
    package_expect_clean();
    ck_assert_double_eq(package->limits.ac_to_time_limit, 2);
    ck_assert_double_eq(package->limits.time_limit_to_tle, 1.5);
}
END_TEST

START_TEST(the_time_limit_of_problem_yaml_counts_first)
{
    package_put_legacy();
    package_put("problem.yaml", "name: S\nlimits: {time_limit: 4}\n");
    package_put("domjudge-problem.ini", "timelimit = 3\n");
    package_expect_clean();
    ck_assert_double_eq(package->limits.time_s, 4);
    package_put("problem.yaml", "name: S\n");
    package_expect_clean();
    ck_assert_double_eq(package->limits.time_s, 3);
}
END_TEST

START_TEST(without_a_time_limit_an_accepted_submission_is_needed)
{
    package_put_legacy();
    package_remove(".timelimit");
    package_expect_clean();
    ck_assert_double_eq(package->limits.time_s, 0);
    ck_assert_ptr_null(package->limits.time_source);
    package_remove("submissions");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("no time limit is given", false);
}
END_TEST

/* ---- Data ----------------------------------------------------------------------------------- */

START_TEST(tests_are_judged_samples_first_then_by_name)
{
    static const char *const order[] = { "sample/1", "secret/1", "secret/a/2", "secret/a/3",
                                         "secret/b" };

    package_put_legacy();
    package_put("data/secret/b.in", "");
    package_put("data/secret/b.ans", "");
    package_put("data/secret/a/3.in", "");
    package_put("data/secret/a/3.ans", "");
    package_put("data/secret/a/2.in", "");
    package_put("data/secret/a/2.ans", "");
    package_put("data/secret/.hidden.in", "");
    package_put("data/secret/b.in~", "");
    package_expect_clean();
    ck_assert_uint_eq(package->test_count, COUNT(order));
    for (size_t i = 0; i < COUNT(order); i++) {
        ck_assert_str_eq(package->tests[i].name, order[i]);
        ck_assert_int_eq(package->tests[i].sample, i == 0);
    }
}
END_TEST

START_TEST(groups_hold_tests_and_groups_in_judging_order)
{
    package_put_legacy();
    package_put("data/secret/0/x.in", "");
    package_put("data/secret/0/x.ans", "");
    package_expect_clean();
    const struct package_group *groups = package->groups;
    ck_assert_uint_eq(package->group_count, 4);
    ck_assert_str_eq(groups[0].name, "");
    ck_assert_str_eq(groups[1].name, "sample");
    ck_assert_str_eq(groups[2].name, "secret");
    ck_assert_str_eq(groups[3].name, "secret/0");
    ck_assert_uint_eq(groups[0].child_count, 2);
    ck_assert_int_eq(groups[0].children[0], -(1 + 1));
    ck_assert_int_eq(groups[2].children[0], -(3 + 1));
    ck_assert_str_eq(package->tests[groups[2].children[1]].name, "secret/1");
    ck_assert_int_eq(groups[3].parent, 2);
    ck_assert_int_eq(package->tests[groups[3].children[0]].group, 3);
}
END_TEST

START_TEST(legacy_settings_pass_to_subgroups_key_by_key)
{
    package_put_legacy();
    package_put("problem.yaml", "name: S\ntype: scoring\nvalidator_flags: case_sensitive\n");
    package_put("data/testdata.yaml", "on_reject: continue\nrange: 0 100\naccept_score: 5\n"
                                      "grader_flags: sum ignore_sample\n");
    package_put("data/secret/testdata.yaml", "grader_flags: min first_error\n"
                                             "output_validator_flags: float_tolerance 1e-6\n");
    package_expect_clean();
    const struct package_group *secret = &package->groups[2];
    ck_assert(!secret->break_on_reject);
    ck_assert_double_eq(secret->accept_score, 5);
    ck_assert_double_eq(secret->range_high, 100);
    ck_assert_int_eq(secret->score_mode, GROUP_MIN);
    ck_assert_int_eq(secret->verdict_mode, GROUP_FIRST_ERROR);
    ck_assert(!secret->ignore_sample && package->groups[0].ignore_sample);
    const char *const *sample = package->tests[0].validator_args;
    const char *const *arguments = package->tests[1].validator_args;
    ck_assert_str_eq(sample[0], "case_sensitive");
    ck_assert_ptr_null(sample[1]);
    ck_assert_str_eq(arguments[0], "case_sensitive");
    ck_assert_str_eq(arguments[1], "float_tolerance");
    ck_assert_str_eq(arguments[2], "1e-6");
    ck_assert_ptr_null(arguments[3]);
}
END_TEST

START_TEST(wrong_group_settings_are_faults)
{
    package_put_legacy();
    package_put("data/secret/testdata.yaml", "on_reject: stop\nrange: 5\ngrading: own\n"
                                             "accept_score: many\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    ck_assert_int_eq(package_expect_fault("on_reject: 'stop'", false)->error.line, 1);
    ck_assert_int_eq(package_expect_fault("range: expected two", false)->error.line, 2);
    ck_assert_int_eq(package_expect_fault("grading: 'own'", false)->error.line, 3);
    ck_assert_int_eq(package_expect_fault("accept_score: expected", false)->error.line, 4);
}
END_TEST

START_TEST(new_groups_say_how_scores_are_put_together)
{
    package_put_new("type: scoring\n");
    package_remove("data/secret");
    package_put("data/secret/test_group.yaml", "max_score: 40\n");
    package_put("data/secret/a/test_group.yaml",
                "max_score: 15\nscore_aggregation: min\nrequire_pass: [sample]\n"
                "output_validator_args: [float_tolerance, '1e-3']\nargs: [--fast]\n");
    package_put("data/secret/a/deep/1.in", "");
    package_put("data/secret/a/deep/1.ans", "");
    package_put("data/secret/a/2.in", "");
    package_put("data/secret/a/2.ans", "");
    package_put("data/secret/a/2.yaml", "output_validator_args: []\nhint: look twice\n");
    package_expect_clean();
    ck_assert_uint_eq(package->group_count, 4);
    const struct package_group *secret = &package->groups[2], *group = &package->groups[3];
    ck_assert_double_eq(secret->max_score, 40);
    ck_assert_int_eq(secret->aggregation, GROUP_SUM_AGGREGATION);
    ck_assert(!secret->break_on_reject);
    ck_assert_double_eq(group->max_score, 15);
    ck_assert_int_eq(group->aggregation, GROUP_MIN_AGGREGATION);
    ck_assert_str_eq(group->require_pass[0], "sample");
    ck_assert_str_eq(package->tests[1].name, "secret/a/2");
    ck_assert_ptr_null(package->tests[1].validator_args[0]);
    ck_assert_str_eq(package->tests[1].hint, "look twice");
    ck_assert_str_eq(package->tests[2].name, "secret/a/deep/1");
    ck_assert_int_eq(package->tests[2].group, 3);
    ck_assert_str_eq(package->tests[2].validator_args[1], "1e-3");
    ck_assert_str_eq(package->tests[2].arguments[0], "--fast");
}
END_TEST

START_TEST(the_defaults_of_new_groups_are_those_of_the_format)
{
    package_put_new("type: scoring\n");
    package_expect_clean();
    ck_assert_double_eq(package->groups[2].max_score, 100);
    ck_assert_int_eq(package->groups[2].aggregation, GROUP_SUM_AGGREGATION);
    ck_assert(isnan(package->groups[1].max_score));
    ck_assert_int_eq(package->groups[1].aggregation, GROUP_PASS_FAIL);
}
END_TEST

START_TEST(new_data_must_not_mix_tests_and_groups)
{
    package_put_new("");
    package_put("data/secret/a/1.in", "");
    package_put("data/secret/a/1.ans", "");
    package_put("data/secret/9.yaml", "hint: nothing\n");
    package_put("data/sample/test_group.yaml", "max_score: 5\n");
    package_put("data/secret/a/test_group.yaml", "require_pass: [secret/b]\ncolour: red\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("there are tests and groups", false);
    package_expect_fault("no input file 9.in", false);
    package_expect_fault("not permitted for the samples", false);
    package_expect_fault("requires 'secret/b'", false);
    ck_assert_int_eq(package_expect_fault("unknown key 'colour'", false)->error.line, 2);
}
END_TEST

START_TEST(what_belongs_to_a_test_is_found)
{
    package_put_new("");
    package_put("data/secret/1.files/words.txt", "a\n");
    package_put("data/secret/1.yaml", "args: [a, b]\n");
    package_put("data/secret/1.hint", "think\n");
    package_put("data/secret/1.desc", "smallest\n");
    package_put("data/sample/1.in.statement", "1 2\n");
    package_expect_clean();
    const struct package_test *test = &package->tests[1];
    ck_assert_uint_eq(package->test_count, 2);
    ck_assert(file_is_directory(test->files_directory));
    ck_assert_str_eq(test->arguments[1], "b");
    ck_assert_str_eq(test->hint, "think\n");
    ck_assert_str_eq(test->description, "smallest\n");
}
END_TEST

START_TEST(input_validators_get_their_arguments)
{
    package_put_new("");
    package_put("data/secret/test_group.yaml", "input_validator_args:\n  check: [--max, '9']\n");
    package_put("data/sample/test_group.yaml", "input_validator_args: [--all]\n");
    package_expect_clean();
    const struct package_test *sample = &package->tests[0], *secret = &package->tests[1];
    ck_assert_str_eq(package_input_arguments(sample, "input_validators/any")[0], "--all");
    ck_assert_str_eq(package_input_arguments(secret, "input_validators/check.py")[1], "9");
    ck_assert_ptr_null(package_input_arguments(secret, "input_validators/checker.py")[0]);
}
END_TEST

START_TEST(a_package_without_secret_tests_is_broken)
{
    package_put_legacy();
    package_remove("data/secret");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("no secret tests", false);
}
END_TEST

START_TEST(a_loop_of_links_ends)
{
    char link[128];

    package_put_legacy();
    snprintf(link, sizeof(link), "%s/data/secret/loop", package_root);
    ck_assert_int_eq(symlink(".", link), 0);
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("nested too deeply", false);
}
END_TEST

/* ---- Validators ----------------------------------------------------------------------------- */

static const struct {
    const char *files[3];
    const char *names[2];
} layouts[] = {
    { { "validate.cpp" }, { "output_validators/validate.cpp" } },
    { { "a/validate.cpp", "a/testlib.h" }, { "output_validators/a" } },
    { { "build", "run", "validate.py" }, { "output_validators" } },
    { { "validate.cpp", "testlib.h", "README.md" }, { "output_validators" } },
    { { "one.py", "two.py", "README" },
      { "output_validators/one.py", "output_validators/two.py" } },
};

START_TEST(programs_are_files_or_directories)
{
    char path[128];

    package_put_legacy();
    package_put("problem.yaml", "name: S\nvalidation: custom\n");
    for (size_t i = 0; i < COUNT(layouts[_i].files) && layouts[_i].files[i]; i++) {
        snprintf(path, sizeof(path), "output_validators/%s", layouts[_i].files[i]);
        package_put(path, "x\n");
    }
    package_expect_clean();
    size_t expected = layouts[_i].names[1] ? 2 : 1;
    ck_assert(package->custom_validation);
    ck_assert_uint_eq(package->output_validator_count, expected);
    for (size_t i = 0; i < expected; i++)
        ck_assert_str_eq(package->output_validators[i].name, layouts[_i].names[i]);
}
END_TEST

START_TEST(an_output_validator_decides_in_the_new_versions)
{
    package_put_new("type: interactive\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("needs an output validator", false);
    package_put("output_validator/validate.py", "x\n");
    package_expect_clean();
    ck_assert(package->custom_validation && package->interactive);
    ck_assert_str_eq(package->output_validators[0].name, "output_validator");
}
END_TEST

START_TEST(an_output_validator_without_custom_validation_is_not_used)
{
    package_put_legacy();
    package_put("output_validators/validate.py", "x\n");
    ck_assert_int_eq(package_reread(), 0);
    package_expect_fault("not used", true);
    ck_assert(!package->custom_validation);
}
END_TEST

/* ---- submissions.yaml ----------------------------------------------------------------------- */

static const struct {
    const char *pattern, *path;
    bool fits;
} patterns[] = {
    { "accepted", "accepted/sum.py", true },
    { "accepted/*", "accepted/sum.py", true },
    { "*", "accepted/sum.py", true },
    { "*.py", "accepted/sum.py", false },
    { "acc", "accepted/sum.py", false },
    { "*/*a*b", "x/cabab", true },
    { "{accepted,mixed}/{sum,a}.*", "mixed/a.cpp", true },
    { "{a,{b,c}d}/x", "bd/x", true },
    { "{a,{b,c}d}/x", "b/x", false },
    { "{,a}b", "b", true },
    /* More alternatives than levels of nesting. */
    { "{a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t}/x", "t/x", true },
    { "{a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t}/x", "u/x", false },
    /* A brace without its other one is a character. */
    { "{{a,b}", "{b", true },
    { "a}", "a}", true },
    { "{a,b", "{a,b", true },
    { "{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}", "abcdefghijklmnopq", true },
    { "", "a", false },
};

START_TEST(patterns_of_submissions_fit_as_the_format_says)
{
    ck_assert_msg(package_glob_matches(patterns[_i].pattern, patterns[_i].path) ==
                      patterns[_i].fits,
                  "'%s' on '%s'", patterns[_i].pattern, patterns[_i].path);
}
END_TEST

START_TEST(many_expansions_of_a_pattern_end)
{
    double before = unit_cpu_s();
    char pattern[1000] = "";

    for (size_t i = 0; i < 14; i++)
        strcat(pattern, "{a,aa,aaa,aaaa}");
    ck_assert(!package_glob_matches(pattern, "b"));
    ck_assert_double_lt(unit_cpu_s() - before, 1);
}
END_TEST

START_TEST(many_rules_take_as_much_memory_as_their_text)
{
    enum { RULES = 4000 };
    struct buffer text = { 0 };
    long before = unit_peak_kib();

    package_put_new("");
    for (int i = 0; i < RULES; i++)
        ck_assert_int_eq(
            buffer_printf(&text, "accepted/sum{.py,%d}: {secret/%d: {permitted: AC}}\n", i, i), 0);
    package_put("submissions/submissions.yaml", text.data);
    buffer_clear(&text);
    ck_assert_int_eq(package_reread(), 0);
    const struct package_submission *submission = package_find_submission("accepted/sum.py");
    ck_assert_uint_eq(submission->rule_count, RULES);
    ck_assert_str_eq(submission->rules[0].scope, "secret/0");
    ck_assert_str_eq(submission->rules[RULES - 1].scope, "secret/3999");
    ck_assert_int_lt(unit_peak_kib() - before, 64 * 1024);
}
END_TEST

START_TEST(a_score_has_its_smaller_bound_first)
{
    package_put_new("");
    package_put("submissions/submissions.yaml", "accepted: {score: [5, 1]}\n");
    ck_assert_int_eq(package_reread(), -EINVAL);
    package_expect_fault("the smaller number comes first", false);
    package_put("submissions/submissions.yaml", "accepted: {score: [5, 5]}\n");
    ck_assert_int_eq(package_reread(), 0);
    ck_assert(package_find_submission("accepted/sum.py")->score_given);
}
END_TEST

/* ---- Memory --------------------------------------------------------------------------------- */

/* Each allocation fails in turn, until one run is through before its turn comes: the reader says
 * so, or did without, and never does half a job. */
START_TEST(memory_that_runs_out_is_told_wherever_it_does)
{
    int failed = 0;
    bool came = true;

    if (_i == 0) {
        package_put_legacy();
        package_put("output_validators/validate.py", "x\n");
        package_put("problem.yaml", "name: Sums\nvalidation: custom\nvalidator_flags: a b\n");
    } else {
        package_put_new("keywords: [sums]\nlanguages: [cpp, python3]\n");
    }
    package_put("submissions/wrong_answer/one.py", "print(1)\n");
    package_expect_clean();
    size_t tests = package->test_count, groups = package->group_count;
    size_t submissions = package->submission_count;
    size_t validators = package->input_validator_count + package->output_validator_count;
    for (long i = 0; came; i++) {
        ck_assert_int_lt(i, 100000);
        memory_fail_after(i);
        int status = package_reread();
        came = memory_fail_after(-1) < 0;
        ck_assert_msg(status == 0 || status == -ENOMEM, "allocation %ld: status %d", i, status);
        ck_assert(came || status == 0);
        failed += status != 0;
        if (status != 0)
            continue;
        ck_assert_uint_eq(package->test_count, tests);
        ck_assert_uint_eq(package->group_count, groups);
        ck_assert_uint_eq(package->submission_count, submissions);
        ck_assert_uint_eq(package->input_validator_count + package->output_validator_count,
                          validators);
        ck_assert_str_eq(package->name, "Sums");
        ck_assert_double_eq(package->limits.time_s, 2);
        ck_assert_uint_eq(faults.count, 0);
    }
    ck_assert_int_ge(failed, 3); /* an arena takes memory in large pieces */
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("problem_reader");
    TCase *tcase = tcase_create("reader");

    tcase_add_checked_fixture(tcase, package_setup, package_teardown);
    tcase_add_test(tcase, a_complete_legacy_package_has_no_fault);
    tcase_add_test(tcase, a_complete_new_package_has_no_fault);
    tcase_add_test(tcase, a_directory_that_is_no_package_is_told_apart);
    tcase_add_test(tcase, every_fault_is_found_with_its_line);
    tcase_add_test(tcase, what_lenient_judges_overlook_is_a_warning);
    tcase_add_test(tcase, a_package_made_for_domjudge_needs_no_problem_yaml);
    tcase_add_test(tcase, an_odd_directory_name_is_a_warning);
    tcase_add_test(tcase, an_unknown_key_is_an_error_in_the_new_versions);
    tcase_add_test(tcase, keys_of_other_versions_are_errors_in_the_stable_version_only);
    tcase_add_test(tcase, the_name_and_uuid_are_required_in_2025_09);
    tcase_add_test(tcase, a_file_that_is_not_yaml_is_one_fault);
    tcase_add_test(tcase, a_name_may_be_a_map_of_languages);
    tcase_add_loop_test(tcase, kinds_of_problems_are_told_apart, 0, COUNT(kinds));
    tcase_add_test(tcase, limits_have_the_units_of_the_format);
    tcase_add_test(tcase, a_limit_of_less_than_a_byte_is_an_error);
    tcase_add_test(tcase, limits_have_the_defaults_of_their_version);
    tcase_add_test(tcase, the_time_limit_of_problem_yaml_counts_first);
    tcase_add_test(tcase, without_a_time_limit_an_accepted_submission_is_needed);
    tcase_add_test(tcase, tests_are_judged_samples_first_then_by_name);
    tcase_add_test(tcase, groups_hold_tests_and_groups_in_judging_order);
    tcase_add_test(tcase, legacy_settings_pass_to_subgroups_key_by_key);
    tcase_add_test(tcase, wrong_group_settings_are_faults);
    tcase_add_test(tcase, new_groups_say_how_scores_are_put_together);
    tcase_add_test(tcase, the_defaults_of_new_groups_are_those_of_the_format);
    tcase_add_test(tcase, new_data_must_not_mix_tests_and_groups);
    tcase_add_test(tcase, what_belongs_to_a_test_is_found);
    tcase_add_test(tcase, input_validators_get_their_arguments);
    tcase_add_test(tcase, a_package_without_secret_tests_is_broken);
    tcase_add_test(tcase, a_loop_of_links_ends);
    tcase_add_loop_test(tcase, programs_are_files_or_directories, 0, COUNT(layouts));
    tcase_add_test(tcase, an_output_validator_decides_in_the_new_versions);
    tcase_add_test(tcase, an_output_validator_without_custom_validation_is_not_used);
    tcase_add_loop_test(tcase, patterns_of_submissions_fit_as_the_format_says, 0, COUNT(patterns));
    tcase_add_test(tcase, many_expansions_of_a_pattern_end);
    tcase_add_test(tcase, many_rules_take_as_much_memory_as_their_text);
    tcase_add_test(tcase, a_score_has_its_smaller_bound_first);
    tcase_add_loop_test(tcase, memory_that_runs_out_is_told_wherever_it_does, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
