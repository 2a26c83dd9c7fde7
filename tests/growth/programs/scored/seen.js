// time: n; space: n
function weigh(numbers) {
    return new Set(numbers).size;
}
