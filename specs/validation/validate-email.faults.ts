import { service } from '../../faults/change.ts'
import { readingRegistration } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'

/** Finds other errors in an e-mail than the shop does. */
const email = (change: (problems: (email: string) => string[], email: string) => string[]): Change =>
  service('emailProblems', (problems) => (text) => change(problems, text))

const noEmail = '"Email" is not a valid email address.'

export const emailFaults = faults([
  {
    id: 'email-unchecked',
    does: 'any string is accepted as an e-mail',
    breaks: ['VALID-01', 'VALID-02', 'VALID-03', 'VALID-04', 'VALID-05', 'PROFILE-57'],
    change: email(() => []),
  },
  {
    id: 'email-needs-no-at',
    does: 'an e-mail without an @ is accepted if it has a dot',
    breaks: ['VALID-01', 'PROFILE-57'],
    change: email((problems, text) => (text.includes('@') ? problems(text) : [])),
  },
  {
    id: 'email-with-two-ats',
    does: 'any string with an @ and a later dot is accepted as an e-mail',
    breaks: ['VALID-02'],
    change: email((problems, text) => (/^[^@]+@[^@]+@/.test(text) ? [] : problems(text))),
  },
  {
    id: 'email-with-blank',
    does: 'an e-mail with a space is accepted',
    breaks: ['VALID-02'],
    change: email((problems, text) => problems(text.replace(/(?<=\w) (?=\w)/g, ''))),
  },
  {
    id: 'email-trimmed-on-registration',
    does: 'spaces around an e-mail are removed at registration',
    breaks: ['VALID-03'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.trim() } : undefined,
    ),
  },
  {
    id: 'local-host-accepted',
    does: 'an e-mail with a local host name is accepted',
    breaks: ['VALID-04'],
    change: service('hostProblems', (problems) => (host) => (host === 'localhost' ? [] : problems(host))),
  },
  {
    id: 'long-email-cut',
    does: 'an e-mail that is too long is cut',
    breaks: ['VALID-05'],
    change: readingRegistration((customer) =>
      String(customer.email).length > 255 ? { ...customer, email: String(customer.email).slice(-60) } : undefined,
    ),
  },
  {
    id: 'email-in-ascii-only',
    does: 'an e-mail with a letter outside ASCII before the @ is rejected',
    breaks: ['VALID-06'],
    origin: '2.4.5-p13',
    change: email((problems, text) => (/[^\0-\x7f].*@/.test(text) ? [noEmail] : problems(text))),
  },
  {
    id: 'unicode-email-early',
    does: 'an e-mail with letters outside ASCII before the @ is accepted in a release that rejects it',
    breaks: ['VALID-06'],
    release: '2.4.3-p2',
    change: email((problems, text) => problems(text.replace(/[^\0-\x7f](?=.*@)/g, 'o'))),
  },
  {
    id: 'email-without-plus',
    does: 'an e-mail with a plus is rejected, as by many hand-written patterns',
    breaks: ['VALID-07', 'TOKEN-38', 'MAIL-09', 'PROFILE-53'],
    change: email((problems, text) => (text.includes('+') ? [noEmail] : problems(text))),
  },
  {
    id: 'email-in-lower-case',
    does: 'an e-mail is stored in lower case',
    breaks: ['VALID-07', 'MAIL-09', 'TOKEN-37'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.toLowerCase() } : undefined,
    ),
  },
])
