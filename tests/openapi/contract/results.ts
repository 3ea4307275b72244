import { integer, objectOf, type Schema, schema } from './operation.ts'

const flag: Schema = { type: 'boolean' }
const plainText: Schema = { type: 'string' }

/** Schemas of responses in addition to the suite's own. */
export const results: Record<string, Schema> = {
  AddressOrNone: {
    description: 'The default address, or an empty list if there is none.',
    anyOf: [schema('Address'), { type: 'array', maxItems: 0, items: {} }],
  } as Schema,
  ValidationResults: objectOf({ valid: flag, messages: { type: 'array', items: plainText } }),
  AttributeOption: objectOf({ label: plainText, 'value?': plainText }),
  Attribute: objectOf({
    attribute_code: plainText,
    frontend_input: plainText,
    input_filter: plainText,
    store_label: plainText,
    validation_rules: { type: 'array', items: objectOf({ 'name?': plainText, 'value?': plainText }) },
    multiline_count: integer('The number of lines.'),
    visible: flag,
    required: flag,
    data_model: plainText,
    options: { type: 'array', items: schema('AttributeOption') },
    frontend_class: plainText,
    user_defined: flag,
    sort_order: integer('The position in a form.'),
    frontend_label: plainText,
    note: plainText,
    system: flag,
    backend_type: plainText,
    'is_used_in_grid?': flag,
    'is_visible_in_grid?': flag,
    'is_filterable_in_grid?': flag,
    'is_searchable_in_grid?': flag,
  }),
  Currency: objectOf({
    base_currency_code: plainText,
    base_currency_symbol: plainText,
    default_display_currency_code: plainText,
    default_display_currency_symbol: plainText,
    available_currency_codes: { type: 'array', items: plainText },
    exchange_rates: { type: 'array', items: objectOf({ currency_to: plainText, rate: { type: 'number' } }) },
  }),
  JsonWebToken: {
    type: 'string',
    pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$',
    description:
      'A signed JSON Web Token. Its claims are `uid` (the customer’s id), `utypid` (3 for a customer, 2 for an administrator), `iat` and `exp` (seconds since 1970).',
  },
  OpaqueToken: {
    type: 'string',
    pattern: '^[a-z0-9]{32}$',
    description: 'An opaque token without claims. Its lifetime is a setting of the shop (by default an hour).',
  },
  SelfDescription: {
    ...objectOf({
      swagger: { const: '2.0', type: 'string' },
      info: objectOf({ version: plainText, title: plainText }),
      host: plainText,
      basePath: plainText,
      paths: { type: 'object' },
      definitions: { type: 'object' },
      'tags?': { type: 'array', items: objectOf({ name: plainText }) },
      'schemes?': { type: 'array', items: plainText },
      'securityDefinitions?': { type: 'object' },
    }),
    description: 'An OpenAPI 2.0 document with the operations that the bearer may call.',
  },
}
