view-timeline = Timeline
view-network = Shared partners
timeline-title = The partnerships on this page over time
timeline-years = How many existed, began and ended each year
timeline-too-many = The selection is too large to be counted year by year. Choose fewer partnerships, for example one county or one country.
timeline-no-end = no known end
timeline-end-undated = A line that runs out in dashes has ended. No source says when.
timeline-unknown = { $n ->
    [one] { $number } partnership has no stated start year. It comes last.
   *[other] { $number } partnerships have no stated start year. They come last.
}
timeline-unknown-which = Show those without a start year
timeline-unknown-list = Show them as a list
timeline-unknown-rest = { $n ->
    [one] Show all as a list, { $number } more
   *[other] Show all as a list, { $number } more
}
network-title = Partners that several municipalities or regions have
network-desc = Swedish municipalities and regions are on the left and their partners on the right. A line is a partnership. On a narrow screen the municipalities and regions stand below each partner. Everything is also in the table.
network-unit = Municipalities and regions (round) and partners (square) that at least two of them have
network-what = Only partners of at least two Swedish municipalities or regions in the selection are shown. Sharing a partner does not mean that they work together. Ended partnerships count if the selection includes them.
network-left-out = { $n ->
    [one] { $number } of { $of } shared partners is drawn, there is room for 60 names. The rest are in the table. Choose a county or a country to see fewer.
   *[other] { $number } of { $of } shared partners are drawn, there is room for 60 names. The rest are in the table. Choose a county or a country to see fewer.
}
network-count = Number of municipalities and regions
network-homes = Which
network-more = { $n ->
    [one] and { $number } more
   *[other] and { $number } more
}
network-shared = { $n ->
    [one] { $number } partner that several municipalities or regions have
   *[other] { $number } partners that several municipalities or regions have
}
network-rows = { $n ->
    [one] The table shows { $number } of { $of }. All are in the CSV file above.
   *[other] The table shows the { $number } that most share, of { $of }. All are in the CSV file above.
}
network-none = No partner in the selection belongs to several municipalities or regions. Remove one of the choices to see more.
map-no-live = The map cannot be moved or zoomed in this browser. The drawn map and the table show everything.
