import { shapes } from '../binding/shapes.ts'
import type { Shop } from '../types.ts'

const names: Record<string, string> = {
  Customer: 'customer-data-customer-interface',
  Address: 'customer-data-address-interface',
  Region: 'customer-data-region-interface',
  CustomerExtension: 'customer-data-customer-extension-interface',
  Extension: 'customer-data-address-extension-interface',
  CustomAttribute: 'framework-attribute-interface',
  SearchCriteria: 'framework-search-criteria-interface',
  FilterGroup: 'framework-search-filter-group',
  Filter: 'framework-filter',
  SortOrder: 'framework-sort-order',
}

const scalars: Record<string, string> = { int: 'integer', bool: 'boolean', string: 'string', mixed: 'string' }

const reference = (name: string) => ({ $ref: `#/definitions/${name}` })

/** Returns the JSON Schema of a type of `shapes.ts`, or of a named definition. */
export function schemaType(type: string): Record<string, unknown> {
  if (type.endsWith('[]')) return { type: 'array', items: schemaType(type.slice(0, -2)) }
  const scalar = scalars[type]
  return scalar ? { type: scalar } : reference(names[type] ?? type)
}

const object = (properties: Record<string, unknown>, required?: string[]) => ({
  type: 'object',
  properties,
  ...(required ? { required } : {}),
})

const errors = {
  'error-response': object(
    {
      message: { type: 'string' },
      errors: reference('error-errors'),
      code: { type: 'integer' },
      parameters: reference('error-parameters'),
      trace: { type: 'string' },
    },
    ['message'],
  ),
  'error-errors': { type: 'array', items: reference('error-errors-item') },
  'error-errors-item': object({ message: { type: 'string' }, parameters: reference('error-parameters') }),
  'error-parameters': { type: 'array', items: reference('error-parameters-item') },
  'error-parameters-item': object({
    resources: { type: 'string' },
    fieldName: { type: 'string' },
    fieldValue: { type: 'string' },
  }),
}

const requiredOf: Record<string, string[]> = {
  Customer: ['email', 'firstname', 'lastname'],
  Region: ['region_code', 'region', 'region_id'],
  SearchCriteria: ['filter_groups'],
  Filter: ['field', 'value'],
  SortOrder: ['field', 'direction'],
}

/** Types that Magento describes differently from what it accepts. */
const described: Record<string, Record<string, string>> = {
  Region: { ...shapes.Region, extension_attributes: 'customer-data-region-extension-interface' },
}

/** Returns all definitions to which the operations of a document can refer. */
export function definitions({ rules }: Shop): Record<string, unknown> {
  const objects = Object.entries({ ...shapes, ...described }).map(([shape, properties]) => [
    names[shape],
    object(
      Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => name !== 'assistance_allowed' || rules.assistanceIsKnown)
          .map(([name, type]) => [name, schemaType(type)]),
      ),
      requiredOf[shape],
    ),
  ])
  return {
    ...errors,
    ...Object.fromEntries(objects),
    'customer-data-address-extension-interface': { type: 'object' },
    'customer-data-region-extension-interface': { type: 'object' },
    'framework-attribute-interface': object({ attribute_code: { type: 'string' }, value: { type: 'string' } }, [
      'attribute_code',
      'value',
    ]),
    'customer-data-validation-results-interface': object(
      { valid: { type: 'boolean' }, messages: schemaType('string[]') },
      ['valid', 'messages'],
    ),
    'customer-data-customer-search-results-interface': object(
      {
        items: schemaType('Customer[]'),
        search_criteria: schemaType('SearchCriteria'),
        total_count: { type: 'integer' },
      },
      ['items', 'search_criteria', 'total_count'],
    ),
  }
}

/** Returns the definitions to which a part of the document refers, directly or indirectly. */
export function reachable(all: Record<string, unknown>, part: unknown): Record<string, unknown> {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/definitions\/([^"]+)"/g))
      if (!found.has(name)) {
        found.add(name)
        visit(all[name])
      }
  }
  visit(part)
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)))
}
