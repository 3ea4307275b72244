import { describe, expect, test } from 'vitest'
import { service } from '../../faults/change.ts'
import type { Change } from '../../reference/index.ts'
import { patiently } from '../support/patience.ts'
import { causes, having, maildir, red, run } from './run.ts'

const only = ['MAIL', 'RESET']
const withMails = (delay: number, changed?: (html: string) => string, copies = 1) => {
  const { url, change } = maildir(delay, changed, copies)
  const environment = { MAGENTO_MAILBOX_URL: url, MAGENTO_MAIL_TIMEOUT: patiently(3) }
  return run([change], environment, {}, { only, release: '2.4.7-p6' })
}

test('late mails are detected first; requirements about them are untestable, and the required timeout is named', async () => {
  const ended = await withMails(5)
  expect(causes(ended)).toEqual(['mail limits'])
  expect(ended.report?.setup?.[0]?.sentence).toMatch(/came after \d+ s, later than MAGENTO_MAIL_TIMEOUT \(3 s\)/)
  expect(ended.report?.setup?.[0]?.next).toMatch(/^Raise MAGENTO_MAIL_TIMEOUT to \d+0/)
  expect(red(ended)).toEqual([])
  expect(having(ended, 'untestable')).toEqual(expect.arrayContaining(['MAIL-01', 'MAIL-06', 'RESET-21']))
})

test('missing mails are one finding, and no failure', async () => {
  const ended = await withMails(Number.POSITIVE_INFINITY)
  expect(causes(ended)).toEqual(['mail limits'])
  expect(ended.report?.setup?.[0]?.sentence).toMatch(/^No mail came within/)
  expect(red(ended)).toEqual([])
})

test.each([
  ['its own page, with the token in the query', 'https://www.front.example/reset?token=$2'],
  ['its own page, with the token in the path', 'https://www.front.example/account/reset/$2'],
])('links of a headless shop to %s are read and reported', async (_, link) => {
  const stock = /http:[^"]*createPassword\/\?([^"]*?)token=(\w+)/g
  const ended = await withMails(0, (html) => html.replace(stock, link))
  expect(causes(ended)).toEqual(['mail adapted'])
  expect(ended.report?.setup?.[0]?.sentence).toMatch(/lead to www\.front\.example/)
  expect([...(red(ended) ?? []), ...(having(ended, 'warn') ?? [])]).toEqual([])
  expect(having(ended, 'pass')).toEqual(expect.arrayContaining(['RESET-15', 'RESET-21']))
})

test('mails of which the mailbox gets a copy count once, and this is reported', async () => {
  const ended = await withMails(0, undefined, 2)
  expect(causes(ended)).toEqual(['mail adapted'])
  expect([...(red(ended) ?? []), ...(having(ended, 'warn') ?? [])]).toEqual([])
  expect(having(ended, 'pass')).toEqual(expect.arrayContaining(['MAIL-01', 'RESET-11']))
})

/** A custom welcome mail, for accounts with a password or for all. */
const welcome = (forAll: boolean): Change =>
  service('sendWelcome', (inner, { services }) => (customer) => {
    if (customer.passwordHash === undefined && !forAll) return inner(customer)
    return services.sendMail(
      customer.email,
      'Welcome!',
      '<p>Hello.</p><p><a href="https://www.shop.example">Shop</a></p>',
    )
  })
/** The requirements that are untestable on a stock shop, by release. */
const stocks = new Map<string, readonly string[]>()
const confirms = { 'customer/create_account/confirm': '1' }

describe.each(['2.4.5', '2.4.8'])('as %s, mails without a reset link', (release) => {
  test.each<[string, Change[], Record<string, string>, string[], number]>([
    ['a welcome mail of the merchant’s own', [welcome(false)], {}, ['The welcome mail has no link with a token.'], 14],
    ['confirmation of accounts', [], confirms, [], 8],
    ['both', [welcome(false)], confirms, [], 14],
    [
      'no link in any welcome mail, and confirmation',
      [welcome(true)],
      confirms,
      ['The mail to an account without a password has no link with a token.'],
      40,
    ],
  ])('%s: nothing fails, and few requirements are lost', async (_, changes, settings, sentences, loses) => {
    const { url, change } = maildir(0)
    const environment = { MAGENTO_MAILBOX_URL: url, MAGENTO_MAIL_TIMEOUT: patiently(3) }
    const ended = await run([change, ...changes], environment, settings, { only, release })
    expect(ended.report?.setup?.map(({ sentence }) => sentence) ?? []).toEqual(sentences)
    expect([...(red(ended) ?? []), ...(having(ended, 'warn') ?? [])]).toEqual([])
    const undecided = having(ended, 'untestable') ?? []
    const stock =
      stocks.get(release) ?? having(await run([change], environment, {}, { only, release }), 'untestable') ?? []
    stocks.set(release, stock)
    expect(undecided.filter((id) => !stock.includes(id)).length).toBeLessThanOrEqual(loses)
  })
})

test('a shop that sends reset mails and no welcome mail is described in one sentence, and only MAIL-14 warns', async () => {
  const { url, change } = maildir(0)
  const silent = service('sendWelcome', () => () => true)
  const environment = { MAGENTO_MAILBOX_URL: url, MAGENTO_MAIL_TIMEOUT: patiently(2) }
  const ended = await run([change, silent], environment, {}, { only, release: '2.4.5' })
  expect(ended.report?.setup?.map(({ sentence }) => sentence)).toEqual([
    'The shop sends no mail for a registration, but one for a reset request.',
  ])
  expect(red(ended)).toEqual([])
  expect(having(ended, 'warn')).toEqual(['MAIL-14'])
  expect(having(ended, 'untestable')).toEqual(expect.arrayContaining(['MAIL-01', 'MAIL-04']))
  expect(having(ended, 'pass')).toEqual(expect.arrayContaining(['RESET-11', 'RESET-19', 'RESET-21']))
})
