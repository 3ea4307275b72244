import { createHmac } from 'node:crypto'
import { HttpResponse, http } from 'msw'

/**
 * Magento's customer API as a front-end team might mock it: it stores accounts and tokens, and returns the errors that
 * forms have to handle. The same handlers work in a browser's service worker and in unit tests.
 */
const customers = new Map()
const tokens = new Map()
let lastId = 0

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-frame-options': 'SAMEORIGIN',
}
const answer = (body, status = 200) => new HttpResponse(JSON.stringify(body), { status, headers })
const refuse = (status, message, more = {}) => answer({ message, ...more }, status)

const required = (fieldName) => ({
  message: '"%fieldName" is required. Enter and try again.',
  parameters: { fieldName },
})
/** A single missing field is the error itself; several are listed in `errors`. */
function missing(body, ...fields) {
  const errors = fields.filter((field) => body[field] === undefined || body[field] === null).map(required)
  if (errors.length === 0) return undefined
  return errors.length === 1
    ? answer(errors[0], 400)
    : refuse(400, 'One or more input exceptions have occurred.', { errors })
}

const unauthorized = () =>
  refuse(401, "The consumer isn't authorized to access %resources.", { parameters: { resources: 'self' } })
const signInFailed = () =>
  refuse(
    401,
    'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
  )
const wrongType = (value, expected) =>
  refuse(400, `The "${value}" value's type is invalid. The "${expected}" type was expected. Verify and try again.`)

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function issue({ id }) {
  const issuedAt = Math.floor(Date.now() / 1000)
  const claims = { uid: id, utypid: 3, iat: issuedAt, exp: issuedAt + 3600 }
  const content = `${encoded({ kid: '1', alg: 'HS256' })}.${encoded(claims)}`
  const token = `${content}.${createHmac('sha256', 'the key of a mock').update(content).digest('base64url')}`
  tokens.set(token, id)
  return token
}

const bearerOf = (request) => request.headers.get('authorization')?.replace(/^Bearer /, '')
const customerOf = (request) => customers.get(tokens.get(bearerOf(request)))
const byEmail = (email) =>
  [...customers.values()].find(({ profile }) => profile.email.toLowerCase() === String(email).toLowerCase())
const bodyOf = async (request) => (await request.json().catch(() => undefined)) ?? {}

/** All operations below need a customer's token. */
const own =
  (handle) =>
  async ({ request, params }) => {
    const customer = customerOf(request)
    return customer ? handle(customer, await bodyOf(request), params) : unauthorized()
  }
const open =
  (handle) =>
  async ({ request, params }) =>
    handle(await bodyOf(request), params)

/** Returns the error in the fields of a customer, if there is one. */
function problemOf({ email, firstname, lastname }) {
  if (email === undefined) return 'The email address is required to create a customer account.'
  const labels = [!firstname && 'First Name', !lastname && 'Last Name'].filter(Boolean)
  if (labels.length) return labels.map((label) => `"${label}" is a required value.`).join('\n')
  if (email === '') return 'The customer email is missing. Enter and try again.'
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return '"Email" is not a valid email address.'
  return undefined
}

const now = () => new Date().toISOString().slice(0, 19).replace('T', ' ')
const snake = (value) => {
  if (Array.isArray(value)) return value.map(snake)
  if (typeof value !== 'object' || value === null) return value
  const spelt = (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [spelt(key), snake(inner)]))
}

function addressesOf(id, sent = []) {
  return snake(sent).map((address) => ({
    ...address,
    id: ++lastId,
    customer_id: id,
    region_id: address.region?.region_id ?? 0,
  }))
}
const defaultOf = (addresses, role) => {
  const found = addresses.find((address) => address[role])
  return found ? { [role]: String(found.id) } : {}
}

function profileOf(id, { email, firstname, lastname, addresses: sent }, createdAt = now()) {
  const addresses = addressesOf(id, sent)
  return {
    id,
    group_id: 1,
    ...defaultOf(addresses, 'default_billing'),
    ...defaultOf(addresses, 'default_shipping'),
    created_at: createdAt,
    updated_at: now(),
    created_in: 'Default Store View',
    email,
    firstname,
    lastname,
    store_id: 1,
    website_id: 1,
    addresses,
    disable_auto_group_change: 0,
    extension_attributes: { is_subscribed: false },
  }
}

function register({ customer, password }) {
  if (!customer) return answer(required('customer'), 400)
  const problem = problemOf(customer)
  if (problem) return refuse(400, problem)
  if (byEmail(customer.email))
    return refuse(400, 'A customer with the same email address already exists in an associated website.')
  const id = ++lastId
  customers.set(id, { password, profile: profileOf(id, customer) })
  return answer(customers.get(id).profile)
}

function logIn({ username, password }) {
  const nothing = missing({ username: username || undefined, password: password || undefined }, 'username', 'password')
  if (nothing) return nothing
  const customer = byEmail(username)
  return customer && customer.password === password ? answer(issue(customer.profile)) : signInFailed()
}

function update(customer, { customer: changes }) {
  if (!changes) return answer(required('customer'), 400)
  const problem = problemOf(changes)
  if (problem) return refuse(400, problem)
  const { id, created_at: createdAt, addresses } = customer.profile
  const changed = profileOf(id, { ...changes, addresses: changes.addresses ?? addresses }, createdAt)
  customer.profile = { ...customer.profile, ...changed }
  return answer(customer.profile)
}

function changePassword(customer, body) {
  const nothing = missing(body, 'currentPassword', 'newPassword')
  if (nothing) return nothing
  if (body.currentPassword !== customer.password)
    return refuse(401, "The password doesn't match this account. Verify the password and try again.")
  customer.password = body.newPassword
  return answer(true)
}

function revoke({ profile }) {
  for (const [token, id] of tokens) if (id === profile.id) tokens.delete(token)
  return answer(true)
}

function isAvailable({ customerEmail, websiteId }) {
  if (customerEmail === undefined) return answer(required('customerEmail'), 400)
  if (Array.isArray(customerEmail)) return wrongType('array', 'string')
  if (websiteId !== undefined && !Number.isInteger(Number(websiteId))) return wrongType(websiteId, 'int')
  return answer(true)
}

function requestReset(body) {
  const nothing = missing(body, 'email', 'template')
  if (nothing) return nothing
  if (byEmail(body.email)) return answer(true)
  return refuse(404, 'No such entity with %fieldName = %fieldValue, %field2Name = %field2Value', {
    parameters: { fieldName: 'email', fieldValue: body.email, field2Name: 'websiteId', field2Value: 1 },
  })
}

/** The mock sends no mail, so every reset token is invalid. */
function reset(body) {
  const nothing = missing(body, 'email', 'resetToken', 'newPassword')
  if (nothing) return nothing
  return body.resetToken === '' ? answer(required('resetPasswordLinkToken'), 400) : tokenMismatched()
}
const tokenMismatched = () => refuse(400, 'The password token is mismatched. Reset and try again.')

const defaultAddress = (role) => (customer) => answer(customer.profile.addresses.find((address) => address[role]) ?? [])

const routes = (base) => [
  http.post(`${base}/customers`, open(register)),
  http.post(`${base}/integration/customer/token`, open(logIn)),
  http.post(`${base}/integration/customer/revoke-customer-token`, own(revoke)),
  http.get(
    `${base}/customers/me`,
    own(({ profile }) => answer(profile)),
  ),
  http.put(`${base}/customers/me`, own(update)),
  http.put(`${base}/customers/me/password`, own(changePassword)),
  http.get(`${base}/customers/me/billingAddress`, own(defaultAddress('default_billing'))),
  http.get(`${base}/customers/me/shippingAddress`, own(defaultAddress('default_shipping'))),
  http.post(`${base}/customers/isEmailAvailable`, open(isAvailable)),
  http.put(`${base}/customers/password`, open(requestReset)),
  http.post(`${base}/customers/resetPassword`, open(reset)),
  http.get(`${base}/customers/:id/password/resetLinkToken/:token`, open(tokenMismatched)),
]

export const handlers = [
  ...routes('*/rest/default/V1'),
  ...routes('*/rest/V1'),
  http.all('*', () => refuse(404, 'Request does not match any route.')),
]
