// O(n): a tree of segments; the last route on the way down counts.
class Node {
    readonly children = new Map<string, Node>();
    route = -1;
}

function segments(path: string): string[] {
    return path === "/" ? [] : path.slice(1).split("/");
}

export function matchRoutes(routes: string[], paths: string[]): number[] {
    const root = new Node();
    routes.forEach((route, position) => {
        let node = root;
        for (const segment of segments(route)) {
            let child = node.children.get(segment);
            if (child === undefined) {
                child = new Node();
                node.children.set(segment, child);
            }
            node = child;
        }
        if (node.route < 0) {
            node.route = position;
        }
    });
    return paths.map((path) => {
        let node: Node | undefined = root;
        let last = root.route;
        for (const segment of segments(path)) {
            node = node.children.get(segment);
            if (node === undefined) {
                break;
            }
            if (node.route >= 0) {
                last = node.route;
            }
        }
        return last;
    });
}
