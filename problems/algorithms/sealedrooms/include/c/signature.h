/* What seal_rooms is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct matrix_int {
    size_t rows, columns;
    int *cells; /* row by row: cells[row * columns + column] */
};

int seal_rooms(struct matrix_int plan);

#endif
