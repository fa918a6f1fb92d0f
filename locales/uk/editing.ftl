# Words of the editor's pages.

editing-title = Редакція
editing-lead = Тут уносять твердження зі списків і з Вікіданих, і тут людина вирішує те, у чому комп’ютер не впевнений.
editing-loopback = Ці сторінки відкриті лише на комп’ютері, де працює сервіс. Вхід для редакторів з’явиться згодом.
editing-waiting = { $n ->
    [one] випадок чекає на перевірку
    [few] випадки чекають на перевірку
   *[many] випадків чекають на перевірку
}
editing-imported = { $n ->
    [one] список унесено
    [few] списки внесено
   *[many] списків унесено
}
error-403 = Тут сторінка закрита
error-403-what = Сторінки редакції відкриті лише на комп’ютері, де працює сервіс. Відкрийте їх там за адресою 127.0.0.1.
error-403-form = Форму надіслано з іншого сайту, тому її не прийнято. Поверніться, оновіть сторінку й спробуйте ще раз.
error-413 = Файл завеликий
error-413-what = Файл може мати щонайбільше 32 мегабайти. Поділіть його або скористайтеся командою vanort import.

error-form = Форму не вдалося прочитати. Поверніться й спробуйте ще раз.

review-title = Перевірка
review-left = { $n ->
    [0] На перевірку нічого не чекає.
    [one] На перевірку чекає { $number } випадок.
    [few] На перевірку чекають { $number } випадки.
   *[many] На перевірку чекають { $number } випадків.
}
review-left-of = У вибраному на перевірку чекають { $number } з { $of }.
review-decided = Рішення записано.
review-decided-same = Те саме, що { $what }.
review-decided-different = Не те саме: { $what }.
review-decided-own = { $what } — нова сторона.
review-decided-nobody = «{ $what }» — не сторона.
review-decided-later = { $what } — в кінці черги.
review-undo = Скасувати
review-filter = Показати
review-filter-doubt = Що неясно
review-filter-country = Країна
review-filter-source = Джерело
review-no-country = Країну не вказано
review-named = Що написано
review-more = { $n ->
    [one] і ще в { $number } твердженні
   *[many] і ще у { $number } твердженнях
}
review-candidates = Що це?
review-no-candidates = Немає припущень
review-same = Це воно
review-different = Не це
review-other = Інше місце, громада чи регіон
review-other-same = Це воно
review-other-not-found = Для «{ $what }» нічого певного не знайдено. Напишіть повну назву або ідентифікатор зі сторінки сторони.
review-other-choose = Або виберіть тут:
review-decisions = { $n ->
    [one] Останнє { $number } рішення
    [few] Останні { $number } рішення
   *[many] Останні { $number } рішень
}
review-own = Нова сторона
review-nobody = Не сторона
review-later = Пізніше
review-skip = Пропустити
review-map = Припущення на карті разом зі шведською громадою.
review-on-map = Подивитися місце на OpenStreetMap
review-partner-of = уже є партнером: { $what }
review-population = { $n ->
    [one] { $number } мешканець
    [few] { $number } мешканці
   *[many] { $number } мешканців
}
review-how = Рішення діє для всіх тверджень із тими самими словами й країною; їх наведено вище. Кожне рішення можна скасувати.
review-how-different = «Не це» реєстр запам’ятовує, щоб нікого не питати двічі.
review-how-new = «Нова сторона» означає, що слова називають місце, громаду або регіон, яких немає в таблицях; реєстр їх додає. «Не сторона» означає, що слова нікого не називають, тому партнерства не буде.
review-how-later = «Пізніше» ставить випадок у кінець.
review-empty = На перевірку нічого не чекає. Усе, у чому комп’ютер не був упевнений, вирішено.
review-empty-filter = { $n ->
    [one] У вибраному немає випадків. Усього чекає { $number } випадок.
    [few] У вибраному немає випадків. Усього чекають { $number } випадки.
   *[many] У вибраному немає випадків. Усього чекають { $number } випадків.
}
review-show-all = Показати всі випадки

collection-municipal-pages = Сайти громад
collection-ukraine = Україна
collection-china = Китай
collection-events = Події
collection-wikidata = Вікідані
collection-lists = Унесені списки

doubt-alike = Два місця, схожі на одне
doubt-no-country = Країну не вказано
doubt-several = Є кілька місць із такою назвою
doubt-nearly = Відома лише схожа назва
doubt-elsewhere = Назва відома в іншій країні, ніж указано
doubt-unknown = Такої назви немає серед відомих

reason-same-name = та сама назва
reason-other-name = інша назва цього місця
reason-without-level = та сама назва без слова «громада», «регіон» чи подібного
reason-latin = та сама назва, записана латинкою за вимовою
reason-respelled = та сама назва в іншому написанні
reason-one-of-two = одна з двох назв, що стоять поруч
reason-shortened = назва без доповнення
reason-slips = { $n ->
    [one] назва відрізняється { $number } знаком
   *[many] назва відрізняється { $number } знаками
}
reason-country = країна збігається
reason-other-country = країна інша, ніж указано: { $what }
reason-no-country = країну не вказано
reason-lies-in = розташування: { $what }
reason-not-there = невідомо, чи лежить це місце там, де сказано
reason-level = рівень збігається ({ $what })
reason-only-one = лише одне місце має таку назву
reason-largest = значно більше за інші місця з такою назвою
reason-not-on-map = розташування невідоме
reason-official = є в офіційному переліку
reason-ceased = більше не існує ({ $what })
reason-own-in = уже внесено як окрему сторону; розташування: { $what }
reason-known = на користь: уже є в реєстрі
level-region = регіон
level-county = лен, область або район
level-municipality = громада або місто
level-part = частина міста

imports-title = Списки
imports-lead = Унесіть список міст-побратимів або відповідь Вікіданих. Спершу ви побачите, що зробить кожен рядок. Нічого не зміниться, доки ви не підтвердите.
fault-foreign = Файл не є таблицею. Збережіть список як XLSX, ODS або CSV і спробуйте ще раз.
fault-empty = Файл порожній.
fault-unpacks-too-large = Вміст файлу завеликий після розпакування. Поділіть список на менші файли.
fault-gone = Списку вже немає на столі: там водночас може бути не більше 50 списків або 64 мегабайтів. Прочитайте файл ще раз.
fault-too-many = У таблиці більше рядків або стовпців, ніж можна прочитати (200 000 рядків, 500 стовпців). Поділіть її.
fault-long-cell = Рядок { $number }: клітинка має понад 32 767 символів, більше, ніж вміщує електронна таблиця, тож частину було б втрачено. Скоротіть її або поставте лапки, яких бракує, і спробуйте ще раз.
fault-unreadable = Рядок { $number }: символ не вдалося прочитати. Він в іншому кодуванні, ніж решта файлу, або його втрачено під час перетворення файлу. Відкрийте список, виправте рядок, збережіть його як XLSX або як CSV у кодуванні UTF-8 і спробуйте ще раз.
fault-damaged = Файл пошкоджено або записано не так, як вимагає формат. Відкрийте його, збережіть наново як XLSX або CSV і спробуйте ще раз.
fault-no-answer = Файл не є відповіддю служби запитів Вікіданих. Отримайте відповідь у форматі JSON за запитом, який виводить команда vanort import wikidata --show-query.
fault-date = Дату не вдалося прочитати, або вона ще не настала. Напишіть рік (2011), місяць (2011-03) або день (2011-03-05).
fault-url = Адреса має починатися з https:// або http://.
fault-publisher = Поле «Хто оприлюднив» містить електронну адресу, номер телефону або особистий номер. Укажіть лише назву того, хто оприлюднив список.
fault-failed = Список не вдалося внести. Нічого не змінено. Спробуйте ще раз; якщо це не допоможе, причину вказано в журналі сервісу.
imports-file = Файл
imports-file-what = CSV, XLSX або ODS чи відповідь служби запитів Вікіданих у форматі JSON. Щонайбільше 32 мегабайти. Файл можна перетягнути сюди.
imports-bring = Прочитати файл
imports-pending = На робочому столі
imports-done = Унесені списки
imports-none = Ще не внесено жодного списку.
imports-what = Список
imports-day = Унесено
imports-rows = Рядки
imports-state = Стан
imports-counts = Чинний.
imports-withdrawn = Відкликаний.
imports-withdraw = Відкликати
imports-restore = Повернути

import-title = Список: { $what }
import-sheet = Аркуш
import-one-of = У файлі кілька аркушів. Тут читається аркуш «{ $sheet }». Інші: { $others }.
import-sheet-choose = Вибрати інший аркуш
import-sheet-what = Якщо змінити аркуш, список буде прочитано спочатку.
import-body = Чий це список
import-body-what = Заповніть, якщо в рядках не названо громаду чи регіон, наприклад «Växjö».
import-whose = У рядках не сказано, чий це список. За словами «{ $by }» його читають як список від { $body }. Якщо це не так, виправте нижче.
import-plan = Що зробить цей список
import-partnerships = { $n ->
    [one] { $number } нове партнерство
    [few] { $number } нові партнерства
   *[many] { $number } нових партнерств
}
import-bodies = { $n ->
    [one] { $number } нова сторона
    [few] { $number } нові сторони
   *[many] { $number } нових сторін
}
import-makes = { $one } та { $other }.
import-nothing-new = Реєстр уже знає все з цього списку. Вносити нічого.
import-publisher-first = Укажіть нижче, хто оприлюднив список, і перевірте ще раз. Тоді список можна буде внести.
import-commit = Унести список
import-commit-what = Буде внесено все або нічого. Список можна відкликати цілком.
import-done = { $n ->
    [one] Список унесено: { $number } запис у журналі.
    [few] Список унесено: { $number } записи в журналі.
   *[many] Список унесено: { $number } записів у журналі.
}
import-to-review = До перевірки
import-to-imports = До списків
import-progress = Читаємо рядок { $number } з { $of } …
import-reload = Показати поточний стан
import-findings = Варто переглянути
import-more-rows = { $n ->
    [one] і ще { $number } рядок
    [few] і ще { $number } рядки
   *[many] і ще { $number } рядків
}
import-rows = Рядок за рядком
import-all-rows = Усі рядки
import-show = Показати рядки
import-line = Рядок
import-subject = Сторона
import-partner = Партнер
import-becomes = Як зрозуміло
import-fate = Що зробить рядок
import-new-body = нова сторона
import-new-body-of = нове в реєстрі: { $what }
import-says-none = повідомляє, що партнерів немає
import-decided = { $what }. Партнера визначено під час перевірки.
import-mapping = Як прочитано стовпці
import-mapping-what = Виправте помилки й перевірте ще раз. Виправлення зберігаються разом зі списком.
import-missing = Немає стовпця, який містить: { $what }. Виберіть його нижче.
import-header = Заголовок
import-means = Що означає
import-because = Чому
import-sample = Приклади
import-fill-down = Порожня клітинка для громади означає те саме, що вище
import-several = В одній клітинці може бути кілька партнерів, наприклад «Турку (Фінляндія), Берген (Норвегія)»
import-source = Джерело
import-source-what = Кожне твердження має назване джерело. Хто оприлюднив список?
import-publisher = Хто оприлюднив
import-url = Адреса
import-date = Дата (рік, місяць або день)
import-licence = Ліцензія
import-everywhere = Унести також пари без шведської сторони
import-try = Перевірити
import-try-what = У реєстрі нічого не зміниться.

because-header = так каже заголовок
because-content = на це вказує вміст
because-editor = ваш вибір
because-remembered = ви обрали це для списку з такими самими заголовками
because-nothing = ніщо на це не вказує
column-own = Шведська громада або регіон
column-own-code = Її код SCB
column-own-country = Її країна
column-own-wikidata = Її елемент у Вікіданих
column-partner = Партнер
column-partner-country = Країна партнера
column-partner-wikidata = Елемент партнера у Вікіданих
column-kind = Форма
column-status = Стан
column-instrument = Письмова угода
column-since = Від
column-until = До
column-themes = Напрями
column-funding = Хто оплачує
column-said = Дата твердження
column-quoted = Джерело в рядку
column-note = Примітка
column-ignored = Не використано

fate-new = Нове твердження
fate-new-partnership = Нове твердження про нове партнерство
fate-changes = Змінює реєстр
fate-changes-what = Змінює: { $what }
import-change = { $what }: { $one } → { $other }
fate-ambiguous = Нове твердження, партнер непевний
fate-ambiguous-what = { $n ->
    [0] Нове твердження. Партнер невідомий, його передано на перевірку.
    [one] Нове твердження. Партнер непевний, його передано на перевірку: { $number } припущення.
    [few] Нове твердження. Партнер непевний, його передано на перевірку: { $number } припущення.
   *[many] Нове твердження. Партнер непевний, його передано на перевірку: { $number } припущень.
}
fate-known = Уже відоме
fate-known-withdrawn = Відоме з відкликаного списку
fate-known-withdrawn-what = Відоме з відкликаного списку { $what }, який можна повернути
fate-refused = Не внесено
fates-new = { $n ->
    [one] нове твердження
    [few] нові твердження
   *[many] нових тверджень
}
fates-changes = { $n ->
    [one] твердження, що змінює реєстр
    [few] твердження, що змінюють реєстр
   *[many] тверджень, що змінюють реєстр
}
fates-ambiguous = { $n ->
    [one] нове твердження з непевним партнером
    [few] нові твердження з непевним партнером
   *[many] нових тверджень із непевним партнером
}
fates-known = { $n ->
    [one] уже відоме
    [few] уже відомі
   *[many] уже відомих
}
fates-known-withdrawn = { $n ->
    [one] відоме з відкликаного списку
    [few] відомі з відкликаного списку
   *[many] відомих із відкликаного списку
}
fates-refused = { $n ->
    [one] рядок не внесено
    [few] рядки не внесено
   *[many] рядків не внесено
}
refused-no-subject = Не внесено: рядок не каже, чий це партнер.
refused-no-partner = Не внесено: у рядку немає партнера.
refused-not-swedish = Не внесено: жодна шведська громада чи регіон не має такої назви.
refused-no-swedish-side = Не внесено: жодна зі сторін не шведська.
refused-itself = Не внесено: обидві сторони однакові.
refused-personal = Не внесено: назва містить електронну адресу, номер телефону або особистий номер.
refused-names-nobody = Не внесено: рядок є підсумком або заголовком.
refused-unclear-end = Не внесено: слова про стан, здається, кажуть, що співпраця завершилась або призупинена, але їх не зрозуміло. Напишіть, наприклад, “avslutat 2022” або “vilande”.
refused-unreadable = Не внесено: рядок не вдалося прочитати.
finding-contradiction = { $n ->
    [one] { $number } відомість різна в різних рядках
    [few] { $number } відомості різні в різних рядках
   *[many] { $number } відомостей різні в різних рядках
}
contradiction-said = у рядку { $line } — { $what }
contradiction-holds = Діяв би рядок { $number }.
contradiction-by-order = Діяв би рядок { $number } лише для того, щоб відповідь завжди була однакова: ніщо не вказує, який рядок правильний. Виправте список.
contradiction-none = Жоден не діяв би; реєстр показує: { $what }.
contradiction-none-shown = Жоден не був би показаний.
finding-personal = { $n ->
    [one] { $number } поле містить електронну адресу, номер телефону або особистий номер; його не внесено.
    [few] { $number } поля містять електронні адреси, номери телефону або особисті номери; їх не внесено.
   *[many] { $number } полів містять електронні адреси, номери телефону або особисті номери; їх не внесено.
}
finding-not-understood = { $n ->
    [one] { $number } значення не зрозуміло; це нічого не змінює.
    [few] { $number } значення не зрозуміло; це нічого не змінює.
   *[other] { $number } значень не зрозуміло; це нічого не змінює.
}
finding-end-before-start = { $n ->
    [one] { $number } рік завершення передує року початку; його не внесено.
    [few] { $number } роки завершення передують року початку; їх не внесено.
   *[many] { $number } років завершення передують року початку; їх не внесено.
}
finding-names-nobody = { $n ->
    [one] { $number } рядок є підсумком або заголовком; його пропущено.
    [few] { $number } рядки є підсумками або заголовками; їх пропущено.
   *[many] { $number } рядків є підсумками або заголовками; їх пропущено.
}
finding-one-sided = { $n ->
    [one] { $number } пару вказує лише одна сторона
    [few] { $number } пари вказує лише одна сторона
   *[many] { $number } пар указує лише одна сторона
}
finding-other-country = { $n ->
    [one] { $number } партнер, здається, розташований в іншій країні, ніж указано
    [few] { $number } партнери, здається, розташовані в іншій країні, ніж указано
   *[many] { $number } партнерів, здається, розташовані в іншій країні, ніж указано
}
finding-itself = { $n ->
    [one] У { $number } рядку обидві сторони однакові
    [few] У { $number } рядках обидві сторони однакові
   *[many] У { $number } рядках обидві сторони однакові
}
finding-repeated = { $n ->
    [one] { $number } рядок повторює попередній
    [few] { $number } рядки повторюють попередній
   *[many] { $number } рядків повторюють попередній
}
