import { type OperationData, type OperationGroup, schema } from '../operation.ts'

const many = { description: 'The attributes.', schema: { type: 'array' as const, items: schema('Attribute') } }

const entities = {
  customer: { entity: 'customer', of: 'Customer', things: 'customers' },
  address: { entity: 'customerAddress', of: 'Address', things: 'addresses' },
} as const

function of({ entity, of: name, things }: (typeof entities)[keyof typeof entities]): OperationData[] {
  const common = { method: 'get', access: 'Magento_Customer::customer' } as const
  return [
    {
      ...common,
      id: `list${name}Attributes`,
      path: `/V1/attributeMetadata/${entity}`,
      summary: `Read what ${things} consist of`,
      answer: many,
    },
    {
      ...common,
      id: `listCustom${name}Attributes`,
      path: `/V1/attributeMetadata/${entity}/custom`,
      summary: `Read what a shop has added to ${things}`,
      answer: many,
    },
    {
      ...common,
      id: `list${name}FormAttributes`,
      path: `/V1/attributeMetadata/${entity}/form/{formCode}`,
      summary: `Read what of ${things} is on a form`,
      params: { formCode: { schema: { type: 'string' }, description: 'Such as `customer_account_create`.' } },
      answer: many,
    },
    {
      ...common,
      id: `get${name}Attribute`,
      path: `/V1/attributeMetadata/${entity}/attribute/{attributeCode}`,
      summary: `Read one attribute of ${things}`,
      params: { attributeCode: { schema: { type: 'string' }, description: 'Such as `firstname`.' } },
      answer: { description: 'The attribute.', schema: schema('Attribute') },
      refusals: { 404: ['There is no such attribute.'] },
    },
  ]
}

export const attributes: OperationGroup = {
  tag: 'Attributes',
  describes: 'What customers and addresses consist of in this shop.',
  operations: [...of(entities.customer), ...of(entities.address)],
}
