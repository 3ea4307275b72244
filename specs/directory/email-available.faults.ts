import { operation } from '../../faults/change.ts'
import { refuse } from '../../faults/changes/registrations.ts'
import { reading } from '../../faults/changes/requests.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const isAsked = (url: string) => url.endsWith('/isEmailAvailable')

/** Requirements about e-mails that are reported as available. */
const withoutAvailable = [
  'AVAILABLE-01',
  'AVAILABLE-05',
  'BIND-01',
  'BIND-03',
  'BIND-04',
  'NEG-01',
  'NEG-02',
  'NEG-03',
  'NEG-04',
  'NEG-05',
  'NEG-12',
  'NEG-13',
  'ROUTE-01',
  'ROUTE-02',
  'ROUTE-03',
  'ROUTE-08',
  'ROUTE-10',
  'ROUTE-25',
] as const

export const emailAvailableFaults = faults([
  {
    id: 'no-email-available',
    does: 'isEmailAvailable returns false for every e-mail',
    breaks: [...withoutAvailable],
    change: answering('email.available', () => false),
  },
  {
    id: 'every-email-available-early',
    does: 'isEmailAvailable returns true for every e-mail in 2.4.3',
    breaks: ['AVAILABLE-02'],
    release: '2.4.3-p2',
    origin: '2.4.4-p4',
    change: answering('email.available', () => true),
  },
  {
    id: 'availability-by-case',
    does: 'isEmailAvailable returns true for a known e-mail in other letter case',
    breaks: ['AVAILABLE-02'],
    release: '2.4.3-p2',
    change: operation('email.available', (call, inner) => {
      const { customerEmail } = call.arguments as { customerEmail: string }
      return customerEmail !== customerEmail.toLowerCase() || inner(call)
    }),
  },
  {
    id: 'availability-by-case-where-truthful',
    does: 'isEmailAvailable, where set to answer truthfully, returns true for a known e-mail in other letter case',
    breaks: ['AVAILABLE-03'],
    settings: { 'checkout/options/enable_guest_checkout_login': '1' },
    change: operation('email.available', (call, inner) => {
      const { customerEmail } = call.arguments as { customerEmail: string }
      return customerEmail !== customerEmail.toLowerCase() || inner(call)
    }),
  },
  {
    id: 'availability-as-object',
    does: 'isEmailAvailable returns an object instead of a boolean',
    breaks: [...withoutAvailable, 'ACCESS-22', 'ACCESS-23', 'EXPIRY-10', 'REVOKE-10', 'AVAILABLE-03'],
    change: answering('email.available', (available) => ({ available })),
  },
  {
    id: 'availability-as-text',
    does: 'isEmailAvailable returns a string instead of a boolean',
    breaks: [
      'ACCESS-22',
      'ACCESS-23',
      'EXPIRY-10',
      'REVOKE-10',
      'ROUTE-01',
      'ROUTE-02',
      'ROUTE-03',
      'ROUTE-08',
      'ROUTE-10',
      'ROUTE-25',
      'NEG-01',
      'NEG-02',
      'NEG-03',
      'NEG-12',
      'NEG-13',
      'BIND-01',
      'BIND-03',
      'BIND-04',
      'AVAILABLE-01',
      'AVAILABLE-03',
      'AVAILABLE-05',
    ],
    change: answering('email.available', (free) => String(free)),
  },
  {
    id: 'taken-email-refused',
    does: 'isEmailAvailable returns an error for a known e-mail',
    breaks: ['EXPIRY-10', 'REVOKE-10', 'AVAILABLE-03'],
    change: operation('email.available', (call, inner, shop) => {
      const { customerEmail } = call.arguments as { customerEmail: string }
      if (shop.services.findCustomer(customerEmail, call.store.websiteId)) refuse(400, 'The e-mail is taken.')
      return inner(call)
    }),
  },
  {
    id: 'availability-of-nothing',
    does: 'isEmailAvailable without an e-mail returns true',
    breaks: ['BODY-04', 'BIND-08', 'AVAILABLE-04'],
    change: reading((body, { url }) => (isAsked(url) && !body.customerEmail ? { customerEmail: '' } : undefined)),
  },
  {
    id: 'availability-needs-email',
    does: 'isEmailAvailable rejects an invalid e-mail',
    breaks: ['AVAILABLE-05'],
    change: operation('email.available', (call, inner, shop) => {
      const [problem] = shop.services.emailProblems(String(call.arguments.customerEmail))
      return problem ? refuse(400, problem) : inner(call)
    }),
  },
  {
    id: 'list-of-emails-read',
    does: 'isEmailAvailable uses the first entry of a list sent as e-mail',
    breaks: ['BIND-06', 'AVAILABLE-06'],
    change: reading(({ customerEmail, ...body }, { url }) =>
      isAsked(url) && Array.isArray(customerEmail) ? { ...body, customerEmail: customerEmail[0] } : undefined,
    ),
  },
  {
    id: 'website-checked-early',
    does: 'isEmailAvailable rejects an unknown website in 2.4.3',
    breaks: ['AVAILABLE-07'],
    release: '2.4.3-p2',
    origin: '2.4.5-p13',
    change: operation('email.available', (call, inner, shop) => {
      shop.services.websiteById((call.arguments.websiteId as number | undefined) ?? 1)
      return inner(call)
    }),
  },
  {
    id: 'website-ignored',
    does: 'isEmailAvailable ignores `websiteId`, whatever is sent',
    breaks: ['BIND-02', 'BIND-07', 'AVAILABLE-06', 'AVAILABLE-08'],
    change: reading(({ websiteId, website_id, ...others }, { url }) => (isAsked(url) ? others : undefined)),
  },
  {
    id: 'website-not-checked',
    does: 'isEmailAvailable returns true for an unknown website',
    breaks: ['AVAILABLE-08'],
    origin: '2.4.1',
    change: operation('email.available', (call, inner) => {
      call.arguments = { ...call.arguments, websiteId: undefined }
      return inner(call)
    }),
  },
])

/** A server that follows the recommendations about e-mails, which this setting of Magento does not follow. */
export const emailAvailableRemedies = faults([
  {
    id: 'availability-reveals-nothing',
    does: 'isEmailAvailable returns true for every e-mail',
    breaks: ['AVAILABLE-09'],
    settings: { 'checkout/options/enable_guest_checkout_login': '1' },
    change: answering('email.available', () => true),
  },
])
