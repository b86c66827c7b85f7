//! Hands the arguments to the commands.

use std::process::ExitCode;

fn main() -> ExitCode {
    clearjai::cli::run()
}
