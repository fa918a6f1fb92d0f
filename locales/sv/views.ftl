views-label = Så visas resultatet
view-table = Tabell
view-map = Karta
view-matrix = Län och länder
map-skip = Hoppa över kartan
map-title = Karta över partnerna. Piltangenter flyttar kartan, plus och minus ändrar storleken. Allt på kartan finns också i tabellen nedanför.
map-arcs = Linjer till partnerna
map-countries = Antal per land
map-wake = Gör kartan rörlig
map-layers = Vad kartan visar
map-zoom-in = Zooma in
map-zoom-out = Zooma ut
map-close = Stäng
map-keys = Piltangenter flyttar kartan, + och − zoomar.
map-fingers = Flytta kartan med två fingrar
map-wheel = Håll ned Ctrl och rulla för att zooma
map-wheel-mac = Håll ned ⌘ och rulla för att zooma
map-since = sedan
map-more = och fler, se tabellen
map-placed = { $n ->
    [one] { $number } samarbete är utsatt på kartan.
   *[other] { $number } samarbeten är utsatta på kartan.
}
map-unplaced = { $n ->
    [one] { $number } saknar känd plats och finns bara i tabellen.
   *[other] { $number } saknar känd plats och finns bara i tabellen.
}
map-ground = Kartunderlag: Natural Earth.
matrix-title = Antal samarbeten efter län och partnerns land
matrix-lead = Antal samarbeten för varje län och land. Välj en siffra för att se samarbetena.
matrix-twice = Ett samarbete mellan två län räknas i båda länen, men bara en gång i summan.
matrix-others = Övriga
matrix-others-are = { $n ->
    [one] Under Övriga finns { $number } land till.
   *[other] Under Övriga finns { $number } länder till.
}
matrix-others-sweden = Där räknas också samarbeten inom Sverige.
matrix-others-unknown = Där räknas också de vars land inte är uppgivet.
matrix-total = Summa
matrix-no-county = Län saknas
