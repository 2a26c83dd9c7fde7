// Mistake: takes a link for one that goes both ways; 10-noroute-20.
use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub fn cheapest_route(sites: i32, links: Vec<Vec<i32>>, source: i32, target: i32) -> i64 {
    let mut from = vec![Vec::new(); sites as usize];
    for link in &links {
        from[link[0] as usize].push((link[1] as usize, link[2] as i64));
        from[link[1] as usize].push((link[0] as usize, link[2] as i64));
    }
    let mut visited = vec![false; sites as usize];
    let mut offers = BinaryHeap::from([Reverse((0, source as usize))]);
    while let Some(Reverse((total, site))) = offers.pop() {
        if site == target as usize {
            return total;
        }
        if !visited[site] {
            visited[site] = true;
            offers.extend(from[site].iter().map(|&(end, price)| Reverse((total + price, end))));
        }
    }
    -1
}
