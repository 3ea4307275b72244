import { operation, service } from '../../faults/change.ts'
import { readingRegistration } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'

/** Changes the user name of a login. */
const readingName = (change: (name: string) => string): Change =>
  operation('token.create', (call, login) => {
    const { username } = call.arguments
    if (typeof username === 'string') call.arguments = { ...call.arguments, username: change(username) }
    return login(call)
  })

export const plusAddressFaults = faults([
  {
    id: 'plus-read-as-blank',
    does: 'a login treats the plus sign of an e-mail as a space',
    breaks: ['TOKEN-38', 'PROFILE-53'],
    change: readingName((name) => name.replaceAll('+', ' ')),
  },
  {
    id: 'emails-in-lower-case',
    does: 'a registration stores the e-mail in lower case',
    breaks: ['VALID-07', 'TOKEN-37', 'MAIL-09'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.toLowerCase() } : undefined,
    ),
  },
  {
    id: 'similar-emails-are-taken',
    does: 'a registration treats e-mails that differ in a dot or in the tag after a plus sign as the same e-mail',
    breaks: ['CREATE-46'],
    change: service('checkEmailIsFree', (check, shop) => (email, website, own) => {
      const key = (text: string) => text.toLowerCase().replace(/\+[^@]*(?=@)|\.(?=[^@]*@)/g, '')
      for (const { id, email: other } of shop.store.customers.values())
        if (id !== own && key(other) === key(email)) return check(other, website, own)
      check(email, website, own)
    }),
  },
  {
    id: 'tags-cut-off',
    does: 'the tag after the plus sign of an e-mail is removed at registration and login',
    breaks: ['VALID-07', 'TOKEN-37', 'TOKEN-39', 'MAIL-09', 'PROFILE-53', 'CREATE-46'],
    change: (shop) => {
      const cut = (text: string) => text.replace(/\+[^@]*@/, '@')
      readingRegistration((customer) =>
        typeof customer.email === 'string' ? { ...customer, email: cut(customer.email) } : undefined,
      )(shop)
      readingName(cut)(shop)
    },
  },
])
