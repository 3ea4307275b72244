import { expect as must } from '../../src/judge/expect.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Requirement } from '../../src/judge/requirement.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import type { Recording } from '../../src/recording/recording.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { exchange, recording, requirement } from '../support/literal.ts'

/** Code that would run if it became more than text. */
export const attacks = {
  script: '</script><script>alert(1)</script>',
  handler: '"><img src=x onerror=alert(2)>',
  comment: '<!--<script>',
  style: '</style><style>*{display:none}</style>',
  link: '<a href="javascript:alert(3)">here</a>',
  request: '<img src="http://attacker.test/pixel.png"><link rel=stylesheet href=//attacker.test/a.css>',
  terminal: '\u001b[31mred\u001b[0m\u0007',
  direction: 'name\u202egnp.exe',
} as const

const hostile: string = Object.values(attacks).join(' ')

/** Every part of an exchange that a server can choose. */
const hostileExchange = new Exchange({
  ...exchange('hostile', 200, JSON.stringify({ value: hostile, raw: 'raw\u202e' })).data,
  response: {
    status: 302,
    statusText: attacks.handler,
    httpVersion: 'HTTP/1.1',
    headers: [
      ['Location', 'javascript:alert(4)'],
      ['X-Evil', hostile],
    ],
    body: Buffer.from(JSON.stringify({ value: hostile })),
  },
})

/** 5 MB of HTML. */
export const largeExchange: Exchange = exchange('large', 200, `${attacks.script}${'<b>ä</b>'.repeat(600_000)}`)

const reads = (name: string) =>
  requirement((read) => void must(read.named(name) as Exchange).toAnswer({ never: 'this' }))

const requirements: Requirement[] = [
  { ...reads('hostile'), id: 'A-01', sentence: `fails ${hostile}`, next: `see ${attacks.link}` },
  { ...reads('large'), id: 'A-02', sentence: 'fails at length' },
  { ...requirement((read) => void read.named('hostile')), id: 'A-03', sentence: 'passes', chapter: attacks.script },
  { ...requirement((read) => void read.named('later')), id: 'A-04', sentence: 'is blocked', level: 'should' },
]

const recorded: Recording = {
  ...recording([hostileExchange, largeExchange], { kind: 'blocked', by: 'hostile', why: hostile }),
  mails: [
    {
      scenario: 'literal',
      name: 'letters',
      to: attacks.handler,
      expected: 1,
      waitedMs: 0,
      mails: [{ to: [], subject: hostile, receivedAt: '', links: ['javascript:alert(5)'] }],
    },
  ],
}

const judged = reportOf(recorded, requirements, judge(recorded, requirements), {
  accounts: { created: 1, removed: 0, left: [{ email: hostile, why: hostile }] },
})

/** A report with hostile texts of a server, and with sources from a hostile file. */
export const hostileReport: Report = {
  ...judged,
  target: { ...judged.target, magentoVersion: hostile },
  probes: { [attacks.script]: { value: hostile, from: hostile } },
  notes: [hostile],
  requirements: judged.requirements.map((one) => ({
    ...one,
    read: [...one.read, ...(one.id === 'A-03' ? ['letters'] : [])],
    source: ['a page', attacks.handler],
    links: { 'a page': 'javascript:alert(6)', [attacks.handler]: ' data:text/html,<script>alert(7)</script>' },
  })),
}
