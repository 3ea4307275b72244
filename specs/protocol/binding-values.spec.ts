import { all, any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { unlessFirewalled } from '../shared/firewall.ts'
import { bindingObjects } from './binding-objects.scenario.ts'

const { must, should, may } = requirementsOf(bindingObjects)

const objects = code('framework/Webapi/ServiceInputProcessor.php:323', '2.4.7-p6')
const limited = has('input-size-is-limited')
/** Whether the message contains the numbers depends on the nesting of the list. */
const tooMany = /Maximum items of type ".+" is (%max|20)$/
/** From this change on the limit is a setting, which is off by default. */
const switchable = has('input-limits-are-a-setting')
const unlimited = any(all(has('bad-country-is-dropped'), lacks('input-size-is-limited')), switchable)

must(
  'BIND-18',
  'From 2.4.8, a script element in a customer’s field is rejected with 400, naming the field',
  {
    why: 'A script in a name runs in the browser of the administrator who opens the customer. A client that lets customers enter HTML has to expect the error.',
    in: has('script-in-text-is-refused'),
    source: [code('framework/Webapi/ServiceInputProcessor.php:336', '2.4.8-p1'), verified('scripts-in-fields')],
  },
  ({ script }) => {
    unlessFirewalled(script)
    const message = '"%field_name" does not contains valid value.'
    expect(script).toBeRefusedWith(400, { message, parameters: { field_name: 'taxvat' } })
  },
)

may(
  'BIND-19',
  'Before 2.4.8, a script element in a customer’s field is stored unchanged',
  {
    why: 'Every page that shows customer names of these releases has to escape them: the API rejects nothing.',
    in: lacks('script-in-text-is-refused'),
    source: [verified('scripts-in-fields'), recorded('create/firstname-script#call')],
  },
  ({ script }) => {
    expect(script).toSucceed()
    expect(script.at('/taxvat')).toEqual(script.sent('/customer/taxvat'))
  },
)

should(
  'BIND-20',
  'A number in place of a string is accepted as a string, and digits in a string as a number',
  {
    why: 'Clients in loosely typed languages send a telephone number or a postcode as a number. If that were rejected, their forms would fail.',
    source: [objects, recorded('create/number-lastname#call'), verified('types-of-values')],
  },
  ({ 'odd but acceptable': odd }) => {
    expect(odd).toSucceed()
    expect(odd.at('/lastname')).toEqual('5')
    expect(odd.at('/disable_auto_group_change')).toEqual(1)
  },
)

should(
  'BIND-21',
  'The string `yes` is accepted as true in place of a boolean, and the string `false` as false',
  {
    why: 'The string "false" is true in most languages. Read that way, it would subscribe a customer who declined.',
    source: [objects, verified('types-of-values')],
  },
  ({ 'odd but acceptable': odd }) => {
    expect(odd).toSucceed()
    if (!odd.at('/addresses/0').exists) inapplicable('the shop accepted no address in the United States')
    expect(odd.at('/addresses/0/default_shipping')).toEqual(true)
    expect(odd.at('/addresses/0/default_billing')).toBeAbsent()
  },
)

must(
  'BIND-22',
  'An unknown custom attribute is ignored',
  {
    why: 'Clients send an attribute that only some of their shops define. If the others rejected it, the client would fail there; if they stored it, undefined data would pile up.',
    source: [recorded('create/custom-attribute-unknown#call'), verified('custom-attributes')],
  },
  ({ 'create after all': create }) => {
    expect(create).toSucceed()
    const attributes = create.at('/custom_attributes')
    expect(attributes).toBe('no attribute "surprise"', (value) => !JSON.stringify(value ?? null).includes('surprise'))
  },
)

should(
  'BIND-23',
  'In 2.3.7-p1, 2.3.7-p2, 2.4.3 and 2.4.3-p1, more than twenty addresses are rejected with 400',
  {
    why: 'A customer with a large address book cannot save the profile on these four releases. Imports have to split such requests.',
    in: limited,
    source: [
      code('app/etc/di.xml:1899', '2.3.7-p1'),
      code('app/etc/di.xml:1949', '2.4.3'),
      thread('magento/magento2#34154'),
    ],
  },
  ({ 'twenty-one addresses': many }) => {
    expect(many).toBeRefusedWith(400, { message: tooMany })
  },
)

may(
  'BIND-24',
  'In other releases, twenty-one addresses are accepted, and entries that are no address are dropped',
  {
    why: 'Business customers have more than twenty addresses. A limit would reject their whole profile, and one invalid entry must not lose the valid ones.',
    in: unlimited,
    source: [
      code('framework/Webapi/Validator/IOLimit/IOLimitConfigProvider.php:22', '2.4.3-p2'),
      verified('sizes-of-requests'),
    ],
  },
  ({ 'twenty-one addresses': many }, shop) => {
    const refused = many.status === 400 && tooMany.test(String(many.at('/message').value))
    if (refused && shop.is(switchable)) inapplicable('the shop limits the input')
    expect(many).toSucceed()
    expect(many.at('/addresses')).toEqual([])
  },
)
