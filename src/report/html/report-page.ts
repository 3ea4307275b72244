import type { Report } from '../report.ts'
import { attention } from './attention.ts'
import { chapterSections, contents } from './chapters.ts'
import { blocks } from './exchange-blocks.ts'
import { filter } from './filter.ts'
import { inlined, type Markup, markup } from './markup.ts'
import { finder } from './seen.ts'
import { page } from './shell.ts'
import { about, headline, summary } from './summary.ts'

/** The scripts of the page; each needs only those before it. */
const scripts = ['dom', 'json', 'exchange', 'requirement', 'filter', 'scale', 'timeline-keys', 'timeline', 'start']

/** Renders the report as one HTML page without external files, in chunks. */
export function htmlReport(report: Report): Iterable<string> {
  return page({
    title: headline(report),
    styles: ['report.css', 'timeline.css'],
    scripts: scripts.map((name) => `browser/${name}.js`),
    body: body(report),
  })
}

function* body(report: Report): Generator<Markup> {
  const { recording } = report
  yield markup`<a class="skip" href="#requirements">Skip to the requirements</a>
<div class="page">
${contents(report)}<main>
${summary(report)}${attention(report)}${about(report)}<div id="requirements" tabindex="-1">
${filter(report)}<p id="none" class="quiet" hidden>No requirement is chosen by all of this. “Show all” lifts it.</p>
`
  yield* chapterSections(report, finder(recording))
  yield inlined('</div>\n')
  if (recording)
    yield markup`<details class="timeline" id="timeline"><summary><h2>Timeline of ${recording.exchanges.length} requests</h2></summary>
<noscript><p class="quiet">The timeline and the exchanges are drawn by the page’s script, which is switched off here.</p></noscript>
</details>
`
  yield inlined('</main>\n</div>\n<dialog id="exchange" aria-labelledby="exchange-title"></dialog>\n')
  if (recording) yield* blocks(recording)
}
