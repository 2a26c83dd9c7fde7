/*
 * Variables of a probe, ${…} in texts, and filters. Texts and variables are two objects, because a
 * receiver is both: ${hook} is its URL and $hook the list of what it received.
 */
#include "judge/service/player.h"

#include <errno.h>
#include <string.h>

enum { EXCERPT = 700, VARIABLE_EXCERPT = 400 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

void player_set(struct player *player, const char *name, jv value)
{
    player->variables = jv_object_set(player->variables, jv_string(name), value);
}

void player_set_text(struct player *player, const char *name, jv value)
{
    player->texts = jv_object_set(player->texts, jv_string(name), jv_copy(value));
    player_set(player, name, value);
}

void player_append(struct player *player, const char *name, jv value)
{
    jv list = jv_object_get(jv_copy(player->variables), jv_string(name));

    if (jv_get_kind(list) != JV_KIND_ARRAY) {
        jv_free(list);
        list = jv_array();
    } else { /* so that the list is not copied: nobody else holds it */
        player_set(player, name, jv_null());
    }
    player_set(player, name, jv_array_append(list, value));
}

/* ---- ${…} ----------------------------------------------------------------------------------- */

static jv value_of(const struct player *player, const char *name, size_t length)
{
    jv value = jv_object_get(jv_copy(player->texts), jv_string_sized(name, (int) length));

    if (jv_is_valid(value))
        return value;
    jv_free(value);
    return jv_object_get(jv_copy(player->variables), jv_string_sized(name, (int) length));
}

static int append_value(struct buffer *out, jv value)
{
    if (jv_get_kind(value) != JV_KIND_STRING)
        value = jv_dump_string(value, 0);
    int status =
        buffer_append(out, jv_string_value(value), (size_t) jv_string_length_bytes(jv_copy(value)));
    jv_free(value);
    return status;
}

int player_expand(struct player *player, int line, const char *text, char **ret,
                  struct error *error)
{
    AUTO_BUFFER struct buffer out = { 0 };

    while (*text) {
        const char *mark = strstr(text, "${");
        const char *close = mark ? strchr(mark, '}') : NULL;
        if (!close)
            mark = text + strlen(text);
        if (buffer_append(&out, text, (size_t) (mark - text)) < 0)
            return no_memory(error);
        if (!close)
            break;
        jv value = value_of(player, mark + 2, (size_t) (close - mark - 2));
        if (!jv_is_valid(value)) {
            jv_free(value);
            return player_fail(player, line, "nothing is known yet for %.*s}", (int) (close - mark),
                               mark);
        }
        if (append_value(&out, value) < 0)
            return no_memory(error);
        text = close + 1;
    }
    if (buffer_append(&out, "", 0) < 0)
        return no_memory(error);
    *ret = steal(&out.data);
    return 0;
}

static int expand_string(struct player *player, int line, jv value, jv *ret, struct error *error)
{
    const char *text = jv_string_value(value);
    size_t length = strlen(text);
    char *expanded = NULL;

    if (!strncmp(text, "${", 2) && strchr(text, '}') == text + length - 1) {
        jv whole = value_of(player, text + 2, length - 3);
        if (jv_is_valid(whole)) {
            *ret = whole;
            return 0;
        }
        jv_free(whole);
    }
    int status = player_expand(player, line, text, &expanded, error);
    if (status == 0) {
        *ret = jv_string(expanded);
        free(expanded);
    }
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): values of probe files are at most 64 levels deep */
static int expand_list(struct player *player, int line, jv value, jv *ret, struct error *error)
{
    int count = jv_array_length(jv_copy(value)), status = 0;
    jv list = jv_array();

    for (int i = 0; i < count && status == 0; i++) {
        jv expanded = jv_null(), item = jv_array_get(jv_copy(value), i);
        status = player_expand_value(player, line, item, &expanded, error);
        list = jv_array_append(list, expanded);
        jv_free(item);
    }
    *ret = list;
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): values of probe files are at most 64 levels deep */
static int expand_object(struct player *player, int line, jv value, jv *ret, struct error *error)
{
    jv object = jv_object();
    int status = 0;

    for (int at = jv_object_iter(value); jv_object_iter_valid(value, at) && status == 0;
         at = jv_object_iter_next(value, at)) {
        jv expanded = jv_null(), item = jv_object_iter_value(value, at);
        status = player_expand_value(player, line, item, &expanded, error);
        object = jv_object_set(object, jv_object_iter_key(value, at), expanded);
        jv_free(item);
    }
    *ret = object;
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): values of probe files are at most 64 levels deep */
int player_expand_value(struct player *player, int line, jv value, jv *ret, struct error *error)
{
    int status = 0;

    switch (jv_get_kind(value)) {
    case JV_KIND_STRING:
        return expand_string(player, line, value, ret, error);
    case JV_KIND_ARRAY:
        status = expand_list(player, line, value, ret, error);
        break;
    case JV_KIND_OBJECT:
        status = expand_object(player, line, value, ret, error);
        break;
    default:
        *ret = jv_copy(value);
    }
    if (status != 0)
        jv_free(*ret);
    return status;
}

/* ---- Filters -------------------------------------------------------------------------------- */

int player_filter(struct player *player, size_t filter, jv input, jv *ret, struct error *error)
{
    for (size_t i = 0; i < player->receiver_count; i++)
        player_set(player, player->scripts[i].name, receiver_records(player->receivers[i]));
    return filters_run(player->probes->filters, filter, input, player->variables, ret, error);
}

static int append_excerpt(struct buffer *out, jv value, size_t limit)
{
    jv text = jv_dump_string(value, JV_PRINT_SORTED);
    size_t size = (size_t) jv_string_length_bytes(jv_copy(text));
    int status = buffer_append(out, jv_string_value(text), size < limit ? size : limit);

    if (status == 0 && size > limit)
        status = buffer_printf(out, "… (%zu bytes)", size);
    jv_free(text);
    return status;
}

/* "$first = {…}" for each variable that the filter speaks of. */
static int append_variables(struct player *player, struct buffer *out, const char *filter)
{
    const struct filter_names *names = &player->probe->names;
    int status = 0;

    for (size_t i = 0; i < names->count && status == 0; i++) {
        size_t length = strlen(names->items[i]);
        bool used = false;
        for (const char *at = strchr(filter, '$'); at && !used; at = strchr(at + 1, '$'))
            used = !strncmp(at + 1, names->items[i], length) &&
                   !strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_",
                           at[1 + length] ? at[1 + length] : ' ');
        if (!used)
            continue;
        jv value = jv_object_get(jv_copy(player->variables), jv_string(names->items[i]));
        status = buffer_printf(out, "\n  $%s = ", names->items[i]);
        if (!jv_is_valid(value)) {
            jv_free(value);
            value = jv_null();
        }
        if (status == 0)
            status = append_excerpt(out, value, VARIABLE_EXCERPT);
        else
            jv_free(value);
    }
    return status;
}

static int claim_failed(struct player *player, int line, const struct claim *claim, jv input,
                        const char *jq_says, struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int status = 0;

    if (claim->says)
        status = buffer_printf(&text, "%s\n  ", claim->says);
    if (status == 0)
        status = buffer_printf(&text, "expected: %s", claim->text);
    if (status == 0 && jq_says)
        status = buffer_printf(&text, "\n  which cannot be told here: %s", jq_says);
    if (status == 0 && jv_get_kind(input) != JV_KIND_NULL) {
        status = buffer_puts(&text, "\n  of: ");
        if (status == 0)
            status = append_excerpt(&text, jv_copy(input), EXCERPT);
    }
    if (status == 0)
        status = append_variables(player, &text, claim->text);
    if (status < 0)
        return no_memory(error);
    return player_fail(player, line, "%s", text.data);
}

int player_claims(struct player *player, int line, const struct claims *claims, jv input,
                  bool quiet, struct error *error)
{
    for (size_t i = 0; i < claims->count; i++) {
        struct error fault = { 0 };
        jv result = jv_null();
        int status =
            player_filter(player, claims->items[i].filter, jv_copy(input), &result, &fault);
        bool holds = status == 0 && jv_get_kind(result) == JV_KIND_TRUE;
        jv_free(result);
        if (holds)
            continue;
        return quiet ? PLAY_FAILED
                     : claim_failed(player, line, &claims->items[i], input,
                                    status < 0 ? fault.message : NULL, error);
    }
    return 0;
}

int player_captures(struct player *player, int line, const struct capture *captures, size_t count,
                    jv input, bool may_be_null, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        struct error fault = { 0 };
        jv value;
        int status = player_filter(player, captures[i].filter, jv_copy(input), &value, &fault);
        (void) error;
        if (status < 0)
            return player_fail(player, line, "'%s' cannot be taken from the answer: %s",
                               captures[i].name, fault.message);
        if (!may_be_null && jv_get_kind(value) == JV_KIND_NULL) {
            jv_free(value);
            return player_fail(player, line, "the answer has nothing for '%s'", captures[i].name);
        }
        player_set(player, captures[i].name, value);
    }
    return 0;
}
