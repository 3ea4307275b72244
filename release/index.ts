export { isKnown, knownReleases, newestOf, newestRelease } from './known.ts'
export { all, any, before, everyRelease, from, type ReleaseRange } from './range.ts'
export { compareReleases, formatRelease, parseRelease, type Release, ReleaseError } from './release.ts'
export { runsOf } from './runs.ts'
