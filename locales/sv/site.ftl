# The words of the pages.

site-name = Vänort
site-description = Register över svenska kommuners och regioners internationella samarbeten: vad som är känt, vem som säger det och hur gammal uppgiften är.
skip = Till innehållet
nav-fold = Meny
page-contents = På den här sidan
nav-label = Huvudmeny
nav-partnerships = Samarbeten
nav-bodies = Kommuner och regioner
nav-countries = Länder
nav-groups = Kretsar och nätverk
nav-latest = Senaste uppgifterna
nav-about = Om registret
nav-data = Data att hämta
nav-sources = Källor
nav-accessibility = Tillgänglighet
search-label = Sök kommun, ort, land eller nätverk
search-hint = Ort eller land
search-button = Sök
as-data = Sidan som data (JSON)
contact = Kontakt
foot-history = Registret innehåller { $what } poster. Varje uppgift är en källas ord vid en viss tid, inte ett intyg om hur det är i dag.
printed = Utskrivet { $when }, { $where }
printed-chosen = Urval:
date-until = { $what } eller tidigare
date-to = till och med { $what }
date-from = från { $what }
date-or-later = { $what } eller senare
date-about = omkring { $what }
date-unsure = kanske { $what }
date-decade = { $what }-talet
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
quote = ”{ $what }”
undated = utan datum
not-stated = inte uppgivet
unknown = okänt
country-unknown = land inte uppgivet
start-heading = Vem samarbetar svenska kommuner och regioner med?
start-lead = Vänort samlar vad kommuner, regioner och andra har sagt om vänorter, partnerskap och nätverk i världen. Till varje uppgift ser du vem som säger det, när det sades och om båda sidor har bekräftat det.
start-history = Materialet är historiskt. En sida från 2012 säger vad som gällde 2012. Att ett samarbete finns med här betyder inte att det pågår i dag.
start-figures = Vad som är känt
figure-partnerships = { $n ->
    [one] samarbete
   *[other] samarbeten
}
figure-countries = { $n ->
    [one] land utom Sverige
   *[other] länder utom Sverige
}
figure-statements = { $n ->
    [one] uppgift ur en källa
   *[other] uppgifter ur källor
}
honest-own = { $n ->
    [one] En av { $of } kommuner har själv uppgett vad som gäller.
   *[other] { $number } av { $of } kommuner har själva uppgett vad som gäller.
}
honest-others = { $n ->
    [one] Om en kommun vet vi bara vad andra säger.
   *[other] Om { $number } kommuner vet vi bara vad andra säger.
}
honest-silent = { $n ->
    [one] Om en kommun har ingen sagt något. Det betyder inte att den saknar samarbeten.
   *[other] Om { $number } kommuner har ingen sagt något. Det betyder inte att de saknar samarbeten.
}
honest-undated = { $n ->
    [one] En uppgift saknar datum.
   *[other] { $number } uppgifter saknar datum.
}
start-map = Kommunerna på kartan
start-map-list = Samma uppgifter som lista, län för län
start-countries = Länder med flest samarbeten
start-countries-all = Alla länder
start-latest = Senast införda uppgifter
start-latest-all = Fler uppgifter
start-how = Så läser du registret
start-how-ladder = Stegen visar vem som säger att samarbetet finns. Ju fler fyllda pinnar, desto bättre belägg.
start-how-disc = Cirkeln visar hur gammal parternas senaste uppgift är, eller andras om parterna inte har sagt något. Fylld är ny, tom är gammal.
start-how-text = När två källor säger olika visas båda.
start-how-link = Så går det till
partnerships-title = Samarbeten
partnerships-count = { $n ->
    [0] Inga samarbeten
    [one] Ett samarbete
   *[other] { $number } samarbeten
}
partnerships-none = Inget samarbete stämmer med alla valen.
filter-heading = Begränsa listan
filter-body = Svensk kommun eller region
filter-country = Partnerns land
filter-all = Alla
filter-button = Visa
filter-clear = Ta bort alla val
filter-remove = ta bort
filter-ignored = Det här i adressen gick inte att förstå och har hoppats över:
sort-label = Ordning
sort-name = Namn
sort-newest = Nyaste uppgift först
sort-since = Äldst först
table-partnerships = Samarbeten
col-partner = Partner
col-home = Svensk part
col-name = Namn
col-partnerships = Samarbeten
col-ended = Varav avslutade
col-coverage = Vad som är känt
col-own-word = Senaste egna uppgift
col-sort = Form
col-members = Medlemmar som registret känner till
col-field = Fråga
col-value = Svar
col-rule = Varför
col-for = Säger så
col-against = Säger annat
pages-label = Sidor
pages-first = Första
pages-previous = Föregående
pages-this = Sida { $what }
pages-of = av { $what }
pages-next = Nästa
pages-last = Sista
download-selection = Hämta urvalet:
download-list = Hämta listan:
field-kind = Form
field-standing = Läge
field-evidence = Belägg
field-freshness = Uppgift från
field-agreement = Avtal
field-instrument = Avtalets form
field-activity = Aktivitet
field-since = Började
field-until = Slutade
field-effective = Datum
field-funding = Vem som betalar
field-themes = Områden
field-own-written = Så skrivs den svenska parten
field-written = Så skrivs partnern
field-declaration = Besked
field-event = Händelse
field-decided = Beslutat av
field-reference = Beslut
field-reason = Skäl
field-note = Registrets anmärkning
field-note-source = Källans anmärkning
disputed = Motstridigt:
marks-help = Vad betyder märkena?
merged-in-year = uppgick { $what } i en annan kommun
successor-confirm = Samarbetet kan ha övertagits. Ingen har bekräftat det.
ended-by-others = Att samarbetet är avslutat säger inte parterna själva, utan:
gone-from-list = Partnern finns inte längre med i den senaste listan. Det betyder inte att samarbetet är avslutat.
partnership-fields = Det här är känt
partnership-timeline = I tidsordning
partnership-alone = Besked utan namngiven partner
partnership-alone-what = De här beskeden om en av parterna säger inte vilka partner de gäller. De kan gälla det här samarbetet, men räknas inte till det.
partnership-alone-end = Om en av parterna finns besked om att samarbeten upphör, men inte vilka. Det kan gälla det här.
partnership-said = Alla uppgifter
timeline-since = Började
timeline-until = Slutade
timeline-stated = Uppgavs finnas
timeline-stated-as = Läget enligt källan: { $what }
cite = Hänvisa hit
cite-text = Den här adressen ändras inte:
told-listed = Nämns som partner. Mer står inte.
told-original = Till källan
told-link = Länk till uppgiften
told-later = Det här sades efter den dag som visas. Ovan räknas bara när samarbetet började och dess form.
told-recorded = infört { $what }
body-arrived = Du följde en länk till { $what }. Den leder hit eftersom de är samma part.
body-said-none = Det finns en uppgift om att det inte finns några samarbeten:
body-no-partners = Ingen har uppgett något samarbete. Det betyder inte att det saknas.
body-as-list = som lista att filtrera och hämta
body-on-map = på en karta
body-see = Se samarbetena:
body-alone = Allmänna besked
body-facts = Fakta
body-map = Partner med känd plats. Samma partner finns i listan.
activity-before-end = { $what } (sagt före slutet)
section-stated = Samarbeten som uppges finnas
section-disputed = Motstridiga uppgifter
section-planned = Planerade
section-unclear = Oklart om de finns
section-no-longer-listed = Finns inte längre i den senaste listan
section-ended = Avslutade
carried-over = Övertaget från { $what }, att bekräfta
coverage-last-word = Senaste egna uppgift: { $what }
coverage-undated = Har själv lämnat uppgifter, men utan datum
coverage-later = Har själv lämnat uppgifter, men efter den dag som visas
coverage-no-word = Registret känner inte till någon egen uppgift
fact-roles = Vad det är
fact-country = Land
fact-county = Län
fact-region = Region
fact-population = Invånare
fact-population-town = Invånare i orten
fact-skr-group = SKR:s kommungrupp
fact-web = Webbplats
fact-scb = SCB-kod
fact-org = Organisationsnummer
fact-wikidata = Wikidata
fact-geonames = GeoNames
fact-source = Källa till fakta
fact-permanent = Fast adress
succession-unverified = inte kontrollerat
succession-from = Bildades { $what }, bland annat av:
bodies-title = Kommuner och regioner
bodies-lead = Alla svenska kommuner och regioner, och vad som är känt om deras samarbeten.
bodies-counties = Län
bodies-regions = Regioner
countries-title = Länder
countries-lead = Länder där svenska kommuner och regioner har eller har haft partner, efter antal samarbeten.
countries-count = { $n ->
    [one] Ett land utom Sverige.
   *[other] { $number } länder utom Sverige.
}
countries-sweden = Raden för Sverige gäller samarbeten mellan svenska parter.
countries-unknown = Därtill kommer de vars land inte är uppgivet:
country-part-of = Hör till
country-parts = Räknas för sig:
country-count = { $n ->
    [0] Inga kända samarbeten.
    [one] Ett känt samarbete. Även planerade och avslutade räknas.
   *[other] { $number } kända samarbeten. Även planerade och avslutade räknas.
}
country-none = Ingen källa nämner något samarbete med det här landet.
country-none-then = Ingen daterad källa nämner något samarbete med det här landet { $what }.
country-none-known = I det som då fanns i registret nämns inget samarbete med det här landet.
country-events = Händelser: början, pauser och avslut
country-filter = begränsa vidare
country-most-rows = Här står de { $number } första av { $of }.
country-most-events = Här står de { $number } senaste händelserna. Det finns fler.
groups-title = Kretsar och nätverk
groups-lead = Samarbeten med fler än två parter: vänortskedjor och nätverk.
group-members = Medlemmar som registret känner till
group-no-members = Ingen källa nämner någon medlem.
group-members-in-name = Ingen källa i registret säger vilka som är medlemmar. Orterna står bara i namnet.
member-until = till { $what }
member-left = har lämnat
member-no-dates = utan uppgift om tid
sources-title = Källor
sources-lead = Sidor, beslut, artiklar och datamängder som uppgifterna kommer från.
source-publisher = Utgivare
source-kind = Vem som ger ut
source-date = Daterad
source-title = Rubrik
source-confidence = Hur vi vet det
source-licence = Licens
source-off = Den här källan är avstängd: det den säger räknas inte i registret.
source-statements = { $n ->
    [0] Inga uppgifter
    [one] En uppgift
   *[other] { $number } uppgifter
}
latest-title = Senast införda uppgifter
latest-lead = { $n ->
    [one] En uppgift,
   *[other] { $number } uppgifter,
} den senast införda först.
search-title = Sök
search-empty = Skriv namnet på en kommun, en ort, ett land eller ett nätverk i sökrutan.
search-asked = Du sökte på ”{ $what }”.
search-bodies = Kommuner, regioner och orter
search-matched = funnen som { $what }
search-nothing = Inget i registret har det namnet. Prova med en kommun, en ort, ett land, ett nätverk eller ett program.
search-nothing-means = Är det en ort betyder det bara att ingen källa i registret nämner den som partner. Den kan ändå ha samarbeten.
search-ways = Gå vidare:
search-way-countries = Alla länder
search-way-bodies = Svenska kommuner och regioner
search-way-funding = Pengar till samarbeten
search-near = Menade du?
search-near-one = liknande namn
search-country = land
search-group = nätverk
search-programme = finansiering
search-source = källa
search-programmes = Finansiering och kontakter
error-404 = Sidan finns inte
error-404-what = Adressen kan vara felskriven, eller så finns inget sådant i registret. Sök i rutan överst.
error-not-then-what = Ingen uppgift i registret säger något om { $what } vid den tidpunkten. Välj en senare tid överst, eller gå tillbaka till i dag.
error-410 = Uppgiften är borttagen
error-410-what = Uppgiften har funnits här men har tagits bort, till exempel av hänsyn till någons privatliv. Att den har funnits går att se i loggen.
error-400 = Adressen går inte att läsa
error-too-long = Adressen är för lång. Korta av det du söker på och försök igen.
error-not-utf8 = Adressen innehåller tecken som inte går att läsa. Skriv om den eller börja från startsidan.
error-500 = Något gick fel hos oss
error-500-what = Sidan kunde inte visas. Försök igen om en stund.
error-405 = Den här adressen går bara att läsa, inte att skriva till.
error-number = Om du hör av dig till oss, nämn felets nummer: { $what }
error-home = Till startsidan
about-title = Om registret
about-lead = Ingen har en fullständig bild av svenska kommuners internationella samarbeten. Vänort säger vad som är känt, vem som säger det, hur gammalt det är och vad ingen har sagt.
about-statements = Uppgifter, inte sanningar
about-statements-1 = En uppgift är en källas ord om två parter, eller om en part och ett nätverk, vid en viss tid. Uppgifter ändras aldrig och tas inte bort, utom när någons privatliv kräver det. En senare uppgift rättar en tidigare.
about-statements-2 = Ett samarbete är vad uppgifterna tillsammans ger. För varje fråga visas svaret, regeln som valde det, vilka som säger så och vilka som säger annat.
about-statements-3 = Att inte nämnas är inte ett besked. En partner som försvunnit ur en lista är inte avslutad, och en partner som står i en lista är inte aktiv bara för det.
about-evidence = Belägg: vem som säger det
about-freshness = Aktualitet: hur gammal den senaste uppgiften är
about-freshness-which = Med den senaste uppgiften menas det som parterna själva sade senast. Har ingen av dem sagt något räknas den senaste uppgiften från andra.
about-coverage = Täckning: vad som är känt om en kommun eller region
about-kinds = Former av samarbete
about-kinds-source = Definitionerna följer SKR:s tre former.
about-status = Avtal och aktivitet är två saker
about-status-text = Ett avtal kan gälla fast inget händer, och utbyte kan pågå utan avtal. Därför visas de var för sig.
about-rules = Reglerna för vad som räknas
about-rules-text = När källor säger olika väljs svaret efter de här reglerna. Regeln står bredvid svaret på varje samarbetes sida.
about-faults = Kända brister
about-faults-1 = Många sidor saknar datum. En odaterad uppgift räknas som äldre än varje daterad med samma tyngd.
about-faults-2 = Uppgifter ur Wikidata är från 2016 och 2017 och är tredje parts ord. Samma ort kan förekomma under två stavningar tills någon har avgjort att de är en.
about-maps = Kartorna
about-maps-text = Kommungränserna är förenklade gränser från SCB. Världskartans gränser är från Natural Earth och är inte ett ställningstagande.
data-title = Data att hämta
data-lead = Allt som visas här är öppna data. Du får använda det om du anger källan.
data-what = Tabell
data-content = Innehåll
data-files = Filer
download-partnerships = Samarbeten
download-partnerships-what = Varje samarbete med valt svar på varje fråga, belägg och senaste ord
download-bodies = Kommuner och regioner
download-bodies-what = Koder, namn, invånare, plats och täckning
download-groups = Kretsar och nätverk
download-groups-what = Nätverk och vänortskedjor. Kolumnen members är antalet medlemmar som registret känner till
download-sources = Källor
download-sources-what = Utgivare, adress, datum och licens
download-statements = Uppgifter
download-statements-what = Det källorna har sagt, ord för ord, sida för sida
data-log = Loggen
data-log-text = Alla poster finns i en logg där varje post bygger på den förra. Den har { $what } poster. Om någon ändras i efterhand syns det.
data-log-statements = { $n ->
    [one] En av dem är en uppgift.
   *[other] { $number } av dem är uppgifter.
}
data-pages = Varje sida som data
data-pages-text = Lägg till .json sist i adressen till en sida för att få samma uppgifter som data. Listor finns också som .csv. Datum skrivs enligt EDTF, till exempel 197X för 1970-talet.
data-formats = Filer med samarbeten
data-format-xlsx = XLSX är en arbetsbok för Excel och andra kalkylprogram. Värdena står i ord först och som koder sist. Egna blad visar metod, koder och källor.
data-format-csv = CSV är en tabell som text, med komma mellan kolumnerna. Värdena är koder.
data-format-geojson = GeoJSON är till för kartprogram. Varje samarbete är en linje mellan parterna, eller en punkt om bara den ena går att placera på kartan.
data-format-parquet = Parquet är till för program som räknar på stora tabeller. Där finns också år, län och koordinater, och metod och källor står i filen.
data-format-json = JSON är till för program. Det är samma uppgifter som på sidan.
data-json-pages = JSON för samarbeten och för uppgifter ger en sida i taget. Under ”next” står adressen till nästa sida. På den sista sidan är den null. Lägg till all=1 i adressen till samarbeten för att få alla på en gång, med samma kolumner som i CSV.
data-columns = Kolumner i filer med samarbeten
data-columns-text = Kolumnerna heter likadant på alla språk. En tom cell betyder att ingen källa säger något. I kolumnen ”disputed” står fält där källorna säger olika: de två parterna, eller uppgifter där det inte går att veta vilken som är senast.
data-columns-count = { $n ->
    [one] En kolumn
   *[other] { $number } kolumner
}
data-holds = Cellen har
data-holds-text = text eller kod
data-holds-integer = heltal
data-holds-number = decimaltal, grader
data-holds-edtf = datum enligt EDTF
data-holds-list = flera värden, i CSV och XLSX med | emellan
data-holds-link = adress
data-more = Finns bara i XLSX och Parquet
data-codes-text = Samma lista finns på bladet Koder i arbetsboken.
data-codes-count = { $n ->
    [one] En kod
   *[other] { $number } koder
}
data-licences = Källor och licenser
data-licence-scb = SCB: koder, namn, folkmängd och kommungränser (CC0).
data-licence-geonames = GeoNames: orter, platser och identiteter (CC BY 4.0).
data-licence-wikidata = Wikidata: vänorter uppgivna 2016 och 2017, identiteter (CC0).
data-licence-cldr = Unicode CLDR: ländernas namn (Unicode-licensen).
data-licence-maps = Natural Earth: världskartan (fri att använda).
data-licence-pages = Kommunernas egna sidor, beslut och artiklar: fakta återgivna med länk till källan.
accessibility-title = Tillgänglighet
accessibility-lead = Vi vill att alla ska kunna använda Vänort. Här står hur väl webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service och hur du säger till om något inte fungerar.
accessibility-state = Hur tillgänglig webbplatsen är
accessibility-state-text = Webbplatsen är byggd för att uppfylla WCAG 2.1 på nivå AA och EN 301 549. Ingen utomstående har granskat den. Därför kan vi inte lova att den är fullt förenlig.
accessibility-known = Kända brister
accessibility-known-1 = Citat ur källor visas på det språk de är skrivna på utan att språket alltid är utmärkt.
accessibility-known-2 = Kartorna kan inte läsas av skärmläsare. Samma uppgifter finns i listan på samma sida.
accessibility-tested = Så har vi prövat
accessibility-tested-text = Varje sort av sida prövas automatiskt med axe vid varje ändring, i ljust och mörkt läge och i smal bredd, och går att använda med enbart tangentbord och utan JavaScript.
accessibility-report = Säg till om något inte fungerar
accessibility-report-text = Skriv till den som driver webbplatsen och berätta vad du försökte göra.
accessibility-authority = Myndigheten för digital förvaltning har tillsyn. Du kan anmäla brister på
wrong-title = Stämmer något inte?
wrong-text = Registret återger vad källor har sagt och ändrar det inte på eget håll. En uppgift rättas när källan rättas, eller när kommunen, regionen eller partnern själv säger hur det är.
wrong-source = Källan som återges:
wrong-body = Kommunen eller regionen själv:
wrong-contact = Den som driver webbplatsen:
wrong-no-contact = Den som driver den här webbplatsen har inte lämnat någon adress dit man kan skriva. Vänd dig till källan.
wrong-name = Ange sidans adress, så är det klart vad som avses:
source-in-list = { $n ->
    [one] Samarbetet som källan säger något om
   *[other] De { $number } samarbeten som källan säger något om
}
source-not-counting = { $n ->
    [one] Ytterligare { $number } uppgift räknas inte: den har rättats eller tagits tillbaka. Den finns i tabellen.
   *[other] Ytterligare { $number } uppgifter räknas inte: de har rättats eller tagits tillbaka. De finns i tabellen.
}
sources-differ = källorna säger olika
doubt-text = Källorna säger olika, och det går inte att veta vilken uppgift som är senast.
doubt-counted = Räknas:
doubt-against = säger annat:
