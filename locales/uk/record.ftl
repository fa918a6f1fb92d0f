# Words of records for the file.

record-save = Зберегти як PDF
record-kind = Службова записка
record-title = Правова оцінка міжнародної співпраці
record-file = pravova-otsinka
record-page = Сторінка
record-made = Складено
record-decision = День рішення
record-actor = Хто ухвалює рішення
record-country = Країна
record-answer = Відповідь коротко
record-part = Частина: { $what }
record-checked = перевірено { $what }
record-fired = Правила, які дали відповідь
record-not-fired = Правила, які перевірено, але які не застосовуються, із вирішальним запитанням
record-about = Про цю оцінку
record-again = Цю відповідь склала програма з наведених вище відомостей. Ті самі відомості й ті самі правила дають ту саму відповідь. Контрольна сума показує, які правила діяли.
record-address = Адреса оцінки:
record-busy = Зараз багато хто хоче отримати PDF. Спробуйте ще раз за хвилину.
