# Words of the editor's pages.

editing-title = Redaktion
editing-lead = Här tas uppgifter in från listor och från Wikidata, och här avgörs det som datorn inte är säker på.
editing-loopback = Sidorna här är bara öppna på den dator där tjänsten körs. Inloggning för redaktörer kommer senare.
editing-waiting = { $n ->
    [0] fall väntar på granskning
    [one] fall väntar på granskning
   *[other] fall väntar på granskning
}
editing-imported = { $n ->
    [0] listor har tagits in
    [one] lista har tagits in
   *[other] listor har tagits in
}
error-403 = Sidan är inte öppen här
error-403-what = Redaktionens sidor är bara öppna på den dator där tjänsten körs. Öppna dem där, på adressen 127.0.0.1.
error-403-form = Formuläret skickades från en annan webbplats och togs inte emot. Gå tillbaka, ladda om sidan och försök igen.
error-413 = Filen är för stor
error-413-what = En fil får vara högst 32 megabyte. Dela upp den, eller använd kommandot vanort import.

error-form = Formuläret kunde inte läsas. Gå tillbaka och försök igen.

review-title = Granskning
review-left = { $n ->
    [0] Inget fall väntar.
    [one] Ett fall väntar.
   *[other] { $number } fall väntar.
}
review-left-of = { $number } av { $of } fall väntar i urvalet.
review-decided = Beslutet är antecknat.
review-decided-same = Samma som { $what }.
review-decided-different = Inte samma: { $what }.
review-decided-own = { $what } är en ny part.
review-decided-nobody = ”{ $what }” är inte en part.
review-decided-later = { $what } ligger sist.
review-decided-also = { $n ->
    [one] Beslutet gäller också ett fall till med samma ord.
   *[other] Beslutet gäller också { $number } fall till med samma ord.
}
review-words-of = { $what } (så som { $whose } skriver)
review-also = Beslutet gäller också samma ord hos { $what }
review-also-more = { $n ->
    [one] en till
   *[other] { $number } till
}
review-before = Någon annan hann före, så ditt svar är inte antecknat. Så här är det beslutat: { $what }
review-undone = Beslutet är ångrat. Fallet väntar igen.
review-next = Till nästa fall
review-undo = Ångra
review-filter = Visa
review-filter-doubt = Vad som är oklart
review-filter-country = Land
review-filter-source = Källa
review-no-country = Inget land uppgivet
review-named = Så står det
review-more = { $n ->
    [one] och i en uppgift till
   *[other] och i { $number } uppgifter till
}
review-candidates = Vilken är det?
review-more-candidates = Fler orter har det namnet; här visas de { $number } troligaste. Är det en annan, ange den här:
review-no-candidates = Inget förslag
review-same = Det är den här
review-different = Inte den här
review-other = En annan ort, kommun eller region
review-other-same = Det är den
review-other-not-found = Ingen säker träff på ”{ $what }”. Skriv hela namnet, eller identifieraren som står på partens sida.
review-other-choose = Eller välj här:
review-decisions = { $n ->
    [one] Det senaste beslutet
   *[other] De senaste { $number } besluten
}
review-own = Ny part
review-nobody = Inte en part
review-later = Senare
review-skip = Hoppa över
review-map = Förslagen på kartan, med den svenska kommunen.
review-on-map = Se platsen på OpenStreetMap
review-partner-of = redan partner till { $what }
review-population = { $n ->
    [one] en invånare
   *[other] { $number } invånare
}
review-how = Ett beslut gäller alla uppgifter med samma ord och land; de står ovan. Varje beslut kan ångras.
review-how-one = Flera orter har det namnet. Därför gäller ett beslut bara vad { $what } menar, också i kommande listor; där andra skriver samma ord blir det egna fall. Varje beslut kan ångras.
review-how-different = ”Inte den här” kommer registret ihåg, så att ingen tillfrågas två gånger.
review-how-new = ”Ny part” betyder att orden menar en ort, kommun eller region som saknas i tabellerna; registret för in den. ”Inte en part” betyder att orden inte nämner någon; då blir det inget samarbete.
review-how-later = ”Senare” lägger fallet sist.
review-empty = Inget väntar. Allt som datorn var osäker på är avgjort.
review-empty-filter = { $n ->
    [one] Inget fall i urvalet. Utan urval väntar ett fall.
   *[other] Inget fall i urvalet. Utan urval väntar { $number } fall.
}
review-show-all = Visa alla fall

collection-municipal-pages = Kommunernas webbsidor
collection-ukraine = Ukraina
collection-china = Kina
collection-events = Händelser
collection-wikidata = Wikidata
collection-lists = Intagna listor

doubt-alike = Två orter som ser ut att vara samma
doubt-no-country = Inget land är uppgivet
doubt-several = Flera orter med namnet
doubt-nearly = Bara ett liknande namn är känt
doubt-elsewhere = Namnet finns i ett annat land än det uppgivna
doubt-unknown = Inget sådant namn är känt

reason-same-name = samma namn
reason-other-name = ett annat av ortens namn
reason-without-level = samma namn utan ordet för kommun, region eller liknande
reason-latin = samma namn uttalat med latinska bokstäver
reason-respelled = samma namn stavat på annat sätt
reason-one-of-two = ett av två namn som står bredvid varandra
reason-shortened = namnet utan tillägg
reason-slips = { $n ->
    [one] namnet så när som på ett tecken
   *[other] namnet så när som på { $number } tecken
}
reason-country = landet stämmer
reason-other-country = ligger i { $what }, inte i det uppgivna landet
reason-no-country = inget land är uppgivet
reason-lies-in = ligger i { $what }
reason-not-there = det är inte känt att orten ligger där orden säger
reason-level = nivån stämmer ({ $what })
reason-only-one = den enda med namnet
reason-largest = den i särklass största med namnet
reason-not-on-map = läget är inte känt
reason-official = finns i en officiell förteckning
reason-ceased = finns inte längre ({ $what })
reason-own-in = redan införd som egen part i { $what }
reason-known = talar för: redan känd i registret
level-region = region
level-county = län eller distrikt
level-municipality = kommun eller ort
level-part = del av en ort

imports-title = Listor
imports-lead = Ta in en lista över vänorter eller ett svar från Wikidata. Först visas vad varje rad skulle göra. Inget ändras förrän du säger till.
fault-foreign = Filen är inte en tabell som går att läsa här. Spara listan som XLSX, ODS eller CSV och försök igen.
fault-foreign-xls = Filen är en Excelfil av den äldre sorten (xls). Öppna den i Excel eller LibreOffice, spara den som XLSX och försök igen.
fault-foreign-xlsb = Filen är en binär Excelfil (xlsb). Öppna den i Excel, spara den som XLSX och försök igen.
fault-foreign-protected = Filen är skyddad med lösenord. Ta bort lösenordet, spara filen på nytt och försök igen.
fault-foreign-html = Filen är en webbsida (HTML), även om den kan heta något annat. Öppna den i ett kalkylprogram, spara den som XLSX eller CSV och försök igen.
fault-foreign-xml = Filen är ett XML-dokument. Öppna det i ett kalkylprogram, spara tabellen som XLSX eller CSV och försök igen.
fault-foreign-json = Filen är ett JSON-dokument, men inte ett svar från Wikidatas frågetjänst. Spara listan som XLSX, ODS eller CSV och försök igen.
fault-foreign-pdf = Filen är ett PDF-dokument. Kopiera tabellen till ett kalkylblad, spara det som XLSX eller CSV och försök igen.
fault-foreign-picture = Filen är en bild. Skriv av listan i ett kalkylblad, spara det som XLSX eller CSV och försök igen.
fault-foreign-document = Filen är ett textdokument eller en presentation. Kopiera tabellen till ett kalkylblad, spara det som XLSX eller CSV och försök igen.
fault-foreign-archive = Filen är en packad mapp (till exempel zip). Packa upp den och välj filen med tabellen.
fault-too-large = Filen är större än { $number } megabyte. Dela upp listan i flera filer, eller ta in den med kommandot vanort import.
fault-long-row = Rad { $number }: raden är längre än 256 kilobyte. Troligen saknas ett citattecken, så att många rader lästs som en. Öppna listan, rätta raden, spara den på nytt som XLSX eller CSV och försök igen.
fault-open-quote = Rad { $number }: ett citattecken öppnas och stängs aldrig. Öppna listan, rätta raden, spara den på nytt som XLSX eller CSV och försök igen.
fault-empty = Filen är tom.
fault-unpacks-too-large = Det som filen innehåller är för stort när den packas upp. Dela upp listan i mindre filer.
fault-gone = Listan finns inte kvar här. Den kan ha tagits bort när Vänort startades om, eller för att ge plats åt nyare listor. Läs filen igen.
fault-too-many = Tabellen har fler rader eller kolumner än som kan läsas (200 000 rader, 500 kolumner). Dela upp den.
fault-long-cell = Rad { $number }: en cell har fler än 32 767 tecken, mer än ett kalkylblad rymmer, så att en del skulle gå förlorad. Korta den, eller sätt citattecknet som saknas, och försök igen.
fault-unreadable = Rad { $number }: ett tecken kan inte läsas. Det har en annan teckenkodning än resten av filen, eller gick förlorat när filen omvandlades. Öppna listan, rätta raden, spara den som XLSX eller som CSV i UTF-8 och försök igen.
fault-damaged = Filen är skadad eller inte skriven som formatet kräver. Öppna den, spara den på nytt som XLSX eller CSV och försök igen.
fault-no-answer = Filen är inte ett svar från Wikidatas frågetjänst. Hämta svaret som JSON med frågan som vanort import wikidata --show-query skriver.
fault-date = Datumet kan inte läsas eller ligger i framtiden. Skriv ett år (2011), en månad (2011-03) eller en dag (2011-03-05).
fault-url = Adressen ska börja med https:// eller http://.
fault-publisher = Utgivaren innehåller en e-postadress, ett telefonnummer eller ett personnummer. Ange bara namnet på den som gett ut listan.
fault-url-personal = Adressen innehåller en e-postadress eller något annat som pekar ut en person. Ange adressen till listan, eller lämna fältet tomt.
fault-licence = Licensen innehåller en e-postadress, ett telefonnummer eller ett personnummer. Ange bara licensens namn.
fault-title = Filens namn innehåller en e-postadress, ett telefonnummer eller ett personnummer, och namnet sparas för alltid. Ge filen ett annat namn och läs den igen.
fault-failed = Det gick inte att ta in listan. Inget har ändrats. Försök igen; om det inte hjälper står orsaken i tjänstens logg.
imports-file = Fil
imports-file-what = CSV, XLSX eller ODS, eller ett svar från Wikidatas frågetjänst i JSON. Högst 32 megabyte. Filen kan dras hit.
imports-bring = Läs filen
imports-pending = Ännu inte intagna
imports-done = Intagna listor
imports-none = Ingen lista har tagits in ännu.
imports-what = Lista
imports-day = Intagen
imports-rows = Rader
imports-state = Läge
imports-counts = Gäller.
imports-withdrawn = Återkallad.
imports-withdraw = Återkalla
imports-restore = Ta in igen
imports-ask = Ska ”{ $what }” återkallas?
imports-would-cease = { $one } och { $other } skulle sluta gälla. Inget raderas: listan kan tas in igen.
imports-ceased = ”{ $what }” är återkallad. { $one } och { $other } gäller inte längre.
imports-counts-again = ”{ $what }” är intagen igen. { $one } och { $other } gäller nu.
imports-withdraw-list = Återkalla listan
imports-keep = Låt den gälla
imports-statements = { $n ->
    [one] { $number } uppgift
   *[other] { $number } uppgifter
}
imports-partnerships = { $n ->
    [one] { $number } samarbete
   *[other] { $number } samarbeten
}

import-title = Lista: { $what }
import-sheet = Blad
import-one-of = Filen har flera blad. Här läses bladet ”{ $sheet }”. De andra är: { $others }.
import-sheet-choose = Välj ett annat blad
import-sheet-what = Byter du blad läses listan om från början.
import-body = Vems listan är
import-body-what = Fyll i om raderna inte anger kommunen eller regionen, till exempel ”Växjö”.
import-whose = Raderna säger inte vems listan är. Enligt orden ”{ $by }” läses den som en lista från { $body }. Är det fel? Rätta det nedan.
import-plan = Vad listan skulle göra
import-partnerships = { $n ->
    [one] { $number } nytt samarbete
   *[other] { $number } nya samarbeten
}
import-bodies = { $n ->
    [one] { $number } ny part
   *[other] { $number } nya parter
}
import-makes = { $one } och { $other }.
import-nothing-new = Registret känner redan till allt i listan. Det finns inget att ta in.
import-nothing-new-but = Det som kan tas in känner registret redan till. Nedan står varför andra rader inte tas in.
import-no-rows = Listan har rubriker men inga rader. Det finns inget att ta in.
import-nothing-fit = Ingen rad i listan kan tas in. Nedan står varför.
import-left-out-empty = { $n ->
    [one] En tom rad är överhoppad.
   *[other] { $number } tomma rader är överhoppade.
}
import-left-out-headers = { $n ->
    [one] En upprepad rubrikrad är överhoppad.
   *[other] { $number } upprepade rubrikrader är överhoppade.
}
import-subject-from = { $what } (från rad { $line })
import-publisher-first = Ange utgivaren nedan och pröva igen. Sedan kan listan tas in.
import-commit = Ta in listan
import-commit-what = Allt eller inget tas in. Listan kan återkallas som helhet.
import-done = Listan är intagen.
import-to-review = { $n ->
    [one] Till granskningen: { $number } fall från listan väntar
   *[other] Till granskningen: { $number } fall från listan väntar
}
import-to-imports = Till listorna
import-reading = Läser listan …
import-trying = { $n ->
    [one] Prövar en rad …
   *[other] Prövar { $number } rader …
}
import-progress = Prövar rad { $number } av { $of } …
import-taking-in = Tar in listan …
import-untried = Inget togs in, för på sidan fanns ändringar som inte var prövade. De är med nu. Se efter vad listan skulle göra och ta sedan in den.
import-replaced = Inget togs in. Listan har prövats på nytt sedan sidan visades. Här står vad som gäller nu. Se efter vad listan skulle göra och ta sedan in den.
import-withdrawn = { $one } togs in den { $other } med listan ”{ $what }”, som är återkallad. Den kan tas in igen som den är.
import-rows-of = { $n ->
    [one] En rad
   *[other] { $number } rader
}
import-beside = ur namnet: { $what }
import-nothing-else = I övrigt har listan inget nytt att ta in.
import-reload = Visa läget nu
import-findings = Att titta på
import-more-rows = { $n ->
    [one] och en rad till
   *[other] och { $number } rader till
}
import-meant = Vilken kommun eller region menas?
import-meant-what = Ingen svensk kommun eller region heter så här. Skriv vilken som menas och pröva raderna igen. Orden i listan sparas som de står.
import-meant-likely = Det är { $what }
import-meant-none = Ingen svensk kommun eller region heter så. Välj ett namn ur listan som kommer fram när du skriver.
import-meant-done = Alla namn är besvarade. Raderna tas in med resten av listan.
import-meant-left = Kvar att svara på: { $number } av { $of } namn.
import-meant-try = Pröva med namnen
import-meant-more = { $n ->
    [one] Ett namn till visas när de här är besvarade.
   *[other] { $number } namn till visas när de här är besvarade.
}
import-rows = Rad för rad
import-all-rows = Alla rader
import-show = Visa rader som
import-line = Rad
import-subject = Part
import-partner = Partner
import-becomes = Tolkas som
import-fate = Vad raden gör
import-new-body = ny part
import-new-body-of = nytt i registret: { $what }
import-says-none = uppger att det inte finns några partner
import-decided = { $what }. Partnern är avgjord i granskningen.
import-mapping = Så läses kolumnerna
import-mapping-what = Rätta det som är fel och pröva igen. Rättelserna sparas med listan.
import-missing = Ingen kolumn anger: { $what }. Välj den nedan.
import-header = Rubrik
import-means = Betyder
import-because = Varför
import-sample = Exempel
import-fill-down = En tom cell för kommunen betyder samma som ovan
import-country-down = En tom cell för landet betyder samma som ovan
import-several = En cell kan ha flera partner, till exempel ”Åbo (Finland), Bergen (Norge)”
import-source = Källan
import-source-what = Varje uppgift har en namngiven källa. Vem har gett ut listan?
import-publisher = Utgivare
import-url = Adress
import-date = Datum (år, månad eller dag)
import-licence = Licens
import-everywhere = Ta också in par utan svensk sida
import-try = Pröva
import-try-what = Inget ändras i registret.

because-header = rubriken säger det
because-content = innehållet ser ut så
because-editor = ditt val
because-remembered = du valde det för en lista med samma rubriker
because-nothing = inget tyder på något
column-own = Svensk kommun eller region
column-own-code = Dess SCB-kod
column-own-country = Dess land
column-own-wikidata = Dess Wikidata-objekt
column-partner = Partner
column-partner-country = Partnerns land
column-partner-wikidata = Partnerns Wikidata-objekt
column-kind = Form
column-status = Status
column-instrument = Skriftligt avtal
column-since = Sedan
column-until = Till
column-themes = Områden
column-funding = Finansiering
column-decided-by = Beslutat av
column-said = Uppgiftens datum
column-quoted = Källa på raden
column-note = Anmärkning
column-ignored = Används inte

fate-new = Ny uppgift
fate-new-partnership = Ny uppgift om ett nytt samarbete
fate-changes = Ändrar registret
fate-changes-what = Ändrar: { $what }
import-change = { $what }: { $one } → { $other }
fate-ambiguous = Ny uppgift, partnern är osäker
fate-ambiguous-what = { $n ->
    [0] Ny uppgift. Partnern är okänd och går till granskning.
    [one] Ny uppgift. Partnern är osäker och går till granskning, med ett förslag.
   *[other] Ny uppgift. Partnern är osäker och går till granskning, med de { $number } troligaste förslagen.
}
fate-known = Redan känd
fate-known-withdrawn = Känd från en återkallad lista
fate-known-withdrawn-what = Känd från { $what }, som är återkallad och kan tas in igen
fate-no-body = Blir inget samarbete
fate-no-body-what = Blir inget samarbete: ”{ $what }” är avgjort som inte en part.
fate-refused = Tas inte in
fates-new = { $n ->
    [one] ny uppgift
   *[other] nya uppgifter
}
fates-changes = { $n ->
    [one] uppgift som ändrar registret
   *[other] uppgifter som ändrar registret
}
fates-ambiguous = { $n ->
    [one] ny uppgift med osäker partner
   *[other] nya uppgifter med osäker partner
}
fates-known = { $n ->
    [one] redan känd
   *[other] redan kända
}
fates-known-withdrawn = { $n ->
    [one] känd från en återkallad lista
   *[other] kända från en återkallad lista
}
fates-no-body = { $n ->
    [one] uppgift blir inget samarbete
   *[other] uppgifter blir inga samarbeten
}
fates-refused = { $n ->
    [one] rad tas inte in
   *[other] rader tas inte in
}
refused-no-subject = Tas inte in: raden säger inte vems partner det är.
refused-no-partner = Tas inte in: raden har ingen partner.
refused-not-swedish = Tas inte in: ingen svensk kommun eller region heter så.
refused-not-swedish-likely = Tas inte in: ingen svensk kommun eller region heter så. Menas { $what }? Svara ovanför raderna.
refused-no-swedish-side = Tas inte in: ingen av sidorna är svensk.
refused-itself = Tas inte in: båda sidorna är samma part.
refused-long-name = Tas inte in: namnet i kolumnen ”{ $what }” är längre än 150 tecken.
refused-no-letter = Tas inte in: namnet i kolumnen ”{ $what }” har ingen bokstav.
refused-future-date = Tas inte in: uppgiftens datum ligger i framtiden.
refused-personal = Tas inte in: namnet innehåller en e-postadress, ett telefonnummer eller ett personnummer.
refused-names-nobody = Tas inte in: raden är en summa eller en rubrik.
refused-unclear-end = Tas inte in: orden om läget tycks säga att samarbetet har upphört eller vilar, men förstås inte. Skriv till exempel ”avslutat 2022” eller ”vilande”.
refused-unreadable = Tas inte in: raden kan inte läsas.
finding-contradiction = { $n ->
    [one] En uppgift säger olika saker på olika rader
   *[other] { $number } uppgifter säger olika saker på olika rader
}
contradiction-said = rad { $line } säger { $what }
contradiction-holds = Rad { $number } skulle gälla.
contradiction-by-order = Rad { $number } skulle gälla, bara för att svaret alltid ska bli detsamma: inget säger vilken rad som är rätt. Rätta listan.
contradiction-none = Ingen av dem skulle gälla; registret visar { $what }.
contradiction-none-shown = Ingen av dem skulle visas.
finding-personal = { $n ->
    [one] Ett fält innehåller en e-postadress, ett telefonnummer eller ett personnummer och tas inte in.
   *[other] { $number } fält innehåller e-postadresser, telefonnummer eller personnummer och tas inte in.
}
finding-not-understood = { $n ->
    [one] En uppgift förstods inte och ändrar inget.
   *[other] { $number } uppgifter förstods inte och ändrar inget.
}
finding-end-before-start = { $n ->
    [one] Ett slutår ligger före startåret och tas inte in.
   *[other] { $number } slutår ligger före startåret och tas inte in.
}
finding-start-to-come = { $n ->
    [one] Ett startår ligger i framtiden och används inte.
   *[other] { $number } startår ligger i framtiden och används inte.
}
finding-start-after-said = { $n ->
    [one] Ett startår är senare än uppgiftens eget datum. Ett av dem är fel.
   *[other] { $number } startår är senare än uppgiftens eget datum. Något av dem är fel.
}
finding-several-in-cell = { $n ->
    [one] En cell tycks ha flera partner, men det är oklart vilka. Orden går till granskning som de står.
   *[other] { $number } celler tycks ha flera partner, men det är oklart vilka. Orden går till granskning som de står.
}
finding-names-nobody = { $n ->
    [one] En rad är en summa eller en rubrik och hoppas över.
   *[other] { $number } rader är summor eller rubriker och hoppas över.
}
finding-one-sided = { $n ->
    [one] Ett par anges bara av den ena sidan
   *[other] { $number } par anges bara av den ena sidan
}
finding-other-country = { $n ->
    [one] En partner verkar ligga i ett annat land än det uppgivna
   *[other] { $number } partner verkar ligga i ett annat land än det uppgivna
}
finding-itself = { $n ->
    [one] En rad har samma part på båda sidor
   *[other] { $number } rader har samma part på båda sidor
}
finding-repeated = { $n ->
    [one] En rad upprepar en tidigare
   *[other] { $number } rader upprepar en tidigare
}
