# Words of records for the file.

record-save = Spara som PDF
record-kind = Tjänsteanteckning
record-title = Rättslig bedömning av internationellt samarbete
record-file = rattslig-bedomning
record-page = Sida
record-made = Upprättad
record-decision = Dag för beslutet
record-actor = Vem som beslutar
record-country = Land
record-answer = Svaret i korthet
record-part = Del: { $what }
record-checked = kontrollerad { $what }
record-fired = Regler som gav svaret
record-not-fired = Regler som prövades och inte gällde, med den fråga som avgjorde
record-about = Om bedömningen
record-again = Svaret är gjort av ett program ur de uppgifter som står ovan. Samma uppgifter och samma regler ger samma svar. Kontrollsumman visar vilka regler som gällde.
record-address = Bedömningens adress:
record-busy = Många vill ha en PDF just nu. Försök igen om en stund.
