// queries; time O(n log n); space O(n); families: random; kind: offline, Fenwick tree and sorting
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
    let v: Vec<usize> = text.split_ascii_whitespace().map(|w| w.parse().unwrap()).collect();
    let n = v[0];
    let mut by_value: Vec<usize> = (1..=n).collect();
    by_value.sort_by_key(|&i| v[i]);
    let mut asked: Vec<(usize, usize, usize)> =
        (0..n).map(|q| (v[v[n + 1 + 2 * q]], v[n + 1 + 2 * q], v[n + 2 + 2 * q])).collect();
    asked.sort_unstable();
    let mut tree = vec![0usize; n + 1];
    let prefix = |tree: &Vec<usize>, mut i: usize| {
        let mut sum = 0;
        while i > 0 {
            sum += tree[i];
            i &= i - 1;
        }
        sum
    };
    let (mut next, mut answer) = (0, 0);
    for (value, left, right) in asked {
        while next < n && v[by_value[next]] < value {
            let mut i = by_value[next];
            while i <= n {
                tree[i] += 1;
                i += i & i.wrapping_neg();
            }
            next += 1;
        }
        answer += prefix(&tree, right) - prefix(&tree, left - 1);
    }
    println!("{}", answer);
}
