//! `vanort serve`

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use vanort_app::{Ctx, Recorder};
use vanort_store::ServeLock;
use vanort_web::Settings;

use super::open_keeping_atlas;
use crate::config::Config;
use crate::system;

/// Show the register as a web site.
///
/// The first start takes in the bundled data. The server stops at Ctrl-C or SIGTERM after answering what it has
/// begun.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Address and port [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR")]
    addr: Option<String>,
}

/// How often a node looks for entries that others have appended.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);
/// How long nothing may come before what is derived from the register is made anew.
const PREPARE_AFTER: Duration = Duration::from_millis(100);

impl Serve {
    /// What the command line says of the settings.
    pub fn settings(&self) -> Vec<(&'static str, Option<String>)> {
        vec![("addr", self.addr.clone())]
    }

    /// Runs the server until it is told to stop.
    pub async fn run(self, config: &Config) -> Result<()> {
        start_logging(config)?;
        let addr = config.addr()?;
        let location = config.location();
        if config.text("database_url").is_empty() {
            let data = config.data();
            std::fs::create_dir_all(&data)
                .with_context(|| format!("the data folder {} cannot be made", data.display()))?;
        }
        let lock = ServeLock::take(&location)?;
        let listener = TcpListener::bind(addr).await.with_context(|| {
            format!("the address {addr} cannot be used; choose another with --addr")
        })?;
        let (recorder, atlas) = open_keeping_atlas(config).await?;
        let recorder = Arc::new(recorder);
        let ctx = Ctx {
            live: recorder.live().clone(),
            countries: Arc::new(vanort_app::bundle::countries()?),
            clock: system::clock(),
            desk: Some(Arc::new(vanort_app::Desk::new(recorder.clone()))),
        };
        let router = vanort_web::router(
            ctx.clone(),
            Settings {
                public_url: config.public_url(),
                contact: Some(config.text("contact").to_owned())
                    .filter(|contact| !contact.is_empty()),
                request_time: Duration::from_secs(config.request_seconds()?),
                cache_bytes: config.cache_bytes()?,
                ..Settings::default()
            },
        );
        let figures = ctx.snapshot().register.figures();
        tracing::info!(
            address = %format!("http://{}", listener.local_addr()?),
            statements = figures.statements,
            partnerships = figures.partnerships,
            "ready"
        );
        // Visitors are answered at once; what the atlas knows of names comes a second later.
        let prepared = ctx.clone();
        let warming = tokio::task::spawn_blocking(move || {
            warm_up(&ctx);
            // The desk has it from now on; read twice, it would take twice the room.
            drop(atlas);
        });
        let follower = tokio::spawn(follow(recorder));
        let preparing = tokio::spawn(prepare(prepared));
        vanort_web::serve(listener, router, told_to_stop()).await?;
        follower.abort();
        preparing.abort();
        warming.abort();
        drop(lock);
        tracing::info!("stopped");
        Ok(())
    }
}

/// Reads what the first visitor who searches would else wait for.
fn warm_up(ctx: &Ctx) {
    ctx.snapshot().prepare(&ctx.countries, ctx.clock.today());
    if let Some(Err(error)) = ctx.desk.as_ref().map(|desk| desk.atlas()) {
        tracing::error!(%error, "the atlas cannot be read; names in other languages are not found");
    }
}

/// Makes what is derived from the register after a change and at the turn of the day, so that whoever comes next does not
/// wait for it. Entries that come one upon the other are waited for: only the last state is worth it.
async fn prepare(ctx: Ctx) {
    let state = || (ctx.snapshot().register.head(), ctx.clock.today());
    let mut prepared = state();
    let mut seen = prepared;
    loop {
        tokio::time::sleep(PREPARE_AFTER).await;
        let before = std::mem::replace(&mut seen, state());
        if seen == prepared || seen != before {
            continue;
        }
        prepared = seen;
        let ctx = ctx.clone();
        let made = move || ctx.snapshot().prepare(&ctx.countries, ctx.clock.today());
        if tokio::task::spawn_blocking(made).await.is_err() {
            tracing::error!("what is derived from the register could not be made");
        }
    }
}

async fn follow(recorder: Arc<Recorder>) {
    let mut failing = false;
    loop {
        tokio::time::sleep(FOLLOW_EVERY).await;
        match recorder.follow().await {
            Ok(()) => failing = false,
            // Said once, not every second.
            Err(error) if !failing => {
                failing = true;
                tracing::error!(%error, "the log cannot be followed; the site goes on showing what it knows");
            }
            Err(_) => {}
        }
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}

fn start_logging(config: &Config) -> Result<()> {
    let level = config.text("log_level");
    let filter = EnvFilter::try_new(level)
        .with_context(|| format!("log_level: \"{level}\" is not a level"))?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = match config.text("log_format") {
        "json" => log.json().try_init(),
        "text" => log.with_target(false).try_init(),
        other => anyhow::bail!("log_format: \"{other}\" is neither text nor json"),
    };
    started.map_err(|error| anyhow::anyhow!("the log cannot be started: {error}"))
}
