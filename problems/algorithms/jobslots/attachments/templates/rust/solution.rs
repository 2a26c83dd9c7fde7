/// Lets workers take jobs in the order of their arrival.
/// Returns the number of the worker that takes each job, counted from 0.
///
/// Example:
///     assign_jobs(arrivals = [0, 1, 2, 5, 6], durations = [5, 3, 4, 1, 2], workers = 2)
///     returns [0, 1, 1, 0, 0]
pub fn assign_jobs(arrivals: Vec<i32>, durations: Vec<i32>, workers: i32) -> Vec<i32> {
    // Your code.
    let _ = arrivals;
    let _ = durations;
    let _ = workers;
    Vec::new()
}
