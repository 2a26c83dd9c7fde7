// Mistake: floods over racks of other feeds as well; 03-random-6.
export function zoneSizes(feeds: number[][]): number[] {
    const left = feeds.map((line) => line.slice());
    const sizes: number[] = [];
    for (let row = 0; row < left.length; row++) {
        for (let column = 0; column < left[0].length; column++) {
            if (left[row][column] === 0) {
                continue;
            }
            const stack = [[row, column]];
            let size = 0;
            left[row][column] = 0;
            while (stack.length > 0) {
                const [r, c] = stack.pop()!;
                size++;
                for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                    if (left[r2] !== undefined && left[r2][c2]) {
                        left[r2][c2] = 0;
                        stack.push([r2, c2]);
                    }
                }
            }
            sizes.push(size);
        }
    }
    return sizes.sort((a, b) => b - a);
}
