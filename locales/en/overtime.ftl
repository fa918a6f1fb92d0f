view-timeline = Timeline
view-network = Shared partners
timeline-title = The partnerships on this page over time
timeline-years = How many existed, began and ended each year
timeline-too-many = The selection is too large to be counted year by year. Choose fewer partnerships, for example one county or one country.
timeline-no-end = no known end
timeline-end-undated = A line that runs out in dashes has ended. No source says when.
timeline-rests = An open box on the line shows years when the partnership was paused or dormant.
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
network-title = Partners that several Swedish bodies share
network-desc = Swedish bodies are on the left and their partners on the right. A line is a partnership. On a narrow screen the Swedish bodies stand below each partner. Everything is also in the table.
network-unit = Swedish bodies (round) and partners (square) that at least two of them have
network-what = Only partners of at least two Swedish bodies in the selection are shown. Sharing a partner does not mean that they work together. Ended partnerships count if the selection includes them.
network-left-out = { $n ->
    [one] { $number } of { $of } shared partners is drawn, there is room for 60 names. The rest are in the table. Choose a county or a country to see fewer.
   *[other] { $number } of { $of } shared partners are drawn, there is room for 60 names. The rest are in the table. Choose a county or a country to see fewer.
}
network-count = Number of Swedish bodies
network-homes = Which
network-more = { $n ->
    [one] and { $number } more
   *[other] and { $number } more
}
network-shared = { $n ->
    [one] { $number } partner is shared by several Swedish bodies
   *[other] { $number } partners are shared by several Swedish bodies
}
network-rows = { $n ->
    [one] The table shows { $number } of { $of }. All are in the CSV file above.
   *[other] The table shows the { $number } that most bodies share, of { $of }. All are in the CSV file above.
}
network-none = No partner in the selection is shared by several Swedish bodies. Choose fewer conditions to see more.
map-no-live = The map cannot be moved or zoomed in this browser. The drawn map and the table show everything.
