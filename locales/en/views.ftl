views-label = How the result is shown
view-table = Table
view-map = Map
view-matrix = Counties and countries
map-skip = Skip the map
map-title = Map of the partners. Arrow keys move the map, plus and minus change its scale. Everything on the map is also in the table below.
map-arcs = Lines to partners
map-countries = Number per country
map-wake = Make the map movable
map-layers = What the map shows
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-close = Close
map-keys = Arrow keys move the map, + and − zoom.
map-fingers = Use two fingers to move the map
map-wheel = Hold Ctrl and scroll to zoom
map-wheel-mac = Hold ⌘ and scroll to zoom
map-since = since
map-more = and more, see the table
map-placed = { $n ->
    [one] { $number } partnership is on the map.
   *[other] { $number } partnerships are on the map.
}
map-unplaced = { $n ->
    [one] { $number } has no known place and is only in the table.
   *[other] { $number } have no known place and are only in the table.
}
map-ground = Map data: Natural Earth.
matrix-title = Number of partnerships by county and partner country
matrix-lead = Number of partnerships for each county and country. Choose a number to see the partnerships.
matrix-twice = A partnership between two counties counts in both, but only once in the total.
matrix-others = Others
matrix-others-are = { $n ->
    [one] Others holds { $number } more country.
   *[other] Others holds { $number } more countries.
}
matrix-others-sweden = Partnerships within Sweden are counted there too.
matrix-others-unknown = Those for which no country is stated are counted there too.
matrix-total = Total
matrix-no-county = No county
