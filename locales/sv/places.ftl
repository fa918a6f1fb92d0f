# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: orter som GeoNames saknar (CC BY 4.0).
data-licence-insee = INSEE: Frankrikes kommuner (Licence Ouverte 2.0).
