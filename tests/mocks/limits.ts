/** Why a mock does not keep what profile shape demands. */
export interface Limit {
  /** As the table names it. */
  readonly mock: string
  readonly why: string
  /** Where the program's makers say so; none where the OpenAPI document is at fault. */
  readonly link?: string
  readonly requirements: readonly string[]
}

const guide = 'https://github.com/stoplightio/prism/blob/master/docs/guides/01-mocking.md'

/** Every requirement of profile shape that a mock does not keep stands here once, with the reason. */
export const limits: readonly Limit[] = [
  {
    mock: 'Prism',
    why: 'tells requests apart only by whether they are valid under the document: one that is valid is answered with the first example of its success, whatever its values are',
    link: guide,
    requirements: ['TOKEN-17', 'RESET-47', 'CHANGE-03'],
  },
  {
    mock: 'Prism',
    why: 'answers every invalid request to an operation with the same example of its refusal, and so cannot name what is missing from each',
    link: guide,
    requirements: ['TOKEN-24', 'RESET-49', 'RESET-52', 'CHANGE-06', 'CHANGE-07', 'AVAILABLE-06'],
  },
  {
    mock: 'Prism',
    why: 'answers an unknown route in a form of its own, as problem details',
    link: guide,
    requirements: ['ROUTE-12', 'ERROR-01'],
  },
  {
    mock: 'Prism',
    why: 'The document requires neither e-mail nor names of a customer, forbids no empty text and states no form of an e-mail, so that such a request is valid under it: a client may spell a field in two ways.',
    requirements: [
      'CREATE-14',
      'CREATE-15',
      'CREATE-16',
      'CREATE-17',
      'CREATE-18',
      'CREATE-42',
      'VALID-01',
      'RESET-50',
      'RESET-51',
      'PROFILE-11',
      'PROFILE-12',
    ],
  },
  {
    mock: 'Prism',
    why: 'The first example of a refusal is another one in the document than that for what is missing, or for no token.',
    requirements: ['CREATE-13', 'CHANGE-08'],
  },
  {
    mock: 'Prism',
    why: 'The document names the type without a charset, shows no value of Cache-Control, and does not have X-Frame-Options.',
    requirements: ['HEAD-01', 'HEAD-02', 'HEAD-03'],
  },
]
