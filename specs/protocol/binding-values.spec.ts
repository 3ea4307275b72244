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
/** Whether the numbers are filled in depends on how deep the list stands. */
const tooMany = /Maximum items of type ".+" is (%max|20)$/
/** The limit became a setting, off unless switched on. */
const switchable = has('input-limits-are-a-setting')
const unlimited = any(all(has('bad-country-is-dropped'), lacks('input-size-is-limited')), switchable)

must(
  'BIND-18',
  'From 2.4.8, a script element in a customer’s field is rejected with 400, naming the field',
  {
    why: 'A script in a name runs in the browser of the administrator who opens the customer. A client that lets customers write HTML has to expect the refusal.',
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
  'Before 2.4.8 a script element in a customer’s field is kept as it is: pages have to escape it',
  {
    why: 'Whoever shows customers’ names on a page of these releases has to escape them: the API keeps nothing out.',
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
  'A number where a text belongs is taken as text, and a text of digits as number',
  {
    why: 'Clients of loosely typed languages send numbers as text and text as numbers. Refused, a telephone number or a postcode breaks the form.',
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
  'Yes is true where a truth value belongs, and the text false is false',
  {
    why: 'The text "false" is true in most languages. Taken so here, a customer would be subscribed who declined.',
    source: [objects, verified('types-of-values')],
  },
  ({ 'odd but acceptable': odd }) => {
    expect(odd).toSucceed()
    if (!odd.at('/addresses/0').exists) inapplicable('the shop took no address in the United States')
    expect(odd.at('/addresses/0/default_shipping')).toEqual(true)
    expect(odd.at('/addresses/0/default_billing')).toBeAbsent()
  },
)

must(
  'BIND-22',
  'An unknown custom attribute is ignored',
  {
    why: 'Clients send attributes that one of their shops has. Refused or stored, the others break or fill with fields that nobody defined.',
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
  'In 2.3.7-p1, 2.3.7-p2, 2.4.3 and 2.4.3-p1 more than twenty addresses in one request are refused with 400',
  {
    why: 'A customer with a large address book cannot save the profile on these four releases: an import has to split, and support has to know.',
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
  'In other releases twenty-one addresses are not too many, and what is no address is dropped',
  {
    why: 'Business customers have more than twenty addresses. A limit refuses their whole profile; an entry that is none must not cost the others.',
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
