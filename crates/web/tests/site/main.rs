//! The site as a visitor or a program meets it: requests in, answers out, on a small register that never changes.

mod addresses;
mod cache;
mod data;
mod develop;
mod editing;
mod explore;
mod files;
mod funding;
mod honest;
mod hostile;
mod law;
mod namesakes;
mod pages;
mod register;
mod serving;
mod similar;
mod time;
mod views;
mod visit;
