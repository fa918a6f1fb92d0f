//! `vanort`: the register of international municipal co-operation, as one program.

mod commands;
mod config;
mod output;
mod system;

use std::process::ExitCode;

use clap::Parser as _;

/// Folding makes and drops millions of small values, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = commands::Arguments::parse();
    match commands::run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough (`vanort export … | head`) is not an error.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vanort: {}", output::sentence(&error));
            ExitCode::FAILURE
        }
    }
}
