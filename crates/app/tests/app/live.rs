//! The live register beside the log that it is folded from.

use std::sync::Arc;

use vanort_app::{Clock, Recorder};
use vanort_domain::log::Switch;
use vanort_store::Store;
use vanort_testkit::{NOW, databases};

use crate::world::run;

#[test]
fn the_hash_of_the_last_entry_is_the_logs_own_whoever_recorded_it() {
    for database in run(databases()) {
        run(async {
            let open = async || {
                let store = Store::open(database.location()).await.expect("a store");
                Recorder::open(store, Clock::fixed(NOW))
                    .await
                    .expect("a log")
            };
            let shown = |recorder: &Arc<Recorder>| recorder.live().snapshot().hash().copied();
            let (one, other) = (Arc::new(open().await), Arc::new(open().await));
            assert_eq!(shown(&one), None, "before the first entry there is none");
            for on in [false, true] {
                let collection = "wikidata".into();
                let switch = Switch {
                    collection,
                    on,
                    reason: None,
                };
                one.switch("test", switch).await.expect("recorded");
                let head = one.store().head().await.expect("a head").hash;
                assert_eq!(shown(&one), Some(head), "after recording");
                assert_ne!(shown(&other), Some(head));
                other.follow().await.expect("the log");
                assert_eq!(shown(&other), Some(head), "after following");
                assert_eq!(shown(&Arc::new(open().await)), Some(head), "from the start");
            }
        });
    }
}
