# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: places that GeoNames lacks (CC BY 4.0).
data-licence-insee = INSEE: the communes of France (Licence Ouverte 2.0).
data-licence-istat = ISTAT: the municipalities of Italy (CC BY 4.0). Destatis: names of the municipalities of Germany.

# Sweden’s counties by their codes.
county-01 = Stockholm County
county-03 = Uppsala County
county-04 = Södermanland County
county-05 = Östergötland County
county-06 = Jönköping County
county-07 = Kronoberg County
county-08 = Kalmar County
county-09 = Gotland County
county-10 = Blekinge County
county-12 = Skåne County
county-13 = Halland County
county-14 = Västra Götaland County
county-17 = Värmland County
county-18 = Örebro County
county-19 = Västmanland County
county-20 = Dalarna County
county-21 = Gävleborg County
county-22 = Västernorrland County
county-23 = Jämtland County
county-24 = Västerbotten County
county-25 = Norrbotten County
