import { has } from '../../release/index.ts'
import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { differences } from '../../src/report/documents/compare.ts'
import { contradictions } from '../../src/report/documents/contradictions.ts'
import type { Facts } from '../../src/report/documents/facts.ts'
import { openapi2Problem } from '../../src/report/documents/openapi-2.ts'
import { describedOperations, operationsOf } from '../../src/report/documents/operations.ts'
import { nearestPublished } from '../../src/report/documents/published.ts'
import { valueAt } from '../../src/shared/json/pointer.ts'
import { remembering, rememberingBoth } from '../../src/shared/memo.ts'
import { askedForDescription, descriptions, rawOperations, readDescriptions, referencesOf } from './description.ts'

const { should } = requirementsOfRun('Self-description')
const asAdministrator = recorded('protocol/schema-customer-as-admin#call')
const asGuest = recorded('protocol/schema-customer#call')

should(
  'SCHEMA-05',
  'A request for the description never returns an internal error',
  {
    why: 'One module with annotations that Magento cannot read breaks the whole description: no client can be generated.',
    source: [asGuest, thread('mollie/magento2#296'), thread('MultiSafepay/magento2#29')],
    next: 'a module has annotations that Magento cannot read: the shop’s log (var/log/exception.log) names the class',
  },
  (exchanges) => {
    const broken = askedForDescription(exchanges).find(({ status }) => status >= 500)
    if (broken) throw new Unmet('a description, or a refusal', `${broken.status}`, broken)
  },
)

should(
  'SCHEMA-06',
  'A description is valid against the official JSON Schema of OpenAPI 2.0',
  {
    why: 'Generators, linters and mocks reject an invalid document, or each reads it differently.',
    source: [asAdministrator, thread('magento/magento2#37480')],
  },
  (exchanges) => {
    for (const description of descriptions(exchanges)) {
      const problem = openapi2Problem(description.json)
      if (problem) throw new Unmet('a valid OpenAPI 2.0 document', problem, description)
    }
  },
)

should(
  'SCHEMA-14',
  '`basePath` of a description is the path of the API, with the store code that was asked',
  {
    why: 'A generated client sends every request below this path. With another one it finds nothing, or another store view.',
    source: [asGuest, code('module-webapi/Model/Rest/Swagger/Generator.php', '2.4.7-p6')],
  },
  (exchanges) => {
    for (const description of descriptions(exchanges)) {
      const asked = new URL(description.data.request.url).pathname.replace(/\/schema\/?$/, '')
      const { value } = description.at('/basePath')
      // A proxy in front of the shop may have removed the beginning of the path.
      if (typeof value !== 'string' || !/\/rest\b/.test(value) || !asked.endsWith(value))
        throw new Unmet(asked, JSON.stringify(value), description, '/basePath')
    }
  },
)

should(
  'SCHEMA-07',
  'From 2.4.5, each operation of a description has a unique `operationId`',
  {
    why: 'Generators name methods by `operationId`. Two operations of one name overwrite each other, and calls go to the wrong one.',
    source: [asAdministrator, verified('self-description')],
    in: has('operation-ids-are-unique'),
  },
  (exchanges) => {
    for (const description of descriptions(exchanges)) {
      const names = rawOperations(description).map(({ value }) => String(valueAt(value, '/operationId')))
      const twice = names.find((name, index) => names.indexOf(name) !== index)
      if (twice) throw new Unmet('operationIds that differ', `"${twice}" twice`, description)
    }
  },
)

should(
  'SCHEMA-08',
  'Every reference in a description resolves within it',
  {
    why: 'An unresolved reference stops a generator, or becomes a type that accepts anything.',
    source: [asAdministrator],
  },
  (exchanges) => {
    for (const description of descriptions(exchanges)) {
      const nowhere = referencesOf(description.json).find(
        (reference) => !reference.startsWith('#/') || description.at(reference.slice(1)).value === undefined,
      )
      if (nowhere) throw new Unmet('a definition for every $ref', `none for "${nowhere}"`, description)
    }
  },
)

should(
  'SCHEMA-09',
  'A description states the parameters of each operation, their types, and which are required',
  {
    why: 'Otherwise a generated client omits a required parameter, or sends one under a name or type that the shop rejects.',
    source: [asAdministrator, code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  (exchanges, { release }) => {
    const published = requestsOf(nearestPublished(release))
    for (const { exchange, facts } of readDescriptions(exchanges)) {
      const wrong = firstLack(published, requestsOf(facts))
      if (wrong) throw new Unmet(`${wrong.says[0]} at ${wrong.pointer}`, wrong.says[1], exchange)
    }
  },
)

should(
  'SCHEMA-10',
  'A description lists status 200 for each operation, and no status that Magento never returns',
  {
    why: 'Otherwise a generated client expects a status that is never returned, and treats the returned one as a failure.',
    source: [asAdministrator, code('framework/Webapi/ErrorProcessor.php:112', '2.4.7-p6')],
  },
  (exchanges) => {
    const answered = ['200', '400', '401', '404', '500', 'default']
    for (const { exchange, facts } of readDescriptions(exchanges))
      for (const { operation, path, method } of operationsOf(facts)) {
        if (!describedOperations.includes(operation)) continue
        const named = Object.keys(facts.paths[path]?.[method]?.responses ?? {})
        const isRight = named.includes('200') && named.every((status) => answered.includes(status))
        if (!isRight) throw new Unmet(`200, and others of ${answered}, for ${operation}`, named.join(', '), exchange)
      }
  },
)

should(
  'SCHEMA-11',
  'The shop’s own description contradicts no response that Magento’s published document allows',
  {
    why: 'A generated client rejects a correct response, or drops fields that it does not know.',
    source: [asAdministrator, recorded('create/documented#call')],
    next: 'clients and mocks generated from this schema have the same error; report.json shows its place under "documents"',
  },
  (exchanges, { release }) => {
    const [fullest] = readDescriptions(exchanges)
    const [first] = fullest ? contradictions(fullest, exchanges, release) : []
    if (!first) return
    const { answer, operation, pointer, documentSays, valueSays } = first
    throw new Unmet(
      `as described for ${operation}: ${documentSays} (${pointer})`,
      `${valueSays}${first.at ? ` at ${first.at}` : ''}`,
      answer.exchange,
    )
  },
)

should(
  'SCHEMA-12',
  'A description states for each operation that rejects guests that it needs a token',
  {
    why: 'Otherwise a client generated from the description sends no token, and a mock requires no token.',
    source: [asAdministrator],
    advice: true,
  },
  (exchanges) => {
    for (const description of descriptions(exchanges))
      for (const { operation, value } of rawOperations(description)) {
        if (valueAt(value, '/responses/401') === undefined || /\/token$/.test(operation)) continue
        if (valueAt(value, '/security') === undefined && description.at('/security').value === undefined)
          throw new Unmet(`"security" of ${operation}`, 'none', description)
      }
  },
)

should(
  'SCHEMA-13',
  'A description states that the named parameters of an error are an object',
  {
    why: 'Otherwise a generated client fails with a type error on the parameters, and cannot show which field was rejected.',
    source: [asGuest, recorded('create/missing-customer#call'), thread('magento/magento2#8283')],
    advice: true,
  },
  (exchanges) => {
    for (const { exchange, facts } of readDescriptions(exchanges)) {
      const type = facts.definitions['error-parameters']?.type
      if (type !== undefined && ![type].flat().includes('object'))
        throw new Unmet('an object at /definitions/error-parameters', String(type), exchange)
    }
  },
)

/** What Adobe's document states about an operation and the shop's document does not. Modules may accept more. */
const firstLack = rememberingBoth((published: Facts, live: Facts) => {
  const listed = operationsOf(live).map(({ operation }) => operation)
  const known = describedOperations.filter((operation) => listed.includes(operation))
  return differences(published, live, known).find(({ says: [expected] }) => expected !== 'nothing')
})

/** The parts of a document about requests, without extension attributes, which differ between shops. */
const requestsOf = remembering(({ paths, definitions }: Facts): Facts => {
  const mapped = <T>(object: Readonly<Record<string, T>>, change: (value: T, key: string) => T) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
  return {
    paths: mapped(paths, (methods) => mapped(methods, (operation) => ({ ...operation, responses: {} }))),
    definitions: mapped(definitions, (schema, name) =>
      name.endsWith('-extension-interface') ? { type: 'object' } : schema,
    ),
  }
})
