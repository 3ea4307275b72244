import type { KillMatrix } from './kill-matrix.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (value: string) => value.replace(/[&<>"]/g, (character) => escapes[character] as string)

/** Renders the matrix as one self-contained page: requirements in rows, the faults of the chapter in columns. */
export function killMatrixPage({ totals, chapters, faults }: KillMatrix): string {
  const does = new Map(faults.map(({ id, does }) => [id, does]))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kill matrix</title>
<style>${style}</style>
<h1>Kill matrix</h1>
<p>Each column is a fault: a small change of the reference that breaks promises. Each row is a requirement, and a dot
where the fault turns it red. <code>npm run test:all</code> proves every dot and every gap.</p>
<p>${totals.requirements} requirements, ${totals.faults} faults, ${totals.kills} kills; ${totals.reallyHappened} faults really happened.</p>
<nav>${chapters.map(({ chapter }) => `<a href="#${anchor(chapter)}">${text(chapter)}</a>`).join(' · ')}</nav>
${chapters.map((chapter) => table(chapter, does)).join('\n')}
</html>
`
}

function table({ chapter, requirements }: KillMatrix['chapters'][number], does: ReadonlyMap<string, string>): string {
  const columns = [...new Set(requirements.flatMap((requirement) => requirement.faults))]
  const heads = columns
    .map((id) => `<th scope="col" title="${text(does.get(id) ?? '')}"><span>${text(id)}</span></th>`)
    .join('')
  const rows = requirements.map(({ id, level, sentence, faults }) => {
    const cells = columns
      .map((column) => (faults.includes(column) ? `<td title="${text(column)}">●</td>` : '<td></td>'))
      .join('')
    return `<tr id="${id}"><th scope="row"><b>${id}</b> ${text(sentence)} <i>${level}</i></th>${cells}</tr>`
  })
  return `<h2 id="${anchor(chapter)}">${text(chapter)}</h2>
<div><table><thead><tr><th></th>${heads}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`
}

const anchor = (chapter: string) => chapter.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const style = `
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
body { margin: 2rem; } div { overflow-x: auto; } nav { line-height: 2 }
table { border-collapse: collapse } td, th { border: 1px solid color-mix(in srgb, currentColor 15%, transparent) }
thead th { vertical-align: bottom; padding: .3rem 0; font-weight: normal } thead span { writing-mode: vertical-rl; transform: rotate(180deg) }
tbody th { text-align: left; font-weight: normal; min-width: 22rem; max-width: 34rem; padding: .15rem .5rem; position: sticky; left: 0; background: canvas }
tbody th i { opacity: .6 } td { text-align: center; min-width: 1.2rem } tbody tr:hover > * { background: color-mix(in srgb, highlight 25%, canvas) }
`
