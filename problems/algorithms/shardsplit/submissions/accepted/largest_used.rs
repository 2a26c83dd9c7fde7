// O(n log s): as soon as a capacity is enough, the search goes on below the largest shard that it led to.
fn largest_shard(sizes: &[i32], shards: i32, capacity: i64) -> Option<i64> {
    let (mut count, mut load, mut largest) = (1, 0, 0);
    for &size in sizes {
        if load + size as i64 > capacity {
            count += 1;
            load = 0;
        }
        load += size as i64;
        largest = largest.max(load);
    }
    if count <= shards { Some(largest) } else { None }
}

pub fn split_shards(sizes: Vec<i32>, shards: i32) -> i64 {
    let mut low = sizes.iter().copied().max().unwrap() as i64;
    let mut high = sizes.iter().map(|&size| size as i64).sum();
    while low < high {
        let capacity = (low + high) / 2;
        match largest_shard(&sizes, shards, capacity) {
            Some(largest) => high = largest.max(low),
            None => low = capacity + 1,
        }
    }
    low
}
