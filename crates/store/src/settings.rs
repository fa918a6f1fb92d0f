//! Named values that the running of the register needs, such as a random secret.

use crate::db::on;
use crate::{Store, StoreError, sql};

impl Store {
    /// The value under a name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let mut reader = self.reader().await?;
        self.said(on!(&mut reader, |c| {
            sqlx::query_scalar(sql::SETTING)
                .bind(name)
                .fetch_optional(c)
                .await
        }))
    }

    /// Sets a value unless there is one, and returns the one in force: the same for whoever asks first or last.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn set_setting_if_absent(
        &self,
        name: &str,
        value: &str,
    ) -> Result<String, StoreError> {
        if let Some(there) = self.setting(name).await? {
            return Ok(there);
        }
        let mut tx = self.begin().await?;
        self.said(on!(&mut tx, |c| {
            sqlx::query(sql::ADD_SETTING)
                .bind(name)
                .bind(value)
                .execute(c)
                .await
                .map(drop)
        }))?;
        let in_force = self.said(on!(&mut tx, |c| {
            sqlx::query_scalar(sql::SETTING)
                .bind(name)
                .fetch_one(c)
                .await
        }))?;
        self.said(tx.commit().await)?;
        Ok(in_force)
    }

    /// Sets a value, whether or not there was one.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        self.said(on!(&mut tx, |c| {
            sqlx::query(sql::SET_SETTING)
                .bind(name)
                .bind(value)
                .execute(c)
                .await
                .map(drop)
        }))?;
        self.said(tx.commit().await)
    }
}
