import { type AttributeRow, attributes, hidden } from '../data/attributes.ts'
import { noSuchPair } from '../errors.ts'
import type { Operation, Shop } from '../types.ts'

const types: Record<string, string> = { customer: 'customer', customerAddress: 'customer_address' }

export function metadataOperations(shop: Shop): Record<string, Operation> {
  const view = (row: AttributeRow) => described(row, shop)
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([entity, rows]) => [
      [`metadata.${entity}.all`, () => rows.map(view)],
      [`metadata.${entity}.custom`, () => []],
      [`metadata.${entity}.form`, () => rows.filter(({ code }) => !hidden.includes(code)).map(view)],
      [
        `metadata.${entity}.one`,
        (call) => {
          const { attributeCode } = call.arguments as { attributeCode: string }
          const row = rows.find(({ code }) => code === attributeCode)
          if (!row) throw noSuchPair('entityType', types[entity], 'attributeCode', attributeCode)
          return view(row)
        },
      ],
    ]) satisfies [string, Operation][],
  )
}

function described(row: AttributeRow, { settings }: Shop) {
  const { code, label, input, order, options = [] } = row
  const shown = ['company', 'fax', 'telephone'].includes(code)
    ? settings.get(`customer/address/${code}_show`)
    : undefined
  const required = shown === undefined ? row.required : shown === 'req'
  return {
    frontend_input: input,
    input_filter: '',
    store_label: label,
    validation_rules: [],
    multiline_count: code === 'street' ? settings.integer('customer/address/street_lines') : 1,
    visible: !hidden.includes(code),
    required,
    data_model: '',
    options: options.map((text, index) => ({ label: text, value: String(index + 1) })),
    frontend_class: required ? 'required-entry' : '',
    user_defined: false,
    sort_order: order,
    frontend_label: label,
    note: '',
    system: true,
    backend_type: input === 'select' ? 'int' : input === 'date' ? 'datetime' : 'static',
    attribute_code: code,
  }
}
