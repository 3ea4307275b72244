import { randomBytes } from 'node:crypto'

/** The user of a token. */
export interface User {
  type: 'customer' | 'admin' | 'integration'
  id: number
}

export interface StoreView {
  id: number
  code: string
  name: string
  websiteId: number
}

export interface Website {
  id: number
  code: string
  name: string
  /** Name of its store group, used as the signature of mails. */
  groupName: string
  defaultStoreId: number
}

export interface Address {
  id: number
  customer_id: number
  regionText?: string | undefined
  /** undefined if the address was written without a region. */
  region_id?: number | undefined
  country_id: string
  street: string[]
  [field: string]: unknown
}

/** A stored customer. Names with underscores are those of the API. */
export interface Customer {
  id: number
  group_id: number
  default_billing?: string | undefined
  default_shipping?: string | undefined
  confirmation?: string | undefined
  created_at: string
  updated_at: string
  created_in: string
  dob?: string | undefined
  email: string
  firstname: string
  lastname: string
  middlename?: string | undefined
  prefix?: string | undefined
  suffix?: string | undefined
  gender?: number | undefined
  store_id: number
  taxvat?: string | undefined
  website_id: number
  addresses: Address[]
  disable_auto_group_change: number
  subscribed: boolean
  passwordHash?: string | undefined
  resetToken?: string | undefined
  /** Milliseconds since 1970. */
  resetTokenAt?: number | undefined
  failures: number
  lockExpires?: number | undefined
  active: boolean
  lastLoginAt?: number | undefined
}

export interface Admin {
  id: number
  username: string
  password: string
  resources: 'all' | string[]
  /** Base32 secret of Google Authenticator, if configured. */
  otpSecret?: string
}

/** An integration has its own permissions. It signs its requests, or sends its access token if that is allowed. */
export interface Integration {
  id: number
  consumerKey: string
  consumerSecret: string
  accessToken: string
  accessTokenSecret: string
  resources: 'all' | string[]
}

export interface OpaqueToken {
  user: User
  /** Whole seconds since 1970. */
  createdAt: number
}

/** A storefront session. */
export interface Session {
  /** Form key: in each form of the session's pages, and required in what they submit. */
  formKey: string
  customerId?: number | undefined
  /** True if the customer's password was changed: the next page redirects, and the session ends. */
  ended?: true
  /** The page to redirect to after a login. */
  wanted?: string | undefined
  /** From the last reset link that was followed. */
  resetLink?: { customerId: number; token: string } | undefined
}

export interface Store {
  websites: Website[]
  stores: StoreView[]
  groups: number[]
  admins: Admin[]
  integrations: Integration[]
  /** Nonces of signed requests by consumer, so that none is accepted twice. */
  nonces: Set<string>
  /** The value of X-ReCaptcha that counts as solved. */
  solvedCaptcha: string
  customers: Map<number, Customer>
  addressOwners: Map<number, number>
  /** Opaque tokens, by text. */
  tokens: Map<string, OpaqueToken>
  /** Tokens without expiry, by text. */
  permanentTokens: Map<string, User>
  /** For `type:id`, the time in seconds since 1970 up to which tokens are revoked. */
  revocations: Map<string, number>
  /** Storefront sessions, by the id in their cookie. */
  sessions: Map<string, Session>
  loginFailures: Map<string, { count: number; expiresAt: number }>
  resetRequests: { address: string; email: string; at: number }[]
  secret: Buffer
  lastCustomerId: number
  lastAddressId: number
  /** Customers by e-mail as the database compares it: ignoring case and trailing spaces. */
  byEmail: Map<string, Customer[]>
  put(customer: Customer, email: string): void
  remove(customer: Customer): void
}

/** The admin store, current for `/rest/all`. */
export const adminStore: StoreView = { id: 0, code: 'admin', name: 'Admin', websiteId: 0 }

export const databaseKey = (email: string) => email.replace(/ +$/, '').toLowerCase()

export function createStore(): Store {
  const customers = new Map<number, Customer>()
  const byEmail = new Map<string, Customer[]>()
  const forget = (customer: Customer) => {
    const key = databaseKey(customer.email)
    const others = (byEmail.get(key) ?? []).filter((other) => other !== customer)
    if (others.length) byEmail.set(key, others)
    else byEmail.delete(key)
  }
  return {
    websites: [{ id: 1, code: 'base', name: 'Main Website', groupName: 'Main Website Store', defaultStoreId: 1 }],
    stores: [{ id: 1, code: 'default', name: 'Default Store View', websiteId: 1 }],
    groups: [0, 1, 2, 3],
    admins: [{ id: 1, username: 'admin', password: 'Admin123', resources: 'all' }],
    integrations: [],
    nonces: new Set(),
    solvedCaptcha: 'a-solved-recaptcha',
    customers,
    byEmail,
    addressOwners: new Map(),
    tokens: new Map(),
    permanentTokens: new Map(),
    revocations: new Map(),
    sessions: new Map(),
    loginFailures: new Map(),
    resetRequests: [],
    secret: randomBytes(64),
    lastCustomerId: 0,
    lastAddressId: 0,
    put: (customer, email) => {
      forget(customer)
      customer.email = email
      customers.set(customer.id, customer)
      byEmail.set(databaseKey(email), [...(byEmail.get(databaseKey(email)) ?? []), customer])
    },
    remove: (customer) => {
      forget(customer)
      customers.delete(customer.id)
    },
  }
}
