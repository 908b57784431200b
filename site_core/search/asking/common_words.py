"""Words that hold a question together and say nothing of what it is about. Folded."""

_BY_LANGUAGE = {
    "pl": (
        "a aby albo ale bo by byc co cos czego czy czym dla do gdy gdzie i ich ile ja jak jaka jaki jakie "
        "jako jest jestem kiedy kto ktora ktore ktory ktorych ktorym ktos lub ma mam mi mnie moge moj "
        "moja moje mozna mu na nad nie niz o od oraz po pod przed przez przy sa sie sobie ta tak tam te "
        "tego tej ten to tu tym u w we wiec z za ze zeby"
    ),
    "uk": (
        "а або але бути в вона від він де для до з за зі й його ким коли мене мені ми можна можу моя моє "
        "мій на над не ні о об по при про під та так там те ти то тут у хто хтось це цей ця чи чим що щоб "
        "щось я як яка яке який якщо які є і із її"
    ),
    "be": (
        "а аб або ад але быць гэта гэты да дзе для з за й каб калі кім магу мая мне можна мой мы мяне на "
        "над не ні па пад пра пры са та так там то тое тут ты у хто хтосьці ці чым што я яго яе як якая "
        "якое які яна ён ёсць і ў"
    ),
    "ru": (
        "а быть в во где для до его ее если есть за и из или как какая какие какой кем когда кто ли меня "
        "мне могу можно мой моя мы на над не ни но о об он она от по под при про с со та так там то тут "
        "ты у чем что чтобы эта это этот я"
    ),
    "en": (
        "a an and any are as at be by can do does for from had has have how i if in into is it its me my "
        "no not of on or our s should so some t that the their them there these they this to was we what "
        "when where which who why will with you your"
    ),
    "ar": (
        "اذا ال التي الذي الى انا او اين ذلك على عن في كان كيف لا ما ماذا متى مع من نحن هذا هذه هل هو هي و"
    ),
}
COMMON = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
