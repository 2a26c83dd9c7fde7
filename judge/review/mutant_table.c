/*
 * Theory of operation: tables, and looking things up in them. A language is a table of its
 * grammar's node types with what they mean; the operators are shared. What is in no table is walked
 * through and left alone.
 *
 * Operators follow what the established tools agree on, as their documentation tells: PIT's default
 * group (conditionals boundary, negate conditionals, math, increments, void method calls, true,
 * false, null and empty returns), Stryker's (arithmetic, block and equality operators, logical,
 * boolean, string and unary), mutmut's (numbers plus one, strings, keywords, operators) and
 * go-mutesting's (branches, statements removed, comparisons). Left out is what mostly hangs (the
 * step of a counting loop, break and continue exchanged) or what no test is meant to notice
 * (logging, metrics, texts of errors, waiting times, locks).
 */

#include "judge/review/mutant_table.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct role_row {
    const char *type;
    unsigned roles;
};

static const struct role_row python[] = {
    { "comment", ROLE_SKIP },
    { "import_statement", ROLE_SKIP },
    { "import_from_statement", ROLE_SKIP },
    { "future_import_statement", ROLE_SKIP },
    { "assert_statement", ROLE_SKIP },
    { "type", ROLE_SKIP },
    { "case_pattern", ROLE_FIXED },
    { "binary_operator", ROLE_OPERATORS },
    { "comparison_operator", ROLE_OPERATORS },
    { "boolean_operator", ROLE_OPERATORS },
    { "augmented_assignment", ROLE_OPERATORS | ROLE_ASSIGN },
    { "assignment", ROLE_ASSIGN },
    { "not_operator", ROLE_NOT },
    { "if_statement", ROLE_CONDITION },
    { "elif_clause", ROLE_CONDITION },
    { "if_clause", ROLE_CONDITION },
    { "conditional_expression", ROLE_CONDITION },
    { "while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "function_definition", ROLE_FUNCTION },
    { "lambda", ROLE_FUNCTION },
    { "return_statement", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "raise_statement", ROLE_DIRECT | ROLE_MESSAGE },
    { "await", ROLE_WRAP },
    { "call", ROLE_CALL },
    { "integer", ROLE_NUMBER },
    { "float", ROLE_NUMBER },
    { "string", ROLE_STRING },
    { "true", ROLE_TRUTH },
    { "false", ROLE_TRUTH },
    { NULL, 0 },
};

static const struct role_row go[] = {
    { "comment", ROLE_SKIP },
    { "import_declaration", ROLE_SKIP },
    { "package_clause", ROLE_SKIP },
    { "type_declaration", ROLE_SKIP },
    { "parameter_list", ROLE_SKIP },
    { "array_type", ROLE_FIXED },
    { "expression_case", ROLE_FIXED },
    { "binary_expression", ROLE_OPERATORS },
    { "assignment_statement", ROLE_OPERATORS | ROLE_ASSIGN | ROLE_DIRECT },
    { "inc_statement", ROLE_OPERATORS | ROLE_DIRECT },
    { "dec_statement", ROLE_OPERATORS | ROLE_DIRECT },
    { "go_statement", ROLE_DIRECT | ROLE_WRAP },
    { "defer_statement", ROLE_DIRECT | ROLE_WRAP },
    { "send_statement", ROLE_DIRECT },
    { "unary_expression", ROLE_NOT },
    { "if_statement", ROLE_CONDITION },
    { "function_declaration", ROLE_FUNCTION },
    { "method_declaration", ROLE_FUNCTION },
    { "func_literal", ROLE_FUNCTION },
    { "return_statement", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "call_expression", ROLE_CALL },
    { "int_literal", ROLE_NUMBER },
    { "float_literal", ROLE_NUMBER },
    { "interpreted_string_literal", ROLE_STRING },
    { "raw_string_literal", ROLE_STRING },
    { "true", ROLE_TRUTH },
    { "false", ROLE_TRUTH },
    { NULL, 0 },
};

static const struct role_row java[] = {
    { "line_comment", ROLE_SKIP },
    { "block_comment", ROLE_SKIP },
    { "import_declaration", ROLE_SKIP },
    { "package_declaration", ROLE_SKIP },
    { "module_declaration", ROLE_SKIP },
    { "annotation", ROLE_SKIP },
    { "marker_annotation", ROLE_SKIP },
    { "assert_statement", ROLE_SKIP },
    { "switch_label", ROLE_FIXED },
    { "binary_expression", ROLE_OPERATORS },
    { "update_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "assignment_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "unary_expression", ROLE_NOT },
    { "if_statement", ROLE_CONDITION },
    { "ternary_expression", ROLE_CONDITION },
    { "while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "do_statement", ROLE_CONDITION | ROLE_LOOP },
    { "for_statement", ROLE_LOOP },
    { "method_declaration", ROLE_FUNCTION },
    { "constructor_declaration", ROLE_FUNCTION },
    { "lambda_expression", ROLE_FUNCTION },
    { "return_statement", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "throw_statement", ROLE_MESSAGE },
    { "method_invocation", ROLE_CALL },
    { "object_creation_expression", ROLE_CALL },
    { "decimal_integer_literal", ROLE_NUMBER },
    { "decimal_floating_point_literal", ROLE_NUMBER },
    { "string_literal", ROLE_STRING },
    { "true", ROLE_TRUTH },
    { "false", ROLE_TRUTH },
    { NULL, 0 },
};

/* TypeScript's is JavaScript's grammar and more. */
static const struct role_row javascript[] = {
    { "comment", ROLE_SKIP },
    { "hash_bang_line", ROLE_SKIP },
    { "import_statement", ROLE_SKIP },
    { "regex", ROLE_SKIP },
    { "type_annotation", ROLE_SKIP },
    { "type_arguments", ROLE_SKIP },
    { "type_parameters", ROLE_SKIP },
    { "interface_declaration", ROLE_SKIP },
    { "type_alias_declaration", ROLE_SKIP },
    { "ambient_declaration", ROLE_SKIP },
    { "literal_type", ROLE_SKIP },
    { "union_type", ROLE_SKIP },
    { "object_type", ROLE_SKIP },
    { "switch_case", 0 },
    { "binary_expression", ROLE_OPERATORS },
    { "update_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "augmented_assignment_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "assignment_expression", ROLE_ASSIGN },
    { "unary_expression", ROLE_NOT },
    { "if_statement", ROLE_CONDITION },
    { "ternary_expression", ROLE_CONDITION },
    { "while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "do_statement", ROLE_CONDITION | ROLE_LOOP },
    { "function_declaration", ROLE_FUNCTION },
    { "function_expression", ROLE_FUNCTION },
    { "generator_function_declaration", ROLE_FUNCTION },
    { "arrow_function", ROLE_FUNCTION },
    { "method_definition", ROLE_FUNCTION },
    { "return_statement", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "throw_statement", ROLE_DIRECT | ROLE_MESSAGE },
    { "await_expression", ROLE_WRAP },
    { "call_expression", ROLE_CALL },
    { "new_expression", ROLE_CALL },
    { "number", ROLE_NUMBER },
    { "string", ROLE_STRING },
    { "template_string", ROLE_STRING },
    { "true", ROLE_TRUTH },
    { "false", ROLE_TRUTH },
    { NULL, 0 },
};

static const struct role_row rust[] = {
    { "line_comment", ROLE_SKIP },
    { "block_comment", ROLE_SKIP },
    { "use_declaration", ROLE_SKIP },
    { "extern_crate_declaration", ROLE_SKIP },
    { "attribute_item", ROLE_SKIP },
    { "inner_attribute_item", ROLE_SKIP },
    { "macro_definition", ROLE_SKIP },
    { "type_arguments", ROLE_SKIP },
    { "array_type", ROLE_SKIP },
    { "match_pattern", ROLE_FIXED },
    { "let_condition", ROLE_FIXED },
    { "binary_expression", ROLE_OPERATORS },
    { "compound_assignment_expr", ROLE_OPERATORS | ROLE_ASSIGN },
    { "assignment_expression", ROLE_ASSIGN },
    { "unary_expression", ROLE_NOT },
    { "if_expression", ROLE_CONDITION },
    { "while_expression", ROLE_CONDITION | ROLE_LOOP },
    { "function_item", ROLE_FUNCTION },
    { "closure_expression", ROLE_FUNCTION },
    { "return_expression", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "try_expression", ROLE_WRAP },
    { "await_expression", ROLE_WRAP },
    { "call_expression", ROLE_CALL },
    { "macro_invocation", ROLE_CALL },
    { "integer_literal", ROLE_NUMBER },
    { "float_literal", ROLE_NUMBER },
    { "string_literal", ROLE_STRING },
    { "raw_string_literal", ROLE_STRING },
    { "boolean_literal", ROLE_TRUTH },
    { NULL, 0 },
};

/* C++'s is C's grammar and more. */
static const struct role_row c[] = {
    { "comment", ROLE_SKIP },
    { "preproc_include", ROLE_SKIP },
    { "preproc_def", ROLE_SKIP },
    { "preproc_function_def", ROLE_SKIP },
    { "preproc_call", ROLE_SKIP },
    { "attribute_specifier", ROLE_SKIP },
    { "attribute_declaration", ROLE_SKIP },
    { "static_assert_declaration", ROLE_SKIP },
    { "using_declaration", ROLE_SKIP },
    { "linkage_specification", ROLE_FIXED },
    { "template_argument_list", ROLE_SKIP },
    { "template_parameter_list", ROLE_SKIP },
    { "type_descriptor", ROLE_SKIP },
    { "struct_specifier", ROLE_FIXED },
    { "enum_specifier", ROLE_SKIP },
    { "gnu_asm_expression", ROLE_SKIP },
    { "array_declarator", ROLE_FIXED },
    { "bitfield_clause", ROLE_SKIP },
    { "binary_expression", ROLE_OPERATORS },
    { "update_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "assignment_expression", ROLE_OPERATORS | ROLE_ASSIGN },
    { "unary_expression", ROLE_NOT },
    { "if_statement", ROLE_CONDITION },
    { "conditional_expression", ROLE_CONDITION },
    { "while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "do_statement", ROLE_CONDITION | ROLE_LOOP },
    { "function_definition", ROLE_FUNCTION },
    { "lambda_expression", ROLE_FUNCTION },
    { "return_statement", ROLE_RETURN },
    { "expression_statement", ROLE_STATEMENT },
    { "throw_statement", ROLE_MESSAGE },
    { "call_expression", ROLE_CALL },
    { "number_literal", ROLE_NUMBER },
    { "string_literal", ROLE_STRING },
    { "true", ROLE_TRUTH },
    { "false", ROLE_TRUTH },
    { NULL, 0 },
};

static const struct role_row kotlin[] = {
    { "line_comment", ROLE_SKIP },
    { "block_comment", ROLE_SKIP },
    { "multiline_comment", ROLE_SKIP },
    { "package_header", ROLE_SKIP },
    { "import", ROLE_SKIP },
    { "import_list", ROLE_SKIP },
    { "annotation", ROLE_SKIP },
    { "user_type", ROLE_SKIP },
    { "binary_expression", ROLE_OPERATORS },
    { "assignment", ROLE_OPERATORS | ROLE_ASSIGN | ROLE_DIRECT },
    { "unary_expression", ROLE_NOT | ROLE_OPERATORS },
    { "if_expression", ROLE_CONDITION },
    { "while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "do_while_statement", ROLE_CONDITION | ROLE_LOOP },
    { "function_declaration", ROLE_FUNCTION },
    { "anonymous_function", ROLE_FUNCTION },
    { "lambda_literal", ROLE_FUNCTION },
    { "return_expression", ROLE_RETURN },
    { "throw_expression", ROLE_MESSAGE },
    { "call_expression", ROLE_CALL },
    { "number_literal", ROLE_NUMBER },
    { "float_literal", ROLE_NUMBER },
    { "string_literal", ROLE_STRING },
    { "identifier", ROLE_TRUTH },
    { NULL, 0 },
};

static const struct role_row *const roles[SYNTAX_LANGUAGES] = {
    [SYNTAX_PYTHON] = python,  [SYNTAX_GO] = go,
    [SYNTAX_JAVA] = java,      [SYNTAX_JAVASCRIPT] = javascript,
    [SYNTAX_TSX] = javascript, [SYNTAX_TYPESCRIPT] = javascript,
    [SYNTAX_RUST] = rust,      [SYNTAX_C] = c,
    [SYNTAX_CPP] = c,          [SYNTAX_KOTLIN] = kotlin,
};

unsigned mutant_roles(enum syntax_language language, const char *type)
{
    for (const struct role_row *row = roles[language]; row && row->type; row++) {
        if (strcmp(row->type, type) == 0)
            return row->roles;
    }
    return 0;
}

/* ---- Operators ----------------------------------------------------------------------------------
 */

#define PYTHON (1u << SYNTAX_PYTHON)
#define SCRIPT (1u << SYNTAX_JAVASCRIPT | 1u << SYNTAX_TYPESCRIPT | 1u << SYNTAX_TSX)
#define GO (1u << SYNTAX_GO)
#define JAVA (1u << SYNTAX_JAVA)
#define KOTLIN (1u << SYNTAX_KOTLIN)
#define RUST (1u << SYNTAX_RUST)
#define C (1u << SYNTAX_C)
#define CPP (1u << SYNTAX_CPP)
#define ALL (~0u)

static const struct mutant_operator operators[] = {
    { ALL, "<", "<=", MUTANT_BOUNDARY },
    { ALL, "<=", "<", MUTANT_BOUNDARY },
    { ALL, ">", ">=", MUTANT_BOUNDARY },
    { ALL, ">=", ">", MUTANT_BOUNDARY },
    { ALL, "==", "!=", MUTANT_BOUNDARY },
    { ALL, "!=", "==", MUTANT_BOUNDARY },
    { SCRIPT | KOTLIN, "===", "!==", MUTANT_BOUNDARY },
    { SCRIPT | KOTLIN, "!==", "===", MUTANT_BOUNDARY },
    { PYTHON, "is", "is not", MUTANT_BOUNDARY },
    { PYTHON, "is not", "is", MUTANT_BOUNDARY },
    { PYTHON, "in", "not in", MUTANT_BOUNDARY },
    { PYTHON, "not in", "in", MUTANT_BOUNDARY },
    { ALL, "+", "-", MUTANT_ARITHMETIC },
    { ALL, "-", "+", MUTANT_ARITHMETIC },
    { ALL, "*", "/", MUTANT_ARITHMETIC },
    { ALL, "/", "*", MUTANT_ARITHMETIC },
    { ALL, "%", "*", MUTANT_ARITHMETIC },
    { PYTHON, "//", "*", MUTANT_ARITHMETIC },
    { PYTHON | SCRIPT, "**", "*", MUTANT_ARITHMETIC },
    { ALL & ~CPP, "<<", ">>", MUTANT_ARITHMETIC }, /* in C++ mostly a stream's */
    { ALL & ~CPP, ">>", "<<", MUTANT_ARITHMETIC },
    { ALL, "&", "|", MUTANT_ARITHMETIC },
    { ALL, "|", "&", MUTANT_ARITHMETIC },
    { ALL, "^", "&", MUTANT_ARITHMETIC },
    { ALL, "+=", "-=", MUTANT_ARITHMETIC },
    { ALL, "-=", "+=", MUTANT_ARITHMETIC },
    { ALL, "*=", "/=", MUTANT_ARITHMETIC },
    { ALL, "/=", "*=", MUTANT_ARITHMETIC },
    { ALL, "%=", "*=", MUTANT_ARITHMETIC },
    { ALL, "++", "--", MUTANT_ARITHMETIC },
    { ALL, "--", "++", MUTANT_ARITHMETIC },
    { ALL, "&&", "||", MUTANT_BOOLEAN },
    { ALL, "||", "&&", MUTANT_BOOLEAN },
    { PYTHON, "and", "or", MUTANT_BOOLEAN },
    { PYTHON, "or", "and", MUTANT_BOOLEAN },
    { SCRIPT, "??", "&&", MUTANT_BOOLEAN },
};

const struct mutant_operator *mutant_operator(enum syntax_language language, const char *token)
{
    for (size_t i = 0; i < COUNT(operators); i++) {
        if (operators[i].languages & 1u << language && strcmp(operators[i].from, token) == 0)
            return &operators[i];
    }
    return NULL;
}

/* ---- Calls --------------------------------------------------------------------------------------
 */

/* Whoever is called on one of these logs or counts; case, and underscores around, do not matter. */
static const char *const observers[] = {
    "log",     "logs",       "logger",     "logging",   "console", "slog",    "zap",
    "logrus",  "glog",       "klog",       "pino",      "winston", "metrics", "metric",
    "statsd",  "prometheus", "telemetry",  "tracer",    "span",    "sentry",  "tracing",
    "logback", "slf4j",      "micrometer", "traceback", "syslog",
};

/* A whole callee, or with '*' the beginning of one. */
/* NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding): rows read in this order */
static const struct {
    unsigned languages;
    const char *name;
    enum mutant_call call;
} named_calls[] = {
    { PYTHON, "print", CALL_SKIPPED },
    { PYTHON, "pprint*", CALL_SKIPPED },
    { PYTHON, "warnings.warn", CALL_SKIPPED },
    { PYTHON, "super*", CALL_KEPT },
    { PYTHON, "sys.exit", CALL_KEPT },
    { PYTHON, "sys.stdout*", CALL_SKIPPED },
    { PYTHON, "sys.stderr*", CALL_SKIPPED },
    { SCRIPT, "super", CALL_KEPT },
    { SCRIPT, "require", CALL_SKIPPED },
    { SCRIPT, "import", CALL_SKIPPED },
    { SCRIPT, "assert*", CALL_SKIPPED },
    { SCRIPT, "process.exit", CALL_KEPT },
    { SCRIPT, "process.stdout*", CALL_SKIPPED },
    { SCRIPT, "process.stderr*", CALL_SKIPPED },
    { GO, "fmt.Print*", CALL_SKIPPED },
    { GO, "println", CALL_SKIPPED },
    { GO, "panic", CALL_ERROR },
    { GO, "errors.New", CALL_ERROR },
    { GO, "fmt.Errorf", CALL_ERROR },
    { GO, "os.Exit", CALL_KEPT },
    { JAVA, "System.out*", CALL_SKIPPED },
    { JAVA, "System.err*", CALL_SKIPPED },
    { JAVA, "System.exit", CALL_KEPT },
    { JAVA, "Objects.requireNonNull", CALL_ERROR },
    { KOTLIN, "print", CALL_SKIPPED },
    { KOTLIN, "println", CALL_SKIPPED },
    { KOTLIN, "System.*", CALL_SKIPPED },
    { KOTLIN, "error", CALL_ERROR },
    { KOTLIN, "require", CALL_ERROR },
    { KOTLIN, "check", CALL_ERROR },
    { KOTLIN, "exitProcess", CALL_KEPT },
    { RUST, "print*", CALL_SKIPPED },
    { RUST, "eprint*", CALL_SKIPPED },
    { RUST, "dbg", CALL_SKIPPED },
    { RUST, "assert*", CALL_SKIPPED },
    { RUST, "debug_assert*", CALL_SKIPPED },
    { RUST, "panic", CALL_SKIPPED },
    { RUST, "unreachable", CALL_SKIPPED },
    { RUST, "todo", CALL_SKIPPED },
    { RUST, "unimplemented", CALL_SKIPPED },
    { RUST, "info", CALL_SKIPPED },
    { RUST, "warn", CALL_SKIPPED },
    { RUST, "error", CALL_SKIPPED },
    { RUST, "debug", CALL_SKIPPED },
    { RUST, "trace", CALL_SKIPPED },
    { C | CPP, "printf", CALL_SKIPPED },
    { C | CPP, "puts", CALL_SKIPPED },
    { C | CPP, "perror", CALL_SKIPPED },
    { C | CPP, "assert", CALL_SKIPPED },
    { C | CPP, "abort", CALL_KEPT },
    { C | CPP, "exit", CALL_KEPT },
    { C | CPP, "std::abort", CALL_KEPT },
    { C | CPP, "std::exit", CALL_KEPT },
    { C | CPP, "free", CALL_KEPT },
};

/* By the last name of the callee, in lower case. */
static const struct {
    const char *name;
    enum mutant_call call;
} last_names[] = {
    { "sleep", CALL_TIMED },       { "usleep", CALL_TIMED },       { "settimeout", CALL_TIMED },
    { "setinterval", CALL_TIMED }, { "delay", CALL_TIMED },        { "withtimeout", CALL_TIMED },
    { "listen", CALL_TIMED },      { "afterfunc", CALL_TIMED },    { "newticker", CALL_TIMED },
    { "lock", CALL_KEPT },         { "unlock", CALL_KEPT },        { "rlock", CALL_KEPT },
    { "runlock", CALL_KEPT },      { "acquire", CALL_KEPT },       { "release", CALL_KEPT },
    { "close", CALL_KEPT },        { "add_argument", CALL_ERROR }, { "expect", CALL_ERROR },
    { "settimeouts", CALL_TIMED },
};

static bool is_word(char byte)
{
    return isalnum((unsigned char) byte) || byte == '_' || (byte & 0x80);
}

static bool is_observer(const char *name, size_t size)
{
    while (size > 0 && *name == '_') {
        name++;
        size--;
    }
    while (size > 0 && name[size - 1] == '_')
        size--;
    for (size_t i = 0; i < COUNT(observers); i++) {
        if (strlen(observers[i]) == size && strncasecmp(observers[i], name, size) == 0)
            return true;
    }
    return false;
}

/* Names from the left, as far as they go without a call: all but the last may be an observer, or a
 * lone one. */
static bool is_observing(const char *callee, size_t size)
{
    bool lone = true;

    for (size_t at = 0; at < size && callee[at] != '(' && callee[at] != '[';) {
        size_t start = at;
        while (at < size && is_word(callee[at]))
            at++;
        size_t length = at - start;
        bool last = at == size;
        if (length > 0 && (!last || lone) && is_observer(callee + start, length))
            return true;
        lone = lone && length == 0;
        at += !last && length == 0;
    }
    return false;
}

static bool matches(const char *name, const char *callee, size_t size)
{
    size_t length = strlen(name);

    if (length > 0 && name[length - 1] == '*')
        return size >= length - 1 && memcmp(name, callee, length - 1) == 0;
    return size == length && memcmp(name, callee, size) == 0;
}

static bool ends_with(const char *text, size_t size, const char *end)
{
    size_t length = strlen(end);

    return size >= length && memcmp(text + size - length, end, length) == 0;
}

enum mutant_call mutant_call(enum syntax_language language, const char *callee, size_t size)
{
    size_t start = size;

    for (size_t i = 0; i < COUNT(named_calls); i++) {
        if (named_calls[i].languages & 1u << language && matches(named_calls[i].name, callee, size))
            return named_calls[i].call;
    }
    /* A long chain of calls tells by its beginning and its end. */
    if (is_observing(callee, size < 200 ? size : 200))
        return CALL_SKIPPED;
    while (start > 0 && size - start < 64 && is_word(callee[start - 1]))
        start--;
    for (size_t i = 0; i < COUNT(last_names); i++) {
        if (strlen(last_names[i].name) == size - start &&
            strncasecmp(last_names[i].name, callee + start, size - start) == 0)
            return last_names[i].call;
    }
    if (ends_with(callee, size, "Error") || ends_with(callee, size, "Exception") ||
        ends_with(callee, size, "_error") || ends_with(callee, size, "Err"))
        return CALL_ERROR;
    return CALL_PLAIN;
}

/* ---- Types --------------------------------------------------------------------------------------
 */

static const struct {
    unsigned languages;
    const char *type; /* with '*': how it begins */
    const char *zero;
} zeros[] = {
    { JAVA, "void", NULL },
    { JAVA, "boolean", "!" },
    { JAVA, "int", "0" },
    { JAVA, "long", "0" },
    { JAVA, "short", "0" },
    { JAVA, "byte", "0" },
    { JAVA, "char", "0" },
    { JAVA, "float", "0" },
    { JAVA, "double", "0" },
    { JAVA, "String", "\"\"" },
    { JAVA, "Optional<*", "java.util.Optional.empty()" },
    { JAVA, "List<*", "java.util.List.of()" },
    { JAVA, "Collection<*", "java.util.List.of()" },
    { JAVA, "Set<*", "java.util.Set.of()" },
    { JAVA, "Map<*", "java.util.Map.of()" },
    { JAVA, "*", "null" },
    { KOTLIN, "Boolean", "!" },
    { KOTLIN, "Int", "0" },
    { KOTLIN, "Long", "0L" },
    { KOTLIN, "Double", "0.0" },
    { KOTLIN, "Float", "0f" },
    { KOTLIN, "String", "\"\"" },
    { KOTLIN, "List<*", "emptyList()" },
    { KOTLIN, "Collection<*", "emptyList()" },
    { KOTLIN, "Set<*", "emptySet()" },
    { KOTLIN, "Map<*", "emptyMap()" },
    { RUST, "bool", "!" },
    { RUST, "i8", "0" },
    { RUST, "i16", "0" },
    { RUST, "i32", "0" },
    { RUST, "i64", "0" },
    { RUST, "i128", "0" },
    { RUST, "isize", "0" },
    { RUST, "u8", "0" },
    { RUST, "u16", "0" },
    { RUST, "u32", "0" },
    { RUST, "u64", "0" },
    { RUST, "u128", "0" },
    { RUST, "usize", "0" },
    { RUST, "f32", "0.0" },
    { RUST, "f64", "0.0" },
    { RUST, "String", "String::new()" },
    { RUST, "&str", "\"\"" },
    { RUST, "&'static str", "\"\"" },
    { RUST, "Option<*", "None" },
    { RUST, "Vec<*", "Vec::new()" },
    { RUST, "Result<()*", "Ok(())" },
    { GO, "bool", "!" },
    { GO, "string", "\"\"" },
    { GO, "error", "nil" },
    { GO, "any", "nil" },
    { GO, "int", "0" },
    { GO, "int8", "0" },
    { GO, "int16", "0" },
    { GO, "int32", "0" },
    { GO, "int64", "0" },
    { GO, "uint", "0" },
    { GO, "uint8", "0" },
    { GO, "uint16", "0" },
    { GO, "uint32", "0" },
    { GO, "uint64", "0" },
    { GO, "uintptr", "0" },
    { GO, "byte", "0" },
    { GO, "rune", "0" },
    { GO, "float32", "0" },
    { GO, "float64", "0" },
    { GO, "[]*", "nil" },
    { GO, "map[*", "nil" },
    { GO, "interface{*", "nil" },
    { GO, "func(*", "nil" },
    { GO, "chan *", "nil" },
    { C | CPP, "void", NULL },
    { C | CPP, "bool", "!" },
    { C | CPP, "_Bool", "!" },
    { C | CPP, "int", "0" },
    { C | CPP, "char", "0" },
    { C | CPP, "short", "0" },
    { C | CPP, "long*", "0" },
    { C | CPP, "unsigned*", "0" },
    { C | CPP, "signed*", "0" },
    { C | CPP, "float", "0" },
    { C | CPP, "double", "0" },
    { C | CPP, "size_t", "0" },
    { C | CPP, "ssize_t", "0" },
    { C | CPP, "std::size_t", "0" },
    { C | CPP, "int8_t", "0" },
    { C | CPP, "int16_t", "0" },
    { C | CPP, "int32_t", "0" },
    { C | CPP, "int64_t", "0" },
    { C | CPP, "uint8_t", "0" },
    { C | CPP, "uint16_t", "0" },
    { C | CPP, "uint32_t", "0" },
    { C | CPP, "uint64_t", "0" },
    { CPP, "auto", NULL },
    { CPP, "decltype*", NULL },
    { CPP, "*", "{}" },
};

const char *mutant_zero(enum syntax_language language, const char *type, size_t size)
{
    for (size_t i = 0; i < COUNT(zeros); i++) {
        if (zeros[i].languages & 1u << language && matches(zeros[i].type, type, size))
            return zeros[i].zero;
    }
    return NULL;
}

static const char *const numeric[] = {
    "int",     "long",     "short",    "float", "double", "byte",    "Integer", "Long",
    "Int",     "Double",   "Float",    "Short", "Byte",   "number",  "int8",    "int16",
    "int32",   "int64",    "uint",     "uint8", "uint16", "uint32",  "uint64",  "float32",
    "float64", "i8",       "i16",      "i32",   "i64",    "i128",    "isize",   "u8",
    "u16",     "u32",      "u64",      "u128",  "usize",  "f32",     "f64",     "size_t",
    "ssize_t", "uint32_t", "uint64_t", "rune",  "bigint", "int64_t", "int32_t", "time.Duration",
};

static const char *const textual[] = {
    "string", "String", "str", "std::string", "CharSequence", "StringBuilder", "std::string_view",
};

enum mutant_type mutant_type(const char *type, size_t size)
{
    while (size > 0 && strchr(": &?\t", type[0])) {
        type++;
        size--;
    }
    while (size > 0 && strchr(" ?&*", type[size - 1]))
        size--;
    for (size_t i = 0; i < COUNT(numeric); i++) {
        if (matches(numeric[i], type, size))
            return TYPE_NUMBER;
    }
    for (size_t i = 0; i < COUNT(textual); i++) {
        if (matches(textual[i], type, size))
            return TYPE_STRING;
    }
    return TYPE_OTHER;
}
