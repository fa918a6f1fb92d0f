# The words of what goes wrong.

error-405 = Den här adressen går bara att läsa.
error-number = Om du hör av dig till oss, nämn felets nummer: { $what }
