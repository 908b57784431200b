"""Forms of words that have to meet: one line a word, one form after the other."""

FORMS = {
    "pl": """
        mowa mowy mowie mowę mową mowo mów mowom mowami mowach
        nienawiść nienawiści nienawiścią
        szkoła szkoły szkole szkołę szkołą szkół szkołom szkołami szkołach
        uczeń ucznia uczniowi uczniem uczniu uczniowie uczniów uczniom uczniami uczniach
        nauczycielka nauczycielki nauczycielce nauczycielkę nauczycielką nauczycielek nauczycielkom
        dziecko dziecka dziecku dzieckiem dzieci dzieciom dziećmi dzieciach
        świadek świadka świadkowi świadkiem świadku świadkowie świadków świadkom świadkami świadkach
        warsztat warsztatu warsztatem warsztacie warsztaty warsztatów warsztatom warsztatami warsztatach
        hejt hejtu hejtowi hejtem hejcie hejty
        kampania kampanii kampanię kampanią kampanie kampaniom kampaniami kampaniach
        zgłosić zgłoszę zgłosi zgłosił zgłosiła zgłoście
        rodzic rodzica rodzicowi rodzicem rodzice rodziców rodzicom rodzicami rodzicach
        cudzoziemiec cudzoziemca cudzoziemcowi cudzoziemcem cudzoziemcy cudzoziemców cudzoziemcom
        Kraków Krakowa Krakowowi Krakowem Krakowie
    """,
    "uk": """
        мова мови мові мову мовою мово мов мовам мовами мовах
        ворожнеча ворожнечі ворожнечу ворожнечею
        школа школи школі школу школою шкіл школам школами школах
        учень учня учневі учнем учні учнів учням учнями учнях
        дитина дитини дитині дитину дитиною діти дітей дітям дітьми дітях
        свідок свідка свідкові свідком свідки свідків свідкам свідками
        комп'ютер комп’ютера компʼютером комп`ютері
        поліція поліції поліцію поліцією
        повідомити повідомлю повідомить повідомив повідомила
    """,
    "be": """
        мова мовы мове мову мовай
        нянавісць нянавісці нянавісцю
        школа школы школе школу школай школам школамі школах
        дзеці дзецям дзецях
        вучань вучня вучню вучнем вучні вучням вучнямі
        паліцыя паліцыі паліцыю паліцыяй
        падзея падзеі падзею падзеяй падзеям
    """,
    "ru": """
        язык языка языку языком языке языки языков языкам языками языках
        вражда вражды вражде вражду враждой
        ребёнок ребенка ребёнку детей детям детьми
    """,
    "en": """
        child children child's children's
        person people
        campaign campaigns
        report reports reported reporting
        teacher teachers
        lesson lessons
        city cities
        write written wrote writes
    """,
    "ar": """
        مدرسة المدرسة بالمدرسة والمدرسة للمدرسة
        كراهية الكراهية والكراهية
        خطاب الخطاب وخطاب بخطاب
        طفل الطفل للطفل
    """,
}
LEAST = {"pl": 0.99, "uk": 0.99, "be": 0.85, "ru": 0.99, "en": 0.99, "ar": 0.85}
"""Of the pairs of forms of one word, how many have to find each other, with all dictionaries there."""
