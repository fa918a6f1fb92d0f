# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: orter som GeoNames saknar (CC BY 4.0).
data-licence-insee = INSEE: Frankrikes kommuner (Licence Ouverte 2.0).
data-licence-istat = ISTAT: Italiens kommuner (CC BY 4.0). Destatis: namn på Tysklands kommuner.

# Sweden’s counties by their codes.
county-01 = Stockholms län
county-03 = Uppsala län
county-04 = Södermanlands län
county-05 = Östergötlands län
county-06 = Jönköpings län
county-07 = Kronobergs län
county-08 = Kalmar län
county-09 = Gotlands län
county-10 = Blekinge län
county-12 = Skåne län
county-13 = Hallands län
county-14 = Västra Götalands län
county-17 = Värmlands län
county-18 = Örebro län
county-19 = Västmanlands län
county-20 = Dalarnas län
county-21 = Gävleborgs län
county-22 = Västernorrlands län
county-23 = Jämtlands län
county-24 = Västerbottens län
county-25 = Norrbottens län
