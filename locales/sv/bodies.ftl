# Words of the list of bodies.

bodies-count = { $n ->
    [0] Ingen kommun eller region
    [one] En kommun eller region
   *[other] { $number } kommuner och regioner
}
bodies-municipalities = { $n ->
    [one] En kommun
   *[other] { $number } kommuner
}
bodies-sort-county = Län för län
bodies-sort-name = Namn
bodies-sort-partnerships = Flest samarbeten först
bodies-sort-word = Nyaste egna uppgift först
