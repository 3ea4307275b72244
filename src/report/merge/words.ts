import type { verdicts } from '../../judge/verdict.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import type { Outcome } from '../outcome.ts'
import { selectionText } from '../selection.ts'
import { isUnheld, type Merged, type MergedShop, type Turned } from './merged.ts'

/** Returns `3 shops: 2 conformant, 1 not`. */
export function titleOf({ shops }: Merged): string {
  const count = (...which: MergedShop['conformant'][]) =>
    shops.filter(({ conformant }) => which.includes(conformant)).length
  const [good, bad, unknown] = [count('yes', 'as far as tested'), count('no'), count('unknown')]
  const parts = [`${good} conformant`, ...(bad ? [`${bad} not`] : []), ...(unknown ? [`${unknown} not known`] : [])]
  return `${shops.length === 1 ? '1 shop' : `${shops.length} shops`}: ${parts.join(', ')}`
}

/** Returns `Magento 2.4.7-p6`, or `reference` with its release. */
export const releaseOf = ({ embedded, release }: MergedShop): string =>
  `${embedded ? 'reference' : 'Magento'} ${release.name}`

/** Returns the selection or profile if a shop was tested only in part; else an empty string. */
export const partOf = (shop: MergedShop): string =>
  selectionText(shop) || (shop.profile === 'full' ? '' : `profile ${shop.profile}`)

/** Returns all chapters, in order of first occurrence. */
export const chaptersOf = ({ shops }: Merged): string[] => [
  ...new Set(shops.flatMap(({ chapters }) => Object.keys(chapters))),
]

/** Outcomes from worst to best. */
const order: readonly Outcome[] = [
  'fail',
  'overdue',
  'stale',
  'error',
  'blocked',
  'warn',
  'accepted',
  'untestable',
  'pass',
  'advice',
  'inapplicable',
]

/** Returns the worst outcome of a chapter in a shop and its count; undefined if the chapter was not tested. */
export function cellOf(
  { chapters }: MergedShop,
  chapter: string,
): { outcome: Outcome; count: number; of: number } | undefined {
  const counts = chapters[chapter]
  if (!counts) return undefined
  const { inapplicable = 0 } = counts
  const of = Object.values(counts).reduce((sum, count) => sum + count, 0) - inapplicable
  const outcome = order.find((one) => (counts[one] ?? 0) > 0)
  return outcome && { outcome, count: counts[outcome] as number, of }
}

/** Returns `2 of 31 fail`, or `31 pass`. */
export function cellText(cell: ReturnType<typeof cellOf>): string {
  if (!cell) return 'not asked'
  const { outcome, count, of } = cell
  if (outcome === 'inapplicable') return 'not for it'
  return outcome === 'pass' ? `${count} pass` : `${count} of ${of} ${outcome}`
}

/** Returns the verdict that gives an outcome its sign and colour. */
export const verdictOf = (outcome: Outcome): (typeof verdicts)[number] =>
  outcome === 'stale' || outcome === 'overdue' ? 'fail' : outcome === 'accepted' ? 'warn' : outcome

/** A line for requirements with the same text: one cause in one shop is one line. */
export interface Told {
  readonly text: string
  readonly ids: readonly string[]
}

const gathered = (all: readonly (readonly [id: string, text: string])[]): Told[] =>
  [...groupedBy(all, ([, text]) => text)].map(([text, own]) => ({ text, ids: own.map(([id]) => id).sort() }))

const inShops = (names: readonly string[]) => `in ${names.join(', ')}`

/** Groups members by text, each with its shops: `fail in france; warn in outlet`. */
const eachInShops = <T>(members: readonly T[], common: (one: T) => string, shopOf: (one: T) => string): string =>
  [...groupedBy(members, common)].map(([what, own]) => `${what} ${inShops(own.map(shopOf))}`).join('; ')

/** Returns where requirements pass and fail: `2.4.7-p6: pass in germany; fail in france, outlet`. */
const differingOf = ({ differing }: Merged): Told[] =>
  gathered(
    differing.map(({ id, release, shops }) => [
      id,
      `${release}: ${Object.entries(shops)
        .map(([outcome, names]) => `${outcome} ${inShops(names)}`)
        .join('; ')}`,
    ]),
  )

/** Returns changed outcomes: `pass before, now fail in france`. */
const turnedOf = (turned: readonly Turned[]): Told[] =>
  gathered(
    [...groupedBy(turned, ({ id }) => id)].map(([id, all]) => [
      id,
      eachInShops(
        all,
        ({ before, after }) => `${before} before, now ${after}`,
        ({ shop }) => shop,
      ),
    ]),
  )

/** Returns requirements that are not met with their shops, most shops first, without advice. */
function unheldOf({ shops }: Merged): Told[] {
  const all = shops.flatMap(({ name, outcomes }) =>
    Object.entries(outcomes).flatMap(([id, outcome]) =>
      outcome === 'stale' || (isUnheld(outcome) && outcome !== 'advice') ? [{ id, name, outcome }] : [],
    ),
  )
  return gathered(
    [...groupedBy(all, ({ id }) => id)]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([id, members]) => [
        id,
        eachInShops(
          members,
          ({ outcome }) => outcome,
          ({ name }) => name,
        ),
      ]),
  )
}

/** Returns changes of the list of shops and of their releases. */
function shopLines({ since }: Merged): string[] {
  if (!since) return []
  return [
    ...since.releases.map(({ shop, before, after }) => `${shop} was judged as ${before}, and now as ${after}`),
    ...(since.added.length ? [`new: ${since.added.join(', ')}`] : []),
    ...(since.gone.length ? [`no longer here: ${since.gone.join(', ')}`] : []),
  ]
}

/** Returns `2026-11-28 04:17 UTC`. */
export const timeOf = (startedAt: string): string => `${startedAt.slice(0, 16).replace('T', ' ')} UTC`

/** Returns `New since 2026-11-28 04:17 UTC`. */
const sinceTitle = (startedAt: string): string => `New since ${timeOf(startedAt)}`

/** A section of a merged report, about shops and requirements. */
export interface Section {
  readonly id: string
  readonly title: string
  /** Text for an empty section. */
  readonly none: string
  readonly shops: readonly string[]
  readonly told: readonly (Told & { readonly verdict: 'pass' | 'warn' | 'fail' })[]
}

/** Returns the sections of a merged report, in display order. */
export function sectionsOf(merged: Merged): Section[] {
  const { since } = merged
  const as = (verdict: 'pass' | 'warn' | 'fail', told: readonly Told[]) => told.map((one) => ({ ...one, verdict }))
  const differing = { id: 'differing', title: 'What differs between shops of one release', none: 'nothing', shops: [] }
  const unheld = { id: 'unheld', title: 'What does not hold', none: 'all holds', shops: [] }
  const news = since && {
    id: 'since',
    title: sinceTitle(since.startedAt),
    none: 'nothing',
    shops: shopLines(merged),
    told: [...as('fail', turnedOf(since.broken)), ...as('pass', turnedOf(since.mended))],
  }
  return [
    ...(news ? [news] : []),
    { ...differing, told: as('warn', differingOf(merged)) },
    { ...unheld, told: as('fail', unheldOf(merged)) },
  ]
}

/** Returns the text of an empty section as a sentence. */
export const noneSentence = ({ none }: Section): string => `${none.charAt(0).toUpperCase()}${none.slice(1)}.`
