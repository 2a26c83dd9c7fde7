// attack: has the compiler compute without end
// expected: CE
const fn count() -> u64 {
    let mut i = 0u64;
    loop {
        i = i.wrapping_mul(3).wrapping_add(1);
        if i == 2 {
            return i;
        }
    }
}

const N: u64 = count();

fn main() {
    println!("{}", N);
}
