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
  'the documented request is answered 200 with the documented body: every field is there, with its documented type',
  {
    why: 'Clients are generated from the documented body. A field that is missing or of another type breaks the registration form of every one of them.',
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
  'the e-mail, the names and the address come back as they were sent',
  {
    why: 'What was stored is what the shop ships to and writes to. A changed e-mail locks the customer out, a changed address sends the parcel elsewhere.',
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
  'the region comes back as an object of code, name and id, the id also beside it',
  {
    why: 'Checkout prices tax and shipping by the region’s id and shows its name; a client that reads one of the forms finds nothing in the other.',
    profile: 'shape',
    unless: without('US'),
    source: [tutorial, recorded('create/documented#create')],
  },
  ({ create }) => {
    const sent = (field: string) => create.sent(`/customer/addresses/0/region/${field}`)
    const region = '/addresses/0/region'
    expect(create.at(`${region}/region_code`)).toEqual(sent('regionCode'))
    expect(create.at(`${region}/region_id`)).toEqual(sent('regionId'))
    // The name is the store's, in the store's language.
    if (textsCount()) expect(create.at(`${region}/region`)).toEqual(sent('region'))
    expect(create.at('/addresses/0/region_id')).toEqual(create.at(`${region}/region_id`))
  },
)

must(
  'CREATE-04',
  'the address belongs to the new customer, who names it by its id, as text, as default for billing and shipping',
  {
    why: 'A client picks the address for the order by these ids. If they do not match, the order has no address or somebody else’s.',
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
  'an address sent in snake_case gives what the same address in camelCase gives',
  {
    why: 'The answers are in snake_case and the tutorial sends camelCase: a client that sends back what it read would lose its address.',
    source: [
      recorded('create/address-snake-case#call'),
      recorded('create/documented#create'),
      code('framework/Webapi/ServiceInputProcessor.php:275', '2.4.7-p6'),
    ],
  },
  ({ create, 'in snake_case': snake }) => {
    expect(snake).toSucceed()
    for (const pointer of documentedValues)
      if (!ownOfEachAccount.includes(pointer)) {
        if (create.at(pointer).exists) expect(snake.at(pointer)).toEqual(create.at(pointer))
        else expect(snake.at(pointer)).toBeAbsent()
      }
  },
)

must(
  'CREATE-06',
  'e-mail, first name and last name are enough, and a customer without addresses has an empty list of them',
  {
    why: 'A short registration form is the usual one. A client that loops over the addresses crashes where the list is missing.',
    source: [recorded('create/minimal#create'), recorded('create/address-empty-list#call')],
  },
  ({ minimal }) => {
    expect(minimal).toSucceed().toMatchSchema('customer')
    expect(minimal.at('/addresses')).toEqual([])
  },
)

must(
  'CREATE-07',
  'a field that is not set is absent, not null',
  {
    why: 'Clients of typed languages take an absent field for unset and stumble over a null where they declared a text.',
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

must(
  'CREATE-08',
  'the same e-mail a second time is refused',
  {
    why: 'Two accounts with one e-mail leave open whose orders a login shows; an account that is handed out to whoever knows its e-mail is taken over.',
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
  'the same e-mail in capitals is refused as well: letter case makes no second account',
  {
    why: 'Otherwise anybody opens a second account under a known address by writing it in capitals, and mails and logins of the two get mixed up.',
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
  'without a password the account is made all the same',
  {
    why: 'Guest checkouts and migrations make accounts first and let the customer choose a password by mail; they fail where one is demanded.',
    source: [tutorial, recorded('create/without-password#call'), recorded('token/no-password-set#create')],
  },
  ({ 'without password': open }) => {
    expect(open).toSucceed().toMatchSchema('customer')
    expect(open.at('/email')).toEqual(open.sent('/customer/email'))
  },
)

must(
  'CREATE-11',
  'nobody logs in to an account that has no password',
  {
    why: 'If an account without a password opened to any or an empty one, whoever knows an e-mail would own it.',
    source: [recorded('token/no-password-set#token'), verified('registration')],
  },
  ({ 'login without password': login }, shop) => {
    // Where accounts wait for confirmation, 2.4.8 says that instead.
    const refusal = shop.probe('confirmation required', false) ? {} : { message: signInFailed }
    expect(login).toBeRefusedWith(401, refusal)
  },
)

should(
  'CREATE-12',
  'a password of null is as good as none',
  {
    why: 'Serialisers write null for a field that was left empty. Taken for a password it would be refused as too short, and the form fails for no visible reason.',
    source: [recorded('create/password-null#call')],
  },
  ({ 'password null': withNull }) => {
    expect(withNull).toSucceed()
    expect(withNull.at('/email')).toEqual(withNull.sent('/customer/email'))
  },
)
