const { expect, post, requirementsOf, rule, scenario } = require('magento-customer-contract')

const policy = scenario(
  'acme-password-policy',
  { chapter: 'Acme: password policy', asks: 'visitors register with passwords of 11 and of 12 characters' },
  async function* ({ register, account, secret }) {
    const create = (email, password) =>
      post('/V1/customers', { customer: { email, firstname: 'Jane', lastname: 'Doe' }, password: secret(password) })
    const short = account()
    yield* register('11 characters', short.email, create(short.email, `Aa1!${short.password.slice(0, 7)}`))
    const long = account()
    yield* register('12 characters', long.email, create(long.email, `Aa1!${long.password.slice(0, 8)}`))
  },
)

const { must } = requirementsOf(policy)
const source = [rule('security policy, section 4: passwords have at least 12 characters')]

must(
  'ACMEPASS-01',
  'a password of 11 characters is rejected',
  { why: 'Our insurance pays for no account with a shorter password.', source },
  ({ '11 characters': answer }) => {
    expect(answer).toBeRefusedWith(400)
  },
)

must(
  'ACMEPASS-02',
  'a password of 12 characters is accepted',
  { why: 'The app says that 12 characters are enough.', source },
  ({ '12 characters': answer }) => {
    expect(answer).toSucceed()
  },
)
