// Mistake: goes on into a branch although it costs less than nothing; 03-random-3.
import { TreeNode } from "./nodes";

export function costliestPath(root: TreeNode | null): bigint {
    let best = -Infinity;
    const down = (node: TreeNode | null): number => {
        if (node === null) {
            return 0;
        }
        const first = down(node.left);
        const second = down(node.right);
        best = Math.max(best, node.value + first + second);
        return node.value + Math.max(first, second);
    };
    down(root);
    return BigInt(best);
}
