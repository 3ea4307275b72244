import { knownReleases, parseRelease } from '../../../release/index.ts'
import type { Requirement } from '../../../src/judge/requirement.ts'
import { anchorOf, markdown } from './markdown.ts'

/** Returns the index: all requirements by chapter, with links to their pages. */
export function indexPage(requirements: readonly Requirement[]): string {
  const chapters = [...new Set(requirements.map(({ chapter }) => chapter))]
  const of = (chapter: string) => requirements.filter((requirement) => requirement.chapter === chapter)
  const newest = knownReleases.at(-1) as string
  const applying = requirements.filter(({ in: range }) => range.includes(parseRelease(newest)))
  return [
    '# Requirements',
    `${requirements.length} requirements in ${chapters.length} chapters; ${applying.length} of them apply to ${newest}. Each has a page: why it matters, the request, the answer of a conforming shop and of a broken one, what to do when it fails, where it comes from, and which faults it catches.`,
    'The pages are written by `npm run requirement-pages`, from the requirements and from runs of the reference. The secrets in them are stand-ins.',
    chapters.map((chapter) => `- [${chapter}](#${anchorOf(chapter)}): ${counts(of(chapter))}`).join('\n'),
    ...chapters.flatMap((chapter) => [`## ${chapter}`, table(of(chapter))]),
  ]
    .join('\n\n')
    .concat('\n')
}

function counts(requirements: readonly Requirement[]): string {
  const numbers = (['must', 'should', 'may'] as const).map(
    (level) => [level, requirements.filter((requirement) => requirement.level === level).length] as const,
  )
  return numbers
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level.toUpperCase()}`)
    .join(', ')
}

function table(requirements: readonly Requirement[]): string {
  const rows = requirements.map(({ id, level, advice, sentence, in: range }) => {
    const releases = range.text === 'every release' ? '' : range.text
    return `| [${id}](${id}.md) | ${advice ? 'advice' : level} | ${markdown(sentence)} | ${releases} |`
  })
  return ['| id | level | sentence | releases, if not every one |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
