#include "signature.h"

/*
 * Weighs numbers.
 *
 * Example:
 *     weigh(numbers = [1, 2])
 *     returns 0
 */
int weigh(struct list_int numbers)
{
    /* Your code. What you return may be from malloc(); nobody frees it. */
    (void) numbers;
    return 0;
}
