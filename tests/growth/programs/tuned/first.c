// weigh; time O(1); space O(1)
#include "signature.h"

#include <stdlib.h>

int weigh(struct list_int numbers)
{
    return numbers.count ? numbers.items[0] : 0;
}
