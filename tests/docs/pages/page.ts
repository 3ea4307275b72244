import type { Fault } from '../../../faults/fault.ts'
import { confirmedBy, historyOf } from '../../../src/cli/history.ts'
import type { Requirement } from '../../../src/judge/requirement.ts'
import { linkOf, thread } from '../../../src/judge/source.ts'
import { untestable } from '../../../src/perform/access.ts'
import { brokenExample, conformingExample } from './example-text.ts'
import { type Examples, faultsOf } from './examples.ts'
import { anchorOf, asSentence, inCode, markdown } from './markdown.ts'
import { sourceLines, specLink } from './sources.ts'

const mostFaults = 12

/** The meaning of each level, for readers of a page. */
const levels: Record<Requirement['level'], string> = {
  must: '**MUST**: where it does not hold, the shop does not conform.',
  should: '**SHOULD**: where it does not hold, the run warns.',
  may: '**MAY**: where it does not hold, the run warns; worth knowing.',
}
const advised = '**Advice**: Magento itself does otherwise; told, and never counted against conformance.'

/** Returns the page of a requirement, as Markdown. */
export function requirementPage(requirement: Requirement, examples: Examples): string {
  const { id, level, chapter, sentence, why } = requirement
  return [
    `# ${id}`,
    `**${markdown(asSentence(sentence))}**`,
    `[${chapter}](README.md#${anchorOf(chapter)}) · ${requirement.advice ? advised : levels[level]}`,
    '## Why it matters',
    markdown(why),
    '## The answer of a conforming shop',
    ...conformingExample(requirement, examples),
    '## The answer of a broken one',
    ...brokenExample(requirement, examples),
    '## When it fails',
    bullets(whatToDo(requirement)),
    '## Where it comes from',
    bullets(facts(requirement)),
    '## Faults that it catches',
    bullets(faultLines(requirement, examples)),
  ]
    .join('\n\n')
    .concat('\n')
}

function whatToDo(requirement: Requirement): string[] {
  const { id, next, in: range, needs, advice, scenario } = requirement
  const happened = faultsOf(requirement).filter(({ origin }) => origin)
  return [
    ...(next ? [markdown(asSentence(next))] : []),
    ...(range.text === 'every release'
      ? []
      : [`Make sure that the run judges by the shop’s own release (\`MAGENTO_RELEASE\`): this holds ${range.text}.`]),
    ...happened.slice(0, 3).map((fault) => `${originOf(fault)} has it so: ${markdown(fault.does)}.`),
    `Ask it alone: \`npm run contract -- ${scenario ? 'replay' : '--only'} ${id}\`${needs.length ? `, with ${needs.join(' and ')}` : ''}.${scenario ? ' It shows each exchange as it happens.' : ''} The report has the request as a script for curl.`,
    ...(advice ? [] : ['Compare the answer with the faults below: each is a way to get this wrong.']),
    'If the shop is right and this page is not, say so in an issue, with the recording.',
  ]
}

function facts({ id, in: range, source, needs, unless, scenario }: Requirement): string[] {
  const confirmed = confirmedBy(range, source)
  const every = range.text === 'every release'
  return [
    `Releases: ${range.text}${every ? '' : ` (${historyOf(range)})`}${confirmed.length ? `; recorded shops that answered so: ${confirmed.join(', ')}` : ''}`,
    ...sourceLines(source),
    ...unless.map(({ why, setting }) => `${setting ? 'Untestable' : 'Inapplicable'} where ${markdown(why)}`),
    ...needs.map((power) => `Needs the power \`${power}\`: ${markdown(untestable(power).setting)}`),
    `Written in ${specLink(id)}${scenario ? '' : ', about every exchange of the run'}`,
  ]
}

function faultLines(requirement: Requirement, { remedy }: Examples): string[] {
  const faults = faultsOf(requirement)
  const lines = faults
    .slice(0, mostFaults)
    .map((fault) => `\`${fault.id}\`: ${markdown(fault.does)}${fault.origin ? ` (${originOf(fault)})` : ''}`)
  if (remedy) lines.push(`none; its remedy is \`${remedy.id}\`: ${markdown(remedy.does)}`)
  const more = faults.length - mostFaults
  return more > 0 ? [...lines, `${more} more, in the [kill matrix](../kill-matrix.html)`] : lines
}

function originOf({ origin = '' }: Fault): string {
  const link = linkOf(thread(origin))
  return link ? `[${origin}](${link})` : inCode(origin)
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
