// Every kind of page, in every language: what the tests of accessibility, HTML, size and headers walk through.
// A new kind of page is one line in `kinds` and, if its address is new, one in `paths`.

export const languages = ['sv', 'en', 'uk'];

/** The addresses, by language. */
export const paths = {
  start: { sv: '/', en: '/en', uk: '/uk' },
  partnerships: { sv: '/samarbeten', en: '/en/partnerships', uk: '/uk/partnerstva' },
  bodies: { sv: '/organ', en: '/en/bodies', uk: '/uk/hromady' },
  groups: { sv: '/kretsar', en: '/en/groups', uk: '/uk/merezhi' },
  countries: { sv: '/lander', en: '/en/countries', uk: '/uk/krainy' },
  sources: { sv: '/kallor', en: '/en/sources', uk: '/uk/dzherela' },
  latest: { sv: '/senaste', en: '/en/latest', uk: '/uk/ostanni' },
  development: { sv: '/utveckling', en: '/en/development', uk: '/uk/rozvytok' },
  /** What comes after a body or country. */
  changes: { sv: 'andringar', en: 'changes', uk: 'zminy' },
  /** What comes after a body. */
  alike: { sv: 'liknande', en: 'similar', uk: 'skhozhi' },
  compare: { sv: '/jamfor', en: '/en/compare', uk: '/uk/porivniannia' },
  about: { sv: '/om', en: '/en/about', uk: '/uk/pro' },
  data: { sv: '/data', en: '/en/data', uk: '/uk/dani' },
  accessibility: { sv: '/tillganglighet', en: '/en/accessibility', uk: '/uk/dostupnist' },
  search: { sv: '/sok', en: '/en/search', uk: '/uk/poshuk' },
  law: { sv: '/ratt', en: '/en/law', uk: '/uk/pravo' },
  editing: { sv: '/redaktion', en: '/en/editing', uk: '/uk/redaktsiia' },
  review: { sv: '/redaktion/granskning', en: '/en/editing/review', uk: '/uk/redaktsiia/perevirka' },
  imports: { sv: '/redaktion/import', en: '/en/editing/import', uk: '/uk/redaktsiia/import' },
  missing: { sv: '/finns-inte', en: '/en/no-such-page', uk: '/uk/nemaie-takoi' },
  funding: { sv: '/finansiering', en: '/en/funding', uk: '/uk/finansuvannia' },
};

/** Identifiers that exist in the bundled data, read from the site itself. */
export async function samples(url) {
  const list = await json(url, `${paths.partnerships.sv}.json`);
  if (!list.items?.length) throw new Error('/samarbeten.json lists no partnerships');
  const next = list.next ?? null;
  const partnership = list.items[0].id;
  const foreign = list.items[0].second.id;
  const group = await findId(url, paths.groups.sv, () => true);
  const source = await findId(url, paths.sources.sv, () => true);
  const brought = await bring(url);
  return { partnership, foreign, group, source, next, brought };
}

/** Every kind of page in every language: { kind, language, path, status }. */
export async function everyPage(url) {
  const found = await samples(url);
  const kinds = [
    { kind: 'start', path: (p) => p.start },
    { kind: 'list', path: (p) => p.partnerships },
    { kind: 'filtered list', path: (p) => `${p.partnerships}?country=FI` },
    { kind: 'empty list', path: (p) => `${p.partnerships}?country=AQ` },
    { kind: 'map', path: (p) => `${p.partnerships}?body=se-0180&view=map` },
    { kind: 'counties and countries', path: (p) => `${p.partnerships}?view=matrix` },
    { kind: 'timeline', path: (p) => `${p.partnerships}?view=timeline` },
    { kind: 'timeline of nothing', path: (p) => `${p.partnerships}?view=timeline&country=AQ` },
    { kind: 'shared partners', path: (p) => `${p.partnerships}?view=network` },
    { kind: 'shared partners, none', path: (p) => `${p.partnerships}?view=network&body=se-1480` },
    { kind: 'list as of another year', path: (p) => `${p.partnerships}?as_of=2011` },
    { kind: 'partnership', path: (p) => `${p.partnerships}/${found.partnership}` },
    { kind: 'bodies', path: (p) => p.bodies },
    { kind: 'body', path: (p) => `${p.bodies}/se-1480` },
    { kind: 'municipality that is a region', path: (p) => `${p.bodies}/se-0980` },
    { kind: 'body abroad', path: (p) => `${p.bodies}/${found.foreign}` },
    { kind: 'groups', path: (p) => p.groups },
    { kind: 'group', path: (p) => `${p.groups}/${found.group}` },
    { kind: 'countries', path: (p) => p.countries },
    { kind: 'country', path: (p) => `${p.countries}/FI` },
    { kind: 'country with figures of others', path: (p) => `${p.countries}/CN` },
    { kind: 'country, others like one', path: (p) => `${p.countries}/FI?like=lund` },
    { kind: 'list where the sources are silent', path: (p) => `${p.partnerships}?partner_country=KE&theme=planning` },
    { kind: 'list, others like one that is not known', path: (p) => `${p.partnerships}?theme=environment&like=B` },
    { kind: 'development', path: (p) => p.development },
    { kind: 'changes of a kind', path: (p) => `${p.latest}?kind=ended` },
    { kind: 'changes of a body', path: (p) => `${p.bodies}/se-1480/${p.changes}` },
    { kind: 'bodies like one', path: (p) => `${p.bodies}/se-1480/${p.alike}` },
    { kind: 'comparison', path: (p) => `${p.compare}?body=se-1480&body=se-1280&body=se-0980` },
    { kind: 'comparison of nothing', path: (p) => p.compare },
    { kind: 'changes with a country', path: (p) => `${p.countries}/CN/${p.changes}` },
    { kind: 'sources', path: (p) => p.sources },
    { kind: 'source', path: (p) => `${p.sources}/${found.source}` },
    { kind: 'latest changes', path: (p) => p.latest },
    { kind: 'about', path: (p) => p.about },
    { kind: 'data', path: (p) => p.data },
    { kind: 'accessibility', path: (p) => p.accessibility },
    { kind: 'legal check', path: (p) => p.law },
    { kind: 'legal check, answered', path: (p) => `${p.law}?${LAW_CASE}` },
    { kind: 'legal check, to be judged', path: (p) => `${p.law}?actor=kommun&form=equipment&surplus=no&boughtToGive=yes&stateAidCountry=yes` },
    { kind: 'funding', path: (p) => p.funding },
    { kind: 'funding, an idea', path: (p) => `${p.funding}?${IDEA}` },
    { kind: 'funding, an idea that cannot be read', path: (p) => `${p.funding}?applicant_country=Utopia&participants=50+st&starts=x` },
    { kind: 'programme', path: (p) => `${p.funding}/cerv-town-twinning` },
    { kind: 'editing', path: (p) => p.editing },
    { kind: 'review', path: (p) => p.review },
    { kind: 'review, nothing in the selection', path: (p) => `${p.review}?country=AQ` },
    { kind: 'imports', path: (p) => p.imports },
    { kind: 'import', path: (p) => `${p.imports}/${found.brought}` },
    { kind: 'search', path: (p) => `${p.search}?q=goteborg` },
    { kind: 'search without an answer', path: (p) => `${p.search}?q=qqqqzzzz` },
    { kind: 'missing page', path: (p) => p.missing, status: 404 },
    { kind: 'missing body', path: (p) => `${p.bodies}/se-9999`, status: 404 },
    { kind: 'bad request', path: (p) => `${p.partnerships}?country=%FF`, status: 400 },
  ];
  if (found.next) {
    const query = new URL(found.next, url).search;
    kinds.push({ kind: 'next page of the list', path: (p) => `${p.partnerships}${query}` });
  }
  return languages.flatMap((language) => {
    const here = Object.fromEntries(Object.entries(paths).map(([noun, path]) => [noun, path[language]]));
    return kinds.map(({ kind, path, status = 200 }) => ({ kind, language, path: path(here), status }));
  });
}

/** A youth exchange with Poland and Norway. */
const IDEA =
  'applicant_type=municipality&applicant_country=SE&partner1_type=municipality&partner1_country=PL&partner2_type=municipality&partner2_country=NO&starts=2027-05-01&days=7&participants=60';

/** A measure of three parts: equipment, its transport, and training. */
const LAW_CASE =
  'decision_date=2026-11-24&actor=kommun&form=equipment&form=transport&form=training&country=UA&surplus=yes&channel=direct';

/** A list on the editor's desk, with rows of every fate; its key. */
async function bring(url) {
  const list = 'Kommun,Vänort,Land\nÖrebro,Łódź,Polen\nÖrebro,Springfield,USA\nPåhittby,Turku,Finland\n';
  const form = new FormData();
  form.set('file', new Blob([list], { type: 'text/csv' }), 'lista.csv');
  const sent = await fetch(url + paths.imports.sv, { method: 'POST', body: form, redirect: 'manual' });
  // An answer that nobody reads to its end keeps its connection, and with it the test, open.
  await sent.arrayBuffer();
  const address = sent.headers.get('location') ?? '';
  const key = address.split('/').pop();
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const page = await (await fetch(url + address)).text();
    if (!page.includes('data-reload')) return key;
  }
  throw new Error(`The plan of ${address} was not made`);
}

/** The data beside a page. */
export async function json(url, path) {
  const response = await fetch(url + path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

/** The first identifier under a path that the start of the register links to, found in data or in links. */
async function findId(url, prefix, wanted) {
  const places = [
    `${paths.partnerships.sv}.json`,
    `${paths.bodies.sv}/se-1480.json`,
    `${paths.bodies.sv}/se-0980.json`,
    `${paths.bodies.sv}/se-1480`,
    `${paths.bodies.sv}/se-0980`,
    `${paths.bodies.sv}/se-0180`,
    paths.groups.sv,
    paths.sources.sv,
  ];
  for (const place of places) {
    const response = await fetch(url + place);
    if (!response.ok) {
      await response.arrayBuffer();
      continue;
    }
    for (const [, id] of (await response.text()).matchAll(new RegExp(`${prefix}/([A-Za-z0-9_~%-]+)`, 'g'))) {
      if (wanted(id)) return id;
    }
  }
  throw new Error(`No address ${prefix}/… was found in ${places.join(', ')}`);
}
