import { howKnown, parseRelease } from '../../release/index.ts'
import { profileTexts } from '../shared/profile.ts'
import { visible } from '../shared/text.ts'
import { closestLine } from './closest.ts'
import type { Colours } from './console-line.ts'
import type { Report } from './report.ts'
import { selectionRows } from './selection.ts'
import { unknownRelease } from './unknown-release.ts'

/** Returns the first lines: the target, the release, the access, and what was selected. */
export function headLines(
  { suite, target, release, closest, profile, powers, probes, only, excluded }: Report,
  pc: Colours,
  isVerbose = true,
): string[] {
  const facts = Object.entries(probes).map(([name, { value }]) => `${name} ${visible(String(value))}`)
  const version = target.magentoVersion ? `, ${visible(target.magentoVersion)}` : ''
  return [
    `${pc.bold(suite.name)} ${suite.version}`,
    `target   ${visible(target.url)}${target.embedded ? ' (the embedded reference)' : ''}, store ${visible(target.store)}${version}`,
    `release  ${release.name}${releaseNote(release)}`,
    ...(closest ? [`closest  ${closestLine(closest)}`] : []),
    `access   ${powers.join(', ') || 'none'}`,
    ...(profile && profile !== 'full'
      ? [`profile  ${profile}: ${profileTexts[profile]}; nothing is said of the rest`]
      : []),
    ...selectionRows({ only, excluded }).map(([name, text]) => `${name.padEnd(8)} ${text}`),
    ...(isVerbose && facts.length ? [`probed   ${facts.join(', ')}`] : []),
  ]
}

/** Returns how the release was determined, in brackets; empty for the embedded reference. */
export function releaseNote({ name, source }: Report['release']): string {
  const notes = {
    stated: ' (stated)',
    assumed: ' (assumed: set MAGENTO_RELEASE if the shop is another)',
    embedded: '',
    'judged as': ' (judged as)',
    closest: ' (the closest)',
    found: ' (found by the answers: set MAGENTO_RELEASE if the shop is another)',
  }
  const unknown = unknownRelease(parseRelease(name))
  const known = unknown ? ` (${unknown})` : ''
  const like =
    howKnown(parseRelease(name)) === 'assumed'
      ? ' (not recorded, and not read in full: what it does is partly assumed)'
      : ''
  return `${notes[source]}${known}${like}`
}
