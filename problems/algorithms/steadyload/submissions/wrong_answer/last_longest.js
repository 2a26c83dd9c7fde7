// Mistake: a stretch that is as long as the best replaces it; 03-levels-6.
function steadyStretch(loads, spread) {
    const falling = [];
    const rising = [];
    let fallingFront = 0;
    let risingFront = 0;
    let start = 0;
    let best = [0, 0];
    for (let i = 0; i < loads.length; i++) {
        while (falling.length > fallingFront && loads[falling[falling.length - 1]] <= loads[i]) {
            falling.pop();
        }
        while (rising.length > risingFront && loads[rising[rising.length - 1]] >= loads[i]) {
            rising.pop();
        }
        falling.push(i);
        rising.push(i);
        while (loads[falling[fallingFront]] - loads[rising[risingFront]] > spread) {
            start++;
            if (falling[fallingFront] < start) {
                fallingFront++;
            }
            if (rising[risingFront] < start) {
                risingFront++;
            }
        }
        if (i + 1 - start >= best[1]) {
            best = [start, i + 1 - start];
        }
    }
    return best;
}

module.exports = { steadyStretch };
