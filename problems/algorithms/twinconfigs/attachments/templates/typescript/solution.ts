/**
 * Finds the groups of two or more services whose configurations have the same lines in any order.
 * Positions are counted from 0 and ascend; groups stand in the order of their first position.
 *
 * Example:
 *     groupTwins(configs = [["port=80", "log=on"], ["log=on"], ["log=on", "port=80"], ["debug"], ["log=on"]])
 *     returns [[0, 2], [1, 4]]
 */
export function groupTwins(configs: string[][]): number[][] {
    // Your code.
    return [];
}
