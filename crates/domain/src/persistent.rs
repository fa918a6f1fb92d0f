//! Maps that share their structure: a copy costs nothing, and a change leaves the copies as they were.

use imbl::shared_ptr::DefaultSharedPtr;
use rustc_hash::FxBuildHasher;

/// A persistent hash map.
pub type Map<K, V> = imbl::GenericHashMap<K, V, FxBuildHasher, DefaultSharedPtr>;
