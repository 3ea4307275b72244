import { service } from '../../faults/change.ts'
import { readingRegistration } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'

/** Finds other faults in an e-mail than the shop does. */
const email = (change: (problems: (email: string) => string[], email: string) => string[]): Change =>
  service('emailProblems', (problems) => (text) => change(problems, text))

const noEmail = '"Email" is not a valid email address.'

export const emailFaults = faults([
  {
    id: 'email-unchecked',
    does: 'any text is an e-mail',
    breaks: ['VALID-01', 'VALID-02', 'VALID-03', 'VALID-04', 'VALID-05'],
    change: email(() => []),
  },
  {
    id: 'email-needs-no-at',
    does: 'an e-mail needs a dot, but no @',
    breaks: ['VALID-01'],
    change: email((problems, text) => (text.includes('@') ? problems(text) : [])),
  },
  {
    id: 'email-with-two-ats',
    does: 'an e-mail is anything with an @ and a dot behind it',
    breaks: ['VALID-02'],
    change: email((problems, text) => (/^[^@]+@[^@]+@/.test(text) ? [] : problems(text))),
  },
  {
    id: 'email-with-blank',
    does: 'an e-mail may hold a blank',
    breaks: ['VALID-02'],
    change: email((problems, text) => problems(text.replace(/(?<=\w) (?=\w)/g, ''))),
  },
  {
    id: 'email-trimmed-on-registration',
    does: 'blanks around an e-mail are taken away when an account is made',
    breaks: ['VALID-03'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.trim() } : undefined,
    ),
  },
  {
    id: 'local-host-accepted',
    does: 'an e-mail may be of the local network',
    breaks: ['VALID-04'],
    change: service('hostProblems', (problems) => (host) => (host === 'localhost' ? [] : problems(host))),
  },
  {
    id: 'long-email-cut',
    does: 'an e-mail too long is cut',
    breaks: ['VALID-05'],
    change: readingRegistration((customer) =>
      String(customer.email).length > 255 ? { ...customer, email: String(customer.email).slice(-60) } : undefined,
    ),
  },
  {
    id: 'email-in-ascii-only',
    does: 'an e-mail may hold no letter beyond ASCII before the @',
    breaks: ['VALID-06'],
    origin: '2.4.5-p13',
    change: email((problems, text) => (/[^\0-\x7f].*@/.test(text) ? [noEmail] : problems(text))),
  },
  {
    id: 'unicode-email-early',
    does: 'an e-mail may hold letters beyond ASCII before the @ in a release that refuses them',
    breaks: ['VALID-06'],
    release: '2.4.3-p2',
    change: email((problems, text) => problems(text.replace(/[^\0-\x7f](?=.*@)/g, 'o'))),
  },
  {
    id: 'email-without-plus',
    does: 'an e-mail may not hold a plus, as many a hand-written pattern has it',
    breaks: ['VALID-07', 'MAIL-09'],
    change: email((problems, text) => (text.includes('+') ? [noEmail] : problems(text))),
  },
  {
    id: 'email-in-lower-case',
    does: 'an e-mail is stored in lower case',
    breaks: ['VALID-07', 'MAIL-09'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.toLowerCase() } : undefined,
    ),
  },
])
