// Slow: O(n^3), two loops, and a scan from both ends for the border of what still fits.
pub fn count_triples(mut memory: Vec<i32>, quota: i32) -> i64 {
    memory.sort();
    let mut groups = 0;
    for first in 0..memory.len() {
        for second in first + 1..memory.len() {
            let room = quota as i64 - memory[first] as i64 - memory[second] as i64;
            if room < memory[second] as i64 {
                break;
            }
            let (mut fits, mut above) = (second, memory.len());
            while fits + 1 < above {
                if memory[fits + 1] as i64 > room {
                    above = fits + 1;
                } else if memory[above - 1] as i64 <= room {
                    fits = above - 1;
                } else {
                    fits += 1;
                    above -= 1;
                }
            }
            groups += (fits - second) as i64;
        }
    }
    groups
}
