"""Words that hold a question together and say nothing of what it is about. Folded."""

_BY_LANGUAGE = {
    "pl": (
        "a aby albo ale bardzo bo by byc chce chcialabym chcialbym chciec co cos czego czy czym dla do "
        "gdy gdzie i ich ile ja jak jaka jakas jaki jakie jakies jakis jako jest jestem jeszcze juz kiedy "
        "kto ktora ktore ktory ktorych ktorym ktos lub ma mam mi mnie moge mogl moj moja moje moze mozna "
        "mu na nad nasz nasza nasze nie niz o od oraz po pod potrzebuje prosze przed przez przy sa sie "
        "sobie swoj swoja swoje ta tak tam te tego tej ten to trzeba tu tylko tym u w we wiec z za ze "
        "zeby zrobic robic"
    ),
    "uk": (
        "а або але будь бути в вже вона від він де для до дуже з за зі й його ким коли ласка мене мені ми "
        "може можна можу моя моє мій на над наш наша наше не ні о об по потрібен потрібно при про під "
        "своя своє свій та так таке такий там те ти то треба тут тільки у хочу хто хтось це цей ця чи чим ще що щоб "
        "щось я як яка яке який якийсь якщо які є і із її робити зробити"
    ),
    "be": (
        "а аб або ад але быць вельмі гэта гэты да дзе для з за й каб калі кім ласка магу мая мне можа "
        "можна мой мы мяне на над наш наша не ні па пад патрэбна пра пры са свая свой та так такое там то тое "
        "толькі трэба тут ты у ужо хачу хто хтосьці ці чым што я яго яе як якая якое які яна яшчэ ён ёсць "
        "і ў рабіць зрабіць"
    ),
    "ru": (
        "а быть в во где для до его ее если есть еще за и из или как какая какие какой какой-то кем когда "
        "кто ли меня мне могу может можно мой моя мы на над надо наш наша не ни но нужен нужно о об он "
        "она от очень по под пожалуйста при про с свой своя со та так такое там то только тут ты у уже хочу чем "
        "что чтобы эта это этот я делать сделать"
    ),
    "en": (
        "a about also am an and any anybody anyone anything are as at be been being by can could did do does "
        "for from get give go goes going got had has have how i if in into is it its just let lets m make "
        "makes me might must my need no not of on or our people please re really s say says should so some "
        "somebody someone something t take that the their them there these they thing things this to ve "
        "very want wants was we were what when where which who why will with would you your"
    ),
    "ar": (
        "احتاج اذا اريد ال التي الذي الى انا او اين بعض جدا ذلك على عن عند فقط في كان كل كيف لا ما ماذا "
        "متى مع من نحن هذا هذه هل هناك هو هي و يمكن افعل"
    ),
}
COMMON = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
