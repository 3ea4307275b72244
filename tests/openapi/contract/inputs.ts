import { integer, objectOf, type Schema, schema, text } from './operation.ts'

/** `null` has the same effect as omitting the field: the value stays. An empty text removes the value. */
const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description })

const flag = (description: string): Schema => ({ type: 'boolean', description })

/** The fields of requests. Names are those in responses; `groupId` means the same as `group_id`. */
export const inputs: Record<string, Schema> = {
  RegionInput: {
    ...objectOf({
      'region_id?': integer('Has priority over the other fields; it must be a region of the country.'),
      'region_code?': { type: ['string', 'null'], description: 'Ignored.' },
      'region?': { type: ['string', 'null'], description: 'The name; stored unchanged if no id is given.' },
    }),
    description: 'The region by its id or, without an id, as text.',
  },
  AddressInput: {
    ...objectOf({
      'id?': integer('The address of the customer to update. Without an id the address is added.'),
      'firstname?': text('Required by Magento.'),
      'lastname?': text('Required by Magento.'),
      'street?': { type: 'array', items: { type: 'string' }, description: 'Required by Magento; two lines at most.' },
      'city?': text('Required by Magento.'),
      'country_id?': text('Two upper-case letters; a country that the shop allows. Required by Magento.'),
      'postcode?': text('Required in most countries.'),
      'telephone?': text('Required by default; a setting of the shop.'),
      'region?': schema('RegionInput'),
      'region_id?': integer('Has priority over `region`.'),
      'company?': textOrNull('The company.'),
      'fax?': textOrNull('The fax number.'),
      'middlename?': textOrNull('The middle name.'),
      'prefix?': textOrNull('Such as Dr.'),
      'suffix?': textOrNull('Such as Jr.'),
      'vat_id?': textOrNull('The VAT number.'),
      'default_billing?': flag('True for the default billing address.'),
      'default_shipping?': flag('True for the default shipping address.'),
      'customer_id?': integer('The id of the customer, as read.'),
    }),
    description:
      'The schema requires no field, because fields that Magento requires may have another spelling (`countryId`).',
  },
  CustomerInput: {
    ...objectOf({
      'email?': text('Required by Magento. Stored as sent; compared without letter case.'),
      'firstname?': text('Required by Magento.'),
      'lastname?': text('Required by Magento.'),
      'middlename?': textOrNull('The middle name.'),
      'prefix?': textOrNull('Such as Dr.'),
      'suffix?': textOrNull('Such as Jr.'),
      'dob?': { type: ['string', 'null'], description: 'The date of birth, such as 1990-12-31.' },
      'gender?': integer('1 male, 2 female, 3 not specified, on a stock shop.'),
      'taxvat?': textOrNull('The VAT number.'),
      'id?': integer('The customer to update; a customer’s own token has priority.'),
      'group_id?': integer('Only for administrators.'),
      'website_id?': integer('The website that the account belongs to.'),
      'store_id?': integer('The store view in which the account was created.'),
      'addresses?': {
        type: 'array',
        items: schema('AddressInput'),
        description:
          'All addresses: a stored address that is not listed is deleted. Without this field no address changes.',
      },
      'default_billing?': text('The id of an address.'),
      'default_shipping?': text('The id of an address.'),
      'disable_auto_group_change?': integer('0 or 1.'),
      'created_at?': text('As read.'),
      'updated_at?': text('As read.'),
      'created_in?': text('As read.'),
      'confirmation?': text('The key to confirm the account; deleted if a profile is updated without it.'),
      'extension_attributes?': objectOf({ 'is_subscribed?': flag('True if the customer gets the newsletter.') }),
      'custom_attributes?': { type: 'array', items: schema('CustomAttributeInput') },
    }),
  },
  CustomAttributeInput: objectOf({ attribute_code: text('The code.'), value: {} as Schema }),
}
