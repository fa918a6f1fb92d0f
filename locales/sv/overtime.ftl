view-timeline = Tidslinje
view-network = Delade partner
timeline-title = Samarbetena på sidan över tid
timeline-years = Hur många som fanns, började och slutade varje år
timeline-too-many = Urvalet är för stort för att räknas år för år. Välj färre samarbeten, till exempel ett län eller ett land.
timeline-no-end = inget slut känt
timeline-end-undated = En linje som löper ut i streck har slutat. Ingen källa säger när.
timeline-unknown = { $n ->
    [one] { $number } samarbete har inget uppgivet startår. Det står sist.
   *[other] { $number } samarbeten har inget uppgivet startår. De står sist.
}
timeline-unknown-which = Visa dem som saknar startår
timeline-unknown-list = Visa dem som en lista
timeline-unknown-rest = { $n ->
    [one] Visa alla som en lista, { $number } till
   *[other] Visa alla som en lista, { $number } till
}
network-title = Partner som flera kommuner eller regioner har
network-desc = Svenska kommuner och regioner står till vänster och deras partner till höger. En linje är ett samarbete. På smal skärm står kommunerna och regionerna under varje partner. Allt står också i tabellen.
network-unit = Kommuner och regioner (rund) och partner (fyrkant) som minst två av dem har
network-what = Bara partner som minst två svenska kommuner eller regioner i urvalet har visas. Att de har samma partner betyder inte att de arbetar tillsammans. Avslutade samarbeten räknas med om urvalet har dem.
network-left-out = { $n ->
    [one] { $number } av { $of } delade partner är ritad, högst 60 namn får plats. Resten står i tabellen. Välj ett län eller ett land för att se färre.
   *[other] { $number } av { $of } delade partner är ritade, högst 60 namn får plats. Resten står i tabellen. Välj ett län eller ett land för att se färre.
}
network-count = Antal kommuner och regioner
network-homes = Vilka
network-more = { $n ->
    [one] och { $number } till
   *[other] och { $number } till
}
network-shared = { $n ->
    [one] { $number } partner som flera kommuner eller regioner har
   *[other] { $number } partner som flera kommuner eller regioner har
}
network-rows = { $n ->
    [one] Tabellen visar { $number } av { $of }. Alla finns i CSV-filen ovan.
   *[other] Tabellen visar de { $number } som flest delar, av { $of }. Alla finns i CSV-filen ovan.
}
network-none = Ingen partner i urvalet finns hos flera kommuner eller regioner. Ta bort något av valen för att se fler.
map-no-live = Kartan går inte att flytta eller zooma i den här webbläsaren. Den ritade kartan och tabellen visar allt.
