# Development over time, countries, changes and charts.

nav-development = Development
development-title = Development over time
development-lead = How many partnerships have there been, and when did they begin and end? Two kinds of answer stand here apart: what surveys have counted, and what the sources in the register say.
development-surveys = What SALAR has counted
development-surveys-text = The Swedish Association of Local Authorities and Regions (SKR) has asked its members three times. The numbers are of municipalities and regions that have at least one partnership, not of partnerships.
development-rounds = How it was counted each time
development-others = Other numbers on municipal partnerships
development-others-text = Single figures from the programme and from books. They count different things and are no series.
development-own = What the register holds
development-own-text = These charts rest on the sources in the register and count partnerships. They cannot be compared with SKR’s numbers, which count municipalities.
development-none = No dated statement in the register is about that time.
survey-municipality-title = Municipalities with at least one twin town (2007 and 2011), or twin town or municipal partnership (2018)
survey-municipality-desc = Bars. 272 municipalities in 2007, 243 in 2011 and 146 in 2018. There is a break between 2011 and 2018: the numbers cannot be compared.
survey-municipality-unit = Number of municipalities with at least one partnership
survey-municipality-break = Break: from 2018 more kinds of partnership count, and a questionnaire took the place of the inventory of all municipalities.
survey-municipality-who = Municipalities
survey-region-title = Regions and county councils with at least one twin town (2011), or twin town or municipal partnership (2018)
survey-region-desc = Bars. No figure for 2007, 12 regions and county councils in 2011 and 6 in 2018. There is a break between 2011 and 2018: it is not the same group.
survey-region-unit = Number of regions and county councils with at least one partnership
survey-region-break = Break: 2011 also covered regional associations, 2018 county councils and regions only. More kinds of partnership count.
survey-region-who = Regions and county councils
survey-comparable-none = no other year
survey-caveat-never-decline = Do not read the difference between 2011 and 2018 as a decline. Part of it may be that not everybody answered.
survey-caveat-concept = The concept changed: 2007 and 2011 counted twin towns, 2018 twin towns or municipal partnerships. The wider concept gave the lower number.
survey-caveat-coverage = The coverage changed: 2007 and 2011 were inventories of all members, 2018 a questionnaire. How many answered is not known.
survey-caveat-respondents = The respondents changed: 2011 covered regional associations, 2018 county councils and regions. There is no number for regions in 2007.
survey-caveat-activity = The round of 2011 also spoke of active twin towns. The figure for 2018 says nothing of how active the partnerships are.
survey-caveat-unit = The unit is municipalities and regions with at least one partnership. How many partnerships they have was not counted.
survey-caveat-self = The answers are the municipalities’ own. In 2022 some could not find agreements they thought they had.
survey-caveat-mergers = Partners have been merged with others, for instance when Denmark came to have fewer municipalities in 2007. Then the other side changes without any decision in Sweden.
counted-share-of-municipalities = Share of 290 municipalities
counted-share-in-programme = Municipalities that took part in municipal partnerships
counted-municipalities-in-programme = Municipalities in municipal partnerships
counted-partnerships-in-programme = Municipal partnerships
counted-bodies-in-programme = Municipalities and regions in municipal partnerships
counted-projects-in-programme = Projects in ICLD’s programme
counted-table = Numbers that others have counted
counted-what = What was counted
counted-number = Number
counted-when = When
counted-note = Remark
counted-source = Source
number-about = about { $what }
number-more-than = more than { $what }
figure-source = Source: { $what }
chart-source = Source: Vänort, { $what }
chart-year = Year
chart-no-figure = no figure
chart-table = The same as a table
chart-table-of = Table: { $what }
chart-download = Download the chart:
chart-stock = Partnerships that had begun and were not known to have ended
chart-stock-desc = Bars for each year, { $what }, in two parts: partnerships with a stated year of start and partnerships without. All numbers are in the table.
chart-stock-unit = Number of partnerships at the end of the year
chart-flows = Partnerships that began and ended
chart-flows-desc = Two bars for each year, { $what }: how many partnerships began and how many ended. All numbers are in the table.
chart-flows-unit = Number of partnerships during the year
chart-coverage = How many municipalities the register knows something of
chart-coverage-desc = Two lines over time, { $what }: municipalities with at least one partnership in the register, and municipalities that have said something themselves. All numbers are in the table.
chart-coverage-unit = Number of municipalities at the end of the year
chart-kinds = Partnerships by kind
chart-kinds-desc = Bars for each year, { $what }, divided by kind of partnership. All numbers are in the table.
chart-kinds-unit = Number of partnerships at the end of the year
chart-themes = Partnerships by theme
chart-themes-desc = A small chart for each theme, { $what }, all on the same scale. All numbers are in the table.
chart-themes-unit = Number of partnerships at the end of the year
chart-lives = { $what }: who, since when and what happened
chart-lives-desc = { $n ->
    [one] A line for the only partnership, from its start to the latest dated statement. Marks show what happened. Everything is in the table.
   *[other] { $number } lines, one for each partnership, from its start to the latest dated statement. Marks show what happened. Everything is in the table.
}
chart-lives-unit = One line for each partnership
series-start-known = year of start stated
series-start-unknown = year of start not stated, counted from the first dated source
series-starts = began
series-endings = ended
series-municipalities = municipalities with at least one partnership in the register
series-own-words = municipalities that have said something themselves, with a date
series-kind-not-stated = kind not stated
stock-what = The register’s own count, not how many partnerships there are. A partnership counts from its start until a source says that it has ended. That nobody says so does not mean that it goes on.
stock-unknown = { $n ->
    [one] For one of { $of } partnerships the year of start is not stated. It is counted apart, from the first year of which a dated source tells.
   *[other] For { $number } of { $of } partnerships the year of start is not stated. They are counted apart, from the first year of which a dated source tells.
}
stock-peaks = Where many of these appear in one year, it is mostly a list that was made then, not many new partnerships.
stock-undated = { $n ->
    [0] Every partnership is named in some dated source.
    [one] One partnership is named in undated sources only and is in no year.
   *[other] { $number } partnerships are named in undated sources only and are in no year.
}
flows-starts = { $n ->
    [one] For one of { $of } partnerships the start cannot be put in a single year. It is left out.
   *[other] For { $number } of { $of } partnerships the start cannot be put in a single year. They are left out.
}
flows-endings = { $n ->
    [0] All known endings can be put in a single year.
    [one] One ending cannot be put in a single year and is left out.
   *[other] { $number } endings cannot be put in a single year and are left out.
}
flows-silent = Endings are seldom seen: most partners vanish from a web page without a word. A partner that is missing from a list does not count as an ending.
coverage-of = { $n ->
   *[other] Sweden has { $number } municipalities.
}
coverage-in-no-year = { $n ->
    [one] One more municipality is counted on the start page and not in the line: only sources without a date name its partnerships.
   *[other] { $number } more municipalities are counted on the start page and not in the line: only sources without a date name their partnerships.
}
coverage-not-standing = { $n ->
    [one] One more municipality is counted on the start page and not in the last year of the line: its partnerships are only planned, unclear or ended.
   *[other] { $number } more municipalities are counted on the start page and not in the last year of the line: their partnerships are only planned, unclear or ended.
}
coverage-not-surveys = The lines show what has been collected, not how many municipalities have partnerships.
kinds-what = The kind is what a source states. Many sources say nothing, and municipalities use the words differently.
themes-what = Themes are what a source states. Most sources say nothing of themes.
themes-named = { $n ->
    [one] One of { $of } partnerships has a stated theme. What only undated sources name is in no year, and themes that no dated source names are not drawn.
   *[other] { $number } of { $of } partnerships have a stated theme. Most sources that name one bear no date and are in no year. Themes that no dated source names are not drawn.
}
themes-several = A partnership may have several themes and then counts in each.
mark-ended = ended, or decided to end
mark-paused = paused or dormant
mark-rest = years when it was paused or dormant
mark-lapsed = agreement ran out
mark-signed = agreement signed or renewed
mark-other = other: planned, announced, proposed, under review, no longer listed
lives-what = A line begins where the start is stated and ends at the parties’ latest dated statement, or at that of others where the parties have said nothing. The table has the same date.
lives-dashes = Dashed line: the start is not stated, or only roughly. A name without a line: the statement is undated.
lens-title = Who, since when and what happened
lens-not-today = Everything here is what sources have said at some time. It is no proof of how things are today.
lens-agreements = Agreements
lens-agreement-found = An agreement is stated, in force or over
lens-agreement-none = Stated to have no agreement
lens-instrument-not-stated = Nothing said of an agreement
lens-agreement-unknown = Not stated whether an agreement is in force
lens-resting = Paused or dormant, not ended
lens-agreement = Agreement
lens-happened = What happened
lens-nothing = nothing stated
lens-last-word = Statement dated
lens-who = Who
lens-when = When
lens-what = What
lens-not-named = partner not named
lens-years = Year by year
lens-counted = What others have counted
lens-counted-text = The numbers are the sources’ own and cannot be added to the register’s.
lens-own = This register holds
lens-why = Why the numbers differ
lens-why-named = The register knows only partnerships that a source names one by one. A study may have counted more without its list being public.
lens-why-unit = Sources count different things: partnerships, municipalities or agreements, with or without regions and county administrative boards.
lens-why-dates = Many sources in the register bear no date or no year of start. The register’s highest year depends on when lists were made.
lens-why-ending = The register counts an ending only when a source says that it was decided or carried out. A proposal, a pause or a place in a list that is gone does not count.
own-all = Partnerships in the register
own-peak = The most at the end of a year, as far as dated ({ $what })
own-ended = Ended
own-resting = Paused or dormant
own-start-unknown = Without a stated year of start
feed-title = Changes in the register
subscribe = Subscribe (Atom)
subscribe-what = In a feed reader you see new statements as they come in.
changes-link = What has changed
changes-of = Changes: { $what }
changes-with = Changes: partnerships with { $what }
changes-back = To { $what }
changes-lead = What was recorded last comes first. The date in the statement is the source’s, the date after “recorded” is the register’s.
changes-none = No such changes.
changes-kinds = What the change is about
changes-ignored = Changes cannot be chosen by “{ $what }”. All are shown.
change-all = All
change-new = New in the register
change-ended = Ended
change-paused = Paused or dormant
change-agreement = Agreement
change-source = New statement
change-names = The same place under two names
fold-charts = Show charts
fold-events = { $n ->
    [one] Show { $number } event
   *[other] Show { $number } events
}
fold-figures = { $n ->
    [one] Show { $number } figure
   *[other] Show { $number } figures
}
