// weigh; time O(n log n); space O(n)
pub fn weigh(numbers: Vec<i32>) -> i32 {
    let mut copy = numbers.clone();
    copy.sort();
    copy[copy.len() / 2]
}
