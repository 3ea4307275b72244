import type { Adjustments } from '../judge/adjustments.ts'
import { type Counts, verdicts } from '../judge/verdict.ts'

/** Returns the requirements of Magento's contract; only they decide whether the shop is conformant. */
export const ofMagento = <One extends { readonly own?: boolean }>(all: readonly One[]): One[] =>
  all.filter(({ own }) => !own)

/** Returns notes on the results of a shop's own requirements, and on its changes to Magento's contract. */
export function ownNotes(counts: Counts | undefined, changed: Adjustments | undefined): string[] {
  const told = counts && verdicts.flatMap((verdict) => (counts[verdict] ? [`${counts[verdict]} ${verdict}`] : []))
  return [
    ...(told ? [`Your own requirements, which are counted apart: ${told.join(', ')}.`] : []),
    ...(changed?.excluded ?? []).map(({ id, reason }) => `${changed?.file} leaves ${id} out: ${reason}`),
    ...(changed?.levels ?? []).map(
      ({ id, level, reason }) => `${changed?.file} makes ${id} a ${level.toUpperCase()}: ${reason}`,
    ),
  ]
}
