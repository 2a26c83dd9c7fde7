/*
 * Theory of operation: one table of node types for all languages, since those that share a name
 * mean the same by it as far as measures go. A type that is in no table is walked through.
 */

#include "judge/review/measures.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *type;
    unsigned roles;
} rows[] = {
    { "function_definition", MEASURES_FUNCTION | MEASURES_DECLARES },  /* Python, C, C++ */
    { "function_declaration", MEASURES_FUNCTION | MEASURES_DECLARES }, /* Go, JavaScript, Kotlin */
    { "generator_function_declaration", MEASURES_FUNCTION | MEASURES_DECLARES },
    { "method_declaration", MEASURES_FUNCTION | MEASURES_DECLARES }, /* Go, Java */
    { "method_definition", MEASURES_FUNCTION | MEASURES_DECLARES },
    { "constructor_declaration", MEASURES_FUNCTION },
    { "compact_constructor_declaration", MEASURES_FUNCTION },
    { "secondary_constructor", MEASURES_FUNCTION },
    { "function_item", MEASURES_FUNCTION | MEASURES_DECLARES },
    { "lambda", MEASURES_LAMBDA },
    { "func_literal", MEASURES_LAMBDA },
    { "lambda_expression", MEASURES_LAMBDA },
    { "arrow_function", MEASURES_LAMBDA },
    { "function_expression", MEASURES_LAMBDA },
    { "lambda_literal", MEASURES_LAMBDA },
    { "anonymous_function", MEASURES_LAMBDA },
    { "closure_expression", MEASURES_LAMBDA },
    { "if_statement", MEASURES_IF },
    { "if_expression", MEASURES_IF },
    { "elif_clause", MEASURES_ELIF },
    { "for_statement", MEASURES_LOOP },
    { "while_statement", MEASURES_LOOP },
    { "do_statement", MEASURES_LOOP },
    { "do_while_statement", MEASURES_LOOP },
    { "enhanced_for_statement", MEASURES_LOOP },
    { "for_in_statement", MEASURES_LOOP },
    { "for_range_loop", MEASURES_LOOP },
    { "for_expression", MEASURES_LOOP },
    { "while_expression", MEASURES_LOOP },
    { "loop_expression", MEASURES_LOOP },
    { "switch_statement", MEASURES_SWITCH },
    { "switch_expression", MEASURES_SWITCH },
    { "expression_switch_statement", MEASURES_SWITCH },
    { "type_switch_statement", MEASURES_SWITCH },
    { "select_statement", MEASURES_SWITCH },
    { "match_statement", MEASURES_SWITCH },
    { "match_expression", MEASURES_SWITCH },
    { "when_expression", MEASURES_SWITCH },
    { "case_clause", MEASURES_CASE },
    { "expression_case", MEASURES_CASE },
    { "type_case", MEASURES_CASE },
    { "communication_case", MEASURES_CASE },
    { "switch_label", MEASURES_CASE },
    { "case_statement", MEASURES_CASE },
    { "switch_case", MEASURES_CASE },
    { "match_arm", MEASURES_CASE },
    { "when_entry", MEASURES_CASE },
    { "except_clause", MEASURES_CATCH },
    { "except_group_clause", MEASURES_CATCH },
    { "catch_clause", MEASURES_CATCH },
    { "catch_block", MEASURES_CATCH },
    { "conditional_expression", MEASURES_TERNARY },
    { "ternary_expression", MEASURES_TERNARY },
    { "boolean_operator", MEASURES_LOGIC },
    { "binary_expression", MEASURES_LOGIC | MEASURES_USES_NUMBER },
    { "goto_statement", MEASURES_JUMP },
    { "break_statement", MEASURES_JUMP },
    { "continue_statement", MEASURES_JUMP },
    { "break_expression", MEASURES_JUMP },
    { "continue_expression", MEASURES_JUMP },
    { "else", MEASURES_ELSE },
    { "parameters", MEASURES_PARAMETERS | MEASURES_DECLARES },
    { "parameter_list", MEASURES_PARAMETERS },
    { "formal_parameters", MEASURES_PARAMETERS | MEASURES_DECLARES },
    { "function_value_parameters", MEASURES_PARAMETERS },
    { "comment", MEASURES_COMMENT },
    { "line_comment", MEASURES_COMMENT },
    { "block_comment", MEASURES_COMMENT },
    { "html_comment", MEASURES_COMMENT },
    { "integer", MEASURES_NUMBER },
    { "float", MEASURES_NUMBER },
    { "int_literal", MEASURES_NUMBER },
    { "float_literal", MEASURES_NUMBER },
    { "number", MEASURES_NUMBER },
    { "decimal_integer_literal", MEASURES_NUMBER },
    { "decimal_floating_point_literal", MEASURES_NUMBER },
    { "integer_literal", MEASURES_NUMBER },
    { "number_literal", MEASURES_NUMBER },
    { "binary_operator", MEASURES_USES_NUMBER },
    { "comparison_operator", MEASURES_USES_NUMBER },
    { "argument_list", MEASURES_USES_NUMBER },
    { "arguments", MEASURES_USES_NUMBER },
    { "value_argument", MEASURES_USES_NUMBER },
    { "keyed_element", MEASURES_NAMES_NUMBER },
    { "pair", MEASURES_NAMES_NUMBER },
    { "keyword_argument", MEASURES_NAMES_NUMBER },
    { "const_declaration", MEASURES_NAMES_NUMBER },
    { "const_spec", MEASURES_NAMES_NUMBER },
    { "const_item", MEASURES_NAMES_NUMBER },
    { "static_item", MEASURES_NAMES_NUMBER },
    { "field_declaration", MEASURES_NAMES_NUMBER },
    { "enumerator", MEASURES_NAMES_NUMBER },
    { "default_parameter", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "typed_default_parameter", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "assignment", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "variable_declarator", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "short_var_declaration", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "init_declarator", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "let_declaration", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "property_declaration", MEASURES_NAMES_NUMBER | MEASURES_DECLARES },
    { "variable_declaration", MEASURES_DECLARES },
    { "typed_parameter", MEASURES_DECLARES },
    { "var_spec", MEASURES_DECLARES },
    { "parameter_declaration", MEASURES_DECLARES },
    { "formal_parameter", MEASURES_DECLARES },
    { "required_parameter", MEASURES_DECLARES },
    { "parameter", MEASURES_DECLARES },
    { "declaration", MEASURES_DECLARES },
    { "function_declarator", MEASURES_DECLARES },
    { "pointer_declarator", MEASURES_DECLARES },
    { "identifier", MEASURES_IDENTIFIER },
    { "field_identifier", MEASURES_IDENTIFIER },
    { "property_identifier", MEASURES_IDENTIFIER },
    { "import_statement", MEASURES_IMPORT },
    { "import_from_statement", MEASURES_IMPORT },
    { "future_import_statement", MEASURES_IMPORT },
    { "import_declaration", MEASURES_IMPORT },
    { "package_clause", MEASURES_IMPORT },
    { "package_declaration", MEASURES_IMPORT },
    { "package_header", MEASURES_IMPORT },
    { "import", MEASURES_IMPORT },
    { "use_declaration", MEASURES_IMPORT },
    { "preproc_include", MEASURES_IMPORT },
    { "string", MEASURES_STRING },
    { "interpreted_string_literal", MEASURES_STRING },
    { "raw_string_literal", MEASURES_STRING },
    { "string_literal", MEASURES_STRING },
};

static unsigned roles_of(const char *type)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (strcmp(rows[i].type, type) == 0)
            return rows[i].roles;
    }
    return 0;
}

unsigned *measures_roles_new(enum syntax_language language)
{
    unsigned count = syntax_symbol_count(language);
    unsigned *roles = calloc((size_t) count + 1, sizeof(*roles));

    for (unsigned i = 0; roles && i < count; i++)
        roles[i] = roles_of(syntax_symbol_name(language, i));
    return roles;
}
