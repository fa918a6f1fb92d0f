# Words of the list of partnerships and of a partnership's page.

partnership-unsaid = Ingen har sagt något om: { $what }.
unsaid-since = startår
unsaid-until = slutår
filter-without = Utan ”{ $what }”:
as-table = Sidan som tabell (CSV)
row-successor = Uppgick i { $what }. Vem som är partner nu är att bekräfta.

# What a statement says.
field-country-written = Landet, som det skrivs
field-predecessor = Tidigare kommun
field-initiated = Initiativ av
field-quote = Citat
field-confidence = Hur vi vet det
initiated-sweden = svenska parten
initiated-partner = partnern
initiated-both = båda
