time-label = Tidpunkt
time-another = Visa ett annat år
time-year = År
time-known-label = Bara det som var känt senast
time-known-hint = Frivilligt. Uppgifter som kom in i registret efter den dagen räknas inte.
time-range = Ett år från 1900 till { $what }, eller en dag som 2011-05-30.
time-show = Visa
time-then = Det här säger källorna om läget { $what }.
time-end-of = i slutet av { $what }
time-on-day = den { $what }
time-known-now = Bilden bygger på det som är känt i dag.
time-known = Bilden bygger på det som fanns i registret den { $what }.
time-before-all = Registret började föras { $what }; då fanns inget i det.
time-moment = { $day } kl. { $time } UTC
time-now = Visa som det är nu
time-shows-now = Här visas läget nu.
time-ignored = ”{ $what }” går inte att visa.
time-undated = { $n ->
    [one] Ett samarbete nämns bara i källor utan datum och finns därför inte med här.
   *[other] { $number } samarbeten nämns bara i källor utan datum och finns därför inte med här.
}
time-undated-link = Visa dem bland dagens samarbeten
time-state-year = läget { $what }
time-state-day = läget den { $what }
time-state-known = så som det var känt den { $what }
