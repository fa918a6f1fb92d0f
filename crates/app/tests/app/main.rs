//! Use cases with the real bundled data: resolution, imports, review.

mod imports;
mod mapping;
mod review;
mod world;
