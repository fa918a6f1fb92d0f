// What a page asks for: the style sheets and scripts that its HTML names.

/** { styles, scripts }: addresses as written. */
export function assetsOf(html) {
  const styles = [];
  const scripts = [];
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/gi)) {
    const rel = attribute(tag, 'rel')?.toLowerCase().split(/\s+/) ?? [];
    if (/^<link/i.test(tag)) {
      if (rel.includes('stylesheet')) styles.push(attribute(tag, 'href'));
      if (rel.includes('modulepreload')) scripts.push(attribute(tag, 'href'));
    } else if (attribute(tag, 'src')) {
      scripts.push(attribute(tag, 'src'));
    }
  }
  return { styles: [...new Set(styles)], scripts: [...new Set(scripts)] };
}

function attribute(tag, name) {
  const [, double, single, bare] =
    tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')) ?? [];
  return (double ?? single ?? bare)?.replaceAll('&amp;', '&');
}
