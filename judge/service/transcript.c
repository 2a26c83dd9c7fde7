/* What a probe sent and got, as text: curl lines that a candidate can paste, and short answers. */
#include "judge/service/player.h"

#include "judge/base/text.h"

#include <string.h>

enum { BODY_EXCERPT = 300, SENT_EXCERPT = 600 };

/* 'it'\''s' */
static int put_quoted(struct buffer *out, const char *text, size_t size)
{
    int status = buffer_puts(out, "'");

    for (size_t i = 0; i < size && status == 0; i++)
        status = text[i] == '\'' ? buffer_puts(out, "'\\''") : buffer_append(out, text + i, 1);
    return status < 0 ? status : buffer_puts(out, "'");
}

static int put_request(struct buffer *out, const struct exchange *exchange)
{
    bool head = !strcmp(exchange->method, "HEAD");
    int status = head ? buffer_puts(out, "curl -I ")
                      : buffer_printf(out, "curl -i -X %s ", exchange->method);

    if (status == 0)
        status = buffer_puts(out, "--path-as-is ");
    AUTO_BUFFER struct buffer url = { 0 };
    if (status == 0)
        status = buffer_printf(&url, "http://127.0.0.1:%d%s", HOST_PORT, exchange->target);
    if (status == 0)
        status = put_quoted(out, url.data, url.size);
    for (size_t i = 0; i < exchange->header_count && status == 0; i++) {
        status = buffer_puts(out, " -H ");
        if (status == 0)
            status = put_quoted(out, exchange->headers[i], strlen(exchange->headers[i]));
    }
    if (status == 0 && exchange->body) {
        size_t size = exchange->body_size < SENT_EXCERPT ? exchange->body_size : SENT_EXCERPT;
        status = buffer_puts(out, " --data-binary ");
        if (status == 0)
            status = put_quoted(out, exchange->body, size);
        if (status == 0 && size < exchange->body_size)
            status = buffer_puts(out, " # …: cut here");
    }
    return status;
}

static int put_answer(struct buffer *out, const struct exchange *exchange)
{
    const struct buffer *body = &exchange->answer;
    size_t size = body->size < BODY_EXCERPT ? body->size : BODY_EXCERPT;

    if (exchange->error != EXCHANGE_FINE)
        return buffer_printf(out, "\n  # no answer: %s (%s)", exchange_error_name(exchange->error),
                             exchange->detail);
    int status = buffer_printf(out, "\n  # %d in %.3f s", exchange->status, exchange->seconds);
    if (status == 0 && body->size > 0) {
        AUTO_FREE char *text = text_harmless(body->data, size, (size_t) 4 * BODY_EXCERPT);
        if (!text)
            return -ENOMEM;
        text_line(text);
        status = buffer_printf(out, ": %s%s", text, size < body->size ? " …" : "");
    }
    return status;
}

/* The ring keeps it, which gcc's analyser does not see. */
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

void player_note_text(struct player *player, const char *text)
{
    char **slot = &player->notes[player->note_count % NOTES_MOST];

    free(*slot);
    *slot = strdup(text);
    player->note_count++;
}

#pragma GCC diagnostic pop

void player_note(struct player *player, const struct exchange *exchange, size_t times)
{
    AUTO_BUFFER struct buffer out = { 0 };
    int status = put_request(&out, exchange);

    if (status == 0 && times > 1)
        status = buffer_printf(&out, "\n  # one of %zu requests at the same time", times);
    if (status == 0)
        status = put_answer(&out, exchange);
    if (status == 0)
        player_note_text(player, out.data);
}

char *player_notes(const struct player *player)
{
    AUTO_BUFFER struct buffer out = { 0 };
    size_t first = player->note_count > NOTES_MOST ? player->note_count - NOTES_MOST : 0;
    int status = 0;

    if (first > 0)
        status = buffer_printf(&out, "# %zu earlier ones are left out\n", first);
    for (size_t i = first; i < player->note_count && status == 0; i++) {
        const char *note = player->notes[i % NOTES_MOST];
        status = buffer_printf(&out, "%s\n", note ? note : "");
    }
    if (status < 0 || buffer_append(&out, "", 0) < 0)
        return NULL;
    return steal(&out.data);
}
