# The words of the pages.

site-name = Vänort
site-description = A register of the international partnerships of Swedish municipalities and regions: what is known, who says so, and how old the information is.
skip = Skip to the content
nav-fold = Menu
page-contents = On this page
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
search-hint = Place or country
search-button = Search
as-data = This page as data (JSON)
contact = Contact
foot-history = The register holds { $what } entries. Each of them says what a source said at a certain time, not how things are today.
printed = Printed on { $when }, { $where }
printed-chosen = Selection:
date-until = { $what } or earlier
date-to = until { $what }
date-from = from { $what }
date-or-later = { $what } or later
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
unknown = unknown
country-unknown = country not stated
start-heading = Who do Swedish municipalities and regions work with abroad?
start-lead = Vänort collects what municipalities, regions and others have said about twin towns, partnerships and networks around the world. For every fact you can see who says it, when it was said, and whether both sides have confirmed it.
start-history = The material is historical. A page from 2012 tells you what was true in 2012. A partnership listed here is not necessarily active today.
start-figures = What is known
figure-partnerships = { $n ->
    [one] partnership
   *[other] partnerships
}
figure-countries = { $n ->
    [one] country besides Sweden
   *[other] countries besides Sweden
}
figure-statements = { $n ->
    [one] statement from a source
   *[other] statements from sources
}
honest-own = { $n ->
    [one] One of the { $of } municipalities has itself said what applies.
   *[other] { $number } of the { $of } municipalities have themselves said what applies.
}
honest-others = { $n ->
    [one] About one municipality we only know what others say.
   *[other] About { $number } municipalities we only know what others say.
}
honest-silent = { $n ->
    [one] About one municipality nobody has said anything. That does not mean that it has no partners.
   *[other] About { $number } municipalities nobody has said anything. That does not mean that they have no partners.
}
honest-undated = { $n ->
    [one] One statement is undated.
   *[other] { $number } statements are undated.
}
start-map = The municipalities on the map
start-map-list = The same as a list, county by county
start-countries = Countries with the most partnerships
start-countries-all = All countries
start-latest = Latest statements
start-latest-all = More statements
start-how = How to read the register
start-how-ladder = The ladder shows who says that the partnership exists. The more rungs are filled, the better the evidence.
start-how-disc = The disc shows how old the parties' latest statement is, or that of others where the parties have said nothing. Filled is new, empty is old.
start-how-text = Where two sources differ, both are shown.
start-how-link = How it works
partnerships-title = Partnerships
partnerships-count = { $n ->
    [0] No partnerships
    [one] One partnership
   *[other] { $number } partnerships
}
partnerships-none = No partnership matches all your choices.
filter-heading = Narrow the list
filter-body = Swedish municipality or region
filter-country = Country of the partner
filter-all = All
filter-button = Show
filter-clear = Clear all
filter-remove = remove
filter-ignored = This part of the address was not understood and has been ignored:
sort-label = Order
sort-name = Name
sort-newest = Latest statement first
sort-since = Oldest first
table-partnerships = Partnerships
col-partner = Partner
col-home = Swedish side
col-name = Name
col-partnerships = Partnerships
col-ended = Of which ended
col-coverage = What is known
col-own-word = Latest own statement
col-sort = Kind
col-members = Members known to the register
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
field-freshness = Statement dated
field-agreement = Agreement
field-instrument = Form of agreement
field-activity = Activity
field-since = Began
field-until = Ended
field-effective = Date
field-funding = Funding
field-themes = Themes
field-own-written = How the Swedish side is written
field-written = As written
field-declaration = Declaration
field-event = Event
field-decided = Decided by
field-reference = Decision
field-reason = Reason
field-note = Note by the register
field-note-source = Note by the source
disputed = Disputed:
marks-help = What do the marks mean?
merged-in-year = merged into another municipality in { $what }
successor-confirm = The partnership may have been carried over. Nobody has confirmed it.
ended-by-others = That the partnership has ended is not said by the sides themselves, but by:
gone-from-list = The partner is no longer on the latest list. That does not mean that the partnership has ended.
partnership-fields = What is known
partnership-timeline = Timeline
partnership-alone = Statements that name no partner
partnership-alone-what = These statements about one of the sides do not name the partners concerned. They may concern this partnership, but are not counted towards it.
partnership-alone-end = It has been said of one of the sides that partnerships end, but not which. This may be one of them.
partnership-said = All statements
timeline-since = Began
timeline-until = Ended
timeline-stated = Stated to exist
timeline-stated-as = The state according to the source: { $what }
cite = Cite this
cite-text = This address does not change:
told-listed = Named as a partner. Nothing more is said.
told-original = To the source
told-link = Link to this statement
told-later = This was said after the day that is shown. Above, only when the partnership began and its kind count.
told-recorded = recorded { $what }
body-arrived = You followed a link to { $what }. It leads here because the two are the same.
body-said-none = It has been said that there are no partnerships:
body-no-partners = No source mentions a partnership. That does not mean that there are none.
body-as-list = as a list to filter and download
body-on-map = on a map
body-see = See the partnerships:
body-alone = General statements
body-facts = Facts
body-map = Partners whose place is known. The same partners are in the list.
activity-before-end = { $what } (said before the end)
section-stated = Partnerships stated to exist
section-disputed = Contradictory statements
section-planned = Planned
section-unclear = Unclear whether they exist
section-no-longer-listed = No longer on the latest list
section-ended = Ended
carried-over = Carried over from { $what }, to be confirmed
coverage-last-word = Latest statement of its own: { $what }
coverage-undated = It has made statements of its own, but none is dated
coverage-later = It has made statements of its own, but after the day that is shown
coverage-no-word = The register knows of no statement of its own
fact-roles = What it is
fact-country = Country
fact-county = County
fact-region = Region
fact-population = Population
fact-population-town = Inhabitants of the town
fact-skr-group = SKR group
fact-web = Website
fact-scb = SCB code
fact-org = Organisation number
fact-wikidata = Wikidata
fact-geonames = GeoNames
fact-source = Source of the facts
fact-permanent = Permanent address
succession-unverified = not checked
succession-from = Formed in { $what }, among others out of:
bodies-title = Municipalities and regions
bodies-lead = All Swedish municipalities and regions, and what is known about their partnerships.
bodies-counties = Counties
bodies-regions = Regions
countries-title = Countries
countries-lead = Countries where Swedish municipalities and regions have or have had partners, by number of partnerships.
countries-count = { $n ->
    [one] One country besides Sweden.
   *[other] { $number } countries besides Sweden.
}
countries-sweden = The line for Sweden is of partnerships between Swedish parties.
countries-unknown = To these come those for which no country is stated:
country-part-of = Belongs to
country-parts = Counted separately:
country-count = { $n ->
    [0] No known partnerships.
    [one] One known partnership. Planned and ended ones count too.
   *[other] { $number } known partnerships. Planned and ended ones count too.
}
country-none = No source names a partnership with this country.
country-none-then = No dated source names a partnership with this country at { $what }.
country-none-known = What was in the register then names no partnership with this country.
country-events = Events: beginnings, pauses and endings
country-filter = narrow further
country-most-rows = These are the first { $number } of { $of }.
country-most-events = These are the { $number } latest events. There are more.
groups-title = Chains and networks
groups-lead = Co-operation of more than two: chains of twin towns and networks.
group-members = Known members
group-no-members = No source names a member.
group-members-in-name = No source in the register says who the members are. The places stand in the name alone.
member-until = until { $what }
member-left = has left
member-no-dates = no dates stated
sources-title = Sources
sources-lead = The pages, decisions, articles and data sets that the statements come from.
source-publisher = Publisher
source-kind = Who publishes
source-date = Dated
source-title = Title
source-confidence = How we know
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
} most recently recorded first.
search-title = Search
search-empty = Type the name of a municipality, town, country or network in the search box.
search-asked = You searched for “{ $what }”.
search-bodies = Municipalities, regions and towns
search-matched = found as { $what }
search-nothing = Nothing in the register has that name. Try a municipality, a place, a country, a network or a programme.
search-nothing-means = If it is a place, this only means that no source in the register names it as a partner. It may have partnerships all the same.
search-ways = Where to go from here:
search-way-countries = All countries
search-way-bodies = Swedish municipalities and regions
search-way-funding = Money for partnerships
search-near = Did you mean?
search-near-one = similar name
search-country = country
search-group = network
search-programme = funding
search-source = source
search-programmes = Funding and contacts
error-404 = Page not found
error-404-what = The address may be misspelt, or the register has no such thing. Try the search box at the top.
error-not-then-what = Nothing in the register tells of { $what } at that time. Choose a later time above, or go back to today.
error-410 = The statement has been removed
error-410-what = The statement was here but has been removed, for example to protect somebody's privacy. The log still shows that it existed.
error-400 = The address cannot be read
error-too-long = The address is too long. Shorten your search and try again.
error-not-utf8 = The address contains characters that cannot be read. Type it again or begin at the start page.
error-500 = Something went wrong on our side
error-500-what = The page could not be shown. Please try again in a while.
error-405 = This address can only be read, not written to.
error-number = If you write to us, please mention the number of the error: { $what }
error-home = To the start page
about-title = About the register
about-lead = Nobody has a complete picture of the international co-operation of Swedish municipalities. Vänort shows what is known, who says so, how old the information is, and what nobody has said.
about-statements = Statements, not truths
about-statements-1 = A statement is what one source said about two parties, or about one party and a network, at a certain time. Statements are never changed or deleted, except where someone's privacy requires it. A later one corrects an earlier one.
about-statements-2 = A partnership is what the statements add up to. For each question you see the answer, the rule that chose it, who says so and who says otherwise.
about-statements-3 = Not being mentioned says nothing. A partner that has disappeared from a list has not thereby ended, and a partner on a list is not thereby active.
about-evidence = Evidence: who says so
about-freshness = Freshness: how old the latest statement is
about-freshness-which = The latest statement means what the parties themselves said last. Where neither of them has said anything, it is the latest statement of others.
about-coverage = Coverage: what is known of a municipality or region
about-kinds = Kinds of co-operation
about-kinds-source = The definitions follow the three kinds of SKR, the association of municipalities and regions.
about-status = Agreement and activity are two things
about-status-text = An agreement can be in force although nothing happens, and exchange can go on without an agreement. They are therefore shown separately.
about-rules = How the answer is chosen
about-rules-text = Where sources differ, these rules choose the answer. The rule is given beside the answer on each partnership's page.
about-faults = Known shortcomings
about-faults-1 = Many pages are undated. An undated statement counts as older than every dated one of the same rank.
about-faults-2 = The statements from Wikidata are from 2016 and 2017 and come from a third party. The same town may appear under two spellings until somebody has decided that they are one.
about-maps = The maps
about-maps-text = The municipal borders are simplified ones from Statistics Sweden. The borders on the world map are from Natural Earth and take no position.
data-title = Data to download
data-lead = Everything shown here is open data. You are free to use it if you name the source.
data-what = Table
data-content = Content
data-files = Files
download-partnerships = Partnerships
download-partnerships-what = Every partnership with the chosen answer to each question, evidence and latest word
download-bodies = Municipalities and regions
download-bodies-what = Codes, names, inhabitants, place and coverage
download-groups = Chains and networks
download-groups-what = Networks and chains of twin towns. The column members is the number of members known to the register
download-sources = Sources
download-sources-what = Publisher, address, date and licence
download-statements = Statements
download-statements-what = What the sources have said, word for word, page by page
data-log = The log
data-log-text = All entries are kept in a log in which each entry builds on the one before. It has { $what } entries. A later change to any of them would show.
data-log-statements = { $n ->
    [one] One of them is a statement.
   *[other] { $number } of them are statements.
}
data-pages = Every page as data
data-pages-text = Add .json to the address of a page to get the same facts as data. Lists are also available as .csv. Dates are written in EDTF, for example 197X for the 1970s.
data-formats = Files of partnerships
data-format-xlsx = XLSX is a workbook for Excel and other spreadsheet programs. Values come first in words and last as codes. Sheets of their own show method, codes and sources.
data-format-csv = CSV is a table as text, with commas between the columns. Values are codes.
data-format-geojson = GeoJSON is for map programs. Each partnership is a line between its parties, or a point where only one can be placed on the map.
data-format-parquet = Parquet is for programs that calculate on large tables. It also has years, counties and coordinates, and the file holds method and sources.
data-format-json = JSON is for programs. It has what the page has.
data-json-pages = JSON of partnerships and of statements gives one page at a time. “next” is the address of the next page. On the last page it is null. Add all=1 to the address of partnerships to get all of them at once, with the columns of the CSV.
data-columns = Columns in files of partnerships
data-columns-text = The columns have the same names in every language. An empty cell means that no source says anything. The column “disputed” has fields on which the sources differ: the two parties, or statements of which nobody can tell which is the latest.
data-columns-count = { $n ->
    [one] One column
   *[other] { $number } columns
}
data-holds = A cell holds
data-holds-text = text or a code
data-holds-integer = a whole number
data-holds-number = a decimal number, degrees
data-holds-edtf = a date as EDTF writes it
data-holds-list = several values, in CSV and XLSX with | between them
data-holds-link = an address
data-more = Only in XLSX and Parquet
data-codes-text = The sheet Codes of the workbook has the same list.
data-codes-count = { $n ->
    [one] One code
   *[other] { $number } codes
}
data-licences = Sources and licences
data-licence-scb = Statistics Sweden: codes, names, population and municipal borders (CC0).
data-licence-geonames = GeoNames: towns, places and identifiers (CC BY 4.0).
data-licence-wikidata = Wikidata: twin towns stated in 2016 and 2017, identifiers (CC0).
data-licence-cldr = Unicode CLDR: names of countries (Unicode licence).
data-licence-maps = Natural Earth: the world map (public domain).
data-licence-pages = The municipalities' own pages, decisions and articles: facts restated with a link to the source.
accessibility-title = Accessibility
accessibility-lead = We want everybody to be able to use Vänort. This page describes how well the site meets the Swedish Act on Accessibility of Digital Public Services and how to tell us when something does not work.
accessibility-state = How accessible the site is
accessibility-state-text = The site is built to meet WCAG 2.1 at level AA and EN 301 549. Nobody from outside has audited it, so we cannot promise that it conforms fully.
accessibility-known = Known shortcomings
accessibility-known-1 = Quotations from sources are shown in the language they were written in, which is not always marked.
accessibility-known-2 = The maps cannot be read by screen readers. The same facts are in the list on the same page.
accessibility-tested = How we tested
accessibility-tested-text = Every kind of page is tested automatically with axe at every change, in light and dark and at narrow width, and can be used with the keyboard alone and without JavaScript.
accessibility-report = Tell us when something does not work
accessibility-report-text = Write to the operator of the site and tell what you tried to do.
accessibility-authority = The Swedish Agency for Digital Government supervises. You can report shortcomings at
wrong-title = Is something wrong?
wrong-text = The register repeats what sources have said and does not change it on its own. A statement is corrected when the source is corrected, or when the municipality, the region or the partner itself says how things are.
wrong-source = The source that is repeated:
wrong-body = The municipality or region itself:
wrong-contact = Whoever runs this site:
wrong-no-contact = Whoever runs this site has given no address to write to. Turn to the source.
wrong-name = Give the address of the page, so that it is clear what is meant:
source-in-list = { $n ->
    [one] The partnership that the source speaks of
   *[other] The { $number } partnerships that the source speaks of
}
source-not-counting = { $n ->
    [one] { $number } more statement does not count: it was corrected or withdrawn. It is in the table.
   *[other] { $number } more statements do not count: they were corrected or withdrawn. They are in the table.
}
sources-differ = sources differ
doubt-text = The sources differ, and nobody can tell which statement is the latest.
doubt-counted = Counts:
doubt-against = says otherwise:
