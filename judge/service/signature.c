/*
 * Signatures by Standard Webhooks (standard-webhooks/standard-webhooks, spec/standard-webhooks.md),
 * by nettle's HMAC-SHA256 and base64.
 */
#include "judge/service/receiver.h"

#include <math.h>
#include <nettle/base64.h>
#include <nettle/hmac.h>
#include <string.h>

enum { KEY_BYTES = 256, TOLERANCE_S = 300 };

static bool decode_secret(const char *secret, uint8_t key[KEY_BYTES], size_t *ret_size)
{
    struct base64_decode_ctx context;
    size_t size = KEY_BYTES;

    if (!strncmp(secret, "whsec_", strlen("whsec_")))
        secret += strlen("whsec_");
    if (BASE64_DECODE_LENGTH(strlen(secret)) > KEY_BYTES)
        return false;
    base64_decode_init(&context);
    if (!base64_decode_update(&context, &size, key, strlen(secret), secret) ||
        !base64_decode_final(&context))
        return false;
    *ret_size = size;
    return true;
}

static bool has_signature(const char *signatures, const char *wanted)
{
    size_t length = strlen(wanted);

    while (*signatures) {
        size_t word = strcspn(signatures, " ");
        if (word == length + 3 && !strncmp(signatures, "v1,", 3) &&
            !strncmp(signatures + 3, wanted, length))
            return true;
        signatures += word;
        signatures += strspn(signatures, " ");
    }
    return false;
}

static bool timestamp_near(const char *timestamp, double now_s)
{
    char *end;
    double value = strtod(timestamp, &end);

    return end != timestamp && *end == '\0' &&
           strspn(timestamp, "0123456789") == strlen(timestamp) &&
           fabs(value - now_s) <= TOLERANCE_S;
}

const char *signature_fault(const char *id, const char *timestamp, const char *signatures,
                            const void *body, size_t size, const char *secret, double now_s)
{
    uint8_t key[KEY_BYTES], digest[SHA256_DIGEST_SIZE];
    char text[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE) + 1] = "";
    struct hmac_sha256_ctx context;
    size_t key_size;

    if (!id || !*id)
        return "it has no webhook-id";
    if (!timestamp || !timestamp_near(timestamp, now_s))
        return "its webhook-timestamp is not the time of now in seconds";
    if (!signatures)
        return "it has no webhook-signature";
    if (!decode_secret(secret, key, &key_size))
        return "the secret is not whsec_ and base64";
    hmac_sha256_set_key(&context, key_size, key);
    hmac_sha256_update(&context, strlen(id), (const uint8_t *) id);
    hmac_sha256_update(&context, 1, (const uint8_t *) ".");
    hmac_sha256_update(&context, strlen(timestamp), (const uint8_t *) timestamp);
    hmac_sha256_update(&context, 1, (const uint8_t *) ".");
    if (size > 0)
        hmac_sha256_update(&context, size, body);
    hmac_sha256_digest(&context, sizeof(digest), digest);
    base64_encode_raw(text, sizeof(digest), digest);
    return has_signature(signatures, text) ? NULL
                                           : "no v1 signature in its webhook-signature is right";
}
