import type { OpenAPIV3_1 } from 'openapi-types'
import { has } from '../../../release/index.ts'
import type { Scope } from './operation.ts'

/** The security schemes. */
export const securitySchemes: Record<string, OpenAPIV3_1.SecuritySchemeObject> = {
  customer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a customer, of `POST /V1/integration/customer/token`.',
  },
  administrator: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of an administrator, of `POST /V1/integration/admin/token`. The permission that an operation names is one of its roles. An integration signs its requests by OAuth 1.0a instead, or shows its access token where the shop takes that (always before 2.4.4).',
  },
}

/** The headers of responses. */
export function headers({ every }: Scope): Record<string, OpenAPIV3_1.HeaderObject> {
  const exactly = every(has('login-assistance-is-known'))
  return {
    CacheControl: {
      description: 'No answer may be stored.',
      required: true,
      schema: { type: 'string', pattern: exactly ? '^no-store$' : '(^|[ ,])no-store($|,)' },
      // Mocks send the example; without one they invent a text.
      example: exactly ? 'no-store' : 'max-age=0, must-revalidate, no-cache, no-store',
    },
    Session: {
      description: 'A session of PHP, which means nothing to this API: keep it or not.',
      schema: { type: 'string' },
    },
  }
}
