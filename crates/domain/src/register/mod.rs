//! The register folded from the log.
