// Mistake: takes the links in the order of the list, not in that of time; 07-joined-6.
pub fn first_connected(nodes: i32, links: Vec<Vec<i32>>) -> i32 {
    fn find(parent: &mut Vec<usize>, node: usize) -> usize {
        if parent[node] != node {
            let root = find(parent, parent[node]);
            parent[node] = root;
        }
        parent[node]
    }

    let mut parent: Vec<usize> = (0..nodes as usize).collect();
    let mut parts = nodes;
    if parts == 1 {
        return 0;
    }
    for link in &links {
        let a = find(&mut parent, link[1] as usize);
        let b = find(&mut parent, link[2] as usize);
        if a != b {
            parent[a] = b;
            parts -= 1;
            if parts == 1 {
                return link[0];
            }
        }
    }
    -1
}
