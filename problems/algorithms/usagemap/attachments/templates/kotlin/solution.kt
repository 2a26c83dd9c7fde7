/**
 * Serves requests in their order, as far as the quotas of the teams allow.
 * Returns how many requests of each team were refused; only teams with a refused request are in it.
 *
 * Example:
 *     refusedRequests(quotas = {"*": 2, "api": 1, "web": 0}, requests = ["api", "ml", "web", "api", "qa", "ml", "api"])
 *     returns {"api": 2, "ml": 1, "web": 1}
 */
fun refusedRequests(quotas: Map<String, Int>, requests: Array<String>): Map<String, Int> {
    // Your code.
    return emptyMap()
}
