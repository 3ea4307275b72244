import { answers, operation } from '../../faults/change.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

export const selfDescriptionFaults = faults([
  {
    id: 'version-told-in-full',
    does: 'the version shown includes the patch level',
    breaks: ['VERSION-01'],
    change: answers(
      ({ path }) => path.startsWith('/magento_version'),
      () => ({ body: 'Magento/2.4.8-p1 (Community)' }),
    ),
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
