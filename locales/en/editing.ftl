# Words of the editor's pages.

editing-title = Editing
editing-lead = Here lists and answers of Wikidata are taken in, and here a person settles what the computer is not sure of.
editing-loopback = These pages are open only on the computer on which the service runs. Signing in for editors comes later.
editing-waiting = { $n ->
    [0] cases wait for review
    [one] case waits for review
   *[other] cases wait for review
}
editing-imported = { $n ->
    [0] lists have been taken in
    [one] list has been taken in
   *[other] lists have been taken in
}
error-403 = The page is not open here
error-403-what = The editor’s pages are open only on the computer on which the service runs. Open them there, at the address 127.0.0.1.
error-403-form = The form was sent from another website and was not accepted. Go back, reload the page and try again.
error-413 = The file is too large
error-413-what = A file may have at most 32 megabytes. Split it, or use the command vanort import.

error-form = The form could not be read. Go back and try again.

review-title = Review
review-left = { $n ->
    [0] No case waits.
    [one] One case waits.
   *[other] { $number } cases wait.
}
review-left-of = { $number } of { $of } cases wait in this selection.
review-decided = The decision is on record.
review-decided-same = The same as { $what }.
review-decided-different = Not the same: { $what }.
review-decided-own = { $what } is a new party.
review-decided-nobody = “{ $what }” is not a party.
review-decided-later = { $what } comes last.
review-decided-also = { $n ->
    [one] The decision also holds for one more case of the same words.
   *[other] The decision also holds for { $number } more cases of the same words.
}
review-words-of = { $what } (as { $whose } writes)
review-also = The decision also holds for the same words with { $what }
review-also-more = { $n ->
    [one] one more
   *[other] { $number } more
}
review-before = Somebody else was quicker, so your answer is not on record. The decision is: { $what }
review-undone = The decision is undone. The case waits again.
review-next = To the next case
review-undo = Undo
review-filter = Show
review-filter-doubt = What is in doubt
review-filter-country = Country
review-filter-source = Source
review-no-country = No country stated
review-named = What is written
review-more = { $n ->
    [one] and in one more statement
   *[other] and in { $number } more statements
}
review-candidates = Which one is it?
review-more-candidates = More places have that name; these are the { $number } likeliest. If it is another one, name it here:
review-no-candidates = No suggestion
review-same = It is this one
review-different = Not this one
review-other = Another place, municipality or region
review-other-same = It is that one
review-other-not-found = Nothing certain was found for “{ $what }”. Write the whole name, or the identifier on the page of the body.
review-other-choose = Or choose here:
review-decisions = { $n ->
    [one] The last decision
   *[other] The last { $number } decisions
}
review-own = New party
review-nobody = Not a party
review-later = Later
review-skip = Skip
review-map = The suggestions on the map, with the Swedish municipality.
review-on-map = See the place on OpenStreetMap
review-partner-of = already a partner of { $what }
review-population = { $n ->
    [one] one inhabitant
   *[other] { $number } inhabitants
}
review-how = A decision holds for all statements with the same words and country; they are listed above. Every decision can be undone.
review-how-one = Several places have that name. So a decision holds only for what { $what } means, in later lists too; where others write the same words there are cases of their own. Every decision can be undone.
review-how-different = “Not this one” is remembered, so that nobody is asked twice.
review-how-new = “New party” means that the words name a place, municipality or region that the tables lack; the register keeps it. “Not a party” means that the words name nobody, so that no partnership is kept.
review-how-later = “Later” puts the case last.
review-empty = Nothing waits. Everything the computer was not sure of is settled.
review-empty-filter = { $n ->
    [one] No case in this selection. Without it, one case waits.
   *[other] No case in this selection. Without it, { $number } cases wait.
}
review-show-all = Show all cases

collection-municipal-pages = Municipal pages
collection-ukraine = Ukraine
collection-china = China
collection-events = Events
collection-wikidata = Wikidata
collection-lists = Lists taken in

doubt-alike = Two places that look like one
doubt-no-country = No country is stated
doubt-several = Several places of that name
doubt-nearly = Only a similar name is known
doubt-elsewhere = The name is known in another country than the one stated
doubt-unknown = No such name is known

reason-same-name = same name
reason-other-name = another of its names
reason-without-level = same name without the word for municipality, region or the like
reason-latin = same name as read aloud in Latin letters
reason-respelled = same name in another spelling
reason-one-of-two = one of two names side by side
reason-shortened = the name without an addition
reason-slips = { $n ->
    [one] the name but for one sign
   *[other] the name but for { $number } signs
}
reason-country = the country agrees
reason-other-country = lies in { $what }, not in the country stated
reason-no-country = no country is stated
reason-lies-in = lies in { $what }
reason-not-there = not known to lie where the words say
reason-level = the level agrees ({ $what })
reason-only-one = the only one of that name
reason-largest = by far the largest of that name
reason-not-on-map = its position is not known
reason-official = on an official list
reason-ceased = no longer exists ({ $what })
reason-own-in = already kept as a party of its own in { $what }
reason-known = already known in the register
level-region = region
level-county = county or district
level-municipality = municipality or town
level-part = part of a town

imports-title = Lists
imports-lead = Take in a list of twin towns or an answer of Wikidata. You first see what each row would do. Nothing is changed until you say so.
fault-foreign = The file is no table that can be read here. Save the list as XLSX, ODS or CSV and try again.
fault-foreign-xls = The file is an Excel workbook of the old kind (xls). Open it in Excel or LibreOffice, save it as XLSX and try again.
fault-foreign-xlsb = The file is a binary Excel workbook (xlsb). Open it in Excel, save it as XLSX and try again.
fault-foreign-protected = The file is protected with a password. Take the password away, save the file anew and try again.
fault-foreign-html = The file is a web page (HTML), whatever it may be called. Open it in a spreadsheet program, save it as XLSX or CSV and try again.
fault-foreign-xml = The file is an XML document. Open it in a spreadsheet program, save the table as XLSX or CSV and try again.
fault-foreign-json = The file is a JSON document, but not an answer of Wikidata’s query service. Save the list as XLSX, ODS or CSV and try again.
fault-foreign-pdf = The file is a PDF document. Copy its table to a spreadsheet, save that as XLSX or CSV and try again.
fault-foreign-picture = The file is a picture. Write the list into a spreadsheet, save that as XLSX or CSV and try again.
fault-foreign-document = The file is a text document or a presentation. Copy its table to a spreadsheet, save that as XLSX or CSV and try again.
fault-foreign-archive = The file is a packed folder (such as a zip). Unpack it and choose the file with the table.
fault-too-large = The file is larger than { $number } megabytes. Divide the list into several files, or take it in with the command vanort import.
fault-long-row = Line { $number }: the line is longer than 256 kilobytes. A quotation mark is probably missing, so that many lines were read as one. Open the list, correct the line, save it anew as XLSX or CSV and try again.
fault-open-quote = Line { $number }: a quotation mark is opened and never closed. Open the list, correct the line, save it anew as XLSX or CSV and try again.
fault-empty = The file is empty.
fault-unpacks-too-large = What the file holds is too large once it is unpacked. Divide the list into smaller files.
fault-gone = The list is no longer here. It may have been cleared when Vänort was restarted, or to make room for newer lists. Read the file again.
fault-too-many = The table has more rows or columns than can be read (200,000 rows, 500 columns). Split it.
fault-long-cell = Line { $number }: a cell has more than 32,767 characters, more than a spreadsheet can hold, so that a part would be lost. Shorten it, or close the quotation mark that is missing, and try again.
fault-unreadable = Line { $number }: a character cannot be read. It is in another encoding than the rest of the file, or was lost when the file was converted. Open the list, correct the line, save it as XLSX or as CSV in UTF-8 and try again.
fault-damaged = The file is damaged or not written as its format demands. Open it, save it anew as XLSX or CSV and try again.
fault-no-answer = The file is not an answer of Wikidata’s query service. Fetch the answer as JSON with the query that vanort import wikidata --show-query writes.
fault-date = The date cannot be read or lies in the future. Write a year (2011), a month (2011-03) or a day (2011-03-05).
fault-url = The address must begin with https:// or http://.
fault-publisher = The publisher holds an e-mail address, a telephone number or a personal number. State only the name of whoever published the list.
fault-url-personal = The address holds an e-mail address or something else that points to a person. Give the address of the list, or leave the field empty.
fault-licence = The licence holds an e-mail address, a telephone number or a personal number. Give only the name of the licence.
fault-title = The name of the file holds an e-mail address, a telephone number or a personal number, and the name is kept for ever. Give the file another name and read it again.
fault-failed = The list could not be taken in. Nothing has been changed. Try again; if that does not help, the reason is in the service’s log.
imports-file = File
imports-file-what = CSV, XLSX or ODS, or an answer of Wikidata’s query service in JSON. At most 32 megabytes. You can drag the file here.
imports-bring = Read the file
imports-pending = Not yet taken in
imports-done = Lists taken in
imports-none = No list has been taken in yet.
imports-what = List
imports-day = Taken in
imports-rows = Rows
imports-state = State
imports-counts = Counts.
imports-withdrawn = Withdrawn.
imports-withdraw = Withdraw
imports-restore = Take in again
imports-ask = Withdraw “{ $what }”?
imports-would-cease = { $one } and { $other } would cease to count. Nothing is deleted: the list can be taken in again.
imports-ceased = “{ $what }” is withdrawn. { $one } and { $other } no longer count.
imports-counts-again = “{ $what }” is taken in again. { $one } and { $other } count now.
imports-withdraw-list = Withdraw the list
imports-keep = Let it count
imports-statements = { $n ->
    [one] { $number } statement
   *[other] { $number } statements
}
imports-partnerships = { $n ->
    [one] { $number } partnership
   *[other] { $number } partnerships
}

import-title = List: { $what }
import-sheet = Sheet
import-one-of = The file has several sheets. This is the sheet “{ $sheet }”. The others are: { $others }.
import-sheet-choose = Choose another sheet
import-sheet-what = If you change sheets, the list is read from the beginning.
import-body = Whose list it is
import-body-what = Fill this in if the rows do not name the municipality or region, for example “Växjö”.
import-whose = The rows do not say whose list it is. By the words “{ $by }” it is read as a list from { $body }. Is that wrong? Correct it below.
import-plan = What the list would do
import-partnerships = { $n ->
    [one] { $number } new partnership
   *[other] { $number } new partnerships
}
import-bodies = { $n ->
    [one] { $number } new party
   *[other] { $number } new parties
}
import-makes = { $one } and { $other }.
import-nothing-new = The register knows everything in this list already. There is nothing to take in.
import-nothing-new-but = The register already knows what can be taken in. Below it says why other rows are not taken in.
import-no-rows = The list has headers and no rows. There is nothing to take in.
import-nothing-fit = No row of the list can be taken in. The rows below tell why.
import-left-out-empty = { $n ->
    [one] One empty row is left out.
   *[other] { $number } empty rows are left out.
}
import-left-out-headers = { $n ->
    [one] One repeated row of headers is left out.
   *[other] { $number } repeated rows of headers are left out.
}
import-subject-from = { $what } (from row { $line })
import-publisher-first = State the publisher below and try again. Then the list can be taken in.
import-commit = Take the list in
import-commit-what = All of it or nothing. The list can be withdrawn as a whole.
import-done = The list is taken in.
import-to-review = { $n ->
    [one] To the review: { $number } case of the list waits
   *[other] To the review: { $number } cases of the list wait
}
import-to-imports = To the lists
import-reading = Reading the list …
import-trying = { $n ->
    [one] Trying one row …
   *[other] Trying { $number } rows …
}
import-progress = Trying row { $number } of { $of } …
import-taking-in = Taking the list in …
import-untried = Nothing was taken in, because the page had changes that had not been tried. They are included now. Look at what the list would do, and then take it in.
import-replaced = Nothing was taken in. The list has been tried again since the page was shown. Here is how it stands now. Look at what the list would do, and then take it in.
import-withdrawn = { $one } came in on { $other } with the list “{ $what }”, which is withdrawn. It can be taken in again as it is.
import-rows-of = { $n ->
    [one] One row
   *[other] { $number } rows
}
import-beside = from the name: { $what }
import-nothing-else = Apart from that, there is nothing new in the list to take in.
import-reload = Show how far it is
import-findings = Worth a look
import-more-rows = { $n ->
    [one] and one more row
   *[other] and { $number } more rows
}
import-meant = Which municipality or region is meant?
import-meant-what = No Swedish municipality or region has these names. Write which one is meant and try the rows again. The words in the list are kept as they stand.
import-meant-likely = It is { $what }
import-meant-none = No Swedish municipality or region has that name. Choose one from the list that appears as you type.
import-meant-done = All names are answered. Their rows are taken in with the rest of the list.
import-meant-left = Left to answer: { $number } of { $of } names.
import-meant-try = Try with the names
import-meant-more = { $n ->
    [one] One more name is shown when these are answered.
   *[other] { $number } more names are shown when these are answered.
}
import-rows = Row by row
import-all-rows = All rows
import-show = Show rows that are
import-line = Row
import-subject = Party
import-partner = Partner
import-becomes = Read as
import-fate = What the row does
import-new-body = new party
import-new-body-of = new in the register: { $what }
import-says-none = says that there are no partners
import-decided = { $what }. The partner is settled in the review.
import-mapping = How the columns are read
import-mapping-what = Correct what is wrong and try again. Your corrections are kept with the list.
import-missing = No column gives: { $what }. Choose it below.
import-header = Header
import-means = Means
import-because = Why
import-sample = Examples
import-fill-down = An empty cell for the municipality means the one above
import-country-down = An empty cell for the country means the one above
import-several = One cell may hold several partners, such as “Turku (Finland), Bergen (Norway)”
import-source = The source
import-source-what = Every statement has a named source. Who publishes the list?
import-publisher = Publisher
import-url = Address
import-date = Date (year, month or day)
import-licence = Licence
import-everywhere = Also take in pairs without a Swedish side
import-try = Try
import-try-what = Nothing is changed in the register.

because-header = the header says so
because-content = the content looks so
because-editor = your choice
because-remembered = you chose it for a list with the same headers
because-nothing = nothing tells
column-own = Swedish municipality or region
column-own-code = Its SCB code
column-own-country = Its country
column-own-wikidata = Its Wikidata item
column-partner = Partner
column-partner-country = The partner’s country
column-partner-wikidata = The partner’s Wikidata item
column-kind = Kind
column-status = Status
column-instrument = Written agreement
column-since = Since
column-until = Until
column-themes = Themes
column-funding = Funding
column-decided-by = Decided by
column-said = Date of the statement
column-quoted = Source in the row
column-note = Remark
column-ignored = Not used

fate-new = New statement
fate-new-partnership = New statement on a new partnership
fate-changes = Changes the register
fate-changes-what = Changes: { $what }
import-change = { $what }: { $one } → { $other }
fate-ambiguous = New statement, the partner is not sure
fate-ambiguous-what = { $n ->
    [0] New statement. The partner is not known and goes to review.
    [one] New statement. The partner is not sure and goes to review, with one suggestion.
   *[other] New statement. The partner is not sure and goes to review, with the { $number } likeliest suggestions.
}
fate-known = Known already
fate-known-withdrawn = Known from a withdrawn list
fate-known-withdrawn-what = Known from { $what }, which is withdrawn and can be taken in again
fate-no-body = No partnership comes of it
fate-no-body-what = No partnership comes of it: it is decided that “{ $what }” is no party.
fate-refused = Not taken in
fates-new = { $n ->
    [one] new statement
   *[other] new statements
}
fates-changes = { $n ->
    [one] statement that changes the register
   *[other] statements that change the register
}
fates-ambiguous = { $n ->
    [one] new statement whose partner is not sure
   *[other] new statements whose partner is not sure
}
fates-known = { $n ->
    [one] known already
   *[other] known already
}
fates-known-withdrawn = { $n ->
    [one] known from a withdrawn list
   *[other] known from a withdrawn list
}
fates-no-body = { $n ->
    [one] statement of which no partnership comes
   *[other] statements of which no partnership comes
}
fates-refused = { $n ->
    [one] row not taken in
   *[other] rows not taken in
}
refused-no-subject = Not taken in: the row does not say whose partner it is.
refused-no-partner = Not taken in: the row has no partner.
refused-not-swedish = Not taken in: no Swedish municipality or region has that name.
refused-not-swedish-likely = Not taken in: no Swedish municipality or region has that name. Is { $what } meant? Answer above the rows.
refused-no-swedish-side = Not taken in: neither side is Swedish.
refused-itself = Not taken in: both sides are the same party.
refused-long-name = Not taken in: the name in the column “{ $what }” is longer than 150 characters.
refused-no-letter = Not taken in: the name in the column “{ $what }” has no letter.
refused-future-date = Not taken in: the date of the row lies in the future.
refused-personal = Not taken in: the name holds an e-mail address, a telephone number or a personal number.
refused-names-nobody = Not taken in: the row is a total or a title.
refused-unclear-end = Not taken in: the words on status seem to say that the co-operation has ended or rests, but are not understood. Write for example “ended 2022” or “dormant”.
refused-unreadable = Not taken in: the row cannot be read.
finding-contradiction = { $n ->
    [one] One particular is told differently on different rows
   *[other] { $number } particulars are told differently on different rows
}
contradiction-said = row { $line } says { $what }
contradiction-holds = Row { $number } would hold.
contradiction-by-order = Row { $number } would hold, only so that the answer is always the same: nothing tells which row is right. Correct the list.
contradiction-none = Neither would hold; the register shows { $what }.
contradiction-none-shown = Neither would be shown.
finding-personal = { $n ->
    [one] One field holds an e-mail address, a telephone number or a personal number and is not taken in.
   *[other] { $number } fields hold e-mail addresses, telephone numbers or personal numbers and are not taken in.
}
finding-not-understood = { $n ->
    [one] One value was not understood and changes nothing.
   *[other] { $number } values were not understood and change nothing.
}
finding-end-before-start = { $n ->
    [one] One end lies before the beginning and is not taken in.
   *[other] { $number } ends lie before the beginning and are not taken in.
}
finding-start-to-come = { $n ->
    [one] One start year lies in the future and is not used.
   *[other] { $number } start years lie in the future and are not used.
}
finding-start-after-said = { $n ->
    [one] One start year is later than the day it was said on. One of the two is wrong.
   *[other] { $number } start years are later than the day they were said on. One of the two is wrong.
}
finding-several-in-cell = { $n ->
    [one] One cell seems to hold several partners, but it is unclear which. Its words go to review as they stand.
   *[other] { $number } cells seem to hold several partners, but it is unclear which. Their words go to review as they stand.
}
finding-names-nobody = { $n ->
    [one] One row is a total or a title and is passed over.
   *[other] { $number } rows are totals or titles and are passed over.
}
finding-one-sided = { $n ->
    [one] One pair is stated by one side only
   *[other] { $number } pairs are stated by one side only
}
finding-other-country = { $n ->
    [one] One partner seems to lie in another country than the one stated
   *[other] { $number } partners seem to lie in another country than the one stated
}
finding-itself = { $n ->
    [one] One row has the same party on both sides
   *[other] { $number } rows have the same party on both sides
}
finding-repeated = { $n ->
    [one] One row repeats an earlier one
   *[other] { $number } rows repeat an earlier one
}
