# Words of the list of partnerships and of a partnership's page.

partnership-unsaid = Nobody has said anything about: { $what }.
unsaid-since = the year of start
unsaid-until = the year of end
filter-without = Without “{ $what }”:
as-table = This page as a table (CSV)
row-successor = Merged into { $what }. Who is the partner now is to be confirmed.

# What a statement says.
field-country-written = Country as written
field-predecessor = Earlier municipality
field-initiated = On the initiative of
field-quote = Quotation
field-confidence = How we know
initiated-sweden = the Swedish side
initiated-partner = the partner
initiated-both = both
