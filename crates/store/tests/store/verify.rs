//! Tampering, by somebody with access to the database.

use vanort_domain::Seq;
use vanort_domain::log::ChainError;
use vanort_store::VerifyError;
use vanort_testkit::on_each_database;

use crate::append::{append, notes};

type Finding = fn(&VerifyError) -> bool;

async fn each_is_found(cases: &[(&str, Finding)]) {
    for (tampering, finding) in cases {
        on_each_database(async |database| {
            let store = database.open().await;
            append(&store, notes(0, 10)).await;
            store.verify(|_| {}).await.expect("valid");
            database.tamper(tampering).await;
            let error = store.verify(|_| {}).await.expect_err(tampering);
            assert!(finding(&error), "{tampering}: {error:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_changed_entry_is_found() {
    each_is_found(&[
        (
            "UPDATE log_entries SET payload = replace(payload, 'note 6', 'nota 6') WHERE seq = 7",
            |e| matches!(e, VerifyError::Chain(ChainError::Changed { seq: Seq(7) })),
        ),
        (
            "UPDATE log_entries SET made_by = 'editor' WHERE seq = 3",
            |e| matches!(e, VerifyError::Chain(ChainError::Changed { seq: Seq(3) })),
        ),
        ("UPDATE log_entries SET payload = '{' WHERE seq = 3", |e| {
            matches!(e, VerifyError::Unreadable { seq: Seq(3), .. })
        }),
    ])
    .await;
}

#[tokio::test]
async fn an_entry_that_was_taken_out_or_put_in_and_a_changed_head_are_found() {
    each_is_found(&[
        ("DELETE FROM log_entries WHERE seq = 5", |e| {
            matches!(
                e,
                VerifyError::Chain(ChainError::Gap {
                    expected: 5,
                    found: 6
                })
            )
        }),
        ("DELETE FROM log_entries WHERE seq = 10", |e| {
            matches!(
                e,
                VerifyError::Head {
                    last: Seq(9),
                    head: Seq(10)
                }
            )
        }),
        ("UPDATE log_head SET seq = 9", |e| {
            matches!(
                e,
                VerifyError::Head {
                    last: Seq(10),
                    head: Seq(9)
                }
            )
        }),
        (
            "UPDATE log_head SET hash = (SELECT hash FROM log_entries WHERE seq = 9)",
            |e| matches!(e, VerifyError::Chain(ChainError::Changed { seq: Seq(10) })),
        ),
        (
            "INSERT INTO log_entries SELECT 0, recorded_at, made_by, kind, payload, hash \
             FROM log_entries WHERE seq = 1",
            |e| {
                matches!(
                    e,
                    VerifyError::Chain(ChainError::Gap {
                        expected: 1,
                        found: 0
                    })
                )
            },
        ),
        ("DELETE FROM log_head", |e| {
            matches!(
                e,
                VerifyError::Store(vanort_store::StoreError::Corrupt { .. })
            )
        }),
    ])
    .await;
}
