# The words of the pages.

site-name = Vänort
site-description = Реєстр міжнародних партнерств шведських громад і регіонів: що відомо, хто це каже і наскільки давні ці відомості.
skip = До змісту
nav-fold = Меню
page-contents = На цій сторінці
nav-label = Головне меню
nav-partnerships = Партнерства
nav-bodies = Громади й регіони
nav-countries = Країни
nav-groups = Мережі
nav-latest = Останні твердження
nav-about = Про реєстр
nav-data = Відкриті дані
nav-sources = Джерела
nav-accessibility = Доступність
search-label = Шукати громаду, місто, країну чи мережу
search-hint = Місце або країна
search-button = Шукати
as-data = Ця сторінка як дані (JSON)
contact = Контакти
foot-history = Записів у реєстрі: { $what }. Кожен передає слова одного джерела в певний час і не засвідчує, як є сьогодні.
printed = Роздруковано { $when }, { $where }
printed-chosen = Вибірка:
date-until = не пізніше { $what }
date-to = до { $what }
date-from = від { $what }
date-or-later = не раніше { $what }
date-about = близько { $what }
date-unsure = можливо, { $what }
date-decade = { $case ->
    [genitive] { $what }-х років
   *[nominative] { $what }-ті роки
}
month-1 = { $case ->
    [genitive] січня
   *[nominative] січень
}
month-2 = { $case ->
    [genitive] лютого
   *[nominative] лютий
}
month-3 = { $case ->
    [genitive] березня
   *[nominative] березень
}
month-4 = { $case ->
    [genitive] квітня
   *[nominative] квітень
}
month-5 = { $case ->
    [genitive] травня
   *[nominative] травень
}
month-6 = { $case ->
    [genitive] червня
   *[nominative] червень
}
month-7 = { $case ->
    [genitive] липня
   *[nominative] липень
}
month-8 = { $case ->
    [genitive] серпня
   *[nominative] серпень
}
month-9 = { $case ->
    [genitive] вересня
   *[nominative] вересень
}
month-10 = { $case ->
    [genitive] жовтня
   *[nominative] жовтень
}
month-11 = { $case ->
    [genitive] листопада
   *[nominative] листопад
}
month-12 = { $case ->
    [genitive] грудня
   *[nominative] грудень
}
quote = «{ $what }»
undated = без дати
not-stated = не вказано
unknown = невідомо
country-unknown = країну не вказано
start-heading = З ким за кордоном співпрацюють шведські громади й регіони?
start-lead = Vänort збирає те, що громади, регіони та інші сказали про міста-побратими, партнерства й мережі у світі. Біля кожного твердження видно, хто це каже, коли це сказано і чи підтвердили це обидві сторони.
start-history = Матеріал історичний. Сторінка 2012 року каже, що було у 2012 році. Якщо партнерство є тут, це ще не означає, що воно діє сьогодні.
start-figures = Що відомо
figure-partnerships = { $n ->
    [one] партнерство
    [few] партнерства
   *[many] партнерств
}
figure-countries = { $n ->
    [one] країна
    [few] країни
   *[many] країн
}
figure-statements = { $n ->
    [one] твердження з джерел
    [few] твердження з джерел
   *[many] тверджень із джерел
}
honest-own = { $n ->
    [one] { $number } громада з { $of } сама повідомила, як є.
    [few] { $number } громади з { $of } самі повідомили, як є.
   *[many] { $number } громад з { $of } самі повідомили, як є.
}
honest-others = { $n ->
    [one] Про { $number } громаду ми знаємо лише те, що кажуть інші.
    [few] Про { $number } громади ми знаємо лише те, що кажуть інші.
   *[many] Про { $number } громад ми знаємо лише те, що кажуть інші.
}
honest-silent = { $n ->
    [one] Про { $number } громаду ніхто нічого не сказав. Це не означає, що партнерств немає.
    [few] Про { $number } громади ніхто нічого не сказав. Це не означає, що партнерств немає.
   *[many] Про { $number } громад ніхто нічого не сказав. Це не означає, що партнерств немає.
}
honest-undated = { $n ->
    [one] { $number } твердження не має дати.
    [few] { $number } твердження не мають дати.
   *[many] { $number } тверджень не мають дати.
}
start-map = Громади на карті
start-map-list = Те саме списком, лен за леном
start-countries = Країни з найбільшою кількістю партнерств
start-countries-all = Усі країни
start-latest = Останні внесені твердження
start-latest-all = Більше тверджень
start-how = Як читати реєстр
start-how-ladder = Драбинка показує, хто каже, що партнерство існує. Що більше заповнених щаблів, то краще підтвердження.
start-how-disc = Круг показує, наскільки давнє останнє твердження сторін, а якщо вони нічого не сказали — інших. Заповнений — нове, порожній — давнє.
start-how-text = Якщо джерела кажуть різне, показано обидві версії.
start-how-link = Як це працює
partnerships-title = Партнерства
partnerships-count = { $n ->
    [0] Жодного партнерства
    [one] { $number } партнерство
    [few] { $number } партнерства
   *[many] { $number } партнерств
}
partnerships-none = Жодне партнерство не відповідає всім вибраним умовам.
filter-heading = Звузити список
filter-body = Шведська громада або регіон
filter-country = Країна партнера
filter-all = Усі
filter-button = Показати
filter-clear = Скасувати всі умови
filter-remove = прибрати
filter-ignored = Цю частину адреси не вдалося зрозуміти, тому її пропущено:
sort-label = Порядок
sort-name = За назвою
sort-newest = Спершу з новішим твердженням
sort-since = Спершу найдавніші
table-partnerships = Партнерства
col-partner = Партнер
col-home = Шведська сторона
col-name = Назва
col-partnerships = Партнерства
col-ended = З них завершені
col-coverage = Що відомо
col-own-word = Останнє власне твердження
col-sort = Форма
col-members = Шведські учасники
col-field = Питання
col-value = Відповідь
col-rule = Чому
col-for = Кажуть так
col-against = Кажуть інше
pages-label = Сторінки
pages-first = Перша
pages-previous = Попередня
pages-this = Сторінка { $what }
pages-of = із { $what }
pages-next = Наступна
pages-last = Остання
download-selection = Завантажити вибране:
download-list = Завантажити список:
field-kind = Форма
field-standing = Стан
field-evidence = Підтвердження
field-freshness = Твердження від
field-agreement = Угода
field-instrument = Вид угоди
field-activity = Активність
field-since = Початок
field-until = Завершення
field-effective = Дата
field-funding = Хто оплачує
field-themes = Напрями
field-written = Як записано партнера
field-declaration = Заява
field-event = Подія
field-decided = Хто вирішив
field-reference = Рішення
field-reason = Причина
field-note = Примітка реєстру
disputed = Суперечливо:
marks-help = Що означають позначки?
merged-in-year = з { $what } року у складі іншої громади
successor-confirm = Партнерство могла перейняти інша громада. Ніхто цього не підтвердив.
gone-from-list = Партнера більше немає в останньому переліку. Це не означає, що партнерство завершено.
partnership-fields = Що відомо
partnership-timeline = За часом
partnership-said = Усі твердження
timeline-since = Початок
timeline-until = Завершення
timeline-stated = Названо як наявне
cite = Послатися на сторінку
cite-text = Ця адреса не зміниться:
told-listed = Названо партнером. Більше нічого не сказано.
told-original = До джерела
told-link = Посилання на твердження
told-recorded = внесено { $what }
body-arrived = Ви перейшли за посиланням на { $what }. Воно веде сюди, бо це те саме місце.
body-no-partners = Жодне джерело не згадує партнерств. Це не означає, що їх немає.
body-as-list = списком, який можна фільтрувати й завантажити
body-on-map = на карті
body-see = Переглянути партнерства:
body-alone = Загальні твердження
body-facts = Відомості
body-map = Партнери, чиє розташування відоме. Вони ж є у списку.
activity-before-end = { $what } (сказано до завершення)
section-stated = Партнерства, що існують за джерелами
section-disputed = Суперечливі твердження
section-planned = Заплановані
section-unclear = Неясно, чи існують
section-no-longer-listed = Більше немає в останньому переліку
section-ended = Завершені
carried-over = Раніше партнером була громада «{ $what }»; треба підтвердити
coverage-last-word = Останнє власне твердження: { $what }
coverage-undated = Власні твердження є, але без дати
coverage-no-word = Реєстр не знає жодного власного твердження
fact-roles = Що це
fact-country = Країна
fact-county = Лен
fact-region = Регіон
fact-population = Населення
fact-population-town = Населення самого міста
fact-skr-group = Група громад за SKR
fact-web = Сайт
fact-scb = Код SCB
fact-org = Реєстраційний номер організації
fact-wikidata = Вікідані
fact-geonames = GeoNames
fact-source = Джерело відомостей
fact-permanent = Постійна адреса
succession-unverified = не перевірено
succession-from = Утворено { $what } року, зокрема з:
bodies-title = Громади й регіони
bodies-lead = Усі шведські громади й регіони та що відомо про їхні партнерства.
bodies-counties = Лени
bodies-regions = Регіони
countries-title = Країни
countries-lead = Країни, де шведські громади й регіони мають або мали партнерів, за кількістю партнерств.
country-part-of = Належить до держави:
country-parts = Рахуються окремо:
country-count = { $n ->
    [0] Відомих партнерств немає.
    [one] { $number } відоме партнерство, разом із запланованими й завершеними.
    [few] { $number } відомі партнерства, разом із запланованими й завершеними.
   *[many] { $number } відомих партнерств, разом із запланованими й завершеними.
}
country-none = Жодне джерело не згадує партнерства з цією країною.
country-events = Події: початок, призупинення, завершення
country-filter = звузити ще
country-most-rows = Тут перші { $number } з { $of }.
country-most-events = Тут останні події: { $number }. Є й інші.
groups-title = Мережі й ланцюги міст-побратимів
groups-lead = Співпраця, у якій понад дві сторони: ланцюги міст-побратимів і мережі.
group-members = Відомі учасники
group-no-members = Жодне джерело не називає учасників.
member-until = до { $what }
member-left = учасник вийшов
member-no-dates = час не вказано
sources-title = Джерела
sources-lead = Сторінки, рішення, статті й набори даних, із яких узято твердження.
source-publisher = Хто оприлюднив
source-kind = Хто видає
source-date = Дата
source-title = Назва
source-confidence = Звідки відомо
source-licence = Ліцензія
source-off = Це джерело вимкнено: те, що воно каже, у реєстрі не враховано.
source-statements = { $n ->
    [0] Жодного твердження
    [one] { $number } твердження
    [few] { $number } твердження
   *[many] { $number } тверджень
}
latest-title = Останні внесені твердження
latest-lead = { $n ->
    [one] { $number } твердження,
    [few] { $number } твердження,
   *[many] { $number } тверджень,
} спершу внесені найпізніше.
search-title = Пошук
search-empty = Введіть у поле пошуку назву громади, міста, країни чи мережі.
search-asked = Ви шукали «{ $what }».
search-bodies = Громади, регіони й міста
search-matched = знайдено як { $what }
search-nothing = У реєстрі немає нічого з такою назвою. Спробуйте назву громади, міста, країни, мережі або програми.
search-near = Можливо, ви шукали це?
search-near-one = схожа назва
search-country = країна
search-group = мережа
search-programme = фінансування
search-source = джерело
search-programmes = Фінансування і контакти
error-404 = Сторінку не знайдено
error-404-what = Можливо, в адресі помилка або такого в реєстрі немає. Скористайтеся полем пошуку вгорі.
error-410 = Твердження вилучено
error-410-what = Твердження було тут, але його вилучили, наприклад щоб захистити чиєсь приватне життя. У журналі видно, що воно було.
error-400 = Адресу не вдалося прочитати
error-too-long = Адреса задовга. Скоротіть запит і спробуйте ще раз.
error-not-utf8 = В адресі є символи, які не вдалося прочитати. Введіть її наново або почніть із головної сторінки.
error-500 = У нас щось пішло не так
error-500-what = Сторінку не вдалося показати. Спробуйте ще раз трохи згодом.
error-405 = Цю адресу можна лише читати, надсилати на неї дані не можна.
error-number = Якщо писатимете нам, назвіть номер помилки: { $what }
error-home = На головну сторінку
about-title = Про реєстр
about-lead = Ніхто не має повної картини міжнародної співпраці шведських громад. Vänort показує, що відомо, хто це каже, наскільки це давнє і про що ніхто нічого не сказав.
about-statements = Твердження, а не істини
about-statements-1 = Твердження — це слова одного джерела про дві сторони або про одну сторону й мережу в певний час. Твердження ніколи не змінюють і не видаляють, крім випадків, коли цього вимагає захист приватного життя. Пізніше твердження виправляє раніше.
about-statements-2 = Партнерство — це те, що твердження дають разом. Для кожного питання показано відповідь, правило, за яким її вибрано, хто каже так і хто каже інше.
about-statements-3 = Якщо про партнера не згадано, це ще ні про що не говорить. Партнер, який зник із переліку, не обов’язково припинив співпрацю, а партнер у переліку не обов’язково активний.
about-evidence = Підтвердження: хто це каже
about-freshness = Актуальність: наскільки давнє останнє твердження
about-freshness-which = Останнє твердження — це те, що найпізніше сказали самі сторони. Якщо жодна з них нічого не сказала, враховано останнє твердження інших.
about-coverage = Охоплення: що відомо про громаду чи регіон
about-kinds = Форми співпраці
about-kinds-source = Визначення відповідають трьом формам, які розрізняє SKR — асоціація шведських громад і регіонів.
about-status = Угода й активність — різні речі
about-status-text = Угода може бути чинною, хоча нічого не відбувається, а обмін може тривати й без угоди. Тому їх показано окремо.
about-rules = Як вибрано відповідь
about-rules-text = Якщо джерела кажуть різне, відповідь вибирають за цими правилами. На сторінці кожного партнерства правило стоїть поруч із відповіддю.
about-faults = Відомі недоліки
about-faults-1 = Багато сторінок не мають дати. Твердження без дати вважаємо давнішим за кожне твердження з датою, що має таку саму вагу.
about-faults-2 = Твердження з Вікіданих датовано 2016 і 2017 роками; це слова третьої сторони. Одне й те саме місто може бути записане двома способами, доки хтось не вирішить, що це одне місто.
about-maps = Карти
about-maps-text = Межі громад — спрощені межі від Статистичної служби Швеції (SCB). Межі на карті світу взято з Natural Earth; вони не виражають жодної позиції.
data-title = Дані для завантаження
data-lead = Усе, що тут показано, — відкриті дані. Користуйтеся ними вільно, указуючи джерело.
data-what = Таблиця
data-content = Зміст
data-files = Файли
download-partnerships = Партнерства
download-partnerships-what = Кожне партнерство: вибрана відповідь на кожне питання, підтвердження й останнє слово
download-bodies = Громади й регіони
download-bodies-what = Коди, назви, населення, розташування й охоплення
download-groups = Мережі
download-groups-what = Мережі й ланцюги міст-побратимів
download-sources = Джерела
download-sources-what = Хто оприлюднив, адреса, дата й ліцензія
download-statements = Твердження
download-statements-what = Що сказали джерела, слово в слово, сторінка за сторінкою
data-log = Журнал
data-log-text = Усі записи зберігаються в журналі, де кожен запис спирається на попередній. Записів у ньому: { $what }. Якщо якийсь із них змінять згодом, це буде видно.
data-log-statements = { $n ->
    [one] { $number } з них — твердження.
    [few] { $number } з них — твердження.
   *[many] { $number } з них — твердження.
}
data-pages = Кожна сторінка як дані
data-pages-text = Додайте .json до адреси сторінки, щоб отримати ті самі відомості як дані. Списки є також у форматі .csv. Дати записано за EDTF, наприклад 197X — це 1970-ті роки.
data-licences = Джерела й ліцензії
data-licence-scb = Статистична служба Швеції (SCB): коди, назви, населення й межі громад (CC0).
data-licence-geonames = GeoNames: міста, розташування й ідентифікатори (CC BY 4.0).
data-licence-wikidata = Вікідані: міста-побратими, названі у 2016 і 2017 роках, ідентифікатори (CC0).
data-licence-cldr = Unicode CLDR: назви країн (ліцензія Unicode).
data-licence-maps = Natural Earth: карта світу (суспільне надбання).
data-licence-pages = Власні сторінки громад, рішення й статті: факти переказано з посиланням на джерело.
accessibility-title = Доступність
accessibility-lead = Ми хочемо, щоб Vänort могли користуватися всі. Тут описано, наскільки сайт відповідає шведському закону про доступність цифрових публічних послуг і як повідомити, якщо щось не працює.
accessibility-state = Наскільки сайт доступний
accessibility-state-text = Сайт побудовано так, щоб він відповідав WCAG 2.1 на рівні AA та EN 301 549. Ніхто сторонній його не перевіряв. Тому ми не можемо обіцяти повної відповідності.
accessibility-known = Відомі недоліки
accessibility-known-1 = Цитати з джерел показано мовою оригіналу; мову не завжди позначено.
accessibility-known-2 = Програми читання з екрана не можуть прочитати карти. Ті самі відомості є у списку на тій самій сторінці.
accessibility-tested = Як ми перевіряли
accessibility-tested-text = Кожен вид сторінок після кожної зміни автоматично перевіряється за допомогою axe: у світлому й темному режимах і на вузькому екрані. Сайтом можна користуватися лише з клавіатури й без JavaScript.
accessibility-report = Повідомте, якщо щось не працює
accessibility-report-text = Напишіть тому, хто веде сайт, і розкажіть, що ви намагалися зробити.
accessibility-authority = Нагляд здійснює Агентство цифрового врядування Швеції. Про недоліки можна повідомити на сайті
