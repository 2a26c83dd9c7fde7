// O(n log n): starts and ends as events, sorted by moment, and ends before starts.
function peakLeases(leases) {
    const events = [];
    for (const [start, end] of leases) {
        events.push([start, 1], [end, -1]);
    }
    events.sort((one, two) => one[0] - two[0] || one[1] - two[1]);
    let held = 0;
    let best = 0;
    let bestMoment = 0;
    for (const [moment, change] of events) {
        held += change;
        if (held > best) {
            best = held;
            bestMoment = moment;
        }
    }
    return [bestMoment, best];
}

module.exports = { peakLeases };
