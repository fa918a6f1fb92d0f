//! Settings: from a file, the environment and the command line, the later over the earlier.
//!
//! The table of settings in `docs/reference/configuration.md` is checked against [`SETTINGS`].

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use vanort_store::Location;

/// Every setting: its name in the file, its environment variable, its default, what it is.
pub const SETTINGS: [(&str, &str, &str, &str); 9] = [
    (
        "addr",
        "VANORT_ADDR",
        "127.0.0.1:8080",
        "address and port on which the site is served",
    ),
    (
        "data",
        "VANORT_DATA",
        "var/data",
        "folder of the database file and of reports",
    ),
    (
        "database_url",
        "DATABASE_URL",
        "",
        "postgres://… for PostgreSQL; empty for a SQLite file in the data folder",
    ),
    (
        "public_url",
        "VANORT_PUBLIC_URL",
        "http://<addr>",
        "address under which visitors reach the site",
    ),
    (
        "contact",
        "VANORT_CONTACT",
        "",
        "e-mail address of the operator, shown on the site",
    ),
    (
        "log_level",
        "VANORT_LOG",
        "info",
        "what is logged: error, warn, info, debug, or directives",
    ),
    (
        "log_format",
        "VANORT_LOG_FORMAT",
        "text",
        "text for people, json for programs",
    ),
    (
        "request_seconds",
        "VANORT_REQUEST_SECONDS",
        "10",
        "longest time a request may take, in seconds",
    ),
    (
        "cache_mb",
        "VANORT_CACHE_MB",
        "32",
        "most memory for pages that are made already, in MB; 0 makes each page anew",
    ),
];

/// Where the settings come from on the command line.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Overrides {
    /// Folder of the database file
    #[arg(long, value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,
    /// File with settings (TOML)
    #[arg(long, value_name = "FILE", env = "VANORT_CONFIG", global = true)]
    pub config: Option<PathBuf>,
}

/// Settings with their values.
#[derive(Debug, Clone)]
pub struct Config {
    values: Vec<(&'static str, String)>,
}

impl Config {
    /// Reads file and environment; `explicit` holds what the command line says.
    pub fn read(
        overrides: &Overrides,
        explicit: &[(&'static str, Option<String>)],
    ) -> Result<Self> {
        let file = overrides
            .config
            .as_deref()
            .map(read_file)
            .transpose()?
            .unwrap_or_default();
        let data = overrides
            .data
            .as_ref()
            .map(|path| path.display().to_string());
        let mut values = Vec::new();
        for (name, variable, default, _) in SETTINGS {
            let from_line = explicit
                .iter()
                .find(|(key, _)| *key == name)
                .and_then(|(_, value)| value.clone());
            let from_line = from_line.or_else(|| if name == "data" { data.clone() } else { None });
            let from_environment = std::env::var(variable)
                .ok()
                .filter(|value| !value.is_empty());
            let from_file = file.get(name).map(text_of);
            let value = from_line
                .or(from_environment)
                .or(from_file)
                .unwrap_or_else(|| default.to_owned());
            values.push((name, value));
        }
        Ok(Self { values })
    }

    /// The text of a setting.
    pub fn text(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value)
    }

    /// Address and port of the server.
    pub fn addr(&self) -> Result<SocketAddr> {
        let text = self.text("addr");
        text.parse().with_context(|| {
            format!("addr: \"{text}\" is not an address with a port, such as 127.0.0.1:8080")
        })
    }

    /// Address under which visitors reach the site, without a slash at its end.
    pub fn public_url(&self) -> String {
        match self.text("public_url") {
            "http://<addr>" | "" => format!("http://{}", self.text("addr")),
            url => url.trim_end_matches('/').to_owned(),
        }
    }

    /// The longest time a request may take, in seconds.
    pub fn request_seconds(&self) -> Result<u64> {
        let text = self.text("request_seconds");
        match text.parse() {
            Ok(seconds @ 1..=600) => Ok(seconds),
            _ => bail!("request_seconds: \"{text}\" is not a number of seconds between 1 and 600"),
        }
    }

    /// The most memory for pages that are made already, in bytes.
    pub fn cache_bytes(&self) -> Result<u64> {
        let text = self.text("cache_mb");
        match text.parse::<u64>() {
            Ok(mb @ 0..=65_536) => Ok(mb * 1024 * 1024),
            _ => bail!("cache_mb: \"{text}\" is not a number of MB between 0 and 65536"),
        }
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        PathBuf::from(self.text("data"))
    }

    /// Where the log is kept.
    pub fn location(&self) -> Location {
        match self.text("database_url") {
            "" => Location::Sqlite(self.data().join("vanort.sqlite")),
            url => Location::Postgres(url.to_owned()),
        }
    }
}

fn text_of(value: &toml::Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn read_file(path: &Path) -> Result<toml::Table> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the settings file {} cannot be read", path.display()))?;
    let table: toml::Table = text
        .parse()
        .with_context(|| format!("the settings file {} is not TOML", path.display()))?;
    if let Some(unknown) = table
        .keys()
        .find(|key| SETTINGS.iter().all(|(name, ..)| name != key))
    {
        let names: Vec<&str> = SETTINGS.iter().map(|(name, ..)| *name).collect();
        bail!(
            "the settings file {} has an unknown setting \"{unknown}\"; there are {}",
            path.display(),
            names.join(", ")
        );
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_table_names_every_setting_as_the_program_has_it() {
        let reference = include_str!("../../../docs/reference/configuration.md");
        for (name, variable, default, what) in SETTINGS {
            let default = if default.is_empty() {
                "(none)".to_owned()
            } else {
                format!("`{default}`")
            };
            let row = format!("| `{name}` | `{variable}` | {default} | {what} |");
            assert!(
                reference.contains(&row),
                "missing in docs/reference/configuration.md: {row}"
            );
        }
    }

    #[test]
    fn the_command_line_goes_before_the_file_and_an_unknown_setting_is_named() {
        let dir = tempfile::tempdir().expect("dir");
        let file = dir.path().join("vanort.toml");
        std::fs::write(
            &file,
            "addr = \"127.0.0.1:1\"\ncontact = \"a@b.se\"\nrequest_seconds = 3\ncache_mb = 1\n",
        )
        .expect("written");
        let overrides = Overrides {
            config: Some(file.clone()),
            data: None,
        };
        let config =
            Config::read(&overrides, &[("addr", Some("127.0.0.1:2".to_owned()))]).expect("config");
        assert_eq!(
            (config.text("addr"), config.text("contact")),
            ("127.0.0.1:2", "a@b.se")
        );
        assert_eq!(config.request_seconds().expect("seconds"), 3);
        assert_eq!(config.cache_bytes().expect("bytes"), 1_048_576);
        std::fs::write(&file, "adr = \"x\"\n").expect("written");
        let error = Config::read(&overrides, &[])
            .expect_err("unknown")
            .to_string();
        assert!(error.contains("unknown setting \"adr\""), "{error}");
    }
}
