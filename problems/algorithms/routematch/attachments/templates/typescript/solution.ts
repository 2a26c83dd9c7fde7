/**
 * Finds for each path the position of the longest route that is a prefix of it by whole segments,
 * or -1. If the same route stands in the list several times, the first one counts.
 *
 * Example:
 *     matchRoutes(routes = ["/api", "/api/users", "/", "/api/users/list"], paths = ["/api/users/42", "/apis", "/api", "/api/users/list/all"])
 *     returns [1, 2, 0, 3]
 */
export function matchRoutes(routes: string[], paths: string[]): number[] {
    // Your code.
    return [];
}
