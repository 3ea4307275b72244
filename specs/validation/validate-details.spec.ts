import { any, before, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { unlessFirewalled } from '../shared/firewall.ts'
import { validateDetails } from './validate-details.scenario.ts'

const { should } = requirementsOf(validateDetails)

should(
  'VALID-23',
  'a date of birth that is no date is refused',
  {
    why: 'A date that is stored as something else, or not at all, makes checks of age and birthday offers wrong.',
    in: before('2.4.9'),
    source: [verified('birth-and-gender')],
  },
  ({ 'date that is none': answer }) => {
    expect(answer).toBeRefusedWith(400, { message: 'Invalid date' })
  },
)

should(
  'VALID-24',
  'a date of birth to come is accepted; from 2.4.8 it is refused',
  {
    why: 'A birthday to come passes every check for "not too old"; from 2.4.8 a form that lets it through is refused.',
    source: [recorded('create/dob-future#call'), verified('birth-and-gender')],
  },
  ({ 'date to come': answer }, shop) => {
    if (shop.is(has('address-texts-are-checked'))) {
      expect(answer).toBeRefusedWith(400, { message: 'The Date of Birth should not be greater than today.' })
      return
    }
    expect(answer).toSucceed()
    expect(answer.at('/dob')).toEqual(answer.sent('/customer/dob'))
  },
)

should(
  'VALID-25',
  'a gender that the shop does not know is stored as sent; from 2.4.7 it is refused',
  {
    why: 'The administrator’s page cannot show a gender that is not in its list; from 2.4.7 a client that sends one is refused.',
    in: any(lacks('gender-is-checked'), has('seen-on-php-8')),
    source: [recorded('create/gender-unknown#call'), verified('birth-and-gender')],
  },
  ({ 'gender that is none': answer }, shop) => {
    if (shop.is(has('gender-is-checked'))) {
      expect(answer).toBeRefusedWith(400, { message: 'Attribute gender does not contain option with Id 99' })
      return
    }
    expect(answer).toSucceed()
    expect(answer.at('/gender')).toEqual(99)
  },
)

should(
  'VALID-26',
  'a field that holds a script is refused and named',
  {
    why: 'A script in a name runs in the browser of the administrator who opens the customer. From 2.4.8 the API keeps it out; before, every page has to.',
    in: has('script-in-text-is-refused'),
    source: [code('framework/Webapi/ServiceInputProcessor.php:336', '2.4.8-p1'), verified('scripts-in-fields')],
  },
  ({ script }) => {
    unlessFirewalled(script)
    expect(script).toBeRefusedWith(400, {
      message: '"%field_name" does not contains valid value.',
      parameters: { field_name: 'taxvat' },
    })
  },
)
