/**
 * Finds the longest stretch of requests with at most limit different tenants; the empty name is no tenant.
 * Returns the position of its first request, counted from 0, and its length; the first of the longest.
 *
 * Example:
 *     findStretch(tenants = ["acme", "bolt", "", "bolt", "core", "core", "bolt"], limit = 2)
 *     returns [1, 6]
 */
export function findStretch(tenants: string[], limit: number): number[] {
    // Your code.
    return [];
}
