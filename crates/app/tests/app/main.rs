//! Use cases with the real bundled data: resolution, imports, review, the legal check.

mod answers;
mod bundle;
mod cells;
mod choosing;
mod contradictions;
mod countries;
mod development;
mod explore;
mod funding;
mod hostile;
mod imports;
mod law;
mod left_out;
mod live;
mod mapping;
mod names;
mod review;
mod search;
mod similar;
mod wikidata;
mod workbooks;
mod world;
