# Where places come from, beside GeoNames.
data-licence-dbip = DB-IP: places that GeoNames lacks (CC BY 4.0).
data-licence-insee = INSEE: the communes of France (Licence Ouverte 2.0).
