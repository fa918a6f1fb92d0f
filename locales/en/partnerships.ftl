# Words of the list of partnerships and of a partnership's page.

partnership-unsaid = Nobody has said anything about: { $what }.
filter-without = Without “{ $what }”:
