time-label = Point in time
time-another = Show another year
time-year = Year
time-known-label = Only what was known by
time-known-hint = Optional. What came into the register after that day does not count.
time-range = A year from 1900 to { $what }, or a day such as 2011-05-30.
time-show = Show
time-then = What the sources say about { $what }.
time-end-of = the end of { $what }
time-on-day = { $what }
time-known-now = It is drawn from what is known today.
time-known = It is drawn from what was in the register on { $what }.
time-before-all = The register was begun on { $what }; nothing was in it then.
time-moment = { $day } at { $time } UTC
time-now = Show it as it is now
time-shows-now = This is how things stand now.
time-ignored = “{ $what }” cannot be shown.
time-undated = { $n ->
    [one] One partnership is named in undated sources only and is therefore not shown here.
   *[other] { $number } partnerships are named in undated sources only and are therefore not shown here.
}
time-undated-link = Show them among today’s partnerships
time-state-year = as of { $what }
time-state-day = as of { $what }
time-state-known = as known on { $what }
