// Mistake: sort() without a comparator puts numbers in the order of their text; 15-digits-9.
function peakLeases(leases) {
    const starts = leases.map((lease) => lease[0]).sort();
    const ends = leases.map((lease) => lease[1]).sort();
    let over = 0;
    let best = 0;
    let bestMoment = 0;
    starts.forEach((start, i) => {
        while (ends[over] <= start) {
            over++;
        }
        if (i + 1 - over > best) {
            best = i + 1 - over;
            bestMoment = start;
        }
    });
    return [bestMoment, best];
}

module.exports = { peakLeases };
