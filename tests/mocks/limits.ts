/** Why a mock does not meet a requirement of profile shape. */
export interface Limit {
  /** The name in the table. */
  readonly mock: string
  readonly why: string
  /** The statement of the program's authors; absent if the OpenAPI document is the cause. */
  readonly link?: string
  readonly requirements: readonly string[]
}

const guide = 'https://github.com/stoplightio/prism/blob/master/docs/guides/01-mocking.md'

/** Lists once each requirement of profile shape that a mock does not meet, with the reason. */
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
    requirements: ['CREATE-13', 'TOKEN-24', 'RESET-49', 'RESET-52', 'CHANGE-06', 'CHANGE-07', 'AVAILABLE-06'],
  },
  {
    mock: 'Prism',
    why: 'answers an unknown route in a form of its own, as problem details, without the headers of the API',
    link: guide,
    requirements: ['ROUTE-12', 'ERROR-01', 'HEAD-02'],
  },
  {
    mock: 'Prism',
    why: 'In the document a customer without e-mail or names, an empty text and any e-mail are valid, because it describes the types that Magento accepts, not its further checks. With these checks Prism would still return the same error for all of them.',
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
    why: 'The document has no example of a guest who changes a password, only of a wrong password.',
    requirements: ['CHANGE-08'],
  },
  {
    mock: 'Prism',
    why: 'The document names the content type without a charset, as client generators require, and has no X-Frame-Options.',
    requirements: ['HEAD-01', 'HEAD-03'],
  },
]
