// O(n log n): Dijkstra with a heap of offers; outdated ones are passed over.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub fn cheapest_route(sites: i32, links: Vec<Vec<i32>>, source: i32, target: i32) -> i64 {
    let mut from = vec![Vec::new(); sites as usize];
    for link in &links {
        from[link[0] as usize].push((link[1] as usize, link[2] as i64));
    }
    let mut best = vec![i64::MAX; sites as usize];
    let mut offers = BinaryHeap::new();
    best[source as usize] = 0;
    offers.push(Reverse((0, source as usize)));
    while let Some(Reverse((total, site))) = offers.pop() {
        if site == target as usize {
            return total;
        }
        if total > best[site] {
            continue;
        }
        for &(end, price) in &from[site] {
            if total + price < best[end] {
                best[end] = total + price;
                offers.push(Reverse((total + price, end)));
            }
        }
    }
    -1
}
