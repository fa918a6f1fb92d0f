# Слова запиту в полі пошуку, розділені комами. Усі мови діють одночасно.
search-words-vanort = побратим, побратими, міста-побратими, місто-побратим, міст-побратимів, побратимство
search-words-partnership = муніципальне партнерство, муніципальні партнерства
search-words-ended = завершено, завершені, припинено, припинені
search-words-any = партнерство, партнерства, партнер, партнери, співпраця, співпрацю, угода, угоди
search-words-nothing = у, в, з, зі, із, та, і, й, між, усі, всі, до, від, хто, які, наші, громади, громада, шведські, про, на, для, має, мають
search-words-culture = мистецтво, музика, театр, бібліотеки
search-words-education = школа, школи, освіта, вчителі
search-words-business = бізнес, підприємства, робота
search-words-democracy = демократія, рівність
search-words-youth = молодь, молодіжний обмін
search-words-environment = довкілля, клімат, відходи
search-words-sport = спорт, дозвілля, туризм
search-words-social = соціальні послуги, догляд
search-words-aid = допомога, підтримка
search-words-emergency = рятувальна служба, пожежники, пожежна служба
search-words-planning = вода, водопостачання, енергетика, містобудування
search-selection = партнерства
search-partnerships = Показати партнерства: { $what }
search-written = джерело пише { $what }
search-elsewhere = назва іншою мовою
search-stands-for = об’єднано з { $what }
search-merged = увійшло до складу { $what }
search-count = { $n ->
    [one] { $number } підказка. Вибирайте клавішами зі стрілками.
    [few] { $number } підказки. Вибирайте клавішами зі стрілками.
    [many] { $number } підказок. Вибирайте клавішами зі стрілками.
   *[other] { $number } підказки. Вибирайте клавішами зі стрілками.
}
search-no-count = Підказок немає.
