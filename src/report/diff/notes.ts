import { isEnglish } from '../../judge/language.ts'
import type { Report } from '../report.ts'

/** Returns differences between the shops or runs besides their responses, and their effect on the comparison. */
export function notesOf(before: Report, after: Report): string[] {
  return [
    ...settings(before, after),
    ...lacking('access', before.powers, after.powers),
    ...selected(before, after),
    ...languages(before, after),
    ...suites(before, after),
    ...missing(before, after),
  ]
}

/** Returns the probed facts that differ. Measurements, which are no settings, are left out. */
function settings({ probes: b }: Report, { probes: a }: Report): string[] {
  const names = Object.keys(b).filter((name) => name in a && !measured.has(name))
  return names.flatMap((name) => {
    const [was, is] = [b[name]?.value, a[name]?.value]
    return was === is ? [] : [`The shops are set up differently: ${name} is ${was} before and ${is} after`]
  })
}

const measured = new Set(['clock skew'])

function lacking(what: string, before: readonly string[], after: readonly string[]): string[] {
  const only = (some: readonly string[], others: readonly string[]) => some.filter((one) => !others.includes(one))
  const say = (names: readonly string[], side: string) =>
    names.length ? [`Only ${side} had the ${what} ${names.join(', ')}: what needs them is not compared`] : []
  return [...say(only(before, after), 'before'), ...say(only(after, before), 'after')]
}

function selected(b: Report, a: Report): string[] {
  const said = ({ only, excluded }: Report) =>
    [only?.join(', ') ?? 'everything', ...(excluded ? [`but ${excluded.join(', ')}`] : [])].join(' ')
  return said(b) === said(a) ? [] : [`Before was tested for ${said(b)}, after for ${said(a)}`]
}

function languages({ recording: b }: Report, { recording: a }: Report): string[] {
  if (!b?.exchanges.length || !a?.exchanges.length || isEnglish(b) === isEnglish(a)) return []
  return ['One of the shops answers in English and the other does not: every text differs']
}

function suites(before: Report, after: Report): string[] {
  const [b, a] = [before, after].map(({ recording, suite }) => recording?.meta.suiteVersion ?? suite.version)
  return b === a ? [] : [`Before was recorded by version ${b} of the suite and after by ${a}, which may ask otherwise`]
}

function missing(before: Report, after: Report): string[] {
  const lacking = [...(before.recording ? [] : ['before']), ...(after.recording ? [] : ['after'])]
  if (lacking.length === 0) return []
  return [`The report ${lacking.join(' and the one ')} holds no recording: only verdicts are compared, no answers`]
}
