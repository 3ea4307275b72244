import { answers, operation } from '../../faults/change.ts'
import { describing, describingDefinition, describingOperation } from '../../faults/changes/description.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const isDescription = ({ path }: { path: string }) => /\/schema\/?$/.test(path)

export const descriptionFaults = faults([
  {
    id: 'schema-of-an-older-version',
    does: 'the schema states version 2.3',
    breaks: ['SCHEMA-01'],
    change: describing(({ info, ...document }) => ({ ...document, info: { ...Object(info), version: '2.3' } })),
  },
  {
    id: 'schema-broken-json',
    does: 'the schema is truncated JSON',
    breaks: ['SCHEMA-01', 'SCHEMA-02', 'SCHEMA-03', 'SCHEMA-04'],
    change: answers(isDescription, ({ value }) => ({ body: JSON.stringify(value).slice(0, -1) })),
  },
  {
    id: 'schema-breaks-down',
    does: 'the schema request causes an internal error',
    breaks: ['SCHEMA-05'],
    origin: 'mollie/magento2#296',
    change: answers(isDescription, () => ({
      status: 500,
      value: { message: 'Internal Error. Details are available in Magento log file. Report ID: webapi-6a5b4c3d2e1f0' },
    })),
  },
  {
    id: 'schema-of-another-store',
    does: 'the schema names the path of all store views in place of the one asked',
    breaks: ['SCHEMA-14'],
    change: describing((document) => ({ ...document, basePath: '/rest/all' })),
  },
  {
    id: 'schema-lacks-an-operation',
    does: 'the schema lacks `GET customers/me`',
    breaks: ['SCHEMA-03'],
    change: describingOperation('get', '/V1/customers/me', () => undefined),
  },
  {
    id: 'schema-made-up-operation',
    does: 'the schema lists an operation that does not exist',
    breaks: ['SCHEMA-04'],
    change: describing(({ paths, ...document }, { user }) => ({
      ...document,
      paths: user
        ? { ...paths, '/V1/customers/me/avatar': { get: { responses: { 200: { description: '200 Success.' } } } } }
        : paths,
    })),
  },
  {
    id: 'schema-without-a-title',
    does: 'the schema lacks `info.title`',
    breaks: ['SCHEMA-06'],
    change: describing(({ info, ...document }) => ({ ...document, info: { version: Object(info).version } })),
  },
  {
    id: 'schema-names-twice',
    does: 'two operations of the schema have the same operationId',
    breaks: ['SCHEMA-07'],
    change: describingOperation('put', '/V1/customers/password', (operation) => ({
      ...operation,
      operationId: 'PostV1Customers',
    })),
  },
  {
    id: 'schema-refers-to-nothing',
    does: 'the schema has a `$ref` to a missing definition',
    breaks: ['SCHEMA-08'],
    change: describing(({ definitions: { 'error-errors-item': _, ...definitions }, ...document }) => ({
      ...document,
      definitions,
    })),
  },
  {
    id: 'schema-loses-a-required-parameter',
    does: 'the schema does not require the customer of a registration',
    breaks: ['SCHEMA-09'],
    change: describingOperation('post', '/V1/customers', ({ parameters = [], ...operation }) => ({
      ...operation,
      parameters: parameters.map(({ schema: { required: _, ...schema } = {}, ...parameter }) => ({
        ...parameter,
        schema,
      })),
    })),
  },
  {
    id: 'schema-loses-a-required-field',
    does: 'the schema does not require the e-mail of a customer',
    breaks: ['SCHEMA-09'],
    change: describingDefinition('customer-data-customer-interface', (schema) => ({
      ...schema,
      required: ['firstname', 'lastname'],
    })),
  },
  {
    id: 'schema-loses-search-criteria',
    does: 'the schema of the search has no parameters',
    breaks: ['SCHEMA-09'],
    change: describingOperation('get', '/V1/customers/search', ({ parameters: _, ...operation }) => operation),
  },
  {
    id: 'schema-renames-a-parameter',
    does: 'the schema calls the new password `new_password`',
    breaks: ['SCHEMA-09'],
    change: describingOperation('put', '/V1/customers/me/password', ({ parameters = [], ...operation }) => ({
      ...operation,
      parameters: parameters.map((parameter) => ({
        ...parameter,
        schema: {
          ...parameter.schema,
          required: ['currentPassword', 'new_password'],
          properties: { currentPassword: { type: 'string' }, new_password: { type: 'string' } },
        },
      })),
    })),
  },
  {
    id: 'schema-declares-another-type',
    does: 'the schema declares a customer’s id as a string',
    breaks: ['SCHEMA-09', 'SCHEMA-11'],
    change: describingDefinition('customer-data-customer-interface', ({ properties, ...schema }) => ({
      ...schema,
      properties: { ...properties, id: { type: 'string' } },
    })),
  },
  {
    id: 'schema-status-never-answered',
    does: 'the schema names a status that is never returned',
    breaks: ['SCHEMA-10'],
    change: describingOperation('post', '/V1/customers/resetPassword', ({ responses, ...operation }) => ({
      ...operation,
      responses: { ...responses, 422: responses.default },
    })),
  },
  {
    id: 'schema-created-for-done',
    does: 'the schema states 201 for a registration',
    breaks: ['SCHEMA-10'],
    change: describingOperation('post', '/V1/customers', ({ responses: { 200: done, ...others }, ...operation }) => ({
      ...operation,
      responses: { 201: done, ...others },
    })),
  },
  {
    id: 'schema-forgets-a-field',
    does: 'the schema of a search result lacks `total_count`',
    breaks: ['SCHEMA-11'],
    change: describingDefinition('customer-data-customer-search-results-interface', ({ properties, ...schema }) => ({
      ...schema,
      required: ['items', 'search_criteria'],
      properties: { items: properties?.items, search_criteria: properties?.search_criteria },
    })),
  },
  {
    id: 'schema-token-in-an-object',
    does: 'the schema states that a login returns an object',
    breaks: ['SCHEMA-11'],
    change: describingOperation('post', '/V1/integration/customer/token', ({ responses, ...operation }) => ({
      ...operation,
      responses: { ...responses, 200: { description: '200 Success.', schema: { type: 'object' } } },
    })),
  },
  {
    id: 'schema-message-a-list',
    does: 'the schema declares the message of an error as a list',
    breaks: ['SCHEMA-11'],
    change: describingDefinition('error-response', ({ properties, ...schema }) => ({
      ...schema,
      properties: { ...properties, message: { type: 'array', items: { type: 'string' } } },
    })),
  },
  {
    id: 'schema-of-another-version',
    does: 'the schema is OpenAPI 3 instead of Swagger 2.0',
    breaks: ['SCHEMA-01', 'SCHEMA-06'],
    change: answering('schema', ({ swagger: _, ...document }) => ({ openapi: '3.0.1', ...document })),
  },
  {
    id: 'schema-lists-all',
    does: 'the schema for guests lists operations that need a permission',
    breaks: ['SCHEMA-02'],
    change: operation('schema', (call, inner, shop) => {
      const { authorize } = shop.services
      shop.services.authorize = () => true
      try {
        return inner(call)
      } finally {
        shop.services.authorize = authorize
      }
    }),
  },
  {
    id: 'schema-without-login',
    does: 'the schema lacks the login',
    breaks: ['SCHEMA-02', 'SCHEMA-03'],
    change: answering('schema', ({ paths, ...document }) => ({
      ...document,
      paths: { ...Object(paths), '/V1/integration/customer/token': undefined },
    })),
  },
])

/** A schema that follows the recommendations, which Magento's does not follow. */
export const descriptionRemedies = faults([
  {
    id: 'schema-says-who-needs-a-token',
    does: 'the description says that its operations need a bearer token',
    breaks: ['SCHEMA-12'],
    change: describing((document) => ({
      ...document,
      securityDefinitions: { bearer: { type: 'apiKey', name: 'Authorization', in: 'header' } },
      security: [{ bearer: [] }],
    })),
  },
  {
    id: 'schema-knows-named-parameters',
    does: 'the description says that the parameters of a refusal are an object',
    breaks: ['SCHEMA-13'],
    origin: 'magento/magento2#8283',
    change: describingDefinition('error-parameters', () => ({ type: 'object' })),
  },
])
