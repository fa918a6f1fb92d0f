# Words of the list of partnerships and of a partnership's page.

partnership-unsaid = Ніхто нічого не сказав про таке: { $what }.
unsaid-since = рік початку
unsaid-until = рік завершення
filter-without = Без «{ $what }»:
as-table = Ця сторінка як таблиця (CSV)
row-successor = Увійшло до складу: { $what }. Хто тепер партнер, треба підтвердити.

# What a statement says.
field-country-written = Країна, як її записано
field-predecessor = Колишня громада
field-initiated = Ініціатива
field-quote = Цитата
field-confidence = Звідки відомо
initiated-sweden = шведська сторона
initiated-partner = партнер
initiated-both = обидві сторони
