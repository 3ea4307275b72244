import { answers, operation, rule, service } from '../../faults/change.ts'
import { type Change, Refusal } from '../../reference/index.ts'

/** A shop with an unusual but correct set-up, and the maximum of requirements that a run may lose. */
export interface ShopCase {
  readonly is: string
  readonly changes?: readonly Change[]
  readonly settings?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** True without administrator access. */
  readonly guest?: true
  /** `cause effect` of each finding about the set-up. */
  readonly told: readonly string[]
  /** The sentence of the first one. */
  readonly says?: RegExp
  /** The maximum number of requirements that pass on a stock shop and are undecided here. */
  readonly loses: number
  readonly code?: number
  readonly release?: string
  /** Requirements that rightly warn. */
  readonly warns?: readonly string[]
  /** The chapters to run, if other than the default. */
  readonly only?: readonly string[]
}

type Json = Record<string, unknown>
const customerOf = (given: unknown) => (given as { customer: Json }).customer

/** A field of Magento that the shop requires of each customer. */
const requires = (code: string, label: string): Change =>
  service('requiredProblems', (inner) => (customer) => [
    ...inner(customer),
    ...((customer as Json)[code] ? [] : [`"${label}" is a required value.`]),
  ])
const addressRule = (refuses: (address: Json) => boolean, words: string): Change =>
  service('addressLines', (inner) => (address) => [...inner(address), ...(refuses(address) ? [words] : [])])
const refuses = (
  name: string,
  refusal: Refusal,
  unless = (_: { user?: { type: string } | undefined }) => false,
): Change =>
  operation(name, (call, inner) => {
    if (!unless(call)) throw refusal
    return inner(call)
  })
const byAdministrator = ({ user }: { user?: { type: string } | undefined }) => user?.type === 'admin'
const phoneRule = addressRule(({ telephone }) => !/^\+\d{8,15}$/.test(String(telephone)), 'Please enter a valid phone.')
const acmeAlone = operation('customer.create', (call, inner) => {
  const { email = '' } = customerOf(call.arguments)
  if (!/@acme\.com$/i.test(String(email))) throw new Refusal(400, 'Only e-mail addresses of acme.com may register.')
  return inner(call)
})
/** A language pack without some texts. */
const german: readonly (readonly [RegExp, string])[] = [
  [/^The consumer isn't authorized.*/, 'Der Nutzer darf nicht auf %resources zugreifen.'],
  [/^"%fieldName" is required.*/, '"%fieldName" ist erforderlich.'],
  [/^The account sign-in was incorrect.*/, 'Die Anmeldung war falsch.'],
  [/^"(.*)" is a required value\.$/, '"$1" ist ein Pflichtfeld.'],
]
const translated = (text: string) => german.reduce((all, [from, to]) => all.replace(from, to), text)
const inGerman = answers(
  (_, { status, value }) => status >= 400 && typeof (value as Json | undefined)?.message === 'string',
  ({ value }) => {
    const { message, errors, ...rest } = value as { message: string; errors?: { message: string }[] }
    const all = errors?.map((error) => ({ ...error, message: translated(error.message) }))
    return { value: { message: translated(message), ...(all ? { errors: all } : {}), ...rest } }
  },
)
const once = (shop: Parameters<Change>[0]) => {
  const used = new Set<unknown>()
  operation('customer.create', (call, inner) => {
    const numbers = ((customerOf(call.arguments).addresses ?? []) as Json[]).map(({ telephone }) => telephone)
    if (numbers.some((number) => used.has(number))) throw new Refusal(400, 'This telephone number is taken.')
    const created = inner(call)
    for (const number of numbers) used.add(number)
    return created
  })(shop)
}
const latinAlone = operation('customer.create', (call, inner) => {
  const { firstname, lastname } = customerOf(call.arguments)
  if (/[^A-Za-z .'-]/.test(`${firstname}${lastname}`)) throw new Refusal(400, 'Please use Latin letters only.')
  return inner(call)
})
const traced = answers(
  (_, { status, value }) => status >= 400 && typeof (value as Json | undefined)?.message === 'string',
  ({ value }) => ({ value: { ...(value as Json), trace: '#0 /var/www/html/vendor/magento/framework/Webapi.php' } }),
)
const readsCustomers: Change = ({ store }) => {
  for (const admin of store.admins) admin.resources = ['Magento_Customer::customer']
}
const history = service('checkNewPassword', (inner, shop) => (password, email) => {
  inner(password, email)
  const customer = [...shop.store.customers.values()].find((one) => one.email === email)
  if (customer && shop.services.passwordMatches(customer, password))
    throw new Refusal(400, 'You cannot use a password that you used before.')
})
const awaiting = new Refusal(401, 'Your account is awaiting approval.')
const closed = 'guest-registration adapted'
const phone = { MAGENTO_CUSTOMER_FIELDS: '{"address": {"telephone": "+15125551111"}}' }

export const shopCases: readonly ShopCase[] = [
  {
    is: 'requires a gender and a tax number, which the refusal names',
    changes: [requires('gender', 'Gender'), requires('taxvat', 'Tax/VAT Number')],
    guest: true,
    told: ['required-field adapted'],
    says: /: gender, taxvat\.$/,
    loses: 2,
  },
  {
    is: 'requires a middle name, which updates repeat',
    changes: [requires('middlename', 'Middle Name/Initial')],
    told: ['required-field adapted'],
    loses: 1,
  },
  {
    is: 'requires a company, and nobody tells but the refusal',
    settings: { 'customer/address/company_show': 'req' },
    guest: true,
    told: ['required-field adapted'],
    says: /: address company\.$/,
    loses: 1,
  },
  {
    is: 'says in German what it requires',
    changes: [requires('dob', 'Date of Birth'), inGerman],
    told: ['required-field adapted'],
    loses: 2,
  },
  {
    is: 'checks telephone numbers with a module',
    changes: [phoneRule],
    told: ['required-field limits'],
    says: /refuses the address of Adobe’s tutorial, which a stock shop accepts \(400 "Please enter a valid phone\."\)/,
    loses: 60,
  },
  {
    is: 'checks telephone numbers, and is given one',
    changes: [phoneRule],
    environment: phone,
    told: ['required-field adapted'],
    loses: 4,
  },
  { is: 'needs no telephone', settings: { 'customer/address/telephone_show': '' }, told: [], loses: 1 },
  {
    is: 'keeps guests out with 403 and words of its own',
    changes: [refuses('customer.create', new Refusal(403, 'Die Registrierung ist geschlossen.'), byAdministrator)],
    told: [closed],
    loses: 12,
  },
  {
    is: 'keeps guests out with 404',
    changes: [refuses('customer.create', new Refusal(404, 'Request does not match any route.'), byAdministrator)],
    told: [closed],
    loses: 12,
  },
  {
    is: 'names its domain in the refusal of another',
    changes: [acmeAlone],
    told: ['email-domain stops'],
    says: /refuses registrations with an e-mail address of example\.com/,
    loses: 1000,
    code: 3,
  },
  {
    is: 'registers one domain, which is set',
    changes: [acmeAlone],
    environment: { MAGENTO_EMAIL_DOMAIN: 'acme.com' },
    told: ['email-domain limits'],
    loses: 8,
  },
  {
    is: 'issues tokens to accounts that wait for approval, and refuses them',
    changes: [refuses('customer.me', awaiting)],
    told: ['login limits'],
    says: /can log in, but its token is refused/,
    loses: 150,
  },
  {
    is: 'issues opaque tokens, without the module of JSON Web Tokens',
    changes: [rule('jsonWebTokens', false)],
    told: ['token adapted'],
    loses: 8,
  },
  {
    is: 'locks accounts after two failed logins',
    settings: { 'customer/password/lockout_failures': '2' },
    told: ['lockout limits'],
    says: /refuses the right password after 4 failed logins/,
    loses: 20,
  },
  {
    is: 'takes each telephone number once',
    changes: [once],
    guest: true,
    told: ['required-field adapted'],
    loses: 8,
  },
  { is: 'takes names of Latin letters alone', changes: [latinAlone], told: ['required-field limits'], loses: 30 },
  {
    is: 'runs in developer mode, which one requirement warns of',
    changes: [traced],
    told: ['developer-mode adapted'],
    warns: ['ERROR-10'],
    loses: 3,
  },
  { is: 'has an administrator who may only read customers', changes: [readsCustomers], told: [], loses: 40 },
  {
    is: 'keeps a history of passwords',
    changes: [history],
    only: ['CHANGE'],
    told: [],
    warns: ['CHANGE-10'],
    loses: 1,
  },
  {
    is: 'needs no postcode',
    settings: { 'general/country/optional_zip_countries': 'HK,IE,MO,PA,GB,US' },
    release: '2.4.7-p6',
    told: [],
    loses: 1,
  },
  {
    is: 'wants passwords of 24 characters',
    settings: { 'customer/password/minimum_password_length': '24' },
    told: [],
    loses: 0,
  },
  {
    is: 'takes a password of one character',
    settings: {
      'customer/password/minimum_password_length': '1',
      'customer/password/required_character_classes_number': '1',
    },
    only: ['POLICY'],
    told: [],
    loses: 8,
  },
  {
    is: 'requires a captcha for a login',
    changes: [refuses('token.create', new Refusal(400, 'Turnstile verification failed.'))],
    told: ['login limits'],
    loses: 250,
  },
]
