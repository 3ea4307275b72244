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
      summary: `List all attributes of ${things}`,
      answer: many,
    },
    {
      ...common,
      id: `listCustom${name}Attributes`,
      path: `/V1/attributeMetadata/${entity}/custom`,
      summary: `List the attributes that a shop added to ${things}`,
      answer: many,
    },
    {
      ...common,
      id: `list${name}FormAttributes`,
      path: `/V1/attributeMetadata/${entity}/form/{formCode}`,
      summary: `List the attributes of ${things} on a form`,
      params: { formCode: { schema: { type: 'string' }, description: 'For example `customer_account_create`.' } },
      answer: many,
    },
    {
      ...common,
      id: `get${name}Attribute`,
      path: `/V1/attributeMetadata/${entity}/attribute/{attributeCode}`,
      summary: `Read one attribute of ${things}`,
      params: { attributeCode: { schema: { type: 'string' }, description: 'For example `firstname`.' } },
      answer: { description: 'The attribute.', schema: schema('Attribute') },
      refusals: { 404: ['The attribute does not exist.'] },
    },
  ]
}

export const attributes: OperationGroup = {
  tag: 'Attributes',
  describes: 'The attributes of customers and addresses in this shop.',
  operations: [...of(entities.customer), ...of(entities.address)],
}
