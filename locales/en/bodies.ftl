# Words of the list of bodies.

bodies-count = { $n ->
    [0] No municipality or region
    [one] One municipality or region
   *[other] { $number } municipalities and regions
}
bodies-municipalities = { $n ->
    [one] One municipality
   *[other] { $number } municipalities
}
bodies-sort-county = County by county
bodies-sort-name = Name
bodies-sort-partnerships = Most partnerships first
bodies-sort-word = Newest own statement first
