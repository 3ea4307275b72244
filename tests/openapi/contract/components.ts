import type { OpenAPIV3_1 } from 'openapi-types'
import { has } from '../../../release/index.ts'
import type { Scope } from './operation.ts'

/** The security schemes. */
export const securitySchemes: Record<string, OpenAPIV3_1.SecuritySchemeObject> = {
  customer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a customer, from `POST /V1/integration/customer/token`.',
  },
  administrator: {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of an administrator, from `POST /V1/integration/admin/token`. The administrator’s role needs the permission that the operation names. An integration signs its requests with OAuth 1.0a instead, or sends its access token if the shop accepts that (always before 2.4.4).',
  },
}

/** The headers of responses. */
export function headers({ every }: Scope): Record<string, OpenAPIV3_1.HeaderObject> {
  const exactly = every(has('login-assistance-is-known'))
  return {
    CacheControl: {
      description: 'The response must not be stored.',
      required: true,
      schema: { type: 'string', pattern: exactly ? '^no-store$' : '(^|[ ,])no-store($|,)' },
      // Mocks send the example; without one they invent a text.
      example: exactly ? 'no-store' : 'max-age=0, must-revalidate, no-cache, no-store',
    },
    Session: {
      description: 'A PHP session, which this API ignores. Clients need not keep it.',
      schema: { type: 'string' },
    },
  }
}
