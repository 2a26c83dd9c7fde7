class Solution {
    /**
     * Finds the cheapest route from one site to another over one-way links.
     * Returns what it costs, or -1 if there is none.
     *
     * Example:
     *     cheapestRoute(sites = 5, links = [[0, 1, 10], [0, 2, 3], [2, 1, 4], [1, 3, 2], [2, 3, 8], [3, 0, 1]], source = 0, target = 3)
     *     returns 9
     */
    public long cheapestRoute(int sites, int[][] links, int source, int target) {
        // Your code.
        return 0;
    }
}
