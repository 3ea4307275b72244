import type { verdicts } from '../../judge/verdict.ts'
import { groupedBy } from '../../shared/grouped-by.ts'
import type { Outcome } from '../outcome.ts'
import { selectionText } from '../selection.ts'
import { isUnheld, type Merged, type MergedShop, type Turned } from './merged.ts'

/** `3 shops: 2 conformant, 1 not`. */
export function titleOf({ shops }: Merged): string {
  const count = (...which: MergedShop['conformant'][]) =>
    shops.filter(({ conformant }) => which.includes(conformant)).length
  const [good, bad, unknown] = [count('yes', 'as far as tested'), count('no'), count('unknown')]
  const parts = [`${good} conformant`, ...(bad ? [`${bad} not`] : []), ...(unknown ? [`${unknown} not known`] : [])]
  return `${shops.length === 1 ? '1 shop' : `${shops.length} shops`}: ${parts.join(', ')}`
}

/** `Magento 2.4.7-p6`, or the reference. */
export const releaseOf = ({ embedded, release }: MergedShop): string =>
  `${embedded ? 'reference' : 'Magento'} ${release.name}`

/** What a shop was asked only in part. */
export const partOf = (shop: MergedShop): string =>
  selectionText(shop) || (shop.profile === 'full' ? '' : `profile ${shop.profile}`)

/** Every chapter that a shop was judged by, in the order of the first that has it. */
export const chaptersOf = ({ shops }: Merged): string[] => [
  ...new Set(shops.flatMap(({ chapters }) => Object.keys(chapters))),
]

/** Outcomes from what has to be looked at first to what is well. */
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

/** What a chapter came to in a shop: the worst outcome and how many have it; undefined where it was not asked. */
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

/** A cell in words: `2 of 31 fail`, or `31 pass`. */
export function cellText(cell: ReturnType<typeof cellOf>): string {
  if (!cell) return 'not asked'
  const { outcome, count, of } = cell
  if (outcome === 'inapplicable') return 'not for it'
  return outcome === 'pass' ? `${count} pass` : `${count} of ${of} ${outcome}`
}

/** The verdict whose sign and colour an outcome has. */
export const verdictOf = (outcome: Outcome): (typeof verdicts)[number] =>
  outcome === 'stale' || outcome === 'overdue' ? 'fail' : outcome === 'accepted' ? 'warn' : outcome

/** Requirements of which the same is to be said: one cause in one shop is one line, however many rest on it. */
export interface Told {
  readonly text: string
  readonly ids: readonly string[]
}

const gathered = (all: readonly (readonly [id: string, text: string])[]): Told[] =>
  [...groupedBy(all, ([, text]) => text)].map(([text, own]) => ({ text, ids: own.map(([id]) => id).sort() }))

const inShops = (names: readonly string[]) => `in ${names.join(', ')}`

/** What members have in common, each with the shops it was seen in: `fail in france; warn in outlet`. */
const eachInShops = <T>(members: readonly T[], common: (one: T) => string, shopOf: (one: T) => string): string =>
  [...groupedBy(members, common)].map(([what, own]) => `${what} ${inShops(own.map(shopOf))}`).join('; ')

/** Where requirements hold and where they do not: `2.4.7-p6: pass in germany; fail in france, outlet`. */
const differingOf = ({ differing }: Merged): Told[] =>
  gathered(
    differing.map(({ id, release, shops }) => [
      id,
      `${release}: ${Object.entries(shops)
        .map(([outcome, names]) => `${outcome} ${inShops(names)}`)
        .join('; ')}`,
    ]),
  )

/** What turned: `pass before, now fail in france`. */
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

/** What does not hold, with the shops, the most shops first; advice aside. */
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

/** What is new of the shops themselves. */
function shopLines({ since }: Merged): string[] {
  if (!since) return []
  return [
    ...since.releases.map(({ shop, before, after }) => `${shop} was judged as ${before}, and now as ${after}`),
    ...(since.added.length ? [`new: ${since.added.join(', ')}`] : []),
    ...(since.gone.length ? [`no longer here: ${since.gone.join(', ')}`] : []),
  ]
}

/** `2026-11-28 04:17 UTC`. */
export const timeOf = (startedAt: string): string => `${startedAt.slice(0, 16).replace('T', ' ')} UTC`

/** `New since 2026-11-28 04:17 UTC`. */
const sinceTitle = (startedAt: string): string => `New since ${timeOf(startedAt)}`

/** A list of a merged report, with what it tells of shops and of requirements. */
export interface Section {
  readonly id: string
  readonly title: string
  /** What stands there where the list is empty. */
  readonly none: string
  readonly shops: readonly string[]
  readonly told: readonly (Told & { readonly verdict: 'pass' | 'warn' | 'fail' })[]
}

/** The lists of a merged report, in the order in which every form shows them. */
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

/** What stands in an empty list, as a sentence. */
export const noneSentence = ({ none }: Section): string => `${none.charAt(0).toUpperCase()}${none.slice(1)}.`
