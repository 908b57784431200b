"""Words for the samples: real ones, since a layout that holds for «Lorem» breaks on «Międzynarodowy».

Titles and leads are those of the demonstration content.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    short_title: str
    long_title: str
    lead: str
    sentence: str
    place: str
    unit: str
    term: str


IN_POLISH = Words(
    short_title="Słyszę? Reaguję.",
    long_title="Międzynarodowy Dzień Języka Ojczystego: krakowskie głosy",
    lead="Ktoś obok jest obrażany w tramwaju albo w sklepie. Nie musisz być bohaterem.",
    sentence="Zareaguję bezpiecznie albo wezwę pomoc.",
    place="Filia biblioteki na osiedlu",
    unit="Straż Miejska Miasta Krakowa",
    term="świadek",
)

IN_LANGUAGE = {
    "en": Words(
        short_title="I hear it, I respond",
        long_title="International Mother Language Day: voices of Kraków",
        lead="Somebody near you is being insulted on a tram or in a shop. You need not be a hero.",
        sentence="I will respond safely or call for help.",
        place="A branch of the library",
        unit="Kraków City Guard",
        term="bystander",
    ),
    "uk": Words(
        short_title="Чую – реагую",
        long_title="Міжнародний день рідної мови: голоси Кракова",
        lead="Когось поруч ображають у трамваї чи в крамниці. Не треба бути героєм.",
        sentence="Я відреагую безпечно або покличу на допомогу.",
        place="Філія бібліотеки",
        unit="Міська варта Кракова",
        term="свідок",
    ),
    "be": Words(
        short_title="Чую – рэагую",
        long_title="Міжнародны дзень роднай мовы: галасы Кракава",
        lead="Некага побач абражаюць у трамваі або ў краме. Не трэба быць героем.",
        sentence="Я адрэагую бяспечна або паклічу на дапамогу.",
        place="Філіял бібліятэкі",
        unit="Гарадская варта Кракава",
        term="сведка",
    ),
    "ar": Words(
        short_title="أسمع فأتصرف",
        long_title="اليوم الدولي للغة الأم: أصوات كراكوف",
        lead="شخص بقربك يتعرض للإهانة في الترام أو في المتجر. لست مضطرًا لأن تكون بطلًا. تعرّف على خمس طرق آمنة.",
        sentence="سأتصرف بأمان أو أطلب المساعدة.",
        place="فرع المكتبة في الحي",
        unit="حرس مدينة كراكوف",
        term="شاهد",
    ),
}
