export interface AttributeRow {
  code: string
  label: string
  input: string
  required: boolean
  order: number
  options?: string[]
}

const row = (code: string, label: string, input: string, required: boolean, order: number): AttributeRow => ({
  code,
  label,
  input,
  required,
  order,
})

const name = [
  row('prefix', 'Name Prefix', 'text', false, 30),
  row('firstname', 'First Name', 'text', true, 40),
  row('middlename', 'Middle Name/Initial', 'text', false, 50),
  row('lastname', 'Last Name', 'text', true, 60),
  row('suffix', 'Name Suffix', 'text', false, 70),
]

/** The attributes of a stock shop that its metadata shows. */
export const attributes: Record<string, AttributeRow[]> = {
  customer: [
    row('website_id', 'Associate to Website', 'select', true, 10),
    row('store_id', 'Create In', 'select', true, 20),
    row('group_id', 'Group', 'select', true, 25),
    ...name,
    row('email', 'Email', 'text', true, 80),
    row('dob', 'Date of Birth', 'date', false, 90),
    row('taxvat', 'Tax/VAT Number', 'text', false, 100),
    { ...row('gender', 'Gender', 'select', false, 110), options: ['Male', 'Female', 'Not Specified'] },
  ],
  customerAddress: [
    ...name,
    row('company', 'Company', 'text', false, 80),
    row('street', 'Street Address', 'multiline', true, 90),
    row('city', 'City', 'text', true, 100),
    row('country_id', 'Country', 'select', true, 110),
    row('region', 'State/Province', 'text', false, 120),
    row('region_id', 'State/Province', 'hidden', false, 120),
    row('postcode', 'Zip/Postal Code', 'text', false, 130),
    row('telephone', 'Phone Number', 'text', true, 140),
    row('fax', 'Fax', 'text', false, 150),
    row('vat_id', 'VAT Number', 'text', false, 160),
  ],
}

/** Attributes that the storefront hides by default. */
export const hidden = ['prefix', 'middlename', 'suffix', 'dob', 'taxvat', 'gender', 'fax', 'vat_id']
