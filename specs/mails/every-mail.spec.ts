import { requirementsOfMails } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { Unmet, untestable } from '../../src/judge/unmet.ts'
import { leadsOn } from '../../src/target/mailbox/carried.ts'

const { must, should } = requirementsOfMails('Mails')
const templates = code('module-customer/view/frontend/email/account_new.html', '2.4.7-p6')

must(
  'MAIL-10',
  'No mail contains a password',
  {
    why: 'Mails stay in mailboxes, archives and backups for years. A password in one opens the account, and others where it is used again.',
    source: [templates, verified('mails')],
  },
  ({ looks }) => {
    for (const { to, mails } of looks)
      for (const { subject, showsPassword } of mails)
        if (showsPassword) throw new Unmet('a mail without a password', `a password in the mail “${subject}” to ${to}`)
  },
)

should(
  'MAIL-12',
  'No mail shows an unreplaced directive of its template, such as `{{var …}}`',
  {
    why: 'A customer takes a mail with program code in it for a forgery, and the name or link that belongs there is missing.',
    source: [templates, verified('mails')],
    next: 'compare the template with the release’s: variables may have been renamed, or may not be allowed in templates',
  },
  ({ looks }) => {
    for (const { mails } of looks)
      for (const { subject, directive } of mails)
        if (directive !== undefined)
          throw new Unmet('a mail without directives', `${directive} in the mail “${subject}”`, undefined, 'mail')
  },
)

should(
  'MAIL-13',
  'Letters with accents and apostrophes are readable in mails: not decoded wrongly or escaped twice',
  {
    why: 'Customers whose names come as "ZoÃ«" or "O&#039;Brien" doubt that the mail is the shop’s.',
    source: [templates, verified('mails')],
    next: 'check the charset of the mail transport, and what the template escapes',
  },
  ({ looks }) => {
    for (const { mails } of looks)
      for (const { subject, garbled } of mails)
        if (garbled !== undefined)
          throw new Unmet('a mail with readable letters', `${garbled} in the mail “${subject}”`, undefined, 'mail')
  },
)

must(
  'MAIL-11',
  'Every account link in a mail leads to a host of the shop',
  {
    why: 'A link to an internal host opens nothing for the customer; a link to another host hands the token to its owner.',
    source: [templates, verified('reset-links')],
    next: 'compare web/unsecure/base_link_url and web/secure/base_link_url, also those of the process that sends the mails',
  },
  ({ looks, exchanges }, shop) => {
    const stated = ['base link URL', 'secure base link URL'].map((name) => shop.probe(name, ''))
    const known = stated.some((url) => URL.canParse(url))
    const urls = [...stated, ...exchanges.map(({ data }) => data.request.url)]
    const hosts = new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname))
    const pattern = shop.probe('reset link', '')
    const front = shop.probe('link host', '')
    for (const { mails } of looks)
      for (const { subject, links } of mails)
        for (const link of links.filter((one) => URL.canParse(one) && leadsOn(one, pattern))) {
          const { hostname } = new URL(link)
          if (hosts.has(hostname) || hostname === front) continue
          if (!known)
            untestable(
              `the links of mails lead to ${hostname}, and the shop does not tell its own hosts by GraphQL`,
              'set MAGENTO_STOREFRONT_URL to where the links of mails lead',
            )
          throw new Unmet(`a link to ${[...hosts].join(' or ')}`, `${hostname} in the mail “${subject}”`)
        }
  },
)
