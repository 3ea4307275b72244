import { has } from '../../../../release/index.ts'
import { type OperationGroup, schema } from '../operation.ts'

export const description: OperationGroup = {
  tag: 'Description',
  describes: 'What the shop says of itself.',
  operations: [
    {
      id: 'getSchema',
      method: 'get',
      path: '/schema',
      summary: 'Read the shop’s own description of its API',
      notes: [
        'It holds what the bearer may call, and it is wrong in places: an error’s `parameters` are no list of objects.',
        {
          in: has('schema-names-security'),
          text: 'It names a security scheme, `api_key`, that Magento does not have.',
        },
      ],
      access: 'anyone',
      more: [{ bearer: 'customer' }, { bearer: 'administrator' }],
      query: [
        {
          name: 'services',
          in: 'query',
          description: 'Names of services, with commas; `all` for everything.',
          schema: { type: 'string' },
        },
      ],
      answer: { description: 'The description, in OpenAPI 2.0.', schema: schema('SelfDescription') },
      refusals: { 500: ['There is no such service.'] },
    },
    {
      id: 'getVersion',
      method: 'get',
      path: '/magento_version',
      summary: 'Read which Magento it is',
      notes: ['Major and minor version and the edition only.'],
      access: 'anyone',
      server: '{shop}',
      answer: {
        description: 'Such as `Magento/2.4 (Community)`.',
        type: 'text/html',
        schema: { type: 'string', pattern: '^Magento/\\d+\\.\\d+ \\(.+\\)$' },
      },
      refusals: { 404: ['The shop hides it.'] },
    },
  ],
}
