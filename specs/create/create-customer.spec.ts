import { expect } from '../../src/judge/expect.ts'
import { textsCount } from '../../src/judge/language.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { documentedPlaces, documentedValues, ownOfEachAccount } from '../shared/documented.ts'
import { duplicateEmail, signInFailed } from '../shared/messages.ts'
import { createCustomer } from './create-customer.scenario.ts'

const { must, should } = requirementsOf(createCustomer)
const tutorial = doc('order-create-customer')

must(
  'CREATE-01',
  'The documented request returns 200 and all documented fields with their documented types',
  {
    why: 'Clients are generated from the documented body. A field that is missing or has another type breaks the registration form of each of them.',
    profile: 'shape',
    unless: without('US'),
    source: [tutorial, recorded('create/documented#create'), verified('objects')],
  },
  ({ create }) => {
    expect(create).toSucceed().toMatchSchema('customer')
    for (const { pointer, type } of documentedPlaces) expect(create.at(pointer)).toBeOfType(type)
  },
)

must(
  'CREATE-02',
  'The e-mail, the names and the address are returned as sent',
  {
    why: 'The shop ships to this address and writes to this e-mail. A changed e-mail locks the customer out; a changed address sends the parcel elsewhere.',
    unless: without('US'),
    source: [tutorial, recorded('create/documented#create')],
  },
  ({ create }) => {
    for (const field of ['email', 'firstname', 'lastname'])
      expect(create.at(`/${field}`)).toEqual(create.sent(`/customer/${field}`))
    for (const field of ['firstname', 'lastname', 'street', 'city', 'postcode', 'telephone'])
      expect(create.at(`/addresses/0/${field}`)).toEqual(create.sent(`/customer/addresses/0/${field}`))
    expect(create.at('/addresses/0/country_id')).toEqual(create.sent('/customer/addresses/0/countryId'))
  },
)

must(
  'CREATE-03',
  'The region is returned as an object with code, name and id; `region_id` repeats the id beside it',
  {
    why: 'Checkout computes tax and shipping from the region’s id and displays its name; clients read the id in either place.',
    profile: 'shape',
    unless: without('US'),
    source: [tutorial, recorded('create/documented#create')],
  },
  ({ create }) => {
    const sent = (field: string) => create.sent(`/customer/addresses/0/region/${field}`)
    const region = '/addresses/0/region'
    expect(create.at(`${region}/region_code`)).toEqual(sent('regionCode'))
    expect(create.at(`${region}/region_id`)).toEqual(sent('regionId'))
    // The shop sets the name, in the language of the store view.
    if (textsCount()) expect(create.at(`${region}/region`)).toEqual(sent('region'))
    expect(create.at('/addresses/0/region_id')).toEqual(create.at(`${region}/region_id`))
  },
)

must(
  'CREATE-04',
  'The new address has the customer’s id; `default_billing` and `default_shipping` hold its id as a string',
  {
    why: 'Clients pick the address for an order by these ids. If they do not match, the order has no address or a wrong one.',
    profile: 'shape',
    unless: without('US'),
    source: [tutorial, recorded('create/documented#create'), verified('objects')],
  },
  ({ create }) => {
    const id = String(create.at('/addresses/0/id').value)
    expect(create.at('/addresses/0/customer_id')).toEqual(create.at('/id'))
    for (const field of ['default_billing', 'default_shipping']) {
      expect(create.at(`/${field}`)).toEqual(id)
      expect(create.at(`/addresses/0/${field}`)).toEqual(true)
    }
  },
)

must(
  'CREATE-05',
  'An address sent in snake_case gives the same result as one sent in camelCase',
  {
    why: 'Responses use snake_case and the tutorial sends camelCase: a client that sends back a response would lose its address.',
    source: [
      recorded('create/address-snake-case#call'),
      recorded('create/documented#create'),
      code('framework/Webapi/ServiceInputProcessor.php:275', '2.4.7-p6'),
    ],
  },
  ({ create, 'in snake_case': snake }, shop) => {
    expect(snake).toSucceed()
    const own = [
      ...ownOfEachAccount,
      ...(shop.probe('field address telephone', false) ? ['/addresses/0/telephone'] : []),
    ]
    for (const pointer of documentedValues)
      if (!own.includes(pointer)) {
        if (create.at(pointer).exists) expect(snake.at(pointer)).toEqual(create.at(pointer))
        else expect(snake.at(pointer)).toBeAbsent()
      }
  },
)

must(
  'CREATE-06',
  'E-mail, first name and last name are sufficient; without addresses, `addresses` is an empty list',
  {
    why: 'Short registration forms are common. A client that loops over the addresses crashes if the list is missing.',
    source: [recorded('create/minimal#create'), recorded('create/address-empty-list#call')],
  },
  ({ minimal }) => {
    expect(minimal).toSucceed().toMatchSchema('customer')
    expect(minimal.at('/addresses')).toEqual([])
  },
)

must(
  'CREATE-07',
  'Unset optional fields are absent from the response, not null',
  {
    why: 'Clients in typed languages treat an absent field as unset and fail on null where they declared a string.',
    source: [
      recorded('create/minimal#create'),
      code('framework/Reflection/DataObjectProcessor.php:99', '2.4.7-p6'),
      verified('objects'),
    ],
  },
  ({ minimal }, shop) => {
    expect(minimal).toSucceed()
    const all = ['default_billing', 'default_shipping', 'dob', 'gender', 'middlename', 'prefix', 'suffix', 'taxvat']
    const unset = all.filter((field) => !shop.probe(`field ${field}`, false))
    for (const field of unset) expect(minimal.at(`/${field}`)).toBeAbsent()
  },
)

should(
  'CREATE-47',
  'A registration without a group gets a group of customers, not group 0, which is that of visitors',
  {
    why: 'Prices, taxes and promotions follow the group. In group 0 the customer is treated as a visitor who never registered.',
    source: [verified('customer-groups'), code('module-customer/Model/Config/Source/Group.php', '2.4.7-p6')],
    next: 'look at customer/create_account/default_group, and for a module that sets the group',
  },
  ({ minimal }) => {
    expect(minimal).toSucceed()
    expect(minimal.at('/group_id')).toBe('another group than 0', (group) => group !== 0 && group !== '0')
  },
)

must(
  'CREATE-08',
  'A second registration with the same e-mail is rejected with status 400',
  {
    why: 'With two accounts for one e-mail, a login may show the wrong orders; if the existing account is returned instead, it is taken over.',
    source: [
      recorded('create/duplicate-email#again'),
      code('module-customer/Model/AccountManagement.php:923', '2.4.7-p6'),
    ],
  },
  ({ again }) => {
    expect(again).toBeRefusedWith(400, { message: duplicateEmail })
  },
)

must(
  'CREATE-09',
  'A second registration with the same e-mail in capitals is rejected with status 400',
  {
    why: 'Otherwise a second account is created for a known address by changing letter case, and mails and logins of the two are mixed up.',
    source: [
      recorded('create/duplicate-email-other-case#again'),
      code('module-customer/Model/ResourceModel/Customer.php:163', '2.4.7-p6'),
      verified('e-mail-addresses'),
    ],
  },
  ({ 'again in capitals': again }) => {
    expect(again).toBeRefusedWith(400, { message: duplicateEmail })
  },
)

must(
  'CREATE-10',
  'A registration without a password creates an account',
  {
    why: 'Guest checkouts and migrations create accounts first and let customers choose a password by mail; they fail if a password is required.',
    source: [tutorial, recorded('create/without-password#call'), recorded('token/no-password-set#create')],
  },
  ({ 'without password': open }) => {
    expect(open).toSucceed().toMatchSchema('customer')
    expect(open.at('/email')).toEqual(open.sent('/customer/email'))
  },
)

must(
  'CREATE-11',
  'An account without a password cannot log in',
  {
    why: 'If such an account accepted any password, everybody able to guess the e-mail could use it.',
    source: [recorded('token/no-password-set#token'), verified('registration')],
  },
  ({ 'login without password': login }, shop) => {
    // If the account is not confirmed, 2.4.8 reports that instead.
    const refusal = shop.probe('confirmation required', false) ? {} : { message: signInFailed }
    expect(login).toBeRefusedWith(401, refusal)
  },
)

should(
  'CREATE-12',
  'A password of null is treated as missing',
  {
    why: 'Serialisers write null for an empty field. If it were treated as a password, it would be rejected as too short and the form would fail.',
    source: [recorded('create/password-null#call')],
  },
  ({ 'password null': withNull }) => {
    expect(withNull).toSucceed()
    expect(withNull.at('/email')).toEqual(withNull.sent('/customer/email'))
  },
)
