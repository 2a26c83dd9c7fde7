/**
 * Finds the fewest single changes that lead from one configuration to another through valid ones.
 * Returns their number, or -1 if there is no way.
 *
 * Example:
 *     fewestChanges(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
 *     returns 3
 */
export function fewestChanges(current: string, wanted: string, valid: string[]): number {
    // Your code.
    return 0;
}
