// O(n), O(1) space: takes nodes off the chain, one group at a time, and appends the groups.
use crate::nodes::ListNode;

type Chain = Option<Box<ListNode>>;

pub fn turn_groups(chain: Chain, k: i32) -> Chain {
    let mut left = 0;
    let mut node = &chain;
    while let Some(replica) = node {
        left += 1;
        node = &replica.next;
    }

    let mut rest = chain;
    let mut result = None;
    let mut end = &mut result; // the link at the end of the part that is done
    while left >= k {
        let mut turned = None;
        for _ in 0..k {
            let mut replica = rest.unwrap();
            rest = replica.next.take();
            replica.next = turned;
            turned = Some(replica);
        }
        *end = turned;
        while let Some(replica) = end {
            end = &mut replica.next;
        }
        left -= k;
    }
    *end = rest;
    result
}
