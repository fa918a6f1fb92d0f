//! `vanort import table`

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use vanort_app::imports::{self, Arrival, Mapping};
use vanort_app::{Atlas, bundle};
use vanort_domain::register::Register;

use super::super::open;
use super::brought::Doing;
use crate::config::Config;
use crate::output;

/// Try out, or take in, a list of partners (CSV, XLSX or ODS)
#[derive(Debug, clap::Args)]
pub struct Table {
    /// The file
    file: PathBuf,
    /// The sheet of a workbook that is read; without this the one that is most likely the list
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Whose list it is, where its rows do not tell: a Swedish municipality or region
    #[arg(long, value_name = "NAME")]
    body: Option<String>,
    /// Which Swedish municipality or region is meant by words that no such body is called; again for other words
    #[arg(long, value_name = "WORDS=NAME", value_parser = meant)]
    meant: Vec<(String, String)>,
    /// Who publishes the list
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Where it is published
    #[arg(long)]
    url: Option<String>,
    /// Date of the list (EDTF: 2011, 2018-03, 2018-03-05)
    #[arg(long)]
    date: Option<String>,
    /// Licence of the list
    #[arg(long)]
    licence: Option<String>,
    /// How columns are to be understood (JSON, as `--show-mapping` writes it)
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Only write how columns are understood, as JSON
    #[arg(long)]
    show_mapping: bool,
    #[command(flatten)]
    doing: Doing,
}

impl Table {
    /// Reads, maps, plans and, when asked to, takes in.
    pub async fn run(self, config: &Config) -> Result<()> {
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("the file {} cannot be read", self.file.display()))?;
        let title = self
            .file
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let atlas = bundle::atlas()?;
        let table = self.read(&bytes, &atlas)?;
        let recorder = open(config).await?;
        let mapping = {
            let snapshot = recorder.live().snapshot();
            self.mapping(&table, &title, &atlas, &snapshot.register)?
        };
        if self.show_mapping {
            return output::json(&serde_json::to_value(&mapping)?);
        }
        tell(&mapping);
        let missing: Vec<&str> = mapping
            .missing()
            .into_iter()
            .map(imports::Column::key)
            .collect();
        if !missing.is_empty() {
            bail!(
                "no column is understood as: {}. Write the mapping with --show-mapping, correct it, and give it with --mapping; whose list it is can be said with --body",
                missing.join(", ")
            );
        }
        let (digest, content) = (imports::digest(&bytes), imports::content(&table.rows));
        let (known, known_source) = {
            let snapshot = recorder.live().snapshot();
            let register = &snapshot.register;
            let known = imports::known_title(register, &digest, Some(&content));
            (known, imports::known_source(register, &content))
        };
        let title = known.unwrap_or(title);
        let publisher = self.publisher.as_deref().unwrap_or(&title);
        let source = imports::source(
            "lists",
            publisher,
            Some(&title),
            self.url.as_deref(),
            self.date.as_deref(),
            self.licence.as_deref(),
        )?;
        imports::check_date(&source, recorder.today())?;
        let arrival = Arrival {
            format: "table",
            digest,
            content: Some(content),
            mapping: Some(serde_json::to_string(&mapping)?),
            source: known_source.unwrap_or(source),
            claims: mapping.read(&table.rows, &atlas),
            left_out: mapping.left_out(&table.rows, table.empty),
            everywhere: self.doing.everywhere,
            title,
        };
        self.doing.run(&recorder, &arrival, &atlas).await
    }

    /// The mapping of the file given, else the one recognised, with what was corrected before in a table with these headers.
    fn mapping(
        &self,
        table: &imports::Table,
        title: &str,
        atlas: &Atlas,
        register: &Register,
    ) -> Result<Mapping> {
        let mut mapping = match &self.mapping {
            Some(path) => given(path)?,
            None => {
                let mut mapping = Mapping::recognise(&table.rows, atlas);
                if let Some(before) = imports::remembered(register, &mapping) {
                    mapping.remember(&before);
                }
                mapping
            }
        };
        if let Some(body) = &self.body {
            mapping.set_body(body);
        }
        for (words, body) in &self.meant {
            if !imports::is_swedish_body(atlas, body) {
                bail!("no Swedish municipality or region is called {body}");
            }
            mapping.set_meant(words, body);
        }
        mapping.look_whose(&table.rows, &[&table.sheet, title], atlas);
        Ok(mapping)
    }

    /// The table; which sheet it is from is told where there are several.
    fn read(&self, bytes: &[u8], atlas: &Atlas) -> Result<imports::Table> {
        let table = imports::table(bytes, self.sheet.as_deref(), atlas)?;
        if let Some(wanted) = self.sheet.as_ref().filter(|wanted| **wanted != table.sheet) {
            bail!(
                "there is no sheet {wanted}; there are: {}",
                table.sheets.join(", ")
            );
        }
        if !table.sheets.is_empty() {
            let others = table.sheets.iter().filter(|other| **other != table.sheet);
            let others: Vec<&str> = others.map(String::as_str).collect();
            eprintln!(
                "sheet {} is read, not: {} (--sheet chooses)",
                table.sheet,
                others.join(", ")
            );
        }
        Ok(table)
    }
}

/// Words, and the name of the body that is meant by them.
fn meant(said: &str) -> Result<(String, String), String> {
    let (words, body) = said
        .split_once('=')
        .ok_or("write the words, = and the name of the municipality or region")?;
    Ok((words.trim().to_owned(), body.trim().to_owned()))
}

/// The mapping of a file.
fn given(path: &Path) -> Result<Mapping> {
    let bytes = std::fs::read(path)
        .with_context(|| format!("the file {} cannot be read", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| {
        format!(
            "{} is not a mapping as --show-mapping writes it",
            path.display()
        )
    })
}

/// How the table is understood.
fn tell(mapping: &Mapping) {
    for used in &mapping.columns {
        eprintln!(
            "{}: {} ({})",
            used.header,
            used.column.key(),
            used.because.key()
        );
    }
    if let Some(body) = &mapping.body {
        let by = mapping.body_by.as_deref().unwrap_or("--body");
        eprintln!("the list is of {body} ({by})");
    }
}
