// Mistake: the last of several equal routes takes the place of the first; 08-twice-9.
function matchRoutes(routes, paths) {
    const positions = new Map(routes.map((route, position) => [route, position]));
    return paths.map((path) => {
        for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
            if (positions.has(prefix)) {
                return positions.get(prefix);
            }
        }
        return positions.has('/') ? positions.get('/') : -1;
    });
}

module.exports = { matchRoutes };
