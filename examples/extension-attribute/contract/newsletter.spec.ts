import { expect, get, post, requirementsOf, rule, scenario } from 'magento-customer-contract'

const newsletter = scenario(
  'acme-newsletter',
  { chapter: 'Acme: newsletter', asks: 'a customer registers, with and without subscribing, and reads the profile' },
  async function* ({ register, ask, login, account }) {
    const customer = (email: string, subscribed: boolean) => ({
      email,
      firstname: 'Jane',
      lastname: 'Doe',
      extension_attributes: { is_subscribed: subscribed },
    })
    const reader = account()
    yield* register(
      'create subscribed',
      reader.email,
      post('/V1/customers', { customer: customer(reader.email, true), password: reader.password }),
    )
    const other = account()
    yield* register(
      'create not subscribed',
      other.email,
      post('/V1/customers', { customer: customer(other.email, false), password: other.password }),
    )
    const token = yield* login('issue', reader)
    yield* ask('me', get('/V1/customers/me', { token }))
  },
)

const { must, should } = requirementsOf(newsletter)
const source = [rule('our app shows the newsletter switch of every customer')]

must(
  'ACME-01',
  'every customer has the extension attribute is_subscribed',
  { why: 'The app crashes where the attribute is missing.', source },
  ({ 'create subscribed': subscribed, 'create not subscribed': notSubscribed, me }) => {
    for (const answer of [subscribed, notSubscribed, me]) {
      expect(answer).toSucceed()
      expect(answer.at('/extension_attributes/is_subscribed')).toBeOfType('boolean')
    }
  },
)

should(
  'ACME-02',
  'who registers without subscribing is not subscribed',
  { why: 'Mails to people who did not ask for them are unlawful.', source },
  ({ 'create not subscribed': answer }) => {
    expect(answer.at('/extension_attributes/is_subscribed')).toEqual(false)
  },
)
