//! Files as editors bring them, and as an enemy would make them.
#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

mod exports;
mod files;
mod fuzz;
mod hostile;
mod large;
mod pdf;
mod sheets;

/// Counts what is allocated, so that a test can say how much memory a file made the reader take.
#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;
