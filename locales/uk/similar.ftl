alike-section = Схожі муніципалітети та регіони
alike-title = Схожі на: { $what }
alike-lead = Найбільш схожі стоять першими. Під кожною назвою вказано, що в них спільного.
alike-how = Враховано лише те, що відомо про обидві сторони. Якщо чогось бракує, це не означає відмінності. Найбільше важать кількість мешканців і група SKR, потім кордон, море, університет, розташування, теми та країни.
alike-none = Тут немає з чим порівнювати. Схожі показано лише для шведських муніципалітетів і регіонів.
alike-more = Більше схожих і чому
alike-compare = Порівняти з трьома найбільш схожими
alike-compare-with = Порівняти: { $what }
alike-size = { $one } і { $other } мешканців
alike-group = та сама група SKR: { $what }
alike-main-group = та сама головна група SKR: { $what }
alike-neighbours = сусіди
alike-county = той самий лен: { $what }
alike-coast = обидва лежать біля моря
alike-border = обидва мають сухопутний кордон із країною: { $what }
alike-university = в обох є університет або вища школа
alike-themes = спільні теми: { $what }
alike-countries = партнери в тих самих країнах: { $what }
others-title = Хто ще має партнерів у країні: { $what }
others-all = { $n ->
    [one] Показати { $number } партнерство з країною
    [few] Показати всі { $number } партнерства з країною
    [many] Показати всі { $number } партнерств із країною
   *[other] Показати всі { $number } партнерства з країною
}
others-theme = Більше партнерств на тему: { $what }
compare-title = Порівняння муніципалітетів і регіонів
compare-lead = Оберіть до чотирьох. Числа про співпрацю ведуть до списків, з яких їх узято.
compare-body = Муніципалітет або регіон { $what }
compare-button = Порівняти
compare-examples = Наприклад:
compare-unknown = Немає шведського муніципалітету чи регіону з назвою або позначенням «{ $what }».
compare-too-many = Порівняти можна не більше чотирьох. Не враховано: { $what }.
compare-download = Завантажити порівняння:
compare-what = Показник
compare-population = Мешканці
compare-group = Група SKR
compare-county = Лен
compare-all = Партнерства
compare-country-count = Кількість країн
compare-country = Країни
compare-shared-mark = спільна
compare-shared = Спільні партнери
compare-only = Країни, які є лише тут
compare-first = Найраніший відомий початок
compare-none = немає
compare-unstated = не вказано
alike-main-a = найбільші міста та муніципалітети поблизу них
alike-main-b = більші міста та муніципалітети поблизу них
alike-main-c = менші міста та сільські муніципалітети
