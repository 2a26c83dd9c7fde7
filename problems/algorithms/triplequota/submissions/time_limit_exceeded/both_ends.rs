// Slow: O(n^3), two loops, and a search from both ends at once for the last partner that fits.
pub fn count_triples(mut memory: Vec<i32>, quota: i32) -> i64 {
    memory.sort_unstable();
    let mut groups = 0;
    for first in 0..memory.len() {
        for second in first + 1..memory.len() {
            let room = i64::from(quota) - i64::from(memory[first]) - i64::from(memory[second]);
            if room < i64::from(memory[second]) {
                break;
            }
            let (mut low, mut high) = (second + 1, memory.len());
            while low < high && i64::from(memory[low]) <= room && i64::from(memory[high - 1]) > room {
                low += 1;
                high -= 1;
            }
            let fits = if low >= high || i64::from(memory[low]) > room { low.min(high) } else { high };
            groups += (fits - second - 1) as i64;
        }
    }
    groups
}
