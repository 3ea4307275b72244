import { isHeld, isUnheld, type MergedShop, type Since, type Turned } from './merged.ts'

/** Returns the changes since an older merged report. Shops are matched by name. */
export function sinceOf(before: readonly MergedShop[], after: readonly MergedShop[]): Since {
  const pairs = after.flatMap((now) => {
    const old = before.find(({ name }) => name === now.name)
    return old ? [{ old, now }] : []
  })
  const turned = pairs.flatMap(({ old, now }) =>
    Object.entries(now.outcomes).flatMap(([id, outcome]): Turned[] => {
      // Not applicable or not judged before, and not met now, counts as a change.
      const earlier = old.outcomes[id] ?? 'inapplicable'
      return earlier === outcome ? [] : [{ id, shop: now.name, before: earlier, after: outcome }]
    }),
  )
  const names = (shops: readonly MergedShop[]) => shops.map(({ name }) => name)
  return {
    startedAt:
      before
        .map(({ startedAt }) => startedAt)
        .sort()
        .at(-1) ?? '',
    broken: turned.filter((one) => isUnheld(one.after) && !isUnheld(one.before)),
    mended: turned.filter((one) => isUnheld(one.before) && isHeld(one.after)),
    added: names(after).filter((name) => !names(before).includes(name)),
    gone: names(before).filter((name) => !names(after).includes(name)),
    releases: pairs.flatMap(({ old, now }) =>
      old.release.name === now.release.name
        ? []
        : [{ shop: now.name, before: old.release.name, after: now.release.name }],
    ),
  }
}
