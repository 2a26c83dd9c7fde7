// Slow: O(n k), a table over shards and partitions, in which the best last cut only moves to the right.
pub fn split_shards(sizes: Vec<i32>, shards: i32) -> i64 {
    let n = sizes.len();
    let mut sums = vec![0i64; n + 1];
    for i in 0..n {
        sums[i + 1] = sums[i] + sizes[i] as i64;
    }
    let mut best = sums.clone(); // of the first i partitions, with the shards so far
    for _ in 1..(shards as usize).min(n) {
        let mut next = vec![0i64; n + 1];
        let mut cut = 0;
        for end in 1..=n {
            let largest = |cut: usize| best[cut].max(sums[end] - sums[cut]);
            while cut + 1 < end && largest(cut + 1) <= largest(cut) {
                cut += 1;
            }
            next[end] = largest(cut);
        }
        best = next;
    }
    best[n]
}
