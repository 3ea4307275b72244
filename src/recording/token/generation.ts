import { has } from '../../../release/index.ts'

/** The releases whose tokens are JSON Web Tokens; before, they are opaque and follow the setting of the moment. */
export const jsonWebTokens = has('json-web-tokens')
