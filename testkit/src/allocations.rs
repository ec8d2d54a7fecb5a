// SPDX-License-Identifier: Apache-2.0

//! An allocator that counts its calls, for tests that a path allocates nothing.

#![allow(unsafe_code, reason = "`GlobalAlloc` is an unsafe trait")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// Calls made by this thread. Other threads of the test harness also allocate.
    static CALLS: Cell<u64> = const { Cell::new(0) };
}

/// The system's allocator with a counter of calls for each thread.
///
/// ```
/// use testkit::allocations::{Counting, calls};
///
/// #[global_allocator]
/// static ALLOCATOR: Counting = Counting;
///
/// let before = calls();
/// drop(Box::new(1));
/// assert_eq!(calls() - before, 2);
/// ```
pub struct Counting;

/// Returns the number of allocations, reallocations and deallocations of this thread so far.
///
/// It stays 0 unless [`Counting`] is the global allocator.
pub fn calls() -> u64 {
    CALLS.get()
}

fn count() {
    // A thread that is ending has lost its counter; its calls need no counting.
    let _ = CALLS.try_with(|calls| calls.set(calls.get() + 1));
}

// Safety: every call is passed to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        count();
        unsafe { System.dealloc(block, layout) }
    }
}
