import { remembering } from '../../shared/memo.ts'

/** A document of whatever version of OpenAPI, as far as it says which operations there are. */
export interface Described {
  readonly paths: Readonly<Record<string, object>>
}

/** One operation of a document. */
export interface Place {
  /** As a person writes it: `POST /V1/customers`. */
  readonly operation: string
  readonly path: string
  readonly method: string
}

/** Every operation of a document, in its order. */
export function operationsOf({ paths }: Described): Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ operation: `${method.toUpperCase()} ${path}`, path, method })),
  )
}

/** Magento's services that keep customers and their tokens: what the suite asks a shop to describe. */
export const describedServices = [
  'customerAccountManagementV1',
  'customerCustomerRepositoryV1',
  'integrationCustomerTokenServiceV1',
]

/** The operations of these services, as every release but the newest has them; of revoking, the older have none. */
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
 * Finds the operation that a request's method and path belong to, as Magento matches them: a written segment goes
 * before a parameter.
 * @returns a function of a method and of a path below `/rest/<store>`, that returns undefined where they belong to none
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
