export {
  type ChangeKind,
  type ChangeName,
  changesBetween,
  has,
  lacks,
  type ReleaseChange,
  releaseChanges,
} from './changes.ts'
export { type Distributed, distributed, distributedAs, distributedName, releaseBelow } from './distributions.ts'
export {
  howKnown,
  isKnown,
  isNewerThanKnown,
  knownReleases,
  newestOf,
  newestRecorded,
  newestRelease,
  patchOf,
} from './known.ts'
export { type Isolated, type Known, type Line, lines } from './lines.ts'
export { all, any, before, everyRelease, from, not, ofLine, type ReleaseRange } from './range.ts'
export { compareReleases, formatRelease, parseRelease, type Release, ReleaseError } from './release.ts'
export { runsOf } from './runs.ts'
export { newestBySigns, type Sign, signs } from './signs.ts'
