import type { Pairing } from './pairing.ts'
import { skeletonOf } from './value-form.ts'

/** True if two texts are equal apart from varying parts. */
export function sameText(b: string, a: string, { pairing }: { readonly pairing: Pairing }): boolean {
  if (b === a) return true
  const [before, after] = [skeletonOf(pairing.translate(b)), skeletonOf(a)]
  if (before.skeleton === after.skeleton) return true
  const digits = /\d+/g
  const numbers = [before.skeleton.match(digits) ?? [], after.skeleton.match(digits) ?? []] as const
  return (
    before.skeleton.replace(digits, '#') === after.skeleton.replace(digits, '#') &&
    numbers[0].every(
      (number, index) => number === numbers[1][index] || pairing.known(number, numbers[1][index] as string),
    )
  )
}
