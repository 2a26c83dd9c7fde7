// Crash: a table with a cell for each millisecond takes up to 4 GB.
#include "signature.h"

#include <algorithm>

std::vector<std::vector<int>> free_slots(const std::vector<std::vector<int>> &bookings, int horizon,
                                         int length)
{
    std::vector<int> change(static_cast<size_t>(horizon) + 1);
    std::vector<std::vector<int>> slots;

    for (const auto &booking : bookings) {
        change[std::clamp(booking[0], 0, horizon)]++;
        change[std::clamp(booking[1], 0, horizon)]--;
    }
    int busy = 0, free_from = 0;
    for (int moment = 0; moment <= horizon; moment++) {
        int before = busy;
        busy += change[moment];
        if ((busy > 0 || moment == horizon) && before == 0 && moment - free_from >= length)
            slots.push_back({free_from, moment});
        if (busy > 0 || before > 0)
            free_from = moment;
    }
    return slots;
}
