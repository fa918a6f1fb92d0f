# The words of the pages.

site-name = Vänort
site-description = A register of the international partnerships of Swedish municipalities and regions: what is known, who says so, and how old the word is.
skip = Skip to the content
nav-label = Main menu
nav-partnerships = Partnerships
nav-bodies = Municipalities and regions
nav-countries = Countries
nav-groups = Chains and networks
nav-latest = Latest
nav-about = About
nav-data = Data
nav-sources = Sources
nav-accessibility = Accessibility
search-label = Search for a municipality, town, country or network
search-hint = Municipality, town or country
search-button = Search
as-data = This page as data (JSON)
contact = Contact
foot-history = The register holds { $what } entries. Each fact is the word of a source at a certain time, not a certificate of how things are today.
date-until = by { $what }
date-from = from { $what }
date-about = about { $what }
date-unsure = perhaps { $what }
date-decade = the { $what }s
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
quote = “{ $what }”
undated = undated
not-stated = not stated
country-unknown = country not stated
no-longer-listed = No longer on the list
start-heading = With whom do Swedish municipalities and regions co-operate?
start-lead = Vänort collects what municipalities, regions and others have said about twin towns, partnerships and networks around the world. With every fact you see who says it, when it was said, and whether both sides have confirmed it.
start-history = The material is historical. A page from 2012 tells what held in 2012. That a partnership is listed here does not mean that it is alive today.
start-figures = What is known
figure-partnerships = partnerships
figure-countries = countries
figure-statements = statements from sources
honest-own = { $n ->
    [one] One of 290 municipalities has itself told what holds.
   *[other] { $number } of 290 municipalities have themselves told what holds.
}
honest-others = { $n ->
    [one] Of one municipality we know only what others say.
   *[other] Of { $number } municipalities we know only what others say.
}
honest-silent = { $n ->
    [one] Of one municipality nobody has said anything. That does not mean that it has no partners.
   *[other] Of { $number } municipalities nobody has said anything. That does not mean that they have no partners.
}
honest-undated = { $n ->
    [one] One statement bears no date.
   *[other] { $number } statements bear no date.
}
start-map = The municipalities on the map
start-map-list = The same as a list, county by county
start-countries = Most partnerships
start-countries-all = All countries
start-latest = Latest statements
start-latest-all = More statements
start-how = How to read the register
start-how-text = The ladder shows on whose word a partnership rests. The disc shows how old the newest word is. Where two sources differ, both are shown.
start-how-link = How it works
partnerships-title = Partnerships
partnerships-count = { $n ->
    [0] No partnerships
    [one] One partnership
   *[other] { $number } partnerships
}
partnerships-none = No partnership fits all the choices. Remove one of them, for example kind or evidence, and try again.
filter-heading = Narrow the list
filter-body = Swedish municipality or region
filter-country = Country of the partner
filter-all = All
filter-button = Show
filter-clear = Remove all choices
filter-remove = remove
filter-ignored = This in the address could not be understood and was left out:
sort-label = Order
sort-name = Name
sort-newest = Latest word first
sort-since = Oldest first
table-partnerships = Partnerships
col-partner = Partner
col-home = Swedish side
col-name = Name
col-partnerships = Partnerships
col-ended = Of them ended
col-coverage = What is known
col-own-word = Latest own word
col-sort = Sort
col-members = Swedish members
col-field = Question
col-value = Answer
col-rule = Why
col-for = Says so
col-against = Says otherwise
pages-label = Pages
pages-first = First
pages-previous = Previous
pages-this = Page { $what }
pages-of = of { $what }
pages-next = Next
pages-last = Last
download-selection = Download this selection:
download-list = Download the list:
field-kind = Kind
field-standing = Standing
field-evidence = Evidence
field-freshness = Latest word
field-agreement = Agreement
field-instrument = Form of agreement
field-activity = Activity
field-since = Since
field-until = Until
field-effective = In effect from
field-funding = Funding
field-themes = Fields
field-written = As written
field-declaration = Declaration
field-event = Event
field-decided = Decided by
field-reference = Decision
field-reason = Reason
field-note = Remark
disputed = Disputed:
marks-help = What do the marks mean?
merged-in-year = merged into another municipality in { $what }
successor-confirm = The partnership may have been carried over. Nobody has confirmed it.
gone-from-list = The partner is no longer on the latest list. That does not mean that the partnership has ended.
partnership-fields = What holds, question by question
partnership-timeline = In order of time
partnership-said = What the sources say
timeline-since = Began
timeline-until = Ended
timeline-stated = Was stated
cite = Cite this
cite-text = This address does not change:
told-listed = Named as a partner. Nothing more is said.
told-original = To the source
told-recorded = recorded { $what }
body-arrived = You followed a link to { $what }, which is the same body as this one.
body-no-partners = Nobody has stated a partnership. That does not mean that there is none.
body-as-list = as a list with filters
body-alone = Said of the body as a whole
body-facts = Facts
body-map = Partners whose place is known. The same partners are in the list.
section-stated = Partnerships stated to exist
section-disputed = Contradicting statements
section-planned = Planned
section-ended = Ended
carried-over = Carried over from { $what }, to be confirmed
coverage-last-word = Latest own word: { $what }
coverage-undated = There are own words, but undated
coverage-no-word = Has not itself said anything that the register knows of
fact-roles = What it is
fact-country = Country
fact-county = County
fact-region = Region
fact-population = Inhabitants
fact-skr-group = SKR group
fact-web = Website
fact-scb = SCB code
fact-org = Organisation number
fact-wikidata = Wikidata
fact-geonames = GeoNames
fact-source = Source of the facts
fact-permanent = Permanent address
succession-unverified = not checked
succession-from = Formed in { $what } out of, among others,
bodies-title = Municipalities and regions
bodies-lead = All Swedish municipalities and regions, and what is known of their partnerships.
bodies-counties = Counties
bodies-regions = Regions
countries-title = Countries
countries-lead = Countries where Swedish municipalities and regions have or have had partners, by number of partnerships.
country-count = { $n ->
    [0] No known partnerships.
    [one] One known partnership, standing or ended.
   *[other] { $number } known partnerships, standing and ended.
}
country-none = No source names a partnership with this country.
country-events = Events: beginnings, pauses and endings
country-filter = narrow further
groups-title = Chains and networks
groups-lead = Co-operation of more than two: chains of twin towns and networks.
group-members = Members the register knows of
group-no-members = No source names a member.
member-until = until { $what }
member-left = has left
member-no-dates = no dates stated
sources-title = Sources
sources-lead = Pages, decisions, articles and data sets that the statements come from.
source-publisher = Publisher
source-kind = Sort
source-date = Dated
source-title = Title
source-confidence = Confidence
source-licence = Licence
source-off = This source is switched off: what it says does not count in the register.
source-statements = { $n ->
    [0] No statements
    [one] One statement
   *[other] { $number } statements
}
latest-title = Latest statements
latest-lead = { $n ->
    [one] One statement,
   *[other] { $number } statements,
} the last recorded first.
search-title = Search
search-empty = Write the name of a municipality, town, country or network in the box at the top.
search-asked = You searched for “{ $what }”.
search-bodies = Municipalities, regions and towns
search-matched = found as { $what }
search-nothing = Nothing in the register has that name.
search-near = Did you mean?
search-near-one = similar name
search-country = country
search-group = network
error-404 = There is no such page
error-404-what = The address may be mistyped, or the register holds no such thing. Use the search box at the top.
error-410 = The statement was taken away
error-410-what = The statement was here but was taken away, for example to protect somebody's privacy. That it existed can be seen in the log.
error-400 = The address cannot be read
error-too-long = The address is too long. Shorten what you search for and try again.
error-not-utf8 = The address holds signs that cannot be read. Write it anew or begin from the start page.
error-500 = Something went wrong on our side
error-500-what = The page could not be made. Try again in a while.
error-405 = This address can only be read.
error-number = If you write to us, mention the number of the error: { $what }
error-home = To the start page
about-title = About the register
about-lead = Nobody has a complete picture of the international co-operation of Swedish municipalities. Vänort tells what is known, who says so, how old it is, and what nobody has said.
about-statements = Statements, not truths
about-statements-1 = A statement is one source's word about two parties, or about a party and a network, at a certain time. Statements are never changed and not deleted; a later one corrects an earlier.
about-statements-2 = A partnership is what the statements add up to. For each question the answer is shown, the rule that chose it, who says so, and who says otherwise.
about-statements-3 = Not being named is not a statement. A partner gone from a list has not ended by that, and a partner on a list is not active because of it.
about-evidence = Evidence: on whose word it rests
about-freshness = Freshness: how old the latest word is
about-coverage = Coverage: what is known of a municipality or region
about-kinds = Kinds of co-operation
about-kinds-source = The definitions follow the three kinds of SKR, the association of municipalities and regions.
about-status = Agreement and activity are two things
about-status-text = An agreement may be in force though nothing happens, and exchange may go on without one. So they are shown apart.
about-rules = The rules of what counts
about-rules-text = Where sources differ, the answer is chosen by these rules. The rule stands beside the answer on each partnership's page.
about-faults = Known faults
about-faults-1 = Many pages bear no date. An undated statement counts as older than every dated one of its rank.
about-faults-2 = Statements from Wikidata are of 2016 and 2017 and are a third party's word. One town may appear under two spellings until somebody has decided that they are one.
about-maps = The maps
about-maps-text = The municipal borders are simplified ones from Statistics Sweden. The borders on the world map are from Natural Earth and take no position.
data-title = Data to download
data-lead = Everything shown here is open data. You may use it if you name the source.
data-what = Table
data-content = Content
data-files = Files
download-partnerships = Partnerships
download-partnerships-what = Every partnership with the chosen answer to each question, evidence and latest word
download-bodies = Municipalities and regions
download-bodies-what = Codes, names, inhabitants, place and coverage
download-groups = Chains and networks
download-groups-what = Networks and chains of twin towns
download-sources = Sources
download-sources-what = Publisher, address, date and licence
download-statements = Statements
download-statements-what = What the sources have said, word for word, page by page
data-log = The log
data-log-text = All entries stand in a log in which each builds on the one before. It has { $what } entries. If something is changed later, it shows.
data-log-statements = { $n ->
    [one] One of them is a statement.
   *[other] { $number } of them are statements.
}
data-pages = Every page as data
data-pages-text = Add .json to the address of a page to have the same facts as data. Lists are also there as .csv. Dates are written as EDTF, for example 197X for the 1970s.
data-licences = Sources and licences
data-licence-scb = Statistics Sweden: codes, names, population and municipal borders (CC0).
data-licence-geonames = GeoNames: towns, places and identifiers (CC BY 4.0).
data-licence-wikidata = Wikidata: twin towns stated in 2016 and 2017, identifiers (CC0).
data-licence-cldr = Unicode CLDR: names of countries (Unicode licence).
data-licence-maps = Natural Earth: the world map (public domain).
data-licence-pages = The municipalities' own pages, decisions and articles: facts restated with a link to the source.
accessibility-title = Accessibility
accessibility-lead = We want everybody to be able to use Vänort. This page tells how well the site meets the Swedish act on accessibility of digital public services and how to tell us when something does not work.
accessibility-state = How accessible the site is
accessibility-state-text = The site is built to meet WCAG 2.1 at level AA and EN 301 549. Nobody from outside has audited it. So we cannot promise that it conforms in full.
accessibility-known = Known shortcomings
accessibility-known-1 = Quotations from sources are shown in the language they were written in, which is not always marked.
accessibility-known-2 = The maps cannot be read by screen readers. The same facts are in the list on the same page.
accessibility-tested = How we tested
accessibility-tested-text = Every kind of page is tested automatically with axe at every change, in light and dark and at narrow width, and can be used with the keyboard alone and without JavaScript.
accessibility-report = Tell us when something does not work
accessibility-report-text = Write to the operator of the site and tell what you tried to do.
accessibility-authority = The Swedish Agency for Digital Government supervises. You can report shortcomings at
