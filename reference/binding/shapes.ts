/**
 * The data objects of the API with the types of their properties, by their names in responses. `name` is an object,
 * `name[]` a list of objects, `string[]` a list of texts.
 */
export const shapes: Record<string, Record<string, string>> = {
  Customer: {
    id: 'int',
    group_id: 'int',
    default_billing: 'string',
    default_shipping: 'string',
    confirmation: 'string',
    created_at: 'string',
    updated_at: 'string',
    created_in: 'string',
    dob: 'string',
    email: 'string',
    firstname: 'string',
    lastname: 'string',
    middlename: 'string',
    prefix: 'string',
    suffix: 'string',
    gender: 'int',
    store_id: 'int',
    taxvat: 'string',
    website_id: 'int',
    addresses: 'Address[]',
    disable_auto_group_change: 'int',
    extension_attributes: 'CustomerExtension',
    custom_attributes: 'CustomAttribute[]',
  },
  Address: {
    id: 'int',
    customer_id: 'int',
    region: 'Region',
    region_id: 'int',
    country_id: 'string',
    street: 'string[]',
    company: 'string',
    telephone: 'string',
    fax: 'string',
    postcode: 'string',
    city: 'string',
    firstname: 'string',
    lastname: 'string',
    middlename: 'string',
    prefix: 'string',
    suffix: 'string',
    vat_id: 'string',
    default_shipping: 'bool',
    default_billing: 'bool',
    extension_attributes: 'Extension',
    custom_attributes: 'CustomAttribute[]',
  },
  Region: { region_code: 'string', region: 'string', region_id: 'int', extension_attributes: 'Extension' },
  CustomerExtension: { is_subscribed: 'bool', assistance_allowed: 'int' },
  Extension: {},
  CustomAttribute: {},
  SearchCriteria: {
    filter_groups: 'FilterGroup[]',
    sort_orders: 'SortOrder[]',
    page_size: 'int',
    current_page: 'int',
  },
  FilterGroup: { filters: 'Filter[]' },
  Filter: { field: 'string', value: 'string', condition_type: 'string' },
  SortOrder: { field: 'string', direction: 'string' },
}

/** `group_id` and `groupId` both become `GroupId`; `firstName` becomes `FirstName`, which no object has. */
export function upperCamel(key: string): string {
  return key
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}

const indexes = new Map(
  Object.entries(shapes).map(([shape, properties]) => [
    shape,
    new Map(Object.keys(properties).map((name) => [upperCamel(name), name])),
  ]),
)

/** Returns the property of an object that a key of the body refers to; undefined if there is none. */
export function propertyOf(shape: string, key: string): string | undefined {
  return indexes.get(shape)?.get(upperCamel(key))
}
