# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: населені пункти, яких немає в GeoNames (CC BY 4.0).
data-licence-insee = INSEE: муніципалітети Франції (Licence Ouverte 2.0).
