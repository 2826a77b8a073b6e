"""Articles and what is said in them, laid out for a reader at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.models import Article, Attribution, Candidate, Cut, Kind, Quote
from onrecord.said import Said

# below this a quote is greyed: at least two in five such attributions are wrong
_SHAKY = 0.6
_COLOURS: dict[Kind, str] = {"direct": "green", "mixed": "cyan", "indirect": "yellow"}
_CUT_SHOWN = 60  # characters of each stretch that was cut
# a page's control characters would steer the terminal
_CONTROLS = {code: "�" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def said_listing(article: Article, said: Sequence[Said], *, verbose: bool) -> RenderableType:
    """Return the article's headline and its quotes; with `verbose` also all the evidence."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=max(map(len, _COLOURS)))
    table.add_column(overflow="fold")
    for one in said:
        table.add_row(_kind(one.quote), _quote(one, verbose=verbose))
    if not said:
        table.add_row("", plain("nobody says anything here", "dim"))
    parts: list[RenderableType] = [_heading(article), Padding(table, (1, 0, 1, 1))]
    if verbose and article.cuts:
        parts.append(_cuts(article))
    return Group(*parts)


def article_listing(article: Article, *, verbose: bool) -> RenderableType:
    """Return the article as read, paragraph by paragraph; with `verbose` also what was cut."""
    parts: list[RenderableType] = [_heading(article)]
    for line in article.paragraphs:
        parts.append(Padding(plain(article.text[line.start : line.end]), (1, 0, 0, 1)))
    parts.append(Text())
    if verbose and article.cuts:
        parts.append(_cuts(article))
    return Group(*parts)


def _heading(article: Article) -> RenderableType:
    source = article.source
    told = " · ".join(fact for fact in (source.byline, source.published) if fact)
    address = plain(source.url, "dim")
    address.no_wrap, address.overflow = True, "ignore"  # whole, so that it can be clicked
    lines = (plain(article.headline or article.id, "bold"), plain(told, "dim"), address)
    return Group(*(line for line in lines if line))


def _kind(quote: Quote) -> Text:
    return plain(quote.kind, _COLOURS[quote.kind])


def _quote(said: Said, *, verbose: bool) -> Text:
    quote, attribution = said.quote, said.quote.attribution
    words = quote.text if quote.kind == "indirect" else f"“{quote.text}”"
    shaky = attribution.probability < _SHAKY
    out = plain(words, "dim" if shaky else "")
    out.append_text(plain(f"\n{said.speaker or 'nobody named'}", "dim" if shaky else "bold"))
    where = "" if quote.part == "body" else f" · {quote.part}"
    out.append_text(plain(f" — {said.day or 'day unknown'}{where} · {attribution.rule_id}", "dim"))
    if verbose:
        for line in _evidence(attribution):
            out.append_text(plain(f"\n  {line}", "dim"))
        for inner in said.nested:
            out.append_text(plain(f"\n  inside it: “{inner.text}”", "dim"))
    return out.append("\n")


def _evidence(attribution: Attribution) -> list[str]:
    """Return how the source was found, and who lost with why, a line each."""
    mention, cue = attribution.mention, attribution.cue
    lines = [f"{attribution.probability:.2f} no source"]
    if mention:
        lines = [_candidate(attribution.candidates[0])]
    if cue:
        lines.append(f"     cue “{cue.text}” ({cue.cue_class})")
    lost = attribution.candidates[1 if mention else 0 :]
    return [*lines, *(f"{_candidate(candidate)} – lost" for candidate in lost)]


def _candidate(candidate: Candidate) -> str:
    mention = candidate.mention
    return f"{candidate.probability:.2f} “{mention.text}” ({mention.type}): {candidate.why}"


def _cuts(article: Article) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(no_wrap=True, overflow="ellipsis")
    for cut in article.cuts:
        table.add_row(plain(cut.reason, "red"), plain(_shown(article, cut), "dim"))
    return Group(plain("cut from the page", "bold"), Padding(table, (0, 0, 1, 1)))


def _shown(article: Article, cut: Cut) -> str:
    words = " ".join(article.text[cut.span.start : cut.span.end].split())
    return words if len(words) <= _CUT_SHOWN else f"{words[:_CUT_SHOWN]}…"


def plain(text: str, style: str = "") -> Text:
    """Return text of a page as it is: no markup, no control characters."""
    return Text(text.translate(_CONTROLS), style=style)
