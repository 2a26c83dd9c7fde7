// Crash: plain objects as maps; every one has a constructor, which has no children.
function matchRoutes(routes, paths) {
    const makeNode = () => ({ children: {}, route: -1 });
    const segments = (path) => path.split('/').filter((segment) => segment !== '');
    const root = makeNode();
    routes.forEach((route, position) => {
        let node = root;
        for (const segment of segments(route)) {
            if (!node.children[segment]) {
                node.children[segment] = makeNode();
            }
            node = node.children[segment];
        }
        if (node.route < 0) {
            node.route = position;
        }
    });
    return paths.map((path) => {
        let node = root;
        let best = root.route;
        for (const segment of segments(path)) {
            node = node.children[segment];
            if (!node) {
                break;
            }
            if (node.route >= 0) {
                best = node.route;
            }
        }
        return best;
    });
}

module.exports = { matchRoutes };
