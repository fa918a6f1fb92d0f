//! A chart as a picture: the drawing of the file, with letters of a font that is built in.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

/// DejaVu Sans has the letters of all three languages; a server has no fonts of its own to rely on.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    fonts.load_font_data(dejavu::sans::bold().to_vec());
    fonts.set_sans_serif_family("DejaVu Sans");
    Arc::new(fonts)
});

/// Points of the picture for each unit of the drawing: sharp on screens and in print.
const SCALE: f32 = 2.0;

/// A drawing as PNG; `None` when it cannot be read or is larger than a picture may be.
#[must_use]
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let options = usvg::Options {
        font_family: "DejaVu Sans".to_owned(),
        fontdb: FONTS.clone(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).ok()?;
    let size = tree.size().to_int_size().scale_by(SCALE)?;
    let mut picture = tiny_skia::Pixmap::new(size.width(), size.height())?;
    let scale = tiny_skia::Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut picture.as_mut());
    picture.encode_png().ok()
}
