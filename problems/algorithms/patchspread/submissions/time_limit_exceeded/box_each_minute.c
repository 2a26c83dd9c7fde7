// Slow: O(n) for each minute, goes through all places around those of the last minute, a byte for each.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

struct box {
    size_t top, bottom, left, right; /* all within */
};

static void widen(struct box *box, size_t row, size_t left, size_t right)
{
    box->top = row < box->top ? row : box->top;
    box->bottom = row > box->bottom ? row : box->bottom;
    box->left = left < box->left ? left : box->left;
    box->right = right > box->right ? right : box->right;
}

static uint8_t spread(uint8_t *restrict fresh, const uint8_t *restrict open,
                      const uint8_t *restrict patched, size_t count, size_t width)
{
    uint8_t any = 0;

    for (size_t i = 0; i < count; i++) {
        fresh[i] = open[i] & (patched[i - 1] | patched[i + 1] | (patched - width)[i] | patched[i + width]);
        any |= fresh[i];
    }
    return any;
}

static void settle(const uint8_t *restrict fresh, uint8_t *restrict open, uint8_t *restrict patched,
                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        open[i] ^= fresh[i];
        patched[i] |= fresh[i];
    }
}

int patch_minutes(struct matrix_int servers)
{
    size_t rows = servers.rows, columns = servers.columns, width = columns + 2;
    uint8_t *open = calloc((rows + 2) * width, 1), *patched = calloc((rows + 2) * width, 1);
    uint8_t *fresh = calloc((rows + 2) * width, 1), *any = calloc(rows + 2, 1);
    struct box box = { rows + 1, 0, width, 0 };
    int minutes = 0;

    for (size_t row = 1; row <= rows; row++) {
        for (size_t column = 1; column <= columns; column++) {
            int state = servers.cells[(row - 1) * columns + column - 1];

            open[row * width + column] = state == 0;
            patched[row * width + column] = state == 1;
            if (state == 1)
                widen(&box, row, column, column);
        }
    }
    while (box.top <= box.bottom) {
        size_t top = box.top > 1 ? box.top - 1 : 1, bottom = box.bottom < rows ? box.bottom + 1 : rows;
        size_t left = box.left > 1 ? box.left - 1 : 1, right = box.right < columns ? box.right + 1 : columns;

        for (size_t row = top; row <= bottom; row++) {
            size_t at = row * width + left;

            any[row] = spread(fresh + at, open + at, patched + at, right - left + 1, width);
        }
        box = (struct box){ rows + 1, 0, width, 0 };
        for (size_t row = top; row <= bottom; row++) {
            const uint8_t *line = fresh + row * width;
            size_t first = left, last = right;

            if (!any[row])
                continue;
            settle(line + left, open + row * width + left, patched + row * width + left, right - left + 1);
            while (!line[first])
                first++;
            while (!line[last])
                last--;
            widen(&box, row, first, last);
        }
        minutes += box.top <= box.bottom;
    }
    for (size_t i = 0; i < (rows + 2) * width; i++)
        if (open[i])
            return -1;
    return minutes;
}
