// Mistake: leaves the first row and column at zero; 04-empty-1.
pub fn fewest_edits(current: Vec<String>, wanted: Vec<String>) -> i32 {
    let mut edits = vec![vec![0; wanted.len() + 1]; current.len() + 1];
    for i in 1..=current.len() {
        for j in 1..=wanted.len() {
            edits[i][j] = if current[i - 1] == wanted[j - 1] {
                edits[i - 1][j - 1]
            } else {
                1 + edits[i - 1][j - 1].min(edits[i - 1][j]).min(edits[i][j - 1])
            };
        }
    }
    edits[current.len()][wanted.len()]
}
