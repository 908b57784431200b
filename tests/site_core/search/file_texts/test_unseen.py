"""What is not seen on the page or the slide is not read, and what is seen is."""

import pytest

from site_core.search.file_texts.formats import text_of
from tests.site_core.search.file_texts import written

WORDS = "Kalarepa rośnie w ogródku"


def odt_styles(*styles: str, named: str = "automatic-styles") -> str:
    return f"<office:{named}>{''.join(styles)}</office:{named}>"


def odt_style(name: str, family: str = "text", parent: str = "", display: str = "") -> str:
    made_from = f' style:parent-style-name="{parent}"' if parent else ""
    says = f'<style:text-properties text:display="{display}"/>' if display else ""
    return f'<style:style style:name="{name}" style:family="{family}"{made_from}>{says}</style:style>'


def slide(style: str, visibility: str, text: str) -> str:
    return (
        f'<office:automatic-styles><style:style style:name="{style}" style:family="drawing-page">'
        f'<style:drawing-page-properties presentation:visibility="{visibility}"/></style:style>'
        f'</office:automatic-styles><draw:page draw:style-name="{style}"><text:p>{text}</text:p></draw:page>'
    )


def run(properties: str, text: str) -> str:
    """@ for quotation marks."""
    return f"<w:r><w:rPr>{properties.replace('@', chr(34))}</w:rPr><w:t>{text}</w:t></w:r>"


def docx_style(name: str, kind: str = "character", based_on: str = "", says: str = "") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{parent}<w:rPr>{says}</w:rPr></w:style>'


def shape(attributes: str, text: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="a" {attributes}/></p:nvSpPr>'
        f"<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


HIDDEN_ROW = "<w:trPr><w:hidden{}/></w:trPr>"
ROW = "<w:tbl><w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
TEXT_BOX = "<mc:AlternateContent><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:AlternateContent>"

UNSEEN = {
    "odt tracked deletion": written.odt(
        WORDS, inside="<text:tracked-changes><text:p>tajne</text:p></text:tracked-changes>"
    ),
    "odt comment": written.odt(
        WORDS, inside="<text:p><office:annotation><text:p>tajne</text:p></office:annotation></text:p>"
    ),
    "odt words": written.odt(
        WORDS,
        inside=odt_styles(odt_style("T1", display="none"))
        + '<text:p><text:span text:style-name="T1">tajne</text:span></text:p>',
    ),
    "odt words by the parent of a style": written.odt(
        WORDS,
        styles=odt_styles(odt_style("Ukryte", display="none"), named="styles"),
        inside=odt_styles(odt_style("T1", parent="Ukryte"))
        + '<text:p><text:span text:style-name="T1">taj<text:span>ne</text:span></text:span></text:p>',
    ),
    "odt paragraph by its style": written.odt(
        WORDS,
        inside=odt_styles(odt_style("P1", "paragraph", display="none"))
        + '<text:p text:style-name="P1">tajne</text:p>',
    ),
    "odt paragraph by a field in it": written.odt(
        WORDS,
        inside="<text:p>taj<text:note><text:note-body><text:p>tajny przypis</text:p></text:note-body></text:note>"
        'ne<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/> tajne</text:p>',
    ),
    "odt text by a condition": written.odt(
        WORDS, inside='<text:p><text:hidden-text text:is-hidden="true">tajne</text:hidden-text></text:p>'
    ),
    "odt section": written.odt(
        WORDS, inside='<text:section text:display="none"><text:p>tajne</text:p></text:section>'
    ),
    "odt section by a condition": written.odt(
        WORDS,
        inside='<text:section text:display="condition" text:is-hidden="true"><text:p>tajne</text:p></text:section>',
    ),
    "odt name of a drawing": written.odt(
        WORDS,
        inside="<text:p><draw:frame><svg:title>tajne</svg:title><svg:desc>tajne</svg:desc></draw:frame></text:p>",
    ),
    "odt shape": written.odt(
        WORDS, inside='<draw:frame draw:display="none"><text:p>tajne</text:p></draw:frame>'
    ),
    "odp notes": written.odp(
        WORDS,
        inside="<draw:page><presentation:notes><draw:frame><text:p>tajne</text:p></draw:frame>"
        "</presentation:notes></draw:page>",
    ),
    "odp slide": written.odp(WORDS, inside=slide("dp1", "hidden", "tajne")),
    "docx tracked deletion": written.docx(
        WORDS,
        inside="<w:p><w:del><w:r><w:delText>tajne</w:delText></w:r></w:del></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>tajne</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:r><w:instrText>tajne</w:instrText></w:r></w:p>",
    ),
    "docx words": written.docx(WORDS, inside=f"<w:p>{run('<w:vanish/>', 'tajne')}</w:p>"),
    "docx words by the parent of a style": written.docx(
        WORDS,
        styles=docx_style("Ukryte", says="<w:vanish/>") + docx_style("Moje", based_on="Ukryte"),
        inside=f"<w:p>{run('<w:rStyle w:val=@Moje@/>', 'tajne')}</w:p>",
    ),
    "docx paragraph by its style": written.docx(
        WORDS,
        styles=docx_style("Ukryty", "paragraph", says="<w:vanish/>"),
        inside='<w:p><w:pPr><w:pStyle w:val="Ukryty"/></w:pPr><w:r><w:t>taj</w:t></w:r>'
        f"{run('<w:b/>', 'ne')}</w:p>",
    ),
    "docx text box in hidden words": written.docx(
        WORDS,
        inside=f"<w:p><w:r><w:rPr><w:vanish/></w:rPr>{TEXT_BOX.format(run('', 'tajne'))}<w:t>tajne</w:t></w:r></w:p>",
    ),
    "docx row": written.docx(WORDS, inside=ROW.format(HIDDEN_ROW.format(""), "tajne")),
    "docx shape": written.docx(
        WORDS,
        inside=f'<w:p><w:r><w:anchor><w:docPr hidden="1"/>{TEXT_BOX.format(run("", "tajne"))}</w:anchor></w:r></w:p>',
    ),
    "pptx notes": written.pptx(WORDS, note="tajne"),
    "pptx slide": written.pptx(WORDS, hidden="tajne"),
    "pptx shape": written.pptx(WORDS, inside=shape('hidden="1"', "tajne")),
}


@pytest.mark.parametrize("kind", UNSEEN)
def test_what_is_not_seen_is_not_read(kind: str) -> None:
    assert text_of(UNSEEN[kind], kind.split()[0]) == WORDS


SEEN = {
    "odt words": written.odt(
        inside=odt_styles(odt_style("T0", display="none"), odt_style("T1", parent="T0", display="true"))
        + f'<text:p><text:span text:style-name="T1">{WORDS}</text:span></text:p>',
    ),
    "odt after what is hidden": written.odt(
        inside=odt_styles(odt_style("T1", display="none"))
        + f'<text:p><text:span text:style-name="T1">a</text:span>{WORDS}</text:p>',
    ),
    "odt a paragraph around a hidden one": written.odt(
        inside=f"<text:p>{WORDS}<draw:frame><text:p>tajne"
        '<text:hidden-paragraph text:is-hidden="true"/></text:p></draw:frame></text:p>',
    ),
    "odt by conditions": written.odt(
        inside='<text:section text:display="condition" text:is-hidden="false"><text:p>'
        f'<text:hidden-text text:is-hidden="false">{WORDS}</text:hidden-text>'
        '<text:hidden-paragraph text:is-hidden="false"/></text:p></text:section>',
    ),
    "odp slide": written.odp(inside=slide("dp1", "visible", WORDS)),
    "docx words": written.docx(inside=f"<w:p>{run('<w:vanish w:val=@0@/>', WORDS)}</w:p>"),
    "docx after what is hidden": written.docx(inside=f"<w:p>{run('<w:vanish/>', 'a')}{run('', WORDS)}</w:p>"),
    "docx a paragraph of which the mark is hidden": written.docx(
        inside=f"<w:p>{run('', '')}<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('', WORDS)}</w:p>"
    ),
    "docx words in a hidden paragraph": written.docx(
        styles=docx_style("Ukryty", "paragraph", says="<w:vanish/>"),
        inside='<w:p><w:pPr><w:pStyle w:val="Ukryty"/></w:pPr>'
        f"{run('<w:vanish w:val=@false@/>', WORDS)}<w:r><w:t>tajne</w:t></w:r></w:p>",
    ),
    "docx a paragraph after a hidden one": written.docx(
        WORDS,
        styles=docx_style("Ukryty", "paragraph", says="<w:vanish/>"),
        inside='<w:p><w:pPr><w:pStyle w:val="Ukryty"/></w:pPr><w:r><w:t>tajne</w:t></w:r></w:p>',
    ),
    "docx row": written.docx(
        inside=ROW.format(HIDDEN_ROW.format(""), "tajne")
        + ROW.format(HIDDEN_ROW.format(' w:val="off"'), WORDS)
    ),
    "docx inserted": written.docx(inside=f"<w:p><w:ins>{run('', WORDS)}</w:ins></w:p>"),
    "pptx shape": written.pptx(inside=shape('hidden="0"', WORDS) + shape('hidden="true"', "tajne")),
}


@pytest.mark.parametrize("kind", SEEN)
def test_what_is_seen_is_read(kind: str) -> None:
    assert text_of(SEEN[kind], kind.split()[0]) == WORDS


def test_a_style_made_from_itself_hides_nothing() -> None:
    endless = docx_style("A", based_on="B") + docx_style("B", based_on="A")
    data = written.docx(styles=endless, inside=f"<w:p>{run('<w:rStyle w:val=@A@/>', WORDS)}</w:p>")
    assert text_of(data, "docx") == WORDS


def test_deep_elements_are_no_trouble() -> None:
    deep = "<w:a>" * 20_000 + "</w:a>" * 20_000
    assert text_of(written.docx(WORDS, inside=deep), "docx") == WORDS
