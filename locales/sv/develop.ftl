# Utveckling över tid, länder, ändringar och diagram.

nav-development = Utveckling
development-title = Utveckling över tid
development-lead = Hur många samarbeten har det funnits, och när började och slutade de? Här står två sorters svar var för sig: vad enkäter har räknat, och vad källorna i registret säger.
development-surveys = Vad SKR har räknat
development-surveys-text = SKR (tidigare SKL) har frågat sina medlemmar tre gånger. Talen gäller kommuner och regioner som har minst ett samarbete, inte hur många samarbeten de har.
development-rounds = Så räknades det varje gång
development-others = Andra tal om kommunala partnerskap
development-others-text = Enstaka uppgifter från programmet och böcker. De räknar olika saker och bildar ingen serie.
development-own = Vad registret innehåller
development-own-text = De här diagrammen bygger på källorna i registret och räknar samarbeten. De kan inte jämföras med SKR:s tal, som räknar kommuner.
development-none = Ingen daterad uppgift i registret gäller den tiden.
survey-municipality-title = Kommuner med minst en vänort (2007 och 2011), eller vänort eller kommunalt partnerskap (2018)
survey-municipality-desc = Staplar. 272 kommuner 2007, 243 kommuner 2011 och 146 kommuner 2018. Mellan 2011 och 2018 går ett brott: talen kan inte jämföras.
survey-municipality-unit = Antal kommuner som har minst ett samarbete
survey-municipality-break = Brott: från 2018 räknas fler sorters samarbeten, och en enkät har ersatt inventeringen av alla kommuner.
survey-municipality-who = Kommuner
survey-region-title = Regioner och landsting med minst en vänort (2011), eller vänort eller kommunalt partnerskap (2018)
survey-region-desc = Staplar. Ingen uppgift för 2007, 12 regioner och landsting 2011 och 6 år 2018. Mellan 2011 och 2018 går ett brott: det är inte samma grupp.
survey-region-unit = Antal regioner och landsting som har minst ett samarbete
survey-region-break = Brott: 2011 ingick också regionförbund, 2018 bara landsting och regioner. Fler sorters samarbeten räknas.
survey-region-who = Regioner och landsting
survey-comparable-none = inget annat år
survey-caveat-never-decline = Läs inte skillnaden mellan 2011 och 2018 som en minskning. En del av den kan bero på att alla inte svarade.
survey-caveat-concept = Begreppet ändrades: 2007 och 2011 räknades vänorter, 2018 vänort eller kommunalt partnerskap. Det vidare begreppet gav det lägre talet.
survey-caveat-coverage = Täckningen ändrades: 2007 och 2011 var inventeringar av alla medlemmar, 2018 en enkät. Hur många som svarade är inte känt.
survey-caveat-respondents = De som svarade ändrades: 2011 ingick regionförbund, 2018 landsting och regioner. För 2007 finns inget tal för regioner.
survey-caveat-activity = Omgången 2011 talade också om aktiva vänorter. Talet för 2018 säger inget om hur aktiva samarbetena är.
survey-caveat-unit = Enheten är kommuner och regioner med minst ett samarbete. Hur många samarbeten de har räknades inte.
survey-caveat-self = Svaren är kommunernas egna. 2022 kunde några kommuner inte hitta avtal som de trodde att de hade.
survey-caveat-mergers = Partner har slagits ihop med andra, till exempel när Danmark fick färre kommuner 2007. Då ändras motparten utan att någon i Sverige har beslutat det.
counted-share-of-municipalities = Andel av 290 kommuner
counted-share-in-programme = Kommuner som deltog i kommunala partnerskap
counted-municipalities-in-programme = Kommuner i kommunala partnerskap
counted-partnerships-in-programme = Kommunala partnerskap
counted-bodies-in-programme = Kommuner och regioner i kommunala partnerskap
counted-projects-in-programme = Projekt i ICLD:s program
counted-table = Tal som andra har räknat
counted-what = Vad som räknades
counted-number = Antal
counted-when = När
counted-note = Anmärkning
counted-source = Källa
number-about = omkring { $what }
number-more-than = mer än { $what }
figure-source = Källa: { $what }
chart-source = Källa: Vänort, { $what }
chart-year = År
chart-no-figure = ingen uppgift
chart-table = Samma som tabell
chart-table-of = Tabell: { $what }
chart-download = Hämta diagrammet:
chart-stock = Samarbeten som hade börjat och inte var kända som avslutade
chart-stock-desc = Staplar för varje år, { $what }, i två delar: samarbeten med uppgivet startår och samarbeten utan. Alla tal står i tabellen.
chart-stock-unit = Antal samarbeten vid årets slut
chart-flows = Samarbeten som började och slutade
chart-flows-desc = Två staplar för varje år, { $what }: hur många samarbeten som började och hur många som slutade. Alla tal står i tabellen.
chart-flows-unit = Antal samarbeten under året
chart-coverage = Hur många kommuner registret vet något om
chart-coverage-desc = Två linjer över tid, { $what }: kommuner med minst ett samarbete i registret, och kommuner som själva har sagt något. Alla tal står i tabellen.
chart-coverage-unit = Antal kommuner vid årets slut
chart-kinds = Samarbeten efter form
chart-kinds-desc = Staplar för varje år, { $what }, delade efter form av samarbete. Alla tal står i tabellen.
chart-kinds-unit = Antal samarbeten vid årets slut
chart-themes = Samarbeten efter område
chart-themes-desc = Ett litet diagram för varje område, { $what }, alla med samma skala. Alla tal står i tabellen.
chart-themes-unit = Antal samarbeten vid årets slut
chart-lives = { $what }: vilka, sedan när och vad som hände
chart-lives-desc = { $n ->
    [one] En linje för det enda samarbetet, från start till den senaste daterade uppgiften. Tecken visar vad som hände. Allt står i tabellen.
   *[other] { $number } linjer, en för varje samarbete, från start till den senaste daterade uppgiften. Tecken visar vad som hände. Allt står i tabellen.
}
chart-lives-unit = En linje för varje samarbete
series-start-known = startår uppgivet
series-start-unknown = startår inte uppgivet, räknas från första daterade källa
series-starts = började
series-endings = slutade
series-municipalities = kommuner med minst ett samarbete i registret
series-own-words = kommuner som själva har sagt något, med datum
series-kind-not-stated = form inte uppgiven
stock-what = Registrets egen räkning, inte hur många samarbeten som finns. Ett samarbete räknas från att det började, tills en källa säger att det upphört. Att ingen säger det betyder inte att det pågår.
stock-unknown = { $n ->
    [one] För ett av { $of } samarbeten är startåret inte uppgivet. Det räknas för sig, från det första år som en daterad källa gäller.
   *[other] För { $number } av { $of } samarbeten är startåret inte uppgivet. De räknas för sig, från det första år som en daterad källa gäller.
}
stock-peaks = När många sådana tillkommer samma år är det oftast en lista som gjordes då, inte många nya samarbeten.
stock-undated = { $n ->
    [0] Alla samarbeten nämns i någon daterad källa.
    [one] Ett samarbete nämns bara i källor utan datum och finns inte med i något år.
   *[other] { $number } samarbeten nämns bara i källor utan datum och finns inte med i något år.
}
flows-starts = { $n ->
    [one] För ett av { $of } samarbeten går starten inte att föra till ett enda år. Det är inte med.
   *[other] För { $number } av { $of } samarbeten går starten inte att föra till ett enda år. De är inte med.
}
flows-endings = { $n ->
    [0] Alla kända avslut går att föra till ett enda år.
    [one] Ett avslut går inte att föra till ett enda år och är inte med.
   *[other] { $number } avslut går inte att föra till ett enda år och är inte med.
}
flows-silent = Avslut syns sällan: de flesta partner försvinner från en webbsida utan att någon säger varför. Att en partner saknas i en lista räknas inte som ett avslut.
coverage-of = { $n ->
   *[other] Sverige har { $number } kommuner.
}
coverage-in-no-year = { $n ->
    [one] En kommun till räknas på startsidan men inte i linjen: bara källor utan datum nämner dess samarbeten.
   *[other] { $number } kommuner till räknas på startsidan men inte i linjen: bara källor utan datum nämner deras samarbeten.
}
coverage-not-standing = { $n ->
    [one] En kommun till räknas på startsidan men inte i linjens sista år: dess samarbeten är bara planerade, oklara eller avslutade.
   *[other] { $number } kommuner till räknas på startsidan men inte i linjens sista år: deras samarbeten är bara planerade, oklara eller avslutade.
}
coverage-not-surveys = Linjerna visar vad som har samlats in, inte hur många kommuner som har samarbeten.
kinds-what = Formen är den som en källa uppger. Många källor säger inget, och kommuner använder orden olika.
themes-what = Områden är det som en källa uppger. De flesta källor säger inget om område.
themes-named = { $n ->
    [one] Ett av { $of } samarbeten har något uppgivet område. Den som bara nämns i källor utan datum finns inte med i något år, och områden som ingen daterad källa nämner är inte ritade.
   *[other] { $number } av { $of } samarbeten har något uppgivet område. De flesta källor som säger det saknar datum och finns inte med i något år. Områden som ingen daterad källa nämner är inte ritade.
}
themes-several = Ett samarbete kan ha flera områden och räknas då i vart och ett.
mark-ended = avslutat, eller beslut att avsluta
mark-paused = pausat eller vilande
mark-rest = år då samarbetet var pausat eller vilande
mark-lapsed = avtal löpte ut
mark-signed = avtal skrevs under eller förnyades
mark-other = annat: planeras, aviserades, föreslogs, ses över, inte längre i listan
lives-what = En linje börjar där starten är uppgiven och slutar vid parternas senaste daterade uppgift, eller vid andras om parterna inte har sagt något. Samma datum står i tabellen.
lives-dashes = Streckad linje: starten är inte uppgiven, eller bara ungefär. Namn utan linje: uppgiften saknar datum.
lens-title = Vilka, sedan när och vad som hände
lens-not-today = Allt här är vad källor har sagt vid en viss tid. Det är inte ett intyg om hur det är i dag.
lens-agreements = Avtal
lens-agreement-found = Avtal finns uppgivet, gällande eller avslutat
lens-agreement-none = Uppges sakna avtal
lens-instrument-not-stated = Inget sagt om avtal
lens-agreement-unknown = Inte uppgivet om något avtal gäller
lens-resting = Pausade eller vilande, inte avslutade
lens-agreement = Avtal
lens-happened = Vad som hände
lens-nothing = inget uppgivet
lens-last-word = Uppgift från
lens-who = Vilka
lens-when = När
lens-what = Vad
lens-not-named = partner inte namngiven
lens-years = År för år
lens-counted = Vad andra har räknat
lens-counted-text = Talen är källornas egna och kan inte läggas ihop med registrets.
lens-own = Det här registret innehåller
lens-why = Varför talen skiljer sig åt
lens-why-named = Registret känner bara samarbeten som en källa nämner ett för ett. En studie kan ha räknat fler utan att dess lista är offentlig.
lens-why-unit = Källorna räknar olika saker: samarbeten, kommuner eller avtal, med eller utan regioner och länsstyrelser.
lens-why-dates = Många källor i registret saknar datum eller startår. Registrets högsta år beror på när listor gjordes.
lens-why-ending = Registret räknar ett avslut bara när en källa säger att det är beslutat eller genomfört. Ett förslag, en paus eller en plats i en lista som försvann räknas inte.
own-all = Samarbeten i registret
own-peak = Som flest vid ett årsslut, så långt daterat ({ $what })
own-ended = Avslutade
own-resting = Pausade eller vilande
own-start-unknown = Utan uppgivet startår
feed-title = Ändringar i registret
subscribe = Prenumerera (Atom)
subscribe-what = I en nyhetsläsare ser du nya uppgifter när de kommer in.
changes-link = Vad som har ändrats
changes-of = Ändringar: { $what }
changes-with = Ändringar: samarbeten med { $what }
changes-back = Till { $what }
changes-lead = Det senast införda först. Datumet i uppgiften är källans, datumet efter ”infört” är registrets.
changes-none = Inga sådana ändringar.
changes-kinds = Vad ändringen gäller
changes-ignored = Det går inte att välja ändringar med ”{ $what }”. Alla visas.
change-all = Alla
change-new = Nytt i registret
change-ended = Avslutat
change-paused = Pausat eller vilande
change-agreement = Avtal
change-source = Ny uppgift
change-names = Samma ort under två namn
fold-charts = Visa diagram
fold-events = { $n ->
    [one] Visa { $number } händelse
   *[other] Visa { $number } händelser
}
fold-figures = { $n ->
    [one] Visa { $number } tal
   *[other] Visa { $number } tal
}
