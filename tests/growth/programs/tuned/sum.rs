// weigh; time O(n); space O(1)
pub fn weigh(numbers: Vec<i32>) -> i32 {
    numbers.iter().fold(0, |sum, x| sum ^ x)
}
