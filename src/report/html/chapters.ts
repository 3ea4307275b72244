import { countsOf } from '../../judge/verdict.ts'
import { chaptersOf } from '../grouped.ts'
import type { Report, ReportedRequirement } from '../report.ts'
import { countsLine } from './counts.ts'
import { type Markup, markup } from './markup.ts'
import { requirementItem, type Seen } from './requirement.ts'

/** Returns the anchor of a chapter, in lower case to differ from those of requirements. */
const anchorOf = (chapter: string): string => chapter.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** Yields each chapter with its requirements. */
export function* chapterSections(
  report: Report,
  seenBy: (requirement: ReportedRequirement) => Seen | undefined,
): Generator<Markup> {
  for (const [chapter, members] of chaptersOf(report.requirements))
    yield markup`<section class="chapter" id="${anchorOf(chapter)}">
<h2>${chapter}</h2>
<p class="quiet">${countsLine(countsOf(members))}</p>
${members.map((member) => requirementItem(member, seenBy(member), report))}</section>
`
}

/** Renders links to every part of the page. */
export function contents(report: Report): Markup {
  return markup`<nav aria-label="Contents"><details id="contents" open><summary>Contents</summary>
<ul>
<li><a href="#summary">Summary</a></li>
<li><a href="#attention">What to look at</a></li>
<li><a href="#about">About this run</a></li>
${report.recording && markup`<li><a href="#timeline">Timeline</a></li>\n`}</ul>
<ul>
${[...chaptersOf(report.requirements)].map(([chapter, members]) => markup`<li data-chapter="${anchorOf(chapter)}"><a href="#${anchorOf(chapter)}">${chapter}</a>${failures(members)}</li>\n`)}</ul>
</details></nav>
`
}

function failures(members: readonly ReportedRequirement[]): Markup | false {
  const count = members.filter(({ verdict }) => verdict === 'fail').length
  return count > 0 && markup` <span class="verdict" data-verdict="fail">${count} fail</span>`
}
