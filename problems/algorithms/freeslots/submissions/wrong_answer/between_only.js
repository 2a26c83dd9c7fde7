// Mistake: looks only between bookings, not before the first and behind the last one; 02-random-3.
function freeSlots(bookings, horizon, length) {
    const order = bookings.filter(([start, end]) => start < horizon && end > 0);
    order.sort((one, two) => one[0] - two[0]);
    const slots = [];
    let freeFrom = horizon;
    order.forEach(([start, end], i) => {
        if (i > 0 && start - freeFrom >= length) {
            slots.push([freeFrom, start]);
        }
        freeFrom = i > 0 ? Math.max(freeFrom, end) : end;
    });
    return slots;
}

module.exports = { freeSlots };
