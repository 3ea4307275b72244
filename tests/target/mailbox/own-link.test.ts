import { describe, expect, test } from 'vitest'
import { service, together } from '../../../faults/change.ts'
import { directTarget } from '../../../faults/direct-target.ts'
import type { Change } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { fromHar, toHar } from '../../../src/recording/har.ts'
import type { MailObservation } from '../../../src/recording/mail.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { mailSettings } from '../../../src/target/mail-settings.ts'
import { readSettings } from '../../../src/target/read-settings.ts'
import { UsageError } from '../../../src/target/settings.ts'
import { inWords, record, red } from '../../support/run.ts'
import { validatorOf } from '../../support/schema.ts'

const own = (link: string) => {
  const { searchParams, origin } = new URL(link)
  return `${origin}/account/new-password/${searchParams.get('token')}`
}

/** A headless shop: every link to set a password leads to its own page. */
const headless = together(
  service('resetLink', (link) => (customer, template) => own(link(customer, template))),
  service('passwordLink', (link) => (customer) => own(link(customer))),
)

const pattern = '/new-password/(?<token>[^/?#]+)'

async function results(
  release: string,
  resetLink: string | undefined,
  { redactor, changes = [] }: { redactor?: Redactor; changes?: readonly Change[] } = {},
) {
  const target = await directTarget({ release, changes: [headless, ...changes] })
  const probes = resetLink ? { 'reset link': { value: resetLink, from: 'MAGENTO_RESET_LINK' } } : {}
  const recording = await record({
    ...target,
    ...(redactor ? { redactor } : {}),
    probes: { ...target.probes, ...probes },
  })
  return { recording, results: judge(recording, requirements) }
}

describe.each(['2.3.7-p4', '2.4.1', '2.4.7-p6', '2.4.8-p1'])('a headless shop as %s', (release) => {
  test('is judged by its own links if the pattern is set', async () => {
    const { recording, results: judged } = await results(release, pattern)
    expect(red(recording).map(inWords)).toEqual([])
    const verdict = (id: string) => judged.find((result) => result.id === id)?.verdict
    expect(['MAIL-03', 'RESET-14', 'RESET-19'].map(verdict)).toEqual(Array(3).fill('inapplicable'))
    expect(['MAIL-04', 'MAIL-05', 'RESET-11', 'RESET-12', 'RESET-15', 'RESET-31'].map(verdict)).toEqual(
      Array(6).fill('pass'),
    )
  })
})

test('without the pattern the report shows the redacted mail', async () => {
  const issued = new Set<string>()
  const remembering = service('issueResetToken', (issue) => (customer) => {
    const token = issue(customer)
    issued.add(token)
    return token
  })
  const { recording, results: judged } = await results('2.4.7-p6', undefined, {
    redactor: new Redactor(),
    changes: [remembering],
  })
  const failed = judged.find(({ id }) => id === 'MAIL-04')
  expect(failed?.verdict).toBe('fail')
  expect(failed?.actual).toMatch(
    /^the mail “Welcome to Main Website Store” with the link\(s\) http:\/\/shop\.test\/account\/new-password\/\w{32}, which reads: “Jane Doe, Welcome to/,
  )
  const blocked = judged.find(({ id }) => id === 'RESET-21')
  expect(blocked).toMatchObject({ verdict: 'blocked', why: expect.stringContaining('“Welcome to Main Website Store”') })
  const kept = JSON.stringify(recording.mails)
  expect(issued.size).toBeGreaterThan(10)
  for (const token of issued) expect(kept).not.toContain(token)
})

test('mails without a token link, and missing mails, are in the recording', async () => {
  const lost = service('sendReset', () => () => true)
  const { recording } = await results('2.4.7-p6', undefined, { redactor: new Redactor(), changes: [lost] })
  const har = JSON.parse(JSON.stringify(toHar(recording)))
  expect(validatorOf('recording')(har)).toEqual([])
  const looks: MailObservation[] = har.log._contract.mails
  expect(looks.some(({ mails }) => mails.some(({ text }) => text))).toBe(true)
  expect(looks.find(({ name }) => name === 'first reset mail')?.meanwhile).toMatch(/× “Welcome to Main Website Store”/)
  expect(judge(fromHar(har), requirements).filter(({ id }) => id === 'RESET-11')[0]?.actual).toMatch(
    /^1 after \d+ ms; \d+ mail\(s\) to other addresses of the run have arrived/,
  )
})

const read = (name: string, value: string) => mailSettings(readSettings({}, { [name]: value }, '/nonexistent'))

test('the mail settings have defaults', () => {
  expect(mailSettings(readSettings({}, {}, '/nonexistent'))).toEqual({
    resetLink: '',
    follow: false,
    deleteMails: false,
  })
  expect(read('MAGENTO_RESET_LINK', pattern).resetLink).toBe(pattern)
  expect(read('MAGENTO_MAIL_FOLLOW', 'on').follow).toBe(true)
  expect(read('MAGENTO_MAIL_DELETE', 'on').deleteMails).toBe(true)
})

test.each([
  ['MAGENTO_RESET_LINK', '/reset/(?<token>[^/', /is "\/reset\/\(\?<token>\[\^\/": it must be a regular expression \(/],
  ['MAGENTO_RESET_LINK', '/reset/(.+)', /is "\/reset\/\(\.\+\)": it must be a pattern with a group named "token"/],
  ['MAGENTO_MAIL_FOLLOW', 'yes', /MAGENTO_MAIL_FOLLOW is "yes": it must be on or off/],
  ['MAGENTO_MAIL_DELETE', '1', /MAGENTO_MAIL_DELETE is "1": it must be on or off/],
])('%s=%s is refused', (name, value, message) => {
  expect(() => read(name, value)).toThrow(UsageError)
  expect(() => read(name, value)).toThrow(message)
})
