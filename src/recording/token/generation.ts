import { has } from '../../../release/index.ts'

/** The releases with JSON Web Tokens. Earlier tokens are opaque and follow the current setting. */
export const jsonWebTokens = has('json-web-tokens')
