import { integer, objectOf, type Schema, schema, text } from './operation.ts'

/** `null` has the same effect as omitting the field: the value stays. An empty text removes the value. */
const textOrNull = (description: string): Schema => ({ type: ['string', 'null'], description })

const flag = (description: string): Schema => ({ type: 'boolean', description })

/** The fields of requests. Names are those in responses; `groupId` means the same as `group_id`. */
export const inputs: Record<string, Schema> = {
  RegionInput: {
    ...objectOf({
      'region_id?': integer('Decides when it is given; it must be one of the country’s.'),
      'region_code?': { type: ['string', 'null'], description: 'Never looked up.' },
      'region?': { type: ['string', 'null'], description: 'The name; kept as it is where no id is given.' },
    }),
    description: 'The id decides; without one the region is a text.',
  },
  AddressInput: {
    ...objectOf({
      'id?': integer('Which address to write, of those the customer has. Without it the address is a new one.'),
      'firstname?': text('Required by Magento.'),
      'lastname?': text('Required by Magento.'),
      'street?': { type: 'array', items: { type: 'string' }, description: 'Required by Magento; two lines at most.' },
      'city?': text('Required by Magento.'),
      'country_id?': text('Two capital letters, of a country the shop allows. Required by Magento.'),
      'postcode?': text('Required in all but a few countries.'),
      'telephone?': text('Required unless the shop is set otherwise.'),
      'region?': schema('RegionInput'),
      'region_id?': integer('Wins over the region.'),
      'company?': textOrNull('The company.'),
      'fax?': textOrNull('The fax number.'),
      'middlename?': textOrNull('The middle name.'),
      'prefix?': textOrNull('Such as Dr.'),
      'suffix?': textOrNull('Such as Jr.'),
      'vat_id?': textOrNull('The VAT number.'),
      'default_billing?': flag('Whether bills go there.'),
      'default_shipping?': flag('Whether goods go there.'),
      'customer_id?': integer('Whose it is, as it was read.'),
    }),
    description:
      'What Magento requires of it, it may be given by another spelling (`countryId`), so that nothing is required here.',
  },
  CustomerInput: {
    ...objectOf({
      'email?': text('Required by Magento. Kept as it is sent, compared without case.'),
      'firstname?': text('Required by Magento.'),
      'lastname?': text('Required by Magento.'),
      'middlename?': textOrNull('The middle name.'),
      'prefix?': textOrNull('Such as Dr.'),
      'suffix?': textOrNull('Such as Jr.'),
      'dob?': { type: ['string', 'null'], description: 'The date of birth, such as 1990-12-31.' },
      'gender?': integer('1 male, 2 female, 3 not specified, on a stock shop.'),
      'taxvat?': textOrNull('The VAT number.'),
      'id?': integer('Which customer to write; decided by the token where a customer writes.'),
      'group_id?': integer('For administrators only.'),
      'website_id?': integer('The website that the account belongs to.'),
      'store_id?': integer('The store view that the account was made in.'),
      'addresses?': {
        type: 'array',
        items: schema('AddressInput'),
        description: 'All of them: a stored address that is not listed is deleted. Without the key nothing changes.',
      },
      'default_billing?': text('The id of an address.'),
      'default_shipping?': text('The id of an address.'),
      'disable_auto_group_change?': integer('0 or 1.'),
      'created_at?': text('As it was read.'),
      'updated_at?': text('As it was read.'),
      'created_in?': text('As it was read.'),
      'confirmation?': text('The key that the account waits for; lost when a profile is written without it.'),
      'extension_attributes?': objectOf({ 'is_subscribed?': flag('Whether the newsletter is sent.') }),
      'custom_attributes?': { type: 'array', items: schema('CustomAttributeInput') },
    }),
  },
  CustomAttributeInput: objectOf({ attribute_code: text('The code.'), value: {} as Schema }),
}
