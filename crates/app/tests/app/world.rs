//! A register with the bundled data, and lists to bring.

use std::sync::{Arc, LazyLock};

use tokio::runtime::Runtime;
use vanort_app::desk::State;
use vanort_app::imports::{self, Arrival, Mapping, Plan, TableRow};
use vanort_app::{Atlas, Clock, Desk, Recorder, bundle};
use vanort_store::Store;
use vanort_testkit::{NOW, TestDatabase};

/// The real countries and places; reading them takes a while.
pub static ATLAS: LazyLock<Arc<Atlas>> =
    LazyLock::new(|| bundle::atlas().expect("the bundled tables"));
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// A register in a file of its own, with the bundled data when asked for.
pub struct World {
    pub recorder: Arc<Recorder>,
    _database: TestDatabase,
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

impl World {
    /// With Sweden's bodies and what is bundled.
    pub fn bundled() -> Self {
        let database = TestDatabase::sqlite();
        let recorder = run(async {
            let store = Store::open(database.location()).await.expect("a store");
            let recorder = Recorder::open(store, Clock::fixed(NOW))
                .await
                .expect("a log");
            bundle::load(&recorder, |_| {}).await.expect("the bundle");
            recorder
        });
        Self {
            recorder: Arc::new(recorder),
            _database: database,
        }
    }

    pub fn desk(&self) -> Arc<Desk> {
        Arc::new(Desk::new(self.recorder.clone()))
    }

    /// What the register shows, so that two states can be compared.
    pub fn shown(&self) -> Vec<String> {
        let snapshot = self.recorder.live().snapshot();
        let register = &snapshot.register;
        let mut shown: Vec<String> = register
            .partnerships()
            .map(|p| {
                format!(
                    "{} {:?} {:?} {:?} {:?}",
                    p.pair,
                    p.kind.outcome(),
                    p.activity.outcome(),
                    p.since.outcome(),
                    p.evidence
                )
            })
            .collect();
        shown.push(format!("{:?}", register.figures().foreign_bodies));
        shown.push(format!("{:?}", register.figures().sources));
        shown
    }

    pub fn plan(&self, arrival: &Arrival) -> Plan {
        let snapshot = self.recorder.live().snapshot();
        let prepared = Plan::prepare(arrival, &ATLAS, &snapshot.register, NOW.day(), |_| {});
        run(self.recorder.plan(prepared)).expect("a plan")
    }

    pub fn take_in(&self, arrival: &Arrival) -> (String, usize) {
        let plan = self.plan(arrival);
        let (way, loaded) = run(self.recorder.carry_out(arrival, plan)).expect("taken in");
        (way, loaded.recorded)
    }
}

/// The rows of a table written with commas and line ends.
pub fn rows(table: &str) -> Vec<TableRow> {
    imports::table(table.as_bytes(), None, &ATLAS)
        .expect("a table")
        .rows
}

/// A list as it arrives.
pub fn list(table: &str) -> Arrival {
    let read = imports::table(table.as_bytes(), None, &ATLAS).expect("a table");
    let rows = read.rows;
    let mapping = Mapping::recognise(&rows, &ATLAS);
    assert_eq!(mapping.missing(), [], "{mapping:?}");
    Arrival {
        title: "list.csv".to_owned(),
        format: "table",
        digest: imports::digest(table.as_bytes()),
        source: imports::source("lists", "A publisher", None, None, Some("2018"), None)
            .expect("a source"),
        claims: mapping.read(&rows, &ATLAS),
        content: None,
        mapping: None,
        left_out: mapping.left_out(&rows, read.empty),
        everywhere: false,
    }
}

/// By what the dry run on the desk is known again.
pub fn mark(desk: &Desk, key: &str) -> String {
    let State::Planned(plan) = desk.pending(key).expect("on the desk").state else {
        panic!("it was not tried");
    };
    plan.mark().to_owned()
}
