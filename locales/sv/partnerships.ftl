# Words of the list of partnerships and of a partnership's page.

partnership-unsaid = Ingen har sagt något om: { $what }.
filter-without = Utan ”{ $what }”:
