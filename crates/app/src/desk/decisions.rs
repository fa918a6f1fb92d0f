//! The review queue, and what a person decides of its cases.

use std::sync::Arc;

use vanort_domain::bodies::Body;
use vanort_domain::identity::Decision;
use vanort_domain::log::Content;
use vanort_domain::{BodyId, Seq};

use super::{Desk, DeskError, locked};
use crate::intake::{Prepared, PreparedEntry, body_of};
use crate::review::{self, Case, Say};

impl Desk {
    /// The review queue of the register as it is now.
    ///
    /// # Errors
    /// When the atlas cannot be read.
    pub fn cases(&self) -> Result<Arc<Vec<Case>>, DeskError> {
        let snapshot = self.recorder.live().snapshot();
        let head = snapshot.register.head();
        if let Some((at, cases)) = &*locked(&self.cases)
            && *at == head
        {
            return Ok(cases.clone());
        }
        let cases = Arc::new(review::cases(&snapshot.register, &*self.atlas()?));
        *locked(&self.cases) = Some((head, cases.clone()));
        Ok(cases)
    }

    /// Records what a person says of a case; the number by which it can be taken back.
    ///
    /// # Errors
    /// When the log does not take it.
    pub async fn say(
        &self,
        case: &BodyId,
        say: &Say,
        reason: Option<String>,
    ) -> Result<Option<Seq>, DeskError> {
        match say {
            // Of itself nothing is to be said; it would be asked again at once.
            Say::Same(other) | Say::Different(other) if other == case => return Ok(None),
            Say::Same(other) => self.bring_in(other).await?,
            _ => {}
        }
        Ok(self
            .recorder
            .decide("editor", review::decision(case, say, reason))
            .await?)
    }

    /// The body that an editor names as what a case is: by its identifier, or by a name that means one in the case's
    /// country. `None` where nothing is meant for sure.
    ///
    /// # Errors
    /// When the atlas cannot be read.
    pub fn other(&self, case: &BodyId, written: &str) -> Result<Option<BodyId>, DeskError> {
        let atlas = self.atlas()?;
        let snapshot = self.recorder.live().snapshot();
        Ok(review::named(&snapshot.register, &atlas, case, written))
    }

    /// A place of the atlas becomes a body of the register, unless it is one.
    async fn bring_in(&self, id: &BodyId) -> Result<(), DeskError> {
        if self.recorder.live().snapshot().register.body(id).is_some() {
            return Ok(());
        }
        let atlas = self.atlas()?;
        let body: Option<Body> = atlas
            .gazetteer
            .by_id(id.as_str())
            .and_then(|of| body_of(atlas.gazetteer.place(of), None));
        let Some(body) = body else {
            return Err(DeskError::Gone);
        };
        let entries = vec![PreparedEntry::of(Content::Body(Arc::new(body)))];
        self.recorder
            .record(
                "editor",
                Prepared {
                    entries,
                    set_aside: Vec::new(),
                },
            )
            .await?;
        Ok(())
    }

    /// Takes a decision back. Returns the body it was on; `None` when that entry is no decision in force.
    ///
    /// # Errors
    /// When the log does not take it.
    pub async fn take_back(&self, seq: Seq) -> Result<Option<BodyId>, DeskError> {
        let snapshot = self.recorder.live().snapshot();
        let Some(Content::Decision(decision)) =
            snapshot.register.entry(seq).map(|entry| &entry.content)
        else {
            return Ok(None);
        };
        let in_force = snapshot
            .register
            .identity()
            .verdict(&decision.a, &decision.b);
        if in_force.is_none_or(|(at, _)| at != seq) {
            return Ok(None);
        }
        let back = Decision {
            withdraws: Some(seq),
            ..(**decision).clone()
        };
        self.recorder.decide("editor", back).await?;
        Ok(Some(decision.a.clone()))
    }
}
