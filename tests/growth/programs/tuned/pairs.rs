// weigh; time O(n^2); space O(1)
pub fn weigh(numbers: Vec<i32>) -> i32 {
    let mut pairs = 0;
    for i in 0..numbers.len() {
        for k in 0..i {
            if numbers[k] < numbers[i] {
                pairs += 1;
            }
        }
    }
    pairs & 0xffff
}
