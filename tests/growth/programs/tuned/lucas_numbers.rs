// huge; time O(log n); space O(1); kind: matrix power
use std::io;

const MODULUS: u64 = 998_244_353;

fn multiply(a: [u64; 4], b: [u64; 4]) -> [u64; 4] {
    [
        (a[0] * b[0] + a[1] * b[2]) % MODULUS,
        (a[0] * b[1] + a[1] * b[3]) % MODULUS,
        (a[2] * b[0] + a[3] * b[2]) % MODULUS,
        (a[2] * b[1] + a[3] * b[3]) % MODULUS,
    ]
}

fn main() {
    let mut line = String::new();
    io::stdin().read_line(&mut line).unwrap();
    let n: u64 = line.trim().parse().unwrap();
    let mut sum = 0;
    for start in 0..40u64 {
        let (mut result, mut step, mut left) = ([1, 0, 0, 1], [start + 1, 1, 1, 0], n);
        while left > 0 {
            if left % 2 == 1 {
                result = multiply(result, step);
            }
            step = multiply(step, step);
            left /= 2;
        }
        sum = (sum + 2 * result[0] + result[1]) % MODULUS;
    }
    println!("{}", sum);
}
