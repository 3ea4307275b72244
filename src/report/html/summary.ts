import { accountsLine, howToRemove, leftByReason } from '../../perform/left-accounts.ts'
import { profileTexts } from '../../shared/profile.ts'
import { spentLine } from '../budget.ts'
import { closestLine } from '../closest.ts'
import { expectedLine } from '../console-expected.ts'
import { releaseNote } from '../console-head.ts'
import { profilesLine } from '../profiles.ts'
import type { Report } from '../report.ts'
import { selectionRows } from '../selection.ts'
import { stateless } from '../stateless.ts'
import { countsBar, countsLine } from './counts.ts'
import { type Markup, markup, prose } from './markup.ts'

/** Returns the overall verdict in one sentence. */
export function headline({ conformant, release, target }: Report): string {
  const who = target.embedded ? 'The reference that comes with the suite' : hostOf(target.url)
  const says: Record<Report['conformant'], string> = {
    yes: `${who} conforms to ${release.name}`,
    'as far as tested': `${who} conforms to ${release.name}, as far as tested`,
    no: `${who} does not conform to ${release.name}`,
    unknown: `${who}: whether it conforms to ${release.name} is unknown`,
  }
  return says[conformant]
}

/** Returns the text with a word that must not be broken at its hyphen. */
function unbroken(text: string, word: string): Markup {
  const [before, after] = text.split(word)
  return markup`${before}<span class="unbroken">${word}</span>${after}`
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url)

/** Renders the summary of the run. */
export function summary(report: Report): Markup {
  return markup`<header id="summary" data-conformant="${report.conformant}">
<p class="quiet">${report.suite.name} ${report.suite.version}</p>
<h1>${unbroken(headline(report), report.release.name)}</h1>
${countsBar(report.counts)}
<p>${countsLine(report.counts)}</p>
</header>
`
}

/** Renders the facts about the run, and the accounts that it left; shown after the findings. */
export function about(report: Report): Markup {
  return markup`<section id="about">
<h2>About this run</h2>
<dl class="facts">
${facts(report).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
${probed(report)}${list('Notes', 'Differences from the documentation, or from the shop’s own description, that are not failures.', report.notes)}${stays(report)}${older(report)}</section>
`
}

/** Returns names and values in display order. Add a row for a new field of a report here. */
function facts(report: Report): [name: string, value: string | Markup][] {
  const { target, release, closest, profile, powers, accounts, left, budget } = report
  const { startedAt, performedMs, requests, retried } = report
  const earned = profilesLine(report)
  const version = target.magentoVersion ? `, which reports ${target.magentoVersion}` : ''
  const again = retried ? `, ${retried} of them sent again because the connection broke` : ''
  return [
    ['target', markup`<span class="mono">${target.url}</span>, store ${target.store}${version}`],
    ['release', `${release.name}${releaseNote(release)}`],
    ...(closest ? [['closest', closestLine(closest)] as [string, string]] : []),
    ...selectionRows(report),
    ...(profile && profile !== 'full' ? [['profile', `${profile}: ${profileTexts[profile]}`] as [string, string]] : []),
    ...(earned ? [['profiles', earned] as [string, string]] : []),
    ['access', powers.join(', ') || 'none'],
    ['performed', markup`<time datetime="${startedAt}">${inWords(startedAt)}</time>, in ${seconds(performedMs)}`],
    ['requests', `${requests}${again}`],
    ...(budget ? [['budget', spentLine(budget)] as [string, string]] : []),
    ...expectedLine(report).map((line): [string, string] => ['expected', line.replace(/^expected /, '')]),
    ...(accounts && !stateless(report.recording)
      ? [['accounts', accountsLine(accounts.created, accounts.removed, left, target.url)] as [string, string]]
      : []),
  ]
}

function probed({ probes }: Report): Markup | false {
  const known = Object.entries(probes)
  if (known.length === 0) return false
  return markup`<details class="more"><summary>${known.length === 1 ? '1 fact' : `${known.length} facts`} found out about the shop before judging</summary>
<dl class="facts">
${known.map(([name, { value, from }]) => markup`<dt>${name}</dt><dd>${String(value)} <span class="quiet">from ${from}</span></dd>\n`)}</dl>
</details>
`
}

/** Collapsed, because a run without an administrator leaves many accounts, and the failures are below. */
function stays({ left, target, recording }: Report): Markup | false {
  if (left.length === 0 || stateless(recording)) return false
  return markup`<section class="more"><h2>What stays on the shop</h2>
${leftByReason(left).map(([why, accounts]) => markup`<details><summary>${why}</summary><ul>\n${accounts.map((account) => markup`<li>${account}</li>\n`)}</ul></details>\n`)}<p class="quiet">${prose(howToRemove(target.url))}</p></section>
`
}

function list(title: string, explanation: string, lines: readonly string[]): Markup | false {
  if (lines.length === 0) return false
  return markup`<section class="more"><h2>${title}</h2>
${explanation && markup`<p class="quiet">${explanation}</p>\n`}<ul>
${lines.map((line) => markup`<li>${prose(line)}</li>\n`)}</ul></section>
`
}

function older({ recording }: Report): Markup | false {
  if (recording) return false
  return markup`<p class="quiet">This report holds no recording, as those of older versions of the suite: no exchanges are shown.</p>
`
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** Formats an ISO time independently of locale and time zone, so that the same report gives the same page. */
const inWords = (iso: string) => iso.replace(/^(.{10})T(.{8}).*$/, '$1 $2 UTC')
