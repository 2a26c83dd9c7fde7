// O(n m): recursion from the end, with a table of the pairs that are known.
struct Search<'a> {
    current: &'a [String],
    wanted: &'a [String],
    known: Vec<Option<i32>>,
}

impl Search<'_> {
    fn edits(&mut self, i: usize, j: usize) -> i32 {
        if i == 0 || j == 0 {
            return (i + j) as i32;
        }
        let place = i * (self.wanted.len() + 1) + j;
        if let Some(edits) = self.known[place] {
            return edits;
        }
        let edits = if self.current[i - 1] == self.wanted[j - 1] {
            self.edits(i - 1, j - 1)
        } else {
            1 + self
                .edits(i - 1, j - 1)
                .min(self.edits(i - 1, j))
                .min(self.edits(i, j - 1))
        };
        self.known[place] = Some(edits);
        edits
    }
}

pub fn fewest_edits(current: Vec<String>, wanted: Vec<String>) -> i32 {
    let places = (current.len() + 1) * (wanted.len() + 1);
    let mut search = Search {
        current: &current,
        wanted: &wanted,
        known: vec![None; places],
    };
    search.edits(current.len(), wanted.len())
}
