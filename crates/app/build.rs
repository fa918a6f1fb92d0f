//! Makes the gazetteer ready for use, so that the program need not read its tables at every start.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest as _, Sha256};
use vanort_names::Gazetteer;

const DATA: &str = "../../data";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("there is no OUT_DIR")?);
    let mut tables = Sha256::new();
    let gazetteer = Gazetteer::of_tables(|table| {
        let path = Path::new(DATA).join(table);
        println!("cargo:rerun-if-changed={}", path.display());
        let bytes = fs::read(path)?;
        tables.update(table);
        tables.update(Sha256::digest(&bytes));
        Ok(bytes)
    })?;
    fs::write(out.join("gazetteer"), gazetteer.pack()?)?;
    fs::write(out.join("gazetteer.sha256"), tables.finalize())?;
    Ok(())
}
