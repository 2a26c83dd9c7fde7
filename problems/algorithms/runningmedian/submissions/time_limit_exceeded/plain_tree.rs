// Slow: O(n^2) for sorted latencies, which make a search tree without balancing a list.
struct Node {
    latency: i32,
    size: usize, // of the subtree
    children: [usize; 2],
}

const NONE: usize = usize::MAX;

pub fn running_medians(latencies: Vec<i32>) -> Vec<i32> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut medians = Vec::new();

    for latency in latencies {
        let new = nodes.len();
        nodes.push(Node { latency, size: 1, children: [NONE, NONE] });
        let mut at = if new == 0 { NONE } else { 0 };
        while at != NONE {
            nodes[at].size += 1;
            let side = (latency >= nodes[at].latency) as usize;
            let child = nodes[at].children[side];
            if child == NONE {
                nodes[at].children[side] = new;
            }
            at = child;
        }

        let mut before = new / 2; // how many are smaller than the median
        at = 0;
        loop {
            let left = nodes[at].children[0];
            let smaller = if left == NONE { 0 } else { nodes[left].size };
            if before == smaller {
                break;
            }
            if before < smaller {
                at = left;
            } else {
                before -= smaller + 1;
                at = nodes[at].children[1];
            }
        }
        medians.push(nodes[at].latency);
    }
    medians
}
