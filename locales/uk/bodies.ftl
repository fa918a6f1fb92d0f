# Words of the list of bodies.

bodies-count = { $n ->
    [0] Жодної громади чи регіону
    [one] { $number } громада або регіон
    [few] { $number } громади й регіони
   *[many] { $number } громад і регіонів
}
bodies-municipalities = { $n ->
    [one] { $number } громада
    [few] { $number } громади
   *[many] { $number } громад
}
bodies-sort-county = За ленами
bodies-sort-name = За назвою
bodies-sort-partnerships = Спершу ті, у кого найбільше партнерств
bodies-sort-word = Спершу ті, хто сам повідомив найпізніше
