/** The classes of changes, worst first, with their meaning for API clients. */
export const classes = {
  breaking: {
    meaning: 'a client that works today may stop working, or an account is at risk',
    next: 'change the clients, or stop the upgrade',
  },
  tightened: {
    meaning: 'something that was accepted is rejected',
    next: 'find out whether your clients or your customers’ data contain it',
  },
  loosened: {
    meaning: 'something that was rejected is accepted',
    next: 'check whether anything relied on the rejection, such as a security check',
  },
  text: { meaning: 'a message has another text', next: 'look for clients and tests that compare texts' },
  minor: { meaning: 'something differs that no client should rely on', next: 'read it once' },
  added: { meaning: 'a field, a header or a mail is new', next: 'nothing, unless a client rejects unknown fields' },
  mended: { meaning: 'a requirement that failed passes now', next: 'remove the workaround, if there is one' },
  timing: { meaning: 'an operation takes clearly longer or shorter', next: 'measure it under load' },
} as const

export type ChangeClass = keyof typeof classes

/** The classes, worst first. */
export const classNames = Object.keys(classes) as ChangeClass[]

/** Each kind of change with its class and the reason. No other place assigns classes. */
export const rules = {
  // The status. If it differs, the rest of the response does too and is not compared.
  refused: ['tightened', 'a success became a refusal; where a MUST no longer holds by it, it is breaking'],
  admitted: ['loosened', 'a refusal became a success; where a MUST no longer holds by it, it is breaking'],
  'server error': ['breaking', 'nobody can act on an answer of 500 and above'],
  'refused rightly': ['text', 'it failed before and is refused now: no client rests on a server error'],
  'other refusal': ['breaking', 'clients act on the status: after a 401 they log in again, after a 400 they do not'],
  'other status': ['breaking', 'clients compare the status with the one they know'],
  // A body.
  'other body': ['breaking', 'a client that reads JSON cannot read a page'],
  'field gone': ['breaking', 'a client that reads it finds nothing'],
  'field new': ['added', 'JSON has room for what a client does not know'],
  type: ['breaking', 'typed clients cannot read it'],
  'became null': ['breaking', 'a client that reads a value finds none'],
  'no longer null': ['added', 'a client that reads it must be ready for a value anyway'],
  value: ['breaking', 'it is no id, time, token or address, and is the same in every run of one shop'],
  format: ['breaking', 'it varies from run to run, but its form does not, and clients read it by its form'],
  identity: ['breaking', 'it is an id or an address, but not the one it was: another customer’s, for instance'],
  length: ['breaking', 'the list has more or fewer entries'],
  'entry gone': ['breaking', 'a client that looks for it in the list finds nothing'],
  'entry new': ['added', 'a list may grow'],
  order: ['minor', 'the same entries come in another order, which no release promises'],
  lifetime: ['minor', 'each shop is set to how long its tokens live; where a MUST no longer holds by it, that is told'],
  name: ['text', 'a name for people, which translations and the server’s libraries give'],
  prose: ['text', 'the prose, host and tags of a document are for people'],
  message: ['text', 'the message of a refusal is for people'],
  page: ['text', 'the text of something that is no JSON is for people'],
  // Headers.
  'media type': ['breaking', 'clients choose by it how to read the body'],
  'header gone': ['minor', 'where one is promised, the requirement about it says so'],
  'header new': ['added', 'clients pass over headers they do not know'],
  'header value': ['minor', 'where one is promised, the requirement about it says so'],
  // Mails.
  'mail missing': ['breaking', 'a customer waits for it'],
  'mail new': ['added', 'a customer gets one more'],
  'mail addressee': ['breaking', 'somebody else reads it'],
  'mail subject': ['text', 'it is for people'],
  'link parameter gone': ['breaking', 'a front end of its own reads it from the link'],
  'link parameter new': ['added', 'a front end passes over what it does not know'],
  // Requirements.
  'MUST broken': ['breaking', 'it held before, and a client breaks or an account is at risk without it'],
  'SHOULD broken': ['minor', 'it held before, and is good practice'],
  'requirement holds': ['mended', 'it did not hold before'],
  // The whole run.
  slower: ['timing', 'the medians of many answers lie apart, and so do their quartiles'],
  faster: ['timing', 'the medians of many answers lie apart, and so do their quartiles'],
} as const satisfies Record<string, readonly [ChangeClass, string]>

export type ChangeKind = keyof typeof rules

/** Returns the class of a kind of change, without regard to requirements that it breaks. */
export const classOf = (kind: ChangeKind): ChangeClass => rules[kind][0]
