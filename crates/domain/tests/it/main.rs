//! The register's rules, as tables that can be read as a specification, and its properties.

mod as_of;
mod build;
mod choice;
mod imports;
mod properties;
mod register;
