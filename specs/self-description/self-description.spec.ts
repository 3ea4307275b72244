import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet, untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { describedOperations, revoking } from '../../src/report/documents/operations.ts'
import { rawOperations } from './description.ts'
import { selfDescription } from './self-description.scenario.ts'

const { should } = requirementsOf(selfDescription)

const revokeIsOffered = has('customer-revokes-tokens')
const deleting = 'DELETE /V1/customers/{customerId}'

const offeredToGuests = {
  '/V1/customers': ['post'],
  '/V1/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}': ['get'],
  '/V1/customers/password': ['put'],
  '/V1/customers/resetPassword': ['post'],
  '/V1/customers/isEmailAvailable': ['post'],
  '/V1/integration/customer/token': ['post'],
}

should(
  'VERSION-01',
  'The shop tells its major and minor version, and the edition',
  {
    why: 'Clients and this suite choose by it what to expect. The patch is left out on purpose: it would show which vulnerabilities exist.',
    source: [recorded('protocol/version#call'), code('module-version/Controller/Index/Index.php:58', '2.4.7-p6')],
  },
  ({ version }, { release: { major, minor } }) => {
    if (version.status !== 200 || !/^(Magento|Mage-OS)\//.test(version.body.text ?? ''))
      untestable('the shop does not show its version', 'allow GET /magento_version, unless it is hidden on purpose')
    // Mage-OS has its own version numbers.
    const told = new RegExp(`^(Magento/${major}\\.${minor}|Mage-OS/\\d+\\.\\d+) \\([^()]+\\)$`)
    expect(version).toHaveHeader('content-type', /^text\//)
    expect(version).toHaveText(told)
  },
)

should(
  'SCHEMA-01',
  'The shop describes its operations as an OpenAPI 2.0 document with its version',
  {
    why: 'Clients are generated from this document. If it is incomplete or of another version, the generator fails or omits operations.',
    source: [recorded('protocol/schema-customer#call'), verified('self-description')],
  },
  ({ schema }, { release: { major, minor } }) => {
    readable(schema)
    expect(schema).toBeJson()
    expect(schema.at('/swagger')).toEqual('2.0')
    expect(schema.at('/info/version')).toEqual(`${major}.${minor}`)
    for (const part of ['/paths', '/definitions']) expect(schema.at(part)).toBeOfType('object')
  },
)

should(
  'SCHEMA-02',
  'The description for guests lists the operations that guests may use, and no others',
  {
    why: 'Listing more shows an attacker what to try; listing less breaks generated clients.',
    source: [recorded('protocol/schema-customer#call'), verified('self-description')],
  },
  ({ schema }) => {
    readable(schema)
    expect(schema.at('/paths')).toBe(`the operations ${JSON.stringify(offeredToGuests)}`, (value) => {
      const paths = Object.entries(Object(value) as Record<string, object>)
      const listed = Object.fromEntries(paths.map(([path, operations]) => [path, Object.keys(operations).sort()]))
      return JSON.stringify(sorted(listed)) === JSON.stringify(sorted(offeredToGuests))
    })
  },
)

should(
  'SCHEMA-03',
  'The description for an administrator lists every operation about customers and their tokens',
  {
    why: 'A client generated from the description cannot call an operation that it omits.',
    source: [recorded('protocol/schema-customer-as-admin#call'), verified('self-description')],
  },
  ({ 'schema as administrator': schema }, { is }) => {
    readable(schema)
    const offered = offeredToAdministrators(is(revokeIsOffered))
    const listed = operationsIn(schema)
    const missing = offered.filter((operation) => !listed.includes(operation))
    if (String(missing) === deleting)
      untestable('the run’s administrator may not delete customers', 'give it the permission Magento_Customer::delete')
    if (!listed.some((operation) => operation.includes(' /V1/customers/me')))
      untestable(
        'the run’s administrator may not do everything',
        'give it a role with all resources, which alone is shown every operation',
      )
    if (missing.length) throw new Unmet(`${offered.length} operations`, `none of ${missing.join(', ')}`, schema)
  },
)

should(
  'SCHEMA-04',
  'Before 2.4.9, the description for an administrator lists no other operation of these services',
  {
    why: 'An operation that a module adds to Magento’s service ends up in generated clients, and fails on every shop without the module.',
    source: [recorded('protocol/schema-customer-as-admin#call'), verified('self-description')],
    in: lacks('admin-description-grows'),
    next: 'a module added an operation to Magento’s service: a client generated from this schema fails on shops without it',
  },
  ({ 'schema as administrator': schema }, { is }) => {
    readable(schema)
    const offered = offeredToAdministrators(is(revokeIsOffered))
    const more = operationsIn(schema).filter((operation) => !offered.includes(operation))
    if (more.length) throw new Unmet(`${offered.length} operations`, `also ${more.join(', ')}`, schema)
  },
)

const offeredToAdministrators = (revokes: boolean) =>
  describedOperations.filter((operation) => revokes || operation !== revoking)

function operationsIn(schema: Exchange): string[] {
  expect(schema.at('/paths')).toBeOfType('object')
  return rawOperations(schema).map(({ operation }) => operation)
}

/** A shop may refuse its schema to guests. */
function readable(schema: Exchange): void {
  if (schema.status !== 200)
    untestable(`the shop returns ${schema.status} for its schema`, 'allow GET /rest/<store>/schema')
}

function sorted<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}
