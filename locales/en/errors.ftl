# The words of what goes wrong.

error-405 = This address can only be read.
error-number = If you write to us, mention the number of the error: { $what }
