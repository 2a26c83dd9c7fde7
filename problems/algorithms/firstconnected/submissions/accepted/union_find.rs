// O(m log m): links in order of time, a union-find by size with path halving.
struct Parts {
    parent: Vec<usize>,
    size: Vec<usize>,
    count: usize,
}

impl Parts {
    fn new(count: usize) -> Self {
        Parts {
            parent: (0..count).collect(),
            size: vec![1; count],
            count,
        }
    }

    fn find(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (mut a, mut b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        if self.size[a] < self.size[b] {
            std::mem::swap(&mut a, &mut b);
        }
        self.parent[b] = a;
        self.size[a] += self.size[b];
        self.count -= 1;
    }
}

pub fn first_connected(nodes: i32, mut links: Vec<Vec<i32>>) -> i32 {
    let mut parts = Parts::new(nodes as usize);
    if parts.count == 1 {
        return 0;
    }
    links.sort_unstable_by_key(|link| link[0]);
    for link in &links {
        parts.join(link[1] as usize, link[2] as usize);
        if parts.count == 1 {
            return link[0];
        }
    }
    -1
}
