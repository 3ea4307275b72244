import { has } from '../../../../release/index.ts'
import { type OperationGroup, schema } from '../operation.ts'

export const description: OperationGroup = {
  tag: 'Description',
  describes: 'The shop’s version, and its own schema.',
  operations: [
    {
      id: 'getSchema',
      method: 'get',
      path: '/schema',
      summary: 'Read the shop’s own schema of its API',
      notes: [
        'It contains the operations that the bearer may call. It has errors: for example, the `parameters` of an error are not a list of objects.',
        {
          in: has('schema-names-security'),
          text: 'It declares a security scheme, `api_key`, that Magento does not support.',
        },
      ],
      access: 'anyone',
      more: [{ bearer: 'customer' }, { bearer: 'administrator' }],
      query: [
        {
          name: 'services',
          in: 'query',
          description: 'Names of services, separated by commas; `all` for all.',
          schema: { type: 'string' },
        },
      ],
      answer: { description: 'The schema, in OpenAPI 2.0.', schema: schema('SelfDescription') },
      refusals: { 500: ['The service does not exist.'] },
    },
    {
      id: 'getVersion',
      method: 'get',
      path: '/magento_version',
      summary: 'Read the version of Magento',
      notes: ['Major and minor version and the edition only.'],
      access: 'anyone',
      server: '{shop}',
      answer: {
        description: 'For example `Magento/2.4 (Community)`.',
        type: 'text/html',
        schema: { type: 'string', pattern: '^Magento/\\d+\\.\\d+ \\(.+\\)$' },
      },
      refusals: { 404: ['The shop hides it.'] },
    },
  ],
}
