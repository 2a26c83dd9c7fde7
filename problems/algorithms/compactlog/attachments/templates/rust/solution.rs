/// Keeps the last two records of each key, at the start of the list, and fills the rest with zeros.
/// Changes records; returns how many were kept.
///
/// Example:
///     compact_log(records = [2050, 4010, 4020, 4030, 7000, 7060])
///     returns 5, records = [2050, 4020, 4030, 7000, 7060, 0]
pub fn compact_log(records: &mut Vec<i32>) -> i32 {
    // Your code.
    let _ = &records;
    0
}
