use std::collections::HashMap;
use std::io::{self, Read};

fn main() {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input).expect("input is UTF-8");
    let mut words = input.split_ascii_whitespace();
    let n: usize = words.next().unwrap().parse().unwrap();
    let k: usize = words.next().unwrap().parse().unwrap();
    let names: Vec<&str> = words.take(n).collect();

    let mut count: HashMap<&str, usize> = HashMap::new();
    let (mut left, mut best_left, mut best_length) = (0, 0, 0);
    for (right, name) in names.iter().enumerate() {
        *count.entry(name).or_insert(0) += 1;
        while count.len() > k {
            let leaving = names[left];
            let lines = count.get_mut(leaving).unwrap();
            *lines -= 1;
            if *lines == 0 {
                count.remove(leaving);
            }
            left += 1;
        }
        if right + 1 - left > best_length {
            best_left = left;
            best_length = right + 1 - left;
        }
    }
    println!("{} {}", best_left + 1, best_length);
}
