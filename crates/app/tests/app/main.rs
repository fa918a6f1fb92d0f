//! The use cases, with the data that comes with the program.

mod law;
