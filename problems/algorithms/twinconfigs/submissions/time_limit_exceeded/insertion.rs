// Slow: O(n^2) for n lines, numbers the lines and puts each number into its place of a sorted list.
use std::collections::HashMap;

pub fn group_twins(configs: Vec<Vec<String>>) -> Vec<Vec<i32>> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut places: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut groups: Vec<Vec<i32>> = Vec::new();
    for (service, config) in configs.iter().enumerate() {
        let mut sorted: Vec<u32> = Vec::new();
        for line in config {
            let next = numbers.len() as u32;
            let number = *numbers.entry(line).or_insert(next);
            let at = sorted.iter().position(|&other| other >= number).unwrap_or(sorted.len());
            sorted.insert(at, number);
        }
        let next = groups.len();
        let place = *places.entry(sorted).or_insert(next);
        if place == next {
            groups.push(Vec::new());
        }
        groups[place].push(service as i32);
    }
    groups.retain(|group| group.len() > 1);
    groups
}
