// Slow: O(n m), searches each prefix of a path in the list of routes from its start.
function matchRoutes(routes, paths) {
    return paths.map((path) => {
        for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
            const position = routes.indexOf(prefix);
            if (position >= 0) {
                return position;
            }
        }
        return routes.indexOf('/');
    });
}

module.exports = { matchRoutes };
