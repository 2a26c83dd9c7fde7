// O(n): all calls in a list, level by level; then backwards, children before their callers.
import { TreeNode } from "./nodes";

export function costliestPath(root: TreeNode | null): bigint {
    const calls: TreeNode[] = [root!];
    const callers: number[] = [-1];
    for (let i = 0; i < calls.length; i++) {
        for (const child of [calls[i].left, calls[i].right]) {
            if (child !== null) {
                calls.push(child);
                callers.push(i);
            }
        }
    }

    // The two best ways down into the branches of each call, 0 for none. Costs stay far below 2^53.
    const larger = new Array<number>(calls.length).fill(0);
    const smaller = new Array<number>(calls.length).fill(0);
    let best = -Infinity;
    for (let i = calls.length - 1; i >= 0; i--) {
        best = Math.max(best, calls[i].value + larger[i] + smaller[i]);
        const down = calls[i].value + larger[i];
        const caller = callers[i];
        if (caller >= 0 && down > larger[caller]) {
            smaller[caller] = larger[caller];
            larger[caller] = down;
        } else if (caller >= 0 && down > smaller[caller]) {
            smaller[caller] = down;
        }
    }
    return BigInt(best);
}
