// Mistake: stops at the first segment without a route, although a longer route follows; 09-gaps-8.
fun matchRoutes(routes: Array<String>, paths: Array<String>): IntArray {
    val first = HashMap<String, Int>()
    for ((position, route) in routes.withIndex()) {
        first.putIfAbsent(route, position)
    }
    val result = IntArray(paths.size)
    for ((i, path) in paths.withIndex()) {
        result[i] = first["/"] ?: -1
        var prefix = ""
        for (segment in path.split("/").filter { it.isNotEmpty() }) {
            prefix += "/" + segment
            result[i] = first[prefix] ?: break
        }
    }
    return result
}
