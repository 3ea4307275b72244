/** The classes of changes, worst first, with their meaning for API clients. */
export const classes = {
  breaking: {
    meaning: 'a client that works today may stop working, or an account is at risk',
    next: 'change the clients, or stop the upgrade',
  },
  tightened: {
    meaning: 'something that was accepted is rejected',
    next: 'check whether your clients send it, or your customers’ data contain it',
  },
  loosened: {
    meaning: 'something that was rejected is accepted',
    next: 'check whether anything relied on the rejection, such as a security check',
  },
  text: { meaning: 'a message has another text', next: 'look for clients and tests that compare texts' },
  minor: { meaning: 'something differs that no client should rely on', next: 'usually nothing' },
  added: { meaning: 'a field, a header or a mail is new', next: 'nothing, unless a client rejects unknown fields' },
  mended: { meaning: 'a requirement that failed passes now', next: 'remove the workaround, if there is one' },
  timing: { meaning: 'an operation is clearly slower or faster', next: 'measure it under load' },
} as const

export type ChangeClass = keyof typeof classes

/** The classes, worst first. */
export const classNames = Object.keys(classes) as ChangeClass[]

/** Each kind of change with its class and the reason. No other place assigns classes. */
export const rules = {
  // The status. If it differs, the rest of the response does too and is not compared.
  refused: ['tightened', 'a success became an error; breaking if a MUST no longer holds because of it'],
  admitted: ['loosened', 'an error became a success; breaking if a MUST no longer holds because of it'],
  'server error': ['breaking', 'a client cannot act on a status of 500 and above'],
  'refused rightly': ['text', 'a server error became a 4xx status: no client relies on a server error'],
  'other refusal': ['breaking', 'clients act on the status: they log in again after a 401, but not after a 400'],
  'other status': ['breaking', 'clients compare the status with the documented one'],
  // A body.
  'other body': ['breaking', 'a client that expects JSON cannot read another format'],
  'field gone': ['breaking', 'a client that reads the field finds no value'],
  'field new': ['added', 'clients ignore unknown fields of JSON'],
  type: ['breaking', 'clients with fixed types cannot read the value'],
  'became null': ['breaking', 'a client that needs the value finds null'],
  'no longer null': ['added', 'a client must expect a value anyway'],
  value: ['breaking', 'the value is no id, time, token or address, and is the same in every run against one shop'],
  format: ['breaking', 'the value varies from run to run, but its format does not, and clients parse the format'],
  identity: ['breaking', 'the id or address is not the one that it was before; it may be another customer’s'],
  length: ['breaking', 'the list has more or fewer entries'],
  'entry gone': ['breaking', 'a client that looks for the entry does not find it'],
  'entry new': ['added', 'a list may grow'],
  order: ['minor', 'the same entries have another order; no release promises an order'],
  lifetime: [
    'minor',
    'the lifetime of tokens is a setting of the shop; breaking if a MUST no longer holds because of it',
  ],
  name: ['text', 'a name for people, which comes from translations and libraries of the server'],
  prose: ['text', 'the descriptions, host and tags of a document are for people'],
  message: ['text', 'the message of an error is for people'],
  page: ['text', 'text that is not JSON is for people'],
  // Headers.
  'media type': ['breaking', 'clients choose by the media type how to parse the body'],
  'header gone': ['minor', 'a requirement covers each header that is promised'],
  'header new': ['added', 'clients ignore unknown headers'],
  'header value': ['minor', 'a requirement covers each header that is promised'],
  // Mails.
  'mail missing': ['breaking', 'a customer waits for the mail'],
  'mail new': ['added', 'a customer gets one more mail'],
  'mail addressee': ['breaking', 'another person receives the mail'],
  'mail subject': ['text', 'the subject is for people'],
  'link parameter gone': ['breaking', 'a headless front end reads the parameter from the link'],
  'link parameter new': ['added', 'front ends ignore unknown parameters'],
  // Requirements.
  'MUST broken': ['breaking', 'the requirement held before; without it a client breaks or an account is at risk'],
  'SHOULD broken': ['minor', 'the recommendation held before'],
  'requirement holds': ['mended', 'the requirement did not hold before'],
  // The whole run.
  slower: ['timing', 'the medians and the quartiles of the response times differ clearly'],
  faster: ['timing', 'the medians and the quartiles of the response times differ clearly'],
} as const satisfies Record<string, readonly [ChangeClass, string]>

export type ChangeKind = keyof typeof rules

/** Returns the class of a kind of change, without regard to requirements that it breaks. */
export const classOf = (kind: ChangeKind): ChangeClass => rules[kind][0]
