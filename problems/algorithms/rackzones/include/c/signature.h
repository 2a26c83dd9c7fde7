/* What zone_sizes is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct matrix_int {
    size_t rows, columns;
    int *cells; /* row by row: cells[row * columns + column] */
};

struct list_int {
    size_t count;
    int *items;
};

struct list_int zone_sizes(struct matrix_int feeds);

#endif
