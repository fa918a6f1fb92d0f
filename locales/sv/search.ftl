# Orden i en fråga i sökrutan; kommatecken mellan dem. Alla språk gäller samtidigt.
search-words-vanort = vänort, vänorter, vänstad, vänstäder, vänkommun, vänkommuner, systerstad, systerstäder
search-words-partnership = kommunalt partnerskap, kommunala partnerskap, partnerskapsprojekt
search-words-ended = avslutat, avslutade, upphört, upphörda, avslutat samarbete
search-words-gb = england, skottland, wales, nordirland
search-words-eu = EU-länder, EU, EU-land, EU-länderna, Europeiska unionen
search-words-aid-receiving = Länder som får svenskt statligt bistånd, biståndsländer, biståndsland, utvecklingsländer, utvecklingsland, mottagarländer
search-words-north-america = Nordamerika, nordamerikanska
search-words-south-america = Sydamerika, sydamerikanska
search-words-europe = Europa, europeiska
search-words-asia = Asien, asiatiska
search-words-africa = Afrika, afrikanska
search-words-oceania = Oceanien
search-words-nordic = Norden, nordiska, nordiska länder, de nordiska länderna
search-words-baltic = Baltikum, baltiska, baltiska länder, de baltiska länderna
search-words-any = samarbete, samarbeten, partner, partners, partnerskap, samarbetar, avtal, arbetar, jobbar, samverkar, samverkan
search-words-nothing = i, med, haft, har haft, fanns, finns det, hos, och, mellan, alla, till, från, som, har, vilka, kommuner, kommun, våra, vår, svenska, om, på, för, vem, vilka kommuner, inom, mer, fler, andra, också, hade, sedan, när, vad, finns, är, ett, en, kommunerna, regioner, städer
search-words-culture = konst, musik, teater, bibliotek
search-words-education = skola, skolor, utbildning, elevutbyte, lärare
search-words-business = näringsliv, företag, arbete
search-words-democracy = demokrati, jämställdhet
search-words-youth = ungdomar, ungdom, ungdomsutbyte
search-words-environment = miljö, klimat, avfall
search-words-sport = idrott, sport, fritid, turism
search-words-social = äldreomsorg, socialtjänst, vård
search-words-aid = stöd, hjälp, gåvor
search-words-emergency = räddningstjänst, beredskap, brandkår
search-words-planning = vatten, avlopp, energi, stadsplanering, byggande
search-selection = samarbeten
search-partnerships = Visa samarbeten: { $what }
search-written = en källa skriver { $what }
search-elsewhere = namn på ett annat språk
search-stands-for = sammanslagen med { $what }
search-merged = uppgick i { $what } { $year }
search-count = { $n ->
    [one] { $number } förslag. Välj med piltangenterna.
   *[other] { $number } förslag. Välj med piltangenterna.
}
search-no-count = Inga förslag.
search-no-theme = inget område uppgivet
