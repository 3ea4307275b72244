import { remembering } from '../../shared/memo.ts'

/** The operations of a document of any OpenAPI version. */
export interface Described {
  readonly paths: Readonly<Record<string, object>>
}

/** One operation of a document. */
export interface Place {
  /** For output: `POST /V1/customers`. */
  readonly operation: string
  readonly path: string
  readonly method: string
}

/** Returns all operations of a document, in order. */
export function operationsOf({ paths }: Described): Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ operation: `${method.toUpperCase()} ${path}`, path, method })),
  )
}

/** Magento's services for customers and their tokens. The suite requests the description of these. */
export const describedServices = [
  'customerAccountManagementV1',
  'customerCustomerRepositoryV1',
  'integrationCustomerTokenServiceV1',
]

/** The operations of these services in all releases but the newest; older ones do not list the revocation. */
export const revoking = 'POST /V1/integration/customer/revoke-customer-token'
export const describedOperations: readonly string[] = [
  'POST /V1/customers',
  'PUT /V1/customers/me/activate',
  'PUT /V1/customers/{email}/activate',
  'PUT /V1/customers/me/password',
  'GET /V1/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}',
  'PUT /V1/customers/password',
  'POST /V1/customers/resetPassword',
  'GET /V1/customers/{customerId}/confirm',
  'POST /V1/customers/confirm',
  'PUT /V1/customers/validate',
  'GET /V1/customers/{customerId}/permissions/readonly',
  'POST /V1/customers/isEmailAvailable',
  'GET /V1/customers/me/billingAddress',
  'GET /V1/customers/{customerId}/billingAddress',
  'GET /V1/customers/me/shippingAddress',
  'GET /V1/customers/{customerId}/shippingAddress',
  'POST /V1/integration/customer/token',
  revoking,
  'GET /V1/customers/{customerId}',
  'PUT /V1/customers/{customerId}',
  'DELETE /V1/customers/{customerId}',
  'PUT /V1/customers/me',
  'GET /V1/customers/me',
  'GET /V1/customers/search',
]

/**
 * Returns a function that finds the operation of a method and a path below `/rest/<store>`. As in Magento, a literal
 * segment takes precedence over a parameter.
 * @returns a function that returns undefined if no operation matches
 */
export const matcherOf = remembering((document: Described) => {
  const byShape = operationsOf(document).map((place) => ({ place, segments: place.path.split('/') }))
  const written = (segments: readonly string[]) => segments.filter((segment) => !segment.startsWith('{')).length
  byShape.sort((a, b) => written(b.segments) - written(a.segments))
  return (method: string, path: string): Place | undefined => {
    const asked = path.split('/')
    const found = byShape.find(
      ({ place, segments }) =>
        place.method === method.toLowerCase() &&
        segments.length === asked.length &&
        segments.every((segment, index) => (segment.startsWith('{') ? asked[index] !== '' : segment === asked[index])),
    )
    return found?.place
  }
})
