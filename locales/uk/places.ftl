# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: населені пункти, яких немає в GeoNames (CC BY 4.0).
data-licence-insee = INSEE: громади Франції (Licence Ouverte 2.0).
data-licence-istat = ISTAT: громади Італії (CC BY 4.0). Destatis: назви громад Німеччини.

# Sweden’s counties by their codes.
county-01 = лен Стокгольм
county-03 = лен Уппсала
county-04 = лен Седерманланд
county-05 = лен Естерйотланд
county-06 = лен Єнчепінг
county-07 = лен Крунуберг
county-08 = лен Кальмар
county-09 = лен Готланд
county-10 = лен Блекінге
county-12 = лен Сконе
county-13 = лен Галланд
county-14 = лен Вестра-Йоталанд
county-17 = лен Вермланд
county-18 = лен Еребру
county-19 = лен Вестманланд
county-20 = лен Даларна
county-21 = лен Євлеборг
county-22 = лен Вестерноррланд
county-23 = лен Ємтланд
county-24 = лен Вестерботтен
county-25 = лен Норрботтен
