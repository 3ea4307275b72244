import { requirementsOfMails } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { Unmet, untestable } from '../../src/judge/unmet.ts'
import { leadsOn } from '../../src/target/mailbox/carried.ts'

const { must } = requirementsOfMails('Mails')
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
    for (const { mails } of looks)
      for (const { subject, links } of mails)
        for (const link of links.filter((one) => URL.canParse(one) && leadsOn(one, pattern))) {
          const { hostname } = new URL(link)
          if (hosts.has(hostname)) continue
          if (!known)
            untestable(
              `the links of mails lead to ${hostname}, and the shop does not tell its own hosts by GraphQL`,
              'set MAGENTO_STOREFRONT_URL to where the links of mails lead',
            )
          throw new Unmet(`a link to ${[...hosts].join(' or ')}`, `${hostname} in the mail “${subject}”`)
        }
  },
)
